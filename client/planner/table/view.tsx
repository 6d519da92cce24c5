import type { JSX } from "preact";
import type { Board } from "../contract.ts";

export function TableView({ board }: { readonly board: Board }): JSX.Element {
  return <section aria-busy={board.busy.value || undefined} />;
}
