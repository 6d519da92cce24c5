import type { Instant } from "../../ids.ts";
import { byStart } from "../world.ts";
import type { Placed, Use } from "../world.ts";

/** At an instant more is taken than there is. */
export interface Clash {
  readonly at: Instant;
  /** The one that starts then (the smaller id, if several do), and the others by start. */
  readonly involved: readonly [Placed, ...Placed[]];
  readonly needed: number;
  /** There is enough without the rest. */
  readonly resting: boolean;
}

/**
 * Looks at every instant at which one of the users starts and at which `own` takes, or still rests: more than there is can
 * only begin where somebody starts. One clash for each instant at which the sum exceeds `size`: of those in session then,
 * or, if these are not too many, with those who rest. Only clashes that involve `own`.
 */
export function clashes(uses: readonly Use[], own: Use, rest: number, size: number): readonly Clash[] {
  const { placed } = own;
  const others = uses.filter(
    (use) =>
      use.placed.occurrence.id !== placed.occurrence.id &&
      use.placed.from < placed.to + rest &&
      use.placed.to + rest > placed.from,
  );
  const all = [own, ...others];
  if (sum(all) <= size) return [];

  const starts = others.map((use) => use.placed.from).filter((from) => from > placed.from && from < placed.to + rest);
  return [placed.from, ...new Set(starts)].flatMap((at): readonly Clash[] => {
    const resting = all.filter((use) => use.placed.from <= at && at < use.placed.to + rest);
    const taking = resting.filter((use) => at < use.placed.to);
    const isEmpty = sum(taking) > size;
    if (!isEmpty && sum(resting) <= size) return [];
    const those = isEmpty ? taking : resting;
    if (!those.includes(own)) return [];
    const inOrder = those.map((use) => use.placed).sort(byStart);
    const first = inOrder.find(({ from }) => from === at) ?? placed;
    const involved = [first, ...inOrder.filter((one) => one !== first)] as const;
    return [{ at, involved, needed: sum(those), resting: !isEmpty }];
  });
}

function sum(uses: readonly Use[]): number {
  let total = 0;
  for (const { count } of uses) total += count;
  return total;
}
