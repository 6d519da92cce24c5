import type { Instant } from "../ids.ts";
import { bandSpans } from "./bands.ts";
import type { BandSpan } from "./bands.ts";
import type { Person } from "./model.ts";
import { Timeline } from "./timeline.ts";
import { addDays, midnight } from "./times.ts";
import type { Zones } from "./zones.ts";

/** Where somebody is for [from, to). */
export interface Stay {
  readonly from: Instant;
  readonly to: Instant;
  readonly city: string;
  readonly zone: string;
}

/** The days of a person's dated places as instants, in the places' own zones, in the order of the list. */
export function staysOf(zones: Zones, person: Person): readonly Stay[] {
  return person.places.map(({ firstDay, lastDay, city, zone }) => ({
    from: midnight(zones, zone, firstDay),
    to: midnight(zones, zone, addDays(lastDay, 1)),
    city,
    zone,
  }));
}

/** Where a person is at an instant: the latest entry of the list that covers it, else home. */
export function placeAt(person: Person, stays: readonly Stay[], instant: Instant): { city: string; zone: string } {
  const { city, zone } = stays.findLast((stay) => stay.from <= instant && instant < stay.to) ?? person;
  return { city, zone };
}

/** A person's hours over time, in the wall time of where the person is. */
export function personTimeline(zones: Zones, person: Person, stays: readonly Stay[]): Timeline {
  return new Timeline((from, to) => {
    const edges = stays.flatMap((stay) => [stay.from, stay.to]).filter((edge) => edge > from && edge < to);
    const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
    const spans: BandSpan[] = [];
    for (const [i, begins] of cuts.entries()) {
      const ends = cuts[i + 1];
      if (ends === undefined) break;
      const { zone } = placeAt(person, stays, begins);
      for (const span of bandSpans(person.hours, zones, zone, begins, ends)) {
        const before = spans.at(-1);
        const goesOn = before?.band === span.band && before.why === span.why && before.dated === span.dated;
        if (before !== undefined && goesOn) spans[spans.length - 1] = { ...before, to: span.to };
        else spans.push(span);
      }
    }
    return spans;
  });
}
