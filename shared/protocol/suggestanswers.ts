import { z } from "zod";
import { date, start } from "../plan/schema.ts";
import { conferenceId, groupId, instant, occurrenceId } from "./schemas.ts";

// What suggestions and the ledger look like over HTTP: `shared/plan/suggest/suggestion.ts` with the words for it, and with
// the commands that take it. All hours are weighted hours.

const hours = z.number();
const count = z.number().int().min(0);
const bound = hours.nullable();
const planKind = z.enum(["fairest", "least-total", "least-change"]);
const stage = z.enum(["reading", "placing", "proving", "sharing", "over"]);

/** Goes to `/api/commands/{name}` with `input` as its body. */
const command = z.strictObject({ name: z.string(), input: z.record(z.string(), z.unknown()) });

const point = z.strictObject({
  /** Milliseconds since it began. */
  at: z.number(),
  stage,
  placed: count,
  total: hours,
  worst: hours,
  penalty: z.number(),
  leastTotal: bound,
  leastPenalty: bound,
});

const proof = z.strictObject({
  /** Best of its kind, proven. */
  best: z.boolean(),
  /** No plan places more, nor reaches more people. */
  placed: z.boolean(),
  reached: z.boolean(),
  mostPlaced: count,
  leastPenalty: bound,
  leastTotal: bound,
  leastWorst: bound,
  leastMoved: bound,
});

const suggestedPlan = z.strictObject({
  kinds: z.array(planKind).min(1),
  /** What it changes, and how much is proven of it, in whole sentences. */
  text: z.array(z.string()),
  placed: count,
  of: count,
  reached: count,
  movedLinks: count,
  movedSessions: count,
  penalty: z.number(),
  total: hours,
  worst: hours,
  burdens: z.array(
    z.strictObject({ groupId, burden: hours, unavoidable: hours, before: hours, carried: hours, text: z.string() }),
  ),
  proof,
  /** What is not as it was. `start` null: not placed. */
  placements: z.array(
    z.strictObject({
      occurrenceId,
      was: start.nullable(),
      start: start.nullable(),
      playback: z.array(z.string()),
      text: z.string(),
    }),
  ),
  reasons: z.array(z.strictObject({ occurrenceId, kind: z.string(), about: z.string(), text: z.string() })),
  /** The one command that takes this plan; it can be undone. */
  take: command,
});

const unplaced = z.strictObject({
  occurrenceId,
  /** Why, and whether nothing can be left out of that. */
  text: z.string(),
  smallest: z.boolean(),
  ways: z.array(z.strictObject({ text: z.string(), commands: z.array(command).min(1) })),
});

export const suggestion = z.strictObject({
  id: z.string(),
  state: z.enum(["waiting", "running", "done", "stopped", "interrupted", "failed"]),
  /** What has become of it, in a sentence. */
  text: z.string(),
  wish: z.strictObject({
    conferenceId,
    mode: z.enum(["plan", "repair"]),
    days: z.array(date).nullable(),
    occurrenceIds: z.array(occurrenceId).nullable(),
    carry: z.boolean(),
    seconds: z.number().int(),
  }),
  /** The edit that the draft stood at when it began. */
  seq: count,
  author: z.string(),
  /** Null: it waits for another one to end. */
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  stage,
  before: z.strictObject({ total: hours, worst: hours, placed: count }),
  progress: z.array(point),
  /** While it runs the best so far, at the end up to three. */
  plans: z.array(suggestedPlan),
  unplaced: z.array(unplaced),
});

export const ledger = z.strictObject({
  /** The earlier ones, oldest first, then the one that was asked about. */
  conferences: z.array(z.strictObject({ id: conferenceId, name: z.string(), lastDay: date.nullable() })),
  rows: z.array(
    z.strictObject({
      groupId,
      /** For each of the conferences; null: took no part. */
      by: z.array(hours.nullable()),
      carried: hours,
      total: hours,
      text: z.string(),
    }),
  ),
});

export type SuggestionAnswer = z.output<typeof suggestion>;
