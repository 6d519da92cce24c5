import { signal } from "@preact/signals";

/** Elements that a gesture unlocks ahead: Safari lets each play by itself only if it has played in a gesture before. */
const reserve = 6;

/**
 * Plays voices, each in an element of its own: the way that every browser's autoplay rule, echo canceller and choice of
 * output know. (A Web Audio graph would hide the sound from Chromium's echo canceller.)
 */
export class Playback {
  /** A browser has refused to start sound without a gesture. */
  readonly blocked = signal(false);
  readonly #playing = new Map<MediaStreamTrack, HTMLAudioElement>();
  readonly #idle: HTMLAudioElement[] = [];
  #on = false;
  #sink = "";

  /** Call it in the gesture, before anything is awaited. */
  start(): void {
    this.#on = true;
    this.blocked.value = false;
    while (this.#idle.length + this.#playing.size < reserve) this.#idle.push(this.#element());
    for (const element of [...this.#playing.values(), ...this.#idle]) this.#play(element);
  }

  stop(): void {
    this.#on = false;
    this.blocked.value = false;
    for (const element of [...this.#playing.values(), ...this.#idle]) element.pause();
  }

  /** The voices that exist now; those that do not flow are silent by themselves. */
  set(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, element] of this.#playing) {
      if (tracks.includes(track)) continue;
      this.#playing.delete(track);
      element.srcObject = null;
      this.#idle.push(element);
    }
    for (const track of tracks) {
      if (this.#playing.has(track)) continue;
      const element = this.#idle.pop() ?? this.#element();
      element.srcObject = new MediaStream([track]);
      this.#playing.set(track, element);
      if (this.#on) this.#play(element);
    }
  }

  /** Rejects where the browser cannot choose, or does not know the device (any more). */
  async setOutput(deviceId: string): Promise<void> {
    const elements = [...this.#playing.values(), ...this.#idle];
    if (!("setSinkId" in HTMLMediaElement.prototype)) {
      if (deviceId !== "") throw new DOMException("no choice of outputs in this browser", "NotSupportedError");
      return;
    }
    // Tried first where nothing sounds: if the device is gone, everything stays where it is.
    await new Audio().setSinkId(deviceId);
    this.#sink = deviceId;
    await Promise.all(elements.map((element) => element.setSinkId(deviceId)));
  }

  close(): void {
    this.stop();
    this.set([]);
    for (const element of this.#idle.splice(0)) element.remove();
  }

  #element(): HTMLAudioElement {
    const element = new Audio();
    // Shows nothing there, and is found where one looks for what sounds.
    document.body.append(element);
    if (this.#sink !== "") void element.setSinkId(this.#sink);
    return element;
  }

  #play(element: HTMLAudioElement): void {
    element.play().catch((error: unknown) => {
      // AbortError: it was given another track or paused meanwhile. NotAllowedError: the browser wants a gesture.
      if (!(error instanceof DOMException)) throw error;
      if (error.name === "NotAllowedError" && this.#on) this.blocked.value = true;
    });
  }
}
