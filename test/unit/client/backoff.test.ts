import { assert, double, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { retryDelay } from "../../../client/session/backoff.ts";

test.each([
  [0, 1000],
  [59_999, 1000],
  [90_000, 6000],
  [120_000, 10_000],
  [86_400_000, 10_000],
])("after %i ms of loss the middle wait is %i ms", (lostFor, wait) => {
  expect(retryDelay(lostFor, 0.5)).toBe(wait);
});

test("each wait is within a fifth of the middle, and never over twelve seconds", () => {
  assert(
    property(nat(1e9), double({ min: 0, max: 1, noNaN: true }), (lostFor, random) => {
      const middle = retryDelay(lostFor, 0.5);
      const wait = retryDelay(lostFor, random);
      expect(Math.abs(wait - middle)).toBeLessThanOrEqual(middle * 0.2 + 1);
      expect(wait).toBeLessThanOrEqual(12_000);
    }),
  );
});
