import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openSolver } from "../../../server/suggest/solver/highs.ts";
import {
  brokenCliques,
  columnsOf,
  conflictsOf,
  frameOf,
  modelOf,
  placingOf,
  raised,
} from "../../../shared/plan/suggest/milp.ts";
import type { Bars, Goal, Model } from "../../../shared/plan/suggest/milp.ts";
import type { Problem, Resource } from "../../../shared/plan/suggest/problem.ts";
import { minutesWithin, piecesOf } from "../../../shared/plan/suggest/milp/penalty.ts";
import { penaltyOf, valueOf } from "../../../shared/plan/suggest/value.ts";
import {
  groupWith,
  jobAt,
  jobCosting,
  placings,
  problemWith,
  quarter,
  randomProblem,
} from "../../support/randomproblem.ts";

// Problems as linear models: what their optimum is, that they allow each legal placing at its value, and no other.

const free: Bars = { placed: [0, 0, 0], reached: 0, moved: null, penalty: null, worst: null, total: null };

function askOf(problem: Problem, goal: Goal, bars: Partial<Bars> = {}) {
  const frame = frameOf(problem);
  const asked = modelOf(frame, goal, { ...free, ...bars }, { rows: frame.resources });
  if (asked === null) throw new Error("no plan by the bars alone");
  return { frame, ...asked };
}

async function solved(problem: Problem, goal: Goal, bars: Partial<Bars> = {}) {
  const { frame, model } = askOf(problem, goal, bars);
  const { ending, values, bound } = (await openSolver()).run(model, { seconds: 10 });
  return { ending, bound, placing: values === null ? null : placingOf(frame, values) };
}

function room(jobs: readonly number[], change: Partial<Resource> = {}): Resource {
  const uses = jobs.map((job) => ({ job, option: null, before: 0, after: 0, amount: 1 }));
  return { name: "room:a", capacity: 1, uses, busy: [], ...change };
}

const placed: Goal = { kind: "placed", priority: 1 };

test("two jobs at the only hour of a room: one is placed", async () => {
  const problem = problemWith({ jobs: [jobAt([0]), jobAt([1])], resources: [room([0, 1])] });
  expect(await solved(problem, placed)).toMatchObject({ ending: "optimal", bound: -1 });
});

test("end to end is no overlap; a gap after each of them makes it one", async () => {
  const jobs = [jobAt([0]), jobAt([2])];
  expect(await solved(problemWith({ jobs, resources: [room([0, 1])] }), placed)).toMatchObject({ bound: -2 });
  const uses = [0, 1].map((job) => ({ job, option: null, before: 0, after: quarter, amount: 1 }));
  expect(await solved(problemWith({ jobs, resources: [room([0, 1], { uses })] }), placed)).toMatchObject({ bound: -1 });
});

test("of two heads, three jobs that take one each and one that takes both", async () => {
  const jobs = [jobAt([0]), jobAt([0]), jobAt([0])];
  expect(await solved(problemWith({ jobs, resources: [room([0, 1, 2], { capacity: 2 })] }), placed)).toMatchObject({
    bound: -2,
  });
  const uses = [1, 1, 2].map((amount, job) => ({ job, option: null, before: 0, after: 0, amount }));
  const problem = problemWith({ jobs, resources: [room([], { capacity: 2, uses })] });
  const { placing } = await solved(problem, placed);
  expect(placing?.starts).toEqual([0, 0, -1]);
});

test("what fixed ones take is gone, and more than there is forbids nothing elsewhere", async () => {
  const busy = [{ from: 0, to: 2 * quarter, amount: 5 }];
  const problem = problemWith({ jobs: [jobAt([0, 2])], resources: [room([0], { busy })] });
  expect((await solved(problem, placed)).placing?.starts).toEqual([1]);
});

