import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { Swatch, bandWord } from "../reading/swatch.tsx";
import { shortDayWords, timeIn } from "../times.ts";
import { headHeight } from "./layout.ts";
import { Plane } from "./plane.tsx";
import { RegionRows, wallsOf } from "./region.tsx";
import { StartsRow } from "./startsrow.tsx";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

/** The strips with all that stands on them. */
export function Strips({ day }: { readonly day: DayState }): JSX.Element {
  const t = words().strips;
  const { board, items, regions } = day;
  const none = items.value.placed.length === 0 && day.hand.value === null;
  return (
    <section class="strips" id="strips" aria-label={t.label} data-strips tabIndex={-1}>
      <div class="dayboard">
        <table>
          <Caption day={day} />
          <colgroup>
            <col class="col-read" />
            <col class="col-place" />
            <col />
            <col class="col-cost" />
          </colgroup>
          <thead>
            <tr style={{ height: `${headHeight(day.flags.value.lanes)}px` }}>
              <th class="over" scope="col">
                {t.cursor}
              </th>
              <th class="over place" scope="col">
                {t.place}
              </th>
              <th scope="col">
                <span class="sr">{t.strip}</span>
              </th>
              <th class="over cost" scope="col">
                {t.burden}
                <br />
                <span class="parts">{t.burdenParts}</span>
              </th>
            </tr>
          </thead>
          {regions.value.map((region) => (
            <RegionRows key={region.key} day={day} region={region} />
          ))}
          {day.inHand.value !== null && <StartsRow day={day} />}
        </table>
        <div class="plane" data-plane>
          <Plane day={day} />
        </div>
      </div>
      {none && <p class="none">{board.mayEdit.value && items.value.unplaced.length > 0 ? t.none : t.noneAtAll}</p>}
      <Legend day={day} />
    </section>
  );
}

function Caption({ day }: { readonly day: DayState }): JSX.Element {
  const { board, regions, cursor } = day;
  const text = useComputed(() => {
    const places = regions.value.reduce((sum, region) => sum + region.places.length, 0);
    const { zone, city } = board.ruler.value;
    return words().strips.caption(places, timeIn(board.zones.value, zone, cursor.value), city);
  });
  return <caption class="sr">{text}</caption>;
}

/** What the patterns mean, and which clocks change in these hours. */
function Legend({ day }: { readonly day: DayState }): JSX.Element {
  const t = words().strips;
  const changes = day.regions.value.flatMap(({ city, rows }) =>
    (rows[0]?.marks ?? [])
      .filter(({ kind }) => kind === "clock-change")
      .map((mark) => t.clocks(city, shortDayWords(mark.day), ...wallsOf(mark))),
  );
  return (
    <>
      {changes.map((text) => (
        <p key={text} class="clock-changes">
          {text}
        </p>
      ))}
      <p class="legend under">
        {(["kind", "bearable", "shoulder", "night"] as const).map((band) => (
          <span key={band}>
            <Swatch band={band} said={false} />
            {bandWord(band)}
          </span>
        ))}
        <span>
          <Swatch band="blocked" said={false} />
          {t.legendClosed}
        </span>
        {day.board.unavoidable.value !== null && (
          <span>
            <i class="swatch unavoidable" aria-hidden="true" />
            {t.legendUnavoidable}
          </span>
        )}
      </p>
    </>
  );
}
