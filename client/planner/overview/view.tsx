import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { Conference } from "../../../shared/plan/model.ts";
import type { Board } from "../contract.ts";
import { conflictCounts, occasionsOf, payers } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import { regionsOf } from "../reading/regions.ts";
import { Legend } from "../reading/swatch.tsx";
import { words } from "../reading/words.ts";
import { dayWords, shortDayWords } from "../times.ts";
import { SessionBlock } from "./block.tsx";
import type { Told } from "./block.tsx";
import { ClockNotes, Clocks, manyRegions } from "./clocks.tsx";
import { layOut } from "./layout.ts";
import "./overview.css";

/** The days of the conference side by side, one block a session, the regions' clocks beside them. */
export function OverviewView({ board }: { readonly board: Board }): JSX.Element | null {
  const conference = board.conference.value;
  return conference === null ? null : <Days board={board} conference={conference} />;
}

function Days({ board, conference }: { readonly board: Board; readonly conference: Conference }): JSX.Element {
  const t = words().overview;
  const everything = useComputed(() => {
    const shownConference = board.conference.value;
    return shownConference === null ? [] : occasionsOf(board.plan.value, shownConference);
  });
  const occasions = useComputed(() => {
    const shown = board.shown.value;
    return everything.value.filter(({ session }) => shown === null || shown.has(session.id));
  });
  const counts = useComputed(() => conflictCounts(board.conflicts.value));
  const plan = board.plan.value;
  const zones = board.zones.value;
  const { zone } = board.ruler.value;
  const tell = ({ occurrence }: Occasion): Told => ({
    plan,
    zones,
    zone,
    payer: payers(plan, board.burdens.value, occurrence.id)[0] ?? null,
    conflicts: counts.value.get(occurrence.id) ?? 0,
  });
  const layout = layOut(occasions.value, zones, zone, conference.firstDay, conference.lastDay);
  const regions = regionsOf(plan, zones, conference, everything.value);
  const unplaced = occasions.value.filter(({ start }) => start === null);
  const side = { regions, zones, zone, layout };
  return (
    <div class="overview">
      {layout.columns.length === 0 && unplaced.length === 0 && (
        <p class="nothing">{board.shown.value === null ? t.nothing : t.nothingFound}</p>
      )}
      {layout.columns.length > 0 && (
        <div
          class="days-scroll"
          role="region"
          aria-label={t.days(board.ruler.value.city)}
          // A wide one is scrolled by keys too.
          tabIndex={0}
        >
          <div
            class={manyRegions(regions) ? "days many" : "days"}
            style={{
              "--from": String(layout.from),
              "--span": String(layout.to - layout.from),
              gridTemplateColumns: `auto ${layout.columns
                .map(({ lanes }) => Math.max(168, lanes * 96))
                // As wide as it has blocks side by side, and the room that is left is shared alike.
                .map((width) => `minmax(${width}px, ${width}fr)`)
                .join(" ")}`,
            }}
          >
            <Clocks {...side} />
            {layout.columns.map(({ day, blocks }) => (
              <section key={day} aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`}>
                  <button type="button" class="link" onClick={() => board.go({ view: "day", day })}>
                    {layout.columns.length > 4 ? shortDayWords(day) : dayWords(day)}
                  </button>
                </h2>
                <div class="lane">
                  {blocks.length === 0 && <p class="none quiet">{t.empty}</p>}
                  {blocks.map((block) => (
                    <SessionBlock
                      key={`${block.occasion.occurrence.id}${block.isRest ? " rest" : ""}`}
                      board={board}
                      occasion={block.occasion}
                      told={tell(block.occasion)}
                      block={block}
                    />
                  ))}
                </div>
              </section>
            ))}
          </div>
        </div>
      )}
      {unplaced.length > 0 && (
        <section class="unplaced" aria-labelledby="unplaced">
          <h2 id="unplaced">{t.unplaced(unplaced.length)}</h2>
          <div class="tray">
            {unplaced.map((occasion) => (
              <SessionBlock
                key={occasion.occurrence.id}
                board={board}
                occasion={occasion}
                told={tell(occasion)}
                block={null}
              />
            ))}
          </div>
        </section>
      )}
      {layout.columns.length > 0 && <ClockNotes {...side} />}
      <Legend>{t.legend}</Legend>
    </div>
  );
}
