import type { JSX } from "preact";
import type { Instant } from "../../../shared/ids.ts";
import { bandSpans } from "../../../shared/plan/bands.ts";
import { dayMarks } from "../../../shared/plan/marks.ts";
import { midnight } from "../../../shared/plan/times.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { at } from "../../../shared/record.ts";
import { common } from "../../i18n/common.ts";
import { minute } from "../../ui/time.ts";
import type { Board } from "../contract.ts";
import { placesOf, worstBand } from "../reading/occasion.ts";
import type { Place } from "../reading/occasion.ts";
import { Swatch, bandWord } from "../reading/swatch.tsx";
import { words } from "../reading/words.ts";
import { dayIn, dayParts, hoursText, isoDayIn, offsetIn, timeIn } from "../times.ts";
import type { Shown } from "./shown.ts";

interface Props {
  readonly board: Board;
  readonly shown: Shown;
}

/** Every linked place: its local time, its day of 24 hours with the session on it, the band, and what it pays. */
export function Places({ board, shown }: Props): JSX.Element {
  const t = words().session;
  const plan = board.plan.value;
  const zones = board.zones.value;
  const places = placesOf(plan, zones, shown.occasion, shown.start ?? board.time.peek());
  const span = shown.start === null ? null : spanOf(zones, shown.zone, shown.start, shown.end ?? shown.start);
  if (places.length === 0) return <p class="nothing">{t.nobody}</p>;
  return (
    <>
      <table class="tt places">
        <caption class="sr">{t.placesCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.place}</th>
            <th scope="col" class="num">
              {t.columns.start}
            </th>
            <th scope="col" class="axis">
              {t.columns.day}
            </th>
            <th scope="col">{t.columns.band}</th>
            <th scope="col" class="num">
              {t.columns.costs}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceRow
              key={`${place.link.kind} ${place.link.id}`}
              board={board}
              shown={shown}
              place={place}
              span={span}
            />
          ))}
        </tbody>
      </table>
      {span !== null && <ClockChanges places={places} zones={zones} span={span} />}
    </>
  );
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The 24 hours of the day on which it begins where it is told; longer if it ends after them. */
function spanOf(zones: Zones, zone: string, start: Instant, end: Instant): Span {
  const from = midnight(zones, zone, isoDayIn(zones, zone, start));
  return { from, to: Math.max(from + 1440 * minute, end) };
}

function PlaceRow({
  board,
  shown,
  place,
  span,
}: Props & { readonly place: Place; readonly span: Span | null }): JSX.Element {
  const t = words().session;
  const zones = board.zones.value;
  const { group, link, zone } = place;
  const { start, end, was } = shown;
  const later = link.mode === "playback";
  const cost = shown.costs.get(group.id) ?? 0;
  const before = shown.costsBefore.get(group.id) ?? 0;
  const what = place.isRoom ? (place.isHost ? t.host : t.room) : t.remote(common().people(group.people));
  return (
    <tr>
      <th scope="row">
        {place.name}
        <br />
        <small>
          {what}
          {!place.name.includes(place.city) && `, ${place.city}`}
          {later && `, ${words().playback}`}
          {link.need === "may" && `, ${t.may}`}
          {start !== null && (
            <>
              , <span class="nowrap">{offsetIn(zones, zone, start)}</span>
            </>
          )}
        </small>
      </th>
      {start === null || end === null || span === null ? (
        <td class="quiet" colSpan={4}>
          {t.noTime}
        </td>
      ) : (
        <>
          <td class="num">
            <span class="big">{timeIn(zones, zone, start)}</span>{" "}
            <LocalDay zones={zones} place={zone} told={shown.zone} instant={start} />
            {was !== null && (
              <>
                <br />
                <small class="fine">{t.was(timeIn(zones, zone, was))}</small>
              </>
            )}
          </td>
          <td class="axis" aria-hidden="true">
            <DayStrip board={board} place={place} shown={shown} span={span} />
          </td>
          {later ? (
            <td colSpan={2} class="quiet">
              {t.seesLater}
            </td>
          ) : (
            <>
              <td>
                <span class="word">
                  <Swatch band={worstBand(group, zones, start, end)} said={false} />
                  {bandWord(worstBand(group, zones, start, end))}
                </span>
              </td>
              <td class="num">
                <b>{hoursText(cost)}</b>
                {was !== null && before !== cost && (
                  <span class="was-cost">
                    <br />
                    <small class="fine">{t.was(hoursText(before))}</small>
                  </span>
                )}
              </td>
            </>
          )}
        </>
      )}
    </tr>
  );
}

