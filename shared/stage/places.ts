import type { PassId } from "../ids.ts";
import type { Entry, Hand, Speaker, Stage } from "./model.ts";
import { roomSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/** The voice that a hand speaks with: the person's microphone or the room's sound. */
export function voiceOf(hand: Hand): SourceId {
  return hand.kind === "person" ? `person:${hand.passId}:mic` : roomSource(hand.roomId, "sound");
}

/** A person's place: in the queue or on the floor, never in both, never twice. */
export function entryOf(stage: Stage, passId: PassId): Entry | Speaker | undefined {
  return speakerOf(stage, passId) ?? stage.queue.find((entry) => isPerson(entry, passId));
}

export function speakerOf(stage: Stage, passId: PassId): Speaker | undefined {
  return stage.floor.find((entry) => isPerson(entry, passId));
}

const isPerson = (entry: Entry, passId: PassId): boolean =>
  entry.hand.kind === "person" && entry.hand.passId === passId;
