import { describe, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId } from "../../../shared/ids.ts";
import { build, candidateAt, jobOf, refusalOrBuilt, wallsOf } from "../../support/building.ts";
import { hoursWith, instant, planWith } from "../../support/planmaker.ts";

const days = { firstDay: "2026-03-05", lastDay: "2026-03-06" };
const chennai = { city: "Chennai", zone: "Asia/Kolkata" };
const berlin = { city: "Berlin", zone: "Europe/Berlin" };
const id = (name: string): OccurrenceId => name as OccurrenceId;

describe("where a session may begin", () => {
  test("every quarter of an hour while its room is open, with set-up and turn-round", () => {
    const plan = planWith({
      conference: days,
      rooms: { hall: {}, slow: { setUp: 30, turnRound: 15 } },
      sessions: { talk: { in: "hall" }, panel: { in: "slow", minutes: 90 } },
    });
    const walls = wallsOf(build(plan), "talk");
    // 08:00 to 21:00 on each of two days.
    expect(walls).toHaveLength(106);
    expect([walls[0], walls[1], walls[52], walls[53]]).toEqual([
      "2026-03-05T08:00",
      "2026-03-05T08:15",
      "2026-03-05T21:00",
      "2026-03-06T08:00",
    ]);
    const slow = wallsOf(build(plan), "panel");
    expect([slow[0], slow.findLast((wall) => wall < "2026-03-06")]).toEqual(["2026-03-05T08:30", "2026-03-05T20:15"]);
  });

  test("on the wall clock of its host, half an hour and three quarters off", () => {
    const kathmandu = { city: "Kathmandu", zone: "Asia/Kathmandu" };
    const plan = planWith({
      conference: days,
      rooms: { chennai, kathmandu },
      sessions: { talk: { in: "chennai" }, panel: { in: "kathmandu" } },
    });
    const built = build(plan);
    // From midnight in Durban, where the conference is: 03:30 and 03:45 there; the rooms open at 08:00.
    expect(candidateAt(built, "talk", "2026-03-05T08:00").at).toBe(instant("2026-03-05T02:30Z"));
    expect(candidateAt(built, "panel", "2026-03-05T08:00").at).toBe(instant("2026-03-05T02:15Z"));
    for (const name of ["talk", "panel"])
      expect(wallsOf(built, name).every((wall) => /:(00|15|30|45)$/.test(wall))).toBe(true);
  });

  test("over the night in which the clocks go forward, and twice in that in which they go back", () => {
    const open = { ...berlin, hours: hoursWith("kind") };
    const night = (day: string) =>
      planWith({
        conference: { firstDay: day, lastDay: day, ...berlin },
        rooms: { hall: open },
        sessions: { talk: { in: "hall", minutes: 30 } },
      });
    const spring = wallsOf(build(night("2026-03-29")), "talk");
    expect(spring.filter((wall) => wall.slice(11, 13) === "02")).toEqual([]);
    // 23 hours, less the last quarter.
    expect(spring).toHaveLength(91);
    const autumn = jobOf(build(night("2026-10-25")), "talk").candidates;
    expect(autumn).toHaveLength(99);
    const twice = autumn.filter(({ start }) => start.wall === "2026-10-25T02:30").map(({ start }) => start.offset);
    expect(twice).toEqual([120, 60]);
  });

  test("also where it is now, off the grid, and there it was", () => {
    const sessions = { talk: { in: "hall", at: "2026-03-05T10:07" }, panel: { in: "hall", at: "2026-03-05T12:00" } };
    const plan = planWith({ conference: days, rooms: { hall: {} }, sessions });
    const built = build(plan);
    const { candidates, was, hadTime, links } = jobOf(built, "talk");
    expect(candidates).toHaveLength(107);
    expect(candidates[was]?.start).toEqual(plan.occurrences["talk"]?.start);
    expect({ hadTime, links }).toEqual({ hadTime: true, links: 1 });
    expect(jobOf(built, "panel").candidates).toHaveLength(106);
    expect(jobOf(built, "panel").candidates[jobOf(built, "panel").was]?.start.wall).toBe("2026-03-05T12:00");
  });

  test("moving what nobody is linked to counts too, as one link", () => {
    const built = build(planWith({ conference: days, sessions: { idea: { at: "2026-03-05T10:00" }, other: {} } }));
    expect(jobOf(built, "idea")).toMatchObject({ hadTime: true, links: 1 });
    expect(jobOf(built, "other")).toMatchObject({ hadTime: false, links: 0 });
  });

  test("a start that breaks a rule was, and is no candidate", () => {
    const sessions = { talk: { in: "hall", at: "2026-03-05T23:00" }, new: { in: "hall" } };
    const built = build(planWith({ conference: days, rooms: { hall: {} }, sessions }));
    expect(jobOf(built, "talk")).toMatchObject({ was: -1, hadTime: true, links: 1 });
    expect(jobOf(built, "new")).toMatchObject({ was: -1, hadTime: false, links: 0 });
    expect(built.before.starts).toEqual([-1, -1]);
    expect(built.beforeValue.placed).toBe(1);
  });

  test("where nobody who must come is blocked, in the zone of where each is", () => {
    const plan = planWith({
      conference: days,
      rooms: { hall: {} },
      groups: { far: { ...chennai, hours: hoursWith("blocked", [540, 1320, "kind"]) } },
      people: {
        rosa: {
          hours: hoursWith("kind", [720, 780, "blocked"]),
          travel: [
            {
              from: {
                wall: "2026-03-06T08:00",
                zone: "Africa/Johannesburg",
                offset: 120,
                instant: instant("2026-03-06T06:00Z"),
                zoneData: "x",
              },
              to: {
                wall: "2026-03-06T15:00",
                zone: "Africa/Johannesburg",
                offset: 120,
                instant: instant("2026-03-06T13:00Z"),
                zoneData: "x",
              },
              why: "",
            },
          ],
        },
      },
      sessions: { talk: { in: "hall", links: ["far"], personIds: ["rosa"] } },
    });
    const walls = wallsOf(build(plan), "talk");
    // Far is there until 18:30 in Durban; Rosa is out from 12 to 13, and under way on Friday until 15:00.
    expect(walls.filter((wall) => wall < "2026-03-06").map((wall) => wall.slice(11))).toEqual([
      ..."08:00 08:15 08:30 08:45 09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00".split(" "),
      ..."13:00 13:15 13:30 13:45 14:00 14:15 14:30 14:45 15:00 15:15 15:30 15:45 16:00 16:15 16:30 16:45 17:00 17:15 17:30".split(
        " ",
      ),
    ]);
    expect(walls.find((wall) => wall > "2026-03-06")).toBe("2026-03-06T15:00");
  });

  test("nowhere, where an error does not depend on the time", () => {
    const venue = { venueId: "block" };
    const plan = planWith({
      conference: days,
      venues: { block: { uplink: { up: 6, down: null } } },
      rooms: { hall: {}, one: venue, two: venue },
      pools: { few: { serves: { kind: "languages", pair: ["en", "zu"] }, longestStretch: 45 } },
      sessions: {
        mute: { in: "hall", languages: ["en", "fr"] },
        long: { in: "hall", languages: ["en", "zu"] },
        short: { in: "hall", languages: ["en", "zu"], minutes: 45 },
        wide: { in: "one", links: ["two"] },
        narrow: { in: "one" },
      },
    });
    const built = build(plan);
    const count = (name: string): number => jobOf(built, name).candidates.length;
    expect(["mute", "long", "wide"].map(count)).toEqual([0, 0, 0]);
    expect(["short", "narrow"].map(count)).toEqual([108, 106]);
  });
});

