import type { ConferenceId, GroupId, RoomId } from "../ids.ts";
import { at } from "../record.ts";
import type { Group, Link, Occurrence, Person, Plan, Pool, Room, Session } from "./model.ts";

// Orders are by code units: the same on every machine and in every language.

/** A group that attends an occurrence live. `via`: the room that it sits in, null if it is linked itself. */
export interface Attendance {
  readonly groupId: GroupId;
  readonly need: Link["need"];
  readonly via: RoomId | null;
}

/** The sessions of a conference, cancelled ones too, by title. */
export function sessionsOf(plan: Plan, conferenceId: ConferenceId): readonly Session[] {
  return all(plan.sessions)
    .filter((session) => session.conferenceId === conferenceId)
    .sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id));
}

/** The occurrences of a conference's sessions, cancelled ones too: by start, then those that have none. */
export function occurrencesOf(plan: Plan, conferenceId: ConferenceId): readonly Occurrence[] {
  return all(plan.occurrences)
    .filter((occurrence) => sessionOf(plan, occurrence)?.conferenceId === conferenceId)
    .sort((a, b) => compare(startKey(a), startKey(b)) || compare(a.id, b.id));
}

/** The session that this is a date and time of. */
export function sessionOf(plan: Plan, occurrence: Occurrence): Session | undefined {
  return at(plan.sessions, occurrence.sessionId);
}

/** The rooms of a conference in their order. */
export function roomsOf(plan: Plan, conferenceId: ConferenceId): readonly Room[] {
  return all(plan.rooms)
    .filter((room) => room.conferenceId === conferenceId)
    .sort(byPosition);
}

/** The groups that a conference uses: audiences in the order of their rooms, then remote ones by name. */
export function groupsOf(plan: Plan, conferenceId: ConferenceId): readonly Group[] {
  const groups = all(plan.groups).filter(({ conferenceIds }) => conferenceIds.includes(conferenceId));
  const order = new Map(roomsOf(plan, conferenceId).map(({ id }, i) => [id, i]));
  const place = ({ roomId }: Group): number => (roomId === null ? Infinity : (order.get(roomId) ?? order.size));
  return groups.sort((a, b) => compare(place(a), place(b)) || compare(a.name, b.name) || compare(a.id, b.id));
}

/** The people whom a conference uses, by name. */
export function peopleOf(plan: Plan, conferenceId: ConferenceId): readonly Person[] {
  return usedBy(all(plan.people), conferenceId);
}

/** The pools that a conference uses, by name. */
export function poolsOf(plan: Plan, conferenceId: ConferenceId): readonly Pool[] {
  return usedBy(all(plan.pools), conferenceId);
}

/**
 * Whose time is meant where a session's is said: the host room's, else the conference's. UTC if the plan has neither,
 * which no edit makes.
 */
export function hostZone(plan: Plan, session: Session): { readonly zone: string; readonly city: string } {
  const room = session.hostRoomId === null ? undefined : at(plan.rooms, session.hostRoomId);
  const { zone, city } = room ?? at(plan.conferences, session.conferenceId) ?? { zone: "Etc/UTC", city: "UTC" };
  return { zone, city };
}

/**
 * The groups that attend an occurrence live: the linked ones, and the audiences of linked rooms. Nobody is twice: a group
 * that is linked itself and sits in a linked room attends through the room, and must if one of the two says so.
 * Playback is attended by nobody; links to what the plan does not have are passed over.
 */
export function attendance(plan: Plan, occurrence: Occurrence): readonly Attendance[] {
  const found = new Map<GroupId, Attendance>();
  for (const link of occurrence.links) {
    if (link.mode !== "live") continue;
    const group = link.kind === "group" ? at(plan.groups, link.id) : audienceOf(plan, link.id);
    if (group === undefined) continue;
    const before = found.get(group.id);
    const via = link.kind === "room" ? link.id : (before?.via ?? null);
    found.set(group.id, { groupId: group.id, need: before?.need === "must" ? "must" : link.need, via });
  }
  return [...found.values()];
}

/** A room's audience. */
export function audienceOf(plan: Plan, roomId: RoomId): Group | undefined {
  let audiences = audiencesBy.get(plan.groups);
  if (audiences === undefined) {
    audiences = new Map();
    for (const group of all(plan.groups)) if (group.roomId !== null) audiences.set(group.roomId, group);
    audiencesBy.set(plan.groups, audiences);
  }
  return audiences.get(roomId);
}

/** A plan's groups are a value: their index holds as long as they do. */
const audiencesBy = new WeakMap<Plan["groups"], Map<RoomId, Group>>();

/** -1, 0 or 1, by code units for strings. */
export function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function usedBy<Thing extends Person | Pool>(things: Thing[], conferenceId: ConferenceId): readonly Thing[] {
  return things
    .filter(({ conferenceIds }) => conferenceIds.includes(conferenceId))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function byPosition(a: Room, b: Room): number {
  return compare(a.position, b.position) || compare(a.name, b.name) || compare(a.id, b.id);
}

function startKey({ start }: Occurrence): number {
  return start?.instant ?? Infinity;
}

/** Everything that stands in a record. */
export function all<Thing>(record: Readonly<Partial<Record<string, Thing>>>): Thing[] {
  return Object.values(record).filter((thing) => thing !== undefined);
}
