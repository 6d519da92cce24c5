import type { JSX } from "preact";
import type { Instant } from "../../../shared/ids.ts";
import { bandSpans } from "../../../shared/plan/bands.ts";
import type { Day } from "../../../shared/plan/model.ts";
import { midnight } from "../../../shared/plan/times.ts";
import { offsetAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { minute } from "../../ui/time.ts";
import type { Region } from "../reading/regions.ts";
import { words } from "../reading/words.ts";
import { isoDayIn, shortDayWords, timeIn } from "../times.ts";
import type { Layout } from "./layout.ts";
import "./clocks.css";

interface Props {
  readonly regions: readonly Region[];
  readonly zones: Zones;
  /** The ruler's zone. */
  readonly zone: string;
  readonly layout: Layout;
}

/** More clocks than leave room for a day: all but the ruler's are drawn without their hours. */
export const manyRegions = (regions: readonly Region[]): boolean => regions.length > 6;

/** Wall clocks of the regions beside the days: read straight across to know everybody's hour. Only a picture. */
export function Clocks({ regions, zones, zone, layout }: Props): JSX.Element {
  const first = layout.columns[0]?.day;
  if (first === undefined) return <div class="clocks" />;
  const begin = midnight(zones, zone, first) + layout.from * minute;
  const end = begin + (layout.to - layout.from) * minute;
  return (
    <div class="clocks" aria-hidden="true">
      {regions.map((region) => (
        <div key={region.key} class={region.zone === zone || !manyRegions(regions) ? "with-hours" : undefined}>
          <h3 title={region.city}>{region.city}</h3>
          <div class="vert">
            {bandSpans(region.group.hours, zones, region.zone, begin, end).map(({ from, to, band }) => (
              <i
                key={from}
                class={band === "blocked" ? "closed" : band}
                style={{
                  "--a": String(layout.from + (from - begin) / minute),
                  "--len": String((to - from) / minute),
                }}
              />
            ))}
            {hoursBetween(layout).map((at) => (
              <Hour key={at} at={at} instant={begin + (at - layout.from) * minute} zones={zones} zone={region.zone} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Every second hour; bold where a day has begun since the one before. */
function Hour(props: {
  readonly at: number;
  readonly instant: Instant;
  readonly zones: Zones;
  readonly zone: string;
}): JSX.Element {
  const { at, instant, zones, zone } = props;
  const isFresh = isoDayIn(zones, zone, instant) !== isoDayIn(zones, zone, instant - 120 * minute);
  return (
    <b class={isFresh ? "d" : undefined} style={{ "--a": String(at) }}>
      {timeIn(zones, zone, instant)}
    </b>
  );
}

function hoursBetween({ from, to }: Layout): readonly number[] {
  const hours: number[] = [];
  for (let at = Math.ceil(from / 120) * 120; at < to; at += 120) hours.push(at);
  return hours;
}

/** Where clocks are put on or back within the days, the clocks at the side are wrong from then on: which, and by how much. */
export function ClockNotes({ regions, zones, zone, layout }: Props): JSX.Element | null {
  const t = words().overview;
  const days = layout.columns.map(({ day }) => day);
  const notes = regions.flatMap((region) => shiftsOf(region, zones, zone, days));
  if (notes.length === 0) return null;
  return (
    <ul class="notes-of-clocks under">
      {notes.map(({ city, day, minutes }) => (
        <li key={`${city} ${day}`}>{t.shift(city, shortDayWords(day), minutes)}</li>
      ))}
    </ul>
  );
}

/** The days from which on a region is further from the ruler than on the first one, or nearer (minutes). */
function shiftsOf(
  { city, zone: there }: Region,
  zones: Zones,
  zone: string,
  days: readonly Day[],
): readonly { readonly city: string; readonly day: Day; readonly minutes: number }[] {
  const apart = (day: Day): number => {
    const noon = midnight(zones, zone, day) + 720 * minute;
    return offsetAt(zones, there, noon) - offsetAt(zones, zone, noon);
  };
  const [first, ...later] = days;
  if (first === undefined) return [];
  const base = apart(first);
  let before = base;
  return later.flatMap((day) => {
    const now = apart(day);
    const isChange = now !== before;
    before = now;
    return isChange ? [{ city, day, minutes: now - base }] : [];
  });
}
