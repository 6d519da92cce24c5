import type { Cost } from "../problem.ts";
import { penaltyOf } from "../value.ts";

// h(b) = b(b+1)/2 at whole weighted hours, linear between (scheduling.md, *Suggest*): the k-th weighted hour costs k.

/** The most weighted minutes whose penalty (as in `penaltyOf`) is not above this. */
export function minutesWithin(penalty: number): Cost {
  let hours = 0;
  while (penaltyOf(60 * (hours + 1)) <= penalty) hours += 1;
  return 60 * hours + Math.floor((penalty - penaltyOf(60 * hours)) / (hours + 1));
}

/** A stretch of weighted minutes, each of which costs `slope`/60 of h. */
export interface Piece {
  readonly length: Cost;
  readonly slope: number;
}

/** h from one burden to another, as pieces of rising slope. */
export function piecesOf(from: Cost, to: Cost): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to;) {
    const hour = Math.floor(at / 60) + 1;
    const end = Math.min(to, 60 * hour);
    pieces.push({ length: end - at, slope: hour });
    at = end;
  }
  return pieces;
}
