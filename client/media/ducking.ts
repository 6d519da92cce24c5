import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { isVoice } from "../../shared/stage/sources.ts";
import type { MediaSession } from "../session/contract.ts";
import { meterOf } from "./level.ts";
import type { LevelMeter } from "./level.ts";

/** A remote voice louder than this closes the room's microphone (dBov) … */
const threshold = -50;
/** … and for this long after its last loud moment: loudspeakers and walls go on ringing (milliseconds). */
const hold = 300;
const every = 50;

/** *auto*: the microphone closes while remote voices are heard; *open*: the operator has opened it and answers for it. */
export type DuckingMode = "auto" | "open";

export interface Ducking {
  readonly open: boolean;
  /** When a remote voice was loud last (milliseconds); null: not yet. */
  readonly loudAt: number | null;
}

export const undisturbed: Ducking = { open: true, loudAt: null };

/** One step of the rule, pure. `remote`: the loudest of the remote voices (dBov). */
export function duck(before: Ducking, mode: DuckingMode, remote: number, now: number): Ducking {
  const loudAt = remote > threshold ? now : before.loudAt;
  const ringing = loudAt !== null && now - loudAt < hold;
  return { open: mode === "open" || !ringing, loudAt };
}

export interface Ducker {
  readonly open: ReadonlySignal<boolean>;
  /** Set by the operator. */
  readonly mode: { value: DuckingMode };
  readonly close: () => void;
}

/**
 * For a room with a laptop microphone: its track is disabled (it sends silence) while remote voices come out of the
 * loudspeakers, so that they do not go back to everybody. The track is enabled again at the end.
 */
export function duckUnder(microphone: MediaStreamTrack, media: Pick<MediaSession, "tracks" | "flowing">): Ducker {
  const open = signal(true);
  const mode = signal<DuckingMode>("auto");
  const meters = new Map<MediaStreamTrack, LevelMeter>();
  const close = (track: MediaStreamTrack): void => {
    meters.get(track)?.close();
    meters.delete(track);
  };
  const stopFollowing = effect(() => {
    const voices = new Set([...media.tracks.value].flatMap(([source, track]) => (isVoice(source) ? [track] : [])));
    for (const track of meters.keys()) if (!voices.has(track)) close(track);
    for (const track of voices) if (!meters.has(track)) meters.set(track, meterOf(track));
  });
  let state = undisturbed;
  const timer = setInterval(() => {
    const remote = Math.max(...[...meters.values()].map((meter) => meter.now()), -127);
    state = duck(state, mode.value, remote, performance.now());
    microphone.enabled = state.open;
    open.value = state.open;
  }, every);
  return {
    open,
    mode,
    close: () => {
      clearInterval(timer);
      stopFollowing();
      for (const track of meters.keys()) close(track);
      microphone.enabled = true;
    },
  };
}
