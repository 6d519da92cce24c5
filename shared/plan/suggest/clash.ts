import type { OccurrenceId } from "../../ids.ts";
import { worldOf } from "../world.ts";
import type { Placed, World } from "../world.ts";
import type { Zones } from "../zones.ts";
import { buildProblem } from "./build.ts";
import type { Built } from "./build.ts";
import type { Placing, Problem } from "./problem.ts";
import { demandsOf, reducedPlan } from "./reduced.ts";
import type { Kept } from "./reduced.ts";
import type { Ground } from "./scope.ts";
import type { Demand, Unplaced } from "./suggestion.ts";

/** Whether these jobs can all be placed together; null: not found out in its time. */
export type CanPlace = (problem: Problem, jobs: readonly number[]) => boolean | null;

export type Clash = Pick<Unplaced, "clash" | "smallest">;

/**
 * Why a job finds no time: a smallest set of demands that cannot be met together, found by leaving out one after the other
 * (scheduling.md: a solver names no such set for whole numbers). First the other jobs are left out, then what is fixed,
 * then the job's own demands; of what is left nothing can be left out. Others are left out whole. Only jobs that share
 * something with it, directly or through others, are asked about.
 *
 * Empty, and not smallest: it was not found out in time, or the job would fit. `smallest` false: something may be in it
 * that is not needed. @throws RangeError for a zone that the data do not have
 */
export function clashOf(
  built: Built,
  zones: Zones,
  ground: Ground,
  placing: Placing,
  job: number,
  canPlace: CanPlace,
): Clash {
  const { problem } = built;
  const one = problem.jobs[job];
  if (one === undefined || (placing.starts[job] ?? -1) >= 0) return { clash: [], smallest: false };
  const others = one.candidates.length === 0 ? noJobs : clashingJobs(problem, placing, job, canPlace);
  if (others === null) return { clash: [], smallest: false };

  const jobs = others.kept.toSorted((a, b) => a - b).flatMap((number) => problem.jobs[number]?.id ?? []);
  const own = demandsOf(built.plan, one.id);
  const fits = (fixed: readonly OccurrenceId[], demands: readonly Demand[]): boolean | null =>
    fitsIn(built, zones, ground, one.id, { jobs, fixed, own: demands }, canPlace);

  const world = worldOf(built.plan, zones);
  const fixed = shrink(fixedBeside(world, built, [one.id, ...jobs]), (left) => not(fits(left, own)));
  // The orders among those that are left are the only ones that say anything.
  const named = new Set<OccurrenceId>([...jobs, ...fixed.kept]);
  const telling = own.filter((demand) => demand.kind !== "order" || isAmong(built, demand, named));
  const demands = shrink(telling, (left) => not(fits(fixed.kept, left)));
  return {
    clash: [
      ...demands.kept,
      ...[...fixed.kept, ...jobs].map((occurrenceId) => ({ kind: "session", occurrenceId }) as const),
    ],
    smallest: !(others.unsure || fixed.unsure || demands.unsure),
  };
}

interface Shrunk<Item> {
  readonly kept: readonly Item[];
  /** Whether something was kept only because it was not found out in time that it can go. */
  readonly unsure: boolean;
}

/** Where a job has no start even without the others. */
const noJobs: Shrunk<number> = { kept: [], unsure: false };

/**
 * The items without those that can go while the clash stays: halves first, then smaller parts, at last one by one.
 * `clashes` of fewer items is never true where it is false of more.
 */
function shrink<Item>(items: readonly Item[], clashes: (left: readonly Item[]) => boolean | null): Shrunk<Item> {
  let kept = items;
  let unsure = false;
  if (kept.length > 1 && clashes([]) === true) return { kept: [], unsure };
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const left = [...kept.slice(0, from), ...kept.slice(from + size)];
      const still = clashes(left);
      if (still === true) kept = left;
      else {
        unsure ||= still === null && size === 1;
        from += size;
      }
    }
  }
  return { kept, unsure };
}

const not = (fits: boolean | null): boolean | null => (fits === null ? null : !fits);

/** Placed jobs with which it cannot be placed; none of them can go. Null: not found out, or it would fit with all of them. */
function clashingJobs(problem: Problem, placing: Placing, job: number, canPlace: CanPlace): Shrunk<number> | null {
  const isPlaced = (one: number): boolean => (placing.starts[one] ?? -1) >= 0;
  const clashes = (left: readonly number[]): boolean | null => not(canPlace(problem, [job, ...left]));
  const near = neighbours(problem);
  const choice = (one: number): number => problem.jobs[one]?.candidates.length ?? 0;
  const shared = (one: number): number => near[job]?.get(one) ?? 0;
  const reached = reachable(near, job, isPlaced);
  // Those that share most with it and can least go elsewhere first; what is reached through others comes after them.
  const direct = reached
    .filter((one) => shared(one) > 0)
    .sort((a, b) => shared(b) - shared(a) || choice(a) - choice(b));
  const all = [...direct, ...reached.filter((one) => shared(one) === 0)];
  for (let size = 4; ; size *= 2) {
    const some = all.slice(0, size);
    // What is further down the list is left out rather than what is nearer.
    if (clashes(some) === true) return shrink(some.toReversed(), clashes);
    if (size >= all.length) return null;
  }
}

