import type { PassId, RoomId } from "../ids.ts";
import { speakerOf, voiceOf } from "./places.ts";
import type { Stage } from "./model.ts";
import { personSource, roomSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/** One open microphone, whose ears must be spared from it, and whether loudness may cut it off. */
export interface Voice {
  readonly source: SourceId;
  /** The room that hears it through the air: the room itself, or where its speaker sits. Its return leaves it out. */
  readonly homeRoomId: RoomId | null;
  readonly passId: PassId | null;
  /** The called speaker, a moderator, the host room: forwarded however quiet they are. */
  readonly always: boolean;
}

/** Every microphone that is open now: on air, or heard from the next word on. Muted ones are not. */
export function openVoices(stage: Stage): readonly Voice[] {
  if (stage.phase !== "live") return [];
  const called = stage.floor.at(-1);
  const voices: Voice[] = [];
  for (const roomId of stage.roomIds) {
    if (stage.openRooms[roomId] === undefined) continue;
    const source = roomSource(roomId, "sound");
    const always =
      stage.format === "plenary" ||
      roomId === stage.hostRoomId ||
      (called !== undefined && voiceOf(called.hand) === source);
    voices.push({ source, homeRoomId: roomId, passId: null, always });
  }
  for (const speaker of stage.floor) {
    // Who has not tried the microphone yet is called, but not open.
    if (speaker.hand.kind !== "person" || !speaker.ready) continue;
    const { passId } = speaker.hand;
    if (stage.openMics.includes(passId)) continue;
    voices.push({
      source: personSource(passId, "mic"),
      homeRoomId: stage.people[passId]?.roomId ?? null,
      passId,
      always: stage.format === "plenary" || speaker === called,
    });
  }
  for (const passId of stage.openMics) {
    voices.push({
      source: personSource(passId, "mic"),
      homeRoomId: stage.people[passId]?.roomId ?? null,
      passId,
      always: true,
    });
  }
  return voices.filter((voice) => stage.muted[voice.source] === undefined);
}

/** Voices that may open any moment: their path is made and kept paused, so that a call costs no set-up. */
export function warmVoices(stage: Stage): readonly Voice[] {
  if (stage.phase === "ended") return [];
  const open = new Set(openVoices(stage).map((voice) => voice.source));
  const warm: Voice[] = [];
  const add = (voice: Voice): void => {
    if (!open.has(voice.source) && !warm.some((other) => other.source === voice.source)) warm.push(voice);
  };
  // Every linked room: opening one must not cost its listeners a negotiation.
  for (const roomId of stage.roomIds) {
    add({ source: roomSource(roomId, "sound"), homeRoomId: roomId, passId: null, always: false });
  }
  const ready = stage.queue.find((entry) => entry.hand.kind === "person" && entry.ready);
  for (const entry of [...stage.floor, ...(ready === undefined ? [] : [ready])]) {
    if (entry.hand.kind !== "person" || !entry.ready) continue;
    const { passId } = entry.hand;
    const homeRoomId = stage.people[passId]?.roomId ?? null;
    add({ source: personSource(passId, "mic"), homeRoomId, passId, always: false });
  }
  for (const passId of stage.openMics) {
    add({
      source: personSource(passId, "mic"),
      homeRoomId: stage.people[passId]?.roomId ?? null,
      passId,
      always: false,
    });
  }
  return warm;
}

/** May this person publish a camera or a shared screen: only while called or on air. */
export const mayShowPicture = (stage: Stage, passId: PassId): boolean =>
  stage.phase === "live" && (speakerOf(stage, passId) !== undefined || stage.openMics.includes(passId));
