import type { Instant } from "../ids.ts";
import { bandSpans } from "./bands.ts";
import type { BandSpan } from "./bands.ts";
import type { Band, Hours } from "./model.ts";
import type { Zones } from "./zones.ts";

/** What an hour costs, by band (scheduling.md, *Suggest*); in blocked hours nobody comes, which costs as much as night. */
export const hourCost: Readonly<Record<Band, number>> = { kind: 0, bearable: 1, shoulder: 3, night: 8, blocked: 8 };

const day = 86_400_000;
/** Spans are found for so long at a time. */
const pieceLength = 16 * day;
/** …and so far beyond, so that whatever begins in a piece ends in it. */
const overlap = 4 * day;

interface Piece {
  readonly spans: readonly BandSpan[];
  /** What lies before each span costs, in hour costs × milliseconds: whole numbers, so that equal costs are equal. */
  readonly before: readonly number[];
  /** Where the last question found its answer: the next one is mostly near. */
  hint: number;
}

/**
 * The bands of one thing over time, found when first asked for and kept. Questions are about [from, to); anything longer
 * than four days is reckoned anew each time.
 */
export class Timeline {
  readonly #read: (from: Instant, to: Instant) => readonly BandSpan[];
  readonly #pieces = new Map<number, Piece>();

  /** `read` gives the spans of a stretch of time as `bandSpans` does. */
  constructor(read: (from: Instant, to: Instant) => readonly BandSpan[]) {
    this.#read = read;
  }

  /** The first stretch of a band, cut to [from, to); null if there is none. */
  first(band: Band, from: Instant, to: Instant): BandSpan | null {
    const { spans, first } = this.#find(from, to);
    for (let i = first; i < spans.length; i += 1) {
      const span = spans[i];
      if (span === undefined || span.from >= to) return null;
      if (span.band === band) return { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) };
    }
    return null;
  }

  /** Whether a band holds at any time of [from, to). */
  has(band: Band, from: Instant, to: Instant): boolean {
    const { spans, first } = this.#find(from, to);
    for (let i = first; i < spans.length; i += 1) {
      const span = spans[i];
      if (span === undefined || span.from >= to) return false;
      if (span.band === band) return true;
    }
    return false;
  }

  /** The band of [from, to) that costs most; of night and blocked, blocked. */
  worst(from: Instant, to: Instant): Band {
    const { spans, first } = this.#find(from, to);
    let worst: Band = "kind";
    for (let i = first; i < spans.length; i += 1) {
      const span = spans[i];
      if (span === undefined || span.from >= to) break;
      worst = worse(worst, span.band);
    }
    return worst;
  }

  /** What [from, to) costs, in hour costs × milliseconds: a whole number. `hoursOf` makes weighted hours of it. */
  cost(from: Instant, to: Instant): number {
    if (to <= from) return 0;
    const piece = this.#find(from, to);
    const { spans, before } = piece;
    let last = piece.first;
    while ((spans[last + 1]?.from ?? Infinity) < to) last += 1;
    const costBefore = (i: number, instant: Instant): number => {
      const span = spans[i];
      return span === undefined ? 0 : (before[i] ?? 0) + hourCost[span.band] * (instant - span.from);
    };
    return costBefore(last, to) - costBefore(piece.first, from);
  }

  /** The piece that has [from, to), and the index of the span that `from` is in. */
  #find(from: Instant, to: Instant): { spans: readonly BandSpan[]; before: readonly number[]; first: number } {
    const number = Math.floor(from / pieceLength);
    const begins = number * pieceLength;
    if (to > begins + pieceLength + overlap) return { ...this.#piece(from, to), first: 0 };
    let piece = this.#pieces.get(number);
    if (piece === undefined) {
      piece = this.#piece(begins, begins + pieceLength + overlap);
      this.#pieces.set(number, piece);
    }
    piece.hint = indexAt(piece.spans, from, piece.hint);
    return { spans: piece.spans, before: piece.before, first: piece.hint };
  }

  #piece(from: Instant, to: Instant): Piece {
    const spans = this.#read(from, to);
    const before: number[] = [];
    let cost = 0;
    for (const span of spans) {
      before.push(cost);
      cost += hourCost[span.band] * (span.to - span.from);
    }
    return { spans, before, hint: 0 };
  }
}

/** Weighted hours of a timeline's cost. */
export function hoursOf(cost: number): number {
  return cost / 3_600_000;
}

const bandsByCost: readonly Band[] = ["kind", "bearable", "shoulder", "night", "blocked"];

/** The one of two bands that costs more. */
export function worse(one: Band, other: Band): Band {
  return bandsByCost.indexOf(other) > bandsByCost.indexOf(one) ? other : one;
}

/** Hours are values, and most things of a plan stay as they are from edit to edit: so do their timelines. */
const known = new WeakMap<Zones, WeakMap<Hours, Map<string, Timeline>>>();

/** The timeline of hours in a zone's wall time. @throws RangeError for an unknown zone, when it is asked something */
export function timelineOf(zones: Zones, hours: Hours, zone: string): Timeline {
  let byHours = known.get(zones);
  if (byHours === undefined) known.set(zones, (byHours = new WeakMap()));
  let byZone = byHours.get(hours);
  if (byZone === undefined) byHours.set(hours, (byZone = new Map()));
  let timeline = byZone.get(zone);
  if (timeline === undefined) {
    timeline = new Timeline((from, to) => bandSpans(hours, zones, zone, from, to));
    byZone.set(zone, timeline);
  }
  return timeline;
}

/** The index of the span that the instant is in: the hint or the one after it, or found by halving. */
function indexAt(spans: readonly BandSpan[], instant: Instant, hint: number): number {
  for (let i = hint; i <= hint + 1; i += 1) {
    const span = spans[i];
    if (span !== undefined && span.from <= instant && instant < span.to) return i;
  }
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
