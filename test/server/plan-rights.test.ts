import { expect, test } from "vitest";
import { planFile } from "../../shared/plan/file.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import { peopleCommands } from "../../shared/protocol/plan/people.ts";
import { placeCommands } from "../../shared/protocol/plan/places.ts";
import { linked } from "../support/plans.ts";
import { answersOf, place } from "../support/rightsscene.ts";
import type { About, Line } from "../support/rightsscene.ts";

// Who may do what to sessions, and to the draft as a whole: the answers were written by hand. Places and people are in
// plan-rights-places.test.ts.

const inOurs: About = ({ ours: { conferenceId } }) => ({ conferenceId });

/** Scheduler of everything, of our conference, of theirs, our room's keeper, our group's contact. */
const table: readonly Line[] = [
  [
    "createSession",
    "",
    (s) => ({ ...inOurs(s), title: "New", minutes: 60, hostRoomId: s.ours.roomId, links: linked(s.ours.roomId) }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "createSession",
    "in a room of theirs",
    (s) => ({ ...inOurs(s), title: "New", minutes: 60, hostRoomId: s.theirs.roomId, links: linked(s.theirs.roomId) }),
    "not-found not-found not-found forbidden forbidden",
  ],
  [
    "updateSession",
    "",
    ({ ours: { sessionId } }) => ({ sessionId, set: { title: "Another" } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateSession",
    "ours, and an occurrence of theirs",
    ({ ours, theirs }) => ({ sessionId: ours.sessionId, at: { occurrenceId: theirs.occurrenceId, pinned: true } }),
    "not-found not-found not-found forbidden forbidden",
  ],
  [
    "moveOccurrence",
    "",
    ({ ours: { occurrenceId } }) => ({ occurrenceId, start: { wall: "2026-11-02T10:00", zone: place.zone } }),
    "ok ok not-found forbidden forbidden",
  ],
  ["addOccurrence", "", ({ ours: { sessionId } }) => ({ sessionId }), "ok ok not-found forbidden forbidden"],
  ["removeOccurrence", "", ({ ours }) => ({ occurrenceId: ours.againId }), "ok ok not-found forbidden forbidden"],
  [
    "placeOccurrences",
    "",
    (s) => ({ ...inOurs(s), placements: [{ occurrenceId: s.ours.occurrenceId, start: null }] }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "placeOccurrences",
    "ours, and an occurrence of theirs",
    (s) => ({ ...inOurs(s), placements: [{ occurrenceId: s.theirs.occurrenceId, start: null }] }),
    "not-found not-found not-found forbidden forbidden",
  ],
  ["removeSession", "", ({ ours: { sessionId } }) => ({ sessionId }), "ok ok not-found forbidden forbidden"],
  [
    "duplicateSession",
    "",
    ({ ours: { sessionId } }) => ({ sessionId, title: "Copy" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "duplicateDay",
    "",
    (s) => ({ ...inOurs(s), day: "2026-11-01", to: "2026-11-03" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "pasteSessions",
    "",
    (s) => ({ ...inOurs(s), text: "Title,Minutes\nPasted,60\n" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "importPlan",
    "",
    ({ draft, ours: { conferenceId } }) => {
      const file = planFile(draft.plan, conferenceId);
      return { file: { ...file, conference: { ...file.conference, name: "By file" } } };
    },
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["chooseZoneData", "", () => ({ keepInstant: [] }), "ok forbidden forbidden forbidden forbidden"],
  [
    "undo",
    "nothing of one's own",
    () => ({}),
    "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo",
  ],
  [
    "undo",
    "another's",
    () => ({ seq: 1 }),
    "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo",
  ],
  ["redo", "", () => ({}), "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo"],
  ["release", "", inOurs, "ok ok not-found forbidden forbidden"],
];

test.each(table)("who may %s %s", async (command, _what, about, answers) => {
  expect(await answersOf(command, about)).toBe(answers);
});

test("the table is complete: every command is in it that is not about places and people", () => {
  const elsewhere = new Set(Object.keys({ ...placeCommands, ...peopleCommands }));
  const commands = Object.keys(planCommands).filter((name) => !elsewhere.has(name));
  expect(commands.filter((name) => !table.some(([asked]) => asked === name))).toEqual([]);
});
