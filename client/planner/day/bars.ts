import { slotMinutes } from "../../../shared/plan/needs.ts";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { minute } from "../../ui/time.ts";
import type { Window } from "./shown.ts";

/** The bars under the strips: one a possible start, as high as it costs in all. Pixels; `moving.css` has the row's height. */
export const rowHeight = 44;
const least = 4;
/** What a weighted hour is high while all fit. */
const perHour = 4;
/** Where it cannot start. */
const closedHeight = 16;

export function startsIn(starts: readonly PossibleStart[], { from, to }: Window): readonly PossibleStart[] {
  return starts.filter(({ start }) => start.instant >= from && start.instant < to);
}

/** Pixels an hour, so that the dearest fits. */
export function scaleOf(starts: readonly PossibleStart[]): number {
  const dearest = Math.max(0, ...starts.map(({ legal, total }) => (legal ? total : 0)));
  return dearest === 0 ? perHour : Math.min(perHour, (rowHeight - 16 - least) / dearest);
}

export function heightOf({ legal, total }: PossibleStart, scale: number): number {
  return legal ? least + Math.round(total * scale) : closedHeight;
}

/** Where it cannot start, as [from, to) in minutes of the strip; neighbours are one. */
export function closedRuns(
  starts: readonly PossibleStart[],
  { from, to }: Window,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const { start, legal } of starts) {
    if (legal) continue;
    const begins = (start.instant - from) / minute;
    const ends = Math.min(begins + slotMinutes, (to - from) / minute);
    const last = runs.at(-1);
    if (last !== undefined && last[1] === begins) last[1] = ends;
    else runs.push([begins, ends]);
  }
  return runs;
}
