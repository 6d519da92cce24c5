import type { Instant, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Room } from "../../shared/plan/model.ts";
import type { Clock, InviteView, OccurrenceInfo, PassInfo, RoomInfo } from "../../shared/protocol/views.ts";
import type { Phase } from "../../shared/stage/model.ts";
import type { InviteRow } from "../store/port.ts";
import type { Book, Entry } from "./book.ts";
import type { ZoneData } from "./zonedata.ts";

export type PhaseOf = (id: OccurrenceId) => Phase;

/** An invite as the organiser's page shows it, with its conference (null: the whole installation). */
export interface ListedInvite {
  readonly conferenceId: InviteRow["conferenceId"];
  readonly view: InviteView;
}

const hour = 3_600_000;
/** What a participant's page lists: sessions that begin within this, so that the next day's first is there. */
const ahead = 36 * hour;
/** How long a session stays listed after its end. */
const behind = 3 * hour;

const phaseOrder: Readonly<Record<Phase, number>> = { live: 0, waiting: 1, ended: 2 };

/** The occurrences a pass may see and join today: live first, then by time, those that have ended last. */
export function todays(
  book: Book,
  scope: PassInfo,
  phaseOf: PhaseOf,
  now: Instant,
): readonly { entry: Entry; phase: Phase }[] {
  return book
    .entries()
    .filter((entry) => isWithin(scope, entry))
    .map((entry) => ({ entry, phase: phaseOf(entry.occurrence.id) }))
    .filter(({ entry, phase }) => isToday(entry, phase, now))
    .sort((a, b) => phaseOrder[a.phase] - phaseOrder[b.phase]);
}

/** Does the pass's invite reach this occurrence? An operator's reaches those that the room is linked to. */
export function isWithin(scope: PassInfo, entry: Entry): boolean {
  if (scope.conferenceId !== null && scope.conferenceId !== entry.conference.id) return false;
  if (scope.occurrenceId !== null && scope.occurrenceId !== entry.occurrence.id) return false;
  return scope.role !== "operator" || (scope.roomId !== null && entry.occurrence.roomIds.includes(scope.roomId));
}

function isToday(entry: Entry, phase: Phase, now: Instant): boolean {
  const { startsAt, endsAt } = entry.occurrence;
  if (phase === "live") return true;
  // Also for a session that nobody has opened: three hours after its time nobody will.
  if (endsAt < now - behind) return false;
  return phase === "ended" || startsAt <= now + ahead;
}

/** Where a room's station belongs: the live session that began last, else the next one that waits. */
export function nextForRoom(book: Book, roomId: RoomId, phaseOf: PhaseOf, now: Instant): OccurrenceId | null {
  const ofRoom = book
    .entries()
    .filter(({ occurrence }) => occurrence.roomIds.includes(roomId))
    .map((entry) => ({ entry, phase: phaseOf(entry.occurrence.id) }));
  const live = ofRoom.findLast(({ phase }) => phase === "live");
  const next = live ?? ofRoom.find(({ entry, phase }) => phase === "waiting" && isToday(entry, phase, now));
  return next?.entry.occurrence.id ?? null;
}

export function occurrenceInfo(book: Book, zones: ZoneData, entry: Entry, phase: Phase, now: Instant): OccurrenceInfo {
  const { occurrence, session, conference } = entry;
  return {
    id: occurrence.id,
    sessionId: session.id,
    conferenceId: conference.id,
    conference: conference.name,
    title: session.title,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    hostRoomId: session.hostRoomId,
    rooms: book.linked(entry).map((room) => roomInfo(zones, room, now)),
    phase,
  };
}

/** A room with its clock. */
export function roomInfo(zones: ZoneData, room: Room, now: Instant): RoomInfo {
  return { id: room.id, name: room.name, city: room.city, clock: clockThere(zones, room.zone, room.city, now) };
}

/** The clock there at an instant, called by the city. The plan holds only zones that were known; should newer data have dropped one, its name is shown with UTC. */
export function clockThere(zones: ZoneData, zone: string, city: string | null, now: Instant): Clock {
  return zones.clockOf(zone, city, now) ?? { zone, city: city ?? zone, offset: 0, until: null, nextOffset: null };
}
