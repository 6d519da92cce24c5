import type { JSX } from "preact";
import type { Board } from "../contract.ts";

/** What one moves: from when to when, what it costs whom and cost before, and its keys. Nothing while nothing moves. */
export function MovePanel({ board }: { readonly board: Board }): JSX.Element | null {
  return board.moving.value === null ? null : <section />;
}
