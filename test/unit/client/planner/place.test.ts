import { expect, test } from "vitest";
import { readPlace, writePlace } from "../../../../client/planner/place.ts";
import type { OccurrenceId } from "../../../../shared/ids.ts";

const occurrenceId = "occurrence-1" as OccurrenceId;

test.each([
  ["#overview", { view: "overview", day: null, occurrenceId: null }],
  ["#day/2020-01-10", { view: "day", day: "2020-01-10", occurrenceId: null }],
  ["#day/2020-01-10/occurrence-1", { view: "day", day: "2020-01-10", occurrenceId }],
  ["#session/-/occurrence-1", { view: "session", day: null, occurrenceId }],
  ["#table", { view: "table", day: null, occurrenceId: null }],
  ["#suggest", { view: "suggest", day: null, occurrenceId: null }],
  ["#preview/2020-01-10", { view: "preview", day: "2020-01-10", occurrenceId: null, kind: null }],
  ["#preview/-/-/least-total", { view: "preview", day: null, occurrenceId: null, kind: "least-total" }],
] as const)("%s is read and written the same", (hash, where) => {
  expect(readPlace(hash)).toEqual(where);
  expect(writePlace(where)).toBe(hash);
});

test.each(["", "#", "#content", "#elsewhere/2020-01-10"])("%j is no place of the planner", (hash) => {
  expect(readPlace(hash)).toBeNull();
});

test("what cannot be a day or an occurrence is none", () => {
  expect(readPlace("#day/10.1.2020/a b")).toEqual({ view: "day", day: null, occurrenceId: null });
});
