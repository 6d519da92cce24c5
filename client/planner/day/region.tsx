import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { DayMark } from "../../../shared/plan/marks.ts";
import { common } from "../../i18n/common.ts";
import { bandWord } from "../reading/swatch.tsx";
import { dayParts, isoDayIn, offsetIn, timeIn } from "../times.ts";
import { Burden } from "./burden.tsx";
import { useDerived } from "./derived.ts";
import { bandIn } from "./places.ts";
import type { Region, Row } from "./places.ts";
import type { Segment } from "./segments.ts";
import { minutesIn, stripMinutes } from "./state.ts";
import type { DayState } from "./state.ts";
import type { Window } from "./shown.ts";
import { words } from "./words.ts";

/** Places with one clock: what it shows at the cursor, and a strip for each. */
export function RegionRows({ day, region }: { readonly day: DayState; readonly region: Region }): JSX.Element {
  return (
    <tbody class={region.rows.length === 1 ? "lone" : undefined}>
      {region.rows.map((row, i) => (
        // By their order: the key that folds keeps the focus.
        <tr key={i}>
          {i === 0 && <Reading day={day} region={region} />}
          <th class={`place ${row.places[0]?.room === null ? "remote" : "room"}`} scope="row">
            <Name day={day} region={region} row={row} first={i === 0} />
          </th>
          <td>
            <span class="strip" aria-hidden="true">
              <Bands row={row} window={day.window.value} />
              <Segments
                window={day.window.value}
                segments={day.segments.value.get(row.key) ?? []}
                moved={day.board.before?.value ?? null}
              />
            </span>
          </td>
          <td class="cost">
            <Burden day={day} row={row} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** As a departure board reads: local time, day, how kind the hour is, the offset. */
function Reading({ day, region }: { readonly day: DayState; readonly region: Region }): JSX.Element {
  const { board, cursor } = day;
  const time = useDerived(() => timeIn(board.zones.value, region.zone, cursor.value), [board, region, cursor]);
  const rest = useDerived(() => {
    const band = bandIn(region.bands, cursor.value);
    const weekday = common().time.shortDay(dayParts(isoDayIn(board.zones.value, region.zone, cursor.value)));
    const [short = ""] = weekday.split(" ");
    return words().strips.dayAndBand(short, bandWord(band ?? "kind"));
  }, [board, region, cursor]);
  const offset = useDerived(() => offsetIn(board.zones.value, region.zone, cursor.value), [board, region, cursor]);
  return (
    <th class="read" rowSpan={region.rows.length} scope="rowgroup">
      <span class="clock">
        <b>{time}</b>
        <span>{rest}</span> <small>{offset}</small>
      </span>
    </th>
  );
}

function Name({
  day,
  region,
  row,
  first,
}: {
  readonly day: DayState;
  readonly region: Region;
  readonly row: Row;
  readonly first: boolean;
}): JSX.Element {
  const t = words().strips;
  const [place] = row.places;
  if (place === undefined) return <></>;
  const more = region.places.length - 1;
  if (first && region.mayFold)
    return (
      <button
        type="button"
        class="fold"
        aria-expanded={!region.folded}
        title={region.places.map(({ name }) => name).join(", ")}
        onClick={() => {
          const { turned } = day;
          const next = new Set(turned.peek());
          if (!next.delete(region.key)) next.add(region.key);
          turned.value = next;
        }}
      >
        <span class="clip">{region.folded ? t.folded(place.name, more) : place.name}</span>
        <span class="sr">{region.folded ? t.unfold : t.fold(region.places.length)}</span>
      </button>
    );
  return (
    <span class="clip" title={place.name === place.city ? undefined : `${place.name}, ${place.city}`}>
      {place.name}
      {place.room === null && <small> {place.group.people}</small>}
    </span>
  );
}

/** How kind each hour is, when nobody can come, where days begin and clocks change. Drawn again only when these change. */
function Bands({ row, window }: { readonly row: Row; readonly window: Window }): JSX.Element {
  // The same element: nothing in it is compared while sessions move over it.
  return useMemo(
    () => (
      <>
        {row.bands.map(({ from, to, band }) =>
          band === "kind" ? null : (
            <i
              key={`b${from}`}
              class={band === "blocked" ? "shut" : band}
              style={{ "--a": String(minutesIn(window, from)), "--b": String(minutesIn(window, to)) }}
            />
          ),
        )}
        {row.closed.map(({ from, to }) => (
          <i
            key={`c${from}`}
            class="closed"
            style={{ "--a": String(minutesIn(window, from)), "--b": String(minutesIn(window, to)) }}
          />
        ))}
        {row.marks.map((mark) => (
          <Mark key={`${mark.kind}${mark.at}`} mark={mark} window={window} />
        ))}
      </>
    ),
    [row.bands, row.closed, row.marks, window],
  );
}

function Mark({ mark, window }: { readonly mark: DayMark; readonly window: Window }): JSX.Element | null {
  const minutes = minutesIn(window, mark.at);
  // The left edge itself says which day it is.
  if (minutes <= 0 && mark.kind === "midnight") return null;
  const at = { "--a": String(minutes), "--b": String(minutes) };
  const side = minutes > stripMinutes - 90 ? " before" : "";
  if (mark.kind === "midnight") {
    const [weekday = ""] = common().time.shortDay(dayParts(mark.day)).split(" ");
    return (
      <b class={`midnight${side}`} style={at}>
        {weekday}
      </b>
    );
  }
  return (
    <b class={`midnight change${side}`} style={at}>
      {words().strips.clocksMark(...wallsOf(mark))}
    </b>
  );
}

/** What the clocks show before and after a change. */
export function wallsOf({ at, before, after }: DayMark): [from: string, to: string] {
  const clock = (offset: number): string => {
    const minutes = ((((Math.floor(at / 60_000) + offset) % 1440) + 1440) % 1440) | 0;
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  return [clock(before), clock(after)];
}

function Segments({
  window,
  segments,
  moved,
}: {
  readonly window: Window;
  readonly segments: readonly Segment[];
  /** What a suggested plan moves. */
  readonly moved: ReadonlyMap<string, unknown> | null;
}): JSX.Element {
  return (
    <>
      {segments.map((segment) => (
        <i
          key={segment.item.id}
          class={lookOf(segment, moved?.has(segment.item.id) ?? false)}
          data-occurrence={segment.item.id}
          title={segment.item.session.title}
          style={{
            "--a": String(Math.max(0, minutesIn(window, segment.from))),
            "--b": String(Math.min(stripMinutes, minutesIn(window, segment.to))),
            ...(segment.lanes > 1 ? { "--lane": String(segment.lane), "--lanes": String(segment.lanes) } : {}),
          }}
        />
      ))}
    </>
  );
}

function lookOf({ item, clash, playback, lanes }: Segment, moved: boolean): string {
  const { state } = item.session;
  return [
    "seg",
    clash ? "clash" : moved ? "moved" : state === "firm" ? "" : state,
    playback ? "playback" : "",
    lanes > 1 ? "part" : "",
    item.dim ? "dim" : "",
  ]
    .filter((name) => name !== "")
    .join(" ");
}
