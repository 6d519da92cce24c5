import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandAt, defaultGroupHours } from "../../../shared/plan/bands.ts";
import { burdenOf, burdens, unavoidable } from "../../../shared/plan/burden.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import { possibleStarts } from "../../../shared/plan/starts.ts";
import { hourCost } from "../../../shared/plan/timeline.ts";
import { conferenceId, group, hoursWith, instant, occurrence, planWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";

const angeles = { city: "Los Angeles", zone: "America/Los_Angeles" };

describe("what a time costs", () => {
  const cost = (from: string, to: string, zone = angeles.zone): number =>
    burdenOf(defaultGroupHours, zones, zone, instant(from), instant(to));

  test.each([
    ["kind", "2020-01-10T16:00Z", "2020-01-10T18:00Z", 0],
    ["bearable", "2020-01-10T15:00Z", "2020-01-10T16:00Z", 1],
    ["shoulder, 06:15–07:00", "2020-01-10T14:15Z", "2020-01-10T15:00Z", 2.25],
    ["night", "2020-01-10T08:00Z", "2020-01-10T10:30Z", 20],
    ["over four of them, 22:30–07:30", "2020-01-10T06:30Z", "2020-01-10T15:30Z", 1.5 + 7 * 8 + 3 + 0.5],
    ["no time at all", "2020-01-10T08:00Z", "2020-01-10T08:00Z", 0],
    // 8 March 2020: 02:00 is 03:00; 1 November: 01:00–02:00 comes twice.
    ["a night of which an hour is left out, 00:00–06:00", "2020-03-08T08:00Z", "2020-03-08T13:00Z", 40],
    ["a night of which an hour comes twice, 00:00–06:00", "2020-11-01T07:00Z", "2020-11-01T14:00Z", 56],
    ["a week", "2020-01-10T08:00Z", "2020-01-17T08:00Z", 7 * (2 + 6 + 7 * 8)],
  ])("%s", (_what, from, to, expected) => {
    expect(cost(from, to)).toBe(expected);
  });

  test("blocked hours cost as much as night", () => {
    expect(
      burdenOf(hoursWith("blocked"), zones, "UTC", instant("2020-01-10T08:00Z"), instant("2020-01-10T09:00Z")),
    ).toBe(8);
  });

  test("it is the sum of its minutes", () => {
    const zone = fc.constantFrom(angeles.zone, "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Berlin");
    const first = Math.floor(instant("2026-01-01T00:00Z") / 60_000);
    const begin = fc.integer({ min: first, max: first + 365 * 1440 });
    fc.assert(
      fc.property(zone, begin, fc.integer({ min: 1, max: 3000 }), (name, from, length) => {
        let sum = 0;
        for (let at = from; at < from + length; at += 1)
          sum += hourCost[bandAt(defaultGroupHours, zones, name, at * 60_000)];
        const whole = burdenOf(defaultGroupHours, zones, name, from * 60_000, (from + length) * 60_000);
        expect(whole).toBeCloseTo(sum / 60, 9);
      }),
      { numRuns: 60 },
    );
  });
});

/** January 2020: an opening in Durban at 16:15, with the other three regions. */
const january: GivenPlan = {
  conference: { firstDay: "2020-01-10", lastDay: "2020-01-12" },
  rooms: { durban: {}, chennai: { city: "Chennai", zone: "Asia/Kolkata" } },
  groups: { angeles, salvador: { city: "San Salvador", zone: "America/El_Salvador" }, idle: {} },
  sessions: {
    opening: { at: "2020-01-10T16:15", in: "durban", minutes: 45, links: ["chennai", "angeles", "salvador"] },
  },
};

describe("what the plan costs", () => {
  test("the opening costs Los Angeles 2¼ weighted hours and nobody else anything", () => {
    const { ofOccurrence, total } = burdens(planWith(january), zones, conferenceId);
    const costs = { "durban-audience": 0, "chennai-audience": 0, angeles: 2.25, salvador: 0 };
    expect(ofOccurrence.size).toBe(1);
    expect(Object.fromEntries(ofOccurrence.get(occurrence("opening")) ?? [])).toEqual(costs);
    expect(Object.fromEntries(total)).toEqual({ ...costs, idle: 0 });
  });

  test.each([
    ["15:45", 3.5, 0],
    ["17:00", 0.75, 0.25],
  ])("at %s it would cost Los Angeles %d, Chennai %d", (time, inAngeles, inChennai) => {
    const opening = { ...january.sessions?.["opening"], at: `2020-01-10T${time}` };
    const { total } = burdens(planWith({ ...january, sessions: { opening } }), zones, conferenceId);
    expect([total.get(group("angeles")), total.get(group("chennai-audience"))]).toEqual([inAngeles, inChennai]);
  });

  test("several add up; cancelled ones, playback and what has no time cost nothing", () => {
    const early = { at: "2020-01-11T16:15", minutes: 45 };
    const plan = planWith({
      ...january,
      sessions: {
        ...january.sessions,
        again: { ...early, links: ["angeles"] },
        later: { ...early, links: [{ to: "angeles", mode: "playback" }] },
        off: { ...early, links: ["angeles"], state: "cancelled" },
        unplaced: { links: ["angeles"] },
        theirs: { ...early, links: ["angeles"], conferenceId: "other" },
      },
      conferences: { other: {} },
    });
    const { ofOccurrence, total } = burdens(plan, zones, conferenceId);
    expect([...ofOccurrence.keys()].toSorted()).toEqual(["again", "later", "opening"]);
    expect(total.get(group("angeles"))).toBe(4.5);
  });
});

describe("what cannot be avoided", () => {
  const least = (given: GivenPlan): Record<string, number> =>
    Object.fromEntries(unavoidable(planWith(given), zones, conferenceId));

  test("each group by its own best start", () => {
    // Chennai's room closes at 22:00, which is 08:30 in Los Angeles: a quarter of an hour before 08:00 is bearable.
    const others = { "durban-audience": 0, "chennai-audience": 0, salvador: 0, idle: 0 };
    expect(least(january)).toEqual({ ...others, angeles: 0.25 });
  });

  test("within the session's own range", () => {
    const opening = {
      ...january.sessions?.["opening"],
      range: { firstDay: null, lastDay: null, earliest: null, latest: 1020 },
    };
    // It ends at 17:00 at the latest: 06:15–07:00 in Los Angeles.
    expect(least({ ...january, sessions: { opening } })["angeles"]).toBe(2.25);
  });

  test("a room that is closed leaves no choice", () => {
    const hours = hoursWith("blocked", [600, 720, "kind"]);
    // Open 10:00–12:00: from 00:00 to 02:00 in Los Angeles.
    expect(least({ ...january, rooms: { ...january.rooms, durban: { hours } } })["angeles"]).toBe(6);
  });

  test("where no start is legal it is what it costs now", () => {
    const hours = hoursWith("blocked");
    expect(least({ ...january, rooms: { ...january.rooms, durban: { hours } } })["angeles"]).toBe(2.25);
  });

  test("a conference without days has those on which something is placed", () => {
    const talk = { at: "2020-01-10T16:15", in: "durban", minutes: 45, links: ["angeles"] };
    const dated = [{ date: "2020-01-11", from: 0, to: 1440, band: "kind" as const, why: "" }];
    const given = {
      rooms: { durban: {} },
      groups: { angeles: { ...angeles, hours: { ...hoursWith("shoulder"), dated } } },
    };
    expect(least({ ...given, sessions: { talk } })["angeles"]).toBe(2.25);
    const more = { talk, closing: { at: "2020-01-11T16:15" } };
    expect(least({ ...given, sessions: more })["angeles"]).toBe(0);
  });

  test("a long conference is looked at for a week around", () => {
    const dated = (date: string) => [{ date, from: 0, to: 1440, band: "kind" as const, why: "" }];
    const given = (day: string) => ({
      conference: { firstDay: "2020-01-01", lastDay: "2029-12-31" },
      groups: { angeles: { hours: { ...hoursWith("shoulder"), dated: dated(day) } } },
      sessions: { talk: { at: "2020-06-10T12:00", links: ["angeles"] } },
    });
    expect(least(given("2020-06-17"))["angeles"]).toBe(0);
    expect(least(given("2020-06-19"))["angeles"]).toBe(3);
  });

  test("it is the least over the legal starts of an occurrence that is alone in the plan", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        for (const one of Object.values(plan.occurrences)) {
          if (one === undefined || one.start === null) continue;
          const alone: Plan = { ...plan, occurrences: { [one.id]: one } };
          const session = alone.sessions[one.sessionId];
          const conference = session === undefined ? undefined : alone.conferences[session.conferenceId];
          if (conference === undefined || conference.firstDay === null || conference.lastDay === null) continue;
          const from = instant(`${conference.firstDay}T00:00Z`) - 86_400_000;
          const to = instant(`${conference.lastDay}T00:00Z`) + 2 * 86_400_000;
          if (to - from > 15 * 86_400_000) continue;
          const legal = possibleStarts(alone, zones, one.id, from, to).filter((start) => start.legal);
          const now = burdens(alone, zones, conference.id);
          for (const [groupId, cost] of unavoidable(alone, zones, conference.id)) {
            const costs = legal.map((start) => start.costs.get(groupId) ?? 0);
            expect(cost).toBe(costs.length === 0 ? (now.total.get(groupId) ?? 0) : Math.min(...costs));
          }
        }
      }),
      { numRuns: 15, interruptAfterTimeLimit: 5000 },
    );
  });
});
