import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** How long a loud moment counts for the words (milliseconds): people pause between sentences. */
const held = 3000;
const looking = 250;
/** How long a closed microphone is called closed after it has opened: voices have gaps (milliseconds). */
const lingering = 1000;

export interface Steady<Value> {
  readonly value: ReadonlySignal<Value>;
  readonly close: () => void;
}

/** The loudest of the last seconds: words beside a meter must not flicker with each pause. */
export function loudestOf(level: ReadonlySignal<number>): Steady<number> {
  const value = signal(level.peek());
  let at = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (level.peek() < value.peek() && now - at < held) return;
    value.value = level.peek();
    at = now;
  }, looking);
  return { value, close: () => clearInterval(timer) };
}

/** Closed, or closed a moment ago. */
export function closedLately(open: ReadonlySignal<boolean>): Steady<boolean> {
  const value = signal(!open.peek());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    if (open.value) timer = setTimeout(() => (value.value = false), lingering);
    else value.value = true;
  });
  return {
    value,
    close: () => {
      stop();
      clearTimeout(timer);
    },
  };
}
