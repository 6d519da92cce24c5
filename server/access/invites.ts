import type { ConferenceId, Instant, InviteId, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import type { InviteView, PassInfo } from "../../shared/protocol/views.ts";
import { ok, refuse } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { InviteRow, PassRow } from "../store/port.ts";

/** What of the plan an invite is checked against. */
export interface Places {
  hasConference(id: ConferenceId): boolean;
  /** Null if unknown. */
  conferenceOfRoom(id: RoomId): ConferenceId | null;
  conferenceOfOccurrence(id: OccurrenceId): ConferenceId | null;
}

export type InviteInput = Omit<Parsed<"createInvite">, "commandId">;

/**
 * Does an invite make sense? An organiser's is for the whole installation; the others are for one conference.
 * An operator's has a room; a moderator's may have one occurrence; a participant's may have a room and an occurrence.
 */
export function checkInvite(input: InviteInput, places: Places, now: Instant): Result<null, ErrorCode> {
  const { role, conferenceId, roomId, occurrenceId } = input;
  if (input.expiresAt !== null && input.expiresAt <= now) return refuse("bad-request");
  if (role === "organiser") {
    return conferenceId === null && roomId === null && occurrenceId === null ? ok(null) : refuse("bad-request");
  }
  if (conferenceId === null) return refuse("bad-request");
  if (role === "operator" && (roomId === null || occurrenceId !== null)) return refuse("bad-request");
  if (role === "moderator" && roomId !== null) return refuse("bad-request");
  if (!places.hasConference(conferenceId)) return refuse("not-found");
  if (roomId !== null && places.conferenceOfRoom(roomId) !== conferenceId) return refuse("not-found");
  if (occurrenceId !== null && places.conferenceOfOccurrence(occurrenceId) !== conferenceId) return refuse("not-found");
  return ok(null);
}

/** Opens nothing any more: revoked, or its time is over. */
export function isOver(invite: InviteRow, now: Instant): boolean {
  return invite.revokedAt !== null || (invite.expiresAt !== null && invite.expiresAt <= now);
}

/**
 * Have the passes that came with it ended too? They end with their invite, but for an organiser's: its expiry limits how
 * long the link may lie about unopened (the first one stands in a log), and must not lock its owner out the day after.
 */
export function endsPasses(invite: InviteRow, now: Instant): boolean {
  return invite.role === "organiser" ? invite.revokedAt !== null : isOver(invite, now);
}

export function inviteRow(input: InviteInput, id: InviteId, secretHash: string, now: Instant): InviteRow {
  return {
    id,
    secretHash,
    role: input.role,
    conferenceId: input.conferenceId,
    roomId: input.roomId,
    occurrenceId: input.occurrenceId,
    label: input.label,
    shared: input.shared,
    createdAt: now,
    expiresAt: input.expiresAt,
    revokedAt: null,
  };
}

export function inviteView(invite: InviteRow, inUse: number): InviteView {
  return {
    id: invite.id,
    role: invite.role,
    label: invite.label,
    roomId: invite.roomId,
    occurrenceId: invite.occurrenceId,
    expiresAt: invite.expiresAt,
    shared: invite.shared,
    revoked: invite.revokedAt !== null,
    inUse,
  };
}

export function passInfo(pass: PassRow, invite: InviteRow): PassInfo {
  return {
    id: pass.id,
    role: invite.role,
    conferenceId: invite.conferenceId,
    roomId: invite.roomId,
    occurrenceId: invite.occurrenceId,
    label: invite.label,
  };
}
