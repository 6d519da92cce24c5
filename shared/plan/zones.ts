import type { Instant } from "../ids.ts";
import { wallAsUtc, wallAtOffset } from "./civil.ts";
import type { Wall } from "./civil.ts";

/**
 * Time zones out of data that is given, never out of what the runtime happens to carry: the data is pinned and can be
 * replaced. It comes in moment-timezone's packed format (https://momentjs.com/timezone/docs/#/data-formats/packed-format/).
 */
export interface PackedZones {
  /** The release of the IANA data, e.g. "2026f". */
  readonly version: string;
  /** "name|abbreviations|offsets|indices|untils|population", numbers in base 60. */
  readonly zones: readonly string[];
  /** "zone|other name". */
  readonly links: readonly string[];
}

/** Zone data with its index; made by `readZones`. Zones are unpacked when they are first asked for. */
export interface Zones {
  readonly version: string;
  /** Where a name's data is, by the name in lower case: the name as it is written, and the packed zone. */
  readonly index: ReadonlyMap<string, { readonly name: string; readonly canonical: string; readonly packed: string }>;
  readonly unpacked: Map<string, readonly Span[]>;
}

/** A stretch of time with one offset. */
interface Span {
  /** First instant that is not in it any more; the last span's is Infinity. */
  readonly until: Instant;
  /** Minutes east of UTC. Local mean times before about 1970 may have a fraction. */
  readonly offset: number;
}

/** Data that is packed by the older name; people know the newer one. Only where data has both. */
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Dacca": "Asia/Dhaka",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};

/** Indexes the data. Throws if an entry cannot be read: data may come from a file that somebody has named. */
export function readZones(data: PackedZones): Zones {
  const packedBy = new Map<string, string>();
  for (const packed of data.zones) packedBy.set(field(packed, 0), packed);
  const names = new Map([...packedBy.keys()].map((name) => [name, name]));
  for (const link of data.links) names.set(field(link, 1), field(link, 0));

  const index = new Map<string, { name: string; canonical: string; packed: string }>();
  for (const [name, target] of names) {
    const packed = packedBy.get(target);
    if (packed === undefined) throw new Error(`zone data: ${name} is linked to ${target}, which is not there`);
    const newer = renamed[target];
    index.set(name.toLowerCase(), {
      name,
      canonical: newer !== undefined && names.has(newer) ? newer : target,
      packed,
    });
  }
  return { version: data.version, index, unpacked: new Map() };
}

/**
 * The one name of a zone that has several ("Asia/Calcutta" → "Asia/Kolkata"), whatever its case; null if there is none.
 * Zones whose clocks always agreed share one name (Africa/Maseru is Africa/Johannesburg).
 */
export function canonicalZone(zones: Zones, name: string): string | null {
  return zones.index.get(name.toLowerCase())?.canonical ?? null;
}

/**
 * Minutes east of UTC that hold in a zone at an instant. After the last entry of the data (2499 in 2026f) its offset goes on.
 * @throws RangeError for an unknown zone: callers have asked `canonicalZone` first.
 */
export function offsetAt(zones: Zones, zone: string, instant: Instant): number {
  const spans = spansOf(zones, zone);
  return spanAt(spans, indexAt(spans, instant)).offset;
}

export type Resolved =
  | { readonly kind: "unique"; readonly instant: Instant; readonly offset: number }
  /** The clocks are put forward over this time: `at` is when, `before` and `after` the offsets. */
  | { readonly kind: "gap"; readonly at: Instant; readonly before: number; readonly after: number }
  /** The clocks are put back over it: it comes twice. */
  | { readonly kind: "fold"; readonly earlier: Moment; readonly later: Moment }
  /** No such date or time of day (30 February). */
  | { readonly kind: "invalid" };

export interface Moment {
  readonly instant: Instant;
  readonly offset: number;
}

