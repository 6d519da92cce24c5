import { describe, expect, test } from "vitest";
import type { GroupId, OccurrenceId } from "../../../shared/ids.ts";
import type { Start } from "../../../shared/plan/model.ts";
import type { Candidate, Job, Placing, Problem, Resource, Value } from "../../../shared/plan/suggest/problem.ts";
import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";
import { compareValues, emptyPlacing, isLegal, penaltyOf, valueOf } from "../../../shared/plan/suggest/value.ts";

const hour = 3_600_000;

const candidate = (at: number, costs: readonly number[] = [], options: Candidate["options"] = []): Candidate => ({
  start: { wall: "", zone: "", offset: 0, instant: at * hour, zoneData: "" } satisfies Start,
  at: at * hour,
  costs,
  options,
});
const job = (id: string, change: Partial<Job>): Job => ({
  id: id as OccurrenceId,
  priority: 2,
  length: hour,
  candidates: [],
  attends: [],
  options: [],
  was: -1,
  hadTime: false,
  links: 0,
  ...change,
});
const group = (id: string, fixed = 0, carried = 0) => ({ id: id as GroupId, fixed, carried, unavoidable: 0 });

describe("the penalty of a burden", () => {
  // h(b) is 0, 1, 3, 6, 10, 15, 36 at 0, 1, 2, 3, 4, 5, 8 hours, and linear between; the numbers are 60 times that.
  test.each([
    [0, 0],
    [60, 60],
    [120, 180],
    [180, 360],
    [240, 600],
    [300, 900],
    [480, 2160],
    // The first hour costs 1 a minute, the second 2, the third 3 …
    [15, 15],
    [75, 90],
    [90, 120],
    [135, 225],
    [495, 2295],
  ])("of %i weighted minutes is %i", (minutes, penalty) => {
    expect(penaltyOf(minutes)).toBe(penalty);
  });

  test("is less where two share what one could pay", () => {
    expect(penaltyOf(120) + penaltyOf(120)).toBe(360);
    expect(penaltyOf(240) + penaltyOf(0)).toBe(600);
  });
});

const problem: Problem = {
  groups: [group("north", 30), group("south", 0, 60), group("east")],
  jobs: [
    job("a", {
      priority: 1,
      candidates: [candidate(8, [60, 0]), candidate(9, [0, 0])],
      attends: [0, 1],
      hadTime: true,
      was: 1,
      links: 3,
    }),
    job("b", {
      candidates: [candidate(8, [180], [[60], []]), candidate(10, [0], [[0], null])],
      attends: [1],
      options: [
        { links: ["room:x", "group:e"], groups: [2], people: 25 },
        { links: ["room:y"], groups: [], people: 0 },
      ],
      hadTime: true,
      was: 0,
      links: 5,
    }),
    job("c", { priority: 3, candidates: [candidate(8)] }),
  ],
  resources: [],
  orders: [],
};
const placing = (starts: readonly number[], one = false, two = false): Placing => ({
  starts,
  options: [[], [one, two], []],
});

describe("the value of a placing", () => {
  test("of nothing is what is fixed, and every link that had a time has moved", () => {
    expect(valueOf(problem, emptyPlacing(problem))).toEqual({
      placed: [0, 0, 0],
      reached: 0,
      moved: 8,
      // h(½) = ½, and h(1) = 1 for what was carried over.
      penalty: 30 + 60,
      total: 30,
      worst: 30,
      burdens: [30, 0, 0],
    } satisfies Value);
  });

  test("counts classes, people, links and hours", () => {
    expect(valueOf(problem, placing([0, 0, 0], true, true))).toEqual({
      placed: [1, 1, 1],
      reached: 25,
      // All three of a, which begins at another time.
      moved: 3,
      // North 1½ h: 2. South 3 h and one carried over: 10. East 1 h: 1.
      penalty: 120 + 600 + 60,
      total: 90 + 180 + 60,
      worst: 180,
      burdens: [90, 180, 60],
    } satisfies Value);
  });

  test("counts both links of an option that becomes playback where the session stays", () => {
    expect(valueOf(problem, placing([1, 0, -1], false, true))).toMatchObject({ moved: 2, reached: 0 });
    expect(valueOf(problem, placing([1, 0, -1], true, false))).toMatchObject({ moved: 1, reached: 25 });
    expect(valueOf(problem, placing([1, 1, -1], true, false))).toMatchObject({ moved: 5, burdens: [30, 0, 0] });
  });

  test("does not look at options of what is not placed", () => {
    expect(valueOf(problem, placing([1, -1, -1], true, true))).toMatchObject({
      reached: 0,
      moved: 5,
      burdens: [30, 0, 0],
    });
  });
});

