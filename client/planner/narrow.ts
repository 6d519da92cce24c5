import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

const query = matchMedia("(max-width: 760px)");
const current = signal(query.matches);
query.addEventListener("change", ({ matches }) => {
  current.value = matches;
});

/** A phone's window: what is not needed at every moment stands behind "More…" there. */
export const narrow: ReadonlySignal<boolean> = current;
