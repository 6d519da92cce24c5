import type { Instant } from "../../../ids.ts";
import type { Problem } from "../problem.ts";
import type { Frame } from "./frame.ts";
import { atMostOne, excess } from "./model.ts";
import type { Row } from "./model.ts";

// Jobs that pairwise share something of which there is one (a room, a person, a group) cannot go on at the same time, even
// if it is not the same thing for all of them. A row for such a clique of jobs and an instant says more than the rows of the
// resources do; there are far too many, so that those are looked for that a relaxation breaks.

/** By job: the jobs that it cannot overlap with, and how long after one of the two has ended the other may begin. */
export type Conflicts = readonly ReadonlyMap<number, number>[];

export function conflictsOf(problem: Problem): Conflicts {
  const conflicts = problem.jobs.map(() => new Map<number, number>());
  for (const { capacity, uses } of problem.resources) {
    const sure = uses.filter(({ option, amount }) => option === null && amount > 0);
    for (const a of sure) {
      for (const b of sure) {
        if (a.job === b.job || a.amount + b.amount <= capacity) continue;
        // The shorter of the two orders, as a row knows no order.
        const apart = Math.min(a.after + b.before, b.after + a.before);
        const known = conflicts[a.job]?.get(b.job) ?? 0;
        conflicts[a.job]?.set(b.job, Math.max(known, apart));
      }
    }
  }
  return conflicts;
}

const small = 1e-6;
/** Less is not worth a row. */
const worthwhile = 0.02;

/** The cliques that these values of the frame's columns break most, at most so many. None of them excludes a legal placing. */
export function brokenCliques(
  frame: Frame,
  conflicts: Conflicts,
  values: ArrayLike<number>,
  most: number,
): readonly Row[] {
  const found = new Map<string, { row: Row; over: number }>();
  for (const instant of instantsOf(frame, values)) {
    const weights = weightsAt(frame, values, instant);
    const jobs = [...weights.keys()].toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b);
    for (const first of jobs) {
      const clique = grow(conflicts, [first], jobs);
      if (total(clique, weights) < 1 + worthwhile) continue;
      const whole = grow(conflicts, clique, frame.problem.jobs.keys()).toSorted((a, b) => a - b);
      const row = atMostOne(columnsAt(frame, whole, apartOf(conflicts, whole), instant));
      found.set(row.columns.join(), { row, over: excess(row, values) });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.over - a.over)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Where a start begins that has some weight. */
function instantsOf(frame: Frame, values: ArrayLike<number>): ReadonlySet<Instant> {
  const instants = new Set<Instant>();
  for (const [j, { candidates }] of frame.problem.jobs.entries()) {
    for (const [c, { at }] of candidates.entries())
      if ((values[frame.starts[j]?.[c] ?? -1] ?? 0) > small) instants.add(at);
  }
  return instants;
}

/** How much of each job goes on then. */
function weightsAt(frame: Frame, values: ArrayLike<number>, instant: Instant): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const [j, { candidates, length }] of frame.problem.jobs.entries()) {
    let sum = 0;
    for (const [c, { at }] of candidates.entries()) {
      if (at > instant) break;
      if (instant < at + length) sum += values[frame.starts[j]?.[c] ?? -1] ?? 0;
    }
    if (sum > small) weights.set(j, sum);
  }
  return weights;
}

function grow(conflicts: Conflicts, clique: readonly number[], jobs: Iterable<number>): readonly number[] {
  const grown = [...clique];
  for (const job of jobs)
    if (!grown.includes(job) && grown.every((other) => conflicts[other]?.has(job) === true)) grown.push(job);
  return grown;
}

function total(jobs: readonly number[], weights: ReadonlyMap<number, number>): number {
  return jobs.reduce((sum, job) => sum + (weights.get(job) ?? 0), 0);
}

/** How far apart all of a clique have to be at least. */
function apartOf(conflicts: Conflicts, clique: readonly number[]): number {
  return Math.min(...clique.flatMap((a) => clique.flatMap((b) => (a === b ? [] : [conflicts[a]?.get(b) ?? 0]))));
}

function columnsAt(frame: Frame, clique: readonly number[], apart: number, instant: Instant): readonly number[] {
  return clique.flatMap((j) => {
    const job = frame.problem.jobs[j];
    if (job === undefined) return [];
    return job.candidates.flatMap(({ at }, c) => {
      const column = frame.starts[j]?.[c];
      return column !== undefined && at <= instant && instant < at + job.length + apart ? [column] : [];
    });
  });
}
