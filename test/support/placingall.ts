import type { Placing, Problem, Resource } from "../../shared/plan/suggest/problem.ts";

/**
 * Whether jobs of a small problem can all be placed together, by trying every start of every one: the answer that others
 * are held to. Options need not be kept live.
 */
export function canPlaceAll({ jobs, resources, orders }: Problem, wanted: readonly number[]): boolean {
  const starts = jobs.map(() => -1);
  const isFree = (job: number): boolean =>
    resources.every((resource) => holds(resource, jobs, starts, job)) &&
    orders.every(({ first, then }) => (first !== job && then !== job) || inOrder(jobs, starts, first, then));
  const place = ([job, ...others]: readonly number[]): boolean => {
    if (job === undefined) return true;
    for (const candidate of jobs[job]?.candidates.keys() ?? []) {
      starts[job] = candidate;
      if (isFree(job) && place(others)) return true;
    }
    starts[job] = -1;
    return false;
  };
  // Those with few starts first: what does not go is found out sooner.
  return place(wanted.toSorted((a, b) => (jobs[a]?.candidates.length ?? 0) - (jobs[b]?.candidates.length ?? 0)));
}

function holds(
  { capacity, uses, busy }: Resource,
  jobs: Problem["jobs"],
  starts: readonly number[],
  job: number,
): boolean {
  const taken = [
    ...busy,
    ...uses.flatMap((use) => {
      const one = jobs[use.job];
      const candidate = one?.candidates[starts[use.job] ?? -1];
      if (one === undefined || candidate === undefined || use.option !== null) return [];
      return [{ from: candidate.at - use.before, to: candidate.at + one.length + use.after, amount: use.amount }];
    }),
  ];
  if (!uses.some((use) => use.job === job)) return true;
  return taken.every(
    ({ from }) =>
      taken.reduce((sum, one) => (one.from <= from && from < one.to ? sum + one.amount : sum), 0) <= capacity,
  );
}

function inOrder(jobs: Problem["jobs"], starts: readonly number[], first: number, then: number): boolean {
  const before = jobs[first];
  const begins = jobs[then]?.candidates[starts[then] ?? -1]?.at;
  const began = before?.candidates[starts[first] ?? -1]?.at;
  return before === undefined || began === undefined || begins === undefined || began + before.length <= begins;
}

/** Every job at its first start that is free, in the order of their priority; options are left out. */
export function placedInTurn(problem: Problem): Placing {
  const { jobs } = problem;
  const starts = jobs.map(() => -1);
  const isFree = (job: number): boolean =>
    problem.resources.every((resource) => holds(resource, jobs, starts, job)) &&
    problem.orders.every(({ first, then }) => (first !== job && then !== job) || inOrder(jobs, starts, first, then));
  for (const [job] of [...jobs.entries()].sort(([, a], [, b]) => a.priority - b.priority)) {
    const found = [...(jobs[job]?.candidates.keys() ?? [])].find((candidate) => {
      starts[job] = candidate;
      return isFree(job);
    });
    starts[job] = found ?? -1;
  }
  return { starts, options: jobs.map(({ options }) => options.map(() => false)) };
}
