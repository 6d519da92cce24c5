import { describe, expect, test } from "vitest";
import { defaultRoomHours } from "../../../shared/plan/bands.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import { placementsOf, withPlacements } from "../../../shared/plan/suggest/placing.ts";
import { isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";
import { build, candidateAt, jobOf, placingWith, wallsOf } from "../../support/building.ts";
import { planWith } from "../../support/planmaker.ts";
import type { GivenPlan, GivenSession } from "../../support/planmaker.ts";

// A plan was released; then the draft was changed by what has happened since. It is Thursday noon in Durban.

const now = "2026-03-05T10:00Z";
const sessions: Record<string, GivenSession> = {
  morning: { in: "hall", links: ["chennai"], at: "2026-03-05T11:30" },
  noon: { in: "hall", at: "2026-03-05T13:00" },
  evening: { in: "hall", links: [{ to: "chennai", need: "may" }], at: "2026-03-05T17:00" },
  friday: { in: "hall", at: "2026-03-06T10:00" },
};
const planOf = (changed: Readonly<Record<string, GivenSession>>, more: GivenPlan = {}): Plan =>
  planWith({
    conference: { firstDay: "2026-03-05", lastDay: "2026-03-06" },
    rooms: { hall: {}, chennai: { city: "Chennai", zone: "Asia/Kolkata" } },
    ...more,
    sessions: { ...sessions, ...changed },
  });
const released = planOf({});
const repair = (draft: Plan) => build(draft, { mode: "repair" }, { now, released });

describe("Repair", () => {
  test("what has begun stays, with what it costs; nothing begins before now", () => {
    const built = repair(planOf({}));
    expect(built.fixed).toEqual([{ occurrenceId: "morning", because: "past" }]);
    expect(built.problem.jobs.map(({ id }) => id)).toEqual(["evening", "friday", "noon"]);
    // Until 12:30 there is the one that has begun.
    expect(wallsOf(built, "noon")[0]).toBe("2026-03-05T12:30");
    expect(wallsOf(build(planOf({}), {}, { now, released }), "noon")[0]).toBe("2026-03-05T08:00");
    expect(built.problem.groups.map(({ id }) => id)).toEqual(["hall-audience", "chennai-audience"]);
  });

  test("keeps to the release where that is still possible, whatever the draft has tried", () => {
    const draft = planOf({ noon: { in: "hall", at: "2026-03-05T20:00" }, friday: { in: "hall" } });
    const built = repair(draft);
    expect(jobOf(built, "noon").candidates[jobOf(built, "noon").was]?.start.wall).toBe("2026-03-05T13:00");
    expect(jobOf(built, "friday")).toMatchObject({ hadTime: true, links: 1 });
    expect(valueOf(built.problem, built.before).moved).toBe(0);
    expect(isLegal(built.problem, built.before)).toBe(true);
    const placements = placementsOf(built, built.before);
    expect(placements.map(({ occurrenceId, was, start }) => [occurrenceId, was?.wall, start?.wall])).toEqual([
      ["friday", "2026-03-06T10:00", "2026-03-06T10:00"],
      ["noon", "2026-03-05T13:00", "2026-03-05T13:00"],
    ]);
    expect(withPlacements(draft, placements).occurrences).toEqual(released.occurrences);
  });

  test("names what moves also where the draft has it so already", () => {
    const built = repair(planOf({ noon: { in: "hall", at: "2026-03-05T14:00" } }));
    const placing = placingWith(built, { noon: "2026-03-05T14:00" });
    expect(valueOf(built.problem, placing).moved).toBe(1);
    const [only] = placementsOf(built, placing);
    expect([only?.was?.wall, only?.start?.wall]).toEqual(["2026-03-05T13:00", "2026-03-05T14:00"]);
  });

  test("an overrun of forty minutes: what had begun is longer, and what comes too soon has no place where it was", () => {
    const built = repair(planOf({ morning: { ...sessions["morning"], minutes: 100 } }));
    expect(jobOf(built, "noon").was).toBe(-1);
    expect(wallsOf(built, "noon")[0]).toBe("2026-03-05T13:15");
    expect(jobOf(built, "evening").was).toBeGreaterThan(0);
    expect(built.beforeValue.placed).toBe(3);
    const placing = placingWith(built, { noon: "2026-03-05T13:15" });
    expect(isLegal(built.problem, placing)).toBe(true);
    expect(valueOf(built.problem, placing).moved).toBe(1);
  });

  test("a room that is lost for a day", () => {
    const lost = { date: "2026-03-06", from: 0, to: 1440, band: "blocked", why: "flood" } as const;
    const rooms = {
      hall: { hours: { ...defaultRoomHours, dated: [lost] } },
      chennai: { city: "Chennai", zone: "Asia/Kolkata" },
    };
    const built = repair(planOf({}, { rooms }));
    expect(jobOf(built, "friday").was).toBe(-1);
    expect(wallsOf(built, "friday").every((wall) => wall.startsWith("2026-03-05"))).toBe(true);
  });

  test("a session that is in no release is free and had no time", () => {
    const built = repair(planOf({ new: { in: "hall", at: "2026-03-05T15:10" } }));
    expect(jobOf(built, "new")).toMatchObject({ hadTime: false, links: 0, was: -1 });
    expect(wallsOf(built, "new")).not.toContain("2026-03-05T15:10");
    // Unplaced it would be taken off the timetable.
    const [only] = placementsOf(built, placingWith(built, { new: null }));
    expect(only).toEqual({ occurrenceId: "new", was: null, start: null, playback: [] });
  });

  test("a session that is pinned in the draft stays where the draft has it", () => {
    const built = repair(planOf({ noon: { in: "hall", at: "2026-03-05T15:00", pinned: true } }));
    expect(built.fixed).toContainEqual({ occurrenceId: "noon", because: "pinned" });
    expect(wallsOf(built, "evening")).not.toContain("2026-03-05T15:00");
    expect(wallsOf(built, "evening")).toContain("2026-03-05T13:00");
  });

  test("what has begun stays where it was released, in both modes, though the draft says otherwise", () => {
    const draft = planOf({ morning: { ...sessions["morning"], at: "2026-03-06T14:00" } });
    for (const mode of ["plan", "repair"] as const) {
      const built = build(draft, { mode }, { now, released });
      expect(built.fixed).toContainEqual({ occurrenceId: "morning", because: "past" });
      expect(built.plan.occurrences["morning"]?.start?.wall).toBe("2026-03-05T11:30");
      expect(wallsOf(built, "friday")).toContain("2026-03-06T14:00");
    }
  });

  test("some days only: by where they were released", () => {
    const draft = planOf({ friday: { in: "hall", at: "2026-03-05T20:00" }, new: { in: "hall" } });
    const built = build(draft, { mode: "repair", days: ["2026-03-06"] }, { now, released });
    expect(built.problem.jobs.map(({ id }) => id)).toEqual(["friday", "new"]);
    expect(wallsOf(built, "friday").every((wall) => wall.startsWith("2026-03-06"))).toBe(true);
  });

  test("a link that becomes playback where the session stays is one that moves", () => {
    const built = repair(planOf({}));
    const placing = placingWith(built, {}, ["evening room:chennai"]);
    expect(valueOf(built.problem, placing).moved).toBe(1);
    expect(placementsOf(built, placing)).toEqual([
      {
        occurrenceId: "evening",
        was: candidateAt(built, "evening", "2026-03-05T17:00").start,
        start: candidateAt(built, "evening", "2026-03-05T17:00").start,
        playback: ["room:chennai"],
      },
    ]);
    const after = withPlacements(built.plan, placementsOf(built, placing));
    expect(after.occurrences["evening"]?.links).toEqual([
      { kind: "room", id: "hall", need: "must", mode: "live" },
      { kind: "room", id: "chennai", need: "may", mode: "playback" },
    ]);
  });
});
