import { expect, test } from "vitest";
import { civilFromDays, daysFromCivil, wallAsUtc, wallAtOffset } from "../../../shared/plan/civil.ts";

test.each([
  [1970, 1, 1, 0],
  [1969, 12, 31, -1],
  [2000, 2, 29, 11_016],
  [1900, 3, 1, -25_508],
  [2026, 10, 1, 20_727],
  [0, 3, 1, -719_468],
])("%i-%i-%i is day %i", (year, month, day, days) => {
  expect(daysFromCivil(year, month, day)).toBe(days);
  expect(civilFromDays(days)).toEqual({ year, month, day });
});

test("dates agree with the runtime's calendar over four centuries, each day", () => {
  for (let days = -100_000; days < 50_000; days += 1) {
    const date = new Date(days * 86_400_000);
    const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    if (civil.day === 1 || civil.day > 27) expect(civilFromDays(days)).toEqual(civil);
    if (daysFromCivil(civil.year, civil.month, civil.day) !== days) expect.unreachable(date.toISOString());
  }
});

test("walls", () => {
  expect(wallAsUtc("2026-10-01T00:00")).toBe(20_727 * 86_400_000);
  expect(wallAtOffset(20_727 * 86_400_000 + 59_999, 330)).toBe("2026-10-01T05:30");
  expect(wallAtOffset(0, -480)).toBe("1969-12-31T16:00");
});
