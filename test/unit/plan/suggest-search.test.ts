import { describe, expect, it } from "vitest";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import type { Candidate, Job, Placing, Problem, Resource, Value } from "../../../shared/plan/suggest/problem.ts";
import { search } from "../../../shared/plan/suggest/search.ts";
import type { SearchKind } from "../../../shared/plan/suggest/search/best.ts";
import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";
import { compareValues, emptyPlacing, isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";
import type { GroupId, OccurrenceId } from "../../../shared/ids.ts";
import { otherBound } from "../../support/otherbound.ts";
import { conferenceId, startWith, zones } from "../../support/planmaker.ts";
import { planInstance, random } from "../../support/planinstances.ts";
import type { InstanceKind, InstanceOptions } from "../../support/planinstances.ts";

const minute = 60_000;

/** All that a search told of, asked `questions` times whether it may go on. */
function told(problem: Problem, kind: SearchKind, questions: number, more: { seed?: number; from?: Placing } = {}) {
  const plans: { readonly placing: Placing; readonly value: Value }[] = [];
  let asked = 0;
  const last = search(problem, {
    seed: 1,
    kind,
    ...more,
    until: () => (asked += 1) >= questions,
    onBetter: (placing, value) => plans.push({ placing, value }),
  });
  return { plans, last };
}

function built(kind: InstanceKind, seed: number, options: InstanceOptions): Problem {
  const wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry: false, seconds: 60 } as const;
  const made = buildProblem(planInstance(kind, seed, options), zones, wish, { now: 0, released: null });
  if (!made.ok) throw new Error(made.code);
  return made.value.problem;
}

