import type { RoomId } from "../../shared/ids.ts";
import { voiceOf } from "../../shared/stage/places.ts";
import type { Entry, Speaker, Stage } from "../../shared/stage/model.ts";
import { visibleScene } from "../../shared/stage/layout.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import type { RoomTrack } from "../../shared/stage/sources.ts";

/**
 * What becomes of the room's sound. *off*: not started; *unheard*: the stage has not opened it; *muted*: opened, but muted
 * by the room or by the stage; *silent*: it should go out and does not; *air*.
 */
export type SoundState = "off" | "unheard" | "muted" | "muted-by-stage" | "silent" | "air";

/** What is known of the own sound besides the stage. */
export interface Sending {
  readonly started: boolean;
  /** A sound input is there, or on its way. */
  readonly capturing: boolean;
  /** The track is published and runs, as far as the page knows. */
  readonly published: boolean;
}

export function soundState(stage: Stage | null, roomId: RoomId | null, sending: Sending): SoundState {
  if (!sending.started) return "off";
  if (!sending.capturing) return "silent";
  if (stage === null || roomId === null) return "unheard";
  if (stage.phase !== "live" || stage.openRooms[roomId] === undefined) return "unheard";
  const muted = stage.muted[roomSource(roomId, "sound")];
  if (muted !== undefined) return muted === "owner" ? "muted" : "muted-by-stage";
  return sending.published ? "air" : "silent";
}

/** Does the program show this camera? */
export function pictureOnAir(stage: Stage | null, roomId: RoomId | null, track: RoomTrack): boolean {
  if (stage === null || roomId === null || stage.phase !== "live") return false;
  return visibleScene(stage, stage.program).sources.includes(roomSource(roomId, track));
}

/** A hand that the operator has typed, and where it stands. */
export interface RoomHand {
  readonly entry: Entry | Speaker;
  readonly label: string;
  /** How many are before it in the whole queue; null: it has the floor. */
  readonly before: number | null;
  readonly state: "waits" | "called" | "air" | "muted";
}

/** Where somebody who has the floor stands. */
export function turnState(stage: Stage, { hand, onAirAt }: Speaker): "called" | "air" | "muted" {
  if (onAirAt === null) return "called";
  return stage.muted[voiceOf(hand)] === undefined ? "air" : "muted";
}

/** The hands of a room in the one queue of all, those who have the floor first. */
export function handsOf(stage: Stage, roomId: RoomId): readonly RoomHand[] {
  const hands: RoomHand[] = [];
  for (const entry of stage.floor) {
    if (entry.hand.kind !== "room" || entry.hand.roomId !== roomId) continue;
    hands.push({ entry, label: entry.hand.label, before: null, state: turnState(stage, entry) });
  }
  for (const [before, entry] of stage.queue.entries()) {
    if (entry.hand.kind !== "room" || entry.hand.roomId !== roomId) continue;
    hands.push({ entry, label: entry.hand.label, before, state: "waits" });
  }
  return hands;
}
