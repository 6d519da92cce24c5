import type { Page } from "playwright-core";
import type { Mark } from "./sources.ts";

// A page's ear that is kept open: when was which tone heard. For silences, and for the moment in which a sound is back.

interface Moments {
  readonly tones: readonly number[];
  /** For each tone the moments in which it was heard (milliseconds since 1970). */
  readonly heard: number[][];
  timer: number;
}

/** From now on, until it is loaded anew, the page notes when it hears each of these tones in what it plays. */
export async function keepHearing(page: Page, marks: readonly Mark[]): Promise<void> {
  await page.evaluate(
    listen,
    marks.map(({ tone }) => tone),
  );
}

/** The moments (milliseconds since 1970) in which each of the marks was heard, by name; the same marks as for `keepHearing`. */
export async function momentsOf(page: Page, marks: readonly Mark[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const heard = await page.evaluate(() => (window as Window & { testMoments?: Moments }).testMoments?.heard ?? []);
  return new Map(marks.map(({ name }, i) => [name, heard[i] ?? []]));
}

/**
 * When the first of the marks was heard first (milliseconds since 1970), since `keepHearing`. Throws after `limit`
 * milliseconds.
 */
export async function firstHeard(page: Page, limit: number): Promise<number> {
  const handle = await page.waitForFunction(
    () => (window as Window & { testMoments?: Moments }).testMoments?.heard[0]?.[0],
    undefined,
    { timeout: limit, polling: 50 },
  );
  const at = await handle.jsonValue();
  if (at === undefined) throw new Error("the page forgot when it heard the tone");
  return at;
}

/** The longest stretch without the sound (milliseconds). The tones themselves pause for an eighth of a second. */
export function longestSilence(moments: readonly number[], from: number, to: number): number {
  const within = [from, ...moments.filter((at) => at > from && at < to), to];
  return Math.max(...within.slice(1).map((at, i) => at - (within[i] ?? at)));
}

/** This machine's clock as the pages read it. */
export const clock = (): number => performance.timeOrigin + performance.now();

/** Runs in the page: each 25 ms the newest 43 ms of all that is played, also of elements that come later. */
function listen(tones: readonly number[]): void {
  const held: Window & { testMoments?: Moments } = window;
  if (held.testMoments !== undefined) clearInterval(held.testMoments.timer);
  const context = new AudioContext({ sampleRate: 48_000 });
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  analyser.smoothingTimeConstant = 0;
  const silent = context.createGain();
  silent.gain.value = 0;
  analyser.connect(silent).connect(context.destination);
  const nodes = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  const bins = new Float32Array(analyser.frequencyBinCount);
  const heard: number[][] = tones.map(() => []);
  const timer = window.setInterval(() => {
    const played = new Set<MediaStreamTrack>();
    for (const { muted, paused, srcObject } of document.querySelectorAll<HTMLMediaElement>("audio, video")) {
      if (muted || paused || !(srcObject instanceof MediaStream)) continue;
      for (const track of srcObject.getAudioTracks())
        if (track.readyState === "live" && track.enabled) played.add(track);
    }
    for (const [track, node] of nodes) {
      if (played.has(track)) continue;
      node.disconnect();
      nodes.delete(track);
    }
    for (const track of played) {
      if (nodes.has(track)) continue;
      const node = context.createMediaStreamSource(new MediaStream([track]));
      node.connect(analyser);
      nodes.set(track, node);
    }
    analyser.getFloatFrequencyData(bins);
    const now = performance.timeOrigin + performance.now();
    for (const [i, tone] of tones.entries()) {
      const bin = Math.round((tone * 2048) / 48_000);
      // Some 25 dB below what the tests' microphones make of a tone, and well above what the window spreads of a neighbour.
      if (Math.max(bins[bin - 1] ?? -200, bins[bin] ?? -200, bins[bin + 1] ?? -200) > -50) heard[i]?.push(now);
    }
  }, 25);
  held.testMoments = { tones, heard, timer };
}
