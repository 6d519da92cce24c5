import type { JSX } from "preact";
import type { OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { spoken } from "../ui/countdown.tsx";
import { Strip } from "../ui/strip.tsx";
import { duration, hour, minute, offsetAt, timeOfDay, wallAt } from "../ui/time.ts";

export interface HoldingProps {
  readonly occurrence: OccurrenceInfo | null;
  /** The room that the screen stands in; its date stands on the slide. */
  readonly room: RoomInfo | null;
  /** What is said under the title, large. */
  readonly said: string;
  /** Milliseconds until it begins; null: no countdown. */
  readonly left: number | null;
  readonly foot: string;
  /** The server's time. */
  readonly time: number;
  /** It stands before pictures that are about to come. */
  readonly curtain?: boolean;
}

/** The enamel sign that a screen shows when no picture is on it: one line of time through all linked cities. */
export function Holding({ occurrence, room, said, left, foot, time, curtain = false }: HoldingProps): JSX.Element {
  const rooms = occurrence === null ? [] : cities(occurrence.rooms, time);
  // The now stands a little right of the middle: what was is shorter than what comes is long.
  const start = Math.floor(time / hour) * hour - 13 * hour;
  return (
    <div class={curtain ? "sign curtain" : "sign"} aria-hidden={curtain || undefined}>
      <header class="head">
        <b>{occurrence?.conference ?? "Crossroom"}</b>
        {room !== null && <span>{common().time.day(wallAt(time, room.clock))}</span>}
      </header>
      <main>
        <h1 class={occurrence !== null && occurrence.title.length > 44 ? "long" : undefined}>
          {occurrence?.title ?? said}
        </h1>
        {left === null ? (
          <p class="in plain">{occurrence !== null && <b>{said}</b>}</p>
        ) : (
          <p class="in">
            <span>{said}</span>
            <b role="timer" aria-label={spoken(left)}>
              {duration(left)}
            </b>
          </p>
        )}
        {rooms.length > 0 && (
          <ul class="cities" style={{ "--at": String((time - start) / minute), "--rows": String(rooms.length) }}>
            {rooms.map(({ id, city, clock }) => (
              <li key={id}>
                <b>{timeOfDay(time, clock)}</b>
                <span>{city}</span>
                <Strip start={start} clock={clock} />
              </li>
            ))}
          </ul>
        )}
      </main>
      <footer class="foot">{foot}</footer>
    </div>
  );
}

/** Each linked city once, from west to east by its clock. */
function cities(rooms: readonly RoomInfo[], time: number): readonly RoomInfo[] {
  const seen = new Map<string, RoomInfo>();
  for (const room of rooms) {
    const key = `${room.city} ${room.clock.zone}`;
    if (!seen.has(key)) seen.set(key, room);
  }
  return [...seen.values()].sort((a, b) => offsetAt(a.clock, time) - offsetAt(b.clock, time));
}
