import type { ConferenceId, Instant, OccurrenceId, RoomId, SessionId, VenueId } from "../../shared/ids.ts";
import { canonicalZone, resolveWall } from "../../shared/plan/zones.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import { never, ok, refuse } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { Phase } from "../../shared/stage/model.ts";
import type { OccurrenceRow, PlanRows, VenueRow } from "../store/port.ts";
import { hostFirst } from "./book.ts";
import type { Book, Entry } from "./book.ts";

/** What an edit would write and answer. Edits only look at the plan; `Plan` writes. */
export type Edit<Answer> = Result<{ readonly change: Partial<PlanRows>; readonly answer: Answer }, ErrorCode>;

/** What edits need and must not fetch themselves. */
export interface Ground {
  readonly book: Book;
  readonly zones: Zones;
  readonly now: Instant;
  readonly newId: () => string;
  readonly phaseOf: (id: OccurrenceId) => Phase;
}

export function createConference(
  ground: Ground,
  input: Parsed<"createConference">,
): Edit<{ readonly id: ConferenceId }> {
  const id = ground.newId() as ConferenceId;
  return ok({ change: { conferences: [{ id, name: input.name, createdAt: ground.now }] }, answer: { id } });
}

export function renameConference(ground: Ground, input: Parsed<"renameConference">): Edit<null> {
  const conference = ground.book.conferences.get(input.conferenceId);
  if (conference === undefined) return refuse("not-found");
  return ok({ change: { conferences: [{ ...conference, name: input.name }] }, answer: null });
}

export function createRoom(ground: Ground, input: Parsed<"createRoom">): Edit<{ readonly id: RoomId }> {
  if (!ground.book.conferences.has(input.conferenceId)) return refuse("not-found");
  const zone = canonicalZone(ground.zones, input.zone);
  if (zone === null) return refuse("unknown-zone");
  const venue = venueFor(ground, input.conferenceId, input.venue === "" ? input.name : input.venue);
  const position = Math.max(-1, ...ground.book.roomsOf(input.conferenceId).map((room) => room.position)) + 1;
  const id = ground.newId() as RoomId;
  const room = {
    id,
    conferenceId: input.conferenceId,
    venueId: venue.id,
    name: input.name,
    city: input.city,
    zone,
    position,
  };
  return ok({ change: { venues: [venue], rooms: [room] }, answer: { id } });
}

export function updateRoom(ground: Ground, input: Parsed<"updateRoom">): Edit<null> {
  const room = ground.book.rooms.get(input.roomId);
  if (room === undefined) return refuse("not-found");
  const zone = canonicalZone(ground.zones, input.zone);
  if (zone === null) return refuse("unknown-zone");
  const venue = venueFor(ground, room.conferenceId, input.venue === "" ? input.name : input.venue);
  const changed = { ...room, name: input.name, city: input.city, zone, venueId: venue.id };
  return ok({ change: { venues: [venue], rooms: [changed] }, answer: null });
}

export function createSession(
  ground: Ground,
  input: Parsed<"createSession">,
): Edit<{ readonly occurrenceId: OccurrenceId }> {
  if (!ground.book.conferences.has(input.conferenceId)) return refuse("not-found");
  const sessionId = ground.newId() as SessionId;
  const occurrenceId = ground.newId() as OccurrenceId;
  const occurrence = placed(ground, input.conferenceId, input, { id: occurrenceId, sessionId });
  if (!occurrence.ok) return occurrence;
  const { conferenceId, title, hostRoomId } = input;
  return ok({
    change: {
      sessions: [{ id: sessionId, conferenceId, title, hostRoomId, cancelled: false }],
      occurrences: [occurrence.value],
    },
    answer: { occurrenceId },
  });
}

export function updateSession(ground: Ground, input: Parsed<"updateSession">): Edit<null> {
  const entry = waiting(ground, input.occurrenceId);
  if (!entry.ok) return entry;
  const { session, occurrence, conference } = entry.value;
  const moved = placed(ground, conference.id, input, { id: occurrence.id, sessionId: session.id });
  if (!moved.ok) return moved;
  const change = {
    sessions: [{ ...session, title: input.title, hostRoomId: input.hostRoomId }],
    occurrences: [moved.value],
  };
  return ok({ change, answer: null });
}

export function cancelSession(ground: Ground, input: Parsed<"cancelSession">): Edit<null> {
  const entry = waiting(ground, input.occurrenceId);
  if (!entry.ok) return entry;
  return ok({ change: { sessions: [{ ...entry.value.session, cancelled: true }] }, answer: null });
}

function waiting(ground: Ground, id: OccurrenceId): Result<Entry, ErrorCode> {
  const entry = ground.book.find(id);
  if (entry === null) return refuse("not-found");
  return ground.phaseOf(id) === "waiting" ? ok(entry) : refuse("already");
}

/** Rooms whose venue has the same name share it, and its uplink; a room without a venue's name is its own. */
function venueFor(ground: Ground, conferenceId: ConferenceId, name: string): VenueRow {
  const known = [...ground.book.venues.values()].find(
    (venue) => venue.conferenceId === conferenceId && venue.name === name,
  );
  return known ?? { id: ground.newId() as VenueId, conferenceId, name };
}

/** The occurrence at a wall time: rooms are the conference's, the time is one that exists and is meant once. */
function placed(
  ground: Ground,
  conferenceId: ConferenceId,
  input: Pick<Parsed<"createSession">, "start" | "minutes" | "hostRoomId" | "roomIds">,
  ids: Pick<OccurrenceRow, "id" | "sessionId">,
): Result<OccurrenceRow, ErrorCode> {
  const roomIds = hostFirst(input.hostRoomId, input.roomIds);
  const foreign = roomIds.some((id) => ground.book.rooms.get(id)?.conferenceId !== conferenceId);
  if (foreign) return refuse("not-found");
  const zone = canonicalZone(ground.zones, input.start.zone);
  if (zone === null) return refuse("unknown-zone");
  const start = startOf(ground.zones, zone, input.start.wall, input.start.offset);
  if (!start.ok) return start;
  return ok({
    ...ids,
    wall: input.start.wall,
    zone,
    offset: start.value.offset,
    startsAt: start.value.instant,
    endsAt: start.value.instant + input.minutes * 60_000,
    zoneData: ground.zones.version,
    roomIds,
  });
}

function startOf(
  zones: Zones,
  zone: string,
  wall: string,
  offset: number | undefined,
): Result<{ readonly instant: Instant; readonly offset: number }, ErrorCode> {
  const resolved = resolveWall(zones, zone, wall);
  switch (resolved.kind) {
    case "unique":
      return ok(resolved);
    case "fold": {
      const chosen = [resolved.earlier, resolved.later].find((moment) => moment.offset === offset);
      return chosen === undefined ? refuse("fold") : ok(chosen);
    }
    case "gap":
      return refuse("gap");
    case "invalid":
      return refuse("bad-request");
    default:
      return never(resolved);
  }
}
