import type { ConferenceId, OccurrenceId, RoomId, SessionId, VenueId } from "../../shared/ids.ts";
import type { ConferenceRow, OccurrenceRow, PlanRows, RoomRow, SessionRow, VenueRow } from "../store/port.ts";

/** The plan's rows in memory, by id. Only `Plan` changes it, after the store has taken the change. */
export class Book {
  readonly conferences = new Map<ConferenceId, ConferenceRow>();
  readonly venues = new Map<VenueId, VenueRow>();
  readonly rooms = new Map<RoomId, RoomRow>();
  readonly sessions = new Map<SessionId, SessionRow>();
  readonly occurrences = new Map<OccurrenceId, OccurrenceRow>();

  put(change: Partial<PlanRows>): void {
    for (const row of change.conferences ?? []) this.conferences.set(row.id, row);
    for (const row of change.venues ?? []) this.venues.set(row.id, row);
    for (const row of change.rooms ?? []) this.rooms.set(row.id, row);
    for (const row of change.sessions ?? []) this.sessions.set(row.id, row);
    for (const row of change.occurrences ?? []) this.occurrences.set(row.id, row);
  }

  /** An occurrence with its session and conference; null if unknown or cancelled. */
  find(id: OccurrenceId): Entry | null {
    const occurrence = this.occurrences.get(id);
    const session = occurrence && this.sessions.get(occurrence.sessionId);
    const conference = session && this.conferences.get(session.conferenceId);
    if (occurrence === undefined || session === undefined || conference === undefined || session.cancelled) return null;
    return { occurrence, session, conference };
  }

  /** All that are not cancelled, by their start. */
  entries(): readonly Entry[] {
    return [...this.occurrences.keys()]
      .map((id) => this.find(id))
      .filter((entry) => entry !== null)
      .sort((a, b) => a.occurrence.startsAt - b.occurrence.startsAt || (a.occurrence.id < b.occurrence.id ? -1 : 1));
  }

  roomsOf(conferenceId: ConferenceId): readonly RoomRow[] {
    return [...this.rooms.values()]
      .filter((room) => room.conferenceId === conferenceId)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  }

  /** Linked rooms, the host first, then as they were given. */
  linked(entry: Entry): readonly RoomRow[] {
    return hostFirst(entry.session.hostRoomId, entry.occurrence.roomIds)
      .map((id) => this.rooms.get(id))
      .filter((room) => room !== undefined);
  }
}

export interface Entry {
  readonly occurrence: OccurrenceRow;
  readonly session: SessionRow;
  readonly conference: ConferenceRow;
}

/** The host is always among the linked rooms; nobody is twice. */
export function hostFirst(hostRoomId: RoomId | null, roomIds: readonly RoomId[]): readonly RoomId[] {
  return [...new Set(hostRoomId === null ? roomIds : [hostRoomId, ...roomIds])];
}
