import type { JSX } from "preact";
import { Plate } from "../../ui/plate.tsx";
import type { Board } from "../contract.ts";
import { take } from "../moving.ts";
import { timeIn } from "../times.ts";
import { useDerived } from "./derived.ts";
import { leansAt, mostWidth } from "./flags.ts";
import type { Flag } from "./flags.ts";
import { laneHeight } from "./layout.ts";
import { focusHandle, restOfName, whenIn } from "./names.ts";
import { clashes } from "./segments.ts";
import type { Item } from "./segments.ts";
import { minutesIn, stripMinutes } from "./state.ts";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

interface Props {
  readonly day: DayState;
  readonly flag: Flag;
  readonly tabbable: boolean;
}

/** Time and title over a session: its handle for pointer and keys. */
export function FlagButton({ day, flag, tabbable }: Props): JSX.Element {
  const { board, window } = day;
  const [item] = flag.items;
  const moves = day.inHand.value === item.id;
  const look = clashes(item) && !moves;
  const instant = useDerived(() => (moves ? (board.moving.value?.to ?? item.start) : item.start), [board, moves, item]);
  const time = useDerived(() => timeIn(board.zones.value, board.ruler.value.zone, instant.value), [board, instant]);
  const place = useDerived(
    () =>
      moves ? placeOf({ lane: 0, room: mostWidth }, minutesIn(window.value, instant.value)) : placeOf(flag, flag.at),
    [flag, moves, window, instant],
  );
  const leans = useDerived(() => {
    const side = moves ? leansAt(minutesIn(window.value, instant.value), stripMinutes) : flag.leans;
    return ["flag", side, moves ? "moving" : "", day.chosen.value === item.id ? "chosen" : ""].join(" ").trim();
  }, [day, flag, moves, item, window, instant]);
  const t = words();
  // The name stays as it was while it moves: what changes is said by the live region, not by a new name at each step.
  const notes = [look ? t.session.conflict : "", moves ? t.session.moving : "", wasText(board, item)];
  const name = restOfName(board, item.occasion, notes);
  return (
    <button
      type="button"
      class={leans}
      style={place}
      data-handle={item.id}
      data-occurrence={item.id}
      data-flag={flag.key}
      aria-pressed={moves}
      tabIndex={tabbable ? 0 : -1}
      onFocus={() => reached(day, flag, item)}
      onClick={() => {
        if (!moves) board.go({ occurrenceId: item.id });
      }}
    >
      <span class="clip" aria-hidden="true">
        {time} <b>{item.session.title}</b>
      </span>
      <span class="sr">
        {item.session.title}
        {name}
      </span>
      {look && <Look />}
    </button>
  );
}

/** Of a suggested plan: where the draft has it. */
function wasText(board: Board, { id, session }: Item): string {
  const was = board.before?.value.get(id);
  if (was === undefined) return "";
  const t = words().session;
  return was === null ? t.wasUnplaced : t.was(whenIn(board, session, was));
}

/** Seen only: the words of the name say it. */
function Look(): JSX.Element {
  return (
    <span aria-hidden="true">
      <Plate look="look">{words().strips.look}</Plate>
    </span>
  );
}

function placeOf({ lane, room }: Pick<Flag, "lane" | "room">, minutes: number): string {
  // Off the strips it keeps the focus and is not seen.
  const away = minutes < 0 || minutes >= stripMinutes ? ";opacity:0;pointer-events:none" : "";
  return `--a:${Math.min(stripMinutes, Math.max(0, minutes))};top:${lane * laneHeight}px;max-width:${room}px${away}`;
}

function reached(day: DayState, flag: Flag, item: Item): void {
  day.roving.value = flag.key;
  if (day.inHand.peek() === null) day.pointed.value = item.start;
}

/** Several sessions that begin about the same time: how many, and a list of them that opens. */
export function SharedFlag({ day, flag, tabbable }: Props): JSX.Element {
  const { board } = day;
  const t = words().session;
  const [first] = flag.items;
  const isOpen = day.opened.value === flag.key;
  const time = timeIn(board.zones.value, board.ruler.value.zone, first.start);
  const id = `list-${flag.key.replaceAll(" ", "-")}`;
  return (
    <>
      <button
        type="button"
        class={`flag ${flag.leans} several`}
        style={placeOf(flag, flag.at)}
        data-flag={flag.key}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        tabIndex={tabbable ? 0 : -1}
        onFocus={() => reached(day, flag, first)}
        onClick={() => {
          day.opened.value = isOpen ? null : flag.key;
        }}
      >
        <span class="clip">
          {time} <b>{t.sessions(flag.items.length)}</b>
        </span>
        {flag.items.some(clashes) && <Look />}
      </button>
      {isOpen && <List day={day} flag={flag} id={id} time={time} />}
    </>
  );
}

interface ListProps {
  readonly day: DayState;
  readonly flag: Flag;
  readonly id: string;
  readonly time: string;
}

function List({ day, flag, id, time }: ListProps): JSX.Element {
  const { board } = day;
  return (
    <ul
      id={id}
      class={`flag-list ${flag.leans}`}
      style={`--a:${flag.at};top:${(flag.lane + 1) * laneHeight}px`}
      aria-label={words().session.from(time)}
      data-list={flag.key}
    >
      {flag.items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            class="flag-item"
            data-occurrence={item.id}
            data-listed={item.id}
            onFocus={() => {
              if (day.inHand.peek() === null) day.pointed.value = item.start;
            }}
            onClick={() => {
              day.opened.value = null;
              board.go({ occurrenceId: item.id });
              focusHandle(item.id);
            }}
          >
            <span class="clip" aria-hidden="true">
              {timeIn(board.zones.value, board.ruler.value.zone, item.start)} <b>{item.session.title}</b>
            </span>
            <span class="sr">
              {item.session.title}

              {restOfName(board, item.occasion, [clashes(item) ? words().session.conflict : "", wasText(board, item)])}
            </span>
            {clashes(item) && <Look />}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Takes a session by keys; its handle has the focus then. */
export function takeByKeys(day: DayState, id: Item["id"]): void {
  day.opened.value = null;
  if (take(day.board, id, "keys")) focusHandle(id);
  else day.board.go({ occurrenceId: id });
}
