import { expect, test } from "vitest";
import { mostPoints, withPoint } from "../../../server/suggest/progress.ts";
import type { ProgressPoint, Stage } from "../../../shared/plan/suggest/suggestion.ts";

const point = (at: number, stage: Stage): ProgressPoint => ({
  at,
  stage,
  placed: 1,
  total: 2,
  worst: 1,
  penalty: 3,
  leastTotal: null,
  leastPenalty: null,
});

test("a long search has a few hundred points: the first, the last, and where each stage begins and ends", () => {
  const stages: readonly (readonly [Stage, number])[] = [
    ["placing", 400],
    ["proving", 3],
    ["sharing", 6000],
    ["over", 1],
  ];
  let points: readonly ProgressPoint[] = [];
  let at = 0;
  const turns: number[] = [];
  for (const [stage, count] of stages) {
    turns.push(at + 1, at + count);
    for (let i = 0; i < count; i += 1) points = withPoint(points, point((at += 1), stage));
    expect(points.length).toBeLessThanOrEqual(mostPoints);
  }
  const times = points.map((one) => one.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times).toEqual(expect.arrayContaining(turns));
});
