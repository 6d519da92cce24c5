import type { RouterRtpCapabilities, RouterRtpCodecCapability } from "mediasoup/types";

/**
 * Opus for every voice, VP8 for every picture: what all supported browsers encode in simulcast and decode in hardware
 * or cheaply enough in software. Others come when a need for them is measured.
 */
export const mediaCodecs: RouterRtpCodecCapability[] = [
  { kind: "audio", mimeType: "audio/opus", clockRate: 48_000, channels: 2 },
  { kind: "video", mimeType: "video/VP8", clockRate: 90_000 },
];

/**
 * What pages may negotiate. Without `abs-capture-time`: mediasoup's simulcast trusts it where it is negotiated, Chromium
 * negotiates it and does not send it, and layers then never switch.
 */
export function offeredCapabilities(capabilities: RouterRtpCapabilities): RouterRtpCapabilities {
  return {
    ...capabilities,
    headerExtensions: (capabilities.headerExtensions ?? []).filter(
      (extension) => !extension.uri.endsWith("abs-capture-time"),
    ),
  };
}

/** The RTP header extension that carries a packet's loudness (RFC 6464). */
export const audioLevelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
