import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Link } from "../../shared/plan/model.ts";
import { at } from "../../shared/record.ts";
import type { ConferenceView, SessionView } from "../../shared/protocol/views.ts";
import { isoDay, minute, timeOfDay } from "../ui/time.ts";
import type { Desk } from "./desk.ts";
import type { fieldsOf } from "./draft.ts";

type Fields = NonNullable<ReturnType<typeof fieldsOf>>;

const roomLink = (id: RoomId): Link => ({ kind: "room", id, need: "must", mode: "live" });

/** A new session: the chosen rooms, and every remote group, as whoever plans in detail would begin too. */
export async function addSession(desk: Desk, conference: ConferenceView, fields: Fields): Promise<void> {
  const { title, minutes, hostRoomId, start, roomIds } = fields;
  const groups = conference.groups.map(({ id }): Link => ({ kind: "group", id, need: "must", mode: "live" }));
  await desk.edit("createSession", {
    conferenceId: conference.id,
    title,
    minutes,
    hostRoomId,
    start,
    state: "firm",
    links: [...roomIds.map(roomLink), ...groups],
  });
}

/** Only what was changed here: the rest of the draft stays as others have made it. */
export async function changeSession(desk: Desk, session: SessionView, fields: Fields): Promise<void> {
  const { title, minutes, hostRoomId, start, roomIds } = fields;
  const set = {
    ...(title.trim() === session.title ? {} : { title }),
    ...(minutes === Math.round((session.endsAt - session.startsAt) / minute) ? {} : { minutes }),
    ...(hostRoomId === session.hostRoomId ? {} : { hostRoomId }),
  };
  const wall = `${isoDay(session.startsAt, session.clock)}T${timeOfDay(session.startsAt, session.clock)}`;
  const moved = start.wall !== wall || start.zone !== session.clock.zone;
  const relinked = [...roomIds].sort().join() !== [...session.roomIds].sort().join();
  const links = relinked ? await linksWith(desk, session.occurrenceId, roomIds) : null;
  await desk.edit("updateSession", {
    sessionId: session.id,
    set,
    at:
      moved || links !== null
        ? {
            occurrenceId: session.occurrenceId,
            ...(moved ? { start } : {}),
            ...(links === null ? {} : { links: [...links] }),
          }
        : null,
  });
}

/** The draft's links with other rooms: groups, and how the rooms that stay are linked, are not this page's business. */
async function linksWith(desk: Desk, id: OccurrenceId, roomIds: readonly RoomId[]): Promise<readonly Link[]> {
  const { plan } = await desk.draft();
  const before = at(plan.occurrences, id)?.links ?? [];
  const rooms = roomIds.map((roomId) => before.find((link) => link.id === roomId) ?? roomLink(roomId));
  return [...rooms, ...before.filter(({ kind }) => kind === "group")];
}
