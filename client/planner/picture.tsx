import type { JSX } from "preact";
import { bandSpans } from "../../shared/plan/bands.ts";
import { audienceOf, groupsOf, roomsOf } from "../../shared/plan/look.ts";
import type { Hours } from "../../shared/plan/model.ts";
import { midnight } from "../../shared/plan/times.ts";
import { common } from "../i18n/common.ts";
import { Strip } from "../ui/strip.tsx";
import { day, hour, minute } from "../ui/time.ts";
import type { OpenBoard } from "./board.ts";
import { shownDay } from "./days.ts";
import { words } from "./words.ts";

interface Place {
  readonly id: string;
  readonly name: string;
  readonly isRoom: boolean;
  readonly zone: string;
  readonly hours: Hours;
}

/** What the page will show: the places that are there already as strips, one session as an example. */
export function Picture({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words().empty;
  const { bands } = common().time;
  const places = placesOf(board);
  const ghosts = [t.second, t.third].slice(Math.max(0, places.length - 1));
  return (
    <section class="stack" aria-labelledby="will">
      <h2 id="will">{t.will}</h2>
      <ul class="ghost">
        <li aria-hidden="true">
          <span />
          <span class="axis">
            {["00", "06", "12", "18", "24"].map((label) => (
              <span key={label}>{label}</span>
            ))}
          </span>
        </li>
        {places.length === 0 && <Example board={board} />}
        {places.map((place) => (
          <li key={place.id}>
            <span class={place.isRoom ? "room" : ""}>{place.name}</span>
            <DayStrip board={board} place={place} />
          </li>
        ))}
        {ghosts.map((ghost) => (
          <li key={ghost}>
            <span class="quiet">{ghost}</span>
            <span class="blank" aria-hidden="true" />
          </li>
        ))}
      </ul>
      <p class="prose">{t.willIs}</p>
      <p class="legend">
        {(["kind", "bearable", "shoulder", "night"] as const).map((band) => (
          <span key={band}>
            <i class={`swatch ${band}`} />
            {bands[band]}
          </span>
        ))}
      </p>
    </section>
  );
}

/** Rooms with their audiences' hours, then remote groups. */
function placesOf(board: OpenBoard): readonly Place[] {
  const conference = board.conference.value;
  if (conference === null) return [];
  const plan = board.plan.value;
  const rooms = roomsOf(plan, conference.id).map(({ id, name, zone, hours }) => ({
    id,
    name,
    zone,
    hours: audienceOf(plan, id)?.hours ?? hours,
    isRoom: true,
  }));
  const groups = groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  return [...rooms, ...groups.map(({ id, name, zone, hours }) => ({ id, name, zone, hours, isRoom: false }))];
}

function DayStrip({ board, place }: { readonly board: OpenBoard; readonly place: Place }): JSX.Element {
  const zones = board.zones.value;
  const from = midnight(zones, board.ruler.value.zone, shownDay(board));
  const spans = bandSpans(place.hours, zones, place.zone, from, from + day);
  const at = (instant: number): string => String((instant - from) / minute);
  return (
    <span class="strip" aria-hidden="true">
      {spans.map((span) => (
        <i
          key={span.from}
          class={span.band === "blocked" ? "closed whole" : span.band}
          style={{ "--a": at(span.from), "--b": at(span.to) }}
        />
      ))}
    </span>
  );
}

/** While there is nothing: a day in Durban. */
function Example({ board }: { readonly board: OpenBoard }): JSX.Element {
  const clock = { offset: 120, until: null, nextOffset: null };
  const start = Math.floor(board.time.peek() / day) * day - clock.offset * minute;
  return (
    <li>
      <b>Durban</b>
      <Strip start={start} clock={clock} session={{ startsAt: start + 16.25 * hour, endsAt: start + 17 * hour }} />
    </li>
  );
}
