import type { JSX } from "preact";
import { startAt } from "../../../shared/plan/times.ts";
import { windowOf } from "../../../shared/plan/windows.ts";
import { at } from "../../../shared/record.ts";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import { timeIn } from "../times.ts";
import type { Shown } from "./shown.ts";

/** When each linked room is set up, checked, live and closed, in the host's time. */
export function LinkWindows({ board, shown }: { readonly board: Board; readonly shown: Shown }): JSX.Element | null {
  const t = words().session;
  const plan = board.plan.value;
  const zones = board.zones.value;
  const { start, zone, city, occasion } = shown;
  if (start === null) return null;
  const there = { ...occasion.occurrence, start: startAt(zones, zone, start) };
  const rows = there.links.flatMap((link) => {
    const room = link.kind === "room" ? at(plan.rooms, link.id) : undefined;
    const window = windowOf(plan, there, link);
    return room === undefined || window === null ? [] : [{ room, window }];
  });
  if (rows.length === 0) return null;
  const time = (instant: number): string => timeIn(zones, zone, instant);
  return (
    <section aria-labelledby="windows" class="windows">
      <h2 id="windows">{t.windows(city)}</h2>
      <table class="tt" aria-labelledby="windows">
        <thead>
          <tr>
            <th scope="col">{t.columns.room}</th>
            {(["setUp", "lineCheck", "live", "overrun", "closed"] as const).map((key) => (
              <th key={key} scope="col" class={`num ${key}`}>
                {t.columns[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ room, window }) => (
            <tr key={room.id}>
              <th scope="row">{room.name}</th>
              <td class="num">{time(window.setUpAt)}</td>
              <td class="num">{time(window.lineCheckAt)}</td>
              <td class="num live">
                <span class="time">{`${time(window.start)}–${time(window.end)}`}</span>
              </td>
              <td class="num">{time(window.overrunUntil)}</td>
              <td class="num">{time(window.closed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
