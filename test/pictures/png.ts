import { deflateSync, inflateSync } from "node:zlib";

// Makes a screenshot small: the 256 colours that tell it best (median cut), instead of 16 million. What the pages draw
// has few; only the cameras' pictures lose something, and nothing that one sees.

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel. */
  readonly rgb: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of a palette from one of 8 bits a channel. Throws if it is another kind. */
export function shrink(png: Buffer): Buffer {
  const pixels = decode(png);
  const { palette, indexOf } = reduce(pixels.rgb);
  const { width, height, rgb } = pixels;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf.get(key(rgb, (y * width + x) * 3)) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const key = (rgb: Uint8Array, at: number): number =>
  ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** CRC-32 as in the PNG specification, annex D. */
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** PNG specification, 7.3 (scanlines) and 9 (filters). */
function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 2 ? 3 : png[25] === 6 ? 4 : 0;
  if (!png.subarray(0, 8).equals(signature) || png[24] !== 8 || channels === 0 || png[28] !== 0)
    throw new Error("another kind of PNG");
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") packed.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const line = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    const row = raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1));
    const now = new Uint8Array(line);
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : (now[x - channels] ?? 0);
      const up = above[x] ?? 0;
      const corner = x < channels ? 0 : (above[x - channels] ?? 0);
      now[x] = (row[x] ?? 0) + predicted(filter, left, up, corner);
    }
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 3; c += 1) rgb[(y * width + x) * 3 + c] = now[x * channels + c] ?? 0;
    }
    above = now;
  }
  return { width, height, rgb };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

type Colour = readonly [red: number, green: number, blue: number];
interface Counted {
  readonly colour: Colour;
  readonly count: number;
}

/** Halves the box of colours that varies most until there are 256; each box becomes its mean. */
function reduce(rgb: Uint8Array): { palette: readonly Colour[]; indexOf: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) counts.set(key(rgb, at), (counts.get(key(rgb, at)) ?? 0) + 1);
  const all: Counted[] = [...counts].map(([value, count]) => ({
    colour: [value >> 16, (value >> 8) & 255, value & 255],
    count,
  }));
  const boxes = [boxOf(all)];
  while (boxes.length < 256) {
    boxes.sort((a, b) => a.spread - b.spread);
    const widest = boxes.pop();
    if (widest === undefined || widest.spread === 0) {
      if (widest !== undefined) boxes.push(widest);
      break;
    }
    boxes.push(...halves(widest));
  }
  const indexOf = new Map<number, number>();
  boxes.forEach(({ colours }, index) => {
    for (const {
      colour: [red, green, blue],
    } of colours)
      indexOf.set((red << 16) | (green << 8) | blue, index);
  });
  return { palette: boxes.map(({ mean }) => [Math.round(mean[0]), Math.round(mean[1]), Math.round(mean[2])]), indexOf };
}

interface Box {
  readonly colours: readonly Counted[];
  readonly mean: Colour;
  /** The channel that varies most, and by how much (sum of squares). */
  readonly channel: 0 | 1 | 2;
  readonly spread: number;
}

function boxOf(colours: readonly Counted[]): Box {
  const total = colours.reduce((sum, { count }) => sum + count, 0);
  const statistics = ([0, 1, 2] as const).map((channel) => {
    const mean = colours.reduce((sum, { colour, count }) => sum + colour[channel] * count, 0) / total;
    const spread =
      colours.length === 1
        ? 0
        : colours.reduce((sum, { colour, count }) => sum + (colour[channel] - mean) ** 2 * count, 0);
    return { channel, mean, spread };
  });
  const mean: Colour = [statistics[0]?.mean ?? 0, statistics[1]?.mean ?? 0, statistics[2]?.mean ?? 0];
  const [widest] = statistics.toSorted((a, b) => b.spread - a.spread);
  return { colours, mean, channel: widest?.channel ?? 0, spread: widest?.spread ?? 0 };
}

function halves({ colours, mean, channel }: Box): readonly Box[] {
  const lower = colours.filter(({ colour }) => colour[channel] <= mean[channel]);
  const upper = colours.filter(({ colour }) => colour[channel] > mean[channel]);
  return [boxOf(lower), boxOf(upper)];
}
