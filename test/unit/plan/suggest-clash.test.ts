import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OccurrenceId } from "../../../shared/ids.ts";
import type { PlanCommand } from "../../../shared/protocol/plan.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { applyChanges } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import type { Link, Occurrence, Plan, Session } from "../../../shared/plan/model.ts";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import type { Built } from "../../../shared/plan/suggest/build.ts";
import { clashOf } from "../../../shared/plan/suggest/clash.ts";
import { conferenceDays } from "../../../shared/plan/suggest/scope.ts";
import type { Placing } from "../../../shared/plan/suggest/problem.ts";
import type { Demand, Unplaced, Way, Wish } from "../../../shared/plan/suggest/suggestion.ts";
import { emptyPlacing } from "../../../shared/plan/suggest/value.ts";
import { waysOut } from "../../../shared/plan/suggest/ways.ts";
import { clashWords, wayWords } from "../../../shared/plan/suggest/words.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import { canPlaceAll, placedInTurn } from "../../support/placingall.ts";
import { clashCases, crowdedMorning, onFriday } from "../../support/clashcases.ts";
import { conferenceId, occurrence, planWith, zones } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";
import { wish } from "../../support/suggested.ts";

const ground = { now: 0, released: null };

const mainId = "c1" as Wish["conferenceId"];

/** The plan with the days said that are looked at anyway: else they depend on what is placed. */
function withDays(plan: Plan, id: Wish["conferenceId"]): Plan {
  const conference = plan.conferences[id];
  const days = conferenceDays(plan, zones, id);
  if (conference === undefined || days === null) return plan;
  const said = {
    ...conference,
    firstDay: dayOf(zones, conference.zone, days.from),
    lastDay: dayOf(zones, conference.zone, days.to - 1),
  };
  return { ...plan, conferences: { ...plan.conferences, [id]: said } };
}

interface Found {
  readonly built: Built;
  readonly placing: Placing;
  readonly job: number;
  readonly unplaced: Unplaced;
}

/** The jobs that the placing leaves out, with their clash and the ways out of it. */
function unplacedOf(plan: Plan, change: Partial<Wish> = {}): readonly Found[] {
  const result = buildProblem(plan, zones, { ...wish, ...change }, ground);
  if (!result.ok) return [];
  const built = result.value;
  const placing = placedInTurn(built.problem);
  return built.problem.jobs.flatMap(({ id }, job) => {
    if ((placing.starts[job] ?? -1) >= 0) return [];
    const clash = clashOf(built, zones, ground, placing, job, canPlaceAll);
    const ways = waysOut(built, zones, ground, placing, job, canPlaceAll);
    return [{ built, placing, job, unplaced: { occurrenceId: id, ...clash, ways } }];
  });
}

/** Whether all sessions of a set of demands fit, the unplaced one with those of its own that are in the set. By hand. */
function fits({ built }: Found, id: OccurrenceId, demands: readonly Demand[]): boolean {
  const { plan } = built;
  const one = plan.occurrences[id];
  const session = one === undefined ? undefined : plan.sessions[one.sessionId];
  if (one === undefined || session === undefined) throw new Error(`no ${id}`);
  const has = (isIt: (demand: Demand) => boolean): boolean => demands.some(isIt);
  const kept = new Set<string>(demands.flatMap((demand) => (demand.kind === "session" ? [demand.occurrenceId] : [])));
  const sessionOf = (occurrenceId: string) => plan.occurrences[occurrenceId]?.sessionId;

  const links = one.links.filter((link: Link) =>
    has((demand) => demand.kind === "link" && demand.link === `${link.kind}:${link.id}`),
  );
  const changed: Session = {
    ...session,
    range: has(({ kind }) => kind === "range") ? session.range : null,
    languages: has(({ kind }) => kind === "languages") ? session.languages : [],
    personIds: session.personIds.filter((person) =>
      has((demand) => demand.kind === "person" && demand.personId === person),
    ),
    after: session.after.filter((first) =>
      has((demand) => demand.kind === "order" && demand.occurrenceId === id && sessionOf(demand.first) === first),
    ),
  };
  const sessions = Object.fromEntries(
    Object.entries(plan.sessions).map(([key, other]) => {
      const comes = has(
        (demand) => demand.kind === "order" && demand.first === id && sessionOf(demand.occurrenceId) === key,
      );
      const after = comes ? other?.after : other?.after.filter((first) => first !== session.id);
      return [key, other === undefined ? other : { ...other, after: after ?? [] }];
    }),
  );
  const occurrences: Record<string, Occurrence | undefined> = Object.fromEntries(
    Object.entries(plan.occurrences).filter(([key]) => kept.has(key)),
  );
  const free = built.problem.jobs.filter((job) => kept.has(job.id)).map((job) => job.id);
  const part = buildProblem(
    {
      ...plan,
      sessions: { ...sessions, [session.id]: changed },
      occurrences: { ...occurrences, [id]: { ...one, links } },
    },
    zones,
    { ...built.wish, occurrenceIds: [id, ...free] },
    ground,
  );
  if (!part.ok) throw new Error(part.code);
  return canPlaceAll(part.value.problem, [...part.value.problem.jobs.keys()]);
}

