import type { Instant } from "../ids.ts";
import { civilFromDays, daysFromCivil, wallAtOffset } from "./civil.ts";
import type { Wall } from "./civil.ts";
import type { Detail } from "./detail.ts";
import type { Day, Start, StartInput } from "./model.ts";
import { canonicalZone, offsetAt, resolveWall, wallAt } from "./zones.ts";
import type { Zones } from "./zones.ts";

const minute = 60_000;

/** Why a wall time makes no instant: no such zone, the clocks go forward over it, or it comes twice and nobody said which. */
export type StartRefusal = "unknown-zone" | "gap" | "fold";

export type StartResult =
  | { readonly ok: true; readonly value: Start }
  | { readonly ok: false; readonly code: StartRefusal; readonly detail: Detail | null };

/**
 * The start that people mean by a wall time in a zone. `offset` chooses where the time comes twice and is nothing
 * anywhere else: the wall time counts. The zone's name becomes the canonical one.
 * @throws RangeError for a date or time of day that there is not: the schema has refused those.
 */
export function startOf(zones: Zones, input: StartInput): StartResult {
  const zone = canonicalZone(zones, input.zone);
  if (zone === null) return { ok: false, code: "unknown-zone", detail: null };
  const { wall } = input;
  const resolved = resolveWall(zones, zone, wall);
  switch (resolved.kind) {
    case "unique":
      return { ok: true, value: startWith(zones, zone, wall, resolved) };
    case "gap":
      return { ok: false, code: "gap", detail: { kind: "gap", at: resolved.at, ...aroundGap(resolved) } };
    case "fold": {
      const { earlier, later } = resolved;
      const chosen = [earlier, later].find(({ offset }) => offset === input.offset);
      if (chosen === undefined) return { ok: false, code: "fold", detail: { kind: "fold", earlier, later } };
      return { ok: true, value: startWith(zones, zone, wall, chosen) };
    }
    case "invalid":
      throw new RangeError(`no such date or time of day: ${wall}`);
  }
}

/**
 * The same where nobody can be asked (a file, other zone data, a copy of a day): in a gap the instant is that of the
 * offset before it; a time that comes twice is the earlier one, with `offset` null, unless the offset says which. There
 * is a conflict then. Null: no such zone.
 * @throws RangeError as `startOf`
 */
export function startDespite(zones: Zones, input: StartInput): Start | null {
  const result = startOf(zones, input);
  if (result.ok) return result.value;
  const zone = canonicalZone(zones, input.zone);
  if (zone === null) return null;
  const resolved = resolveWall(zones, zone, input.wall);
  if (resolved.kind === "fold") return { ...startWith(zones, zone, input.wall, resolved.earlier), offset: null };
  if (resolved.kind !== "gap") throw new Error(`${input.wall} in ${zone} was refused and is ${resolved.kind}`);
  const offset = resolved.before;
  // What the clocks would show had they not been put forward.
  const sinceGap = wallMinutes(input.wall) - wallMinutes(wallAtOffset(resolved.at, offset));
  return startWith(zones, zone, input.wall, { instant: resolved.at + sinceGap * minute, offset });
}

/** The start at an instant, said in a zone's wall time; its offset is always said. @throws RangeError for an unknown zone */
export function startAt(zones: Zones, zone: string, instant: Instant): Start {
  const name = canonicalZone(zones, zone) ?? zone;
  const offset = offsetAt(zones, name, instant);
  return startWith(zones, name, wallAtOffset(instant, offset), { instant, offset });
}

/** When something ends that takes `minutes` minutes: real ones, whatever the clocks do meanwhile. */
export function endOf(start: Start, minutes: number): Instant {
  return start.instant + minutes * minute;
}

/** The date that a zone's calendar shows. @throws RangeError for an unknown zone */
export function dayOf(zones: Zones, zone: string, instant: Instant): Day {
  return wallAt(zones, zone, instant).slice(0, 10);
}

/**
 * The first instant of a day in a zone. Where the clocks go forward over midnight it is when they do; a day that was
 * skipped whole (Samoa's 30 December 2011) is empty and begins when the next one does. @throws RangeError as `startOf`
 */
export function midnight(zones: Zones, zone: string, day: Day): Instant {
  const resolved = resolveWall(zones, zone, `${day}T00:00`);
  switch (resolved.kind) {
    case "unique":
      return resolved.instant;
    case "gap":
      return resolved.at;
    case "fold":
      return resolved.earlier.instant;
    case "invalid":
      throw new RangeError(`no such day: ${day}`);
  }
}

/** The day `count` days later; earlier, if negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(dayNumber(day) + count);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** Days from 1970-01-01 to a day. @throws RangeError if it is not written "YYYY-MM-DD" */
export function dayNumber(day: Day): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (match === null) throw new RangeError(`no such day: ${day}`);
  return daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The inverse of `dayNumber`. */
export function dayOfNumber(number: number): Day {
  const { year, month, day } = civilFromDays(number);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** `weekdayOf` by the day's number: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function startWith(
  zones: Zones,
  zone: string,
  wall: Wall,
  { instant, offset }: { readonly instant: Instant; readonly offset: number },
): Start {
  // Whole minutes: since 1972 every zone's offset is.
  return { wall, zone, offset: Math.round(offset), instant, zoneData: zones.version };
}

/** The last minute that the clocks show before a gap, and the first after it. */
function aroundGap({ at, before, after }: { readonly at: Instant; readonly before: number; readonly after: number }) {
  return { earlier: wallAtOffset(at - 1, before), later: wallAtOffset(at, after) };
}

/** Minutes since 1970 as a clock without a zone shows them. */
function wallMinutes(wall: Wall): number {
  return dayNumber(wall.slice(0, 10)) * 1440 + Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}