describe("what is free and what is fixed", () => {
  const plan = planWith({
    conference: days,
    conferences: { july: {} },
    rooms: { hall: {} },
    people: { rosa: { rest: 30 } },
    sessions: {
      pinned: { in: "hall", at: "2026-03-05T10:00", pinned: true },
      cancelled: { in: "hall", at: "2026-03-05T14:00", state: "cancelled" },
      thursday: { in: "hall", at: "2026-03-05T16:00" },
      friday: { in: "hall", at: "2026-03-06T16:00" },
      nowhere: { in: "hall", personIds: ["rosa"] },
      waiting: { in: "hall", pinned: true },
      foreign: { conferenceId: "july", at: "2026-03-06T10:00", personIds: ["rosa"] },
    },
  });
  const jobsOf = (wish: Parameters<typeof build>[1]): readonly string[] =>
    build(plan, wish).problem.jobs.map((job) => job.id);

  test("all that is neither pinned nor cancelled", () => {
    const built = build(plan);
    expect(built.problem.jobs.map((job) => job.id)).toEqual(["friday", "nowhere", "thursday"]);
    expect(built.fixed).toEqual([{ occurrenceId: "pinned", because: "pinned" }]);
    // Not over what is pinned; over what is cancelled, and over what is free itself.
    const onThursday = wallsOf(built, "nowhere").filter((wall) => wall < "2026-03-06");
    expect(onThursday.filter((wall) => wall > "2026-03-05T09:00" && wall < "2026-03-05T11:00")).toEqual([]);
    expect(onThursday).toEqual(
      expect.arrayContaining(["2026-03-05T09:00", "2026-03-05T11:00", "2026-03-05T14:00", "2026-03-05T16:00"]),
    );
  });

  test("what other conferences need stays theirs", () => {
    // Rosa is elsewhere on Friday from 10 to 11, and rests for half an hour before and after.
    const morning = wallsOf(build(plan), "nowhere").filter((wall) => wall > "2026-03-06" && wall < "2026-03-06T12:15");
    expect(morning.map((wall) => wall.slice(11))).toEqual(["08:00", "08:15", "08:30", "11:30", "11:45", "12:00"]);
  });

  test("some sessions only", () => {
    expect(jobsOf({ occurrenceIds: [id("friday"), id("pinned")] })).toEqual(["friday"]);
    const built = build(plan, { occurrenceIds: [id("nowhere")] });
    expect(built.fixed).toEqual([
      { occurrenceId: "friday", because: "not-free" },
      { occurrenceId: "pinned", because: "pinned" },
      { occurrenceId: "thursday", because: "not-free" },
    ]);
    expect(wallsOf(built, "nowhere")).not.toContain("2026-03-05T16:00");
  });

  test("some days only: what begins on them or nowhere, and within them", () => {
    expect(jobsOf({ days: ["2026-03-06"] })).toEqual(["friday", "nowhere"]);
    const walls = wallsOf(build(plan, { days: ["2026-03-06"] }), "nowhere");
    expect(walls.every((wall) => wall.startsWith("2026-03-06"))).toBe(true);
    expect(jobsOf({ days: ["2026-03-06"], occurrenceIds: [id("thursday"), id("friday")] })).toEqual(["friday"]);
  });

  test("the days are those of the conference's zone, wherever a session is held", () => {
    const angeles = { city: "Los Angeles", zone: "America/Los_Angeles", hours: hoursWith("kind") };
    const west = planWith({ conference: days, rooms: { angeles }, sessions: { talk: { in: "angeles" } } });
    const walls = wallsOf(build(west, { days: ["2026-03-05"] }), "talk");
    expect([walls[0], walls.at(-1)]).toEqual(["2026-03-04T14:00", "2026-03-05T13:45"]);
    // On the last day it must have ended, too.
    expect(wallsOf(build(west, { days: ["2026-03-06"] }), "talk").at(-1)).toBe("2026-03-06T13:00");
  });

  test("a conference or an occurrence that there is not", () => {
    expect(refusalOrBuilt(plan, { conferenceId: "june" as ConferenceId })).toEqual({ ok: false, code: "not-found" });
    for (const name of ["nobody", "foreign"])
      expect(refusalOrBuilt(plan, { occurrenceIds: [id(name)] })).toEqual({ ok: false, code: "not-found" });
    expect(refusalOrBuilt(plan, { mode: "repair" })).toEqual({ ok: false, code: "no-release" });
  });

  test("a conference without days has those on which anything is placed", () => {
    const some = { talk: { in: "hall" }, panel: { in: "hall", at: "2026-03-05T21:30" } };
    const built = build(planWith({ rooms: { hall: {} }, sessions: some }));
    expect(wallsOf(built, "talk")).toHaveLength(53);
    const none = planWith({ rooms: { hall: {} }, sessions: { talk: { in: "hall" } } });
    expect(refusalOrBuilt(none)).toEqual({ ok: false, code: "no-days" });
    const half = planWith({ conference: { firstDay: "2026-03-04" }, rooms: { hall: {} }, sessions: some });
    expect(wallsOf(build(half), "talk")).toHaveLength(106);
  });
});
