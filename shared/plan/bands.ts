import type { Instant } from "../ids.ts";
import type { Band, Hours } from "./model.ts";
import { dayNumber, weekdayOfNumber } from "./times.ts";
import { nextChange, offsetAt } from "./zones.ts";
import type { Zones } from "./zones.ts";

const minute = 60_000;
const dayLength = 1440 * minute;

/** [from, to), in which one entry of the hours holds. */
export interface BandSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly band: Band;
  /** The reason given with the entry ("second shift"); "" for what no entry covers. */
  readonly why: string;
  /** It comes from an entry for one day. */
  readonly dated: boolean;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** People: kind 08–21, bearable 07–22, shoulder 06–23, night the rest. */
export const defaultGroupHours: Hours = {
  rest: "night",
  week: [
    { days: everyDay, from: 360, to: 1380, band: "shoulder", why: "" },
    { days: everyDay, from: 420, to: 1320, band: "bearable", why: "" },
    { days: everyDay, from: 480, to: 1260, band: "kind", why: "" },
  ],
  dated: [],
};

/** Rooms: open 08:00–22:00. */
export const defaultRoomHours: Hours = {
  rest: "blocked",
  week: [{ days: everyDay, from: 480, to: 1320, band: "kind", why: "" }],
  dated: [],
};

/** Needed people: 07:00–23:00. */
export const defaultPersonHours: Hours = {
  rest: "blocked",
  week: [{ days: everyDay, from: 420, to: 1380, band: "kind", why: "" }],
  dated: [],
};

/**
 * The band that holds at an instant for hours in a zone's wall time: the latest entry for that day that covers it, else
 * the latest of the week, else `rest`. @throws RangeError for an unknown zone
 */
export function bandAt(hours: Hours, zones: Zones, zone: string, instant: Instant): Band {
  const local = instant + offsetMs(zones, zone, instant);
  const number = Math.floor(local / dayLength);
  const time = local - number * dayLength;
  for (const stretch of stretchesOf(indexOf(hours), number)) if (time < stretch.to * minute) return stretch.band;
  throw new Error("a day is covered whole");
}

/**
 * The bands of [from, to): contiguous, ascending, neighbours differ. Exact over changes of the clocks: hours of 25-hour
 * days come twice, those that are skipped do not come. Empty if `to` is not after `from`. @throws RangeError as `bandAt`
 */
export function bandSpans(hours: Hours, zones: Zones, zone: string, from: Instant, to: Instant): readonly BandSpan[] {
  const index = indexOf(hours);
  const spans: BandSpan[] = [];
  let at = from;
  // As long as the offset stays, wall time runs evenly.
  while (at < to) {
    const offset = offsetMs(zones, zone, at);
    const until = Math.min(to, nextChange(zones, zone, at, to - at)?.at ?? to);
    addEven(spans, index, offset, at, until);
    at = until;
  }
  return spans;
}

/** Adds the bands of [from, to), in which wall time is `offset` milliseconds ahead of UTC. */
function addEven(spans: BandSpan[], index: Index, offset: number, from: Instant, to: Instant): void {
  const last = Math.floor((to - 1 + offset) / dayLength);
  for (let number = Math.floor((from + offset) / dayLength); number <= last; number += 1) {
    const dayStart = number * dayLength - offset;
    for (const stretch of stretchesOf(index, number)) {
      const begins = Math.max(from, dayStart + stretch.from * minute);
      const ends = Math.min(to, dayStart + stretch.to * minute);
      if (begins < ends) add(spans, { ...stretch, from: begins, to: ends });
    }
  }
}

function add(spans: BandSpan[], span: BandSpan): void {
  const before = spans.at(-1);
  if (before === undefined || !alike(before, span)) spans.push(span);
  else spans[spans.length - 1] = { ...before, to: span.to };
}

interface Said {
  readonly band: Band;
  readonly why: string;
  readonly dated: boolean;
}

function alike(one: Said, other: Said): boolean {
  return one.band === other.band && one.why === other.why && one.dated === other.dated;
}

/** A part of a day: `from` and `to` in minutes after midnight on the wall clock. */
interface Stretch extends Said {
  readonly from: number;
  readonly to: number;
}

/** Hours made ready: what is entered for days by the day's number, and whole days as far as they have been asked for. */
interface Index {
  readonly hours: Hours;
  /** Days that an entry begins on or reaches into, with it. */
  readonly entries: ReadonlyMap<number, readonly Stretch[]>;
  readonly weekdays: Map<number, readonly Stretch[]>;
  readonly days: Map<number, readonly Stretch[]>;
}

/** Plans are values: the same hours are asked many times while something is moved. */
const indexes = new WeakMap<Hours, Index>();

function indexOf(hours: Hours): Index {
  let index = indexes.get(hours);
  if (index === undefined) {
    index = { hours, entries: datedBy(hours), weekdays: new Map(), days: new Map() };
    indexes.set(hours, index);
  }
  return index;
}

function datedBy(hours: Hours): Map<number, Stretch[]> {
  const entries = new Map<number, Stretch[]>();
  for (const { date, from, to, band, why } of hours.dated) {
    const number = dayNumber(date);
    for (const part of partsOf(from, to)) {
      const list = entries.get(number + part.later) ?? [];
      list.push({ from: part.from, to: part.to, band, why, dated: true });
      entries.set(number + part.later, list);
    }
  }
  return entries;
}

/** What a stretch is on its own day, and on the next if it reaches over midnight. */
function partsOf(from: number, to: number): readonly { later: 0 | 1; from: number; to: number }[] {
  const own = { later: 0, from, to: Math.min(to, 1440) } as const;
  return to > 1440 ? [own, { later: 1, from: 0, to: to - 1440 }] : [own];
}

/** A whole day of 1440 minutes on the wall clock, in order. */
function stretchesOf(index: Index, number: number): readonly Stretch[] {
  const weekday = weekdayOfNumber(number);
  const entries = index.entries.get(number);
  const known = entries === undefined ? index.weekdays.get(weekday) : index.days.get(number);
  if (known !== undefined) return known;
  const painted = paint(index.hours.rest, [...weekly(index.hours, weekday), ...(entries ?? [])]);
  if (entries === undefined) index.weekdays.set(weekday, painted);
  else index.days.set(number, painted);
  return painted;
}

/** The week's intervals as they lie on a weekday, in their order. */
function weekly(hours: Hours, weekday: number): readonly Stretch[] {
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return hours.week.flatMap(({ days, from, to, band, why }) =>
    partsOf(from, to)
      .filter(({ later }) => days.includes(later === 0 ? weekday : dayBefore))
      .map((part) => ({ from: part.from, to: part.to, band, why, dated: false })),
  );
}

/** Later stretches cover earlier ones, and the rest of the day is `rest`. */
function paint(rest: Band, layers: readonly Stretch[]): readonly Stretch[] {
  const edges = [...new Set([0, 1440, ...layers.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const painted: Stretch[] = [];
  for (const [i, to] of edges.slice(1).entries()) {
    const from = edges[i] ?? 0;
    const top = layers.findLast((layer) => layer.from <= from && layer.to >= to);
    const said = { band: top?.band ?? rest, why: top?.why ?? "", dated: top?.dated ?? false };
    const before = painted.at(-1);
    if (before !== undefined && alike(before, said)) painted[painted.length - 1] = { ...before, to };
    else painted.push({ ...said, from, to });
  }
  return painted;
}

function offsetMs(zones: Zones, zone: string, instant: Instant): number {
  // Whole milliseconds: local mean times have fractions of a minute.
  return Math.round(offsetAt(zones, zone, instant) * minute);
}
