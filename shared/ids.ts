import type { $brand } from "zod";

/** Identities are opaque strings; the brand keeps one kind from being given where another is asked for. */
export type ConferenceId = string & $brand<"ConferenceId">;
export type VenueId = string & $brand<"VenueId">;
export type RoomId = string & $brand<"RoomId">;
export type SessionId = string & $brand<"SessionId">;
export type OccurrenceId = string & $brand<"OccurrenceId">;
export type GroupId = string & $brand<"GroupId">;
export type PersonId = string & $brand<"PersonId">;
export type PoolId = string & $brand<"PoolId">;
export type InviteId = string & $brand<"InviteId">;
/** A pass is a person's identity; it is not secret (its token is). */
export type PassId = string & $brand<"PassId">;
/** One tab of one browser; kept over reloads by the tab itself. */
export type TabId = string & $brand<"TabId">;
export type EntryId = string & $brand<"EntryId">;
export type MessageId = string & $brand<"MessageId">;
export type CommandId = string & $brand<"CommandId">;

/** Milliseconds since 1970-01-01T00:00:00Z, in the server's time. */
export type Instant = number;
