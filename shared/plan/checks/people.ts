import type { Conflict } from "../conflict.ts";
import { placeAt } from "../whereabouts.ts";
import type { Stay } from "../whereabouts.ts";
import type { Placed } from "../world.ts";
import { found, minute, near, pair, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/** Somebody is needed in two sessions at once, or in two without the rest between them. */
export const personDouble: Check = (world, placed) =>
  placed.people.flatMap(({ person, stays }) => {
    const rest = person.rest * minute;
    return near(world.ofPerson(person.id), placed, rest).map((other) => {
      const [first, second] = pair(placed, other);
      const short = Math.ceil((second.to + rest - first.from) / minute);
      return found(
        { kind: "person-double", personId: person.id, other: second.occurrence.id, short },
        "error",
        [first, second],
        person.id,
        whenIn(placeAt(person, stays, first.from), first.from, first.to),
      );
    });
  });

/** Somebody who is needed is on the way; about the first entry of the list that the session touches. */
export const personTravel: Check = (_world, placed) =>
  placed.people.flatMap(({ person, stays }): readonly Conflict[] => {
    for (const travel of person.travel) {
      const from = Math.max(travel.from.instant, placed.from);
      const to = Math.min(travel.to.instant, placed.to);
      // One that ends as it begins, or before, touches nothing.
      if (from >= to) continue;
      const trouble = { kind: "person-travel", personId: person.id, because: travel.why } as const;
      return [found(trouble, "error", [placed], person.id, whenIn(placeAt(person, stays, from), from, to))];
    }
    return [];
  });

/** Outside the hours of somebody who is needed, in the wall time of where the person is then; about the first stretch. */
export const personBlocked: Check = (_world, placed) =>
  placed.people.flatMap(({ person, stays, hours }): readonly Conflict[] => {
    const blocked = hours.first("blocked", placed.from, placed.to);
    if (blocked === null) return [];
    const { dated, why: because } = blocked;
    const trouble = { kind: "person-blocked", personId: person.id, dated, because } as const;
    const place = placeAt(person, stays, blocked.from);
    return [found(trouble, "error", [placed], person.id, whenIn(place, blocked.from, blocked.to))];
  });

/** Two dated places of somebody who is needed hold at once during the session; the first two of the list that do. */
export const personPlaces: Check = (_world, placed) =>
  placed.people.flatMap(({ person, stays }): readonly Conflict[] => {
    const two = stays.length < 2 ? null : bothAt(stays, placed);
    if (two === null) return [];
    const cities = [two[0].city, two[1].city] as const;
    const trouble = { kind: "person-places", personId: person.id, cities } as const;
    const place = placeAt(person, stays, placed.from);
    return [found(trouble, "error", [placed], person.id, whenIn(place, placed.from, placed.to))];
  });

function bothAt(stays: readonly Stay[], placed: Placed): readonly [Stay, Stay] | null {
  for (const [i, one] of stays.entries())
    for (const other of stays.slice(i + 1)) {
      const from = Math.max(one.from, other.from, placed.from);
      const to = Math.min(one.to, other.to, placed.to);
      if (from < to && (one.zone !== other.zone || one.city !== other.city)) return [one, other];
    }
  return null;
}
