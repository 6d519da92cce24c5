import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Unplaced } from "../../../shared/plan/suggest/suggestion.ts";
import { sessionOf } from "../../../shared/plan/look.ts";
import { at } from "../../../shared/record.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { clashText, wayText } from "./said.ts";
import { canGoBack, commandsOf, goBack, goWay } from "./way.ts";
import type { Gone, Way } from "./way.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly unplaced: readonly Unplaced[];
  readonly busy: boolean;
  readonly onAgain: () => void;
}

/** So many are listed at once. */
const page = 12;

/** What no plan can place: what clashes there, and what would make room, each at one press. */
export function UnplacedList({ board, unplaced, busy, onAgain }: Props): JSX.Element {
  const t = words().unplaced;
  const most = useSignal(page);
  return (
    <section class="suggest-unplaced" aria-labelledby="suggest-unplaced">
      <h2 id="suggest-unplaced" tabIndex={-1}>
        {t.title(unplaced.length)}
      </h2>
      <ul>
        {unplaced.slice(0, most.value).map((one) => (
          <Item key={one.occurrenceId} board={board} one={one} busy={busy} onAgain={onAgain} />
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
    </section>
  );
}

/** The way to the list from the page's beginning, where the plans stand between. */
export function ToUnplaced({ number }: { readonly number: number }): JSX.Element {
  const go = (): void => {
    const heading = document.getElementById("suggest-unplaced");
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <p>
      <button type="button" class="link" onClick={go}>
        {words().unplaced.see(number)}
      </button>
    </p>
  );
}

interface ItemProps extends Omit<Props, "unplaced"> {
  readonly one: Unplaced;
}

function Item({ board, one, busy, onAgain }: ItemProps): JSX.Element {
  const t = words().unplaced;
  const gone = useSignal<{ readonly gone: Gone; readonly text: string } | null>(null);
  const note = useRef<HTMLDivElement>(null);
  // The keys that one has pressed are gone.
  useEffect(() => {
    if (gone.value !== null) note.current?.focus();
  }, [gone.value]);
  const plan = board.plan.value;
  const occurrence = at(plan.occurrences, one.occurrenceId);
  const title = (occurrence === undefined ? undefined : sessionOf(plan, occurrence))?.title ?? one.occurrenceId;
  const go = async (way: Way): Promise<void> => {
    // As the draft is now: it is another one then.
    const text = t.done(wayText(board, way));
    const done = await goWay(board, way);
    if (done !== null) gone.value = { gone: done, text };
  };
  const back = async (done: Gone): Promise<void> => {
    await goBack(board, done);
    gone.value = null;
  };
  return (
    <li>
      <h3>{title}</h3>
      <p>{clashText(board, one)}</p>
      {gone.value === null ? (
        <Ways board={board} one={one} title={title} onWay={(way) => void go(way)} />
      ) : (
        <div class="done-way" role="group" aria-label={gone.value.text} tabIndex={-1} ref={note}>
          <p>{gone.value.text}</p>
          <p class="keys">
            <Key busy={busy} onPress={onAgain}>
              {words().result.again}
            </Key>
            {canGoBack(board, gone.value.gone) && (
              <Key
                look="plain"
                busy={board.busy.value}
                onPress={() => gone.value !== null && void back(gone.value.gone)}
              >
                {words().result.undo}
              </Key>
            )}
          </p>
        </div>
      )}
    </li>
  );
}

interface WaysProps {
  readonly board: OpenBoard;
  readonly one: Unplaced;
  readonly title: string;
  readonly onWay: (way: Way) => void;
}

function Ways({ board, one, title, onWay }: WaysProps): JSX.Element {
  const t = words().unplaced;
  const acts = one.ways.filter((way) => commandsOf(way).length > 0);
  const advice = one.ways.filter((way) => commandsOf(way).length === 0);
  return (
    <>
      {one.ways.length === 0 && <p class="quiet">{t.noWay}</p>}
      {advice.map((way) => (
        <p key={JSON.stringify(way.how)}>{wayText(board, way)}</p>
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
    </>
  );
}
