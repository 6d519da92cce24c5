import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { PassId } from "../../shared/ids.ts";
import type { DeviceChoice } from "../media/capture.ts";

/** What comes in at the sound input: the mixer's output, or a microphone of the computer. */
export type SoundKind = "desk" | "laptop";

/** What the operator has chosen for this room on this computer. A device of null: the browser's first one. */
export interface Choices {
  readonly camera: DeviceChoice | null;
  readonly cameraName: string;
  readonly hasSecond: boolean;
  readonly second: DeviceChoice | null;
  readonly secondName: string;
  readonly sound: DeviceChoice | null;
  readonly kind: SoundKind;
  readonly stereo: boolean;
  readonly output: DeviceChoice | null;
}

const first: Choices = {
  camera: null,
  cameraName: "",
  hasSecond: false,
  second: null,
  secondName: "",
  sound: null,
  // Without a mixer nothing breaks by the careful choice: echo is cancelled, the microphone gives way to remote voices.
  kind: "laptop",
  stereo: false,
  output: null,
};

/** The choices of a pass, kept by the browser: a reloaded page, and tomorrow's, finds them again. */
export function keptChoices(passId: PassId): Signal<Choices> {
  const key = `crossroom.station.${passId}`;
  const choices = signal(read(key));
  effect(() => localStorage.setItem(key, JSON.stringify(choices.value)));
  return choices;
}

/** Was the room started in this tab: then a reload starts it again by itself. */
export function keptStarted(passId: PassId): { read: () => boolean; write: (started: boolean) => void } {
  const key = `crossroom.station.started.${passId}`;
  return {
    read: () => sessionStorage.getItem(key) === "yes",
    write: (started) => (started ? sessionStorage.setItem(key, "yes") : sessionStorage.removeItem(key)),
  };
}

function read(key: string): Choices {
  let held: unknown;
  try {
    held = JSON.parse(localStorage.getItem(key) ?? "null");
  } catch (error) {
    // Written by something broken: as if nothing had been chosen.
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (typeof held !== "object" || held === null) return first;
  const kept: { readonly [Key in keyof Choices]?: unknown } = held;
  return {
    camera: deviceOf(kept.camera),
    cameraName: textOf(kept.cameraName),
    hasSecond: kept.hasSecond === true,
    second: deviceOf(kept.second),
    secondName: textOf(kept.secondName),
    sound: deviceOf(kept.sound),
    kind: kept.kind === "desk" ? "desk" : "laptop",
    stereo: kept.stereo === true,
    output: deviceOf(kept.output),
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 40) : "");

function deviceOf(value: unknown): DeviceChoice | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("id" in value) || !("label" in value)) return null;
  return typeof value.id === "string" && typeof value.label === "string" ? { id: value.id, label: value.label } : null;
}

/** The same device in a list: by its id, or by its label where the browser has given it another id. */
export function findDevice(wanted: DeviceChoice, among: readonly DeviceChoice[]): DeviceChoice | null {
  const same = among.find(({ id }) => id === wanted.id);
  return same ?? among.find(({ label }) => label !== "" && label === wanted.label) ?? null;
}
