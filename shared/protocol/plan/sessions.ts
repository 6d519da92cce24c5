import { z } from "zod";
import type { OccurrenceId, SessionId } from "../../ids.ts";
import * as model from "../../plan/schema.ts";
import { define } from "../define.ts";
import { conferenceId, occurrenceId, sessionId } from "../schemas.ts";
import { changes, edit, planners, usual } from "./edit.ts";
import type { Done } from "./edit.ts";

const session = {
  title: model.session.shape.title,
  state: model.session.shape.state,
  minutes: model.session.shape.minutes,
  overrun: model.session.shape.overrun,
  hostRoomId: model.session.shape.hostRoomId,
  priority: model.session.shape.priority,
  range: model.session.shape.range,
  languages: model.session.shape.languages,
  personIds: model.session.shape.personIds,
  after: model.session.shape.after,
};
const occurrence = {
  start: model.startInput.nullable(),
  pinned: model.occurrence.shape.pinned,
  links: model.occurrence.shape.links,
};

/** The edits of sessions and their occurrences. */
export const sessionCommands = {
  createSession: define<Done<{ readonly sessionId: SessionId; readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      returns: "its id and its first occurrence's",
      doc: "A session with one occurrence. `start` null: not placed yet.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...session,
      state: session.state.default("tentative"),
      overrun: session.overrun.default(10),
      hostRoomId: session.hostRoomId.default(null),
      priority: session.priority.default(2),
      range: session.range.default(null),
      languages: session.languages.default([]),
      personIds: session.personIds.default([]),
      after: session.after.default([]),
      start: occurrence.start.default(null),
      pinned: occurrence.pinned.default(false),
      links: occurrence.links.default([]),
    }),
  ),
  updateSession: define<Done<null>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      doc: "Changes a session and, in the same edit, one of its occurrences (`at`). Cancelling is the state *cancelled*.",
    },
    z.strictObject({
      ...edit,
      sessionId,
      set: changes(session).default({}),
      at: changes(occurrence).extend({ occurrenceId }).nullable().default(null),
    }),
  ),
  moveOccurrence: define<Done<null>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      doc: "Another time for an occurrence; null takes it off the timetable.",
    },
    z.strictObject({ ...edit, occurrenceId, start: occurrence.start }),
  ),
  addOccurrence: define<Done<{ readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      returns: "its id",
      doc: "A session takes place once more.",
    },
    z.strictObject({
      ...edit,
      sessionId,
      start: occurrence.start.default(null),
      pinned: occurrence.pinned.default(false),
      links: occurrence.links.default([]),
    }),
  ),
  removeOccurrence: define<Done<null>>()(
    { who: planners, errors: [...usual], doc: "Removes an occurrence that is not the session's only one." },
    z.strictObject({ ...edit, occurrenceId }),
  ),
  removeSession: define<Done<null>>()(
    {
      who: planners,
      errors: ["in-use", ...usual],
      doc: "Removes a session with its occurrences; those that came after it come after nothing instead. People who read a release still see it as cancelled there.",
    },
    z.strictObject({ ...edit, sessionId }),
  ),
  duplicateSession: define<Done<{ readonly sessionId: SessionId; readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the copy's id and its first occurrence's",
      doc: "A copy of a session with its occurrences' links; it is not placed yet and not pinned.",
    },
    z.strictObject({ ...edit, sessionId, title: session.title }),
  ),
  duplicateDay: define<Done<{ readonly sessionIds: readonly SessionId[] }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the copies' ids",
      doc: "Copies of all sessions that begin on a day (each in its own zone) at the same wall times of another day.",
    },
    z.strictObject({ ...edit, conferenceId, day: model.date, to: model.date }),
  ),
  pasteSessions: define<Done<{ readonly sessionIds: readonly SessionId[] }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the new sessions' ids",
      doc: "Sessions out of a spreadsheet: tab, comma or semicolon separated, the first row names the columns (docs/scheduling.md). All or nothing.",
    },
    z.strictObject({ ...edit, conferenceId, text: z.string().min(1).max(200_000) }),
  ),
} as const;
