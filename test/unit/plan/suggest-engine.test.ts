import * as fc from "fast-check";
import { expect, test } from "vitest";
import { reckon } from "../../../server/suggest/solver/bound.ts";
import { openPlacer, solve } from "../../../server/suggest/solver/engine.ts";
import type { Report } from "../../../server/suggest/solver/engine.ts";
import { frameOf, modelOf } from "../../../shared/plan/suggest/milp.ts";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import { isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";
import { planWith, zones } from "../../support/planmaker.ts";
import { wishFor } from "../../support/suggesting.ts";
import {
  bestsOf,
  groupWith,
  isOfLevel,
  jobAt,
  jobCosting,
  placings,
  problemWith,
  quarter,
  randomProblem,
} from "../../support/randomproblem.ts";

// The solver against trying everything: no proof is false, no bound lies above a plan, and small problems are proven whole.

const now = (): number => performance.now();

test.each([false, true])("what is proven is so, repair %s", async (repair) => {
  await fc.assert(
    fc.asyncProperty(randomProblem, async (problem) => {
      const best = bestsOf(problem);
      const reports: Report[] = [];
      const outcome = await solve(problem, { repair, seconds: 20, now, seed: 3 }, (report) => reports.push(report));

      for (const { kind, placing, value, proof } of outcome.plans) {
        expect(isLegal(problem, placing)).toBe(true);
        expect(value).toEqual(valueOf(problem, placing));
        const { placed, reached, moved, penalty, total } = best[kind];
        expect({ kind, placed: value.placed, reached: value.reached }).toEqual({ kind, placed, reached });
        if (kind === "fairest") expect([value.penalty, value.moved]).toEqual([penalty, moved]);
        if (kind === "least-total") expect(value.total).toBe(total);
        if (kind === "least-change") expect([value.moved, value.penalty]).toEqual([moved, penalty]);
        expect(proof).toMatchObject({ placed: true, reached: true, best: true });
        expect(proof.leastTotal).toBe(best["least-total"].total / 60);
        expect(proof.leastWorst).toBe(best.leastWorst / 60);
        expect(proof.leastMoved).toBe(best["least-change"].moved);
        expect(proof.leastPenalty).toBe((kind === "least-change" ? penalty : best.fairest.penalty) / 60);
      }
      expect(outcome.worstProven).toBe(true);
      expect(reports.at(-1)).toMatchObject({ stage: "over", best: outcome.plans[0]?.placing });
      // A bound that is said on the way holds for the plans of the levels that were reached then.
      const last = outcome.plans[0]?.value;
      for (const { value, proof } of reports) {
        if (last === undefined || !isOfLevel(value, last)) continue;
        expect(proof.leastTotal ?? 0).toBeLessThanOrEqual(best["least-total"].total / 60);
        expect(proof.leastPenalty ?? 0).toBeLessThanOrEqual(last.penalty / 60);
      }
    }),
    { numRuns: 60, seed: repair ? 5 : 4, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false },
  );
});

test("what prices prove is true of every plan, whatever the prices", () => {
  const price = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(randomProblem, fc.array(price, { minLength: 60, maxLength: 60 }), (problem, prices) => {
      const { placed, reached, penalty } = bestsOf(problem).fairest;
      const frame = frameOf(problem);
      const bars = { placed, reached, moved: null, penalty: null, worst: null, total: null };
      const asked = modelOf(frame, { kind: "penalty" }, bars);
      expect(reckon(asked?.model ?? expect.fail("no model"), frame.resources, prices).bound).toBeLessThanOrEqual(
        penalty / 60 + 1e-9,
      );
    }),
    { numRuns: 60, seed: 7, interruptAfterTimeLimit: 4000, markInterruptAsFailure: false },
  );
});

test("whether some jobs can be placed together is found out", async () => {
  const canPlace = await openPlacer();
  fc.assert(
    fc.property(randomProblem, fc.integer({ min: 1, max: 15 }), (problem, choice) => {
      const wanted = [...problem.jobs.keys()].filter((j) => (choice & (1 << j)) !== 0);
      const alone = {
        ...problem,
        jobs: problem.jobs.map((job, j) => (wanted.includes(j) ? job : { ...job, candidates: [] })),
      };
      const can = [...placings(alone)].some(({ starts }) => wanted.every((j) => (starts[j] ?? -1) >= 0));
      expect(canPlace(problem, wanted)).toBe(can);
    }),
    { numRuns: 60, seed: 6, interruptAfterTimeLimit: 4000, markInterruptAsFailure: false },
  );
});

test("two that must each be after the other cannot be placed together", async () => {
  const day = { firstDay: "2027-03-05", lastDay: "2027-03-05" };
  const sessions = { one: { in: "durban", after: ["two"] }, two: { after: ["one"] } };
  const built = buildProblem(planWith({ conference: day, rooms: { durban: {} }, sessions }), zones, wishFor(), {
    now: 0,
    released: null,
  });
  if (!built.ok) throw new Error(built.code);
  const canPlace = await openPlacer();
  expect([canPlace(built.value.problem, [0, 1]), canPlace(built.value.problem, [1])]).toEqual([false, true]);
});

test("of two at one hour the first class is placed, and no proof is claimed of more", async () => {
  const problem = problemWith({
    jobs: [jobAt([0], { priority: 2 }), jobAt([0], { priority: 1 })],
    resources: [
      {
        name: "room:a",
        capacity: 1,
        uses: [0, 1].map((job) => ({ job, option: null, before: 0, after: 0, amount: 1 })),
        busy: [],
      },
    ],
  });
  const { plans } = await solve(problem, { repair: false, seconds: 5, now, seed: 1 }, () => {});
  expect(plans[0]).toMatchObject({ value: { placed: [1, 0, 0] }, proof: { placed: true, best: true, mostPlaced: 1 } });
});

test("two groups that pay at one hour or the other share it", async () => {
  const both = (a: number, b: number) => ({ ...jobCosting({ 0: a, 8: b }, 0), attends: [0, 1] });
  const job = both(120, 0);
  const candidates = job.candidates.map((candidate, c) => ({ ...candidate, costs: c === 0 ? [120, 0] : [0, 120] }));
  const problem = problemWith({
    jobs: [
      { ...job, candidates },
      { ...job, candidates },
    ],
    groups: [groupWith(), groupWith()],
  });
  const { plans, worstProven } = await solve(problem, { repair: false, seconds: 5, now, seed: 1 }, () => {});
  // Each of them two hours: twice 1 + 2; one of them four would be 1 + 2 + 3 + 4.
  expect(plans[0]).toMatchObject({
    kind: "fairest",
    value: { penalty: 360, worst: 120, total: 240 },
    proof: { best: true, leastPenalty: 6, leastTotal: 4, leastWorst: 2 },
  });
  expect(worstProven).toBe(true);
});

test("where all is free at once, it ends long before its time", async () => {
  const problem = problemWith({ jobs: [jobAt([0, quarter])], groups: [groupWith()] });
  const began = now();
  await solve(problem, { repair: true, seconds: 60, now, seed: 1 }, () => {});
  expect(now() - began).toBeLessThan(5000);
});
