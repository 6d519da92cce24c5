import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { duration, hour, minute, parts } from "./time.ts";

/** A duration in words: "12 minutes 40 seconds". */
export function spoken(milliseconds: number): string {
  const { hours, minutes, seconds } = parts(milliseconds);
  return common().time.spoken(hours, minutes, seconds);
}

interface CountdownProps {
  /** Milliseconds that are left. Draw it with the `ticking` time, so that it goes on each second. */
  readonly left: number;
  /** "begins in" */
  readonly label: string;
}

/** The large figure that everybody waits by: seen every second, read out once a minute. */
export function Countdown({ left, label }: CountdownProps): JSX.Element {
  const whole = Math.ceil(left / minute) * minute;
  return (
    <>
      <p
        class={left >= hour ? "count long" : "count"}
        role="timer"
        aria-live="off"
        aria-label={`${label} ${spoken(left)}`}
      >
        {duration(left)}
      </p>
      <p class="sr" role="status">
        {label} {spoken(whole)}
      </p>
    </>
  );
}
