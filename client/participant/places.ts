import type { Instant, RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import type { Caption } from "../../shared/stage/views.ts";
import { timeOfDay } from "../ui/time.ts";

type Rooms = Pick<OccurrenceInfo, "rooms" | "hostRoomId">;

export const roomOf = (occurrence: Pick<Rooms, "rooms">, roomId: RoomId | null): RoomInfo | null =>
  occurrence.rooms.find((room) => room.id === roomId) ?? null;

/** The room whose time is shown beside the own one. */
export const hostRoom = (occurrence: Rooms): RoomInfo | null =>
  roomOf(occurrence, occurrence.hostRoomId) ?? occurrence.rooms[0] ?? null;

/** A room is called by its city, unless two rooms are in the same one. */
export function roomCalled(occurrence: Pick<Rooms, "rooms">, room: RoomInfo): string {
  return occurrence.rooms.some((other) => other.city === room.city && other.id !== room.id) ? room.name : room.city;
}

/** What stands under a picture: whom or which room it shows, and where and how late it is there. */
export interface Lower {
  readonly name: string;
  readonly from: string;
}

export function lowerThird(occurrence: Rooms, caption: Caption, at: Instant): Lower {
  const room = roomOf(occurrence, caption.roomId);
  if (room === null) return { name: caption.name, from: caption.place };
  const time = timeOfDay(at, room.clock);
  const called = roomCalled(occurrence, room);
  return caption.name === "" ? { name: called, from: time } : { name: caption.name, from: `${called} ${time}` };
}
