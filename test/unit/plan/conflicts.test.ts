import { describe, expect, test } from "vitest";
import type { Conflict, TroubleKind } from "../../../shared/plan/conflict.ts";
import { conflicts, conflictsOf } from "../../../shared/plan/conflicts.ts";
import { worldOf } from "../../../shared/plan/world.ts";
import { conferenceId, hoursWith, instant, occurrence, planWith, startWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";

/** Monday 13 January 2020 in Durban, two hours ahead of UTC. */
const at = (time: string): string => `2020-01-13T${time}`;
const utc = (time: string): number => instant(`2020-01-13T${time}Z`);
const alwaysOpen = hoursWith("kind");

/** What there is to say of each conflict, but for key and weight. */
function of(given: GivenPlan): readonly Omit<Conflict, "key" | "weight">[] {
  return conflicts(planWith(given), zones, conferenceId).map(({ key: _key, weight: _weight, ...rest }) => rest);
}

const kindsOf = (given: GivenPlan): readonly TroubleKind[] =>
  conflicts(planWith(given), zones, conferenceId).map(({ kind }) => kind);

describe("a room that is closed", () => {
  const room = { setUp: 30, turnRound: 20 };

  test.each([
    ["the first minute that it can", "08:30", []],
    ["set-up before it opens", "08:15", [["set-up", "05:45", "06:00"]]],
    ["the session before it opens, and its set-up: one conflict", "07:30", [["session", "05:30", "06:00"]]],
    ["cleared away as it closes", "20:40", []],
    ["cleared away after it has closed", "20:55", [["clearing", "20:00", "20:15"]]],
    ["the session after it has closed", "21:30", [["session", "20:00", "20:30"]]],
  ])("%s", (_what, time, expected) => {
    const found = of({ rooms: { durban: room }, sessions: { talk: { at: at(time), in: "durban" } } });
    const closed = found.filter(({ kind }) => kind === "room-closed");
    const when = (from: string, to: string) => ({ from: utc(from), to: utc(to), city: "Durban" });
    expect(closed).toMatchObject(
      expected.map(([part, from = "", to = ""]) => ({ part, dated: false, when: when(from, to) })),
    );
  });

  test("on one day, with the reason", () => {
    const hours = {
      ...alwaysOpen,
      dated: [{ date: "2020-01-13", from: 840, to: 960, band: "blocked" as const, why: "wedding" }],
    };
    expect(of({ rooms: { durban: { hours } }, sessions: { talk: { at: at("13:30"), in: "durban" } } })).toEqual([
      {
        kind: "room-closed",
        occurrenceIds: ["talk"],
        roomId: "durban",
        part: "session",
        dated: true,
        because: "wedding",
        when: { from: utc("12:00"), to: utc("12:30"), city: "Durban", zone: "Africa/Johannesburg" },
      },
    ]);
  });

  test("over midnight", () => {
    const hours = hoursWith("kind", [0, 15, "blocked"]);
    const sessions = { talk: { at: at("23:30"), in: "durban" } };
    const groups = { "durban-audience": { hours: alwaysOpen } };
    expect(of({ rooms: { durban: { hours } }, groups, sessions })).toMatchObject([
      { kind: "room-closed", when: { from: utc("22:00"), to: utc("22:15") } },
    ]);
  });

  test("on a day on which the clocks go forward it is open for an hour less", () => {
    // Berlin, 29 March 2020: at 02:00 it is 03:00. Open 01:00–04:00 are two hours then.
    const rooms = { berlin: { city: "Berlin", zone: "Europe/Berlin", hours: hoursWith("blocked", [60, 240, "kind"]) } };
    const groups = { "berlin-audience": { hours: alwaysOpen } };
    const night = (date: string) => ({ talk: { at: `${date}T01:30`, in: "berlin", minutes: 120 } });
    expect(of({ rooms, groups, sessions: night("2020-03-28") })).toEqual([]);
    expect(of({ rooms, groups, sessions: night("2020-03-29") })).toMatchObject([
      { kind: "room-closed", when: { from: instant("2020-03-29T02:00Z"), to: instant("2020-03-29T02:30Z") } },
    ]);
  });

  test("a room that only sees it later may be closed", () => {
    const links = [{ to: "chennai", mode: "playback" as const }];
    const rooms = { durban: {}, chennai: { hours: hoursWith("blocked") } };
    expect(of({ rooms, sessions: { talk: { at: at("10:00"), in: "durban", links } } })).toEqual([]);
  });
});

describe("two in one room", () => {
  const two = (first: string, second: string, room: object = {}): GivenPlan => ({
    rooms: { durban: room },
    sessions: { talk: { at: at(first), in: "durban" }, debate: { at: at(second), in: "durban" } },
  });

  test("touching is not overlapping", () => {
    expect(of(two("10:00", "11:00"))).toEqual([]);
  });

  test("overlapping: about the later one, and not of the audience besides", () => {
    expect(of(two("10:45", "10:00"))).toEqual([
      {
        kind: "room-double",
        occurrenceIds: ["talk", "debate"],
        roomId: "durban",
        other: "debate",
        when: { from: utc("08:45"), to: utc("09:00"), city: "Durban", zone: "Africa/Johannesburg" },
      },
    ]);
  });

  test("of two that start together about the smaller id", () => {
    expect(of(two("10:00", "10:00"))).toMatchObject([{ kind: "room-double", occurrenceIds: ["debate", "talk"] }]);
  });

  test("turn-round and set-up fit between them", () => {
    expect(of(two("10:00", "11:45", { setUp: 30, turnRound: 15 }))).toEqual([]);
  });

  test("turn-round and set-up do not fit by ten minutes", () => {
    expect(of(two("10:00", "11:35", { setUp: 30, turnRound: 15 }))).toMatchObject([
      {
        kind: "room-turn-round",
        occurrenceIds: ["debate", "talk"],
        short: 10,
        when: { from: utc("09:05"), to: utc("09:15") },
      },
    ]);
  });

  test("one after the other without any time between", () => {
    expect(of(two("10:00", "11:00", { turnRound: 1 }))).toMatchObject([{ kind: "room-turn-round", short: 1 }]);
  });

  test("of two conferences", () => {
    const given = {
      conferences: { other: {} },
      rooms: { durban: {} },
      sessions: {
        ours: { at: at("10:00"), in: "durban" },
        theirs: { at: at("10:30"), in: "durban", conferenceId: "other" },
        alsoTheirs: { at: at("11:00"), in: "durban", conferenceId: "other" },
      },
    };
    expect(of(given)).toMatchObject([{ kind: "room-double", occurrenceIds: ["theirs", "ours"] }]);
  });
});

describe("groups", () => {
  const angeles = { city: "Los Angeles", zone: "America/Los_Angeles" };
  const talk = (time: string, more: object = {}) => ({ talk: { at: at(time), links: ["angeles"], ...more } });

  test("shoulder hours are no conflict", () => {
    expect(of({ groups: { angeles }, sessions: talk("16:00") })).toEqual([]);
    expect(of({ groups: { angeles }, sessions: talk("15:59") })).toMatchObject([{ kind: "group-night" }]);
  });

  test("night is a warning with the burden of the whole session", () => {
    const plan = planWith({ groups: { angeles }, sessions: talk("15:30") });
    expect(conflicts(plan, zones, conferenceId)).toEqual([
      {
        key: "group-night|talk|angeles",
        weight: "warning",
        kind: "group-night",
        occurrenceIds: ["talk"],
        groupId: "angeles",
        // 05:30–06:00 night, 06:00–06:30 shoulder.
        burden: 4 + 1.5,
        when: { from: utc("13:30"), to: utc("14:00"), ...angeles },
      },
    ]);
  });

  test("blocked hours have their reason, and may stand beside night", () => {
    const hours = hoursWith("night", [0, 330, "blocked", "second shift"]);
    const found = of({ groups: { angeles: { ...angeles, hours } }, sessions: talk("15:00") });
    expect(found).toMatchObject([
      { kind: "group-blocked", because: "second shift", when: { from: utc("13:00"), to: utc("13:30") } },
      { kind: "group-night", burden: 8, when: { from: utc("13:30"), to: utc("14:00") } },
    ]);
  });

  test("who sees it later pays nothing", () => {
    const links = [{ to: "angeles", mode: "playback" as const }];
    expect(of({ groups: { angeles }, sessions: talk("12:00", { links }) })).toEqual([]);
  });

  const two = (group: object, need: "must" | "may", second = "10:30"): GivenPlan => ({
    groups: { mumbai: group },
    sessions: {
      talk: { at: at("10:00"), links: ["mumbai"] },
      debate: { at: at(second), links: [{ to: "mumbai", need }] },
    },
  });

  test("one that may not split must be in two", () => {
    expect(of(two({}, "must"))).toMatchObject([
      { kind: "group-double", groupId: "mumbai", occurrenceIds: ["debate", "talk"], when: { to: utc("09:00") } },
    ]);
  });

  test.each([
    ["one that may split", two({ maySplit: true }, "must")],
    ["need not be in one of them", two({}, "may")],
    ["one after the other", two({}, "must", "11:00")],
  ])("no conflict: %s", (_what, given) => {
    expect(of(given)).toEqual([]);
  });

  test("an audience in its room and elsewhere", () => {
    const sessions = {
      talk: { at: at("10:00"), in: "durban" },
      debate: { at: at("10:30"), links: ["durban-audience"] },
    };
    expect(of({ rooms: { durban: {} }, sessions })).toMatchObject([
      { kind: "group-double", groupId: "durban-audience", occurrenceIds: ["debate", "talk"] },
    ]);
  });
});

describe("order", () => {
  const two = (time: string | null, more: object = {}): GivenPlan => ({
    sessions: {
      motion: { at: at("10:00"), ...more },
      vote: { at: time === null ? null : at(time), after: ["motion"] },
    },
  });

  test.each([
    ["as it ends", two("11:00")],
    ["not placed", two(null)],
    ["the first is cancelled", two("10:15", { state: "cancelled" })],
    ["after itself", { sessions: { vote: { at: at("10:00"), after: ["vote"] } } }],
  ])("no conflict: %s", (_what, given) => {
    expect(of(given)).toEqual([]);
  });

  test("a minute too early", () => {
    expect(of(two("10:59"))).toEqual([
      {
        kind: "order",
        occurrenceIds: ["vote", "motion"],
        first: "motion",
        other: "motion",
        when: { from: utc("08:59"), to: utc("09:59"), city: "Durban", zone: "Africa/Johannesburg" },
      },
    ]);
  });

  test("every occurrence of the one and of the other", () => {
    const sessions = {
      motion: { at: [at("09:00"), at("12:00")] },
      vote: { at: [at("11:00"), at("14:00")], after: ["motion"] },
    };
    expect(of({ sessions })).toMatchObject([{ kind: "order", occurrenceIds: ["vote", "motion-2"] }]);
  });
});

test("nothing is said of what is cancelled, and it stands in nobody's way", () => {
  const rooms = { durban: {} };
  const sessions = (state: "cancelled" | "idea") => ({
    talk: { at: at("10:00"), in: "durban" },
    debate: { at: at("10:00"), in: "durban", state, languages: ["en", "es"] },
  });
  expect(kindsOf({ rooms, sessions: sessions("idea") })).toEqual(["no-interpreters", "room-double"]);
  expect(kindsOf({ rooms, sessions: sessions("cancelled") })).toEqual([]);
});

describe("an occurrence as if it stood elsewhere", () => {
  const plan = planWith({
    rooms: { durban: {} },
    sessions: { talk: { at: at("10:00"), in: "durban" }, debate: { at: null, in: "durban" } },
  });
  const world = worldOf(plan, zones);

  test("one that stands nowhere yet", () => {
    expect(conflictsOf(world, occurrence("debate"))).toEqual([]);
    expect(conflictsOf(world, occurrence("debate"), startWith(at("10:30")))).toMatchObject([
      { kind: "room-double", occurrenceIds: ["debate", "talk"] },
    ]);
  });

  test("does not stand in its own way", () => {
    expect(conflictsOf(world, occurrence("talk"), startWith(at("10:30")))).toEqual([]);
  });

  test("one that is not there", () => {
    expect(conflictsOf(world, occurrence("constructor"), startWith(at("10:30")))).toEqual([]);
  });
});
