import { describe, expect, test } from "vitest";
import type { OccurrenceId } from "../../../shared/ids.ts";
import { differs } from "../../../shared/plan/suggest/differ.ts";
import { placementsInput, placementsOf, withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { Placement, Proof } from "../../../shared/plan/suggest/suggestion.ts";
import { suggestedPlan } from "../../../shared/plan/suggest/summary.ts";
import { build, placingWith } from "../../support/building.ts";
import { conferenceId, hoursWith, planWith, startWith } from "../../support/planmaker.ts";
import { Desk } from "../../support/planedits.ts";

const plan = planWith({
  conference: { firstDay: "2026-03-05", lastDay: "2026-03-06" },
  rooms: { hall: {}, chennai: { city: "Chennai", zone: "Asia/Kolkata" } },
  groups: { far: { city: "Chennai", zone: "Asia/Kolkata", people: 25 } },
  sessions: {
    fixed: { in: "hall", at: "2026-03-06T09:00", pinned: true, links: ["far"] },
    talk: { in: "hall", at: "2026-03-05T18:00", links: ["far"], priority: 1 },
    panel: { in: "hall", at: "2026-03-05T10:00", links: [{ to: "far", need: "may" }, "chennai"] },
    new: { in: "hall" },
  },
});
const built = build(plan);
const proof: Proof = {
  placed: false,
  reached: false,
  best: false,
  mostPlaced: 3,
  leastPenalty: null,
  leastTotal: null,
  leastWorst: null,
  leastMoved: null,
};
const better = placingWith(built, { talk: "2026-03-05T12:00", new: "2026-03-05T14:00" }, ["panel group:far"]);

describe("a placing in the plan's words", () => {
  test("names only what is not as it was", () => {
    expect(placementsOf(built, built.before)).toEqual([]);
    expect(placementsOf(built, better)).toEqual([
      { occurrenceId: "new", was: null, start: startWith("2026-03-05T14:00"), playback: [] },
      {
        occurrenceId: "panel",
        was: startWith("2026-03-05T10:00"),
        start: startWith("2026-03-05T10:00"),
        playback: ["group:far"],
      },
      {
        occurrenceId: "talk",
        was: startWith("2026-03-05T18:00"),
        start: startWith("2026-03-05T12:00"),
        playback: [],
      },
    ]);
  });

  test("what is not placed keeps its links", () => {
    expect(placementsOf(built, placingWith(built, { panel: null }, ["panel group:far"]))).toEqual([
      { occurrenceId: "panel", was: startWith("2026-03-05T10:00"), start: null, playback: [] },
    ]);
  });

  test("is accepted by one command, which makes the plan that was shown, and by one undo taken back", () => {
    const desk = new Desk(plan);
    const placements = placementsOf(built, better);
    desk.do("placeOccurrences", { conferenceId, ...placementsInput(placements) });
    expect(desk.plan).toEqual(withPlacements(plan, placements));
    expect(desk.edits).toHaveLength(1);
    desk.undo();
    expect(desk.plan).toEqual(plan);
  });

  test("with its value in hours", () => {
    expect(suggestedPlan(built, better, ["fairest"], proof, [])).toMatchObject({
      kinds: ["fairest"],
      placed: 3,
      of: 3,
      reached: 0,
      // Talk's two, and one of panel's that becomes playback.
      movedLinks: 3,
      movedSessions: 2,
      penalty: 0,
      total: 0,
      worst: 0,
      burdens: [
        { groupId: "hall-audience", burden: 0, unavoidable: 0, before: 0, carried: 0 },
        { groupId: "chennai-audience", burden: 0, unavoidable: 0, before: 0, carried: 0 },
        // 21:30 to 22:30 there: half bearable, half shoulder hours.
        { groupId: "far", burden: 0, unavoidable: 0, before: 2, carried: 0 },
      ],
    });
    const late = placingWith(built, { talk: "2026-03-05T18:15", panel: null, new: null });
    expect(suggestedPlan(built, late, ["least-change"], proof, [])).toMatchObject({
      placed: 1,
      movedLinks: 2 + 3,
      movedSessions: 2,
      // A quarter bearable, three quarters shoulder: 2½ hours, of which the third costs three.
      penalty: 1 + 2 + 3 * 0.5,
      total: 2.5,
      worst: 2.5,
    });
    expect(built.beforeValue).toEqual({ total: 2, worst: 2, placed: 2 });
  });
});

test("what is not placed costs nobody anything: nor is any of it unavoidable", () => {
  const late = build(
    planWith({
      conference: { firstDay: "2026-03-05", lastDay: "2026-03-05" },
      rooms: { hall: { hours: hoursWith("blocked", [1320, 1380, "kind"]) } },
      sessions: { one: { in: "hall" }, two: { in: "hall" } },
    }),
  );
  const only = placingWith(late, { one: "2026-03-05T22:00", two: null });
  expect(suggestedPlan(late, only, ["fairest"], proof, []).burdens).toMatchObject([{ burden: 3, unavoidable: 3 }]);
});

describe("two suggestions", () => {
  const sessions = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`s${i}`, { in: "hall", at: `2026-03-05T${String(10 + i)}:00` }]),
  );
  const ten = planWith({
    rooms: { hall: {} },
    sessions: { ...sessions, gone: { in: "hall", state: "cancelled" }, gone2: { in: "hall", state: "cancelled" } },
  });
  const place = (id: string, wall: string | null): Placement => ({
    occurrenceId: id as OccurrenceId,
    was: null,
    start: wall === null ? null : startWith(wall),
    playback: [],
  });

  test("differ if a fifth of the sessions lie an hour apart", () => {
    const one = [place("s0", "2026-03-06T10:00")];
    expect(differs(ten, one, [])).toBe(false);
    expect(differs(ten, [...one, place("s1", "2026-03-05T12:00")], [])).toBe(true);
    expect(differs(ten, [...one, place("s1", "2026-03-05T11:45")], [])).toBe(false);
    expect(differs(ten, [...one, place("s1", null)], [])).toBe(true);
    expect(differs(ten, one, [place("s0", "2026-03-06T10:30"), place("s1", "2026-03-06T11:00")])).toBe(false);
  });

  test("are alike where they name different things and come to the same", () => {
    expect(differs(ten, [], [])).toBe(false);
    expect(differs(ten, [place("s0", "2026-03-05T10:00"), place("s1", "2026-03-05T11:00")], [])).toBe(false);
    const moved = ["s0", "s1", "s2"].map((id) => place(id, "2026-03-07T10:00"));
    expect(differs(ten, moved, moved)).toBe(false);
  });
});
