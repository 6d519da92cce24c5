import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** Runs what keys ask for: each once at a time, and what failed is kept for the page to say. */
export class Acts {
  readonly #busy = signal<ReadonlySet<string>>(new Set());
  readonly #failure = signal<{ readonly error: unknown } | null>(null);

  /** The newest failure, until something works or it is put away. */
  get failure(): ReadonlySignal<{ readonly error: unknown } | null> {
    return this.#failure;
  }

  isBusy(name: string): boolean {
    return this.#busy.value.has(name);
  }

  /** `name` tells acts apart: the same one does not start twice while it runs. */
  run(name: string, act: () => Promise<unknown>): void {
    if (this.#busy.peek().has(name)) return;
    this.#busy.value = new Set(this.#busy.peek()).add(name);
    void this.#finish(name, act);
  }

  putAway(): void {
    this.#failure.value = null;
  }

  async #finish(name: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      this.#failure.value = null;
    } catch (error) {
      this.#failure.value = { error };
    } finally {
      this.#busy.value = new Set([...this.#busy.peek()].filter((other) => other !== name));
    }
  }
}
