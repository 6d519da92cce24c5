import { z } from "zod";
import type { SourceId } from "../stage/sources.ts";

/** Identities on the wire: short, URL-safe, opaque. */
const opaque = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const roomId = opaque.brand<"RoomId">();
export const conferenceId = opaque.brand<"ConferenceId">();
export const venueId = opaque.brand<"VenueId">();
export const sessionId = opaque.brand<"SessionId">();
export const occurrenceId = opaque.brand<"OccurrenceId">();
export const groupId = opaque.brand<"GroupId">();
export const personId = opaque.brand<"PersonId">();
export const poolId = opaque.brand<"PoolId">();
export const inviteId = opaque.brand<"InviteId">();
export const passId = opaque.brand<"PassId">();
export const tabId = opaque.brand<"TabId">();
export const entryId = opaque.brand<"EntryId">();
export const messageId = opaque.brand<"MessageId">();
export const commandId = opaque.brand<"CommandId">();

/**
 * Controls, and the marks by which a text can turn the reading direction of what stands beside it,
 * have no place in names and messages (Unicode TR 9, "Directional Formatting Characters"). Joiners stay: Indic scripts need them.
 */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;
/** Half a character (a lone surrogate) would not come back from the database as it went in. */
const plain = (text: string): boolean => !unprintable.test(text) && text.isWellFormed();
/** Zero-width characters, or letters that are blanks (U+3164, U+2800), alone would be a name that nobody sees. */
const seen = (text: string): boolean =>
  /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
const oneLine = (text: string): boolean => !/[\n\r\t\u2028\u2029]/.test(text);

/** A name, a place, a label: one line, trimmed, at most `most` characters, nothing that is not printed. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(plain, "control or direction characters")
    .refine(oneLine, "one line")
    .refine(seen, "nothing to see");

export const optionalLine = (most: number) =>
  z.string().trim().max(most).refine(plain, "control or direction characters").refine(oneLine, "one line");

/** A chat message: several lines, at most `most` characters. */
export const text = (most: number) =>
  z.string().trim().min(1).max(most).refine(plain, "control or direction characters").refine(seen, "nothing to see");

export const instant = z.number().int().nonnegative().max(8_640_000_000_000_000);

/** An IANA zone's name; whether it exists is checked where it is used. */
export const zone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/);

const sourceName = /^(room:[A-Za-z0-9_-]{1,40}:(sound|camera1|camera2)|person:[A-Za-z0-9_-]{1,40}:(mic|camera|share))$/;
export const source = z.custom<SourceId>(
  (value) => typeof value === "string" && sourceName.test(value),
  "not a source",
);

export const layout = z.enum(["one", "two", "strip", "four", "holding"]);
export const scene = z.strictObject({ layout, sources: z.array(source).max(5) });
export const microphone = z.enum(["unknown", "asked", "refused", "none", "granted"]);
export const track = z.enum(["sound", "camera1", "camera2", "mic", "camera", "share"]);

/**
 * Blobs of RTP, DTLS and SCTP parameters: bounded here, validated by mediasoup itself (its TypeError becomes
 * `bad-request`). Bounds: depth and size, so that nothing expensive is walked.
 */
export const blob = z
  .record(z.string().max(64), z.unknown())
  .refine((value) => within(value, 8, 4000), "too deep or too large");

function within(value: unknown, depth: number, budget: number): boolean {
  let left = budget;
  const walk = (part: unknown, levels: number): boolean => {
    left -= typeof part === "string" ? 1 + part.length / 64 : 1;
    if (left < 0 || levels < 0) return false;
    if (typeof part !== "object" || part === null) return true;
    return Object.values(part).every((inner) => walk(inner, levels - 1));
  };
  return walk(value, depth);
}
