import type { ConferenceId, GroupId } from "../../ids.ts";
import { at } from "../../record.ts";
import { refuse } from "../../result.ts";
import type { Result } from "../../result.ts";
import { burdens } from "../burden.ts";
import { sameThing } from "../edits/apply.ts";
import { gridStarts } from "../grid.ts";
import { compare, groupsOf } from "../look.ts";
import type { Plan, Start } from "../model.ts";
import { dayOf, startOf } from "../times.ts";
import { World } from "../world.ts";
import type { Days } from "../world.ts";
import type { Zones } from "../zones.ts";
import { candidatesOf, weightedMinutes } from "./candidates.ts";
import type { JobOptions, Worlds } from "./candidates.ts";
import { ledgerOf } from "./ledger.ts";
import { liveOptionsOf, withPlayback } from "./options.ts";
import type { BurdenGroup, Candidate, Job, Placing, Problem } from "./problem.ts";
import { resourcesOf } from "./resources.ts";
import { conferenceDays, scopeOf, withStarts } from "./scope.ts";
import type { Fixed, Ground } from "./scope.ts";
import type { Wish } from "./suggestion.ts";

/** What a wish asks of a plan, as numbers, and what is needed to say the answer in the plan's words again. */
export interface Built {
  readonly problem: Problem;
  /**
   * What it began from: the draft, with what has begun where it was released (`Scope.plan`). Suggested placings stand in
   * it (`withPlacements`); in Repair its jobs are where the draft has them, not where they were released.
   */
  readonly plan: Plan;
  /** The same with every job where it was before: in Repair as released, what is not in the release nowhere. */
  readonly asItWas: Plan;
  readonly conferenceId: ConferenceId;
  readonly wish: Wish;
  /** What is placed and stays. */
  readonly fixed: readonly Fixed[];
  /** For each job the time that it had. */
  readonly was: readonly (Start | null)[];
  /** The jobs as they were; −1 where that is no candidate. They may be in conflict with one another. */
  readonly before: Placing;
  /** Of `asItWas`, conflicts or not: weighted hours of all groups and of the worst-off, and how many jobs have a time. */
  readonly beforeValue: { readonly total: number; readonly worst: number; readonly placed: number };
  /** The weighted hours of each group in `asItWas`. */
  readonly beforeBurdens: ReadonlyMap<GroupId, number>;
  /** The weighted hours of each group from earlier conferences, whether or not the wish weighs them. */
  readonly carried: ReadonlyMap<GroupId, number>;
}

/** `no-days`: the conference has no days, and nothing of it is placed. `no-release`: there is none that could be repaired. */
export type BuildRefusal = "not-found" | "no-days" | "no-release";

/**
 * Makes of a plan what is asked of the solver. The rules are those of the conflicts, asked of the same `World`: a
 * candidate is a start without an error, and what jobs can do to one another are resources and orders.
 * `not-found`: no such conference, or an occurrence is named that it does not have. @throws RangeError for an unknown zone
 */
