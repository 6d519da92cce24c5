import { expect, test } from "vitest";
import { clockText, minutesOf, readClock } from "../../../../client/planner/forms/clocktext.ts";
import { dayParts, hoursText, minutesText } from "../../../../client/planner/times.ts";

test.each([
  [0, "0"],
  [0.05, "¼"],
  [0.75, "¾"],
  [1, "1"],
  [2.25, "2¼"],
  [6.5, "6½"],
  [7.9, "8"],
])("a burden of %d hours is written %s", (hours, text) => {
  expect(hoursText(hours)).toBe(text);
});

test.each([
  ["2020-01-10", 5],
  ["2000-02-29", 2],
  ["1970-01-01", 4],
  ["1969-12-28", 0],
])("%s is weekday %d, from Sunday", (day, weekday) => {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  expect(dayParts(day)).toEqual({ year, month: (month ?? 0) - 1, day: dayOfMonth, weekday });
});

test("minutes of a day, and of the next", () => {
  expect([0, 615, 1440, 1530].map(minutesText)).toEqual(["00:00", "10:15", "24:00", "01:30"]);
  expect(clockText(1440)).toBe("00:00");
});

test.each([
  ["08:00", "22:00", { from: 480, to: 1320 }],
  ["22:00", "06:00", { from: 1320, to: 1800 }],
  ["00:00", "00:00", { from: 0, to: 1440 }],
  ["08:00", "", null],
])("from %s to %s", (from, to, stretch) => {
  expect(readClock(from, to)).toEqual(stretch);
});

test("what is typed and no time yet", () => {
  expect(["", "8", "8:00"].map(minutesOf)).toEqual([null, null, null]);
});
