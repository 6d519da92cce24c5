import type { Instant } from "../../shared/ids.ts";
import type { Clock } from "../../shared/protocol/views.ts";
import type { DayParts } from "../i18n/wording.ts";

/*
 * Times in places, from offsets that the server gave: an old phone's zone data is never asked. `Date` is used for its
 * calendar only, always in UTC, on an instant moved by the offset.
 */

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

type OffsetClock = Pick<Clock, "offset" | "until" | "nextOffset">;

/** Minutes east of UTC that hold in a place at an instant (now or within the next half year). */
export function offsetAt(clock: OffsetClock, instant: Instant): number {
  const changed = clock.until !== null && instant >= clock.until;
  return changed ? (clock.nextOffset ?? clock.offset) : clock.offset;
}

/** An instant as a clock on the wall shows it. */
export interface Wall extends DayParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function wallAt(instant: Instant, clock: OffsetClock): Wall {
  const moved = new Date(instant + offsetAt(clock, instant) * minute);
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth(),
    day: moved.getUTCDate(),
    weekday: moved.getUTCDay(),
    hour: moved.getUTCHours(),
    minute: moved.getUTCMinutes(),
    second: moved.getUTCSeconds(),
  };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** "16:00" */
export function timeOfDay(instant: Instant, clock: OffsetClock): string {
  const wall = wallAt(instant, clock);
  return `${two(wall.hour)}:${two(wall.minute)}`;
}

/** "16:00:09" */
export function timeWithSeconds(instant: Instant, clock: OffsetClock): string {
  return `${timeOfDay(instant, clock)}:${two(wallAt(instant, clock).second)}`;
}

/** "2020-01-11", for date inputs and `<time>`. */
export function isoDay(instant: Instant, clock: OffsetClock): string {
  const wall = wallAt(instant, clock);
  return `${String(wall.year).padStart(4, "0")}-${two(wall.month + 1)}-${two(wall.day)}`;
}

/** "UTC+5½", "UTC−8", "UTC+5:45" */
export function utcOffset(offset: number): string {
  if (offset === 0) return "UTC";
  const size = Math.abs(offset);
  const rest = size % 60;
  const part = rest === 0 ? "" : rest === 30 ? "½" : `:${two(rest)}`;
  return `UTC${offset < 0 ? "−" : "+"}${Math.floor(size / 60)}${part}`;
}

/** How many calendar days the first place is ahead of the second at an instant: -1, 0 or 1. */
export function daysAhead(instant: Instant, there: OffsetClock, here: OffsetClock): number {
  const dayNumber = (clock: OffsetClock) => Math.floor((instant + offsetAt(clock, instant) * minute) / day);
  return dayNumber(there) - dayNumber(here);
}

/** Calendar days from now until an instant, in one place: 0 today, 1 tomorrow. */
export function daysUntil(instant: Instant, now: Instant, clock: OffsetClock): number {
  const dayNumber = (moment: Instant) => Math.floor((moment + offsetAt(clock, moment) * minute) / day);
  return dayNumber(instant) - dayNumber(now);
}

/** Milliseconds as "m:ss" or "h:mm:ss"; part seconds are cut off, what is negative counts as nothing. */
export function duration(milliseconds: number): string {
  const { hours, minutes, seconds } = parts(milliseconds);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Milliseconds taken apart, for words: `common().time.spoken(hours, minutes, seconds)`. */
export function parts(milliseconds: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.floor(milliseconds / second));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
}