/** For each job those that may take something while it takes of it, or come before or after it; in how many ways. */
function neighbours({ jobs, resources, orders }: Problem): readonly ReadonlyMap<number, number>[] {
  const near = jobs.map(() => new Map<number, number>());
  const join = (one: number, other: number): void => {
    near[one]?.set(other, (near[one].get(other) ?? 0) + 1);
    near[other]?.set(one, (near[other].get(one) ?? 0) + 1);
  };
  for (const { uses } of resources) {
    // An option need not be kept live: by it nothing is in the way.
    const musts = uses.filter(({ option }) => option === null);
    const spans = musts.map(({ job, before, after }) => {
      const { candidates, length } = jobs[job] ?? { candidates: [], length: 0 };
      const first = candidates[0]?.at ?? Infinity;
      return { job, from: first - before, to: (candidates.at(-1)?.at ?? -Infinity) + length + after };
    });
    for (const [i, one] of spans.entries())
      for (const other of spans.slice(i + 1)) if (one.from < other.to && other.from < one.to) join(one.job, other.job);
  }
  for (const order of orders) join(order.first, order.then);
  return near;
}

/** By steps from the job, the nearest first. */
function reachable(
  near: readonly ReadonlyMap<number, number>[],
  job: number,
  isPlaced: (one: number) => boolean,
): readonly number[] {
  const found = new Set([job]);
  for (const one of found) for (const other of near[one]?.keys() ?? []) if (isPlaced(other)) found.add(other);
  found.delete(job);
  return [...found];
}

/** What is fixed and takes something that one of these occurrences takes, or comes before or after it. */
function fixedBeside(world: World, { problem }: Built, ids: readonly OccurrenceId[]): readonly OccurrenceId[] {
  const free = new Set<OccurrenceId>(problem.jobs.map(({ id }) => id));
  const found = new Set<OccurrenceId>();
  const add = (all: Iterable<Placed>): void => {
    for (const { occurrence } of all) if (!free.has(occurrence.id)) found.add(occurrence.id);
  };
  for (const id of ids) {
    const demand = world.demand(id);
    if (demand === null) continue;
    for (const { id: roomId } of demand.rooms) add(world.inRoom(roomId));
    for (const { group } of demand.attends) add(world.ofGroup(group.id));
    for (const { person } of demand.people) add(world.ofPerson(person.id));
    for (const { pool } of demand.pools) add(world.ofPool(pool.id).map(({ placed }) => placed));
    for (const { venue } of demand.venues) add(world.atVenue(venue.id).map(({ placed }) => placed));
    for (const first of demand.session.after) add(world.ofSession(first));
    for (const next of world.followers(demand.session.id)) add(world.ofSession(next));
  }
  return [...found];
}

/** Whether an order is one with a session that is still there. */
function isAmong(
  { plan }: Built,
  order: Extract<Demand, { readonly kind: "order" }>,
  named: ReadonlySet<OccurrenceId>,
): boolean {
  const sessionIds = [order.occurrenceId, order.first].map((id) => plan.occurrences[id]?.sessionId);
  return [...named].some((id) => sessionIds.includes(plan.occurrences[id]?.sessionId));
}

/** Whether an occurrence with some of its demands can be placed together with some jobs and what is fixed. */
function fitsIn(
  built: Built,
  zones: Zones,
  ground: Ground,
  id: OccurrenceId,
  {
    jobs,
    fixed,
    own,
  }: Readonly<Record<"jobs" | "fixed", readonly OccurrenceId[]>> & { readonly own: readonly Demand[] },
  canPlace: CanPlace,
): boolean | null {
  const kept: Kept = { others: new Set([...jobs, ...fixed]), own: new Set(own) };
  const plan = reducedPlan(built, zones, id, kept);
  const part = buildProblem(plan, zones, { ...built.wish, occurrenceIds: [id, ...jobs] }, ground);
  if (!part.ok) return null;
  const { problem } = part.value;
  if (problem.jobs.some(({ candidates }) => candidates.length === 0)) return false;
  return problem.jobs.length === 1 || canPlace(problem, [...problem.jobs.keys()]);
}
