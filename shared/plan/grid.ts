import type { Instant } from "../ids.ts";
import type { Start } from "./model.ts";
import { slotMinutes } from "./needs.ts";
import { startAt } from "./times.ts";
import { offsetAt } from "./zones.ts";
import type { Zones } from "./zones.ts";

const minute = 60_000;
const slot = slotMinutes * minute;

/**
 * The starts of [from, to) on the grid: every 15 minutes of a zone's wall clock, at :00, :15, :30 and :45. Times that come
 * twice are there twice, each with its offset; those that the clocks leave out are not. @throws RangeError for an unknown zone
 */
export function gridStarts(zones: Zones, zone: string, from: Instant, to: Instant): readonly Start[] {
  const starts: Start[] = [];
  let at = onGrid(zones, zone, from);
  while (at < to) {
    starts.push(startAt(zones, zone, at));
    at = onGrid(zones, zone, at + 1);
  }
  return starts;
}

/** The first instant at or after this one at which the wall clock is on the grid. */
function onGrid(zones: Zones, zone: string, instant: Instant): Instant {
  const offset = offsetAt(zones, zone, instant);
  const local = instant + Math.round(offset * minute);
  const next = instant + Math.ceil(local / slot) * slot - local;
  // The clocks may change before: by a quarter of an hour or a multiple of it, or (before 1970 mostly) by anything.
  return offsetAt(zones, zone, next) === offset ? next : onGridAfterChange(zones, zone, instant, next);
}

function onGridAfterChange(zones: Zones, zone: string, instant: Instant, next: Instant): Instant {
  for (let at = Math.ceil(instant / minute) * minute; at <= next; at += minute) {
    const local = at + Math.round(offsetAt(zones, zone, at) * minute);
    if (local % slot === 0) return at;
  }
  return onGrid(zones, zone, next + 1);
}
