import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wavOf } from "./wav.ts";

/** A source that can be told from all others: one colour, one tone. */
export interface Mark {
  readonly name: string;
  /** Red, green, blue, 0–255. */
  readonly colour: readonly [number, number, number];
  /** Hertz. */
  readonly tone: number;
  /** Peak of the tone, 0–1. */
  readonly loudness: number;
  /** The microphone's loudness changes by this timetable, over and over: for so many seconds this peak, and so on. */
  readonly timetable?: readonly { readonly seconds: number; readonly loudness: number }[];
}

const palette: readonly (readonly [number, number, number])[] = [
  [220, 30, 30],
  [30, 190, 40],
  [40, 60, 230],
  [230, 210, 30],
  [210, 40, 210],
  [30, 210, 210],
];
/** No tone is a multiple of another, so that no harmonic is taken for a neighbour. */
const tones: readonly number[] = [440, 610, 830, 1090, 1370, 1730];

/** Marks for these sources, drawn at random: a test cannot have been written for one of them. */
export function drawMarks(
  names: readonly string[],
  loudness: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, Mark> {
  const colours = shuffled(palette);
  const free = shuffled(tones);
  return new Map(
    names.map((name, i) => {
      const colour = colours[i];
      const tone = free[i];
      if (colour === undefined || tone === undefined) throw new Error("too many sources for the palette");
      return [name, { name, colour, tone, loudness: loudness[name] ?? 0.5 }];
    }),
  );
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export interface SourceFiles {
  readonly video: string;
  readonly audio: string;
  remove(): Promise<void>;
}

/** The files that Chromium plays as camera and microphone, over and over. `size`: 320×180 at 10 frames a second unless told. */
export async function makeSourceFiles(
  mark: Mark,
  size: { readonly width: number; readonly height: number; readonly fps: number } = {
    width: 320,
    height: 180,
    fps: 10,
  },
): Promise<SourceFiles> {
  const folder = await mkdtemp(join(tmpdir(), "crossroom-source-"));
  const video = join(folder, "camera.y4m");
  const audio = join(folder, "microphone.wav");
  await writeFile(video, picture(mark, size));
  await writeFile(audio, choppedTone(mark.tone, mark.timetable ?? [{ seconds: 2, loudness: mark.loudness }]));
  return { video, audio, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * One second of YUV4MPEG2 in one colour, with a bar that walks (BT.601, studio range): a picture that stands still
 * could be an old one.
 */
function picture(mark: Mark, { width, height, fps }: { width: number; height: number; fps: number }): Buffer {
  const [r, g, b] = mark.colour;
  const y = 16 + (65.481 * r + 128.553 * g + 24.966 * b) / 255;
  const u = 128 + (-37.797 * r - 74.203 * g + 112 * b) / 255;
  const v = 128 + (112 * r - 93.786 * g - 18.214 * b) / 255;
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420mpeg2\n`)];
  for (let frame = 0; frame < fps; frame += 1) {
    const luma = Buffer.alloc(width * height, Math.round(y));
    const bar = Math.floor((frame / fps) * width);
    for (let row = 0; row < height / 10; row += 1)
      luma.fill(Math.round(y * 0.6), row * width + bar, row * width + Math.min(width, bar + width / 10));
    const chroma = (width / 2) * (height / 2);
    parts.push(Buffer.from("FRAME\n"), luma, Buffer.alloc(chroma, Math.round(u)), Buffer.alloc(chroma, Math.round(v)));
  }
  return Buffer.concat(parts);
}

/** A tone, on and off four times a second: noise suppression takes a steady one for a hum and removes it. */
function choppedTone(hertz: number, timetable: NonNullable<Mark["timetable"]>): Buffer {
  const rate = 48_000;
  const peaks = timetable.flatMap(({ seconds, loudness }) => Array.from({ length: seconds }, () => loudness));
  const samples = Buffer.alloc(rate * peaks.length * 2);
  for (let i = 0; i < rate * peaks.length; i += 1) {
    const phase = (i / rate) * 4 - Math.floor((i / rate) * 4);
    // 10 ms ramps: a click would have all frequencies.
    const ramp = Math.min(1, phase / 0.04, Math.max(0, (0.5 - phase) / 0.04));
    const loudness = peaks[Math.floor(i / rate)] ?? 0;
    samples.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hertz * i) / rate) * ramp * loudness * 32_767), i * 2);
  }
  return wavOf(samples, rate);
}
