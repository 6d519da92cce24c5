import { quiet, step } from "../../shared/stage/loudest.ts";
import type { Loudness } from "../../shared/stage/loudest.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { Voice } from "../../shared/stage/voices.ts";

export interface LoudestPorts {
  /** Who competes. */
  readonly voices: () => readonly Voice[];
  /** Peaks (dBov) since the last call. */
  readonly takePeaks: () => ReadonlyMap<SourceId, number>;
  readonly now: () => number;
  /** Others are heard than before. */
  readonly changed: () => void;
}

/** How often the loudest are chosen (milliseconds). */
const every = 100;

/** Who is heard while voices compete: chosen ten times a second. */
export class Loudest {
  readonly #ports: LoudestPorts;
  #loudness: Loudness = quiet;
  #timer: NodeJS.Timeout | null = null;

  constructor(ports: LoudestPorts) {
    this.#ports = ports;
  }

  get heard(): ReadonlySet<SourceId> {
    return new Set(this.#loudness.since.keys());
  }

  /** Chooses now, because those who compete may be others, and again and again from now on. */
  choose(): void {
    this.#loudness = this.#step(new Map());
    this.#timer ??= setInterval(() => {
      const before = this.#loudness.since;
      this.#loudness = this.#step(this.#ports.takePeaks());
      const { since } = this.#loudness;
      const same = before.size === since.size && [...before.keys()].every((source) => since.has(source));
      if (!same) this.#ports.changed();
    }, every);
  }

  /** Chooses no more; who was heard stays. */
  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Nobody competes. */
  rest(): void {
    this.pause();
    this.#loudness = quiet;
  }

  #step(peaks: ReadonlyMap<SourceId, number>): Loudness {
    return step(this.#loudness, this.#ports.voices(), peaks, this.#ports.now());
  }
}
