import * as fc from "fast-check";
import type { GroupId, Instant, OccurrenceId } from "../../shared/ids.ts";
import type { Start } from "../../shared/plan/model.ts";
import type { Candidate, Job, Option, Placing, Problem, Resource, Value } from "../../shared/plan/suggest/problem.ts";
import type { PlanKind } from "../../shared/plan/suggest/suggestion.ts";
import { compareValues, isLegal, valueOf } from "../../shared/plan/suggest/value.ts";

// Problems for the solver, free of any plan: whatever whole numbers, small enough to try everything.

export const quarter = 900_000;

export function startAt(at: Instant): Start {
  return { wall: "2026-01-10T00:00", zone: "UTC", offset: 0, instant: at, zoneData: "2026f" };
}

/** A job at these times, in quarters of an hour; it has been nowhere, attends nothing, has no options. */
export function jobAt(times: readonly number[], change: Partial<Job> = {}): Job {
  const candidates: Candidate[] = times.map((time) => ({
    start: startAt(time * quarter),
    at: time * quarter,
    costs: [],
    options: [],
  }));
  return {
    id: "a" as OccurrenceId,
    priority: 1,
    length: 2 * quarter,
    candidates,
    attends: [],
    options: [],
    was: -1,
    hadTime: false,
    links: 0,
    ...change,
  };
}

/** A job that one group attends at these costs. */
export function jobCosting(costs: Readonly<Record<number, number>>, group: number, change: Partial<Job> = {}): Job {
  const job = jobAt(Object.keys(costs).map(Number), change);
  const candidates = job.candidates.map((candidate) => ({ ...candidate, costs: [costs[candidate.at / quarter] ?? 0] }));
  return { ...job, attends: [group], candidates };
}

export function problemWith(change: Partial<Problem>): Problem {
  return { jobs: [], groups: [], resources: [], orders: [], ...change };
}

export function groupWith(change: Partial<Problem["groups"][number]> = {}): Problem["groups"][number] {
  return { id: "g" as GroupId, fixed: 0, carried: 0, unavoidable: 0, ...change };
}

const whole = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });
const cost = fc.constantFrom(0, 0, 15, 30, 60, 45, 105, 180, 480);

/** Two to four jobs with up to four starts each, two groups, things of which there are one to three. */
export const randomProblem: fc.Arbitrary<Problem> = whole(2, 4).chain((count) =>
  fc
    .record({
      jobs: fc.tuple(...Array.from({ length: count }, () => randomJob)),
      groups: fc.tuple(randomGroup, randomGroup),
      resources: fc.array(randomResource(count), { minLength: 1, maxLength: 3 }),
      orders: fc.array(randomOrder(count), { maxLength: 2 }),
    })
    .map(({ jobs, groups, resources, orders }) => {
      const uses = (resource: Resource) =>
        resource.uses.filter(({ job, option }) => option === null || option < (jobs[job]?.options.length ?? 0));
      return {
        jobs,
        groups,
        resources: resources.map((resource) => ({ ...resource, uses: uses(resource) })),
        orders: orders.filter(({ first, then }) => first < then),
      };
    }),
);

function randomOrder(jobs: number): fc.Arbitrary<Problem["orders"][number]> {
  // oxlint-disable-next-line unicorn/no-thenable -- a number; nobody waits for it
  return fc.tuple(whole(0, jobs - 1), whole(0, jobs - 1)).map(([first, then]) => ({ first, then }));
}

const randomGroup = fc
  .record({ fixed: fc.constantFrom(0, 0, 30, 75), carried: fc.constantFrom(0, 0, 100) })
  .map((change) => groupWith(change));

const randomOption: fc.Arbitrary<Option> = fc.record({
  links: fc.constantFrom(["room:a"], ["room:a", "group:b"]),
  groups: fc.constantFrom([0], [1], []),
  people: fc.constantFrom(0, 5, 12),
});

const randomJob: fc.Arbitrary<Job> = fc
  .record({
    times: fc.uniqueArray(whole(0, 9), { maxLength: 4 }),
    priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
    length: whole(1, 4),
    attends: fc.constantFrom([], [0], [1], [0, 1]),
    options: fc.array(randomOption, { maxLength: 2 }),
    was: whole(-1, 3),
    hadTime: fc.boolean(),
    costs: fc.array(cost, { minLength: 40, maxLength: 40 }),
  })
  .map(({ times, priority, length, attends, options, was, hadTime, costs }) => {
    let next = 0;
    const draw = (): number => costs[next++ % costs.length] ?? 0;
    const candidates = times
      .toSorted((a, b) => a - b)
      .map((time) => ({
        start: startAt(time * quarter),
        at: time * quarter,
        costs: attends.map(draw),
        options: options.map(({ groups }) => (draw() > 100 ? null : groups.map(draw))),
      }));
    const links = hadTime ? 2 + options.reduce((sum, option) => sum + option.links.length, 0) : 0;
    return jobAt([], {
      priority,
      length: length * quarter,
      candidates,
      attends,
      options,
      was: hadTime && was < candidates.length ? was : -1,
      hadTime,
      links,
    });
  });

function randomResource(jobs: number): fc.Arbitrary<Resource> {
  const use = fc.record({
    job: whole(0, jobs - 1),
    option: fc.constantFrom(null, null, 0, 1),
    before: fc.constantFrom(0, quarter),
    after: fc.constantFrom(0, quarter),
    amount: whole(1, 2),
  });
  const taken = fc
    .record({ from: whole(0, 8), length: whole(1, 2), amount: whole(1, 2) })
    .map(({ from, length, amount }) => ({ from: from * quarter, to: (from + length) * quarter, amount }));
  return fc.record({
    name: fc.constant("room:a"),
    capacity: whole(1, 3),
    uses: fc.array(use, { minLength: 2, maxLength: 5 }),
    busy: fc.array(taken, { maxLength: 1 }),
  });
}

/** Every legal placing there is. */
export function* placings({ jobs, ...rest }: Problem): Generator<Placing> {
  const problem = { jobs, ...rest };
  function* from(starts: readonly number[], options: readonly (readonly boolean[])[]): Generator<Placing> {
    const job = jobs[starts.length];
    if (job === undefined) {
      if (isLegal(problem, { starts, options })) yield { starts, options };
      return;
    }
    yield* from([...starts, -1], [...options, job.options.map(() => false)]);
    for (const c of job.candidates.keys()) {
      for (let choice = 0; choice < 2 ** job.options.length; choice += 1) {
        const live = job.options.map((_, o) => (choice & (1 << o)) !== 0);
        yield* from([...starts, c], [...options, live]);
      }
    }
  }
  yield* from([], []);
}

/** Places and reaches as much. */
export function isOfLevel(a: Value, b: Value): boolean {
  return a.placed.every((count, i) => count === b.placed[i]) && a.reached === b.reached;
}

/** The best value of each kind, and the least that the worst-off group pays where as much is placed and reached. */
export function bestsOf(problem: Problem): Readonly<Record<PlanKind, Value>> & { readonly leastWorst: number } {
  const values = [...placings(problem)].map((placing) => valueOf(problem, placing));
  const best = (kind: PlanKind): Value => values.reduce((a, b) => (compareValues(b, a, kind) < 0 ? b : a));
  const fairest = best("fairest");
  const rivals = values.filter((value) => isOfLevel(value, fairest));
  return {
    fairest,
    "least-total": best("least-total"),
    "least-change": best("least-change"),
    leastWorst: Math.min(...rivals.map(({ worst }) => worst)),
  };
}
