/**
 * May something be on this day ("YYYY-MM-DD")? Instants are not negative, and years have four digits, in every zone, also for the days
 * after it that are looked at: a session's next day, the mends' days.
 */
export function saneDay(day: string): boolean {
  return day >= "1970-01-02" && day < "9999-12-01" && day.length === 10;
}

export const notSane = "not between 1970 and 9999";
