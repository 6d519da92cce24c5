import type { FirefoxPage } from "./bidi.ts";
import type { Mark } from "./sources.ts";

/**
 * Energy (dB, on the scale of `tonesIn`) of each tone in what a page of Firefox plays, over 1.2 s. Firefox lets no AudioContext run
 * on a machine without a loudspeaker, but it decodes and records what its elements play.
 */
export async function recordTones(page: FirefoxPage, marks: readonly Mark[]): Promise<ReadonlyMap<string, number>> {
  const levels = await page.evaluate(
    record,
    marks.map(({ tone }) => tone),
  );
  return new Map(marks.map(({ name }, i) => [name, levels[i] ?? -200]));
}

/** Runs in the page. */
async function record(tones: readonly number[]): Promise<readonly number[]> {
  const [rate, size, most] = [48_000, 4096, 24];
  const played = [...document.querySelectorAll<HTMLMediaElement>("audio, video")].flatMap(
    ({ muted, paused, srcObject }) =>
      muted || paused || !(srcObject instanceof MediaStream) ? [] : srcObject.getAudioTracks(),
  );
  const recordings = await Promise.all(
    [...new Set(played)]
      .filter((track) => track.readyState === "live" && track.enabled)
      .map(async (track) => {
        const recorder = new MediaRecorder(new MediaStream([track]), { audioBitsPerSecond: 128_000 });
        const parts: Blob[] = [];
        recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
        const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
        recorder.start();
        setTimeout(() => recorder.stop(), 1200);
        await stopped;
        const recorded = new Blob(parts);
        if (recorded.size === 0) return new Float32Array(0);
        const decoder = new OfflineAudioContext(1, size, rate);
        return (await decoder.decodeAudioData(await recorded.arrayBuffer())).getChannelData(0);
      }),
  );
  // The Blackman window, as an AnalyserNode has it (https://webaudio.github.io/web-audio-api/#blackman-window).
  const shape = Float64Array.from({ length: size }, (_, i) => {
    const phase = (2 * Math.PI * i) / size;
    return 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
  });
  const levelOf = (samples: Float32Array, tone: number): number => {
    const factor = 2 * Math.cos((2 * Math.PI * tone) / rate);
    let [one, two] = [0, 0];
    for (const [i, sample] of samples.entries()) [one, two] = [sample * (shape[i] ?? 0) + factor * one - two, one];
    const magnitude = Math.sqrt(Math.max(0, one * one + two * two - factor * one * two)) / size;
    return 20 * Math.log10(Math.max(1e-10, magnitude));
  };
  return tones.map((tone) => {
    const levels = recordings.flatMap((samples) =>
      Array.from({ length: Math.min(most, Math.floor(samples.length / size)) }, (_, i) =>
        levelOf(samples.subarray(i * size, (i + 1) * size), tone),
      ),
    );
    // As in `tonesIn`: a click fills one or two windows, a tone more.
    return levels.sort((a, b) => b - a)[2] ?? -200;
  });
}
