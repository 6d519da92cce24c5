import type { ConferenceId, GroupId, Instant, InviteId, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Role } from "../../shared/protocol/define.ts";
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
  /** None if unknown. */
  conferencesOfGroup(id: GroupId): readonly ConferenceId[];
  conferenceOfOccurrence(id: OccurrenceId): ConferenceId | null;
}

export type InviteInput = Omit<Parsed<"createInvite">, "commandId">;

/** What the invites of a role name: must, may, or must not. A conference that may be left out is then every one. */
type Naming = "must" | "may" | "never";
const naming: Readonly<Record<Role, { conference: Naming; room: Naming; group: Naming; occurrence: Naming }>> = {
  organiser: { conference: "never", room: "never", group: "never", occurrence: "never" },
  scheduler: { conference: "may", room: "never", group: "never", occurrence: "never" },
  "room-keeper": { conference: "must", room: "must", group: "never", occurrence: "never" },
  "group-contact": { conference: "must", room: "never", group: "must", occurrence: "never" },
  operator: { conference: "must", room: "must", group: "never", occurrence: "never" },
  moderator: { conference: "must", room: "never", group: "never", occurrence: "may" },
  participant: { conference: "must", room: "may", group: "never", occurrence: "may" },
};

const fits = (rule: Naming, id: string | null): boolean => rule === "may" || (rule === "must") === (id !== null);

/** Does an invite make sense: what its role must name, and all of it in one conference? */
export function checkInvite(input: InviteInput, places: Places, now: Instant): Result<null, ErrorCode> {
  const { role, conferenceId, roomId, groupId, occurrenceId } = input;
  const rule = naming[role];
  const named =
    fits(rule.conference, conferenceId) &&
    fits(rule.room, roomId) &&
    fits(rule.group, groupId) &&
    fits(rule.occurrence, occurrenceId);
  if (!named || (input.expiresAt !== null && input.expiresAt <= now)) return refuse("bad-request");
  if (conferenceId === null) return ok(null);
  if (!places.hasConference(conferenceId)) return refuse("not-found");
  if (roomId !== null && places.conferenceOfRoom(roomId) !== conferenceId) return refuse("not-found");
  if (groupId !== null && !places.conferencesOfGroup(groupId).includes(conferenceId)) return refuse("not-found");
  if (occurrenceId !== null && places.conferenceOfOccurrence(occurrenceId) !== conferenceId) return refuse("not-found");
  return ok(null);
}

const day = 86_400_000;

/** An organiser's invite as the server itself hands it out: for one browser, to be opened within 24 hours. */
export function organiserInvite(label: string, now: Instant): InviteInput {
  return {
    role: "organiser",
    conferenceId: null,
    roomId: null,
    groupId: null,
    occurrenceId: null,
    label,
    expiresAt: now + day,
    shared: false,
  };
}

/** Opens nothing any more: revoked, or its time is over. */
export function isOver(invite: InviteRow, now: Instant): boolean {
  return invite.revokedAt !== null || (invite.expiresAt !== null && invite.expiresAt <= now);
}

/**
 * Have the passes that came with it ended too? They end with their invite, but for an organiser's link: its expiry limits
 * how long it may lie about unopened (the first one stands in a log), and must not lock its owner out the day after.
 */
export function endsPasses(invite: InviteRow, now: Instant): boolean {
  return invite.role === "organiser" && !invite.token ? invite.revokedAt !== null : isOver(invite, now);
}

/** `secretHash`: what opens it. `token`: it is a token for scripts, and nothing opens it. */
export function inviteRow(
  input: InviteInput,
  id: InviteId,
  secretHash: string,
  now: Instant,
  token = false,
): InviteRow {
  return {
    id,
    secretHash,
    role: input.role,
    conferenceId: input.conferenceId,
    roomId: input.roomId,
    groupId: input.groupId,
    occurrenceId: input.occurrenceId,
    label: input.label,
    shared: input.shared,
    token,
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
    groupId: invite.groupId,
    occurrenceId: invite.occurrenceId,
    expiresAt: invite.expiresAt,
    shared: invite.shared,
    revoked: invite.revokedAt !== null,
    token: invite.token,
    inUse,
  };
}

export function passInfo(pass: PassRow, invite: InviteRow): PassInfo {
  return {
    id: pass.id,
    role: invite.role,
    conferenceId: invite.conferenceId,
    roomId: invite.roomId,
    groupId: invite.groupId,
    occurrenceId: invite.occurrenceId,
    label: invite.label,
  };
}
