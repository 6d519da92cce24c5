import { describe, expect, test } from "vitest";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { conferenceId, hoursWith, instant, planWith, startWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan, GivenSession } from "../../support/planmaker.ts";

// People, pools of people, and lines.

const at = (time: string): string => `2020-01-13T${time}`;
const utc = (time: string): number => instant(`2020-01-13T${time}Z`);
const of = (given: GivenPlan): readonly Conflict[] => conflicts(planWith(given), zones, conferenceId);

describe("a person", () => {
  const two = (second: string, rest = 0): GivenPlan => ({
    people: { rosa: { rest } },
    sessions: {
      talk: { at: at("10:00"), personIds: ["rosa"] },
      debate: { at: at(second), personIds: ["rosa"] },
    },
  });

  test.each([
    ["one after the other", two("11:00")],
    ["with the whole rest between", two("11:30", 30)],
  ])("no conflict: %s", (_what, given) => {
    expect(of(given)).toEqual([]);
  });

  test.each([
    ["in two at once", two("10:45"), 15],
    ["in two at once, and rests", two("10:45", 30), 45],
    ["rests a minute too short", two("11:29", 30), 1],
    ["has no rest at all", two("11:00", 30), 30],
  ])("%s: %i minutes missing", (_what, given, short) => {
    expect(of(given)).toMatchObject([
      { kind: "person-double", personId: "rosa", occurrenceIds: ["debate", "talk"], short, when: { city: "Durban" } },
    ]);
  });

  const travel = { from: startWith(at("12:00")), to: startWith(at("15:00")), why: "flight to Chennai" };
  const travelling = (time: string): GivenPlan => ({
    people: { rosa: { travel: [travel] } },
    sessions: { talk: { at: at(time), personIds: ["rosa"] } },
  });

  test("travels", () => {
    expect(of(travelling("11:00"))).toEqual([]);
    expect(of(travelling("15:00"))).toEqual([]);
    expect(of(travelling("11:30"))).toMatchObject([
      { kind: "person-travel", because: "flight to Chennai", when: { from: utc("10:00"), to: utc("10:30") } },
    ]);
  });

  test("a journey that takes no time is none", () => {
    const people = { rosa: { travel: [{ ...travel, to: travel.from }] } };
    expect(of({ people, sessions: { talk: { at: at("11:30"), personIds: ["rosa"] } } })).toEqual([]);
  });

  test("cannot come at that hour", () => {
    const people = { rosa: { hours: hoursWith("blocked", [480, 1020, "kind"]) } };
    const talk = (time: string) => ({ talk: { at: at(time), personIds: ["rosa"] } });
    expect(of({ people, sessions: talk("16:00") })).toEqual([]);
    expect(of({ people, sessions: talk("16:15") })).toMatchObject([
      { kind: "person-blocked", dated: false, because: "", when: { from: utc("15:00"), to: utc("15:15") } },
    ]);
  });

  const india = { city: "Chennai", zone: "Asia/Kolkata", roomId: null };
  const inChennai = (firstDay: string, lastDay: string) => ({ ...india, firstDay, lastDay });

  test("is elsewhere: the hours are in that place's time, from its midnight on", () => {
    // 08:00–17:00: 13 January 2020, 16:00–17:00 in Durban is 19:30 in Chennai.
    const hours = hoursWith("blocked", [480, 1020, "kind"]);
    const people = { rosa: { hours, places: [inChennai("2020-01-13", "2020-01-14")] } };
    expect(of({ people, sessions: { talk: { at: at("16:00"), personIds: ["rosa"] } } })).toMatchObject([
      { kind: "person-blocked", when: { from: utc("14:00"), to: utc("15:00"), city: "Chennai", zone: "Asia/Kolkata" } },
    ]);
    // In Chennai it is the 15th from 18:30Z on the 14th: Rosa is at home by then, where it is 20:30.
    const evening = hoursWith("blocked", [1230, 1320, "kind"]);
    const home = { rosa: { hours: evening, places: [inChennai("2020-01-13", "2020-01-14")] } };
    const late = { talk: { at: "2020-01-14T20:30", personIds: ["rosa"] } };
    expect(of({ people: home, sessions: late })).toEqual([]);
    const early = { talk: { at: "2020-01-14T20:15", personIds: ["rosa"] } };
    expect(of({ people: home, sessions: early })).toMatchObject([
      { kind: "person-blocked", when: { city: "Chennai" } },
    ]);
  });

  test("is in two places on one day", () => {
    const berlin = { city: "Berlin", zone: "Europe/Berlin", roomId: null };
    const places = [
      inChennai("2020-01-13", "2020-01-14"),
      { ...berlin, firstDay: "2020-01-14", lastDay: "2020-01-15" },
    ];
    const people = { rosa: { hours: hoursWith("kind"), places } };
    const talk = (day: string) => ({ talk: { at: `${day}T12:00`, personIds: ["rosa"] } });
    for (const day of ["2020-01-13", "2020-01-15"]) expect(of({ people, sessions: talk(day) })).toEqual([]);
    expect(of({ people, sessions: talk("2020-01-14") })).toMatchObject([
      { kind: "person-places", cities: ["Chennai", "Berlin"], when: { city: "Berlin" } },
    ]);
  });

  test("is in one place twice: that is no question", () => {
    const places = [inChennai("2020-01-13", "2020-01-14"), inChennai("2020-01-14", "2020-01-15")];
    const people = { rosa: { hours: hoursWith("kind"), places } };
    expect(of({ people, sessions: { talk: { at: "2020-01-14T12:00", personIds: ["rosa"] } } })).toEqual([]);
  });
});

