import type { ConferenceId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import type { WhyEnded } from "../../server/access/access.ts";
import type { InviteInput } from "../../server/access/invites.ts";
import type { PlanRows } from "../../server/store/port.ts";
import { databasePath, freshStore } from "./database.ts";

export const [ours, theirs] = ["ours", "theirs"] as ConferenceId[] as [ConferenceId, ConferenceId];
export const room = "durban" as RoomId;
export const foreignRoom = "elsewhere" as RoomId;
export const occurrence = "plenary" as OccurrenceId;

export const hour = 3_600_000;
export const began = 1_790_000_000_000;

/** What the invites refer to stands in the store as well: its foreign keys ask for it. */
const rows: PlanRows = {
  conferences: [ours, theirs].map((id) => ({ id, name: id, createdAt: 0 })),
  venues: [ours, theirs].map((id) => ({
    id: `v-${id}` as PlanRows["venues"][number]["id"],
    conferenceId: id,
    name: "v",
  })),
  rooms: [
    { id: room, conferenceId: ours },
    { id: foreignRoom, conferenceId: theirs },
  ].map((one) => ({
    ...one,
    venueId: `v-${one.conferenceId}` as PlanRows["venues"][number]["id"],
    name: "r",
    city: "c",
    zone: "UTC",
    position: 0,
  })),
  sessions: [
    {
      id: "s" as PlanRows["sessions"][number]["id"],
      conferenceId: ours,
      title: "t",
      hostRoomId: room,
      cancelled: false,
    },
  ],
  occurrences: [
    {
      id: occurrence,
      sessionId: "s" as PlanRows["sessions"][number]["id"],
      wall: "2026-10-01T10:00",
      zone: "UTC",
      offset: 0,
      startsAt: began,
      endsAt: began + hour,
      zoneData: "x",
      roomIds: [room],
    },
  ],
};

export const places = {
  hasConference: (id: ConferenceId) => id === ours || id === theirs,
  conferenceOfRoom: (id: RoomId) => rows.rooms.find((one) => one.id === id)?.conferenceId ?? null,
  conferenceOfOccurrence: (id: OccurrenceId) => (id === occurrence ? ours : null),
};

export const participants: InviteInput = {
  role: "participant",
  conferenceId: ours,
  roomId: null,
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
  await store.writePlan(rows);
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
