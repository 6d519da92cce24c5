import { minutesText } from "../times.ts";

/** Minutes of the day for a time input: 1440 is "00:00", what lies on the next day the time there. */
export const clockText = (minutes: number): string => (minutes === 1440 ? "00:00" : minutesText(minutes));

/** "HH:MM" as minutes of the day; null: not a time. */
export function minutesOf(text: string): number | null {
  const match = /^(\d\d):(\d\d)/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** From and to as they are typed: an end that is not after the beginning lies on the next day. */
export function readClock(from: string, to: string): { readonly from: number; readonly to: number } | null {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  if (begins === null || ends === null) return null;
  return { from: begins, to: ends > begins ? ends : ends + 1440 };
}