function expectSmallest(found: Found): void {
  const { occurrenceId, clash, smallest } = found.unplaced;
  expect(smallest).toBe(true);
  expect(clash.length).toBeGreaterThan(0);
  expect(fits(found, occurrenceId, clash)).toBe(false);
  for (const demand of clash) {
    const rest = clash.filter((other) => other !== demand);
    expect([demand, fits(found, occurrenceId, rest)]).toEqual([demand, true]);
  }
}

function commandsOf(way: Way): readonly PlanCommand[] {
  return way.command === null ? way.commands : [way.command];
}

function doneAll(plan: Plan, commands: readonly PlanCommand[]): Plan {
  let changed = plan;
  for (const command of commands) {
    const result = decideEdit(changed, command, { zones, now: 0, newId: () => "new" });
    if (!result.ok) throw new Error(`${command.name} is refused: ${result.code}`);
    changed = applyChanges(changed, result.changes);
  }
  return changed;
}

/** After the change all that was placed and the session can be placed together: built anew and tried. */
function expectWorks({ built, placing, unplaced }: Found, way: Way): void {
  const plan = doneAll(built.plan, commandsOf(way));
  const changed = buildProblem(plan, zones, built.wish, ground);
  if (!changed.ok) throw new Error(changed.code);
  const { problem } = changed.value;
  const wanted = new Set<string>([
    unplaced.occurrenceId,
    ...(way.command === null ? ["new"] : []),
    ...built.problem.jobs.filter((_, j) => (placing.starts[j] ?? -1) >= 0).map(({ id }) => id),
  ]);
  // A session that was moved to a time that is free only has to stay there.
  const jobs = problem.jobs.flatMap(({ id }, j) => (wanted.has(id) ? [j] : []));
  expect([way.how.kind, jobs.length, canPlaceAll(problem, jobs)]).toEqual([way.how.kind, wanted.size, true]);
}

/** Sentences, with nothing left open. */
function expectWhole(plan: Plan, { unplaced }: Found): void {
  for (const locale of ["en", "es"] as const)
    for (const text of [
      clashWords(plan, zones, unplaced, locale),
      ...unplaced.ways.map((way) => wayWords(plan, zones, way, locale)),
    ]) {
      expect(text).toMatch(/^[A-ZÁÉÍÓÚ“«].*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|~| {2}| ,|\(\)/);
    }
}

