import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";
import { tidied, untidiness } from "../../../shared/plan/suggest/tidy.ts";
import { compareValues, isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";
import { jobAt, placings, problemWith, quarter, randomProblem } from "../../support/randomproblem.ts";

// Of plans that are as good, one in which nothing moves that need not.

const kinds: readonly PlanKind[] = ["fairest", "least-total", "least-change"];
const patient = (): boolean => false;

test("from any placing: one that is legal and no worse, with no more playback and nothing further away for nothing", () => {
  let tidier = 0;
  fc.assert(
    fc.property(randomProblem, fc.nat(), fc.constantFrom(...kinds), (problem, choice, kind) => {
      const all = [...placings(problem)];
      const from = all[choice % all.length] ?? expect.fail("not even the empty placing");
      const placing = tidied(problem, from, kind, patient);
      expect(isLegal(problem, placing)).toBe(true);
      const order = compareValues(valueOf(problem, placing), valueOf(problem, from), kind);
      expect(order).toBeLessThanOrEqual(0);
      const [playback, away] = untidiness(problem, placing);
      const [more, further] = untidiness(problem, from);
      if (order === 0) expect([playback <= more, playback < more || away <= further]).toEqual([true, true]);
      if (order < 0 || playback < more || away < further) tidier += 1;
    }),
    { numRuns: 300, seed: 8, interruptAfterTimeLimit: 8000, markInterruptAsFailure: false },
  );
  expect(tidier).toBeGreaterThan(50);
});

const hour = 4;
const day = [0, hour, 2 * hour, 3 * hour];
const room = (jobs: number) => ({
  name: "room:a",
  capacity: 1,
  uses: Array.from({ length: jobs }, (_, job) => ({ job, option: null, before: 0, after: 0, amount: 1 })),
  busy: [],
});
const hadAt = (was: number) => jobAt(day, { length: hour * quarter, was, hadTime: true, links: 2 });

test("two that have changed places for nothing change back", () => {
  const problem = problemWith({ jobs: [hadAt(0), hadAt(1), hadAt(2)], resources: [room(3)] });
  const placing = { starts: [1, 0, 2], options: [[], [], []] };
  expect(tidied(problem, placing, "fairest", patient).starts).toEqual([0, 1, 2]);
});

test("what must move goes no further than it must", () => {
  const blocked = { ...room(2), busy: [{ from: 0, to: hour * quarter, amount: 1 }] };
  const problem = problemWith({ jobs: [hadAt(0), hadAt(3)], resources: [blocked] });
  const placing = { starts: [2, 3], options: [[], []] };
  expect(tidied(problem, placing, "fairest", patient).starts).toEqual([1, 3]);
});

test("an optional link that costs nobody anything is live again, though it reaches nobody", () => {
  const option = { links: ["room:b"], groups: [], people: 0 };
  const job = hadAt(0);
  const candidates = job.candidates.map((candidate) => ({ ...candidate, options: [[]] }));
  const problem = problemWith({ jobs: [{ ...job, candidates, options: [option], links: 3 }] });
  const placing = { starts: [0], options: [[false]] };
  expect(tidied(problem, placing, "fairest", patient).options).toEqual([[true]]);
});

test("without time it is the plan as it was", () => {
  const problem = problemWith({ jobs: [hadAt(0), hadAt(1)], resources: [room(2)] });
  const placing = { starts: [1, 0], options: [[], []] };
  expect(tidied(problem, placing, "fairest", () => true)).toEqual(placing);
});
