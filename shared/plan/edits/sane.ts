import type { Day } from "../model.ts";

/** May something be on this day? Instants are not negative, and years have four digits, in every zone. */
export function saneDay(day: Day): boolean {
  return day >= "1970-01-02" && day < "9999-12-31" && day.length === 10;
}

export const notSane = "not between 1970 and 9999";
