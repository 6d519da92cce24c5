import type { Instant } from "../ids.ts";

/** A date and time as a wall clock shows it, "YYYY-MM-DDTHH:MM": no zone, no offset. */
export type Wall = string;

const minute = 60_000;
const day = 1440;

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
 * After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil
 * (https://howardhinnant.github.io/date_algorithms.html): years begin in March, so that the leap day is a year's last.
 */
export function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse: civil_from_days, same source. */
export function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The instant at which a clock in UTC shows this; null if there is no such date or time of day. */
export function wallAsUtc(wall: Wall): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(wall);
  if (match === null) return null;
  const [year, month, dayOfMonth, hour, minutes] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const days = daysFromCivil(year, month, dayOfMonth);
  const civil = civilFromDays(days);
  // 30 February comes back as 2 March.
  if (month < 1 || month > 12 || civil.month !== month || civil.day !== dayOfMonth || hour > 23 || minutes > 59)
    return null;
  return (days * day + hour * 60 + minutes) * minute;
}

/** What a clock shows that is `offset` minutes east of UTC; seconds are cut off. */
export function wallAtOffset(instant: Instant, offset: number): Wall {
  const local = Math.floor(instant / minute + offset);
  const days = Math.floor(local / day);
  const rest = local - days * day;
  const date = civilFromDays(days);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
