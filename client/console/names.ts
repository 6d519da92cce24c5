import type { PassId, RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo, PresentPerson, RoomInfo } from "../../shared/protocol/views.ts";
import type { Hand, Scene, Stage } from "../../shared/stage/model.ts";
import { parseSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";

/** Gives people, rooms and sources the names that every part of the console uses. */
export interface Names {
  readonly room: (roomId: RoomId | null) => string;
  readonly person: (passId: PassId) => string;
  /** Where a person is: their own word for it, else the room they sit in. */
  readonly placeOf: (passId: PassId) => string;
  readonly hand: (hand: Hand) => string;
  readonly handPlace: (hand: Hand) => string;
  readonly source: (source: SourceId) => string;
  readonly scene: (scene: Scene) => string;
}

export function namesIn(
  stage: Stage,
  occurrence: OccurrenceInfo,
  people: readonly PresentPerson[],
  t: ConsoleWords,
): Names {
  const room = (roomId: RoomId | null): string => roomOf(occurrence, roomId)?.name ?? "";
  const person = (passId: PassId): string => {
    const name = stage.people[passId]?.name ?? "";
    if (name !== "") return name;
    const present = people.find((other) => other.passId === passId);
    if (present?.role === "moderator") return t.moderator;
    return present?.role === "operator" ? t.operatorOf(room(present.roomId)) : t.somebody;
  };
  const placeOf = (passId: PassId): string => {
    const known = stage.people[passId];
    return known === undefined || known.place === "" ? room(known?.roomId ?? null) : known.place;
  };
  const source = (id: SourceId): string => {
    const parsed = parseSource(id);
    if (parsed.owner === "room") {
      return parsed.track === "camera2" ? t.monitors.second(room(parsed.roomId)) : room(parsed.roomId);
    }
    return parsed.track === "share" ? t.monitors.screenOf(person(parsed.passId)) : person(parsed.passId);
  };
  return {
    room,
    person,
    placeOf,
    source,
    hand: (hand) => (hand.kind === "room" ? hand.label : person(hand.passId)),
    handPlace: (hand) => (hand.kind === "room" ? t.queue.typed(room(hand.roomId)) : placeOf(hand.passId)),
    scene: (scene) => (scene.layout === "holding" ? t.monitors.holdingNow : t.list(scene.sources.map(source))),
  };
}

export const roomOf = (occurrence: OccurrenceInfo, roomId: RoomId | null): RoomInfo | null =>
  occurrence.rooms.find((room) => room.id === roomId) ?? null;
