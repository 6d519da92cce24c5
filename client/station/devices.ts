import { batch, computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { refuse } from "../../shared/result.ts";
import { captureCamera, captureMicrophone, listDevices, onDevices } from "../media/capture.ts";
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
      onDevices((lists) => this.#know(lists)),
      effect(() => this.#choose()),
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
    if (["allowed", "asking", "insecure"].includes(this.#permission.peek())) return;
    this.#know(await listDevices());
    if (this.#permission.peek() === "allowed") return;
    this.#permission.value = "asking";
    // One after the other: a room without a camera still has its sound.
    const answers = [await captureMicrophone(), await captureCamera()];
    for (const answer of answers) if (answer.ok) answer.value.stop();
    const refused = answers.some((answer) => !answer.ok && answer.code === "refused");
    // What was not named before is now.
    this.#know(await listDevices());
    this.#permission.value = answers.some((answer) => answer.ok) ? "allowed" : refused ? "refused" : "none";
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const input of [this.camera, this.second, this.sound]) input.close();
  }

  #know(lists: Devices): void {
    // Labels are told only to a page that was allowed to capture, today or before.
    const named = [...lists.cameras, ...lists.microphones].some(({ label }) => label !== "");
    batch(() => {
      this.#lists.value = lists;
      if (named && this.#permission.peek() === "unasked") this.#permission.value = "allowed";
    });
  }

  /**
   * The first device that was used is a choice too: another one that is plugged in, or that remains, must not take its
   * place without a word.
   */
  #choose(): void {
    if (this.#permission.value !== "allowed") return;
    const { cameras, microphones } = this.#lists.value;
    const { camera, hasSecond, second, sound } = this.#choices.value;
    const change: Partial<{ -readonly [Key in keyof Choices]: Choices[Key] }> = {};
    if (camera === null && named(cameras[0])) change.camera = cameras[0];
    if (hasSecond && second === null) change.second = otherThan(camera, cameras);
    if (sound === null && named(microphones[0])) change.sound = microphones[0];
    if (Object.values(change).some((device) => device !== null))
      this.#choices.value = { ...this.#choices.peek(), ...change };
  }

  /** Opens what is chosen and there; a device that was lost and comes back is taken again. */
  #open(): void {
    if (this.#permission.value !== "allowed") return;
    const { cameras, microphones } = this.#lists.value;
    const { camera, hasSecond, second, sound, kind, stereo } = this.#choices.value;
    follow(this.camera, camera, cameras, "", (id) => captureCamera(id));
    if (!hasSecond) this.second.close();
    else if (second !== null) follow(this.second, second, cameras, "", (id) => captureCamera(id));
    const deskFeed = kind === "desk";
    const options = { deskFeed, stereo: deskFeed && stereo };
    follow(this.sound, sound, microphones, JSON.stringify(options), (deviceId) =>
      captureMicrophone({ deviceId, ...options }),
    );
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
  if (device === undefined || device === null) {
    // Chosen, but not plugged in.
    if (chosen !== null && input.state.peek() === "off") input.want("missing", () => Promise.resolve(refuse("none")));
    return;
  }
  input.want(`${device.id} ${how}`, () => open(device.id));
}

const named = (device: DeviceChoice | undefined): device is DeviceChoice => device !== undefined && device.label !== "";

const otherThan = (device: DeviceChoice | null, among: readonly DeviceChoice[]): DeviceChoice | null => {
  const first = device === null ? among[0] : findDevice(device, among);
  return among.find(({ id }) => id !== first?.id) ?? null;
};
