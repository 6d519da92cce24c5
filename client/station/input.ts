import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { onLost } from "../media/capture.ts";
import type { Captured, CaptureFailure, DeviceChoice } from "../media/capture.ts";

/** *off*: not wanted; *lost*: it worked and went away; the rest as `capture` says. */
export type InputState = "off" | "opening" | "on" | "lost" | CaptureFailure;

/**
 * One camera or sound input over unplugging and changed choices. Tracks are opened one after the other, the latest wish
 * wins, and each track that is not needed any more is stopped.
 */
export class Input {
  readonly #state = signal<InputState>("off");
  readonly #track = signal<MediaStreamTrack | null>(null);
  readonly #offered = signal<DeviceChoice | null>(null);
  #wish: { readonly key: string; readonly open: () => Promise<Captured> } | null = null;
  #working = false;
  #stopWatching = (): void => undefined;

  get state(): ReadonlySignal<InputState> {
    return this.#state;
  }

  get track(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#track;
  }

  /** After a loss: the next device of its kind, for the operator to say yes to. */
  get offered(): ReadonlySignal<DeviceChoice | null> {
    return this.#offered;
  }

  /**
   * Wants a device; `key` says all that makes it another one. The same key does nothing while the track lives, and
   * nobody is asked twice what they have refused.
   */
  want(key: string, open: () => Promise<Captured>): void {
    if (this.#wish?.key === key && ["opening", "on", "refused"].includes(this.#state.peek())) return;
    this.#wish = { key, open };
    void this.#work();
  }

  /** Once more, by the operator's word. */
  again(): void {
    if (this.#state.peek() !== "on") void this.#work();
  }

  close(): void {
    this.#wish = null;
    this.#stop();
    this.#state.value = "off";
    this.#offered.value = null;
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let done: string | null = null; this.#wish !== null && this.#wish.key !== done;) {
      const { key, open } = this.#wish;
      // The old one first: many cameras and sound cards can be open only once.
      this.#stop();
      this.#offered.value = null;
      this.#state.value = "opening";
      const captured = await open();
      done = key;
      if (this.#wish?.key !== key) {
        if (captured.ok) captured.value.stop();
      } else if (captured.ok) this.#use(captured.value);
      else this.#state.value = captured.code;
    }
    this.#working = false;
  }

  #use(track: MediaStreamTrack): void {
    this.#stopWatching = onLost(track, (next) => {
      this.#stop();
      this.#offered.value = next;
      this.#state.value = "lost";
    });
    this.#track.value = track;
    this.#state.value = "on";
  }

  #stop(): void {
    this.#stopWatching();
    this.#stopWatching = () => undefined;
    this.#track.peek()?.stop();
    this.#track.value = null;
  }
}
