import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Instant } from "../../../shared/ids.ts";
import type { SuggestedPlan } from "../../../shared/plan/suggest/suggestion.ts";
import { Key } from "../../ui/key.tsx";
import type { Board } from "../contract.ts";
import { narrow } from "../narrow.ts";
import { dayIn, hoursText, timeIn } from "../times.ts";
import { movesOf } from "./moves.ts";
import type { Move } from "./moves.ts";
import { words } from "./words.ts";

/** What a plan moves: reckoned again when it or the draft changes. */
export function useMoves(board: Board, plan: SuggestedPlan): readonly Move[] {
  const draft = board.plan.value;
  const zones = board.zones.value;
  return useMemo(() => movesOf(draft, zones, plan), [draft, zones, plan]);
}

interface Props {
  readonly board: Board;
  readonly moves: readonly Move[];
  /** The heading that names the table. */
  readonly labelledBy: string;
  readonly repair: boolean;
  /** In a column: who pays stands under the session's name. */
  readonly tight?: boolean;
}

/** So many are listed at once. */
const page = 12;

/** What moves from when to when, and who gains and who pays by it. */
export function MovesTable({ board, moves, labelledBy, repair, tight = false }: Props): JSX.Element | null {
  const t = words().moves;
  const most = useSignal(page);
  const isTight = tight || narrow.value;
  if (moves.length === 0) return null;
  const [first] = moves;
  // One city for all stands in the header.
  const city = first !== undefined && moves.every((move) => move.city === first.city) ? first.city : null;
  const when = (move: Move, instant: Instant | null, none: string): JSX.Element => {
    if (instant === null) return <>{none}</>;
    const [weekday = ""] = dayIn(board.zones.value, move.zone, instant).split(" ");
    return (
      <>
        <span class="nowrap">
          {weekday} {timeIn(board.zones.value, move.zone, instant)}
        </span>
        {city === null && <small class={isTight ? "fine" : ""}> {move.city}</small>}
      </>
    );
  };
  return (
    <>
      <table class={`tt moves-table${isTight ? " tight" : ""}`} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t.session}</th>
            <th scope="col" class="num">
              {(repair ? t.wasReleased : t.was)(city)}
            </th>
            <th scope="col" class="num">
              {t.now(city)}
            </th>
            {!isTight && <th scope="col">{t.pays}</th>}
          </tr>
        </thead>
        <tbody>
          {moves.slice(0, most.value).map((move) => (
            <tr key={move.occurrenceId}>
              <th scope="row">
                {move.session.title}
                {isTight && <small class="fine">{paysText(move)}</small>}
              </th>
              <td class="num">{when(move, move.was, t.unplaced)}</td>
              <td class="num now">{when(move, move.now, t.notPlaced)}</td>
              {!isTight && <td class="pays-text">{paysText(move)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > most.value && (
        <Key
          look="plain"
          onPress={() => {
            most.value += 50;
          }}
        >
          {t.more(moves.length - most.value)}
        </Key>
      )}
    </>
  );
}

/** So many groups are named, who gains or pays most. */
const mostNamed = 4;

/** "Los Angeles 2¼ to ¾; Chennai 0 to ¼" */
function paysText({ changes, playback, was }: Move): string {
  const t = words().moves;
  const said = changes
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, mostNamed)
    .sort((a, b) => a.after - a.before - (b.after - b.before))
    .map(({ group, before, after }) =>
      was === null ? t.places(group.name, hoursText(after)) : t.change(group.name, hoursText(before), hoursText(after)),
    );
  const rest = changes.length - said.length;
  const parts = [
    ...(said.length === 0 ? [t.nobody] : said),
    ...(rest > 0 ? [t.others(rest)] : []),
    ...(playback.length > 0 ? [t.playback(playback.join(", "))] : []),
  ];
  return parts.join("; ");
}
