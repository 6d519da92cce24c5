import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { captureMicrophone, onDevices, onLost } from "../media/capture.ts";
import type { CaptureFailure, DeviceChoice } from "../media/capture.ts";
import { meterOf } from "../media/level.ts";
import type { LevelMeter } from "../media/level.ts";

export type MicrophoneState = "off" | "asking" | "granted" | CaptureFailure;

/** One's own microphone: asked for late, measured here, given back when the turn is over. */
export class Microphone {
  readonly state = signal<MicrophoneState>("off");
  readonly track = signal<MediaStreamTrack | null>(null);
  readonly choices = signal<readonly DeviceChoice[]>([]);
  /** 0 to 7. */
  readonly level: ReadonlySignal<number> = computed(() => this.#meter.value?.level.value ?? 0);
  /** The device that is wanted, kept by this device; empty: whichever the browser gives. */
  readonly #wanted: Signal<string>;
  readonly #meter = signal<LevelMeter | null>(null);
  /** Which asking is the newest: an answer to an older one is thrown away. */
  #asked = 0;
  #stopWatching: () => void = () => undefined;

  constructor(wanted: Signal<string>) {
    this.#wanted = wanted;
  }

  /** Asks the browser, which may ask the person. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    this.state.value = "asking";
    let captured = await captureMicrophone({ deviceId: this.#wanted.peek() });
    // The one that was chosen another day is not there: any will do.
    if (!captured.ok && captured.code === "none" && this.#wanted.peek() !== "") captured = await captureMicrophone();
    if (asked !== this.#asked) {
      if (captured.ok) captured.value.stop();
      return;
    }
    if (captured.ok) this.#take(captured.value);
    else this.#failed(captured.code);
  }

  async choose(deviceId: string): Promise<void> {
    this.#wanted.value = deviceId;
    await this.ask();
  }

  /** The device in use. */
  get deviceId(): string {
    return this.track.value?.getSettings().deviceId ?? this.#wanted.value;
  }

  stop(): void {
    this.#asked++;
    this.#release();
    this.state.value = "off";
  }

  #take(track: MediaStreamTrack): void {
    this.#release();
    this.track.value = track;
    this.#meter.value = meterOf(track);
    const stopDevices = onDevices(({ microphones }) => {
      this.choices.value = microphones;
    });
    const stopLost = onLost(track, (next) => void (next === null ? this.#failed("none") : this.choose(next.id)));
    this.#stopWatching = () => {
      stopDevices();
      stopLost();
    };
    this.state.value = "granted";
  }

  #failed(why: CaptureFailure): void {
    this.#release();
    this.state.value = why;
  }

  #release(): void {
    this.#stopWatching();
    this.#stopWatching = () => undefined;
    this.#meter.peek()?.close();
    this.#meter.value = null;
    this.track.peek()?.stop();
    this.track.value = null;
  }
}