/** "Fri"; bold, and read out as a whole date, where it is another day than the one on which it is told. */
function LocalDay(props: {
  readonly zones: Zones;
  readonly place: string;
  readonly told: string;
  readonly instant: Instant;
}): JSX.Element {
  const { zones, place, told, instant } = props;
  const day = isoDayIn(zones, place, instant);
  const short = words().weekday(dayParts(day));
  if (day === isoDayIn(zones, told, instant)) return <small>{short}</small>;
  return (
    <b title={dayIn(zones, place, instant)}>
      <span aria-hidden="true">{short}</span>
      <span class="sr">{dayIn(zones, place, instant)}</span>
    </b>
  );
}

/** The place's bands, its room's closed hours at the foot, its midnight, and the session on it. */
function DayStrip({ board, shown, place, span }: Props & { readonly place: Place; readonly span: Span }): JSX.Element {
  const zones = board.zones.value;
  const { from, to } = span;
  const room = place.link.kind === "room" ? at(board.plan.value.rooms, place.link.id) : undefined;
  const at24 = (a: Instant, b: Instant): Record<string, string> => ({
    "--a": String((Math.max(a, from) - from) / minute),
    "--b": String((Math.min(b, to) - from) / minute),
  });
  const look = shown.moving === null ? shown.occasion.session.state : "moving";
  const length = (shown.end ?? 0) - (shown.start ?? 0);
  return (
    <span class="strip" style={{ "--n": String((to - from) / minute) }}>
      {bandSpans(place.group.hours, zones, place.group.zone, from, to).map((each) => (
        <i key={each.from} class={each.band === "blocked" ? "blocked" : each.band} style={at24(each.from, each.to)} />
      ))}
      {room !== undefined &&
        bandSpans(room.hours, zones, room.zone, from, to)
          .filter(({ band }) => band === "blocked")
          .map((each) => <i key={`closed ${each.from}`} class="closed" style={at24(each.from, each.to)} />)}
      {dayMarks(zones, place.zone, from, to)
        .filter(({ kind, at: instant }) => kind === "midnight" && instant > from + 30 * minute)
        .map((mark) => (
          <i
            key={`day ${mark.at}`}
            class={`midnight${mark.at > to - 180 * minute ? " before" : ""}`}
            style={at24(mark.at, to)}
          >
            {words().weekday(dayParts(mark.day))}
          </i>
        ))}
      {shown.was !== null && shown.was + length > from && shown.was < to && (
        <i class="seg was" style={at24(shown.was, shown.was + length)} />
      )}
      {shown.start !== null && shown.end !== null && <i class={`seg ${look}`} style={at24(shown.start, shown.end)} />}
    </span>
  );
}

/** Where clocks are put on or back within the hours that are drawn. */
function ClockChanges(props: {
  readonly places: readonly Place[];
  readonly zones: Zones;
  readonly span: Span;
}): JSX.Element | null {
  const { places, zones, span } = props;
  const t = words().session;
  const seen = new Set<string>();
  const changes = places.flatMap(({ city, zone }) => {
    if (seen.has(zone)) return [];
    seen.add(zone);
    return dayMarks(zones, zone, span.from, span.to).flatMap((mark) =>
      mark.kind === "clock-change" ? [{ city, zone, mark }] : [],
    );
  });
  if (changes.length === 0) return null;
  return (
    <ul class="changes fine">
      {changes.map(({ city, zone, mark }) => (
        <li key={`${city} ${mark.at}`}>
          {t.clockChange(
            city,
            dayIn(zones, zone, mark.at),
            timeIn(zones, zone, mark.at - minute),
            timeIn(zones, zone, mark.at),
            mark.after - mark.before,
          )}
        </li>
      ))}
    </ul>
  );
}
