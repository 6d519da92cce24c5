import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConferenceId, Instant, OccurrenceId } from "../../../shared/ids.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { gridStarts } from "../../../shared/plan/grid.ts";
import { hostZone, sessionOf } from "../../../shared/plan/look.ts";
import type { Link, Plan, Start } from "../../../shared/plan/model.ts";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import type { Built } from "../../../shared/plan/suggest/build.ts";
import { placementsOf, withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { Placing } from "../../../shared/plan/suggest/problem.ts";
import { emptyPlacing, isLegal } from "../../../shared/plan/suggest/value.ts";
import { hoursWith, zones } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";

// What the solver is asked is what the conflicts say: a placing keeps the rules of the problem if and only if the plan with
// it has no error that involves a session that was free.

const conferenceId = "c1" as ConferenceId;
const runs = { numRuns: 300, interruptAfterTimeLimit: 8000 };
const hour = 3_600_000;

/** In most random plans little can stand anywhere; in these more can, and gets in one another's way. */
function easier(plan: Plan): Plan {
  const hours = hoursWith("bearable", [480, 1260, "kind"], [0, 300, "night"]);
  const open = <Thing>(things: Readonly<Partial<Record<string, Thing>>>, change: (thing: Thing) => Thing) =>
    Object.fromEntries(
      Object.entries(things).flatMap(([id, thing]) => (thing === undefined ? [] : [[id, change(thing)]])),
    );
  return {
    ...plan,
    conferences: open(plan.conferences, (conference) => ({ ...conference, firstDay: null, lastDay: null })),
    rooms: open(plan.rooms, (room) => ({ ...room, hours })),
    groups: open(plan.groups, (group) => ({ ...group, hours })),
    people: open(plan.people, (person) => ({ ...person, hours, places: [], travel: [] })),
    pools: open(plan.pools, (pool) => ({ ...pool, size: pool.size + 1 })),
    sessions: open(plan.sessions, (session) => ({ ...session, range: null, languages: session.languages.slice(0, 2) })),
    occurrences: open(plan.occurrences, (one) => ({ ...one, pinned: false })),
  };
}

const somePlan = fc.oneof(randomPlan, randomPlan.map(easier));

function build(plan: Plan): Built | null {
  const wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry: false, seconds: 1 } as const;
  const built = buildProblem(plan, zones, wish, { now: 0, released: null });
  return built.ok ? built.value : null;
}

/** The errors of the plan in which a session that was free takes part. */
function errorsIn(plan: Plan, { problem }: Built): readonly string[] {
  const free = new Set<string>(problem.jobs.map(({ id }) => id));
  return conflicts(plan, zones, conferenceId)
    .filter(({ weight, occurrenceIds }) => weight === "error" && occurrenceIds.some((id) => free.has(id)))
    .map(({ key }) => key);
}

/** The plan with a placing. Links to become playback are named even of jobs that are not placed: nothing comes of it. */
const planWith = (built: Built, placing: Placing): Plan => withPlacements(built.plan, placementsOf(built, placing));

/** Numbers by chance, from a seed. */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some of the jobs, most of them near one another, so that they meet; options by chance, now and then where they may not be. */
function somePlacing({ problem }: Built, throws: (below: number) => number): Placing {
  const { jobs } = problem;
  const all = jobs.flatMap(({ candidates }) => candidates.map(({ at }) => at));
  const centre = all[throws(Math.max(1, all.length))] ?? 0;
  const starts = jobs.map(({ candidates }) => {
    const near = candidates.flatMap(({ at }, c) => (Math.abs(at - centre) <= 1.5 * hour ? [c] : []));
    const pool = throws(8) === 0 ? [...candidates.keys()] : near;
    return throws(6) === 0 ? -1 : (pool[throws(Math.max(1, pool.length))] ?? -1);
  });
  const options = jobs.map(({ candidates, options: own }, j) =>
    own.map(
      (_, o) => throws(2) === 0 && (throws(12) === 0 || (candidates[starts[j] ?? -1]?.options[o] ?? null) !== null),
    ),
  );
  return { starts, options };
}

