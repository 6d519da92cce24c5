import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflictsOf } from "../../../shared/plan/conflicts.ts";
import { nextBetter, possibleStart, possibleStarts } from "../../../shared/plan/starts.ts";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { worldOf } from "../../../shared/plan/world.ts";
import { group, hoursWith, instant, occurrence, planWith, startWith, zones } from "../../support/planmaker.ts";
import type { GivenPlan } from "../../support/planmaker.ts";
import { randomPlan } from "../../support/randomplan.ts";

const talk = occurrence("talk");

function startsOf(given: GivenPlan, from: string, to: string): readonly PossibleStart[] {
  return possibleStarts(planWith(given), zones, talk, instant(from), instant(to));
}

const walls = (starts: readonly PossibleStart[]): readonly string[] => starts.map(({ start }) => start.wall.slice(11));
const legal = (starts: readonly PossibleStart[]) => starts.filter((start) => start.legal);

describe("the grid", () => {
  test("every quarter of an hour of the host's clock, the first instant included and the last not", () => {
    const given = { rooms: { kathmandu: { zone: "Asia/Kathmandu" } }, sessions: { talk: { in: "kathmandu" } } };
    expect(walls(startsOf(given, "2020-01-10T10:00Z", "2020-01-10T11:00Z"))).toEqual([
      "15:45",
      "16:00",
      "16:15",
      "16:30",
    ]);
    expect(walls(startsOf(given, "2020-01-10T10:01Z", "2020-01-10T10:31Z"))).toEqual(["16:00", "16:15"]);
  });

  test("five days are 480", () => {
    expect(startsOf({ sessions: { talk: {} } }, "2020-01-08T22:00Z", "2020-01-13T22:00Z")).toHaveLength(480);
  });

  const berlin = { conference: { city: "Berlin", zone: "Europe/Berlin" }, sessions: { talk: {} } };

  test("what the clocks leave out is not there", () => {
    const starts = startsOf(berlin, "2026-03-29T00:30Z", "2026-03-29T01:30Z");
    expect(walls(starts)).toEqual(["01:30", "01:45", "03:00", "03:15"]);
    expect(starts.every((start) => start.legal)).toBe(true);
  });

  test("what comes twice is there twice, each with its offset and without a conflict", () => {
    const starts = startsOf(berlin, "2026-10-25T00:30Z", "2026-10-25T01:30Z");
    expect(starts.map(({ start }) => [start.wall.slice(11), start.offset])).toEqual([
      ["02:30", 120],
      ["02:45", 120],
      ["02:00", 60],
      ["02:15", 60],
    ]);
    expect(starts.every((start) => start.legal)).toBe(true);
  });

  test("nothing for what is not there or is cancelled", () => {
    expect(startsOf({}, "2020-01-10T10:00Z", "2020-01-10T11:00Z")).toEqual([]);
    const cancelled = { sessions: { talk: { state: "cancelled" as const } } };
    expect(startsOf(cancelled, "2020-01-10T10:00Z", "2020-01-10T11:00Z")).toEqual([]);
    expect(possibleStart(planWith(cancelled), zones, talk, startWith("2020-01-10T10:00"))).toBeNull();
  });
});

describe("legal starts", () => {
  const day = (given: GivenPlan) => startsOf(given, "2020-01-09T22:00Z", "2020-01-10T22:00Z");

  test("the room is open, set-up and turn-round too, and nobody else is in it", () => {
    const given = {
      rooms: { durban: { setUp: 30, turnRound: 15, hours: hoursWith("blocked", [600, 900, "kind"]) } },
      sessions: { talk: { in: "durban" }, debate: { at: "2020-01-10T11:00", in: "durban", minutes: 30 } },
    };
    const starts = day(given);
    expect(walls(legal(starts))).toEqual(["12:15", "12:30", "12:45", "13:00", "13:15", "13:30", "13:45"]);
    const noon = starts.find(({ start }) => start.wall.endsWith("12:00"));
    expect(noon?.reasons).toMatchObject([{ kind: "room-turn-round", short: 15 }]);
    expect(starts.every((start) => start.legal === (start.reasons.length === 0))).toBe(true);
  });

  test("a warning makes none illegal", () => {
    const given = { groups: { mumbai: {} }, sessions: { talk: { links: ["mumbai"] } } };
    expect(legal(day(given))).toHaveLength(96);
  });

  test.each([
    ["nobody interprets", { sessions: { talk: { languages: ["en", "es"] } } }],
    [
      "the pool is too small for it alone",
      { pools: { booth: { size: 0 } }, sessions: { talk: { languages: ["en", "es"] } } },
    ],
    [
      "so is the venue's line",
      {
        rooms: { durban: { venueId: "hall", hours: hoursWith("kind") } },
        venues: { hall: { uplink: { up: 1, down: 1 } } },
        sessions: { talk: { in: "durban" } },
      },
    ],
  ])("what is so at any time makes none illegal: %s", (_what, given: GivenPlan) => {
    expect(legal(day(given))).toHaveLength(96);
  });

  test("a pool that another session needs does", () => {
    const given = {
      pools: { booth: {} },
      sessions: {
        talk: { languages: ["en", "es"] },
        debate: { at: "2020-01-10T10:00", languages: ["en", "es"] },
      },
    };
    const illegal = day(given).filter((start) => !start.legal);
    expect(walls(illegal)).toEqual(["09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45"]);
  });
});

