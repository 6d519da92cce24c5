import * as fc from "fast-check";
import { expect } from "vitest";
import type { Plan } from "../../shared/plan/model.ts";
import { conferenceId } from "./planmaker.ts";
import { tzifClock } from "./randomplan.ts";
import { randomSuggest } from "./randomsuggest.ts";
import { brokenBy, expectBurdens, suggest } from "./suggesting.ts";
import { tryAll } from "./tryall.ts";

/**
 * What is suggested is right: the same values as the best plan found by trying everything, on `runs` small random plans,
 * and the burdens shown are those of the plan. `far`: most of them cannot spare everybody.
 */
export async function expectRight(region: "near" | "far", runs: number, seed: number): Promise<void> {
  const seen = { burdened: 0, unplaced: 0, reached: 0, pinned: 0, ordered: 0, pools: 0, lines: 0 };
  await fc.assert(
    fc.asyncProperty(randomSuggest(region), async (plan) => {
      const best = tryAll({ plan, clock: tzifClock, conferenceId, repair: null });
      const found = await suggest(plan);

      const fairest = found.plan("fairest");
      const { value, proof } = only(found, "fairest");
      const { placed, reached, penalty, moved } = value;
      expect({ placed, reached, penalty: penalty / 60, moved }).toEqual({
        placed: best.fairest.placed,
        reached: best.fairest.reached,
        penalty: near(best.fairest.penalty),
        // Nothing moves without need.
        moved: best.fairest.moved,
      });
      expect(proof).toMatchObject({ placed: true, reached: true, best: true });
      expect(fairest.penalty).toBeCloseTo(best.fairest.penalty, 9);

      const total = only(found, "least-total").value;
      expect([total.placed, total.reached, total.total / 60]).toEqual([
        best.leastTotal.placed,
        best.leastTotal.reached,
        near(best.leastTotal.total),
      ]);
      const change = only(found, "least-change").value;
      expect([change.placed, change.reached, change.moved, change.penalty / 60]).toEqual([
        best.leastChange.placed,
        best.leastChange.reached,
        best.leastChange.moved,
        near(best.leastChange.penalty),
      ]);
      // Bounds are true.
      expect(proof.leastTotal ?? 0).toBeLessThanOrEqual(best.leastTotal.total + 1e-9);
      expect(proof.leastWorst ?? 0).toBeLessThanOrEqual(best.leastWorst + 1e-9);

      for (const kind of ["fairest", "least-total", "least-change"] as const) {
        const draft = found.draft(kind);
        expect(brokenBy(found, draft, tzifClock)).toEqual([]);
        expectBurdens(found.plan(kind), draft, tzifClock);
      }
      note(seen, plan, best.fairest, found.built.problem.jobs.length);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  console.log(region, seen);
  // Else the plans would not be those that it is about.
  expect(seen.reached).toBeGreaterThan(20);
  expect(seen.unplaced).toBeGreaterThan(10);
  expect(seen.burdened).toBeGreaterThan(region === "far" ? 75 : -1);
  for (const kind of ["pinned", "ordered", "pools", "lines"] as const) expect(seen[kind]).toBeGreaterThan(10);
}

/** Penalties are fractions of an hour: compared to a millionth. */
const near = (value: number): unknown => expect.closeTo(value, 6);

function only({ outcome }: Awaited<ReturnType<typeof suggest>>, kind: "fairest" | "least-total" | "least-change") {
  const one = outcome.plans.find((plan) => plan.kind === kind);
  if (one === undefined) throw new Error(`no plan is ${kind}`);
  return one;
}

function note(
  seen: Record<"burdened" | "unplaced" | "reached" | "pinned" | "ordered" | "pools" | "lines", number>,
  plan: Plan,
  best: { readonly total: number; readonly reached: number; readonly placed: readonly number[] },
  jobs: number,
): void {
  const is = (true_: boolean): number => (true_ ? 1 : 0);
  seen.burdened += is(best.total > 0);
  seen.unplaced += is(best.placed.reduce((all, n) => all + n, 0) < jobs);
  seen.reached += is(best.reached > 0);
  seen.pinned += is(Object.values(plan.occurrences).some((one) => one?.pinned === true));
  seen.ordered += is(Object.values(plan.sessions).some((one) => (one?.after.length ?? 0) > 0));
  seen.pools += is(Object.values(plan.pools).length > 0);
  seen.lines += is(Object.values(plan.venues).some((one) => one?.uplink.up != null));
}