describe("a problem", () => {
  test("allows exactly the placings in which no session that was free takes part in an error", () => {
    const seen = { legal: 0, illegal: 0, crowded: 0, live: 0 };
    fc.assert(
      fc.property(somePlan, fc.nat(), (plan, seed) => {
        const built = build(plan);
        if (built === null || built.problem.jobs.every(({ candidates }) => candidates.length === 0)) return;
        const throws = dice(seed);
        for (let i = 0; i < 12; i += 1) {
          const placing = somePlacing(built, throws);
          const isBearable = optionsAreBearable(built, placing);
          const errors = errorsIn(planWith(built, placing), built);
          expect(isLegal(built.problem, placing), errors.join("; ")).toBe(errors.length === 0 && isBearable);
          seen[errors.length === 0 ? "legal" : "illegal"] += 1;
          const count = placing.starts.filter((start) => start >= 0).length;
          if (errors.length === 0 && count > 2) seen.crowded += 1;
          if (errors.length === 0 && isBearable && placing.options.flat().includes(true)) seen.live += 1;
        }
      }),
      runs,
    );
    // What was seen is not all of one kind.
    for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(10);
  });

  test("has as candidates exactly the starts at which a session alone, with its must links, breaks no rule", () => {
    const seen = { allowed: 0, refused: 0 };
    fc.assert(
      fc.property(somePlan, fc.nat(), (plan, seed) => {
        const built = build(plan);
        if (built === null) return;
        const throws = dice(seed);
        for (const [j, job] of built.problem.jobs.entries()) {
          const all = startsOf(built, job.id);
          const known = new Set(job.candidates.map(({ at }) => at));
          for (const start of all.filter(() => throws(Math.ceil(all.length / 8)) === 0)) {
            const alone = { id: job.id, start, keep: throws(3) === 0 ? null : throws(Math.max(1, job.options.length)) };
            const errors = errorsIn(planWithOne(built, alone), built);
            const option = alone.keep === null ? undefined : job.options[alone.keep];
            const candidate = job.candidates.find(({ at }) => at === start.instant);
            if (option === undefined) expect(known.has(start.instant), errors.join("; ")).toBe(errors.length === 0);
            else if (errors.length > 0) expect(candidate?.options[alone.keep ?? 0] ?? null).toBeNull();
            else expect(candidate).toBeDefined();
            seen[errors.length === 0 ? "allowed" : "refused"] += 1;
          }
          expect(job.candidates.map(({ at }) => at)).toEqual([...known].toSorted((a, b) => a - b));
          expect(built.before.starts[j]).toBe(job.was);
        }
      }),
      runs,
    );
    for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(100);
  });
});

/** Starts on the grid of a session's host, over the days on which anything is placed and those of the conference. */
function startsOf({ plan, asItWas }: Built, id: OccurrenceId): readonly Start[] {
  const occurrence = plan.occurrences[id];
  const session = occurrence && sessionOf(plan, occurrence);
  const { from, to } = daysIn(asItWas);
  return session === undefined || from >= to ? [] : gridStarts(zones, hostZone(plan, session).zone, from, to);
}

/** From the first to the last start of anything of the conference. */
function daysIn(plan: Plan): { readonly from: Instant; readonly to: Instant } {
  const instants = Object.values(plan.occurrences).flatMap((one) => {
    const session = one && sessionOf(plan, one);
    return session?.conferenceId !== conferenceId || session.state === "cancelled" ? [] : (one?.start?.instant ?? []);
  });
  return { from: Math.min(...instants), to: Math.max(...instants) };
}

/** The plan with one session at a start and all other free ones nowhere; of its options the one of this number is live. */
function planWithOne(
  built: Built,
  { id, start, keep }: { readonly id: OccurrenceId; readonly start: Start; readonly keep: number | null },
): Plan {
  const { starts: nowhere } = emptyPlacing(built.problem);
  const others = planWith(built, { ...emptyPlacing(built.problem), starts: nowhere });
  const occurrence = others.occurrences[id];
  const job = built.problem.jobs.find((one) => one.id === id);
  if (occurrence === undefined || job === undefined) throw new Error(`${id} is not free`);
  const playback = job.options.flatMap(({ links }, o) => (o === keep ? [] : links));
  const links = occurrence.links.map((link): Link =>
    playback.includes(`${link.kind}:${link.id}`) ? { ...link, mode: "playback" } : link,
  );
  return { ...others, occurrences: { ...others.occurrences, [id]: { ...occurrence, start, links } } };
}

/** No option is kept live where a candidate forbids it though it would break no rule: it would be beyond bearable hours. */
function optionsAreBearable({ problem }: Built, { starts, options }: Placing): boolean {
  return problem.jobs.every(
    ({ candidates }, j) =>
      starts[j] === -1 ||
      (options[j] ?? []).every((isLive, o) => !isLive || (candidates[starts[j] ?? -1]?.options[o] ?? null) !== null),
  );
}