describe("why a session finds no time", () => {
  test.each(Object.entries(clashCases))("%s", (_name, { given, en, es, ways }) => {
    const plan = planWith({ conference: onFriday, ...given });
    const found = unplacedOf(plan);
    expect(found.map(({ unplaced }) => unplaced.occurrenceId)).toEqual(["panel"]);
    for (const one of found) {
      expectSmallest(one);
      expect(clashWords(plan, zones, one.unplaced, "en")).toBe(en);
      expect(clashWords(plan, zones, one.unplaced, "es")).toBe(es);
      expect(one.unplaced.ways.map((way) => wayWords(plan, zones, way, "en"))).toEqual(ways);
      for (const way of one.unplaced.ways) expectWorks(one, way);
    }
  });

  test("ways out in Spanish", () => {
    const said = (name: string) => {
      const plan = planWith({ conference: onFriday, ...clashCases[name]?.given });
      return unplacedOf(plan).flatMap(({ unplaced }) => unplaced.ways.map((way) => wayWords(plan, zones, way, "es")));
    };
    expect(said("no hour that all share").slice(0, 2)).toEqual([
      "Hacer «Panel» dos veces: una para Tokyo, otra para Los Angeles.",
      "Dar «Panel» al grupo Los Angeles en diferido.",
    ]);
    expect(said("a range and what is pinned in it")).toEqual([
      "Ampliar el margen de «Panel»: el viernes 10 de enero, entre las 08:00 y las 12:00.",
    ]);
  });

  test("what is not found out in time is not said", () => {
    const plan = planWith({ conference: onFriday, ...clashCases["more sessions than a room has time for"]?.given });
    const [found] = unplacedOf(plan);
    if (found === undefined) throw new Error("all are placed");
    const { built, placing, job } = found;
    const none = clashOf(built, zones, ground, placing, job, () => null);
    expect(none).toEqual({ clash: [], smallest: false });
    const unplaced = { ...found.unplaced, ...none };
    expect(clashWords(plan, zones, unplaced, "en")).toBe("“Panel” finds no time. Why was not found out.");
    // Whether all clash is known, and no more than that: the list stays as long as it is.
    let asked = 0;
    const once = (problem: Built["problem"], jobs: readonly number[]) =>
      asked++ === 0 ? canPlaceAll(problem, jobs) : null;
    const long = clashOf(built, zones, ground, placing, job, once);
    expect(long.smallest).toBe(false);
    expect(clashWords(plan, zones, { ...unplaced, ...long }, "en")).toBe(
      "“Panel” finds no time. These do not go together: the Durban room live, “Wages” and “Safety”. The list may be longer than it need be: whether it can be shorter was not found out.",
    );
  });

  test("what has no time left at all is not said to be hindered by anything", () => {
    const plan = planWith({ conference: onFriday, rooms: { durban: {} }, sessions: { talk: { in: "durban" } } });
    const built = buildProblem(plan, zones, { ...wish, days: ["2027-03-09"] }, ground);
    if (!built.ok) throw new Error(built.code);
    const found = clashOf(built.value, zones, ground, emptyPlacing(built.value.problem), 0, canPlaceAll);
    expect(found).toEqual({ clash: [], smallest: true });
    const unplaced = { occurrenceId: occurrence("talk"), ...found, ways: [] };
    expect(clashWords(plan, zones, unplaced, "en")).toBe(
      "“talk” finds no time: nothing is in its way, but no time that is asked about is left for it.",
    );
    expect(clashWords(plan, zones, unplaced, "es")).toBe(
      "«talk» no encuentra hora: nada se lo impide, pero de las horas por las que se pregunta no queda ninguna.",
    );
  });

  test("of crowded mornings: nothing can be left out of a clash, and each way out works", () => {
    const sizes: number[] = [];
    let tried = 0;
    fc.assert(
      fc.property(crowdedMorning, (plan) => {
        for (const found of unplacedOf(plan)) {
          if (found.unplaced.clash.length === 0) continue;
          expectSmallest(found);
          expectWhole(plan, found);
          sizes.push(found.unplaced.clash.filter(({ kind }) => kind === "session").length);
          for (const way of found.unplaced.ways) {
            expectWorks(found, way);
            tried += 1;
          }
        }
      }),
      { numRuns: 40, seed: 11, endOnFailure: true },
    );
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(sizes.length).toBeGreaterThan(20);
    expect(tried).toBeGreaterThan(20);
  });

  test("of random plans: nothing can be left out of a clash, and each way out works", () => {
    let clashes = 0;
    let tried = 0;
    fc.assert(
      fc.property(randomPlan, (plan) => {
        for (const found of unplacedOf(withDays(plan, mainId), { conferenceId: mainId })) {
          if (found.unplaced.clash.length === 0) continue;
          expectSmallest(found);
          expectWhole(plan, found);
          clashes += 1;
          for (const way of found.unplaced.ways) {
            expectWorks(found, way);
            tried += 1;
          }
        }
      }),
      { numRuns: 20, seed: 3, endOnFailure: true },
    );
    expect(clashes).toBeGreaterThan(10);
    expect(tried).toBeGreaterThan(10);
  });

  test("no error is new where a way out places it", () => {
    for (const { given } of Object.values(clashCases)) {
      const plan = planWith({ conference: onFriday, ...given });
      for (const { built, unplaced } of unplacedOf(plan))
        for (const way of unplaced.ways) {
          const changed = doneAll(built.plan, commandsOf(way));
          const errors = conflicts(changed, zones, conferenceId).filter(({ weight }) => weight === "error");
          expect(errors).toEqual([]);
        }
    }
  });
});
