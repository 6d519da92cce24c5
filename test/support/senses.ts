import type { Page } from "playwright-core";
import type { Mark } from "./sources.ts";

/** How far (dB) an absent tone must be below the quietest present one. */
export const absence = 30;

/**
 * Energy (dB, relative) of each tone in what the page plays: the sum of its unmuted media elements, decoded, over some
 * `windows` of about 85 ms. The third loudest window counts: a chopped tone fills more than those, a click of a decoder that had
 * to wait for the processor fewer.
 */
export async function tonesIn(page: Page, marks: readonly Mark[], windows = 12): Promise<ReadonlyMap<string, number>> {
  const levels = await page.evaluate(listenTo, { tones: marks.map(({ tone }) => tone), windows });
  return new Map(marks.map(({ name }, i) => [name, levels[i] ?? -200]));
}

/** Runs in the page. */
async function listenTo({ tones, windows }: { tones: number[]; windows: number }): Promise<number[]> {
  const context = new AudioContext({ sampleRate: 48_000 });
  await context.resume();
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096;
  analyser.smoothingTimeConstant = 0;
  analyser.minDecibels = -160;
  const elements = [...document.querySelectorAll<HTMLMediaElement>("audio, video")];
  const outside = (window as Window & { testAudio?: HTMLMediaElement[] }).testAudio ?? [];
  for (const element of new Set([...elements, ...outside])) {
    const stream = element.srcObject;
    if (element.muted || element.paused || !(stream instanceof MediaStream)) continue;
    const audio = stream.getAudioTracks().filter((track) => track.readyState === "live" && track.enabled);
    if (audio.length > 0) context.createMediaStreamSource(new MediaStream(audio)).connect(analyser);
  }
  const silent = context.createGain();
  silent.gain.value = 0;
  analyser.connect(silent).connect(context.destination);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const found = tones.map((): number[] => []);
  for (let i = 0; i < windows; i += 1) {
    const until = context.currentTime + 4096 / 48_000;
    while (context.currentTime < until) await new Promise((resolve) => requestAnimationFrame(resolve));
    analyser.getFloatFrequencyData(bins);
    tones.forEach((tone, at) => {
      const bin = Math.round((tone * 4096) / 48_000);
      const level = Math.max(bins[bin - 1] ?? -200, bins[bin] ?? -200, bins[bin + 1] ?? -200);
      found[at]?.push(level);
    });
  }
  await context.close();
  return found.map((levels) => levels.sort((a, b) => b - a)[Math.min(2, levels.length - 1)] ?? -200);
}

/** No present tone is quieter than this (dB, as the analyser counts): what is below is the noise of the codec. */
const silence = -75;

/**
 * The marks that are heard, by name. An absent tone is at least `absence` dB below the quietest of the `expected` ones; where
 * none is expected, nothing may be heard at all.
 */
export function heard(levels: ReadonlyMap<string, number>, expected: readonly string[]): readonly string[] {
  const quietest = Math.min(...expected.map((name) => levels.get(name) ?? -200));
  const floor = expected.length === 0 ? silence : Math.max(silence, quietest - absence);
  return [...levels].flatMap(([name, level]) => (level > floor ? [name] : [])).sort();
}

/**
 * The marks whose colours fill moving pictures of the page, in reading order, each as often as it is shown; *?*: a picture
 * that is none of theirs. What stands still for half a second is no picture.
 */
export async function picturesIn(page: Page, marks: readonly Mark[], within = "body"): Promise<readonly string[]> {
  const colours = await page.evaluate(lookAt, within);
  return colours.map((colour) => {
    const near = marks
      .map((mark) => ({ name: mark.name, far: Math.hypot(...mark.colour.map((part, i) => part - (colour[i] ?? 0))) }))
      .sort((a, b) => a.far - b.far)[0];
    return near !== undefined && near.far < 90 ? near.name : "?";
  });
}

/** Runs in the page: the middle's colour of each video whose decoded frames go on and which can be seen, row by row. */
async function lookAt(within: string): Promise<number[][]> {
  const framesOf = (video: HTMLVideoElement): number => video.getVideoPlaybackQuality().totalVideoFrames;
  const before = new Map(
    [...document.querySelectorAll<HTMLVideoElement>(`${within} video`)].map((video) => [video, framesOf(video)]),
  );
  const until = performance.now() + 500;
  while (performance.now() < until) await new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = [...before].filter(([video, frames]) => video.isConnected && framesOf(video) > frames);
  const placed = moving
    .map(([video]) => ({ video, box: video.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 8 && box.height > 8);
  placed.sort((a, b) => (Math.abs(a.box.y - b.box.y) > 8 ? a.box.y - b.box.y : a.box.x - b.box.x));
  return placed.flatMap(({ video }) => {
    const canvas = document.createElement("canvas");
    canvas.width = 16;
    canvas.height = 16;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) return [];
    context.drawImage(
      video,
      video.videoWidth * 0.3,
      video.videoHeight * 0.4,
      video.videoWidth * 0.4,
      video.videoHeight * 0.4,
      0,
      0,
      16,
      16,
    );
    const { data } = context.getImageData(0, 0, 16, 16);
    let [r, g, b] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 4) {
      r += data[i] ?? 0;
      g += data[i + 1] ?? 0;
      b += data[i + 2] ?? 0;
    }
    const count = data.length / 4;
    return [[r / count, g / count, b / count]];
  });
}

/** Inbound streams whose packets rise within a second, by kind. */
export async function risingStreams(page: Page): Promise<{ readonly audio: number; readonly video: number }> {
  return page.evaluate(async () => {
    const connections = (window as Window & { testConnections?: RTCPeerConnection[] }).testConnections ?? [];
    const read = async (): Promise<Map<string, { kind: string; packets: number }>> => {
      const streams = new Map<string, { kind: string; packets: number }>();
      for (const [i, connection] of connections.entries()) {
        if (connection.connectionState === "closed") continue;
        for (const report of (await connection.getStats()).values()) {
          if (report.type === "inbound-rtp")
            streams.set(`${i}:${report.id}`, { kind: report.kind, packets: report.packetsReceived });
        }
      }
      return streams;
    };
    const before = await read();
    const until = performance.now() + 1500;
    while (performance.now() < until) await new Promise((resolve) => requestAnimationFrame(resolve));
    const rising = { audio: 0, video: 0 };
    for (const [id, { kind, packets }] of await read()) {
      if (packets <= (before.get(id)?.packets ?? 0)) continue;
      if (kind === "audio") rising.audio += 1;
      else rising.video += 1;
    }
    return rising;
  });
}

/** Tries until it holds; the last failure is the test's. `limit`: milliseconds. */
export async function eventually(check: () => Promise<void>, limit = 15_000): Promise<void> {
  const until = performance.now() + limit;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}
