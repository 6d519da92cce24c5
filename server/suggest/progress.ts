import type { ProgressPoint } from "../../shared/plan/suggest/suggestion.ts";

/** A plot of some hundred pixels shows no more points, and every page that looks is sent them. */
export const mostPoints = 300;

/**
 * The points with one more. Too many: every second of them goes, but neither the first and the last nor those with which
 * a stage of the search begins; what has just happened is drawn finer than what was long ago.
 */
export function withPoint(points: readonly ProgressPoint[], point: ProgressPoint): readonly ProgressPoint[] {
  const all = [...points, point];
  if (all.length <= mostPoints) return all;
  return all.filter(
    ({ stage }, index) =>
      index % 2 === 0 || index === all.length - 1 || stage !== all[index - 1]?.stage || stage !== all[index + 1]?.stage,
  );
}
