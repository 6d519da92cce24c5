import { describe, expect, test } from "vitest";
import type { PassId } from "../../../shared/ids.ts";
import { mine, redoOf, staleSince, standing, undoOf } from "../../../shared/plan/journal.ts";
import type { Change } from "../../../shared/plan/model.ts";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith } from "../../support/planmaker.ts";

const plan = planWith({
  rooms: { durban: {} },
  groups: { andes: {} },
  sessions: { talk: { in: "durban", at: "2020-01-10T10:00" }, panel: { in: "durban" } },
});
const [a, b] = ["a" as PassId, "b" as PassId];
const title = (sessionId: string, text: string) => ({ sessionId, set: { title: text } });
const group = { kind: "group", id: "andes", need: "must", mode: "live" } as const;
const nothing = { ok: false, code: "nothing-to-undo", detail: null };
const conflict = (seq: number, command: string, subject: string, by = "b") => ({
  ok: false,
  code: "conflict",
  detail: { kind: "edit", edit: { seq, at: seq, author: `Scheduler ${by}`, command, subject } },
});

describe("one's own edits", () => {
  test("are undone newest first and made again", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "One"));
    desk.do("updateSession", title("talk", "Two"));
    expect(mine(desk.edits, a)).toMatchObject({ undo: { seq: 2, subject: "Two" }, redo: null });
    expect(desk.undo()).toMatchObject({ ok: true, of: 2, subject: "Two" });
    expect(mine(desk.edits, a)).toMatchObject({ undo: { seq: 1 }, redo: { seq: 2, command: "updateSession" } });
    expect(desk.undo()).toMatchObject({ ok: true, of: 1 });
    expect(desk.plan).toEqual(plan);
    expect(desk.undo()).toEqual(nothing);
    expect(desk.redo()).toMatchObject({ ok: true, of: 1 });
    expect(desk.redo()).toMatchObject({ ok: true, of: 2 });
    expect(desk.redo()).toEqual(nothing);
    expect(desk.plan.sessions["talk"]?.title).toBe("Two");
    expect(desk.edits.map(({ command, of }) => [command, of])).toEqual([
      ["updateSession", null],
      ["updateSession", null],
      ["undo", 2],
      ["undo", 1],
      ["redo", 1],
      ["redo", 2],
    ]);
    expect(desk.undo()).toMatchObject({ ok: true, of: 2 });
  });

  test("a new one ends what could be made again, another author's does not", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "One"));
    desk.undo();
    desk.do("updateSession", title("panel", "Theirs"), "b");
    expect(mine(desk.edits, a)).toMatchObject({ undo: null, redo: { seq: 1 } });
    expect(mine(desk.edits, b)).toMatchObject({ undo: { seq: 3 }, redo: null });
    desk.do("updateRoom", { roomId: "durban", set: { setUp: 30 } });
    expect(mine(desk.edits, a)).toMatchObject({ undo: { seq: 4 }, redo: null });
    expect(desk.redo()).toEqual(nothing);
  });

  test("are undone out of order by their number, if nothing stands on them", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "One"));
    desk.do("updateSession", title("panel", "Two"));
    desk.do("updateSession", title("panel", "Three"));
    expect(desk.undo("a", 2)).toEqual(conflict(3, "updateSession", "Three", "a"));
    expect(desk.undo("a", 1)).toMatchObject({ ok: true, of: 1 });
    expect(desk.undo("a", 1)).toEqual({ ok: false, code: "already", detail: null });
    expect(standing(desk.edits).map(({ seq }) => seq)).toEqual([2, 3]);
    for (const seq of [4, 99]) expect(desk.undo("a", seq)).toEqual(nothing);
    expect(desk.undo("b", 2)).toEqual(nothing);
  });
});