describe("what a start costs", () => {
  const given = {
    groups: { angeles: { zone: "America/Los_Angeles" }, mumbai: { zone: "Asia/Kolkata" } },
    sessions: { talk: { at: "2020-01-10T16:15", minutes: 45, links: ["angeles", "mumbai"] } },
  };

  test("each group, the sum, and the worst band", () => {
    const [first, second] = startsOf(given, "2020-01-10T14:15Z", "2020-01-10T14:45Z");
    expect(first).toMatchObject({ worst: "shoulder", total: 2.25 });
    expect(Object.fromEntries(first?.costs ?? [])).toEqual({ angeles: 2.25, mumbai: 0 });
    expect(second).toMatchObject({ start: { wall: "2020-01-10T16:30" }, total: 1.5 + 0.25 });
  });

  test("blocked is worst of all, and without groups it is kind", () => {
    const [start] = startsOf(
      { groups: { angeles: { hours: hoursWith("blocked") } }, sessions: { talk: { links: ["angeles"] } } },
      "2020-01-10T14:15Z",
      "2020-01-10T14:30Z",
    );
    expect(start).toMatchObject({ worst: "blocked", total: 8 });
    const [free] = startsOf({ sessions: { talk: {} } }, "2020-01-10T14:15Z", "2020-01-10T14:30Z");
    expect(free).toMatchObject({ worst: "kind", total: 0 });
  });

  test("of one that is not on the grid", () => {
    const one = possibleStart(planWith(given), zones, talk, startWith("2020-01-10T16:20"));
    expect(one?.costs.get(group("angeles"))).toBe((40 * 3 + 5) / 60);
  });
});

describe("the next better one", () => {
  const slot = (minutes: number, total: number, isLegal = true): PossibleStart => {
    const start = startWith("2020-01-10T12:00");
    return {
      start: { ...start, instant: start.instant + minutes * 60_000 },
      legal: isLegal,
      reasons: [],
      worst: "kind",
      costs: new Map(),
      total,
    };
  };
  const current = slot(0, 4);
  const minutesOf = (found: PossibleStart | null) =>
    found === null ? null : (found.start.instant - current.start.instant) / 60_000;

  test.each([
    ["the nearest, not the best", [slot(-60, 0), slot(30, 3), slot(90, 0)], 30],
    ["the nearest may be earlier", [slot(-15, 3), slot(30, 3)], -15],
    ["of two as near the later", [slot(-30, 0), slot(30, 3)], 30],
    ["the order does not matter", [slot(30, 3), slot(-30, 0)], 30],
    ["none that costs as much", [slot(15, 4), slot(0, 4)], null],
    ["none that is illegal", [slot(15, 0, false)], null],
    ["nothing to choose from", [], null],
  ])("%s", (_what, starts, expected) => {
    expect(minutesOf(nextBetter(starts, current))).toBe(expected);
  });

  test("going on with it ends where nothing costs less", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(6), fc.boolean())), (slots) => {
        const starts = slots.map(([at, total, isLegal]) => slot(at * 15, total, isLegal));
        let at = current;
        for (let next = nextBetter(starts, at); next !== null; next = nextBetter(starts, at)) {
          expect(next.total).toBeLessThan(at.total);
          at = next;
        }
        const totals = legal(starts).map(({ total }) => total);
        expect(at.total).toBe(Math.min(current.total, ...totals));
      }),
    );
  });
});

test("a start is legal just when no error would involve the occurrence there that another time ends", () => {
  const always = new Set(["no-interpreters", "pool-empty", "uplink"]);
  fc.assert(
    fc.property(randomPlan, fc.nat(40), (plan, skip) => {
      const world = worldOf(plan, zones);
      for (const one of Object.values(plan.occurrences)) {
        if (one === undefined || one.start === null) continue;
        const from = one.start.instant + (skip - 20) * 3_600_000;
        for (const { start, legal: isLegal, reasons } of possibleStarts(plan, zones, one.id, from, from + 7_200_000)) {
          const errors = conflictsOf(world, one.id, start).filter(({ weight }) => weight === "error");
          expect(errors).toEqual(expect.arrayContaining([...reasons]));
          for (const { kind } of errors.filter(
            (error) => !reasons.includes(error) && !reasons.some(({ key }) => key === error.key),
          ))
            expect(always).toContain(kind);
          expect(isLegal).toBe(reasons.length === 0);
        }
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 5000 },
  );
});
