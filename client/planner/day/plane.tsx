import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import { wallAt } from "../../../shared/plan/zones.ts";
import { hour } from "../../ui/time.ts";
import { dayParts, timeIn } from "../times.ts";
import { common } from "../../i18n/common.ts";
import { occasionOf } from "../reading/occasion.ts";
import { useDerived } from "./derived.ts";
import type { Flag } from "./flags.ts";
import { FlagButton, SharedFlag } from "./flag.tsx";
import { laneHeight, spotsOf, spotsWith } from "./layout.ts";
import type { Spot } from "./layout.ts";
import { linkedPlaces } from "./segments.ts";
import type { Item } from "./segments.ts";
import { minutesIn, stripMinutes } from "./state.ts";
import type { DayState } from "./state.ts";

/** Over the strips: hours, flags, spines, what is in the hand, and the cursor. */
export function Plane({ day }: { readonly day: DayState }): JSX.Element {
  const { flags, lanes } = day.flags.value;
  const spots = spotsOf(day.regions.value, lanes);
  const hand = day.hand.value;
  const first = tabStop(day, flags);
  return (
    <>
      <Hours day={day} lanes={lanes} />
      {flags.map((flag) =>
        flag.items[0].id === hand?.id ? null : <Spines key={flag.key} flag={flag} spots={spots} />,
      )}
      {flags.map((flag) =>
        flag.items.length > 1 ? (
          <SharedFlag key={flag.key} day={day} flag={flag} tabbable={flag === first} />
        ) : (
          <FlagButton key={flag.key} day={day} flag={flag} tabbable={flag === first} />
        ),
      )}
      {day.board.before !== undefined && <Befores day={day} before={day.board.before.value} spots={spots} />}
      {hand !== null && <Hand day={day} hand={hand} spots={spots} />}
      <Cursor day={day} lanes={lanes} />
    </>
  );
}

/** One flag is reached by Tab, the others from it by arrows: the one that was last, else the chosen one's. */
function tabStop(day: DayState, flags: readonly Flag[]): Flag | undefined {
  const chosen = day.chosen.value;
  return (
    flags.find(({ key }) => key === day.roving.value) ??
    flags.find(({ items }) => items.some(({ id }) => id === chosen)) ??
    flags[0]
  );
}

const at = (minutes: number): { "--a": string } => ({ "--a": String(minutes) });

/** Every second hour of the ruler's wall clock, and the dates. */
function Hours({ day, lanes }: { readonly day: DayState; readonly lanes: number }): JSX.Element {
  const { board } = day;
  const window = day.window.value;
  const zones = board.zones.value;
  const { zone } = board.ruler.value;
  const tight = day.width.value < roomForAll;
  return useMemo(() => {
    const labels: JSX.Element[] = [];
    const top = `${lanes * laneHeight + 8}px`;
    let said = "";
    // Half hours: clocks may change by one.
    for (let instant = window.from; instant <= window.to; instant += hour / 2) {
      const wall = wallAt(zones, zone, instant);
      const [date, time] = [wall.slice(0, 10), wall.slice(11)];
      const first = instant === window.from;
      const newDay = date !== said.slice(0, 10);
      const even = time.endsWith(":00") && Number(time.slice(0, 2)) % 2 === 0 && wall !== said;
      if (!even && !first) continue;
      // The date at the left edge is wider than two hours are.
      if (tight && !first && minutesIn(window, instant) <= 120) continue;
      said = wall;
      const [weekday = "", dayOfMonth = ""] = common().time.shortDay(dayParts(date)).split(" ");
      const style = { ...at(minutesIn(window, instant)), top };
      const last = instant === window.to;
      labels.push(
        <span
          key={instant}
          class={`hour${newDay ? " day-begins" : ""}${first ? " at-left" : ""}${last ? " at-right" : ""}`}
          style={style}
        >
          {newDay ? `${weekday} ${dayOfMonth}` : time.slice(0, 2)}
        </span>,
      );
    }
    return (
      <span class="hours" aria-hidden="true">
        {labels}
      </span>
    );
  }, [window, zones, zone, lanes, tight, common()]);
}

/** Strips that are narrower (pixels) have no room for an hour beside their first date. */
const roomForAll = 800;

