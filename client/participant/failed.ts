import type { MicrophoneState } from "./microphone.ts";

/** The browser gave no microphone: refused, none there, or broken. */
export const isFailed = (state: MicrophoneState): boolean =>
  state === "refused" || state === "none" || state === "failed";