describe("which of two values is better", () => {
  const base: Value = {
    placed: [2, 5, 1],
    reached: 100,
    moved: 4,
    penalty: 600,
    total: 240,
    worst: 120,
    burdens: [120, 60, 60],
  };
  const kinds: readonly PlanKind[] = ["fairest", "least-total", "least-change"];
  const beats = (better: Partial<Value>, worse: Partial<Value>, kind: PlanKind): void => {
    expect(compareValues({ ...base, ...better }, { ...base, ...worse }, kind)).toBeLessThan(0);
    expect(compareValues({ ...base, ...worse }, { ...base, ...better }, kind)).toBeGreaterThan(0);
  };

  test.each(kinds)("%s: placed by class before all else, then people", (kind) => {
    beats(
      { placed: [3, 0, 0] },
      { placed: [2, 9, 9], reached: 999, moved: 0, penalty: 0, total: 0, burdens: [0, 0, 0] },
      kind,
    );
    beats({ placed: [2, 6, 0] }, { placed: [2, 5, 9], reached: 999, moved: 0, penalty: 0, total: 0 }, kind);
    beats({ placed: [2, 5, 2] }, { placed: [2, 5, 1], reached: 999, moved: 0, penalty: 0, total: 0 }, kind);
    beats({ reached: 101 }, { moved: 0, penalty: 0, total: 0, burdens: [0, 0, 0] }, kind);
    expect(compareValues(base, { ...base, burdens: [60, 120, 60] }, kind)).toBe(0);
  });

  test("then what the kind is about", () => {
    beats({ penalty: 599, total: 999, moved: 99 }, { total: 0, moved: 0 }, "fairest");
    beats({ total: 239, penalty: 999, moved: 99 }, { penalty: 0, moved: 0 }, "least-total");
    beats({ moved: 3, penalty: 999, total: 999 }, { penalty: 0, total: 0 }, "least-change");
  });

  test.each(kinds)("%s: then the penalty, the fewer moves, the worst-off, and the next worst-off", (kind) => {
    beats({ penalty: 599, burdens: [300, 0, 0] }, {}, kind);
    beats({ burdens: [60, 119, 61] }, { burdens: [120, 0, 0] }, kind);
    beats({ burdens: [50, 120, 59] }, { burdens: [120, 60, 0] }, kind);
    if (kind !== "least-change") beats({ moved: 3, burdens: [180, 60, 0] }, {}, kind);
  });
});

describe("whether a placing is allowed", () => {
  const two = (change: Partial<Problem>): Problem => ({
    groups: [],
    jobs: [
      job("a", { candidates: [candidate(8), candidate(9), candidate(10)] }),
      job("b", { candidates: [candidate(8), candidate(9), candidate(10)] }),
    ],
    resources: [],
    orders: [],
    ...change,
  });
  const at = (a: number, b: number): Placing => ({ starts: [a, b], options: [[], []] });
  const room = (change: Partial<Resource>): Problem =>
    two({
      resources: [
        {
          name: "room:x",
          capacity: 1,
          uses: [0, 1].map((each) => ({ job: each, option: null, before: 0, after: 0, amount: 1 })),
          busy: [],
          ...change,
        },
      ],
    });

  test("it names what is there", () => {
    expect(isLegal(two({}), at(0, 2))).toBe(true);
    expect(isLegal(two({}), at(-1, -1))).toBe(true);
    for (const start of [3, -2, 0.5]) expect(isLegal(two({}), at(0, start)), `${start}`).toBe(false);
    expect(isLegal(two({}), { starts: [0], options: [[]] })).toBe(false);
    expect(isLegal(two({}), { starts: [0, 1], options: [[], [true]] })).toBe(false);
  });

  test("an option is live only where the candidate allows it", () => {
    expect(isLegal(problem, placing([0, 0, 0], true, true))).toBe(true);
    expect(isLegal(problem, placing([0, 1, 0], true, false))).toBe(true);
    expect(isLegal(problem, placing([0, 1, 0], true, true))).toBe(false);
    expect(isLegal(problem, placing([0, -1, 0], true, true))).toBe(true);
  });

  test("what is taken at any time is there; one may begin as another ends", () => {
    expect(isLegal(room({}), at(0, 0))).toBe(false);
    expect(isLegal(room({}), at(0, 1))).toBe(true);
    expect(isLegal(room({}), at(0, -1))).toBe(true);
    expect(isLegal(room({ capacity: 2 }), at(0, 0))).toBe(true);
  });

  test("with what is taken before and after", () => {
    const uses = [0, 1].map((each) => ({ job: each, option: null, before: hour / 4, after: hour / 2, amount: 1 }));
    expect(isLegal(room({ uses }), at(0, 1))).toBe(false);
    expect(isLegal(room({ uses }), at(2, 1))).toBe(false);
    expect(isLegal(room({ uses }), at(0, 2))).toBe(true);
  });

  test("beside what is fixed, and what is fixed alone is nobody's fault", () => {
    const busy = [{ from: 9.5 * hour, to: 12 * hour, amount: 1 }];
    expect(isLegal(room({ busy }), at(1, -1))).toBe(false);
    expect(isLegal(room({ busy }), at(0, -1))).toBe(true);
    expect(isLegal(room({ busy: [...busy, ...busy] }), at(0, -1))).toBe(true);
    expect(isLegal(room({ busy, capacity: 2 }), at(1, 2))).toBe(true);
    expect(isLegal(room({ busy, capacity: 2 }), at(2, 2))).toBe(false);
  });

  test("an option takes only while it is live", () => {
    const resources: Problem["resources"] = [
      {
        name: "room:y",
        capacity: 1,
        uses: [
          { job: 0, option: null, before: 0, after: 0, amount: 1 },
          { job: 1, option: 1, before: 0, after: 0, amount: 1 },
        ],
        busy: [],
      },
    ];
    expect(isLegal({ ...problem, resources }, placing([0, 0, -1], true, true))).toBe(false);
    expect(isLegal({ ...problem, resources }, placing([0, 0, -1], true, false))).toBe(true);
    expect(isLegal({ ...problem, resources }, placing([0, -1, -1], false, true))).toBe(true);
  });

  test("orders are kept where both are placed", () => {
    // oxlint-disable-next-line unicorn/no-thenable -- a number; nobody waits for it
    const ordered = two({ orders: [{ first: 0, then: 1 }] });
    expect(isLegal(ordered, at(0, 1))).toBe(true);
    expect(isLegal(ordered, at(0, 0))).toBe(false);
    expect(isLegal(ordered, at(2, 1))).toBe(false);
    expect(isLegal(ordered, at(-1, 0))).toBe(true);
    expect(isLegal(ordered, at(2, -1))).toBe(true);
  });
});