/** The instant that people mean by a wall time in a zone, or why there is not exactly one. @throws RangeError as `offsetAt` */
export function resolveWall(zones: Zones, zone: string, wall: Wall): Resolved {
  const local = wallAsUtc(wall);
  if (local === null) return { kind: "invalid" };
  const spans = spansOf(zones, zone);
  // No offset is beyond a day and a bit, so what holds two days before and after bounds the candidates.
  const first = indexAt(spans, local - 2 * day);
  const last = indexAt(spans, local + 2 * day);

  const found: Moment[] = [];
  for (let i = first; i <= last; i += 1) {
    const { offset, until } = spanAt(spans, i);
    const instant = local - offset * minute;
    const begins = i === 0 ? -Infinity : spanAt(spans, i - 1).until;
    if (instant >= begins && instant < until) found.push({ instant, offset });
  }
  const [earlier, later] = found;
  if (earlier !== undefined && later !== undefined) return { kind: "fold", earlier, later };
  if (earlier !== undefined) return { kind: "unique", ...earlier };

  for (let i = first; i < last; i += 1) {
    const { offset, until } = spanAt(spans, i);
    const after = spanAt(spans, i + 1).offset;
    if (local >= until + offset * minute && local < until + after * minute)
      return { kind: "gap", at: until, before: offset, after };
  }
  throw new Error(`zone data: ${zone} has neither a time nor a gap at ${wall}`);
}

/**
 * The next instant after `instant` at which a zone's offset changes, and the offset then; null if there is none
 * within `within` milliseconds.
 */
export function nextChange(
  zones: Zones,
  zone: string,
  instant: Instant,
  within: number,
): { readonly at: Instant; readonly offset: number } | null {
  const spans = spansOf(zones, zone);
  for (let i = indexAt(spans, instant); i < spans.length - 1; i += 1) {
    const { until, offset } = spanAt(spans, i);
    if (until > instant + within) return null;
    const after = spanAt(spans, i + 1).offset;
    // Some entries change only the abbreviation.
    if (after !== offset) return { at: until, offset: after };
  }
  return null;
}

/** What the clocks of a zone show at an instant. */
export function wallAt(zones: Zones, zone: string, instant: Instant): Wall {
  return wallAtOffset(instant, offsetAt(zones, zone, instant));
}

const minute = 60_000;
const day = 1440 * minute;

function spansOf(zones: Zones, zone: string): readonly Span[] {
  const entry = zones.index.get(zone.toLowerCase());
  if (entry === undefined) throw new RangeError(`no such time zone: ${zone}`);
  let spans = zones.unpacked.get(entry.canonical);
  if (spans === undefined) {
    spans = unpack(entry.packed);
    zones.unpacked.set(entry.canonical, spans);
  }
  return spans;
}

/** The first span that ends after the instant. */
function indexAt(spans: readonly Span[], instant: Instant): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanAt(spans, middle).until > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function spanAt(spans: readonly Span[], index: number): Span {
  const span = spans[index];
  if (span === undefined) throw new RangeError(`no span ${index}`);
  return span;
}

/**
 * Untils are written as minutes since the one before (the first: since 1970), offsets as minutes **west** of UTC.
 * Summed and rounded to whole milliseconds at each step, as moment-timezone's own unpacking does.
 */
function unpack(packed: string): readonly Span[] {
  const offsets = field(packed, 2).split(" ").map(base60);
  const untils = field(packed, 4);
  const minutes = untils === "" ? [] : untils.split(" ").map(base60);
  const indices = field(packed, 3)
    .split("")
    .map((digit) => base60(digit));
  let until = 0;
  return indices.map((offsetIndex, i) => {
    const west = offsets[offsetIndex];
    const step = minutes[i];
    const isLast = i === indices.length - 1;
    if (west === undefined || (step === undefined && !isLast))
      throw new Error(`zone data: ${field(packed, 0)} cannot be read`);
    until = isLast ? Infinity : Math.round(until + (step ?? 0) * minute);
    // 0 - x, not -x: there is no offset of minus zero.
    return { until, offset: 0 - west };
  });
}

/** Digits 0–9, a–z, A–X; "." begins the fraction. */
function base60(digits: string): number {
  const sign = digits.startsWith("-") ? -1 : 1;
  const [whole = "", fraction = ""] = digits.replace(/^-/, "").split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + digitValue(digit);
  let weight = 1;
  for (const digit of fraction) {
    weight /= 60;
    value += digitValue(digit) * weight;
  }
  return sign * value;
}

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";

function digitValue(digit: string): number {
  const value = alphabet.indexOf(digit);
  if (value < 0) throw new Error(`zone data: "${digit}" is not a digit`);
  return value;
}

function field(packed: string, index: number): string {
  const value = packed.split("|")[index];
  if (value === undefined) throw new Error(`zone data: an entry has no field ${index}`);
  return value;
}
