import { expect, test } from "vitest";
import { failureOf } from "../../../client/media/capture.ts";

test.each([
  ["NotAllowedError", "refused"],
  ["SecurityError", "refused"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "failed"],
  ["AbortError", "failed"],
] as const)("%s: %s", (name, failure) => {
  expect(failureOf(new DOMException("", name))).toBe(failure);
});

test("anything else has failed", () => {
  expect(failureOf(undefined)).toBe("failed");
});