/** From a flag down to the last strip that it is on. */
function Spines({ flag, spots }: { readonly flag: Flag; readonly spots: readonly Spot[] }): JSX.Element {
  const all = new Set(flag.items.flatMap(({ places }) => [...places]));
  const end = Math.max(0, ...spotsWith(spots, all).map(({ bottom }) => bottom));
  const top = flag.lane * laneHeight;
  return (
    <i
      class="spine"
      aria-hidden="true"
      style={{ ...at(flag.at), top: `${top}px`, height: `${Math.max(0, end - top)}px` }}
    />
  );
}

interface BeforesProps {
  readonly day: DayState;
  readonly before: ReadonlyMap<OccurrenceId, Instant | null>;
  readonly spots: readonly Spot[];
}

/** Of a suggested plan: where in the draft that stands which it moves, dashed. */
function Befores({ day, before, spots }: BeforesProps): JSX.Element {
  const { plan } = day.board;
  const window = day.window.value;
  return (
    <span class="clip-strips" aria-hidden="true">
      {[...before].map(([id, instant]) => {
        const occasion = instant === null ? null : occasionOf(plan.value, id);
        if (occasion === null || instant === null) return null;
        const minutes = minutesIn(window, instant);
        if (minutes + occasion.session.minutes <= 0 || minutes >= stripMinutes) return null;
        return (
          <span key={id} class="hand" style={at(minutes)}>
            {spotsWith(spots, linkedPlaces(plan.value, occasion.occurrence)).map((spot) => (
              <i
                key={spot.row.key}
                class="seg was"
                style={{ top: `${spot.top}px`, "--b": String(occasion.session.minutes) }}
              />
            ))}
          </span>
        );
      })}
    </span>
  );
}

interface HandProps {
  readonly day: DayState;
  readonly hand: Item;
  readonly spots: readonly Spot[];
}

/** What moves, on all its strips, and dashed where it was. Only the place of the whole changes while it moves. */
function Hand({ day, hand, spots }: HandProps): JSX.Element {
  const { board, window } = day;
  const own = spotsWith(spots, hand.places);
  const minutes = hand.session.minutes;
  const there = useDerived(() => {
    const to = board.moving.value?.to;
    const a = to === undefined ? -stripMinutes : minutesIn(window.value, to);
    return a < 0 || a >= stripMinutes ? "display:none" : `--a:${a}`;
  }, [board, window]);
  const wasAt = hand.occasion.start === null ? null : minutesIn(window.value, hand.occasion.start);
  const wasHere = wasAt !== null && wasAt + minutes > 0 && wasAt < stripMinutes;
  const bottom = Math.max(0, ...own.map((spot) => spot.bottom));
  const box = (spot: Spot): Record<string, string> => ({ top: `${spot.top}px`, "--b": String(minutes) });
  return (
    <>
      <span class="clip-strips" aria-hidden="true">
        {wasHere && (
          <span class="hand" style={at(wasAt)}>
            {own.map((spot) => (
              <i key={spot.row.key} class="seg was" style={box(spot)} />
            ))}
          </span>
        )}
        <span class="hand" style={there}>
          {own.map((spot) => (
            <i key={spot.row.key} class="seg moving" data-occurrence={hand.id} style={box(spot)} />
          ))}
        </span>
      </span>
      <span class="hand-spine" style={there} aria-hidden="true">
        <i style={{ height: `${bottom}px` }} />
      </span>
    </>
  );
}

function Cursor({ day, lanes }: { readonly day: DayState; readonly lanes: number }): JSX.Element {
  const { board, cursor, window } = day;
  const style = useComputed(() => `--a:${minutesIn(window.value, cursor.value)}`);
  const time = useComputed(() => timeIn(board.zones.value, board.ruler.value.zone, cursor.value));
  const still = useComputed(() => (board.moving.value === null ? "cursor" : "cursor moving"));
  return (
    <span class={still} style={style} aria-hidden="true">
      <i style={{ top: `${lanes * laneHeight + 6}px` }} />
      <b style={{ top: `${lanes * laneHeight + 6}px` }}>{time}</b>
    </span>
  );
}
