import type { Instant, OccurrenceId } from "../../ids.ts";
import type { Conflict, Trouble, When } from "../conflict.ts";
import { byStart } from "../world.ts";
import type { Placed, World } from "../world.ts";

/**
 * Finds the conflicts of one kind that involve an occurrence, as it is given: that may be elsewhere than where the world
 * has it, or be placed nowhere there. What a check finds is the same from whichever of its occurrences one asks.
 */
export type Check = (world: World, placed: Placed) => readonly Conflict[];

export const minute = 60_000;

/** A conflict with its key: kind, occurrences, and whom it touches. */
export function found(
  trouble: Trouble,
  weight: Conflict["weight"],
  involved: readonly [Placed, ...Placed[]],
  whom: string,
  when: When,
): Conflict {
  const [first, ...others] = involved;
  const occurrenceIds: [OccurrenceId, ...OccurrenceId[]] = [
    first.occurrence.id,
    ...others.map(({ occurrence }) => occurrence.id),
  ];
  return { key: `${trouble.kind}|${occurrenceIds.join(",")}|${whom}`, weight, occurrenceIds, when, ...trouble };
}

/** A stretch of time, said in the time of a place. */
export function whenIn(place: { readonly city: string; readonly zone: string }, from: Instant, to: Instant): When {
  return { from, to, city: place.city, zone: place.zone };
}

/** The others of a list (by start) that come within `apart` milliseconds of an occurrence. */
export function near(list: readonly Placed[], placed: Placed, apart: number): readonly Placed[] {
  const others: Placed[] = [];
  for (const other of list) {
    if (other.from >= placed.to + apart) break;
    if (other.to + apart > placed.from && other.occurrence.id !== placed.occurrence.id) others.push(other);
  }
  return others;
}

/** Two that clash: the one that starts later is the one it is about; of two that start together the smaller id. */
export function pair(one: Placed, other: Placed): readonly [Placed, Placed] {
  if (one.from !== other.from) return one.from > other.from ? [one, other] : [other, one];
  return byStart(one, other) < 0 ? [one, other] : [other, one];
}

export function overlap(one: Placed, other: Placed): boolean {
  return one.from < other.to && other.from < one.to;
}
