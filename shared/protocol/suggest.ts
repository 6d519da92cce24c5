import { z } from "zod";
import { date } from "../plan/schema.ts";
import type { Suggestion } from "../plan/suggest/suggestion.ts";
import { define } from "./define.ts";
import type { Role } from "./define.ts";
import { commandId, conferenceId, occurrenceId } from "./schemas.ts";

const planners: readonly Role[] = ["organiser", "scheduler"];

/** What is asked of the solver; what it may leave out. */
export const wish = z
  .strictObject({
    conferenceId,
    mode: z.enum(["plan", "repair"]).default("plan"),
    days: z.array(date).min(1).max(60).nullable().default(null),
    occurrenceIds: z.array(occurrenceId).min(1).max(4000).nullable().default(null),
    carry: z.boolean().default(false),
    seconds: z.number().int().min(1).max(600).default(120),
  })
  .meta({ id: "Wish" });

const suggestionId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** Looking for better link times. Whatever is found changes nothing until somebody takes it (`placeOccurrences`). */
export const suggestRequests = {
  suggest: define<Suggestion>()(
    {
      who: planners,
      errors: ["not-found", "bad-request", "already"],
      returns: "the suggestion as it begins; what becomes of it comes as notices",
      doc: "Looks for better link times. One search runs at a time, the next one waits. `already`: one of this conference waits or runs. A page that closes stops nothing.",
    },
    z.strictObject({ commandId, wish }),
  ),
  stopSuggestion: define<Suggestion>()(
    {
      who: planners,
      errors: ["not-found"],
      returns: "the suggestion as it was stopped",
      doc: "Stops a search and keeps the best plan so far. One that is over stays as it is.",
    },
    z.strictObject({ commandId, suggestionId }),
  ),
  suggestion: define<Suggestion | null>()(
    {
      who: planners,
      errors: ["not-found"],
      returns: "the conference's latest suggestion, or null",
      doc: "How far the search is, or what it has found.",
    },
    z.strictObject({ conferenceId }),
  ),
} as const;
