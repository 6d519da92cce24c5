import { z } from "zod";
import type { ConferenceId } from "../../ids.ts";
import * as model from "../../plan/schema.ts";
import { define } from "../define.ts";
import { conferenceId, occurrenceId } from "../schemas.ts";
import { conflictKey, edit, planners, usual } from "./edit.ts";
import type { Done } from "./edit.ts";

/** What is done to the draft as a whole: files, other zone data, undo, release. */
export const draftCommands = {
  importPlan: define<Done<{ readonly id: ConferenceId }>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: ["unknown-zone", ...usual],
      returns: "the conference's id",
      doc: "A whole plan.json, with its ids: a new conference, or what is there under that id becomes like the file. All or nothing.",
    },
    z.strictObject({ ...edit, file: model.planFile }),
  ),
  chooseZoneData: define<Done<null>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: [...usual],
      doc: "After the server got other zone data: for each occurrence that they move, keep the wall time or keep the instant. Those that are not named keep the wall time. All others take the new data's version.",
    },
    z.strictObject({
      ...edit,
      keepInstant: z.array(occurrenceId).max(4000),
    }),
  ),

  undo: define<Done<null>>()(
    {
      who: [...planners, "room-keeper", "group-contact"],
      right: "own edits only",
      errors: ["nothing-to-undo", ...usual],
      doc: "Takes back the last of one's own edits, or the one named. `conflict` names the edit in the way.",
    },
    z.strictObject({ ...edit, seq: z.number().int().min(1).nullable().default(null) }),
  ),
  redo: define<Done<null>>()(
    {
      who: [...planners, "room-keeper", "group-contact"],
      right: "own edits only",
      errors: ["nothing-to-undo", ...usual],
      doc: "Makes the edit again that one has undone last.",
    },
    z.strictObject({ ...edit }),
  ),

  release: define<Done<{ readonly number: number }>>()(
    {
      who: planners,
      errors: ["conflicts", ...usual],
      returns: "the release's number",
      doc: "Freezes the conference's plan under the next number: stages, participants' pages and countdowns follow it from now on. `despite`: the keys of the conflicts that are left so. Refused if an occurrence that is live or has ended would change.",
    },
    z.strictObject({ ...edit, conferenceId, despite: z.array(conflictKey).max(2000).default([]) }),
  ),
} as const;
