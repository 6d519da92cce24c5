import { z } from "zod";
import type { Role } from "../define.ts";
import { commandId } from "../schemas.ts";

/** Who edits everything; room keepers and group contacts are named beside them where they may edit too. */
export const planners: readonly Role[] = ["organiser", "scheduler"];

/** What every edit of the plan answers: its place in the journal, and what it made. */
export interface Done<Value> {
  readonly seq: number;
  readonly value: Value;
}

/**
 * `commandId`: the same command again gets the first answer. `baseSeq`: the edit that the page saw last; if somebody
 * else has changed the same thing since, nothing is done (`conflict`). Null: whatever it is now.
 */
export const edit = { commandId, baseSeq: z.number().int().min(0).nullable().default(null) };

/** The errors that nearly every edit may answer. */
export const usual = ["not-found", "conflict", "bad-request", "already"] as const;

/** A conflict's key: it names all occurrences that take part, which for one line or pool may be hundreds. */
export const conflictKey = z.string().min(1).max(10_000);

/** Only what is given changes. */
export const changes = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();
