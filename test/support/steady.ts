import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { wavOf } from "./wav.ts";

// A tone that never pauses, and how long a page was without it: every sample that it decodes is looked at.

const rate = 48_000;

/** A file of a steady tone that Chromium plays as a microphone. Whole periods, so that nothing clicks where it begins anew. */
export async function steadyToneFile(
  hertz: number,
  seconds: number,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let i = 0; i < rate * seconds; i += 1)
    samples.writeInt16LE(Math.round(0.5 * 32_767 * Math.sin((2 * Math.PI * hertz * i) / rate)), i * 2);
  const folder = await mkdtemp(join(tmpdir(), "crossroom-tone-"));
  const path = join(folder, "tone.wav");
  await writeFile(path, wavOf(samples, rate));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What a page has heard since it was asked last. All in milliseconds. */
export interface Steadiness {
  /** So much sound was decoded. */
  readonly decoded: number;
  /** The longest stretch without the tone. */
  readonly silent: number;
  /** The longest stretch that was made up because packets were missing, and all of it together. */
  readonly concealed: number;
  readonly concealedInAll: number;
}

interface Ear {
  decoded: number;
  silent: number;
  quiet: number;
  concealed: number;
  run: number;
  concealedInAll: number;
}
type EarWindow = Window & { testEarOf?: Ear; testConnections?: RTCPeerConnection[] };

/** From now on the page looks at every sample of the audio track that has the tone. The page has to play already. */
export async function listenSteadily(page: Page, hertz: number): Promise<void> {
  await page.evaluate(listen, hertz);
}

export async function steadinessOf(page: Page): Promise<Steadiness> {
  return page.evaluate(() => {
    const ear = (window as EarWindow).testEarOf;
    if (ear === undefined) throw new Error("the page does not listen");
    const { decoded, silent, concealed, concealedInAll } = ear;
    Object.assign(ear, { decoded: 0, silent: 0, quiet: 0, concealed: 0, run: 0, concealedInAll: 0 });
    return { decoded, silent, concealed, concealedInAll };
  });
}

/** Runs in the page. */
async function listen(hertz: number): Promise<void> {
  const held: EarWindow = window;
  const receivers = (held.testConnections ?? []).flatMap((connection) => connection.getReceivers());
  const audio = receivers.filter(({ track }) => track.kind === "audio" && track.readyState === "live");

  /** Amplitude of the tone in these samples (Goertzel 1958). */
  const amplitude = (samples: Float32Array, sampleRate: number): number => {
    const factor = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
    let [one, two] = [0, 0];
    for (const sample of samples) [one, two] = [sample + factor * one - two, one];
    return (2 * Math.sqrt(Math.max(0, one * one + two * two - factor * one * two))) / samples.length;
  };
  // Not in the compiler's library yet: https://w3c.github.io/mediacapture-transform/
  type Frames = new (init: { track: MediaStreamTrack }) => { readonly readable: ReadableStream<AudioData> };
  const { MediaStreamTrackProcessor: Processor } = window as Window & { MediaStreamTrackProcessor?: Frames };
  if (Processor === undefined) throw new Error("this browser does not let one look at samples");
  const framesOf = (track: MediaStreamTrack) => new Processor({ track }).readable.getReader();
  const read = (frame: AudioData): Float32Array => {
    const samples = new Float32Array(frame.numberOfFrames);
    frame.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
    return samples;
  };

  // Which of the tracks is it? One that rests gives no frames.
  const loud = await Promise.any(
    audio.map(async (receiver) => {
      const reader = framesOf(receiver.track);
      for (let i = 0; i < 300; i += 1) {
        const { value } = await reader.read();
        if (value === undefined) break;
        const isIt = amplitude(read(value), value.sampleRate) > 0.05;
        value.close();
        if (isIt) return { receiver, reader };
      }
      await reader.cancel();
      throw new Error("not this one");
    }),
  );
  const ear: Ear = { decoded: 0, silent: 0, quiet: 0, concealed: 0, run: 0, concealedInAll: 0 };
  held.testEarOf = ear;

  const hear = async (): Promise<void> => {
    for (;;) {
      const { value } = await loud.reader.read();
      if (value === undefined) return;
      const length = (1000 * value.numberOfFrames) / value.sampleRate;
      ear.decoded += length;
      ear.quiet = amplitude(read(value), value.sampleRate) > 0.02 ? 0 : ear.quiet + length;
      ear.silent = Math.max(ear.silent, ear.quiet);
      value.close();
    }
  };
  let before = { total: 0, concealed: 0 };
  const count = async (): Promise<void> => {
    for (const stats of (await loud.receiver.getStats()).values()) {
      const { type, totalSamplesReceived, concealedSamples } = stats as Record<string, unknown>;
      if (type !== "inbound-rtp" || typeof totalSamplesReceived !== "number" || typeof concealedSamples !== "number")
        continue;
      // Statistics are kept for a moment: the same ones again say nothing.
      if (totalSamplesReceived === before.total) continue;
      const more = before.total === 0 ? 0 : concealedSamples - before.concealed;
      before = { total: totalSamplesReceived, concealed: concealedSamples };
      // Stretches that touch within one look at the counter are taken for one: never shorter than it was.
      ear.run = more > 0 ? ear.run + more / 48 : 0;
      ear.concealed = Math.max(ear.concealed, ear.run);
      ear.concealedInAll += more / 48;
    }
    setTimeout(() => void count(), 20);
  };
  void hear();
  void count();
}
