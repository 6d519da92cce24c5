import { describe, expect, test } from "vitest";
import { build, candidateAt, jobOf, placingWith, resourceNamed, wallsOf } from "../../support/building.ts";
import { instant, planWith } from "../../support/planmaker.ts";
import { isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";

const conference = { firstDay: "2026-03-05", lastDay: "2026-03-06" };
const chennai = { city: "Chennai", zone: "Asia/Kolkata" };
const minute = 60_000;
const must = (job: number, before: number, after: number, amount = 1) => ({
  job,
  option: null,
  before: before * minute,
  after: after * minute,
  amount,
});
/** [from, to) in Durban's time, on Thursday. */
const taken = (from: string, to: string, amount = 1) => ({
  from: instant(`2026-03-05T${from}+02:00`),
  to: instant(`2026-03-05T${to}+02:00`),
  amount,
});

describe("what a start costs", () => {
  const planFrom = (earliest: number | null) =>
    planWith({
      conference,
      rooms: { hall: {} },
      groups: { far: chennai, "hall-audience": {}, idle: {} },
      sessions: {
        fixed: { in: "hall", links: ["far"], at: "2026-03-05T17:45", pinned: true },
        talk: {
          in: "hall",
          links: ["far"],
          minutes: 90,
          range: { firstDay: null, lastDay: null, earliest, latest: null },
        },
      },
    });

  test("each group that must come pays its own, in weighted minutes", () => {
    const built = build(planFrom(null));
    const { attends } = jobOf(built, "talk");
    expect(attends.map((g) => built.problem.groups[g]?.id)).toEqual(["hall-audience", "far"]);
    expect(candidateAt(built, "talk", "2026-03-05T10:00").costs).toEqual([0, 0]);
    // Chennai is 3½ hours ahead: 20:30 to 22:00 there, the last hour bearable.
    expect(candidateAt(built, "talk", "2026-03-06T17:00").costs).toEqual([0, 60]);
    // 22:15 to 23:45 there: 45 minutes of shoulder, 45 of night.
    expect(candidateAt(built, "talk", "2026-03-06T18:45").costs).toEqual([0, 3 * 45 + 8 * 45]);
    // 20:30 to 22:00 in the hall.
    expect(candidateAt(built, "talk", "2026-03-06T20:30").costs).toEqual([60, 8 * 90]);
  });

  test("what is fixed has cost already, and nobody can be spared the cheapest", () => {
    // Fixed: 21:15 to 22:15 in Chennai, 45 minutes of bearable and 15 of shoulder hours.
    expect(build(planFrom(null)).problem.groups).toEqual([
      { id: "hall-audience", fixed: 0, carried: 0, unavoidable: 0 },
      { id: "far", fixed: 90, carried: 0, unavoidable: 90 },
    ]);
    // From 18:30: 22:00 to 23:30.
    expect(build(planFrom(18 * 60 + 30)).problem.groups[1]).toMatchObject({ unavoidable: 90 + 3 * 60 + 8 * 30 });
  });
});

describe("what is taken together", () => {
  test("rooms with set-up and turn-round, people with their rest, groups that may not split", () => {
    const plan = planWith({
      conference,
      rooms: { hall: { setUp: 15, turnRound: 30 }, side: {}, third: {} },
      groups: { near: {}, wide: { maySplit: true } },
      people: { rosa: { rest: 20 } },
      sessions: {
        a: { in: "hall", links: ["near", "wide"], personIds: ["rosa"] },
        b: { in: "hall", links: ["wide"], personIds: ["rosa"] },
        c: { in: "third", links: ["near", "wide"] },
        fixed: { in: "hall", at: "2026-03-05T10:00", personIds: ["rosa"], pinned: true },
        other: { in: "side", at: "2026-03-05T12:00", links: [{ to: "near", need: "may" }], pinned: true },
        third: { in: "side", at: "2026-03-05T14:00", links: ["near"], pinned: true },
      },
    });
    const built = build(plan);
    expect(built.problem.resources).toEqual([
      {
        name: "room:hall",
        capacity: 1,
        uses: [must(0, 15, 30), must(1, 15, 30)],
        busy: [taken("09:45", "11:30")],
      },
      { name: "person:rosa", capacity: 1, uses: [must(0, 0, 20), must(1, 0, 20)], busy: [taken("10:00", "11:20")] },
      // Its room's audience may not split either.
      {
        name: "group:hall-audience",
        capacity: 1,
        uses: [must(0, 0, 0), must(1, 0, 0)],
        busy: [taken("10:00", "11:00")],
      },
      // Where it may come nobody must.
      { name: "group:near", capacity: 1, uses: [must(0, 0, 0), must(2, 0, 0)], busy: [taken("14:00", "15:00")] },
    ]);
    expect(
      isLegal(
        built.problem,
        placingWith(built, { a: "2026-03-05T15:00", b: "2026-03-05T16:45", c: "2026-03-05T16:00" }),
      ),
    ).toBe(true);
    expect(
      isLegal(
        built.problem,
        placingWith(built, { a: "2026-03-05T15:00", b: "2026-03-05T16:45", c: "2026-03-05T15:45" }),
      ),
    ).toBe(false);
    expect(
      isLegal(
        built.problem,
        placingWith(built, { a: "2026-03-05T15:00", b: "2026-03-05T16:30", c: "2026-03-05T16:00" }),
      ),
    ).toBe(false);
  });

  test("pools by heads and with their rest, the operators of a venue by its live rooms, and its line", () => {
    const venue = { venueId: "block" };
    const plan = planWith({
      conference,
      venues: { block: { uplink: { up: 10.5, down: 20 } } },
      rooms: { one: venue, two: venue, three: venue },
      pools: {
        interpreters: { size: 2, longestStretch: 60, rest: 30 },
        operators: { serves: { kind: "venue", venueId: "block" }, size: 3 },
      },
      sessions: {
        a: { in: "one", links: [{ to: "two", need: "may" }], languages: ["es", "en"], minutes: 90 },
        b: { in: "two", languages: ["en", "es"] },
        fixed: { in: "three", at: "2026-03-05T12:00", languages: ["en", "es"], pinned: true },
      },
    });
    const option = { job: 0, option: 0, before: 0, after: 0 };
    const built = build(plan);
    expect(resourceNamed(built, "pool:interpreters")).toEqual({
      name: "pool:interpreters",
      capacity: 2,
      uses: [must(0, 0, 30, 2), must(1, 0, 30)],
      busy: [taken("12:00", "13:30")],
    });
    expect(resourceNamed(built, "pool:operators")).toEqual({
      name: "pool:operators",
      capacity: 3,
      uses: [must(0, 0, 0), { ...option, amount: 1 }, must(1, 0, 0)],
      busy: [taken("12:00", "13:00")],
    });
    // Two rooms' worth of ten and a half.
    expect(resourceNamed(built, "up:block")).toMatchObject({
      capacity: 8,
      uses: [{ amount: 4 }, { ...option, amount: 4 }, { amount: 4 }],
    });
    expect(resourceNamed(built, "down:block")).toMatchObject({ capacity: 18, busy: [taken("12:00", "13:00", 6)] });
    // Beside the fixed one the first may not keep its second room.
    expect(candidateAt(built, "b", "2026-03-05T12:15").options).toEqual([]);
    expect(wallsOf(built, "a").filter((wall) => wall > "2026-03-05T10:00" && wall < "2026-03-05T13:30")).toEqual([]);
  });

  test("what can bind no two of them is not named", () => {
    const plan = planWith({
      conference,
      venues: { block: { uplink: { up: 8, down: 12 } } },
      rooms: { one: { venueId: "block" }, two: { venueId: "block" } },
      groups: { near: {} },
      people: { rosa: {} },
      sessions: { a: { in: "one", personIds: ["rosa"] }, b: { in: "two", links: [{ to: "near", need: "may" }] } },
    });
    expect(build(plan).problem.resources).toEqual([]);
  });

  test("a job may rest where fixed ones alone take too much of a pool", () => {
    const plan = planWith({
      conference,
      rooms: { hall: {}, one: {}, two: {} },
      pools: { interpreters: { rest: 60 } },
      sessions: {
        talk: { in: "hall", languages: ["en", "es"] },
        panel: { in: "hall", languages: ["en", "es"] },
        left: { in: "one", at: "2026-03-05T12:30", languages: ["en", "es"], pinned: true },
        right: { in: "two", at: "2026-03-05T12:30", languages: ["en", "es"], pinned: true },
      },
    });
    const built = build(plan);
    expect(wallsOf(built, "talk").filter((wall) => wall > "2026-03-05T11:00" && wall < "2026-03-05T15:00")).toEqual(
      "11:15 11:30 14:30 14:45".split(" ").map((time) => `2026-03-05T${time}`),
    );
    expect(resourceNamed(built, "pool:interpreters")?.busy).toEqual([]);
    const beside = placingWith(built, { talk: "2026-03-05T11:30", panel: null });
    expect(isLegal(built.problem, beside)).toBe(true);
    expect(isLegal(built.problem, placingWith(built, { talk: "2026-03-05T11:30", panel: "2026-03-05T09:30" }))).toBe(
      true,
    );
    expect(isLegal(built.problem, placingWith(built, { talk: "2026-03-05T11:30", panel: "2026-03-05T09:45" }))).toBe(
      false,
    );
  });
});

test("order: between those that may move, and to what is fixed", () => {
  const plan = planWith({
    conference,
    rooms: { one: {}, two: {}, three: {} },
    sessions: {
      first: { in: "one" },
      second: { at: [null, null], in: "two", after: ["first", "fixed", "second"] },
      last: { in: "three", after: ["second"], priority: 1 },
      fixed: { in: "three", at: "2026-03-05T10:00", pinned: true },
    },
  });
  const built = build(plan);
  expect(built.problem.jobs.map(({ id }) => id)).toEqual(["first", "last", "second", "second-2"]);
  expect(built.problem.orders.map(({ first, then }) => [first, then])).toEqual([
    [2, 1],
    [3, 1],
    [0, 2],
    [0, 3],
  ]);
  expect(wallsOf(built, "second")[0]).toBe("2026-03-05T11:00");
  expect(wallsOf(built, "first")[0]).toBe("2026-03-05T08:00");
  const placing = placingWith(built, {
    first: "2026-03-05T12:00",
    second: "2026-03-05T13:00",
    "second-2": null,
    last: "2026-03-05T14:00",
  });
  expect(isLegal(built.problem, placing)).toBe(true);
  expect(valueOf(built.problem, placing).placed).toEqual([1, 2, 0]);
  expect(isLegal(built.problem, placingWith(built, { first: "2026-03-05T12:15", second: "2026-03-05T13:00" }))).toBe(
    false,
  );
});
