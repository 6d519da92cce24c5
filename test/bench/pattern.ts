declare global {
  interface Window {
    /** When the pattern stood in full (milliseconds since 1970); how strong it was last, and the most lines seen. */
    testPattern: { at: number | null; best: number; lines: number };
  }
}

/** Luma of the stripes (BT.601, studio range). */
const dark = 80;
const light = 176;
/** How far apart that is in a decoded picture of 0–255. */
export const contrastOf = ((light - dark) * 255) / 219;
/** Two dark columns, two light ones: nothing of them is left at half the size. */
const period = 4;

/** YUV4MPEG2: half a second of fine upright stripes, with a bar that walks below the middle, so that it is no still picture. */
export function stripes({
  width,
  height,
  fps,
}: {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}): Buffer {
  const row = Buffer.from(Uint8Array.from({ length: width }, (_, x) => (x % period < period / 2 ? dark : light)));
  const chroma = Buffer.alloc((width / 2) * (height / 2), 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420mpeg2\n`)];
  const frames = fps / 2;
  for (let frame = 0; frame < frames; frame += 1) {
    const luma = Buffer.concat(Array.from({ length: height }, () => row));
    const bar = Math.floor((frame / frames) * width);
    for (let y = Math.floor(height * 0.85); y < height * 0.9; y += 1)
      luma.fill(40, y * width + bar, y * width + Math.min(width, bar + width / 10));
    parts.push(Buffer.from("FRAME\n"), luma, chroma, chroma);
  }
  return Buffer.concat(parts);
}

/** Runs in the viewer's page: waits for a picture of that many lines whose stripes are at least that strong in its middle. */
export function watchFor({ lines, least }: { lines: number; least: number }): void {
  const state: Window["testPattern"] = { at: null, best: 0, lines: 0 };
  window.testPattern = state;
  const [wide, high] = [256, 16];
  const canvas = document.createElement("canvas");
  canvas.width = wide;
  canvas.height = high;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no canvas");
  const mean = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0) / part.length;
  const look = (): void => {
    if (window.testPattern !== state || state.at !== null) return;
    requestAnimationFrame(look);
    for (const video of document.querySelectorAll("video")) {
      if (video.readyState < 2) continue;
      state.lines = Math.max(state.lines, video.videoHeight);
      if (video.videoHeight < lines) continue;
      context.drawImage(video, 512, 300, wide, high, 0, 0, wide, high);
      const { data } = context.getImageData(0, 0, wide, high);
      const columns = Array.from({ length: wide }, (_, x) =>
        mean(Array.from({ length: high }, (_, y) => data[(y * wide + x) * 4 + 1] ?? 0)),
      );
      columns.sort((a, b) => a - b);
      state.best = mean(columns.slice(wide / 2)) - mean(columns.slice(0, wide / 2));
      if (state.best >= least) state.at = performance.timeOrigin + performance.now();
    }
  };
  look();
}
