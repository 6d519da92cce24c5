import type { RoomId } from "../../shared/ids.ts";
import type { Clock, OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import type { Entry, Scene, Stage } from "../../shared/stage/model.ts";
import { parseSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { speaking } from "../../shared/stage/views.ts";
import type { ScreenWords } from "../i18n/en/screen.ts";

/** What stands under a picture. */
export interface NamePlate {
  readonly name: string;
  readonly from: string;
  /** The clock of where they are, where that is known: a room's. */
  readonly clock: Clock | null;
}

const roomOf = (occurrence: OccurrenceInfo, roomId: RoomId | null): RoomInfo | null =>
  occurrence.rooms.find((room) => room.id === roomId) ?? null;

/** Room, city, and who speaks there; or a person, what they do, and where. */
export function namePlate(source: SourceId, stage: Stage, occurrence: OccurrenceInfo, t: ScreenWords): NamePlate {
  const parsed = parseSource(source);
  if (parsed.owner === "room") {
    const room = roomOf(occurrence, parsed.roomId);
    const speaker = stage.floor.find(
      ({ hand, onAirAt }) => hand.kind === "room" && hand.roomId === parsed.roomId && onAirAt !== null,
    );
    const said = [
      room !== null && room.city !== room.name ? room.city : "",
      parsed.track === "camera2" ? t.camera2 : "",
      speaker?.hand.kind === "room" ? t.speaksThere(speaker.hand.label) : "",
    ];
    return { name: room?.name ?? "", from: join(said), clock: room?.clock ?? null };
  }
  const person = stage.people[parsed.passId];
  const room = roomOf(occurrence, person?.roomId ?? null);
  const moderates = stage.openMics.includes(parsed.passId);
  const does = parsed.track === "share" ? t.shares : moderates ? t.moderates : t.speaks;
  return {
    name: person?.name ?? t.somebody,
    from: join([does, placeOf(person?.place ?? "", room)]),
    clock: room?.clock ?? null,
  };
}

/** Who is on air without a picture in the scene: the hall hears a voice and sees no face. */
export function unseenVoice(stage: Stage, scene: Scene, occurrence: OccurrenceInfo, t: ScreenWords): string | null {
  const owners = scene.sources.map(parseSource);
  const pictured = (name: string, roomId: RoomId | null): boolean =>
    owners.some((owner) =>
      owner.owner === "room" ? owner.roomId === roomId : stage.people[owner.passId]?.name === name,
    );
  const unseen = speaking(stage).find(({ name, roomId }) => name !== "" && !pictured(name, roomId));
  if (unseen === undefined) return null;
  const room = roomOf(occurrence, unseen.roomId);
  // A hand typed in a room has no place of its own.
  return unseen.place === "" && room !== null ? t.inRoom(room.name, unseen.name) : t.from(unseen.name, unseen.place);
}

/** Who comes next, as it is called out in the hall; null: nobody waits. */
export function nextName(stage: Stage, occurrence: OccurrenceInfo, t: ScreenWords): string | null {
  const next: Entry | undefined = stage.queue.find((entry) => !entry.skipped);
  if (next === undefined) return null;
  if (next.hand.kind === "room") {
    return t.inRoom(roomOf(occurrence, next.hand.roomId)?.name ?? "", next.hand.label);
  }
  const person = stage.people[next.hand.passId];
  return t.from(person?.name ?? t.somebody, placeOf(person?.place ?? "", roomOf(occurrence, person?.roomId ?? null)));
}

const placeOf = (place: string, room: RoomInfo | null): string => (place === "" ? (room?.name ?? "") : place);

const join = (said: readonly string[]): string => said.filter((part) => part !== "").join(", ");
