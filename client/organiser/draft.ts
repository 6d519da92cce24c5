import type { RoomId } from "../../shared/ids.ts";
import type { Clock, ConferenceView, SessionView } from "../../shared/protocol/views.ts";
import { isoDay, minute, offsetAt, timeOfDay } from "../ui/time.ts";

/** A session as its form holds it: everything as typed. */
export interface Draft {
  readonly title: string;
  readonly hostRoomId: RoomId | null;
  /** "2020-01-11" and "16:00", in the zone below. */
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly roomIds: readonly RoomId[];
  /** Where the clocks are put back: which of the two times; null: not said. */
  readonly offset: number | null;
}

/** A form's first state: that of a session, or of a new one in the first room, with all rooms, tomorrow as its clocks have it. */
export function draftOf(conference: ConferenceView, session: SessionView | undefined, now: number, here: Clock): Draft {
  if (session !== undefined) {
    return {
      title: session.title,
      hostRoomId: session.hostRoomId,
      date: isoDay(session.startsAt, session.clock),
      time: timeOfDay(session.startsAt, session.clock),
      minutes: String(Math.round((session.endsAt - session.startsAt) / minute)),
      roomIds: session.roomIds,
      // As it was said: an edit of the title must not ask again.
      offset: offsetAt(session.clock, session.startsAt),
    };
  }
  const host = conference.rooms[0];
  return {
    title: "",
    hostRoomId: host?.id ?? null,
    date: isoDay(now + 1440 * minute, host?.clock ?? here),
    time: "16:00",
    minutes: "60",
    roomIds: conference.rooms.map(({ id }) => id),
    offset: null,
  };
}

/** The clock that a draft's date and time are read on: the host's, or that of the place where it was set before. */
export function clockOf(
  draft: Draft,
  conference: ConferenceView,
  session: SessionView | undefined,
  here: Clock,
): Clock {
  const host = conference.rooms.find(({ id }) => id === draft.hostRoomId);
  if (host !== undefined) return host.clock;
  return session !== undefined && session.hostRoomId === null ? session.clock : here;
}

/** The fields of a request, or null while something is missing. */
export function fieldsOf(draft: Draft, zone: string) {
  const minutes = Number(draft.minutes);
  const complete = draft.title.trim() !== "" && /^\d{4}-\d\d-\d\d$/.test(draft.date) && /^\d\d:\d\d/.test(draft.time);
  if (!complete || !Number.isInteger(minutes) || minutes < 5 || minutes > 1440) return null;
  const wall = `${draft.date}T${draft.time.slice(0, 5)}`;
  const host = draft.hostRoomId;
  return {
    title: draft.title,
    start: draft.offset === null ? { wall, zone } : { wall, zone, offset: draft.offset },
    minutes,
    hostRoomId: host,
    roomIds: host === null || draft.roomIds.includes(host) ? [...draft.roomIds] : [host, ...draft.roomIds],
  };
}

/** The two offsets between which a place's clocks change, the earlier (larger) first: where they go back, both are possible. */
export function foldOffsets(clock: Clock): readonly [first: number, second: number] {
  const other = clock.nextOffset ?? clock.offset + 60;
  return clock.offset > other ? [clock.offset, other] : [other, clock.offset];
}
