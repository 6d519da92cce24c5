import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { second } from "./time.ts";

/**
 * The server's time in whole seconds (milliseconds divisible by 1000), going on as each of the server's seconds begins.
 * `now` is the connection's; the clock runs only while something draws it.
 */
export function ticking(now: () => number): ReadonlySignal<number> {
  const whole = (): number => Math.floor(now() / second) * second;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const time = signal(whole(), {
    watched() {
      go();
    },
    unwatched() {
      clearTimeout(timer);
    },
  });
  const go = (): void => {
    time.value = whole();
    // A little late rather than early: a timer that fires before the second would show the old one for another second.
    timer = setTimeout(go, second - (now() % second) + 5);
  };
  return time;
}
