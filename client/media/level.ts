import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { levelOf } from "../ui/level.ts";

/** How often a level is read (milliseconds), and over how many samples: a little less than that at 48 kHz. */
const every = 50;
const samples = 2048;
/** A peak programme meter's fall: 20 dB in 1.7 s (IEC 60268-10, type I). */
const fallPerSecond = 11.8;
/** What counts as silence (dBov). */
export const silence = -127;

export interface LevelMeter {
  /** 0 to 7 on the scale of our meters (`levelOf`). */
  readonly level: ReadonlySignal<number>;
  /** The same before the meter's slow fall: what was loud in the last 50 ms, in dBov. */
  readonly now: () => number;
  readonly close: () => void;
}

/** Root mean square in dBov (0: a full-scale square wave), as RTP's audio level (RFC 6464) measures. Pure. */
export function loudness(wave: Float32Array): number {
  let sum = 0;
  for (const value of wave) sum += value * value;
  return sum === 0 ? silence : Math.max(silence, 10 * Math.log10(sum / wave.length));
}

/** The meter's needle: up at once, down slowly. Pure; milliseconds and dBov. */
export function needle(before: number, measured: number, elapsed: number): number {
  return Math.max(measured, before - (fallPerSecond * elapsed) / 1000, silence);
}

let context: AudioContext | null = null;
let users = 0;

/** Without a gesture a browser may keep it suspended: the next one wakes it, until then the meters read silence. */
function openContext(): AudioContext {
  const opened = new AudioContext();
  const wake = (): void => {
    if (opened.state === "suspended") void opened.resume();
  };
  for (const gesture of ["pointerup", "keyup"] as const) addEventListener(gesture, wake);
  opened.addEventListener("statechange", () => {
    if (opened.state === "closed")
      for (const gesture of ["pointerup", "keyup"] as const) removeEventListener(gesture, wake);
  });
  wake();
  return opened;
}

/**
 * Measures a sound track. Needs a gesture before (as capturing does). All meters share one audio context: phones allow
 * only a few. Timers, not frames of the screen: a station's page may lie behind its projector's window.
 */
export function meterOf(track: MediaStreamTrack): LevelMeter {
  context ??= openContext();
  users++;
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: samples });
  source.connect(analyser);
  const wave = new Float32Array(samples);
  const level = signal(0);
  let held = silence;
  let measured = silence;
  let at = performance.now();
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave);
    const now = performance.now();
    measured = loudness(wave);
    held = needle(held, measured, now - at);
    at = now;
    level.value = levelOf(held);
  }, every);
  let closed = false;
  return {
    level,
    now: () => measured,
    close: () => {
      if (closed) return;
      closed = true;
      clearInterval(timer);
      source.disconnect();
      users--;
      if (users > 0 || context === null) return;
      void context.close();
      context = null;
    },
  };
}
