import type { Problem } from "../../shared/plan/suggest/problem.ts";

// A bound on the penalty by another way than the solver's: Lagrangian relaxation with subgradients (Held and Karp, 1970).
// No linear program is in it. Two things are given up and priced instead: that a group's burden is the sum of what its
// sessions cost it, and that no more is taken of a resource than there is. Then each session goes where it is cheapest by
// itself. Whatever the prices are, no plan that places as many of each class can have a smaller penalty.

const slot = 900_000;
/** Burdens are off by hundreds of minutes, resources by ones: by so much do the prices of these move more. */
const weight = 20_000;

interface Line {
  readonly capacity: Float64Array;
  readonly price: Float64Array;
  readonly sums: Float64Array;
  readonly used: Float64Array;
}

/** Where a job takes of a line, by candidate: the instants [first, end) of those that are looked at. */
interface Taking {
  readonly line: Line;
  readonly amount: number;
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/**
 * A number that the penalty (as in `Value.penalty`) of no plan lies below that places `placed` jobs of classes 1, 2, 3.
 * `value`: the penalty of a known one; it only says how large the steps are. Options are left out: they cost, too.
 */
export function otherBound(
  problem: Problem,
  placed: readonly [number, number, number],
  value: number,
  steps = 500,
): number {
  const { jobs, groups } = problem;
  const instants = problem.jobs.flatMap(({ candidates }) => candidates.map(({ at }) => at));
  if (instants.length === 0)
    return penaltyBeside(
      problem,
      groups.map(() => 0),
    );
  const first = Math.floor(instants.reduce((a, b) => Math.min(a, b)) / slot) * slot;
  const lines = new Map(problem.resources.map((resource) => [resource, lineOf(problem, resource, first)]));
  const takings: Taking[][] = jobs.map(() => []);
  for (const resource of problem.resources) {
    const line = lines.get(resource);
    for (const { job, option, before, after, amount } of resource.uses) {
      const one = jobs[job];
      if (line === undefined || option !== null || one === undefined) continue;
      const index = (instant: number): number =>
        Math.min(line.price.length, Math.max(0, Math.ceil((instant - first) / slot)));
      takings[job]?.push({
        line,
        amount,
        first: Int32Array.from(one.candidates, ({ at }) => index(at - before)),
        end: Int32Array.from(one.candidates, ({ at }) => index(at + one.length + after)),
      });
    }
  }

  // What a weighted minute of each group costs, at first what it costs a group that pays the average.
  const minute = Float64Array.from(groups, () => 1 + Math.sqrt(value / 30 / Math.max(1, groups.length)) / 2);
  let best = -Infinity;
  let reach = 1;
  let since = 0;
  for (let step = 0; step < steps && reach > 1e-4; step += 1) {
    const { bound, slope } = relaxed(problem, takings, [...lines.values()], minute, placed);
    if (bound > best + 1e-9) {
      best = bound;
      since = 0;
    } else {
      since += 1;
      if (since >= 15) {
        reach /= 2;
        since = 0;
      }
    }
    const all = [...lines.values()];
    let length = slope.reduce((sum, by) => sum + by * by, 0);
    for (const { price, used, capacity } of all) {
      for (const [i, one] of price.entries()) {
        const over = (used[i] ?? 0) - (capacity[i] ?? 0);
        if (one > 0 || over > 0) length += weight * over * over;
      }
    }
    if (length < 1e-12) break;
    const pace = (reach * Math.max(1, value - bound)) / length;
    for (const [g, by] of slope.entries()) minute[g] = Math.max(0, (minute[g] ?? 0) + pace * by);
    for (const { price, used, capacity } of all) {
      for (const [i, one] of price.entries())
        price[i] = Math.max(0, one + pace * weight * ((used[i] ?? 0) - (capacity[i] ?? 0)));
    }
  }
  return best;
}

function lineOf({ jobs }: Problem, { capacity, uses, busy }: Problem["resources"][number], first: number): Line {
  const last = uses.reduce((latest, { job, after }) => {
    const one = jobs[job];
    return Math.max(latest, ...(one?.candidates ?? []).map(({ at }) => at + (one?.length ?? 0) + after));
  }, first);
  const count = Math.ceil((last - first) / slot) + 1;
  const left = Float64Array.from({ length: count }, (_, i) => {
    const instant = first + i * slot;
    const taken = busy.reduce((sum, { from, to, amount }) => sum + (from <= instant && instant < to ? amount : 0), 0);
    return Math.max(0, capacity - taken);
  });
  return {
    capacity: left,
    price: new Float64Array(count),
    sums: new Float64Array(count + 1),
    used: new Float64Array(count),
  };
}

/** The bound at these prices, and how each group's price should change: what it would pay more than it is thought to. */
function relaxed(
  { jobs, groups }: Problem,
  takings: readonly (readonly Taking[])[],
  lines: readonly Line[],
  minute: Float64Array,
  placed: readonly number[],
): { readonly bound: number; readonly slope: Float64Array } {
  let bound = 0;
  for (const { price, sums, used, capacity } of lines) {
    used.fill(0);
    for (const [i, one] of price.entries()) {
      sums[i + 1] = (sums[i] ?? 0) + one;
      bound -= one * (capacity[i] ?? 0);
    }
  }
  const slope = new Float64Array(groups.length);
  for (const [g, { fixed, carried }] of groups.entries()) {
    const base = fixed + carried;
    const price = minute[g] ?? 0;
    // Where the next weighted minute would cost as much as its price.
    const thought = Math.max(base, 60 * Math.max(0, Math.ceil(price) - 1));
    bound += penalty(thought) - price * (thought - base);
    slope[g] = base - thought;
  }
  const cheapest = jobs.map(({ candidates, attends, priority }, j) => {
    let at = -1;
    let least = Infinity;
    for (const [c, { costs }] of candidates.entries()) {
      let sum = 0;
      for (const [i, g] of attends.entries()) sum += (minute[g] ?? 0) * (costs[i] ?? 0);
      for (const { line, amount, first, end } of takings[j] ?? [])
        sum += amount * ((line.sums[end[c] ?? 0] ?? 0) - (line.sums[first[c] ?? 0] ?? 0));
      if (sum < least) {
        least = sum;
        at = c;
      }
    }
    return { j, at, least, priority };
  });
  for (const [i, count] of placed.entries()) {
    const ofClass = cheapest.filter(({ priority, at }) => priority === i + 1 && at >= 0);
    ofClass.sort((a, b) => a.least - b.least);
    for (const { j, at, least } of ofClass.slice(0, count)) {
      bound += least;
      const job = jobs[j];
      for (const [k, g] of (job?.attends ?? []).entries())
        slope[g] = (slope[g] ?? 0) + (job?.candidates[at]?.costs[k] ?? 0);
      for (const { line, amount, first, end } of takings[j] ?? [])
        for (let s = first[at] ?? 0; s < (end[at] ?? 0); s += 1) line.used[s] = (line.used[s] ?? 0) + amount;
    }
  }
  return { bound, slope };
}

/** 60·h of weighted minutes, written once more: the k-th weighted hour costs k. */
function penalty(minutes: number): number {
  let sum = 0;
  for (let hour = 1; minutes > 0; hour += 1) {
    sum += hour * Math.min(60, minutes);
    minutes -= 60;
  }
  return sum;
}

function penaltyBeside({ groups }: Problem, more: readonly number[]): number {
  return groups.reduce((sum, { fixed, carried }, g) => sum + penalty(fixed + carried + (more[g] ?? 0)), 0);
}
