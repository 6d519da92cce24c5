import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { better } from "../moving.ts";
import { totalCost } from "../reading/occasion.ts";
import { hoursText } from "../times.ts";
import { closedRuns, heightOf, startsIn } from "./bars.ts";
import { minutesIn, stripMinutes } from "./state.ts";
import type { DayState } from "./state.ts";
import type { Window } from "./shown.ts";
import { words } from "./words.ts";

/** Under the strips while something moves: as tall as a start costs in all, patterned by its worst hour, slanted where none is. */
export function StartsRow({ day }: { readonly day: DayState }): JSX.Element {
  const t = words().move;
  const starts = day.starts.value;
  const window = day.window.value;
  const scale = day.scale.value;
  const bars = useMemo(() => <Bars starts={starts} window={window} scale={scale} />, [starts, window, scale]);
  const cost = useComputed(() => {
    const moving = day.board.moving.value;
    if (moving === null) return "";
    const was = totalCost(day.board.burdens.value.ofOccurrence.get(moving.occurrenceId));
    return words().move.total(hoursText(moving.here?.total ?? 0), moving.from === null ? null : hoursText(was));
  });
  return (
    <tfoot>
      <tr>
        <th colSpan={2} class="over may" scope="row">
          {t.may}
          <br />
          {t.taller}
        </th>
        <td>
          <span class="starts" aria-hidden="true">
            {bars}
            <Marked day={day} which="here" />
            <Marked day={day} which="next" />
          </span>
        </td>
        <td class="cost may">
          <b>{cost}</b>
        </td>
      </tr>
    </tfoot>
  );
}

interface BarsProps {
  readonly starts: readonly PossibleStart[];
  readonly window: Window;
  readonly scale: number;
}

function Bars({ starts, window, scale }: BarsProps): JSX.Element {
  const shown = startsIn(starts, window);
  return (
    <>
      {closedRuns(shown, window).map(([from, to]) => (
        <i key={`n${from}`} class="no" style={{ "--a": String(from), "--b": String(to) }} />
      ))}
      {shown.map((one) =>
        one.legal ? (
          <i
            key={one.start.instant}
            class={`bar1 ${one.worst === "blocked" ? "shut" : one.worst}`}
            style={{ "--a": String(minutesIn(window, one.start.instant)), "--h": String(heightOf(one, scale)) }}
          />
        ) : null,
      )}
    </>
  );
}

/** The start where it is now has a ring and, as the next better one, its cost in numbers: each on its own side. */
function Marked({ day, which }: { readonly day: DayState; readonly which: "here" | "next" }): JSX.Element {
  const both = useComputed(() => {
    const moving = day.board.moving.value;
    return moving === null ? null : { here: moving.here, next: better(moving) };
  });
  const start = useComputed(() => both.value?.[which] ?? null);
  const look = useComputed(() => {
    const { here, next } = both.value ?? { here: null, next: null };
    const nextIsLater = (next?.start.instant ?? 0) > (here?.start.instant ?? 0);
    return `${which}${(which === "here") === nextIsLater ? " before" : ""}`;
  });
  const style = useComputed(() => {
    if (start.value === null) return "display:none";
    const minutes = minutesIn(day.window.value, start.value.start.instant);
    if (minutes < 0 || minutes >= stripMinutes) return "display:none";
    return `--a:${minutes};--h:${heightOf(start.value, day.scale.value)}`;
  });
  const text = useComputed(() => (start.value?.legal === true ? hoursText(start.value.total) : ""));
  return (
    <b class={look} style={style}>
      <span>{text}</span>
    </b>
  );
}
