import type { Instant } from "../../ids.ts";
import type { Conflict } from "../conflict.ts";
import { conflictsOf } from "../conflicts.ts";
import { at } from "../../record.ts";
import { hoursOf } from "../timeline.ts";
import { dayOf, startAt } from "../times.ts";
import { worldOf } from "../world.ts";
import type { Placed, World } from "../world.ts";
import type { Zones } from "../zones.ts";
import type { Built } from "./build.ts";
import { placementsOf, withPlacements } from "./placing.ts";
import type { Job, Placing } from "./problem.ts";
import type { Reason } from "./suggestion.ts";

// Why sessions lie where they do: what it would be like at another time, with all the others where they are.

const minute = 60_000;
/** First an hour, then what is further away, then what is nearer. */
const steps = [60, 120, 30, 15];
/** The first start at which a rule is broken is looked for in these. */
const nearest = [15, 30, 45, 60];

/**
 * Facts about the placing of each job, and about what stays (`fixed`). Of each session what tells most comes first: what an
 * hour earlier or later (or two, or less) would cost a group more, whether or not it is free; which rule it would break
 * first, up to an hour away; that no other free time costs less in all, or else that it was not moved; what the cheapest
 * other time of its day would cost. The first facts of all sessions come before
 * all second ones; sessions that somebody pays for and that were moved come first. `most`: so many are enough.
 * Each can be reckoned again: `world` is that of `withPlacements(built.plan, placementsOf(built, placing))`.
 * @throws RangeError for a zone that the data do not have
 */
export function reasonsOf(built: Built, zones: Zones, placing: Placing, most = Infinity): readonly Reason[] {
  const world = worldOf(withPlacements(built.plan, placementsOf(built, placing)), zones);
  const told = built.problem.jobs
    .flatMap((job, j) => {
      const placed = (placing.starts[j] ?? -1) < 0 ? null : world.placed(job.id);
      if (placed === null) return [];
      const isMoved = built.was[j]?.instant !== placed.from;
      const cost = costOf(placed);
      return [{ rank: (cost > 0 ? 2 : 0) + (isMoved ? 1 : 0), cost, facts: factsOf(world, job, placed, isMoved) }];
    })
    .sort((a, b) => b.rank - a.rank || b.cost - a.cost);

  const reasons: Reason[] = [];
  const rounds = told.reduce((longest, { facts }) => Math.max(longest, facts.length), 0);
  for (let round = 0; round < rounds && reasons.length < most; round += 1)
    for (const { facts } of told) {
      const fact = facts[round];
      if (fact !== undefined) reasons.push(fact);
    }
  for (const { occurrenceId, because } of built.fixed) {
    const start = at(world.plan.occurrences, occurrenceId)?.start ?? null;
    if (start !== null) reasons.push({ kind: "fixed", occurrenceId, start: start.instant, because });
  }
  return reasons.slice(0, most);
}

function factsOf(world: World, job: Job, placed: Placed, isMoved: boolean): readonly Reason[] {
  const about = { occurrenceId: job.id, start: placed.from };
  const cost = costOf(placed);
  const costs = [-1, 1].flatMap((way) => dearer(world, placed, way) ?? []).sort((a, b) => b.more - a.more);
  const breaks = [-1, 1].flatMap((way) => firstBreak(world, placed, way) ?? []);
  // That a room is closed tells more than that another session is there, which could be moved as well.
  const closed = breaks.filter(({ conflict }) => conflict.occurrenceIds.length === 1);
  const taken = breaks.filter(({ conflict }) => conflict.occurrenceIds.length > 1);
  if (cost === 0) return [...costs, ...closed, { ...about, kind: "free" }, ...taken];
  const why: readonly Reason[] = isCheapest(world, job, placed)
    ? [{ ...about, kind: "cheapest", groupIds: payers(placed), total: hoursOf(cost) }]
    : isMoved
      ? []
      : [{ ...about, kind: "stays" }];
  return [...costs, ...closed, ...why, ...taken, ...sameDay(world, job, placed)];
}

type Fact<Kind extends Reason["kind"]> = Extract<Reason, { readonly kind: Kind }>;

