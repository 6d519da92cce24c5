import type { ConferenceId, Instant, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Conference, Occurrence, PlanFile, Room, Session, Start } from "../../shared/plan/model.ts";
import { endOf } from "../../shared/plan/times.ts";
import { resolveWall } from "../../shared/plan/zones.ts";
import type { Zones } from "../../shared/plan/zones.ts";

/** An occurrence as stages and participants' pages have it: placed, with the rooms that are linked live. */
export interface Placed {
  readonly id: OccurrenceId;
  readonly start: Start;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The host first. */
  readonly roomIds: readonly RoomId[];
}

export interface Entry {
  readonly occurrence: Placed;
  readonly session: Session;
  readonly conference: Conference;
}

/** The latest releases, by id: what takes effect. A value; a release makes a new one. */
export class Book {
  readonly #files: ReadonlyMap<ConferenceId, PlanFile>;
  readonly #rooms: ReadonlyMap<RoomId, Room>;
  readonly #entries: ReadonlyMap<OccurrenceId, Entry>;
  readonly #ordered: readonly Entry[];

  constructor(files: Iterable<PlanFile>, zones: Zones) {
    const all = [...files];
    this.#files = new Map(all.map((file) => [file.conference.id, file]));
    this.#rooms = new Map(all.flatMap(({ rooms }) => rooms.map((room) => [room.id, room] as const)));
    const entries = all.flatMap((file) => entriesOf(file, zones));
    this.#entries = new Map(entries.map((entry) => [entry.occurrence.id, entry]));
    this.#ordered = [...this.#entries.values()].sort(
      (a, b) => a.occurrence.startsAt - b.occurrence.startsAt || (a.occurrence.id < b.occurrence.id ? -1 : 1),
    );
  }

  /** What a conference's latest release says; null: there is none. */
  file(id: ConferenceId): PlanFile | null {
    return this.#files.get(id) ?? null;
  }

  /** An occurrence with its session and conference; null if it does not take place. */
  find(id: OccurrenceId): Entry | null {
    return this.#entries.get(id) ?? null;
  }

  /** All that take place, by their start. */
  entries(): readonly Entry[] {
    return this.#ordered;
  }

  room(id: RoomId): Room | null {
    return this.#rooms.get(id) ?? null;
  }

  /** Rooms that are linked live, the host first, then as they were given. */
  linked(entry: Entry): readonly Room[] {
    return entry.occurrence.roomIds.map((id) => this.room(id)).filter((room) => room !== null);
  }
}

/** What of a release takes effect: firm and tentative sessions that are placed, at a time that exists. */
export function entriesOf(file: PlanFile, zones: Zones): readonly Entry[] {
  const sessions = new Map(file.sessions.map((session) => [session.id, session]));
  return file.occurrences.flatMap((occurrence): readonly Entry[] => {
    const session = sessions.get(occurrence.sessionId);
    if (session === undefined || (session.state !== "firm" && session.state !== "tentative")) return [];
    const { start } = occurrence;
    if (start === null || isGap(start, zones)) return [];
    const placed = {
      id: occurrence.id,
      start,
      startsAt: start.instant,
      endsAt: endOf(start, session.minutes),
      roomIds: liveRooms(session, occurrence),
    };
    return [{ occurrence: placed, session, conference: file.conference }];
  });
}

/** By the data that made its instant. By newer ones it may be a gap as well: then it stays where it was released. */
function isGap(start: Start, zones: Zones): boolean {
  return start.zoneData === zones.version && resolveWall(zones, start.zone, start.wall).kind === "gap";
}

/** The host is always among the linked rooms; nobody is twice. */
function liveRooms(session: Session, occurrence: Occurrence): readonly RoomId[] {
  const linked = occurrence.links.flatMap((link) => (link.kind === "room" && link.mode === "live" ? [link.id] : []));
  return [...new Set(session.hostRoomId === null ? linked : [session.hostRoomId, ...linked])];
}
