import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../../../shared/record.ts";
import { burdenOf } from "../../../shared/plan/burden.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { attendance, sessionOf } from "../../../shared/plan/look.ts";
import type { Plan, Start } from "../../../shared/plan/model.ts";
import { buildProblem } from "../../../shared/plan/suggest/build.ts";
import type { Built } from "../../../shared/plan/suggest/build.ts";
import { placementsOf, withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { Placing } from "../../../shared/plan/suggest/problem.ts";
import { reasonsOf } from "../../../shared/plan/suggest/reasons.ts";
import type { Reason, Wish } from "../../../shared/plan/suggest/suggestion.ts";
import { changeWords, placementWords, reasonWords } from "../../../shared/plan/suggest/words.ts";
import { startAt } from "../../../shared/plan/times.ts";
import { placedInTurn } from "../../support/placingall.ts";
import { conferenceId, hoursWith, planWith, startWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";
import { moved, wish } from "../../support/suggested.ts";

const ground = { now: 0, released: null };

function built(plan: Plan, change: Partial<Wish> = {}): Built | null {
  const result = buildProblem(plan, zones, { ...wish, ...change }, ground);
  return result.ok ? result.value : null;
}

function builtOf(given: GivenPlan): Built {
  const one = built(planWith(given));
  if (one === null) throw new Error("nothing to build of");
  return one;
}

/** The plan as it stands, as a placing. */
function asItIs({ before }: Built): Placing {
  return before;
}

const regions: GivenPlan = {
  conference: { firstDay: "2020-01-10", lastDay: "2020-01-12" },
  rooms: {
    durban: { name: "Durban", hours: hoursWith("blocked", [480, 1140, "kind"]) },
    angeles: { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles", hours: hoursWith("kind") },
    chennai: { name: "Chennai", city: "Chennai", zone: "Asia/Kolkata", hours: hoursWith("kind") },
  },
  groups: { near: { name: "Gauteng" } },
  sessions: {
    opening: {
      title: "Opening plenary",
      at: "2020-01-10T17:00",
      minutes: 90,
      in: "durban",
      links: ["angeles", "chennai"],
    },
    safety: { title: "Health and safety", at: "2020-01-10T12:00", in: "durban", links: ["near"] },
    Pinned: { at: "2020-01-11T10:00", in: "durban", pinned: true },
  },
};

function saidOf(one: Built, placing: Placing, locale: "en" | "es" = "en"): readonly string[] {
  return reasonsOf(one, zones, placing).map((reason) => {
    const { about, text } = reasonWords(one.plan, zones, reason, locale);
    return `${about}: ${text}`;
  });
}

describe("in words", () => {
  test("why a plenary lies between two ends of the day", () => {
    const one = builtOf(regions);
    expect(saidOf(one, asItIs(one))).toEqual([
      "“Opening plenary”, Friday 10 January 17:00 in Durban: An hour earlier would put Los Angeles at 06:00: 2½ hours of burden more.",
      "“Health and safety”, Friday 10 January 12:00 in Durban: Nobody pays for it here.",
      "“Opening plenary”, Friday 10 January 17:00 in Durban: An hour later would keep Chennai until 23:00: 2½ hours of burden more.",
      "“Opening plenary”, Friday 10 January 17:00 in Durban: Three quarters of an hour later the Durban room is closed.",
      "“Opening plenary”, Friday 10 January 17:00 in Durban: Los Angeles and Chennai pay 2 hours of burden together: no other free time for it costs less in all.",
      "“Opening plenary”, Friday 10 January 17:00 in Durban: 08:00 in Durban would keep Los Angeles until 23:30: 6 hours of burden more.",
      "“Pinned”, Saturday 11 January 10:00 in Durban: It is pinned.",
    ]);
  });

  test("the same in Spanish", () => {
    const one = builtOf(regions);
    expect(saidOf(one, asItIs(one), "es").slice(0, 3)).toEqual([
      "«Opening plenary», viernes 10 de enero a las 17:00 en Durban: Una hora antes empezaría a las 06:00 en Los Angeles: 2½ horas de carga más.",
      "«Health and safety», viernes 10 de enero a las 12:00 en Durban: Aquí nadie paga por ella.",
      "«Opening plenary», viernes 10 de enero a las 17:00 en Durban: Una hora después duraría hasta las 23:00 en Chennai: 2½ horas de carga más.",
    ]);
  });

  test("of one that stays where it costs more than elsewhere: that it stays, and nothing that speaks for moving it", () => {
    // 10:00 in Durban is midnight in Los Angeles; 17:00 would cost Chennai half an hour, and save eight hours.
    const one = builtOf({
      conference: { firstDay: "2027-03-05", lastDay: "2027-03-05" },
      rooms: { durban: {} },
      groups: {
        angeles: { city: "Los Angeles", zone: "America/Los_Angeles" },
        chennai: { city: "Chennai", zone: "Asia/Kolkata" },
      },
      sessions: { talk: { in: "durban", at: "2027-03-05T10:00", links: ["angeles", "chennai"] } },
    });
    expect(saidOf(one, asItIs(one))).toEqual(["“talk”, Friday 5 March 10:00 in Durban: It stays where it was."]);
  });

  test("most are left out where few are asked for", () => {
    const one = builtOf(regions);
    expect(reasonsOf(one, zones, asItIs(one), 2)).toEqual(reasonsOf(one, zones, asItIs(one)).slice(0, 2));
  });

  test("where a session goes, who gains and who pays", () => {
    const { plan } = builtOf(regions);
    const move = moved("opening", "2020-01-10T16:15", "2020-01-10T17:00");
    expect(placementWords(plan, zones, move, "en")).toBe(
      "“Opening plenary” goes from 16:15 to 17:00 on Friday 10 January in Durban: Los Angeles 07:00, Chennai 20:30.",
    );
    expect(changeWords(plan, zones, move, "en")).toBe("Los Angeles 3 to 1; Chennai ¼ to 1");
    expect(placementWords(plan, zones, { ...move, playback: ["room:chennai"] }, "en")).toBe(
      "“Opening plenary” goes from 16:15 to 17:00 on Friday 10 January in Durban: Los Angeles 07:00. Chennai gets it as playback.",
    );
    expect(placementWords(plan, zones, { ...move, start: null }, "es")).toBe(
      "«Opening plenary» sale del plan: no encuentra hora.",
    );
  });
});

test("where a session goes in the hour that the clocks show twice", () => {
  const plan = planWith({
    rooms: { hall: { city: "Los Angeles", zone: "America/Los_Angeles" } },
    sessions: { talk: { in: "hall", at: "2026-11-01T01:00" } },
  });
  const [first, second] = [-420, -480].map((offset) =>
    startWith({ wall: "2026-11-01T01:00", offset }, "America/Los_Angeles"),
  );
  const move = {
    occurrenceId: "talk" as Reason["occurrenceId"],
    was: first ?? null,
    start: second ?? null,
    playback: [],
  };
  const end = " on Sunday 1 November in Los Angeles: hall in Los Angeles 01:00.";
  expect(placementWords(plan, zones, move, "en")).toBe(
    `“talk” goes from 01:00 to 01:00 (the second time, UTC−8)${end}`,
  );
  expect(placementWords(plan, zones, { ...move, was: null, start: first ?? null }, "en")).toBe(
    `“talk” goes to 01:00 (the first time, UTC−7)${end}`,
  );
  expect(placementWords(plan, zones, { ...move, was: second ?? null }, "es")).toBe(
    "«talk» sigue a la 01:00 del domingo 1 de noviembre (por segunda vez, UTC−8) en Los Angeles: hall (Los Angeles) 01:00.",
  );
});

describe("each is true", () => {
  /** The occurrence moved there, with all the others where the placing has them. */
  function movedTo(plan: Plan, { occurrenceId }: Reason, start: Start): Plan {
    const one = at(plan.occurrences, occurrenceId);
    if (one === undefined) throw new Error(`no ${occurrenceId}`);
    return { ...plan, occurrences: { ...plan.occurrences, [occurrenceId]: { ...one, start } } };
  }
  const errorsFor = (plan: Plan, { occurrenceId }: Reason, conference = conferenceId) =>
    conflicts(plan, zones, conference).filter(
      ({ weight, occurrenceIds }) => weight === "error" && occurrenceIds.includes(occurrenceId),
    );
  /** What it costs each group, by hand. */
  function costsIn(plan: Plan, { occurrenceId }: Reason): ReadonlyMap<string, number> {
    const one = at(plan.occurrences, occurrenceId);
    const session = one === undefined ? undefined : sessionOf(plan, one);
    if (one === undefined || session === undefined || one.start === null) return new Map();
    const from = one.start.instant;
    return new Map(
      attendance(plan, one).flatMap(({ groupId }) => {
        const group = at(plan.groups, groupId);
        const to = from + session.minutes * 60_000;
        return group === undefined ? [] : [[groupId, burdenOf(group.hours, zones, group.zone, from, to)] as const];
      }),
    );
  }
  const sum = (costs: ReadonlyMap<string, number>): number => [...costs.values()].reduce((all, cost) => all + cost, 0);

  function check(one: Built, placing: Placing): readonly string[] {
    const plan = withPlacements(one.plan, placementsOf(one, placing));
    const kinds: string[] = [];
    for (const reason of reasonsOf(one, zones, placing)) {
      for (const locale of ["en", "es"] as const) {
        const { about, text } = reasonWords(plan, zones, reason, locale);
        expect(`${about}: ${text}`).not.toMatch(/undefined|null|NaN|Infinity| {2}| ,|\(\)/);
        expect(text).toMatch(/^[A-ZÁÉÍÓÚa-z0-9“«].*\.$/);
      }
      const start = at(plan.occurrences, reason.occurrenceId)?.start ?? null;
      expect(start?.instant).toBe(reason.start);
      if (start === null) continue;
      kinds.push(reason.kind);
      const there = (minutes: number): Plan =>
        movedTo(plan, reason, startAt(zones, start.zone, start.instant + minutes * 60_000));
      const here = costsIn(plan, reason);
      switch (reason.kind) {
        case "costs": {
          const more = (costsIn(there(reason.by), reason).get(reason.groupId) ?? 0) - (here.get(reason.groupId) ?? 0);
          expect(reason.more).toBeCloseTo(more, 9);
          expect(reason.more).toBeGreaterThan(0);
          break;
        }
        case "breaks":
          expect(errorsFor(there(reason.by), reason, one.conferenceId).map(({ key }) => key)).toContain(
            reason.conflict.key,
          );
          break;
        case "free":
          expect(sum(here)).toBe(0);
          break;
        case "cheapest": {
          expect(reason.total).toBeCloseTo(sum(here), 9);
          const job = one.problem.jobs.find(({ id }) => id === reason.occurrenceId);
          for (const { start: other } of job?.candidates ?? []) {
            const moving = movedTo(plan, reason, other);
            if (sum(costsIn(moving, reason)) < reason.total - 1e-9)
              expect(errorsFor(moving, reason, one.conferenceId)).not.toEqual([]);
          }
          break;
        }
        case "stays":
          expect(at(one.plan.occurrences, reason.occurrenceId)?.start?.instant).toBe(reason.start);
          break;
        case "fixed":
          expect(one.fixed).toContainEqual({ occurrenceId: reason.occurrenceId, because: reason.because });
          break;
      }
    }
    return kinds;
  }

  test("of a plan by hand", () => {
    const one = builtOf(regions);
    expect(check(one, asItIs(one))).toEqual(["costs", "free", "costs", "breaks", "cheapest", "costs", "fixed"]);
  });

  test("of random plans", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const one = built(plan, { conferenceId: "c1" as Wish["conferenceId"] });
        if (one === null) return;
        for (const kind of check(one, placedInTurn(one.problem))) seen.add(kind);
      }),
      { numRuns: 40, seed: 5 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(["breaks", "cheapest", "costs", "fixed", "free"]));
  });
});
