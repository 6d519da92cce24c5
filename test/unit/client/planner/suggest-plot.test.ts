import { expect, test } from "vitest";
import { drawingOf, roundedDown, roundedUp, scaleOf } from "../../../../client/planner/suggest/plot.ts";
import type { Size } from "../../../../client/planner/suggest/plot.ts";
import type { ProgressPoint } from "../../../../shared/plan/suggest/suggestion.ts";

// The plot of a search: hours of the best plan so far over time, and what no plan can be below.

const size: Size = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

const point = (at: number, total: number, leastTotal: number | null): ProgressPoint => ({
  at,
  stage: "sharing",
  placed: 1,
  total,
  worst: 0,
  penalty: 0,
  leastTotal,
  leastPenalty: null,
});

test("nothing is drawn before the first plan", () => {
  expect(drawingOf([], 20, 5000, size)).toBe(null);
});

test("the draft, the steps of the plan, and the bound from when it is known; the gap lies between them", () => {
  const drawing = drawingOf([point(2000, 15, null), point(5000, 10, 5)], 20, 10_000, size);
  // Ten seconds are 100 wide; 0 to 20 hours are 100 high.
  expect(scaleOf(5, 20, 4)).toEqual({ from: 0, to: 25, ticks: [0, 5, 10, 15, 20, 25] });
  expect(drawing).toMatchObject({
    plan: "M0 20H20V40H50V60H100",
    bound: "M50 80H100",
    gap: "M50 60H100V80H50Z",
    planEnds: 60,
    boundEnds: 80,
    beforeAt: { x: 20, y: 20 },
  });
  expect(drawing?.down.map(({ seconds }) => seconds)).toEqual([0, 2, 4, 6, 8]);
});

test("that no plan costs less than nothing is not drawn", () => {
  expect(drawingOf([point(1000, 10, 0), point(2000, 9, 4)], 20, 4000, size)?.bound).toMatch(/^M50 /);
});

test("a line goes on to now, and steps that change nothing are left out", () => {
  const still = drawingOf([point(1000, 10, null), point(2000, 10, null), point(3000, 10, null)], 10, 4000, size);
  expect(still?.plan).toMatch(/^M0 (\S+)H25V\1H100$/);
  expect(still?.bound).toBe(null);
  // The draft's name stands over a line that it goes on in.
  expect(still?.beforeAt.y).toBeLessThan(still?.planEnds ?? 0);
});

test.each([
  [0, 0, 0],
  [1.25, 1.25, 1.25],
  [1.26, 1.25, 1.5],
  [1.2499999, 1.25, 1.25],
  [0.01, 0, 0.25],
])("%d hours: a bound is said as %d, what could be saved at most as %d", (hours, below, above) => {
  expect(roundedDown(hours)).toBe(below);
  expect(roundedUp(hours)).toBe(above);
});
