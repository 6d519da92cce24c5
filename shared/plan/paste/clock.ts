import type { Read } from "./days.ts";
import { plainWords } from "./plainwords.ts";

/** A time of day as "HH:MM": 16:15, 16.15, 16h15, 16:15:00, 16 h, 4:15 pm, 4 p.m. A bare number is none. */
export function readTime(cell: string): Read<string> {
  const text = plainWords(cell).replace(/([ap])\. ?m\b/u, "$1m");
  const match = /^(\d{1,2})(?:[:.h](\d\d)(?:[:.]00)?)? ?(am|pm|h|hrs?|horas?)?$/u.exec(text);
  const [, hours = "", minutes, after] = match ?? [];
  const half = after === "am" || after === "pm" ? after : undefined;
  const hour = Number(hours);
  const isTime =
    match !== null &&
    (minutes !== undefined || after !== undefined) &&
    Number(minutes ?? 0) < 60 &&
    (half === undefined ? hour < 24 : hour >= 1 && hour <= 12);
  if (!isTime) return { ok: false, why: "not-a-time" };
  // 12 am is midnight, 12 pm noon.
  const inDay = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return { ok: true, value: `${String(inDay).padStart(2, "0")}:${minutes ?? "00"}` };
}

/** The time of day at which something ends; 24:00 is the midnight after, as 0:00 is. */
export function readEnd(cell: string): Read<string> {
  return /^24[:.h]00(?:[:.]00)?$/u.test(plainWords(cell)) ? { ok: true, value: "00:00" } : readTime(cell);
}

/** A length in minutes: 90, 90 min, 1:30, 1 h, 1 h 30, 1.5 h. */
export function readLength(cell: string): Read<number> {
  const text = plainWords(cell);
  const minutes = /^(\d{1,4})(?: ?(?:'|m|min|mins|minutes?|minutos?))?$/u.exec(text);
  const clock = /^(\d{1,2}):(\d\d)(?::00)?(?: ?h)?$/u.exec(text);
  const hours =
    /^(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?|horas?)(?: ?(?:y|and)? ?(\d{1,2}) ?(?:'|m|min|mins|minutes?|minutos?)?)?$/u.exec(
      text,
    );
  let length = NaN;
  if (minutes !== null) length = Number(minutes[1]);
  else if (clock !== null && Number(clock[2]) < 60) length = Number(clock[1]) * 60 + Number(clock[2]);
  else if (hours !== null && Number(hours[2] ?? 0) < 60) {
    length = Number((hours[1] ?? "").replace(",", ".")) * 60 + Number(hours[2] ?? 0);
  }
  return isLength(length) ? { ok: true, value: length } : { ok: false, why: "not-a-length" };
}

/** What a session may take, as its schema has it. */
export function isLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440;
}
