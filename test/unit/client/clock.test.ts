import { assert, integer, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { better, sampleOf } from "../../../client/session/clock.ts";
import type { Sample } from "../../../client/session/clock.ts";

test("a sample takes the way back as half of the round trip", () => {
  expect(sampleOf(1_000_000, 500, 700)).toEqual({ offset: 999_400, rtt: 200, at: 700 });
});

test("the offset is wrong by half of the round trip at most, however the way is split", () => {
  assert(
    property(integer({ min: -1e9, max: 1e9 }), nat(5000), nat(5000), (truth, there, back) => {
      const sent = 10_000;
      const { offset, rtt } = sampleOf(sent + there + truth, sent, sent + there + back);
      expect(Math.abs(offset - truth)).toBeLessThanOrEqual(rtt / 2);
    }),
  );
});

const held: Sample = { offset: 1000, rtt: 40, at: 0 };
test.each<[string, Sample, boolean]>([
  ["a quicker one", { offset: 1010, rtt: 20, at: 1 }, true],
  ["a slower one", { offset: 1050, rtt: 300, at: 1 }, false],
  ["a slower one when the held is old", { offset: 1050, rtt: 300, at: 700_000 }, true],
  ["a slower one that contradicts: the own clock slept or was set", { offset: 9000, rtt: 300, at: 1 }, true],
])("%s", (_what, next, taken) => {
  expect(better(held, next)).toBe(taken ? next : held);
});

test("the first sample is taken", () => {
  expect(better(null, held)).toBe(held);
});
