// An independent reader of compiled zone data: the test's own, sharing nothing with shared/plan.
// TZif after RFC 9636 (versions 2 to 4; before it RFC 8536), its footer after POSIX's TZ with the RFC's extensions.

/** Minutes east of UTC at an instant, and the instants that show a wall time. */
export interface Tzif {
  /** Minutes east of UTC; with a fraction where the zone's time had seconds. */
  offsetAt(instant: number): number;
  /** The instants at which the clocks show "YYYY-MM-DDTHH:MM", ascending: none in a gap, two in a fold. */
  instantsOf(wall: string): readonly number[];
  /** Where the offset changes in [from, to). */
  changes(
    from: number,
    to: number,
  ): readonly { readonly at: number; readonly before: number; readonly after: number }[];
}

const second = 1000;
const hour = 3600;
const day = 86_400;

/** @throws Error if the bytes are not a TZif file of version 2 or later */
export function readTzif(bytes: Uint8Array): Tzif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = header(view, 0);
  if (first.version < 2) throw new Error("TZif version 1: no 64-bit times");
  // The first block has 32-bit times; the second, with a header of its own, all of them.
  const start = 44 + blockSize(first, 4);
  const { timecnt, typecnt, charcnt, leapcnt, isstdcnt, isutcnt } = header(view, start);
  let at = start + 44;
  const times = Array.from({ length: timecnt }, (_, i) => Number(view.getBigInt64(at + i * 8)));
  at += timecnt * 8;
  const types = Array.from({ length: timecnt }, (_, i) => view.getUint8(at + i));
  at += timecnt;
  const offsets = Array.from({ length: typecnt }, (_, i) => view.getInt32(at + i * 6));
  at += typecnt * 6 + charcnt + leapcnt * 12 + isstdcnt + isutcnt;
  const footer = new TextDecoder("ascii").decode(bytes.subarray(at));
  const text = /^\n([^\n]*)\n/.exec(footer)?.[1];
  if (text === undefined) throw new Error("TZif file without its footer");
  const rule = text === "" ? null : readRule(text);
  const used = new Set([...offsets, ...(rule === null ? [] : [rule.standard, rule.saving?.offset ?? rule.standard])]);

  const secondsAt = (instant: number): number => {
    const seconds = Math.floor(instant / second);
    const later = times.findIndex((time) => time > seconds);
    if (later === 0 || timecnt === 0) return rule !== null && timecnt === 0 ? ruled(rule, seconds) : known(offsets, 0);
    if (later > 0) return known(offsets, known(types, later - 1));
    return rule === null ? known(offsets, known(types, timecnt - 1)) : ruled(rule, seconds);
  };
  const offsetAt = (instant: number): number => secondsAt(instant) / 60;
  return {
    offsetAt,
    instantsOf(wall) {
      const local = Date.parse(`${wall}:00Z`);
      const instants = [...used].map((offset) => local - offset * second);
      return instants.filter((instant) => local - instant === secondsAt(instant) * second).sort((a, b) => a - b);
    },
    changes(from, to) {
      const edges = times.map((time) => time * second);
      if (rule?.saving)
        for (let year = yearOf(from / second) - 1; year <= yearOf(to / second) + 1; year += 1)
          edges.push(...edgesOf(rule.standard, rule.saving, year).map((edge) => edge.at * second));
      return [...new Set(edges)]
        .filter((edge) => edge >= from && edge < to)
        .sort((a, b) => a - b)
        .map((edge) => ({ at: edge, before: offsetAt(edge - 1), after: offsetAt(edge) }))
        .filter(({ before, after }) => before !== after);
    },
  };
}

interface Counts {
  readonly version: number;
  readonly isutcnt: number;
  readonly isstdcnt: number;
  readonly leapcnt: number;
  readonly timecnt: number;
  readonly typecnt: number;
  readonly charcnt: number;
}

/** RFC 9636, section 3.1. */
function header(view: DataView, at: number): Counts {
  if (view.getUint32(at) !== 0x54_5a_69_66) throw new Error("not a TZif file");
  const version = view.getUint8(at + 4) === 0 ? 1 : view.getUint8(at + 4) - 0x30;
  const [isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt] = [20, 24, 28, 32, 36, 40].map((field) =>
    view.getUint32(at + field),
  ) as [number, number, number, number, number, number];
  return { version, isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt };
}