describe("interpreters", () => {
  const session = (time: string, more: GivenSession = {}): GivenSession => ({
    at: at(time),
    languages: ["es", "en"],
    ...more,
  });

  test("nobody interprets: one conflict for each pair", () => {
    expect(of({ sessions: { talk: session("10:00", { languages: ["hi", "en", "es"] }) } })).toMatchObject([
      { kind: "no-interpreters", pair: ["en", "es"], key: "no-interpreters|talk|en-es" },
      { kind: "no-interpreters", pair: ["en", "hi"] },
      { kind: "no-interpreters", pair: ["es", "hi"] },
    ]);
  });

  test("another conference's interpreters do not come", () => {
    const given = { conferences: { other: {} }, pools: { booth: { conferenceIds: ["other"] } } };
    expect(of({ ...given, sessions: { talk: session("10:00") } })).toMatchObject([{ kind: "no-interpreters" }]);
  });

  const pools = { booth: { size: 1, rest: 30, longestStretch: 60 } };

  test("one after the other, rested", () => {
    expect(of({ pools, sessions: { talk: session("10:00"), debate: session("11:30") } })).toEqual([]);
  });

  test("one after the other, not rested", () => {
    expect(of({ pools, sessions: { talk: session("10:00"), debate: session("11:15") } })).toMatchObject([
      { kind: "pool-rest", occurrenceIds: ["debate", "talk"], needed: 2, size: 1, when: { from: utc("09:15") } },
    ]);
  });

  test("two at once", () => {
    expect(of({ pools, sessions: { talk: session("10:00"), debate: session("10:30") } })).toMatchObject([
      { kind: "pool-empty", occurrenceIds: ["debate", "talk"], needed: 2, size: 1, others: ["talk"] },
    ]);
  });

  test("a long one takes two, alone", () => {
    expect(of({ pools, sessions: { talk: session("10:00", { minutes: 61 }) } })).toMatchObject([
      { kind: "pool-empty", occurrenceIds: ["talk"], needed: 2, size: 1, others: [] },
    ]);
  });

  test("three that start together are one conflict, three in a row are one at each start", () => {
    const at3 = (a: string, b: string, c: string) => ({ a: session(a), b: session(b), c: session(c) });
    expect(of({ pools, sessions: at3("10:00", "10:00", "10:00") })).toMatchObject([
      { kind: "pool-empty", occurrenceIds: ["a", "b", "c"], needed: 3 },
    ]);
    expect(of({ pools, sessions: at3("10:00", "10:15", "10:30") })).toMatchObject([
      { kind: "pool-empty", occurrenceIds: ["b", "a"], needed: 2 },
      { kind: "pool-empty", occurrenceIds: ["c", "a", "b"], needed: 3 },
    ]);
  });

  test("of several pools for a pair the one with the smallest id is taken", () => {
    const two = { booth: { size: 5 }, attic: { size: 0 } };
    expect(of({ pools: two, sessions: { talk: session("10:00") } })).toMatchObject([
      { kind: "pool-empty", poolId: "attic", needed: 1, size: 0 },
    ]);
  });

  test("shared by two conferences", () => {
    const given = {
      conferences: { other: {} },
      pools: { booth: { conferenceIds: ["conference", "other"] } },
      sessions: { ours: session("10:00"), theirs: session("10:30", { conferenceId: "other" }) },
    };
    expect(of(given)).toMatchObject([{ kind: "pool-empty", occurrenceIds: ["theirs", "ours"] }]);
  });
});

describe("operators and the line of a venue", () => {
  const rooms = { hall: { venueId: "palace" }, cellar: { venueId: "palace" }, tower: {} };
  const venue = (up: number | null, down: number | null) => ({ palace: { uplink: { up, down } } });
  const both = { talk: { at: at("10:00"), in: "hall", links: ["cellar", "tower"] } };

  test("one operator for each live room", () => {
    const pools = { crew: { serves: { kind: "venue", venueId: "palace" } as const, size: 1 } };
    const given = { rooms, venues: venue(null, null), pools };
    expect(of({ ...given, sessions: both })).toMatchObject([{ kind: "pool-empty", poolId: "crew", needed: 2 }]);
    const links = [{ to: "cellar", mode: "playback" as const }, "tower"];
    expect(of({ ...given, sessions: { talk: { ...both.talk, links } } })).toEqual([]);
  });

  test.each([
    ["it carries both", 8, 12, []],
    ["it is not known", null, null, []],
    ["too little up", 7.9, 12, [["up", 8, 7.9]]],
    ["too little down", 8, 11, [["down", 12, 11]]],
    [
      "too little either way",
      4,
      6,
      [
        ["down", 12, 6],
        ["up", 8, 4],
      ],
    ],
  ] as const)("%s", (_what, up, down, expected) => {
    expect(of({ rooms, venues: venue(up, down), sessions: both })).toMatchObject(
      expected.map(([direction, needed, has]) => ({ kind: "uplink", venueId: "palace", direction, needed, has })),
    );
  });

  test("two sessions share it while they overlap", () => {
    const sessions = (second: string) => ({
      talk: { at: at("10:00"), in: "hall" },
      debate: { at: at(second), in: "cellar" },
    });
    expect(of({ rooms, venues: venue(7, null), sessions: sessions("11:00") })).toEqual([]);
    expect(of({ rooms, venues: venue(7, null), sessions: sessions("10:59") })).toMatchObject([
      { kind: "uplink", direction: "up", occurrenceIds: ["debate", "talk"], needed: 8, others: ["talk"] },
    ]);
  });
});
