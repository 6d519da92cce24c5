import { expect, test } from "vitest";
import { pageAddress, pathTo } from "../../../client/session/pass.ts";
import type { OccurrenceId, PassId } from "../../../shared/ids.ts";

test.each([
  ["/participant/abc", { page: "participant", passId: "abc", occurrenceId: null }],
  ["/station/a-b_C1/occ", { page: "station", passId: "a-b_C1", occurrenceId: "occ" }],
  ["/console/abc/", { page: "console", passId: "abc", occurrenceId: null }],
  ["/", null],
  ["/participant", null],
  ["/participant/", null],
  ["/join/abc", null],
  ["/participant/a%20b", null],
  [`/participant/${"a".repeat(41)}`, null],
])("%s", (path, address) => {
  expect(pageAddress(path)).toEqual(address);
});

test("a path leads back to what it was made from", () => {
  const passId = "abc" as PassId;
  const occurrenceId = "occ" as OccurrenceId;
  expect(pageAddress(pathTo("screen", passId))).toEqual({ page: "screen", passId, occurrenceId: null });
  expect(pageAddress(pathTo("screen", passId, occurrenceId))).toEqual({ page: "screen", passId, occurrenceId });
});
