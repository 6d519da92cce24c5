import type { PlanFile } from "../../shared/plan/model.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { planFile } from "../../shared/plan/file.ts";
import { buildProblem } from "../../shared/plan/suggest/build.ts";
import type { Built } from "../../shared/plan/suggest/build.ts";
import type { Candidate, Job, Placing, Resource } from "../../shared/plan/suggest/problem.ts";
import type { Wish } from "../../shared/plan/suggest/suggestion.ts";
import { conferenceId, instant, zones } from "./planmaker.ts";

// What is asked of the solver, of small plans, and how tests speak of it.

export const everything: Wish = {
  conferenceId,
  mode: "plan",
  days: null,
  occurrenceIds: null,
  carry: false,
  seconds: 10,
};

/** `now`: "2026-03-05T10:00Z"; without it, long ago. `released`: a plan as it was released. */
export interface GivenGround {
  readonly now?: string;
  readonly released?: Plan;
}

export function refusalOrBuilt(plan: Plan, wish: Partial<Wish> = {}, { now, released }: GivenGround = {}) {
  const file: PlanFile | null = released === undefined ? null : planFile(released, conferenceId);
  return buildProblem(
    plan,
    zones,
    { ...everything, ...wish },
    { now: now === undefined ? 0 : instant(now), released: file },
  );
}

/** @throws if it is refused */
export function build(plan: Plan, wish: Partial<Wish> = {}, ground: GivenGround = {}): Built {
  const built = refusalOrBuilt(plan, wish, ground);
  if (!built.ok) throw new Error(`refused: ${built.code}`);
  return built.value;
}

/** The job of an occurrence. @throws if that is not free */
export function jobOf({ problem }: Built, id: string): Job {
  const job = problem.jobs.find((one) => one.id === id);
  if (job === undefined) throw new Error(`${id} is no job`);
  return job;
}

/** The wall times at which an occurrence may begin. */
export const wallsOf = (built: Built, id: string): readonly string[] =>
  jobOf(built, id).candidates.map(({ start }) => start.wall);

/** @throws if it may not begin then */
export function candidateAt(built: Built, id: string, wall: string): Candidate {
  const found = jobOf(built, id).candidates.find(({ start }) => start.wall === wall);
  if (found === undefined) throw new Error(`${id} may not begin at ${wall}`);
  return found;
}

export function resourceNamed({ problem }: Built, name: string): Resource | null {
  return problem.resources.find((one) => one.name === name) ?? null;
}

/** A placing by wall times (null: not placed), with these links as playback ("talk room:lima"). What is not named is as it was. */
export function placingWith(
  built: Built,
  walls: Readonly<Record<string, string | null>>,
  playback: readonly string[] = [],
): Placing {
  const { jobs } = built.problem;
  return {
    starts: jobs.map(({ id, candidates }, j) => {
      const wall = walls[id];
      if (wall === undefined) return built.before.starts[j] ?? -1;
      return wall === null ? -1 : candidates.indexOf(candidateAt(built, id, wall));
    }),
    options: jobs.map(({ id, options }) =>
      options.map(({ links }) => !links.some((link) => playback.includes(`${id} ${link}`))),
    ),
  };
}
