import { wallAsUtc } from "../civil.ts";
import { saneDay } from "../edits/sane.ts";
import type { Conference, Day } from "../model.ts";
import { addDays, dayNumber, weekdayOf } from "../times.ts";
import type { PasteProblem } from "./model.ts";
import { plainWords } from "./plainwords.ts";

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: PasteProblem; readonly cell?: string };

const months: readonly (readonly string[])[] = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sep", "sept", "septiembre", "setiembre", "set"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
const weekdays: readonly (readonly string[])[] = [
  ["monday", "mon", "lunes", "lun"],
  ["tuesday", "tue", "tues", "martes"],
  ["wednesday", "wed", "miercoles", "mie"],
  ["thursday", "thu", "thur", "thurs", "jueves", "jue"],
  ["friday", "fri", "viernes", "vie"],
  ["saturday", "sat", "sabado", "sab"],
  ["sunday", "sun", "domingo", "dom"],
];

/**
 * The day that a cell means: 2020-01-10 (also with its midnight, 00:00:00), 10 Jan 2020, 10-Jan-2020, January 10, 10 de enero, 13/01/2020 (only if it can be read in one
 * way), Friday; a weekday may stand before any of them and has to be the right one. What lacks its year, or is a
 * weekday alone, is looked for among the conference's days.
 */
export function readDay(cell: string, conference: Pick<Conference, "firstDay" | "lastDay">): Read<Day> {
  const words = plainWords(cell)
    .replace(/(?<=^\d{4}-\d\d-\d\d)[ t]00:00(:00)?$/u, "")
    .replace(/(?<=\d)-(?=\p{L})|(?<=\p{L}\.?)-(?=\d)/gu, " ")
    .split(/[\s,]+/u)
    .filter((word) => word !== "" && word !== "de" && word !== "of" && word !== "del");
  const weekday = indexIn(weekdays, words[0] ?? "");
  const rest = weekday === null ? words : words.slice(1);
  const days = daysOf(conference);
  if (weekday !== null && rest.length === 0) return onlyOne(days.filter((day) => weekdayOf(day) === weekday));

  const read = readDate(rest, days);
  if (read.ok && weekday !== null && weekdayOf(read.value) !== weekday) return { ok: false, why: "other-weekday" };
  return read;
}

function readDate(words: readonly string[], days: readonly Day[]): Read<Day> {
  const [first = "", second = "", third = ""] = words;
  if (words.length === 1) return readNumbers(first);
  if (words.length > 3) return { ok: false, why: "not-a-day" };
  // 10 January 2020 or January 10 2020, the year last and in four digits.
  const month = indexIn(months, second) ?? indexIn(months, first);
  const dayOfMonth = (indexIn(months, second) === null ? second : first).replace(/(?<=\d)(st|nd|rd|th|o)$/u, "");
  if (month === null || !/^\d{1,2}$/u.test(dayOfMonth)) return { ok: false, why: "not-a-day" };
  if (words.length === 3)
    return /^\d{4}$/u.test(third) ? exact(third, month, dayOfMonth) : { ok: false, why: "not-a-day" };
  const monthAndDay = `-${two(month)}-${two(dayOfMonth)}`;
  // In a leap year, so that 29 February is a day, though maybe none of the conference's.
  if (!exists(`2000${monthAndDay}`)) return { ok: false, why: "not-a-day" };
  return onlyOne(days.filter((day) => day.endsWith(monthAndDay)));
}

/** 2020-01-10, 2020/1/10; 13/01/2020 and 01/13/2020. */
function readNumbers(word: string): Read<Day> {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u.exec(word);
  if (yearFirst !== null) return exact(yearFirst[1] ?? "", Number(yearFirst[3]), yearFirst[4] ?? "");
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(word);
  if (yearLast === null) return { ok: false, why: "not-a-day" };
  const [, one = "", , other = "", year = ""] = yearLast;
  const dayFirst = exact(year, Number(other), one);
  const monthFirst = exact(year, Number(one), other);
  if (dayFirst.ok && monthFirst.ok && dayFirst.value !== monthFirst.value) return { ok: false, why: "ambiguous-day" };
  return dayFirst.ok ? dayFirst : monthFirst;
}

function exact(year: string, month: number, dayOfMonth: string): Read<Day> {
  const value = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return exists(value) && saneDay(value) ? { ok: true, value } : { ok: false, why: "not-a-day" };
}

function onlyOne(days: readonly Day[]): Read<Day> {
  const [day] = days;
  if (day === undefined) return { ok: false, why: "not-among-the-days" };
  return days.length > 1 ? { ok: false, why: "ambiguous-day" } : { ok: true, value: day };
}

/** The conference's days; none, if they are not known or are more than anybody means by a weekday or a date without year. */
function daysOf({ firstDay, lastDay }: Pick<Conference, "firstDay" | "lastDay">): readonly Day[] {
  if (firstDay === null || lastDay === null) return [];
  const count = dayNumber(lastDay) - dayNumber(firstDay) + 1;
  return count > 4000 ? [] : Array.from({ length: Math.max(0, count) }, (_, i) => addDays(firstDay, i));
}

function exists(day: string): boolean {
  return wallAsUtc(`${day}T00:00`) !== null;
}

function two(value: number | string): string {
  return String(value).padStart(2, "0");
}

/** From 1; null: none of them. Abbreviations may end with a dot. */
function indexIn(names: readonly (readonly string[])[], word: string): number | null {
  const index = names.findIndex((all) => all.includes(word.replace(/\.$/u, "")));
  return index < 0 ? null : index + 1;
}
