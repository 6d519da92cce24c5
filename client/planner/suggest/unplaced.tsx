import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Unplaced } from "../../../shared/plan/suggest/suggestion.ts";
import { sessionOf } from "../../../shared/plan/look.ts";
import { at } from "../../../shared/record.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { clashText, wayText } from "./said.ts";
import { words } from "./words.ts";

type Way = Unplaced["ways"][number];

interface Props {
  readonly board: OpenBoard;
  readonly unplaced: readonly Unplaced[];
}

/** So many are listed at once. */
const page = 12;

/** What no plan can place: what clashes there, and what would make room, each at one press. */
export function UnplacedList({ board, unplaced }: Props): JSX.Element {
  const t = words().unplaced;
  const most = useSignal(page);
  const said = useSignal("");
  const apply = async (way: Way): Promise<void> => {
    if (way.command === null) return;
    const done = wayText(board, way);
    try {
      await board.run(way.command);
    } catch {
      return; // Said over the page (`board.refused`).
    }
    said.value = t.done(done);
  };
  return (
    <section class="suggest-unplaced" aria-labelledby="suggest-unplaced">
      <h2 id="suggest-unplaced">{t.title(unplaced.length)}</h2>
      <ul>
        {unplaced.slice(0, most.value).map((one) => (
          <Item key={one.occurrenceId} board={board} one={one} onWay={(way) => void apply(way)} />
        ))}
      </ul>
      {unplaced.length > most.value && (
        <Key
          look="plain"
          onPress={() => {
            most.value += 50;
          }}
        >
          {words().moves.more(unplaced.length - most.value)}
        </Key>
      )}
      <p role="status" class="done-way">
        {said.value}
      </p>
    </section>
  );
}

function Item({
  board,
  one,
  onWay,
}: {
  readonly board: OpenBoard;
  readonly one: Unplaced;
  readonly onWay: (way: Way) => void;
}): JSX.Element {
  const t = words().unplaced;
  const plan = board.plan.value;
  const occurrence = at(plan.occurrences, one.occurrenceId);
  const title = (occurrence === undefined ? undefined : sessionOf(plan, occurrence))?.title ?? one.occurrenceId;
  const acts = one.ways.filter(({ command }) => command !== null);
  const advice = one.ways.filter(({ command }) => command === null);
  return (
    <li>
      <h3>{title}</h3>
      <p>{clashText(board, one)}</p>
      {one.ways.length === 0 && <p class="quiet">{t.noWay}</p>}
      {advice.map((way, i) => (
        <p key={i}>{wayText(board, way)}</p>
      ))}
      {acts.length > 0 && (
        <p class="keys" role="group" aria-label={`${t.ways}: ${title}`}>
          {acts.map((way) => (
            <Key key={JSON.stringify(way.how)} busy={board.busy.value} onPress={() => onWay(way)}>
              {/* A key's word, not a sentence. */}
              {wayText(board, way).replace(/\.$/, "")}
            </Key>
          ))}
        </p>
      )}
    </li>
  );
}
