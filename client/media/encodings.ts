import type { ProducerCodecOptions, RtpEncodingParameters } from "mediasoup-client/types";
import type { Track } from "../../shared/stage/sources.ts";
import type { OfferOptions } from "../session/contract.ts";

/** Bits per second of the layers, smallest first, for 180, 360 and 720 lines. */
const bitrates = [120_000, 400_000, 1_300_000] as const;
const shareBitrate = 1_500_000;
export const shareFrameRate = 5;

/**
 * Simulcast layers of a camera, smallest first. A source that is small has fewer: the layers of a 180-line picture would
 * show nothing. `height`: lines as captured; unknown counts as large.
 */
export function cameraEncodings(height: number | undefined): RtpEncodingParameters[] {
  const count = height === undefined || height > 360 ? 3 : height > 200 ? 2 : 1;
  return bitrates.slice(0, count).map((maxBitrate, layer) => ({
    maxBitrate,
    scaleResolutionDownBy: 2 ** (count - 1 - layer),
    scalabilityMode: "L1T1",
  }));
}

/** The encodings of a track, and the settings of its codec. */
export function encodingsOf(track: Track, height: number | undefined): RtpEncodingParameters[] {
  switch (track) {
    case "mic":
    case "sound":
      return [{}];
    case "share":
      return [{ maxBitrate: shareBitrate, maxFramerate: shareFrameRate, scalabilityMode: "L1T1" }];
    case "camera":
    case "camera1":
    case "camera2":
      return cameraEncodings(height);
  }
}

/** Voice: mono, pauses cost nothing. A desk feed is continuous: music and many voices, and no gate that opens late. */
export function codecOptionsOf(track: Track, options: OfferOptions): ProducerCodecOptions {
  if (track !== "mic" && track !== "sound") return { videoGoogleStartBitrate: startBitrate(track) };
  const deskFeed = options.deskFeed ?? false;
  return {
    opusDtx: !deskFeed,
    opusFec: true,
    opusStereo: options.stereo ?? false,
    opusMaxAverageBitrate: deskFeed ? 48_000 : 32_000,
    opusNack: true,
  };
}

/**
 * Chromium's first guess of the uplink (kbit/s). Its own, 300, is never tested while the encoder rests, and then takes ten
 * seconds to reach the highest layer. A room has a line of its own; a person's voice goes beside their picture, so they
 * start lower.
 */
const startBitrate = (track: Track): number => (ofRoom(track) ? 1500 : 800);

/**
 * Whether a track's line is tested as soon as it is published. A room's is: it starts before it is heard, and its pictures
 * are taken at once and large. A person's voice is on the line by then, and must not pay for a picture that may never be
 * taken.
 */
export const provesLine = (track: Track): boolean => ofRoom(track);

const ofRoom = (track: Track): boolean => track === "camera1" || track === "camera2";

/** Which encodings are to run, by index: up to `layer`; a lone one runs as soon as anybody looks. */
export function activeLayers(count: number, state: "flowing" | "ready", layer: number | undefined): readonly boolean[] {
  const highest = layer ?? count;
  return Array.from({ length: count }, (_, index) => state === "flowing" && index <= highest);
}
