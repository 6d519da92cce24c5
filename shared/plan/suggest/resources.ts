import type { Instant } from "../../ids.ts";
import type { Demand } from "../demand.ts";
import { linkNeed } from "../needs.ts";
import type { Placed, World } from "../world.ts";
import type { Worlds } from "./candidates.ts";
import type { Job, Resource, Use } from "./problem.ts";

const minute = 60_000;

type Busy = Resource["busy"];
type Span = Busy[number];

/** What is taken of something by an occurrence, whenever it begins. */
interface Taking {
  readonly name: string;
  readonly capacity: number;
  readonly before: number;
  readonly after: number;
  readonly amount: number;
  /** What fixed ones take of it. */
  readonly fixed: () => readonly { readonly placed: Placed; readonly amount: number }[];
}

/** What the jobs take together of, with what fixed ones have taken. Left out is what can bind no two of them. */
export function resourcesOf(worlds: Worlds, jobs: readonly Job[]): readonly Resource[] {
  const found = new Map<string, { readonly taking: Taking; readonly uses: Use[] }>();
  const enter = (taking: Taking, job: number, option: number | null): void => {
    const { name, before, after, amount } = taking;
    const known = found.get(name) ?? { taking, uses: [] };
    found.set(name, known);
    known.uses.push({ job, option, before, after, amount });
  };
  for (const [j, { id, candidates, options }] of jobs.entries()) {
    // What cannot stand anywhere takes nothing, nor does an option that can be live nowhere.
    const demand = candidates.length === 0 ? null : worlds.base.demand(id);
    if (demand === null) continue;
    const musts = takings(worlds.base, demand);
    for (const taking of musts) enter(taking, j, null);
    for (const k of options.keys()) {
      if (candidates.every(({ options: allowed }) => (allowed[k] ?? null) === null)) continue;
      const more = worlds.withOption[k]?.demand(id) ?? null;
      if (more !== null) for (const taking of beyond(takings(worlds.base, more), musts)) enter(taking, j, k);
    }
  }
  return [...found.values()].flatMap(({ taking, uses }) => {
    const { name, capacity } = taking;
    const busy = busyOf(taking);
    return mayBind(capacity, uses, busy) ? [{ name, capacity, uses, busy }] : [];
  });
}

/** The rules of rooms, people, groups, pools and lines, as intervals in which there is so much of them. */
function takings(world: World, demand: Demand): readonly Taking[] {
  return [
    // Two sessions in a room are too close if set-up and turn-round do not fit between them.
    ...demand.rooms.map(({ id, setUp, turnRound }) =>
      one(`room:${id}`, setUp * minute, turnRound * minute, () => world.inRoom(id)),
    ),
    ...demand.people.map(({ person: { id, rest } }) => one(`person:${id}`, 0, rest * minute, () => world.ofPerson(id))),
    // Two at once by *must* links only.
    ...demand.attends.flatMap(({ group, need }) =>
      group.maySplit || need !== "must"
        ? []
        : [
            one(`group:${group.id}`, 0, 0, () =>
              world
                .ofGroup(group.id)
                .filter(({ attends }) =>
                  attends.some((theirs) => theirs.group.id === group.id && theirs.need === "must"),
                ),
            ),
          ],
    ),
    // A pool that is enough with its rest is enough without it.
    ...demand.pools.map(({ pool: { id, size, rest }, count }) => ({
      name: `pool:${id}`,
      capacity: size,
      before: 0,
      after: rest * minute,
      amount: count,
      fixed: () => world.ofPool(id).map((use) => ({ placed: use.placed, amount: use.count })),
    })),
    ...demand.venues.flatMap(({ venue, rooms }) =>
      (["up", "down"] as const).flatMap((direction): readonly Taking[] => {
        const has = venue.uplink[direction];
        if (has === null) return [];
        const need = linkNeed[direction];
        return [
          {
            name: `${direction}:${venue.id}`,
            // What whole rooms can use of it.
            capacity: Math.floor(has / need) * need,
            before: 0,
            after: 0,
            amount: rooms * need,
            fixed: () => world.atVenue(venue.id).map(({ placed, count }) => ({ placed, amount: count * need })),
          },
        ];
      }),
    ),
  ];
}

function one(name: string, before: number, after: number, fixed: () => readonly Placed[]): Taking {
  const all = (): ReturnType<Taking["fixed"]> => fixed().map((placed) => ({ placed, amount: 1 }));
  return { name, capacity: 1, before, after, amount: 1, fixed: all };
}

/** What is taken more than without an option. */
function beyond(takings: readonly Taking[], without: readonly Taking[]): readonly Taking[] {
  return takings.flatMap((taking) => {
    const amount = taking.amount - (without.find(({ name }) => name === taking.name)?.amount ?? 0);
    return amount > 0 ? [{ ...taking, amount }] : [];
  });
}

/**
 * What fixed ones take over time, ascending. Where they alone take more than there is, nothing is said: that is their own
 * affair, and what candidates are there says exactly what a job may do beside them. (Of a pool a job may still rest there.)
 */
function busyOf({ capacity, before, after, fixed }: Taking): Busy {
  const changes = new Map<Instant, number>();
  const change = (instant: Instant, amount: number): void => {
    changes.set(instant, (changes.get(instant) ?? 0) + amount);
  };
  for (const { placed, amount } of fixed()) {
    change(placed.from - before, amount);
    change(placed.to + after, -amount);
  }
  const spans: Span[] = [];
  let amount = 0;
  let from = -Infinity;
  for (const [instant, by] of [...changes].sort(([a], [b]) => a - b)) {
    if (amount > 0 && amount <= capacity && by !== 0) spans.push({ from, to: instant, amount });
    if (by !== 0) from = instant;
    amount += by;
  }
  return spans;
}

/** A use alone, beside what is fixed, is in the candidates already: only two or more can bind one another. */
function mayBind(capacity: number, uses: readonly Use[], busy: Busy): boolean {
  const jobs = new Set(uses.map(({ job }) => job));
  if (jobs.size < 2 && uses.filter(({ option }) => option !== null).length < 2) return false;
  const most = uses.reduce((sum, { amount }) => sum + amount, 0);
  return most + busy.reduce((worst, { amount }) => Math.max(worst, amount), 0) > capacity;
}
