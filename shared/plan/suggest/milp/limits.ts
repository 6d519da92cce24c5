import type { Cost, Job } from "../problem.ts";
import type { Frame } from "./frame.ts";
import { penaltyOf } from "../value.ts";
import { minutesWithin } from "./penalty.ts";

/** What earlier levels have settled: only plans that are at least as good there are asked for. */
export interface Bars {
  /** At least so many jobs of class 1, 2, 3. */
  readonly placed: readonly [number, number, number];
  /** At least so many people. */
  readonly reached: number;
  /** At most so many moved links; null: any. */
  readonly moved: number | null;
  /** Only plans whose penalty (`Value.penalty`) is at most this; null: any. */
  readonly penalty: number | null;
  /** Only plans in which no group pays more than so many weighted minutes; null: any. */
  readonly worst: Cost | null;
  /** Only plans in which all groups together pay at most so many weighted minutes; null: any. */
  readonly total: Cost | null;
}

/** Within what a group's burden lies in all plans that are asked for; weighted minutes, without what it carries over. */
export interface Range {
  readonly least: Cost;
  readonly most: Cost;
}

/** By class: whether each job that has a start at all must be placed. */
export function allPlaced(frame: Frame, bars: Bars): readonly boolean[] {
  return ([1, 2, 3] as const).map((priority) => bars.placed[priority - 1] === placeable(frame, priority));
}

/** How many jobs of a class have a start at all. */
export function placeable(frame: Frame, priority: 1 | 2 | 3): number {
  return frame.problem.jobs.filter((job, j) => job.priority === priority && openStarts(frame, job, j).length > 0)
    .length;
}

/** The numbers of the candidates that no row rules out by itself. */
export function openStarts(frame: Frame, job: Job, j: number): readonly number[] {
  return job.candidates.flatMap((_, c) => (frame.columns.upper[frame.starts[j]?.[c] ?? -1] === 1 ? [c] : []));
}

/** By job that must be placed and group: the least that it costs; jobs that need not be placed cost nothing at least. */
export function leastCosts(frame: Frame, bars: Bars): readonly ReadonlyMap<number, Cost>[] {
  const all = allPlaced(frame, bars);
  return frame.problem.jobs.map((job, j) => {
    const open = all[job.priority - 1] === true ? openStarts(frame, job, j) : [];
    return new Map(
      job.attends.map((group, i) => [
        group,
        open.length === 0 ? 0 : Math.min(...open.map((c) => job.candidates[c]?.costs[i] ?? 0)),
      ]),
    );
  });
}

/**
 * From below by what each group must pay whatever happens. From above by what all of its jobs could cost it at most, and by
 * the bars: the penalty of one group is no more than the whole less the least of the others.
 */
export function rangesOf(frame: Frame, bars: Bars, least: readonly ReadonlyMap<number, Cost>[]): readonly Range[] {
  const { groups, jobs } = frame.problem;
  const lows = groups.map(({ fixed }, g) => least.reduce((sum, ofJob) => sum + (ofJob.get(g) ?? 0), fixed));
  const highs = groups.map(({ fixed }) => fixed);
  for (const job of jobs) {
    for (const [g, cost] of mostCosts(job)) highs[g] = (highs[g] ?? 0) + cost;
  }
  const unavoidable = lows.map((low, g) => penaltyOf((groups[g]?.carried ?? 0) + low));
  const together = unavoidable.reduce((sum, penalty) => sum + penalty, 0);
  return groups.map(({ carried }, g) => {
    const low = lows[g] ?? 0;
    let high = highs[g] ?? low;
    if (bars.worst !== null) high = Math.min(high, bars.worst);
    if (bars.penalty !== null)
      high = Math.min(high, minutesWithin(bars.penalty - together + (unavoidable[g] ?? 0)) - carried);
    return { least: low, most: high };
  });
}

function mostCosts(job: Job): ReadonlyMap<number, Cost> {
  const most = new Map<number, Cost>();
  for (const candidate of job.candidates) {
    const here = new Map<number, Cost>();
    const add = (group: number, cost: Cost): void => void here.set(group, (here.get(group) ?? 0) + cost);
    for (const [i, group] of job.attends.entries()) add(group, candidate.costs[i] ?? 0);
    for (const [o, option] of job.options.entries()) {
      for (const [i, group] of option.groups.entries()) add(group, candidate.options[o]?.[i] ?? 0);
    }
    for (const [group, cost] of here) most.set(group, Math.max(most.get(group) ?? 0, cost));
  }
  return most;
}
