import type { ConferenceId, GroupId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import type { WhyEnded } from "../../server/access/access.ts";
import type { InviteInput } from "../../server/access/invites.ts";
import { databasePath, freshStore } from "./database.ts";

export const [ours, theirs] = ["ours", "theirs"] as ConferenceId[] as [ConferenceId, ConferenceId];
export const room = "durban" as RoomId;
export const foreignRoom = "elsewhere" as RoomId;
export const group = "callers" as GroupId;
export const occurrence = "plenary" as OccurrenceId;

export const hour = 3_600_000;
export const began = 1_790_000_000_000;

/** The plan that the invites are checked against. */
export const places = {
  hasConference: (id: ConferenceId) => id === ours || id === theirs,
  conferenceOfRoom: (id: RoomId) => (id === room ? ours : id === foreignRoom ? theirs : null),
  conferencesOfGroup: (id: GroupId) => (id === group ? [ours] : []),
  conferenceOfOccurrence: (id: OccurrenceId) => (id === occurrence ? ours : null),
};

export const participants: InviteInput = {
  role: "participant",
  conferenceId: ours,
  roomId: null,
  groupId: null,
  occurrenceId: null,
  label: "Participants, shared",
  expiresAt: null,
  shared: true,
};
export const personal: InviteInput = { ...participants, role: "moderator", label: "Console, Rosa", shared: false };

export class Clock {
  now = began;
}

export async function fresh(path = databasePath()) {
  const clock = new Clock();
  const store = await freshStore(path);
  const access = await Access.open(store, places, { now: () => clock.now });
  const ended: { passIds: readonly PassId[]; why: WhyEnded }[] = [];
  access.onEnded((passIds, why) => ended.push({ passIds, why }));
  return { path, clock, store, access, ended };
}

export async function made(access: Access, input: InviteInput) {
  const result = await access.makeInvite(input);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Opens an invite as a browser that holds nothing yet, and must be let in. */
export async function enter(access: Access, secret: string, browser = "a browser") {
  const result = await access.exchange({ secret, held: [], browser });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

export const expired = { ok: false, code: "expired" };
