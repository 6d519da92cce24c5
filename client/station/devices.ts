import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { captureCamera, captureMicrophone, onDevices } from "../media/capture.ts";
import type { DeviceChoice, Devices } from "../media/capture.ts";
import { findDevice } from "./choices.ts";
import type { Choices } from "./choices.ts";
import { Input } from "./input.ts";

/** *unasked*: the browser will ask; *allowed*; *refused*; *insecure*: the page came without encryption; *none*: no device at all. */
export type Permission = "unasked" | "asking" | "allowed" | "refused" | "insecure" | "none";

const none: Devices = { cameras: [], microphones: [], outputs: [] };

/** The room's cameras and its sound input, as chosen, over permissions, unplugging and coming back. */
export class RoomDevices {
  readonly camera = new Input();
  readonly second = new Input();
  readonly sound = new Input();
  readonly #lists = signal<Devices>(none);
  readonly #permission = signal<Permission>("mediaDevices" in navigator ? "unasked" : "insecure");
  readonly #choices: Signal<Choices>;
  readonly #stops: (() => void)[] = [];

  constructor(choices: Signal<Choices>) {
    this.#choices = choices;
    this.#stops.push(
      onDevices((lists) => {
        this.#lists.value = lists;
        // Labels are told only to a page that was allowed to capture, today or before.
        const named = [...lists.cameras, ...lists.microphones].some(({ label }) => label !== "");
        if (named && this.#permission.peek() === "unasked") this.#permission.value = "allowed";
      }),
      effect(() => this.#open()),
    );
  }

  get lists(): ReadonlySignal<Devices> {
    return this.#lists;
  }

  get permission(): ReadonlySignal<Permission> {
    return this.#permission;
  }

  /** Is there a second camera to add? */
  readonly canAdd = computed(() => this.#lists.value.cameras.length > 1);

  /** The outputs that can be chosen. */
  readonly outputs = computed(() => this.#lists.value.outputs.filter(({ label }) => label !== ""));

  /** Asks for camera and microphone, once; the browser shows its own question. */
  async ask(): Promise<void> {
    if (this.#permission.peek() === "allowed" || this.#permission.peek() === "asking") return;
    if (this.#permission.peek() === "insecure") return;
    this.#permission.value = "asking";
    // One after the other: a room without a camera still has its sound.
    const answers = [await captureMicrophone(), await captureCamera()];
    for (const answer of answers) if (answer.ok) answer.value.stop();
    const refused = answers.some((answer) => !answer.ok && answer.code === "refused");
    this.#permission.value = answers.some((answer) => answer.ok) ? "allowed" : refused ? "refused" : "none";
    // What was not named before is now.
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const input of [this.camera, this.second, this.sound]) input.close();
  }

  /** Opens what is chosen and there; a device that was lost and comes back is taken again. */
  #open(): void {
    if (this.#permission.value !== "allowed") return;
    const { cameras, microphones } = this.#lists.value;
    const { camera, hasSecond, second, sound, kind, stereo } = this.#choices.value;
    follow(this.camera, camera, cameras, "", (id) => captureCamera(id));
    if (hasSecond) follow(this.second, second ?? otherThan(camera, cameras), cameras, "", (id) => captureCamera(id));
    else this.second.close();
    const deskFeed = kind === "desk";
    const options = { deskFeed, stereo: deskFeed && stereo };
    follow(this.sound, sound, microphones, JSON.stringify(options), (deviceId) => captureMicrophone({ deviceId, ...options }));
  }
}

function follow(
  input: Input,
  chosen: DeviceChoice | null,
  list: readonly DeviceChoice[],
  how: string,
  open: (deviceId: string) => ReturnType<typeof captureCamera>,
): void {
  const device = chosen === null ? list[0] : findDevice(chosen, list);
  // Chosen, but not plugged in: nothing else is taken in its place without a word.
  if (device === undefined || device === null) {
    const lost = chosen !== null && input.state.peek() !== "lost";
    if (lost) input.want("missing", () => Promise.resolve({ ok: false, code: "none" }));
    return;
  }
  input.want(`${device.id} ${how}`, () => open(device.id));
}

const otherThan = (device: DeviceChoice | null, among: readonly DeviceChoice[]): DeviceChoice | null => {
  const first = device === null ? among[0] : findDevice(device, among);
  return among.find(({ id }) => id !== first?.id) ?? null;
};
