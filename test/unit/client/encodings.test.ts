import { expect, test } from "vitest";
import { activeLayers, cameraEncodings, codecOptionsOf } from "../../../client/media/encodings.ts";

test.each([
  [720, [4, 2, 1], [120_000, 400_000, 1_300_000]],
  [undefined, [4, 2, 1], [120_000, 400_000, 1_300_000]],
  [361, [4, 2, 1], [120_000, 400_000, 1_300_000]],
  [360, [2, 1], [120_000, 400_000]],
  [201, [2, 1], [120_000, 400_000]],
  [180, [1], [120_000]],
])("a camera of %s lines", (height, scales, bitrates) => {
  const encodings = cameraEncodings(height);
  expect(encodings.map((encoding) => encoding.scaleResolutionDownBy)).toEqual(scales);
  expect(encodings.map((encoding) => encoding.maxBitrate)).toEqual(bitrates);
});

test.each([
  [3, "flowing", 2, [true, true, true]],
  [3, "flowing", 1, [true, true, false]],
  [3, "flowing", 0, [true, false, false]],
  [3, "ready", -1, [false, false, false]],
  [2, "flowing", 2, [true, true]],
  [1, "flowing", 1, [true]],
  [1, "flowing", undefined, [true]],
  [1, "ready", undefined, [false]],
] as const)("%i encodings, %s, layer %s", (count, state, layer, active) => {
  expect(activeLayers(count, state, layer)).toEqual(active);
});

test("a desk feed is continuous and clear, a microphone rests in pauses", () => {
  expect(codecOptionsOf("sound", { deskFeed: true, stereo: true })).toEqual({
    opusDtx: false,
    opusFec: true,
    opusStereo: true,
    opusMaxAverageBitrate: 48_000,
    opusNack: true,
  });
  expect(codecOptionsOf("mic", {})).toMatchObject({ opusDtx: true, opusStereo: false, opusMaxAverageBitrate: 32_000 });
});
