import { describe, expect, test } from "vitest";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { conferenceId, instant, planWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan, GivenTime } from "../../support/planmaker.ts";

// What is wrong with a time itself: gap and fold, other zone data, outside the conference, outside the session's range.

const of = (given: GivenPlan): readonly Conflict[] => conflicts(planWith(given), zones, conferenceId);

describe("gap, fold, other zone data", () => {
  const angeles = "America/Los_Angeles";
  const when = (wall: string, more: Partial<GivenTime> = {}): GivenPlan => ({
    conference: { city: "Los Angeles", zone: angeles },
    sessions: { talk: { at: { wall, ...more } } },
  });

  test.each([
    ["before the gap", when("2026-03-08T01:59")],
    ["after the gap", when("2026-03-08T03:00")],
    ["before the fold", when("2026-11-01T00:59")],
    ["after the fold", when("2026-11-01T02:00")],
    ["in the fold, the first time", when("2026-11-01T01:30", { offset: -420 })],
    ["in the fold, the second time", when("2026-11-01T01:30", { offset: -480 })],
  ])("no conflict: %s", (_what, given) => {
    expect(of(given)).toEqual([]);
  });

  test("the clocks go forward over it", () => {
    expect(of(when("2026-03-08T02:00"))).toMatchObject([
      { kind: "gap", weight: "error", key: "gap|talk|", when: { city: "Los Angeles", zone: angeles } },
    ]);
  });

  test.each([null, -360])("it comes twice, and the offset is %s", (offset) => {
    const given = when("2026-11-01T01:30", { offset });
    expect(of(given)).toMatchObject([{ kind: "fold", weight: "error" }]);
  });

  test("its instant is another than the zone data say now: a warning", () => {
    const instantNow = instant("2026-01-15T18:00Z");
    const given = when("2026-01-15T10:00", { instant: instantNow + 3_600_000 });
    expect(of(given)).toMatchObject([{ kind: "zone-moved", weight: "warning", instant: instantNow }]);
  });

  test("so too where it comes twice", () => {
    const given = when("2026-11-01T01:30", { offset: -480, instant: instant("2026-11-01T08:30Z") });
    expect(of(given)).toMatchObject([{ kind: "zone-moved", instant: instant("2026-11-01T09:30Z") }]);
  });

  test("a time in another zone than the host's is said in that one's", () => {
    const given = when("2026-03-29T02:30", { zone: "Europe/Berlin" });
    expect(of(given)).toMatchObject([{ kind: "gap", when: { zone: "Europe/Berlin", city: "Berlin" } }]);
  });
});

describe("outside the conference", () => {
  const days = { firstDay: "2020-01-10", lastDay: "2020-01-12" };
  const talk = (at: string): GivenPlan => ({ conference: days, sessions: { talk: { at } } });

  test.each(["2020-01-10T00:00", "2020-01-12T23:00"])("not at %s", (at) => {
    expect(of(talk(at))).toEqual([]);
  });

  test.each(["2020-01-09T23:59", "2020-01-12T23:01", "2020-01-14T10:00"])("at %s", (at) => {
    expect(of(talk(at))).toMatchObject([{ kind: "outside-conference", when: { city: "Durban" } }]);
  });

  test("the days are the conference's, whatever the host room's calendar says", () => {
    // 10 January 07:00 in Durban is the 9th, 21:00, in Los Angeles.
    const rooms = { angeles: { city: "Los Angeles", zone: "America/Los_Angeles" } };
    expect(of({ conference: days, rooms, sessions: { talk: { at: "2020-01-09T14:00", in: "angeles" } } })).toEqual([]);
    expect(
      of({ conference: days, rooms, sessions: { talk: { at: "2020-01-09T13:59", in: "angeles" } } }),
    ).toMatchObject([{ kind: "outside-conference" }]);
  });

  test("while one of its days is open, only the other counts", () => {
    const given = { ...talk("2030-01-01T10:00"), conference: { ...days, lastDay: null } };
    expect(of(given)).toEqual([]);
  });
});

describe("outside the session's own range", () => {
  const range = { firstDay: "2020-01-11", lastDay: "2020-01-11", earliest: 600, latest: 720 };
  const talk = (at: string, more: object = {}): GivenPlan => ({
    sessions: { talk: { at, range: { ...range, ...more } } },
  });

  test.each(["2020-01-11T10:00", "2020-01-11T11:00"])("not at %s", (at) => {
    expect(of(talk(at))).toEqual([]);
  });

  test.each([
    ["2020-01-11T09:59", ["hour"]],
    ["2020-01-11T11:01", ["hour"]],
    ["2020-01-10T10:00", ["day"]],
    ["2020-01-12T15:00", ["day", "hour"]],
  ])("at %s: %j", (at, parts) => {
    expect(of(talk(at)).map((conflict) => conflict.kind === "outside-range" && conflict.part)).toEqual(parts);
  });

  test("the latest minute may lie on the next day", () => {
    expect(of(talk("2020-01-11T23:30", { latest: 1470 }))).toEqual([]);
    expect(of(talk("2020-01-11T23:31", { latest: 1470 }))).toMatchObject([{ part: "hour" }]);
  });

  test("days and minutes are of the host room's clock", () => {
    const rooms = { chennai: { city: "Chennai", zone: "Asia/Kolkata" } };
    const sessions = { talk: { at: { wall: "2020-01-11T06:30", zone: "Africa/Johannesburg" }, in: "chennai", range } };
    expect(of({ rooms, sessions })).toEqual([]);
  });

  test("over a change of the clocks it is what they show that counts", () => {
    // Berlin, 29 March 2020: 01:30 and an hour is 03:30.
    const conference = { city: "Berlin", zone: "Europe/Berlin" };
    const ends = (latest: number): GivenPlan => ({
      conference,
      sessions: {
        talk: { at: "2020-03-29T01:30", range: { firstDay: null, lastDay: null, earliest: null, latest } },
      },
    });
    expect(of(ends(210))).toEqual([]);
    expect(of(ends(209))).toMatchObject([{ kind: "outside-range" }]);
  });
});
