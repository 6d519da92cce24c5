import { expect, test } from "vitest";
import { loudness, needle, silence } from "../../../client/media/level.ts";

test("loudness is the root mean square in dBov", () => {
  expect(loudness(new Float32Array(2048))).toBe(silence);
  expect(loudness(new Float32Array(2048).fill(1))).toBe(0);
  expect(loudness(new Float32Array(2048).fill(-0.1))).toBeCloseTo(-20, 3);
  const sine = Float32Array.from({ length: 4800 }, (_, i) => Math.sin((2 * Math.PI * 1000 * i) / 48_000));
  expect(loudness(sine)).toBeCloseTo(-3.01, 2);
});

test("the needle rises at once and falls 20 dB in 1.7 s", () => {
  expect(needle(-60, -12, 50)).toBe(-12);
  expect(needle(-12, -90, 1700)).toBeCloseTo(-32.06, 2);
  expect(needle(-126, -127, 10_000)).toBe(silence);
});