export function buildProblem(plan: Plan, zones: Zones, wish: Wish, ground: Ground): Result<Built, BuildRefusal> {
  const conference = at(plan.conferences, wish.conferenceId);
  if (conference === undefined || !areOf(plan, wish)) return refuse("not-found");
  if (wish.mode === "repair" && ground.released === null) return refuse("no-release");
  const scope = scopeOf(plan, zones, wish, ground);
  const days = conferenceDays(scope.asItWas, zones, wish.conferenceId);
  if (days === null) return refuse("no-days");

  const jobs = scope.free.map((free) => ({ ...free, options: liveOptionsOf(scope.plan, free.occurrence) }));
  const worlds = worldsOf(scope.plan, zones, jobs);
  const startsFor = startsBetween(worlds.base, wish, conference.zone, days, ground);
  const candidates = jobs.map((job) => candidatesOf(worlds, job, startsFor(job)));
  const ledger = ledgerOf(scope.plan, zones, wish.conferenceId);
  const carried = new Map(ledger.rows.map((row) => [row.groupId, row.carried]));
  const groups = groupsIn(worlds, wish, jobs, carried);
  const numberOf = new Map(groups.map(({ id }, g) => [id, g]));
  const made = jobs.map((job, j) => jobOf(worlds, job, candidates[j] ?? [], numberOf));

  const before = burdens(scope.asItWas, zones, wish.conferenceId).total;
  const problem: Problem = {
    jobs: made,
    groups: withUnavoidable(groups, made),
    resources: resourcesOf(worlds, made),
    orders: ordersOf(worlds.base, jobs),
  };
  return {
    ok: true,
    value: {
      problem,
      plan: scope.plan,
      asItWas: scope.asItWas,
      conferenceId: wish.conferenceId,
      wish,
      fixed: scope.fixed,
      was: jobs.map(({ was }) => was),
      before: placingAsItWas(made),
      beforeValue: {
        total: [...before.values()].reduce((sum, burden) => sum + burden, 0),
        worst: Math.max(0, ...before.values()),
        placed: jobs.filter(({ was }) => was !== null).length,
      },
      beforeBurdens: before,
      carried,
    },
  };
}

function areOf(plan: Plan, { conferenceId, occurrenceIds }: Wish): boolean {
  return (occurrenceIds ?? []).every((id) => {
    const occurrence = at(plan.occurrences, id);
    return occurrence !== undefined && at(plan.sessions, occurrence.sessionId)?.conferenceId === conferenceId;
  });
}

/** The plan with every job nowhere, and for each number the option of that number live. */
function worldsOf(plan: Plan, zones: Zones, jobs: readonly JobOptions[]): Worlds {
  const nowhere = withStarts(plan, new Map(jobs.map(({ occurrence }) => [occurrence.id, null])));
  const worldWith = (live: number | null): World =>
    new World(
      withPlayback(
        nowhere,
        new Map(
          jobs.map(({ occurrence, options }) => [
            occurrence.id,
            new Set(options.flatMap(({ links }, k) => (k === live ? [] : links))),
          ]),
        ),
      ),
      zones,
    );
  const most = jobs.reduce((count, { options }) => Math.max(count, options.length), 0);
  return { base: worldWith(null), withOption: Array.from({ length: most }, (_, k) => worldWith(k)) };
}

/** The starts that a job is tried at: those of the grid on the days that are asked for, and the one that it had, first. */
function startsBetween(
  world: World,
  wish: Wish,
  zone: string,
  days: Days,
  { now }: Ground,
): (job: JobOptions) => readonly Start[] {
  const { zones } = world;
  const wanted = wish.days === null ? null : new Set(wish.days);
  const isAsked = ({ instant }: Start): boolean =>
    instant >= days.from &&
    instant < days.to &&
    (wish.mode === "plan" || instant > now) &&
    (wanted === null || wanted.has(dayOf(zones, zone, instant)));
  const grids = new Map<string, readonly Start[]>();
  const gridIn = (host: string): readonly Start[] => {
    const known = grids.get(host) ?? gridStarts(zones, host, days.from, days.to).filter(isAsked);
    grids.set(host, known);
    return known;
  };
  return ({ occurrence, was }) => {
    const grid = gridIn(world.demand(occurrence.id)?.host.zone ?? zone);
    if (was === null || !isAsked(was) || !canBeSaid(zones, was, occurrence.start)) return grid;
    // Sorting keeps what is equal in order: where the old start is on the grid it counts, as it is written.
    return [was, ...grid].sort((a, b) => a.instant - b.instant);
  };
}

/** A command says a start in wall time: with newer zone data one that was released may be another instant now. */
function canBeSaid(zones: Zones, was: Start, now: Start | null): boolean {
  if (now !== null && sameThing(was, now)) return true;
  const made = startOf(zones, was);
  return made.ok && made.value.instant === was.instant;
}

