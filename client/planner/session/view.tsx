import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { Board } from "../contract.ts";
import { occasionsOf } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import { Legend } from "../reading/swatch.tsx";
import { words } from "../reading/words.ts";
import { dayIn, timeIn } from "../times.ts";
import { Acts, Others } from "./acts.tsx";
import { MoveKeys, When } from "./move.tsx";
import { Paying } from "./paying.tsx";
import { Places } from "./places.tsx";
import { shownOf, useStarts } from "./shown.ts";
import { WhyNot } from "./whynot.tsx";
import { LinkWindows } from "./window.tsx";
import "./session.css";

/** One session: every linked place with its local time, and why it is not at another hour. */
export function SessionView({ board }: { readonly board: Board }): JSX.Element {
  const all = useComputed(() => {
    const conference = board.conference.value;
    return conference === null ? [] : occasionsOf(board.plan.value, conference);
  }).value;
  const chosen = all.find(({ occurrence }) => occurrence.id === board.where.value.occurrenceId);
  return chosen === undefined ? (
    <Choose board={board} all={all} />
  ) : (
    <One key={chosen.occurrence.id} board={board} all={all} occasion={chosen} />
  );
}

function One(props: {
  readonly board: Board;
  readonly all: readonly Occasion[];
  readonly occasion: Occasion;
}): JSX.Element {
  const { board, all, occasion } = props;
  const shown = shownOf(board, occasion);
  const starts = useStarts(board, shown);
  return (
    <div class={`one${shown.moving === null ? "" : " moves"}`} data-occurrence={occasion.occurrence.id}>
      <div class="stack">
        <Places board={board} shown={shown} />
        <Legend />
        <div class="halves">
          <LinkWindows board={board} shown={shown} />
          <Paying board={board} shown={shown} />
        </div>
      </div>
      <div class="side">
        <When board={board} shown={shown} />
        <MoveKeys board={board} shown={shown} starts={starts} />
        <WhyNot board={board} shown={shown} starts={starts} />
        <Acts board={board} shown={shown} />
        <Others board={board} all={all} occasion={occasion} zone={board.ruler.value.zone} />
      </div>
    </div>
  );
}

/** No session is chosen, or the chosen one is gone. */
function Choose({ board, all }: { readonly board: Board; readonly all: readonly Occasion[] }): JSX.Element {
  const t = words().session;
  const zones = board.zones.value;
  const { zone } = board.ruler.value;
  const shown = board.shown.value;
  const listed = all.filter(({ session }) => shown === null || shown.has(session.id));
  return (
    <section class="choose" aria-labelledby="choose">
      <h2 id="choose">{board.where.value.occurrenceId === null ? t.choose : t.gone}</h2>
      {listed.length === 0 && <p class="nothing">{words().overview.nothingFound}</p>}
      <ul>
        {listed.map(({ occurrence, session, start }) => (
          <li key={occurrence.id}>
            <button
              type="button"
              class="row"
              onClick={() => board.go({ view: "session", occurrenceId: occurrence.id })}
            >
              <span class="time">
                {start === null ? t.unplaced : `${dayIn(zones, zone, start)}, ${timeIn(zones, zone, start)}`}
              </span>{" "}
              {session.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
