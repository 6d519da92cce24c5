import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

const kept = "crossroom.console.keys";

/** Are the single keys in use? Kept in this browser; on until they are switched off. */
const using = signal(read() !== "off");
export const usesKeys: ReadonlySignal<boolean> = using;

export function useKeys(on: boolean): void {
  using.value = on;
  try {
    localStorage.setItem(kept, on ? "on" : "off");
  } catch {
    return; // Storage is switched off: it holds until the page goes.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

const query = matchMedia("(max-width: 800px)");
const narrowNow = signal(query.matches);
query.addEventListener("change", () => {
  narrowNow.value = query.matches;
});

/** A phone in the hand: another order of things, not only other sizes. */
export const isNarrow: ReadonlySignal<boolean> = narrowNow;
