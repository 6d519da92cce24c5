import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { Band, Hours, Start } from "../../shared/plan/model.ts";
import { readTzif } from "./tzif.ts";
import type { Tzif } from "./tzif.ts";

// When things are in random plans: zones, starts and hours, made without any code of shared/plan.

/** With changes of the clocks near the days below, by an hour and by half of one, and without any. */
export const zones = [
  "Africa/Johannesburg",
  "America/Los_Angeles",
  "America/El_Salvador",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Europe/Berlin",
];
/** The first of three days each, and where most of it takes place: there the clocks change in the night after it (not in January). */
export const settings = [
  { first: "2026-01-10", home: "Asia/Kolkata" },
  { first: "2026-03-07", home: "America/Los_Angeles" },
  { first: "2026-03-28", home: "Europe/Berlin" },
  { first: "2026-04-04", home: "Australia/Lord_Howe" },
  { first: "2026-10-03", home: "Australia/Lord_Howe" },
  { first: "2026-10-24", home: "Europe/Berlin" },
  { first: "2026-10-31", home: "America/Los_Angeles" },
];

const files = new Map<string, Tzif>();
function tzif(zone: string): Tzif {
  let file = files.get(zone);
  if (file === undefined) {
    file = readTzif(readFileSync(new URL(`../fixtures/tzif-2026f/${zone}`, import.meta.url)));
    files.set(zone, file);
  }
  return file;
}

const offsets = new Map<string, number>();
/** Minutes east of UTC, out of the TZif files. Kept by quarters of an hour: no zone here changes within one. */
export function tzifClock(zone: string, instant: number): number {
  const key = `${zone} ${Math.floor(instant / 900_000)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = tzif(zone).offsetAt(instant);
    offsets.set(key, offset);
  }
  return offset;
}

export const minute = 60_000;

/** The start at a wall time. `choice`: 0 leaves the offset out, 1 and 2 choose the first and the second of two. */
export function startAt(zone: string, wall: string, choice: number, moved: boolean): Start {
  const instants = tzif(zone).instantsOf(wall);
  const utc = Date.parse(`${wall}:00Z`);
  // In a gap the offset before it counts.
  const before = tzifClock(zone, utc - 1440 * minute);
  const instant = instants[choice === 2 ? instants.length - 1 : 0] ?? utc - before * minute;
  const offset = instants.length === 2 && choice === 0 ? null : (utc - instant) / minute;
  return { wall, zone, offset, instant: instant + (moved ? 60 * minute : 0), zoneData: "2026f" };
}

export const rarely = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: times }).map((n) => n === times);
export const some = <Item>(items: readonly Item[], most: number): fc.Arbitrary<readonly Item[]> =>
  fc.subarray([...items], { maxLength: Math.min(most, items.length) });
export const day = (first: string, days: number): string =>
  new Date(Date.parse(first) + days * 1440 * minute).toISOString().slice(0, 10);

const stretch = fc
  .record({
    from: fc.integer({ min: 0, max: 47 }),
    length: fc.integer({ min: 1, max: 40 }),
    band: fc.constantFrom<Band>("kind", "bearable", "shoulder", "night", "blocked"),
  })
  .map(({ from, length, band }) => ({ from: from * 30, to: Math.min(2880, (from + length) * 30), band, why: "" }));

export function hoursOn(first: string): fc.Arbitrary<Hours> {
  return fc.record({
    rest: fc.constantFrom<Band>("kind", "kind", "night", "blocked"),
    week: fc.array(
      fc.record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 4 }), stretch }).map(({ days, ...rest }) => ({
        days,
        ...rest.stretch,
      })),
      { maxLength: 2 },
    ),
    dated: fc.array(
      fc.record({ days: fc.integer({ min: -1, max: 3 }), stretch }).map(({ days, ...rest }) => ({
        date: day(first, days),
        ...rest.stretch,
      })),
      { maxLength: 2 },
    ),
  });
}