/** Small problems of all that there can be: options, counted resources with some taken, orders, times that it had, off the grid too. */
function randomProblem(seed: number): Problem {
  const next = random(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const many = below(5) + 3;
  const groups = 4;
  const jobs = Array.from({ length: many }, (_, j): Job => {
    const options = Array.from({ length: below(3) }, (_, o) => ({
      links: [`group:${o}`],
      groups: [2 + o],
      people: below(4) * 5,
    }));
    const starts = new Set(
      Array.from({ length: below(12) }, () => below(24) * 15 * minute + (below(4) === 0 ? 7 * minute : 0)),
    );
    const candidates = [...starts]
      .sort((a, b) => a - b)
      .map((at): Candidate => ({
        start: { ...startWith("2020-01-10T10:00"), instant: at },
        at,
        costs: [below(20) * 15, below(20) * 15],
        options: options.map(() => (below(3) === 0 ? null : [below(8) * 15])),
      }));
    const hadTime = below(2) === 0;
    return {
      id: `o${j}` as OccurrenceId,
      priority: ([1, 2, 3] as const)[below(3)] ?? 3,
      length: [30, 45, 60, 90][below(4)]! * minute,
      candidates,
      attends: [0, 1],
      options,
      was: hadTime && candidates.length > 0 ? below(candidates.length) : -1,
      hadTime,
      links: hadTime ? 2 + options.length : 0,
    };
  });
  const resources = Array.from({ length: 4 }, (_, r): Resource => {
    const uses = jobs.flatMap((job, j) => {
      const use = { job: j, before: below(2) * 15 * minute, after: below(3) * 15 * minute, amount: 1 + below(2) };
      return [
        ...(below(2) === 0 ? [{ ...use, option: null }] : []),
        ...job.options.flatMap((_, option) => (below(2) === 0 ? [{ ...use, option }] : [])),
      ];
    });
    const from = below(20) * 15 * minute;
    const busy = below(2) === 0 ? [{ from, to: from + 60 * minute, amount: 1 }] : [];
    return { name: `pool:${r}`, capacity: 1 + r, uses, busy };
  });
  return {
    jobs,
    groups: Array.from({ length: groups }, (_, g) => ({
      id: `g${g}` as GroupId,
      fixed: below(5) * 15,
      carried: below(3) * 60,
      unavoidable: 0,
    })),
    resources,
    // oxlint-disable-next-line unicorn/no-thenable -- a number; nobody waits for it
    orders: many > 3 ? [{ first: 0, then: 2 }] : [],
  };
}

/** The best value of all placings, by trying every one. */
function bestOfAll(problem: Problem, kind: PlanKind): Value {
  const starts = problem.jobs.map(() => -1);
  const options = problem.jobs.map((job) => job.options.map(() => false));
  let best = valueOf(problem, emptyPlacing(problem));
  const go = (j: number): void => {
    const job = problem.jobs[j];
    const own = options[j];
    if (!isLegal(problem, { starts, options })) return;
    if (job === undefined || own === undefined) {
      const value = valueOf(problem, { starts, options });
      if (compareValues(value, best, kind) < 0) best = value;
      return;
    }
    for (let c = -1; c < job.candidates.length; c += 1) {
      starts[j] = c;
      for (let set = 0; set < (c < 0 ? 1 : 2 ** own.length); set += 1) {
        for (const o of own.keys()) own[o] = (set >> o) % 2 === 1;
        go(j + 1);
      }
    }
    starts[j] = -1;
    own.fill(false);
  };
  go(0);
  return best;
}

const kinds = ["fairest", "least-total", "least-change"] as const;
const levels = (value: Value, kind: PlanKind): readonly unknown[] => [
  value.placed,
  value.reached,
  kind === "least-total" ? value.total : kind === "least-change" ? value.moved : null,
  value.penalty,
];

describe("the search", () => {
  it("tells of legal placings only, each better than the one before, and ends with the last", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const problem = randomProblem(seed);
      for (const kind of kinds) {
        const { plans, last } = told(problem, kind, 3);
        for (const [i, { placing, value }] of plans.entries()) {
          expect(isLegal(problem, placing)).toBe(true);
          expect(value).toEqual(valueOf(problem, placing));
          const before = plans[i - 1];
          if (before !== undefined) expect(compareValues(value, before.value, kind)).toBeLessThan(0);
        }
        expect(plans.at(-1)?.placing).toEqual(last);
      }
    }
  });

  it("finds the best value of each level in problems small enough to try everything", () => {
    let tried = 0;
    for (let seed = 100; tried < 25; seed += 1) {
      const problem = randomProblem(seed);
      const ways = problem.jobs.reduce((all, job) => all * (1 + job.candidates.length * 2 ** job.options.length), 1);
      if (ways > 20_000 || problem.jobs.length < 3) continue;
      tried += 1;
      for (const kind of kinds) {
        const { last } = told(problem, kind, 30);
        expect([seed, levels(valueOf(problem, last), kind)]).toEqual([seed, levels(bestOfAll(problem, kind), kind)]);
      }
    }
  });

  it("does the same for the same seed and number of questions", () => {
    const problem = built("small", 3, {});
    const [one, other] = [told(problem, "fairest", 20), told(problem, "fairest", 20)];
    expect(one).toEqual(other);
    expect(told(problem, "fairest", 20, { seed: 2 }).last).not.toEqual(one.last);
  });

  it("begins from what it is given, and never ends worse", () => {
    const problem = built("small", 5, { groupExclusive: false });
    const { last } = told(problem, "fairest", 10);
    const again = told(problem, "fairest", 1, { seed: 9, from: last });
    expect(compareValues(valueOf(problem, again.last), valueOf(problem, last), "fairest")).toBeLessThanOrEqual(0);
    const nothing = told(problem, "fairest", 1, { from: { starts: problem.jobs.map(() => 9999), options: [] } });
    expect(isLegal(problem, nothing.last)).toBe(true);
  });

  it("changes little: all stays where it was if that is legal and everything is placed", () => {
    const problem = built("small", 6, { groupExclusive: false });
    const { last } = told(problem, "fairest", 10);
    const jobs = problem.jobs.map((job, j) => ({ ...job, hadTime: true, links: 2, was: last.starts[j] ?? -1 }));
    const kept = told({ ...problem, jobs }, "least-change", 5);
    expect(kept.last.starts).toEqual(last.starts);
  });

  it.each([1, 2, 3, 4, 5])("places a small conference whole, seed %i, and no bound lies above it", (seed) => {
    const problem = built("small", seed, {});
    const { last } = told(problem, "fairest", 10);
    const value = valueOf(problem, last);
    expect(value.placed.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(otherBound(problem, value.placed, value.penalty, 60)).toBeLessThanOrEqual(value.penalty + 1e-6);
  });

  it("spares the worst-off group more than sharing does, if it is asked to", () => {
    const problem = built("small", 11, { oneDay: true });
    const worstOf = (kind: SearchKind): number => valueOf(problem, told(problem, kind, 150).last).worst;
    expect(worstOf("least-worst")).toBeLessThan(worstOf("fairest"));
  });

  it("has nothing to do where nothing may move", () => {
    const problem: Problem = { jobs: [], groups: [], resources: [], orders: [] };
    expect(told(problem, "fairest", 3).last).toEqual({ starts: [], options: [] });
  });
});
