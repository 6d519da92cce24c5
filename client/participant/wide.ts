import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** The width from which live.css puts two columns side by side. */
const query = matchMedia("(min-width: 900px)");
const matches = signal(query.matches);
query.addEventListener("change", () => (matches.value = query.matches));

/** Has the page two columns? */
export const wide: ReadonlySignal<boolean> = matches;
