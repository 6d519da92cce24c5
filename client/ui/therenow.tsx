import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Clock } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { offsetAt, timeOfDay, utcOffset } from "./time.ts";

/** The proof that it is the right city: what its clocks show. `time`: the server's. */
export function ThereNow({
  clock,
  time,
}: {
  readonly clock: Clock;
  readonly time: ReadonlySignal<number>;
}): JSX.Element {
  const now = time.value;
  return (
    <p class="found">
      <span>
        {common().cities.thereNow}
        <br />
        <small>
          {clock.zone}, {utcOffset(offsetAt(clock, now))}
        </small>
      </span>
      <b>{timeOfDay(now, clock)}</b>
    </p>
  );
}
