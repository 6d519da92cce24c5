import type { EntryId, Instant, PassId, RoomId } from "../ids.ts";
import { at } from "../record.ts";
import { entryOf } from "./places.ts";
import { visibleScene } from "./layout.ts";
import type { Format, Message, Microphone, MutedBy, Phase, Scene, Speaker, Stage } from "./model.ts";
import { personSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/**
 * What a participant may see of the stage: those on air, the own place, the chat. No roster, nobody else's hand.
 * The server makes this; what is not in it never leaves the server.
 */
export interface ParticipantView {
  readonly seq: number;
  readonly phase: Phase;
  readonly format: Format;
  readonly openedAt: Instant | null;
  readonly program: Scene;
  /** Names for the tiles of the program, by source. */
  readonly captions: Readonly<Record<SourceId, Caption>>;
  readonly speaking: readonly SpeakingView[];
  /** Rooms whose sound is on air. */
  readonly openRooms: readonly RoomId[];
  readonly mine: MyPlace;
  readonly chatOn: boolean;
  readonly chat: readonly Message[];
}

export interface Caption {
  readonly name: string;
  readonly place: string;
  readonly roomId: RoomId | null;
}

export interface SpeakingView extends Caption {
  readonly entryId: EntryId | null;
  readonly onAirAt: Instant | null;
  readonly limit: number;
}

export interface MyPlace {
  readonly name: string;
  readonly place: string;
  readonly roomId: RoomId | null;
  readonly entryId: EntryId | null;
  /** *none*: no hand; *waiting*; *next*: first in the queue; *called*: asked to speak; *onAir*. */
  readonly state: "none" | "waiting" | "next" | "called" | "onAir";
  /** How many are before me in the queue (0: I am next). */
  readonly before: number;
  readonly ready: boolean;
  readonly skipped: boolean;
  readonly microphone: Microphone;
  readonly calledAt: Instant | null;
  readonly onAirAt: Instant | null;
  readonly limit: number;
  readonly muted: MutedBy | null;
}

export function participantView(stage: Stage, passId: PassId): ParticipantView {
  return {
    seq: stage.seq,
    phase: stage.phase,
    format: stage.format,
    openedAt: stage.openedAt,
    program: visibleScene(stage, stage.program),
    captions: captionsOf(stage, visibleScene(stage, stage.program)),
    speaking: speaking(stage),
    openRooms: stage.roomIds.filter((roomId) => stage.openRooms[roomId] !== undefined),
    mine: myPlace(stage, passId),
    chatOn: stage.chatOn,
    chat: stage.chat,
  };
}

/** Who is on air, by name: remote people, people in rooms whose hand was typed, moderators. */
export function speaking(stage: Stage): readonly SpeakingView[] {
  const onFloor = stage.floor.filter((speaker) => speaker.onAirAt !== null);
  const moderators = stage.openMics.map((passId) => {
    const person = stage.people[passId];
    return {
      name: person?.name ?? "",
      place: person?.place ?? "",
      roomId: person?.roomId ?? null,
      entryId: null,
      onAirAt: null,
      limit: 0,
    };
  });
  return [...onFloor.map((speaker) => speakerView(stage, speaker)), ...moderators];
}

function speakerView(stage: Stage, speaker: Speaker): SpeakingView {
  const turn = { entryId: speaker.id, onAirAt: speaker.onAirAt, limit: speaker.limit };
  if (speaker.hand.kind === "room") {
    return { ...turn, name: speaker.hand.label, place: "", roomId: speaker.hand.roomId };
  }
  const person = stage.people[speaker.hand.passId];
  return { ...turn, name: person?.name ?? "", place: person?.place ?? "", roomId: person?.roomId ?? null };
}

/** Names under the people's pictures of a scene; rooms are named by the page, which knows their cities. */
export function captionsOf(stage: Stage, scene: Scene): Readonly<Record<SourceId, Caption>> {
  const captions: Record<SourceId, Caption> = {};
  for (const source of scene.sources) {
    const [owner, id] = source.split(":");
    const person = owner === "person" ? at(stage.people, id ?? "") : undefined;
    captions[source] =
      person === undefined
        ? { name: "", place: "", roomId: (owner === "room" ? id : null) as RoomId | null }
        : { name: person.name, place: person.place, roomId: person.roomId };
  }
  return captions;
}

function myPlace(stage: Stage, passId: PassId): MyPlace {
  const person = stage.people[passId];
  const entry = entryOf(stage, passId);
  const speaker = entry !== undefined && "calledAt" in entry ? entry : null;
  const before = entry === undefined || speaker !== null ? 0 : stage.queue.indexOf(entry);
  return {
    name: person?.name ?? "",
    place: person?.place ?? "",
    roomId: person?.roomId ?? null,
    entryId: entry?.id ?? null,
    state: placeState(entry !== undefined, speaker, before),
    before,
    ready: entry?.ready ?? false,
    skipped: entry?.skipped ?? false,
    microphone: entry?.microphone ?? "unknown",
    calledAt: speaker?.calledAt ?? null,
    onAirAt: speaker?.onAirAt ?? null,
    limit: speaker?.limit ?? stage.speakingTime,
    muted: stage.muted[personSource(passId, "mic")] ?? null,
  };
}

function placeState(raised: boolean, speaker: Speaker | null, before: number): MyPlace["state"] {
  if (speaker !== null) return speaker.onAirAt === null ? "called" : "onAir";
  if (!raised) return "none";
  return before === 0 ? "next" : "waiting";
}

/** Top-level keys of a view that differ: what a notice carries. Values are compared by their JSON. */
export function changedKeys<View extends object>(before: View | null, after: View): Partial<View> {
  const changed: Partial<View> = {};
  for (const key of Object.keys(after) as (keyof View)[]) {
    if (before === null || (before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key]))) {
      changed[key] = after[key];
    }
  }
  return changed;
}
