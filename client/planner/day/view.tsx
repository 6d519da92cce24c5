import type { JSX } from "preact";
import type { Board } from "../contract.ts";

/** Thirty hours of one day: every place as a strip, every session as a segment on those that it links. */
export function DayView({ board }: { readonly board: Board }): JSX.Element | null {
  return board.conference.value === null ? null : <div class="strips" />;
}
