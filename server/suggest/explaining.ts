import { clashOf } from "../../shared/plan/suggest/clash.ts";
import type { Built } from "../../shared/plan/suggest/build.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import { reasonsOf } from "../../shared/plan/suggest/reasons.ts";
import type { Ground } from "../../shared/plan/suggest/scope.ts";
import type { Reason, Unplaced } from "../../shared/plan/suggest/suggestion.ts";
import { waysOut } from "../../shared/plan/suggest/ways.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { openPlacer } from "./solver/engine.ts";

/** What explaining needs beside the problem. */
export interface Explaining {
  readonly built: Built;
  readonly zones: Zones;
  readonly ground: Ground;
  /** Milliseconds. */
  readonly now: () => number;
}

/** So long one session's clash and the ways out of it are looked for, and those of all; what is not found then is not said. */
const forOne = 3000;
const forAll = 10_000;

/** Why the sessions of each plan lie where they do, and of each session that any of them does not place, why not. */
export async function explained(
  { built, zones, ground, now }: Explaining,
  placings: readonly Placing[],
): Promise<{ readonly reasons: readonly (readonly Reason[])[]; readonly unplaced: readonly Unplaced[] }> {
  const reasons = placings.map((placing) => reasonsOf(built, zones, placing));
  const last = now() + forAll;
  const { jobs } = built.problem;
  const unplaced: Unplaced[] = [];
  const canPlaceIn = await openPlacer();
  for (const [job, { id }] of jobs.entries()) {
    const placing = placings.find(({ starts }) => (starts[job] ?? -1) < 0);
    if (placing === undefined) continue;
    if (now() > last) {
      unplaced.push({ occurrenceId: id, clash: [], smallest: false, ways: [] });
      continue;
    }
    const end = Math.min(last, now() + forOne);
    const canPlace: typeof canPlaceIn = (problem, wanted) => (now() > end ? null : canPlaceIn(problem, wanted));
    const clash = clashOf(built, zones, ground, placing, job, canPlace);
    unplaced.push({ occurrenceId: id, ...clash, ways: waysOut(built, zones, ground, placing, job, canPlace) });
  }
  return { reasons, unplaced };
}
