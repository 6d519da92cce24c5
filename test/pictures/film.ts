import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Scene } from "./scenes.ts";
import { wavOf } from "../support/wav.ts";

// A scene as a camera, and a voice as a microphone: the files that Chromium plays over and over in their place.

const size = { width: 640, height: 360, fps: 10, seconds: 2 };

export interface Film {
  /** What a Chromium is started with to have them. */
  readonly args: readonly string[];
  remove(): Promise<void>;
}

/** `pitch`: of the voice, in hertz. */
export async function shoot(browser: Browser, scene: Scene, pitch: number): Promise<Film> {
  const folder = await mkdtemp(join(tmpdir(), "crossroom-film-"));
  const camera = join(folder, "camera.y4m");
  const microphone = join(folder, "microphone.wav");
  await writeFile(camera, await picture(browser, scene));
  await writeFile(microphone, voice(pitch));
  return {
    args: [`--use-file-for-fake-video-capture=${camera}`, `--use-file-for-fake-audio-capture=${microphone}`],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** YUV4MPEG2, drawn by the browser. */
async function picture(browser: Browser, scene: Scene): Promise<Buffer> {
  const { width, height, fps, seconds } = size;
  const page = await browser.newPage();
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420mpeg2\n`)];
  for (let frame = 0; frame < fps * seconds; frame += 1) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 320 180">${scene(frame / (fps * seconds))}</svg>`;
    const planes = await page.evaluate(planesOf, { svg, width, height });
    parts.push(Buffer.from("FRAME\n"), Buffer.from(planes, "base64"));
  }
  await page.close();
  return Buffer.concat(parts);
}

/** Runs in the page: the drawing as I420 (BT.601, studio range), in base64. */
async function planesOf({ svg, width, height }: { svg: string; width: number; height: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const bytes = new Uint8Array((width * height * 3) / 2);
  const at = (x: number, y: number, channel: number): number => data[(y * width + x) * 4 + channel] ?? 0;
  let next = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      bytes[next] = 16.5 + (65.481 * at(x, y, 0) + 128.553 * at(x, y, 1) + 24.966 * at(x, y, 2)) / 255;
      next += 1;
    }
  }
  for (const [red, green, blue] of [
    [-37.797, -74.203, 112],
    [112, -93.786, -18.214],
  ] as const) {
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < width; x += 2) {
        bytes[next] = 128.5 + (red * at(x, y, 0) + green * at(x, y, 1) + blue * at(x, y, 2)) / 255;
        next += 1;
      }
    }
  }
  let text = "";
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/** Four seconds of something with the pitch, overtones and syllables of speech: what level meters and noise suppression take for a voice. */
function voice(pitch: number): Buffer {
  const rate = 48_000;
  const samples = Buffer.alloc(rate * 4 * 2);
  let turn = 0;
  for (let i = 0; i < rate * 4; i += 1) {
    const time = i / rate;
    turn += (pitch * (1 + 0.06 * Math.sin(2 * Math.PI * time * 0.75))) / rate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * time * 3.5)) ** 0.6;
    const phrase = 0.8 + 0.2 * Math.sin(2 * Math.PI * time * 0.5);
    let sum = 0;
    for (let overtone = 1; overtone <= 14; overtone += 1) {
      const hertz = overtone * pitch;
      const formants = Math.exp(-(((hertz - 550) / 350) ** 2)) + 0.5 * Math.exp(-(((hertz - 1600) / 450) ** 2)) + 0.06;
      sum += formants * Math.sin(2 * Math.PI * turn * overtone);
    }
    samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sum * syllable * phrase * 0.2)) * 32_000), i * 2);
  }
  return wavOf(samples, rate);
}