/** What a little earlier (`way` −1) or later (1) would cost a group more, be it free or not. */
function dearer(world: World, placed: Placed, way: number): Fact<"costs"> | null {
  for (const step of steps) {
    const there = placedBy(world, placed, step * way);
    const costs = there === null ? null : costsMore(placed, there);
    if (costs !== null) return costs;
  }
  return null;
}

/** The first rule that it would break. */
function firstBreak(world: World, placed: Placed, way: number): Fact<"breaks"> | null {
  for (const step of nearest) {
    const there = placedBy(world, placed, step * way);
    const conflict = there === null ? undefined : errorsOf(world, there)[0];
    if (conflict === undefined) continue;
    const { occurrence, from } = placed;
    return { kind: "breaks", occurrenceId: occurrence.id, start: from, by: step * way, conflict };
  }
  return null;
}

/** Of the groups that could come and would pay more there the one that would pay most. */
function costsMore(placed: Placed, there: Placed): Fact<"costs"> | null {
  let most: { readonly i: number; readonly more: number } | null = null;
  for (const [i, { hours }] of placed.attends.entries()) {
    const more = hours.cost(there.from, there.to) - hours.cost(placed.from, placed.to);
    if (more > (most?.more ?? 0) && !hours.has("blocked", there.from, there.to)) most = { i, more };
  }
  const attends = most === null ? undefined : placed.attends[most.i];
  if (most === null || attends === undefined) return null;
  return {
    kind: "costs",
    occurrenceId: placed.occurrence.id,
    start: placed.from,
    by: Math.round((there.from - placed.from) / minute),
    groupId: attends.group.id,
    more: hoursOf(most.more),
    at: edgeOf(attends, there, there.from < placed.from),
  };
}

/** Begins it too early for them, or ends it too late? The end that costs more; of two that cost the same the one it moves to. */
function edgeOf({ hours }: Placed["attends"][number], { from, to }: Placed, isEarlier: boolean): Instant {
  const slot = Math.min(15 * minute, to - from);
  const first = hours.cost(from, from + slot);
  const last = hours.cost(to - slot, to);
  if (first === last) return isEarlier ? from : to;
  return last > first ? to : from;
}

/** Of the other times of its day that are free and further than an hour away that which costs all together least. */
function sameDay(world: World, job: Job, placed: Placed): readonly Reason[] {
  const { zone } = placed.host;
  const day = dayOf(world.zones, zone, placed.from);
  const others = job.candidates
    .filter((candidate) => Math.abs(candidate.at - placed.from) > 120 * minute)
    .filter((candidate) => dayOf(world.zones, zone, candidate.at) === day)
    .flatMap(({ start }) => world.placedAt(job.id, start) ?? [])
    .sort((a, b) => costOf(a) - costOf(b) || Math.abs(a.from - placed.from) - Math.abs(b.from - placed.from));
  const best = others.find((there) => errorsOf(world, there).length === 0);
  // One that costs less in all is no reason to be here.
  const costs = best === undefined || costOf(best) < costOf(placed) ? null : costsMore(placed, best);
  return costs === null ? [] : [costs];
}

/** Whether none of its candidates that is free costs all groups together less; with the same links live. */
function isCheapest(world: World, job: Job, placed: Placed): boolean {
  const cost = costOf(placed);
  return job.candidates.every(({ start }) => {
    const there = world.placedAt(job.id, start);
    return there === null || costOf(there) >= cost || errorsOf(world, there).length > 0;
  });
}

function placedBy(world: World, placed: Placed, minutes: number): Placed | null {
  const start = startAt(world.zones, placed.host.zone, placed.from + minutes * minute);
  return world.placedAt(placed.occurrence.id, start);
}

function errorsOf(world: World, { occurrence, start }: Placed): readonly Conflict[] {
  return conflictsOf(world, occurrence.id, start).filter(({ weight }) => weight === "error");
}

function costOf({ attends, from, to }: Placed): number {
  return attends.reduce((sum, { hours }) => sum + hours.cost(from, to), 0);
}

function payers({ attends, from, to }: Placed) {
  return attends.flatMap(({ group, hours }) => (hours.cost(from, to) > 0 ? [group.id] : []));
}