function blockSize(counts: Counts, timeSize: number): number {
  const { timecnt, typecnt, charcnt, leapcnt, isstdcnt, isutcnt } = counts;
  return timecnt * (timeSize + 1) + typecnt * 6 + charcnt + leapcnt * (timeSize + 4) + isstdcnt + isutcnt;
}

/** Seconds east of UTC; POSIX writes them west. */
interface Rule {
  readonly standard: number;
  readonly saving: Saving | null;
}
interface Saving {
  readonly offset: number;
  readonly starts: DateRule;
  readonly ends: DateRule;
}
/** A day of the year, and seconds after its midnight (in version 3 and later −167 to 167 hours). */
interface DateRule {
  readonly dayIn: (year: number) => number;
  readonly time: number;
}

function readRule(text: string): Rule {
  const name = "(?:<[^>]+>|[A-Za-z]+)";
  const time = "[-+]?\\d+(?::\\d+(?::\\d+)?)?";
  const match = new RegExp(`^${name}(${time})(?:${name}(${time})?,([^,]+),([^,]+))?$`).exec(text);
  if (match?.[1] === undefined) throw new Error(`not a POSIX zone: ${text}`);
  // 0 - x: no minus zero.
  const standard = 0 - secondsOf(match[1]);
  const [starts, ends] = [match[3], match[4]];
  if (starts === undefined || ends === undefined) return { standard, saving: null };
  const offset = match[2] === undefined ? standard + hour : 0 - secondsOf(match[2]);
  return { standard, saving: { offset, starts: readDate(starts), ends: readDate(ends) } };
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.replace(/^[-+]/, "").split(":").map(Number);
  return (time.startsWith("-") ? -1 : 1) * (hours * hour + minutes * 60 + seconds);
}

function readDate(text: string): DateRule {
  const [date = "", at = "2"] = text.split("/");
  const time = secondsOf(at);
  const monthly = /^M(\d+)\.(\d+)\.(\d+)$/.exec(date);
  if (monthly !== null) {
    const [month, week, weekday] = monthly.slice(1).map(Number) as [number, number, number];
    return { time, dayIn: (year) => dayOfMonthRule(year, month, week, weekday) };
  }
  const number = Number(/^J?(\d+)$/.exec(date)?.[1]);
  if (Number.isNaN(number)) throw new Error(`not a POSIX date: ${text}`);
  if (!date.startsWith("J")) return { time, dayIn: (year) => utcDay(year, 1, 1) + number };
  // Julian days never count 29 February.
  const leap = (year: number): boolean => utcDay(year, 3, 1) - utcDay(year, 2, 1) === 29;
  return { time, dayIn: (year) => utcDay(year, 1, 1) + number - 1 + (leap(year) && number >= 60 ? 1 : 0) };
}

/** The `week`-th `weekday` (0 Sunday) of a month; the fifth is the last. */
function dayOfMonthRule(year: number, month: number, week: number, weekday: number): number {
  const first = utcDay(year, month, 1);
  const next = utcDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  const firstWeekday = new Date(first * day * second).getUTCDay();
  const found = first + ((weekday - firstWeekday + 7) % 7) + (week - 1) * 7;
  return found < next ? found : found - 7;
}

function utcDay(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / (day * second);
}

function yearOf(seconds: number): number {
  return new Date(seconds * second).getUTCFullYear();
}

function edgesOf(standard: number, saving: Saving, year: number): readonly { at: number; after: number }[] {
  const { offset, starts, ends } = saving;
  return [
    { at: starts.dayIn(year) * day + starts.time - standard, after: offset },
    { at: ends.dayIn(year) * day + ends.time - offset, after: standard },
  ];
}

/** The latest change before an instant decides; those of the years around it are enough. */
function ruled({ standard, saving }: Rule, seconds: number): number {
  if (saving === null) return standard;
  const year = yearOf(seconds);
  const past = [year - 1, year, year + 1]
    .flatMap((each) => edgesOf(standard, saving, each))
    .filter(({ at }) => at <= seconds)
    .sort((a, b) => a.at - b.at);
  return past.at(-1)?.after ?? standard;
}

function known(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`the file has no entry ${index}`);
  return value;
}
