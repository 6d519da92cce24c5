import type { Instant } from "../../shared/ids.ts";
import { daysFromCivil } from "../../shared/plan/civil.ts";
import type { Day } from "../../shared/plan/model.ts";
import { offsetAt, wallAt } from "../../shared/plan/zones.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { common } from "../i18n/common.ts";
import type { DayParts } from "../i18n/wording.ts";
import { utcOffset } from "../ui/time.ts";

// Times in places out of the plan's own zone data: never `Intl`, never the device's zone.

/** "16:15" */
export function timeIn(zones: Zones, zone: string, instant: Instant): string {
  return wallAt(zones, zone, instant).slice(11);
}

/** "2020-01-10", the date that a place's calendar shows. */
export function isoDayIn(zones: Zones, zone: string, instant: Instant): Day {
  return wallAt(zones, zone, instant).slice(0, 10);
}

/** A date in parts, for the catalogue's words. */
export function dayParts(day: Day): DayParts {
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const days = daysFromCivil(year, month, dayOfMonth);
  // 1 January 1970 was a Thursday.
  return { year, month: month - 1, day: dayOfMonth, weekday: (((days + 4) % 7) + 7) % 7 };
}

/** "Friday 10 January" */
export const dayWords = (day: Day): string => common().time.day(dayParts(day));
/** "Fri 10 Jan" */
export const shortDayWords = (day: Day): string => common().time.shortDay(dayParts(day));

/** "Fri 10 Jan", the day that it is in a place. */
export function dayIn(zones: Zones, zone: string, instant: Instant): string {
  return shortDayWords(isoDayIn(zones, zone, instant));
}

/** "UTC+2", what holds in a place at an instant. */
export function offsetIn(zones: Zones, zone: string, instant: Instant): string {
  return utcOffset(offsetAt(zones, zone, instant));
}

const quarters = ["", "¼", "½", "¾"] as const;

/** Weighted hours to the quarter: "0", "¾", "2¼". What is more than nothing and less than an eighth is "¼". */
export function hoursText(burden: number): string {
  const rounded = burden > 0 ? Math.max(1, Math.round(burden * 4)) : 0;
  const whole = Math.floor(rounded / 4);
  const part = quarters[rounded % 4] ?? "";
  return whole === 0 && part !== "" ? part : `${whole}${part}`;
}

/** Minutes of the day as "19:30"; 24:00 is the day's end, later ones lie on the next day ("01:30"). */
export function minutesText(minutes: number): string {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
