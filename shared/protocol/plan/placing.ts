import { z } from "zod";
import * as model from "../../plan/schema.ts";
import { define } from "../define.ts";
import { conferenceId, occurrenceId } from "../schemas.ts";
import { edit, planners, usual } from "./edit.ts";
import type { Done } from "./edit.ts";

/** A link of an occurrence: "room:…" or "group:…" with the id. */
const linkName = z
  .string()
  .max(80)
  .regex(/^(room|group):[^\s]+$/);

/** Accepting a suggestion. */
export const placingCommands = {
  placeOccurrences: define<Done<null>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", "pinned", ...usual],
      doc: "Other times for many occurrences at once, as a suggestion has them; `start` null takes one off the timetable, `playback` names its links that become playback. All or nothing, and one undo takes all of it back.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      placements: z
        .array(
          z.strictObject({
            occurrenceId,
            start: model.startInput.nullable(),
            playback: z.array(linkName).max(80).default([]),
          }),
        )
        .min(1)
        .max(4000),
    }),
  ),
} as const;
