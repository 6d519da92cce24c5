import { compare } from "../look.ts";
import type { Cost, Job, Placing, Problem, Resource, Value } from "./problem.ts";
import type { PlanKind } from "./suggestion.ts";

// What a placing is worth, whether it is allowed, and which of two is better. Written to be read, not for inner loops:
// search and solver keep their own sums and are held to these.

/** Nothing placed. */
export function emptyPlacing(problem: Problem): Placing {
  return {
    starts: problem.jobs.map(() => -1),
    options: problem.jobs.map(({ options }) => options.map(() => false)),
  };
}

/**
 * 60·h(b) of a burden in weighted minutes, a whole number: h(b) = b(b+1)/2 at whole weighted hours and linear between, so
 * that the k-th weighted hour costs k (scheduling.md, *Suggest*).
 */
export function penaltyOf(minutes: Cost): number {
  const whole = Math.floor(minutes / 60);
  return 30 * whole * (whole + 1) + (whole + 1) * (minutes - 60 * whole);
}

/** The value of a placing, allowed or not. What is said of the options of a job that is not placed does not count. */
export function valueOf(problem: Problem, placing: Placing): Value {
  const placed: [number, number, number] = [0, 0, 0];
  const burdens = problem.groups.map(({ fixed }) => fixed);
  let reached = 0;
  for (const [j, job] of problem.jobs.entries()) {
    const candidate = job.candidates[placing.starts[j] ?? -1];
    if (candidate === undefined) continue;
    placed[job.priority - 1] = (placed[job.priority - 1] ?? 0) + 1;
    const pay = (group: number, cost: Cost | undefined): void => {
      burdens[group] = (burdens[group] ?? 0) + (cost ?? 0);
    };
    for (const [i, group] of job.attends.entries()) pay(group, candidate.costs[i]);
    for (const [o, option] of job.options.entries()) {
      if (placing.options[j]?.[o] !== true) continue;
      reached += option.people;
      for (const [i, group] of option.groups.entries()) pay(group, candidate.options[o]?.[i]);
    }
  }
  return {
    placed,
    reached,
    moved: problem.jobs.reduce((sum, job, j) => sum + movedLinks(job, placing, j), 0),
    penalty: problem.groups.reduce((sum, { carried }, g) => sum + penaltyOf(carried + (burdens[g] ?? 0)), 0),
    total: burdens.reduce((sum, burden) => sum + burden, 0),
    worst: burdens.reduce((worst, burden) => Math.max(worst, burden), 0),
    burdens,
  };
}

/** How many links of one job are not as they were: all of them if it begins at another time or nowhere, else those that become playback. */
export function movedLinks(job: Job, placing: Placing, j: number): number {
  if (!job.hadTime) return 0;
  const start = placing.starts[j] ?? -1;
  if (start < 0 || start !== job.was) return job.links;
  return job.options.reduce((sum, { links }, o) => sum + (placing.options[j]?.[o] === true ? 0 : links.length), 0);
}

/**
 * Negative: `a` is the better one for this kind of plan; 0: they are worth the same. Level after level: placed by class,
 * people reached, then what the kind is about (fairest: the penalty; least total: the total; least change: the moved
 * links), then the penalty, the fewer moved links (nothing moves without need) and the leximin of the burdens.
 */
export function compareValues(a: Value, b: Value, kind: PlanKind): number {
  return (
    b.placed[0] - a.placed[0] ||
    b.placed[1] - a.placed[1] ||
    b.placed[2] - a.placed[2] ||
    b.reached - a.reached ||
    (kind === "least-total" ? a.total - b.total : kind === "least-change" ? a.moved - b.moved : 0) ||
    a.penalty - b.penalty ||
    a.moved - b.moved ||
    compareLeximin(a.burdens, b.burdens)
  );
}

/** Negative: where they first differ, counted from the worst-off, `a` has the smaller burden. */
function compareLeximin(a: readonly Cost[], b: readonly Cost[]): number {
  const worstFirst = (burdens: readonly Cost[]): readonly Cost[] => [...burdens].sort((one, other) => other - one);
  const others = worstFirst(b);
  for (const [i, burden] of worstFirst(a).entries()) {
    const other = others[i] ?? 0;
    if (burden !== other) return compare(burden, other);
  }
  return 0;
}

/**
 * Whether a placing keeps all rules of the problem: its numbers name candidates and options, an option is kept live only
 * where the candidate allows it, no more is taken of anything than there is while a job takes of it, and orders are kept.
 * What is said of the options of a job that is not placed does not count.
 */
export function isLegal(problem: Problem, placing: Placing): boolean {
  return (
    placing.starts.length === problem.jobs.length &&
    placing.options.length === problem.jobs.length &&
    problem.jobs.every((job, j) => namesWhatIsThere(job, placing, j)) &&
    problem.orders.every(({ first, then }) => inOrder(problem, placing, first, then)) &&
    problem.resources.every((resource) => isEnough(problem, placing, resource))
  );
}

function namesWhatIsThere({ candidates, options }: Job, placing: Placing, j: number): boolean {
  const start = placing.starts[j];
  const kept = placing.options[j];
  if (start === undefined || kept?.length !== options.length) return false;
  if (start === -1) return true;
  const candidate = candidates[start];
  return candidate !== undefined && kept.every((isLive, o) => !isLive || (candidate.options[o] ?? null) !== null);
}

function inOrder({ jobs }: Problem, { starts }: Placing, first: number, then: number): boolean {
  const before = jobs[first]?.candidates[starts[first] ?? -1];
  const after = jobs[then]?.candidates[starts[then] ?? -1];
  return before === undefined || after === undefined || after.at >= before.at + (jobs[first]?.length ?? 0);
}

/** A sum can only become too large where somebody begins to take; what is taken by fixed ones alone is not looked at. */
function isEnough({ jobs }: Problem, placing: Placing, { capacity, uses, busy }: Resource): boolean {
  const taken = uses.flatMap(({ job, option, before, after, amount }) => {
    const candidate = jobs[job]?.candidates[placing.starts[job] ?? -1];
    if (candidate === undefined || (option !== null && placing.options[job]?.[option] !== true)) return [];
    const { at } = candidate;
    return [{ from: at - before, to: at + (jobs[job]?.length ?? 0) + after, amount }];
  });
  if (taken.length === 0) return true;
  const sumAt = (list: Resource["busy"], instant: number): number =>
    list.reduce((sum, { from, to, amount }) => sum + (from <= instant && instant < to ? amount : 0), 0);
  return [...taken, ...busy].every(({ from }) => {
    const own = sumAt(taken, from);
    return own === 0 || own + sumAt(busy, from) <= capacity;
  });
}