test("a later part is never before the end of the first one", async () => {
  const jobs = [jobAt([0, 4, 6]), jobAt([0, 3, 5])];
  // oxlint-disable-next-line unicorn/no-thenable -- a number; nobody waits for it
  const problem = problemWith({ jobs, orders: [{ first: 0, then: 1 }] });
  const { model } = askOf(problem, placed);
  const pairs: number[][] = [];
  for (const first of [0, 1, 2]) {
    for (const then of [0, 1, 2]) {
      const values = columnsOf(frameOf(problem), { starts: [first, then], options: [[], []] });
      if (keeps(model, values)) pairs.push([first, then]);
    }
  }
  expect(pairs).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

test("an option costs its group, reaches its people, and is live only with a start that allows it", async () => {
  const job = jobAt([0, 4], { options: [{ links: ["group:g"], groups: [0], people: 7 }] });
  const candidates = job.candidates.map((candidate, c) => ({ ...candidate, options: [c === 0 ? null : [60]] }));
  const problem = problemWith({ jobs: [{ ...job, candidates }], groups: [groupWith()] });
  const reached = await solved(problem, { kind: "reached" }, { placed: [1, 0, 0] });
  expect(reached).toMatchObject({ bound: -7, placing: { starts: [1], options: [[true]] } });
  expect(await solved(problem, { kind: "total" }, { placed: [1, 0, 0], reached: 7 })).toMatchObject({ bound: 1 });
  expect(await solved(problem, { kind: "total" }, { placed: [1, 0, 0] })).toMatchObject({ bound: 0 });
});

test("the k-th hour costs k, what was paid before counts first", async () => {
  const jobs = [jobCosting({ 0: 90 }, 0), jobCosting({ 0: 30 }, 1)];
  const groups = [groupWith({ carried: 60 }), groupWith({ fixed: 15 })];
  const problem = problemWith({ jobs, groups });
  // 2.5 hours: 1 + 2 + 3/2; 0.75 hours.
  const { bound } = await solved(problem, { kind: "penalty" }, { placed: [2, 0, 0] });
  expect(bound).toBeCloseTo(5.25, 9);
  expect(await solved(problem, { kind: "worst" }, { placed: [2, 0, 0] })).toMatchObject({ bound: 1.5 });
});

test("hours shared among two cost less than one group's hours", async () => {
  const costs = { 0: 120, 8: 0 };
  const jobs = [jobCosting(costs, 0), jobCosting(costs, 1)];
  const problem = problemWith({ jobs, groups: [groupWith({ fixed: 60 }), groupWith()], resources: [room([0, 1])] });
  // One of the two has to be at 0: the group that pays nothing yet.
  const { placing } = await solved(problem, { kind: "penalty" }, { placed: [2, 0, 0] });
  expect(placing?.starts).toEqual([1, 0]);
});

test("bars that no plan can keep are seen without a solver", () => {
  const problem = problemWith({ jobs: [jobCosting({ 0: 120 }, 0)], groups: [groupWith()] });
  const frame = frameOf(problem);
  expect(modelOf(frame, { kind: "worst" }, { ...free, placed: [1, 0, 0], worst: 60 })).toBeNull();
  expect(modelOf(frame, { kind: "penalty" }, { ...free, placed: [1, 0, 0], penalty: 179 })).toBeNull();
  expect(modelOf(frame, { kind: "penalty" }, { ...free, placed: [1, 0, 0], penalty: 180 })).not.toBeNull();
});

test("three jobs that meet in different things are one clique", () => {
  const jobs = [jobAt([0]), jobAt([1]), jobAt([1])];
  const problem = problemWith({ jobs, resources: [room([0, 1]), room([1, 2]), room([0, 2])] });
  const frame = frameOf(problem);
  const rows = brokenCliques(frame, conflictsOf(problem), [0.5, 0.5, 0.5], 5);
  expect(rows.map(({ columns, upper }) => ({ columns, upper }))).toEqual([{ columns: [0, 1, 2], upper: 1 }]);
});

test("each legal placing is one of the model's and is worth the same there, others are none of it", () => {
  const goals: readonly Goal[] = [
    ...([1, 2, 3] as const).map((priority) => ({ kind: "placed" as const, priority })),
    ...(["reached", "moved", "worst", "total", "penalty"] as const).map((kind) => ({ kind })),
  ];
  fc.assert(
    fc.property(randomProblem, (problem) => {
      const models = goals.map((goal) => askOf(problem, goal));
      const legal = [...placings(problem)];
      for (const placing of legal) {
        const { placed: counts, reached, moved, worst, total, penalty } = valueOf(problem, placing);
        const expected = [...counts.map((count) => -count), -reached, moved, worst / 60, total / 60, penalty / 60];
        for (const [i, { frame, model, from }] of models.entries()) {
          const values = from(columnsOf(frame, placing));
          expect(keeps(model, values)).toBe(true);
          expect(
            model.cost.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), model.offset),
          ).toBeCloseTo(expected[i] ?? 0, 6);
        }
      }
      const [first] = models;
      if (first === undefined) return;
      const everything = { ...problem, resources: [], orders: [] };
      const kept = [...placings(everything)].filter((placing) => keeps(first.model, columnsOf(first.frame, placing)));
      expect(kept).toEqual(legal);
    }),
    { numRuns: 60, seed: 11, interruptAfterTimeLimit: 6000, markInterruptAsFailure: false },
  );
});

test("cliques exclude no legal placing", () => {
  fc.assert(
    fc.property(
      randomProblem,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (problem, values) => {
        const frame = frameOf(problem);
        const rows = brokenCliques(frame, conflictsOf(problem), values, 20);
        for (const placing of placings(problem)) {
          const columns = columnsOf(frame, placing);
          for (const row of rows)
            expect(row.columns.reduce((sum, column) => sum + (columns[column] ?? 0), 0)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 60, seed: 12, interruptAfterTimeLimit: 4000, markInterruptAsFailure: false },
  );
});

test("a bound rises to the next value that there is, a hair's doubt aside", () => {
  expect(raised(1.01, [{ base: 0, step: 0.25 }])).toBe(1.25);
  expect(raised(1.000_000_5, [{ base: 0, step: 0.25 }])).toBe(1);
  expect(
    raised(1.01, [
      { base: 0.1, step: 2 },
      { base: 5, step: 0 },
    ]),
  ).toBeCloseTo(2.1, 12);
  expect(raised(-3.5, [{ base: 0, step: 1 }])).toBe(-3);
  expect(raised(-Infinity, [{ base: 0, step: 1 }])).toBe(-Infinity);
});

test("the pieces of the penalty add up to it, and its inverse is one", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), (from, more) => {
      const sum = piecesOf(from, from + more).reduce((all, { length, slope }) => all + length * slope, 0);
      expect(sum).toBe(penaltyOf(from + more) - penaltyOf(from));
      const most = minutesWithin(more);
      expect(penaltyOf(most)).toBeLessThanOrEqual(more);
      expect(penaltyOf(most + 1)).toBeGreaterThan(more);
    }),
  );
});

/** Whether these values keep all rows and limits of a model. */
function keeps(model: Model, values: ArrayLike<number>): boolean {
  const small = 1e-9;
  for (let row = 0; row < model.rows; row += 1) {
    let sum = 0;
    for (let i = model.starts[row] ?? 0; i < (model.starts[row + 1] ?? 0); i += 1) {
      sum += (model.values[i] ?? 0) * (values[model.indices[i] ?? 0] ?? 0);
    }
    if (sum < (model.rowLower[row] ?? 0) - small || sum > (model.rowUpper[row] ?? 0) + small) return false;
  }
  return model.upper.every((upper, column) => (values[column] ?? 0) <= upper + small);
}
