import { signal } from "@preact/signals";
import type { Captured, CaptureFailure } from "../media/capture.ts";

/** A picture that one may show while one has the floor: the camera, or a shared screen. */
export class Showing {
  readonly track = signal<MediaStreamTrack | null>(null);
  readonly failure = signal<CaptureFailure | null>(null);
  readonly asking = signal(false);
  readonly #capture: () => Promise<Captured>;
  #asked = 0;

  constructor(capture: () => Promise<Captured>) {
    this.#capture = capture;
  }

  async start(): Promise<void> {
    const asked = ++this.#asked;
    this.asking.value = true;
    this.failure.value = null;
    const captured = await this.#capture();
    if (asked !== this.#asked) {
      if (captured.ok) captured.value.stop();
      return;
    }
    this.asking.value = false;
    if (!captured.ok) {
      this.failure.value = captured.code;
      return;
    }
    const track = captured.value;
    this.track.value = track;
    // Ended in the browser's own controls, or unplugged.
    track.addEventListener("ended", () => track === this.track.peek() && this.stop(), { once: true });
  }

  stop(): void {
    this.#asked++;
    this.asking.value = false;
    this.failure.value = null;
    this.track.peek()?.stop();
    this.track.value = null;
  }
}