describe("an undo is refused, with the name of the edit in the way", () => {
  test("where somebody has changed the thing since", () => {
    const desk = new Desk(plan);
    desk.do("moveOccurrence", { occurrenceId: "talk", start: null });
    desk.do("updateSession", { sessionId: "talk", at: { occurrenceId: "talk", pinned: true } }, "b");
    const before = desk.plan;
    expect(desk.undo()).toEqual(conflict(2, "updateSession", "talk"));
    expect(desk.plan).toBe(before);
    desk.undo("b");
    expect(desk.undo()).toMatchObject({ ok: true });
    expect(desk.plan).toEqual(plan);
  });

  test("also where two later edits have put it back as it was", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "One"));
    desk.do("updateSession", title("talk", "Two"), "b");
    desk.do("updateSession", title("talk", "One"), "b");
    // Else the second could not be undone after the first.
    expect(desk.undo()).toEqual(conflict(3, "updateSession", "One"));
  });

  test("where something refers to what would go", () => {
    const desk = new Desk(plan);
    const { id } = desk.do("createGroup", { conferenceId, name: "Sur", city: "Lima", zone: "America/Lima" });
    const at = { occurrenceId: "talk", links: [{ ...group, id }] };
    desk.do("updateSession", { sessionId: "talk", at }, "b");
    desk.do("updateSession", title("panel", "Later"), "b");
    expect(desk.undo()).toEqual(conflict(2, "updateSession", "talk"));
  });

  test("where what would come back refers to what has gone", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", { sessionId: "talk", at: { occurrenceId: "talk", links: [group] } });
    desk.do("updateSession", { sessionId: "talk", at: { occurrenceId: "talk", links: [] } });
    desk.do("removeGroup", { groupId: "andes" }, "b");
    desk.do("updateSession", title("panel", "Later"), "b");
    expect(desk.undo()).toEqual(conflict(3, "removeGroup", "andes"));
  });

  test("where a session would be left without an occurrence", () => {
    const desk = new Desk(plan);
    desk.do("addOccurrence", { sessionId: "talk" });
    desk.do("removeOccurrence", { occurrenceId: "talk" }, "b");
    expect(desk.undo()).toEqual(conflict(2, "removeOccurrence", "talk"));
  });

  test("where two orders would make a circle", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", { sessionId: "talk", set: { after: ["panel"] } });
    desk.do("updateSession", { sessionId: "talk", set: { after: [] } });
    desk.do("updateSession", { sessionId: "panel", set: { after: ["talk"] } }, "b");
    expect(desk.undo()).toEqual(conflict(3, "updateSession", "panel"));
  });

  test("where an edit since could not be undone any more", () => {
    const desk = new Desk(plan);
    const { id: venueId } = desk.do("createVenue", { conferenceId, name: "ICC" });
    const pool = { conferenceId, name: "Operators", serves: { kind: "venue" as const, venueId }, size: 1 };
    const { id: poolId } = desk.do("createPool", pool, "b");
    desk.do("removePool", { poolId }, "b");
    // Nothing refers to the venue now, but to undo both of the other's edits it has to be there.
    expect(desk.undo()).toEqual(conflict(3, "removePool", "Operators"));
    desk.undo("b");
    desk.undo("b");
    expect(desk.undo()).toMatchObject({ ok: true });
  });
});

test("a redo is refused where somebody has changed the thing since", () => {
  const desk = new Desk(plan);
  desk.do("updateSession", title("talk", "One"));
  desk.undo();
  desk.do("updateSession", title("talk", "Theirs"), "b");
  expect(desk.redo()).toEqual(conflict(3, "updateSession", "Theirs"));
  desk.undo("b");
  expect(desk.redo()).toMatchObject({ ok: true, of: 1 });
});

describe("an edit is stale", () => {
  const changes: readonly Change[] = [
    { kind: "sessions", id: "talk", before: plan.sessions["talk"] ?? null, after: null },
  ];

  test("if somebody else has touched the same thing since", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "Own"));
    desk.do("updateSession", title("talk", "Theirs"), "b");
    desk.do("updateSession", title("panel", "Theirs"), "b");
    desk.do("updateSession", title("talk", "Own again"));
    expect(staleSince(desk.edits, 0, changes, a)).toEqual({
      seq: 2,
      at: 2,
      author: "Scheduler b",
      command: "updateSession",
      subject: "Theirs",
    });
    expect(staleSince(desk.edits, 1, changes, a)?.seq).toBe(2);
    expect(staleSince(desk.edits, 2, changes, a)).toBeNull();
    expect(staleSince(desk.edits, 2, changes, b)?.seq).toBe(4);
    expect(staleSince(desk.edits, 0, [], a)).toBeNull();
  });

  test("by an undo too", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", title("talk", "Theirs"), "b");
    desk.undo("b");
    expect(staleSince(desk.edits, 1, changes, a)).toMatchObject({ seq: 2, command: "undo", subject: "Theirs" });
  });
});

test("a release is neither undone nor an end of what can be made again", () => {
  const desk = new Desk(plan);
  desk.do("updateSession", title("talk", "One"));
  desk.do("updateSession", title("talk", "Two"));
  desk.undo();
  const release = { seq: 4, at: 4, by: a, author: "Scheduler a", command: "release", subject: "January", of: null };
  const edits = [...desk.edits, { ...release, changes: [] }];
  expect(mine(edits, a)).toMatchObject({ undo: { seq: 1 }, redo: { seq: 2 } });
  expect(undoOf(edits, desk.plan, a, null)).toMatchObject({ ok: true, of: 1 });
  expect(undoOf(edits, desk.plan, a, 4)).toEqual(nothing);
  expect(redoOf(edits, desk.plan, a)).toMatchObject({ ok: true, of: 2 });
  expect(standing(edits).map(({ seq }) => seq)).toEqual([1]);
});

test("of a journal that begins late, what is in it can be undone", () => {
  const desk = new Desk(plan);
  desk.do("updateSession", title("talk", "One"));
  desk.undo();
  desk.redo();
  desk.do("updateSession", title("panel", "Two"));
  const rest = desk.edits.slice(1);
  expect(undoOf(rest, desk.plan, a, null)).toMatchObject({ ok: true, of: 4 });
  expect(undoOf(rest, desk.plan, a, 1)).toEqual(nothing);
  expect(redoOf(rest, desk.plan, a)).toEqual(nothing);
});
