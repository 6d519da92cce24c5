import { expect } from "vitest";
import type { Instant } from "../../shared/ids.ts";
import { buildProblem } from "../../shared/plan/suggest/build.ts";
import type { Built } from "../../shared/plan/suggest/build.ts";
import { placementsOf, withPlacements } from "../../shared/plan/suggest/placing.ts";
import { suggestedPlan } from "../../shared/plan/suggest/summary.ts";
import type { PlanKind, SuggestedPlan, Wish } from "../../shared/plan/suggest/suggestion.ts";
import type { Plan, PlanFile } from "../../shared/plan/model.ts";
import { solve } from "../../server/suggest/solver/engine.ts";
import type { Outcome } from "../../server/suggest/solver/engine.ts";
import { factsOf } from "./checker.ts";
import { attending, bandAt, placedOf } from "./checkerplan.ts";
import type { Clock } from "./checkertime.ts";
import { conferenceId, zones } from "./planmaker.ts";

// The solver as it runs in its thread, on a plan of a test; and a second opinion on what it says.

export const wishFor = (change: Partial<Wish> = {}): Wish => ({
  conferenceId: conferenceId,
  mode: "plan",
  days: null,
  occurrenceIds: null,
  carry: false,
  seconds: 30,
  ...change,
});

export interface Suggested {
  readonly built: Built;
  readonly outcome: Outcome;
  /** The plan of a kind as it is shown. @throws if it is none of those found */
  plan(kind: PlanKind): SuggestedPlan;
  /** The draft with it. */
  draft(kind: PlanKind): Plan;
}

export async function suggest(
  plan: Plan,
  wish: Wish = wishFor(),
  ground: { readonly now: Instant; readonly released: PlanFile | null } = { now: 0, released: null },
): Promise<Suggested> {
  const made = buildProblem(plan, zones, wish, ground);
  if (!made.ok) throw new Error(made.code);
  const built = made.value;
  const outcome = await solve(
    built.problem,
    { repair: wish.mode === "repair", seconds: wish.seconds, now: () => performance.now(), seed: 1 },
    () => {},
  );
  const found = (kind: PlanKind) => {
    const one = outcome.plans.find((each) => each.kind === kind);
    if (one === undefined) throw new Error(`no plan is ${kind}`);
    return one;
  };
  return {
    built,
    outcome,
    plan(kind) {
      const { placing, proof } = found(kind);
      return suggestedPlan(built, placing, [kind], proof, []);
    },
    draft: (kind) => withPlacements(plan, placementsOf(built, found(kind).placing)),
  };
}

/** The errors of a plan that touch an occurrence which the solver could move, by the independent checker. */
export function brokenBy({ built }: Suggested, draft: Plan, clock: Clock): readonly string[] {
  const jobs = new Set<string>(built.problem.jobs.map(({ id }) => id));
  return factsOf(draft, clock, conferenceId).filter((line) => {
    const [kind, first, , others] = line.split(" | ");
    if (kind === "group-night" || kind === "zone-moved") return false;
    return [first, ...(others ?? "").split("+")].some((id) => jobs.has(id ?? ""));
  });
}

/** Weighted hours of each group that attends anything in the conference, counted minute by minute. */
export function burdensOf(plan: Plan, clock: Clock): ReadonlyMap<string, number> {
  const weights = { kind: 0, bearable: 1, shoulder: 3, night: 8, blocked: 8 } as const;
  const sums = new Map<string, number>();
  for (const placed of placedOf(plan)) {
    if (placed.session.conferenceId !== conferenceId) continue;
    for (const [id] of attending(plan, placed)) {
      const group = plan.groups[id];
      if (group === undefined) continue;
      let sum = 0;
      for (const at of placed.steps) sum += weights[bandAt(clock, group.hours, group.zone, at)];
      sums.set(id, (sums.get(id) ?? 0) + sum / 60);
    }
  }
  return sums;
}

/** That the burdens shown are those of the plan. */
export function expectBurdens(shown: SuggestedPlan, draft: Plan, clock: Clock): void {
  const counted = burdensOf(draft, clock);
  for (const { groupId, burden } of shown.burdens) expect(burden).toBeCloseTo(counted.get(groupId) ?? 0, 9);
  const known = new Set<string>(shown.burdens.map(({ groupId }) => groupId));
  for (const [id, burden] of counted) if (!known.has(id)) expect(burden).toBe(0);
  expect(shown.total).toBeCloseTo(
    [...counted.values()].reduce((all, b) => all + b, 0),
    9,
  );
  expect(shown.worst).toBeCloseTo(Math.max(0, ...counted.values()), 9);
}
