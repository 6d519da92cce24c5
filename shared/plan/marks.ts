import type { Instant } from "../ids.ts";
import type { Day } from "./model.ts";
import { dayNumber, dayOf, dayOfNumber } from "./times.ts";
import { nextChange, offsetAt } from "./zones.ts";
import type { Zones } from "./zones.ts";

const minute = 60_000;
const dayLength = 1440 * minute;

/** Where a day begins in a zone, or its clocks are put on or back. */
export interface DayMark {
  readonly at: Instant;
  readonly kind: "midnight" | "clock-change";
  /** The date that holds from then on. */
  readonly day: Day;
  /** Minutes east of UTC until then and from then on; the same at most midnights. */
  readonly before: number;
  readonly after: number;
}

/**
 * The marks of [from, to) in order; where clocks change at midnight, there are both, midnight first. A day that the
 * clocks skip whole has none. Clocks that go back over a midnight pass it twice. @throws RangeError for an unknown zone
 */
export function dayMarks(zones: Zones, zone: string, from: Instant, to: Instant): readonly DayMark[] {
  const marks: DayMark[] = [];
  let at = from - 1;
  while (at < to) {
    const offset = offsetAt(zones, zone, at);
    const change = nextChange(zones, zone, at, to - at);
    const until = Math.min(to, change?.at ?? to);
    const shift = Math.round(offset * minute);
    // The midnights after `at` and before `until`.
    for (let number = Math.floor((at + shift) / dayLength) + 1; number * dayLength - shift < until; number += 1) {
      const instant = number * dayLength - shift;
      if (instant > at)
        marks.push({ at: instant, kind: "midnight", day: dayOfNumber(number), before: offset, after: offset });
    }
    if (change === null || change.at >= to) break;
    const mark = { at: change.at, day: dayOf(zones, zone, change.at), before: offset, after: change.offset };
    const dateBefore = dayOf(zones, zone, change.at - 1);
    if (dayNumber(mark.day) > dayNumber(dateBefore)) marks.push({ ...mark, kind: "midnight" });
    marks.push({ ...mark, kind: "clock-change" });
    at = change.at;
  }
  return marks;
}

/** Places by the offset that they have at an instant, west to east; within one, in the order in which they came. */
export function byOffset<Id extends string>(
  places: readonly { readonly id: Id; readonly zone: string }[],
  zones: Zones,
  instant: Instant,
): readonly { readonly offset: number; readonly ids: readonly Id[] }[] {
  const groups = new Map<number, Id[]>();
  for (const { id, zone } of places) {
    const offset = offsetAt(zones, zone, instant);
    const ids = groups.get(offset);
    if (ids === undefined) groups.set(offset, [id]);
    else ids.push(id);
  }
  return [...groups].map(([offset, ids]) => ({ offset, ids })).sort((a, b) => a.offset - b.offset);
}