/** All groups that attend anything of the conference, or could by an option; in the order of `groupsOf`, then by id. */
function groupsIn(
  { base }: Worlds,
  { conferenceId, carry }: Wish,
  jobs: readonly JobOptions[],
  carried: ReadonlyMap<GroupId, number>,
): readonly BurdenGroup[] {
  const fixed = new Map<GroupId, number>();
  const pay = (id: GroupId, cost: number): void => {
    fixed.set(id, (fixed.get(id) ?? 0) + cost);
  };
  for (const { attends, from, to } of base.ofConference(conferenceId))
    for (const { group, hours } of attends) pay(group.id, weightedMinutes(hours, from, to));
  for (const { occurrence, options } of jobs) {
    for (const { group } of base.demand(occurrence.id)?.attends ?? []) pay(group.id, 0);
    for (const id of options.flatMap(({ groupIds }) => groupIds)) pay(id, 0);
  }
  const used = groupsOf(base.plan, conferenceId).map(({ id }) => id);
  const others = [...fixed.keys()].filter((id) => !used.includes(id)).sort(compare);
  return [...used.filter((id) => fixed.has(id)), ...others].map((id) => ({
    id,
    fixed: fixed.get(id) ?? 0,
    carried: carry ? Math.round((carried.get(id) ?? 0) * 60) : 0,
    unavoidable: 0,
  }));
}

function jobOf(
  { base }: Worlds,
  { occurrence, was, options }: JobOptions,
  candidates: readonly Candidate[],
  numberOf: ReadonlyMap<GroupId, number>,
): Job {
  const demand = base.demand(occurrence.id);
  if (demand === null) throw new Error(`${occurrence.id} is free and stands for nothing`);
  const numbers = (ids: readonly GroupId[]): readonly number[] => ids.map((id) => numberOf.get(id) ?? -1);
  const { session } = demand;
  return {
    id: occurrence.id,
    priority: session.priority === 1 ? 1 : session.priority === 2 ? 2 : 3,
    length: session.minutes * 60_000,
    candidates,
    attends: numbers(demand.attends.map(({ group }) => group.id)),
    options: options.map(({ links, groupIds }) => ({
      links,
      groups: numbers(groupIds),
      people: groupIds.reduce((sum, id) => sum + (at(base.plan.groups, id)?.people ?? 0), 0),
    })),
    was: was === null ? -1 : candidates.findIndex((candidate) => candidate.at === was.instant),
    hadTime: was !== null,
    // Without any it counts as one, or what nobody attends would move for nothing.
    links: was === null ? 0 : Math.max(1, occurrence.links.filter(({ mode }) => mode === "live").length),
  };
}

function withUnavoidable(groups: readonly BurdenGroup[], jobs: readonly Job[]): readonly BurdenGroup[] {
  const least = groups.map(({ fixed }) => fixed);
  for (const { attends, candidates } of jobs) {
    if (candidates.length === 0) continue;
    for (const [i, g] of attends.entries()) {
      const cheapest = candidates.reduce((cost, { costs }) => Math.min(cost, costs[i] ?? 0), Infinity);
      least[g] = (least[g] ?? 0) + cheapest;
    }
  }
  return groups.map((group, g) => ({ ...group, unavoidable: least[g] ?? 0 }));
}

/** Each occurrence of a session comes after each of the sessions that it names. */
function ordersOf(base: World, jobs: readonly JobOptions[]): Problem["orders"] {
  return jobs.flatMap(({ occurrence: { id, sessionId } }, then) => {
    const after = new Set(base.demand(id)?.session.after ?? []);
    return jobs.flatMap(({ occurrence }, first) =>
      // oxlint-disable-next-line unicorn/no-thenable -- a number; nobody waits for it
      after.has(occurrence.sessionId) && occurrence.sessionId !== sessionId ? [{ first, then }] : [],
    );
  });
}

function placingAsItWas(jobs: readonly Job[]): Placing {
  return {
    starts: jobs.map(({ was }) => was),
    options: jobs.map(({ candidates, was, options }) =>
      options.map((_, k) => (candidates[was]?.options[k] ?? null) !== null),
    ),
  };
}
