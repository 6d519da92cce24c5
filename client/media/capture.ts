import { ok, refuse } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { shareFrameRate } from "./encodings.ts";

/** *refused*: by the person or a rule; *none*: no such device (any more); *failed*: it is there and does not work, or another program has it. */
export type CaptureFailure = "refused" | "none" | "failed";
export type Captured = Result<MediaStreamTrack, CaptureFailure>;

export interface MicrophoneOptions {
  readonly deviceId?: string;
  /** The mixer's output: taken as it is, no echo cancelling, noise suppression or gain control. */
  readonly deskFeed?: boolean;
  readonly stereo?: boolean;
}

/** Asks for a microphone or the mixer's output. */
export function captureMicrophone(options: MicrophoneOptions = {}): Promise<Captured> {
  const processing = !(options.deskFeed ?? false);
  return capture(
    (devices) =>
      devices.getUserMedia({
        audio: {
          ...chosen(options.deviceId),
          echoCancellation: processing,
          noiseSuppression: processing,
          autoGainControl: processing,
          channelCount: options.stereo === true ? 2 : 1,
        },
      }),
    "audio",
  );
}

/** Asks for a camera: 720 lines at 25 frames if it can, else what it has. */
export function captureCamera(deviceId?: string): Promise<Captured> {
  return capture(
    (devices) =>
      devices.getUserMedia({
        video: {
          ...chosen(deviceId),
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 25, max: 30 },
        },
      }),
    "video",
  );
}

/** Asks which screen or window to show. Needs a gesture. */
export function captureScreen(): Promise<Captured> {
  return capture(
    (devices) =>
      "getDisplayMedia" in devices
        ? devices.getDisplayMedia({
            video: { frameRate: { ideal: shareFrameRate, max: shareFrameRate } },
            audio: false,
          })
        : Promise.reject(new DOMException("no screen can be shared from here", "NotFoundError")),
    "video",
  );
}

/** Can this browser share a screen at all? Phones cannot. */
export const canShareScreen = (): boolean => "mediaDevices" in navigator && "getDisplayMedia" in navigator.mediaDevices;

const chosen = (deviceId: string | undefined): MediaTrackConstraints =>
  deviceId === undefined || deviceId === "" ? {} : { deviceId: { exact: deviceId } };

async function capture(
  ask: (devices: MediaDevices) => Promise<MediaStream>,
  kind: "audio" | "video",
): Promise<Captured> {
  // Missing where the page came over plain HTTP from another machine.
  if (!("mediaDevices" in navigator)) return refuse("failed");
  try {
    const stream = await ask(navigator.mediaDevices);
    const track = kind === "audio" ? stream.getAudioTracks()[0] : stream.getVideoTracks()[0];
    return track === undefined ? refuse("none") : ok(track);
  } catch (error) {
    return refuse(failureOf(error));
  }
}

/** The browsers' names for what went wrong (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia). */
export function failureOf(error: unknown): CaptureFailure {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    default:
      return "failed";
  }
}

export interface DeviceChoice {
  readonly id: string;
  /** Empty until the person has once allowed a device of its kind. */
  readonly label: string;
}

export interface Devices {
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
  readonly outputs: readonly DeviceChoice[];
}

export async function listDevices(): Promise<Devices> {
  const all = "mediaDevices" in navigator ? await navigator.mediaDevices.enumerateDevices() : [];
  const of = (kind: MediaDeviceKind): readonly DeviceChoice[] =>
    all.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { microphones: of("audioinput"), cameras: of("videoinput"), outputs: of("audiooutput") };
}

/** Says what devices there are, now and after each change. Returns how to stop. */
export function onDevices(say: (devices: Devices) => void): () => void {
  let stopped = false;
  const tell = async (): Promise<void> => {
    const devices = await listDevices();
    if (!stopped) say(devices);
  };
  const changed = (): void => void tell();
  changed();
  if (!("mediaDevices" in navigator)) return () => undefined;
  navigator.mediaDevices.addEventListener("devicechange", changed);
  return () => {
    stopped = true;
    navigator.mediaDevices.removeEventListener("devicechange", changed);
  };
}

/**
 * Calls once when a track ends by itself (unplugged, taken away in the browser's own controls), with the next device of
 * its kind to offer, or null. Not when the page stops it. Returns how to stop.
 */
export function onLost(track: MediaStreamTrack, say: (next: DeviceChoice | null) => void): () => void {
  let stopped = false;
  const lost = track.getSettings().deviceId;
  const ended = async (): Promise<void> => {
    const devices = await listDevices();
    const kin = track.kind === "audio" ? devices.microphones : devices.cameras;
    if (!stopped) say(kin.find((device) => device.id !== "" && device.id !== lost) ?? null);
  };
  const handler = (): void => void ended();
  track.addEventListener("ended", handler, { once: true });
  return () => {
    stopped = true;
    track.removeEventListener("ended", handler);
  };
}
