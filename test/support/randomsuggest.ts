import * as fc from "fast-check";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { hoursWith, planWith } from "./planmaker.ts";
import type { GivenLink, GivenPlan, GivenSession } from "./planmaker.ts";

// Small random plans for the solver: small enough to try everything, with all that makes it hard in them.

const places = {
  angeles: { city: "Los Angeles", zone: "America/Los_Angeles" },
  salvador: { city: "San Salvador", zone: "America/El_Salvador" },
  durban: { city: "Durban", zone: "Africa/Johannesburg" },
  berlin: { city: "Berlin", zone: "Europe/Berlin" },
  chennai: { city: "Chennai", zone: "Asia/Kolkata" },
  kathmandu: { city: "Kathmandu", zone: "Asia/Kathmandu" },
} as const;
type Place = keyof typeof places;

/** `near`: there are hours that suit everybody; `far`: somebody pays whatever one does. */
const regions: Readonly<Record<"near" | "far", readonly Place[]>> = {
  near: ["durban", "berlin", "chennai", "durban"],
  far: ["angeles", "chennai", "salvador", "kathmandu"],
};
/** First days: two ordinary ones and the night in which clocks change in Berlin and Los Angeles. */
const days = [
  ["2026-01-10", "2026-01-10"],
  ["2026-01-10", "2026-01-11"],
  ["2026-03-28", "2026-03-29"],
  ["2026-10-31", "2026-11-01"],
] as const;

interface Drawn {
  readonly region: "near" | "far";
  readonly days: (typeof days)[number];
  readonly numbers: readonly number[];
}

/** A plan of three rooms, two remote groups, two people, a pool, and three or four sessions with few starts each. */
export function randomSuggest(region: "near" | "far"): fc.Arbitrary<Plan> {
  return fc
    .record({
      region: fc.constant(region),
      days: fc.constantFrom(...days),
      numbers: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 160, maxLength: 160 }),
    })
    .map(planOf);
}

/** Ids of the occurrences that are pinned, for the words of a failure. */
export const pinnedOf = (plan: Plan): readonly OccurrenceId[] =>
  Object.values(plan.occurrences).flatMap((one) => (one?.pinned === true ? [one.id] : []));

function planOf({ region, days: [firstDay, lastDay], numbers }: Drawn): Plan {
  let used = 0;
  const draw = (below: number): number => (numbers[used++ % numbers.length] ?? 0) % below;
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[draw(items.length)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  };
  const chance = (percent: number): boolean => draw(100) < percent;
  const cities = regions[region];
  const place = (i: number) => places[cities[i % cities.length] ?? "durban"];

  const always = hoursWith("kind");
  const open = [
    always,
    always,
    always,
    hoursWith("blocked", [420, 1380, "kind"]),
    hoursWith("blocked", [540, 1140, "kind"]),
  ];
  const sharesLine = chance(40);
  const rooms: NonNullable<GivenPlan["rooms"]> = Object.fromEntries(
    ["r0", "r1", "r2"].map((id, i) => [
      id,
      {
        ...place(i),
        hours: oneOf(open),
        setUp: oneOf([0, 15, 30]),
        turnRound: oneOf([0, 0, 15]),
        ...(sharesLine && i < 2 ? { venueId: "hall" } : {}),
      },
    ]),
  );
  const groups: NonNullable<GivenPlan["groups"]> = Object.fromEntries([
    ...["g0", "g1"].map((id, i) => [
      id,
      { ...place(i + 2), people: 5 + draw(40), maySplit: chance(50), ...(chance(20) ? { hours: blockedAtNoon } : {}) },
    ]),
    ...["r0", "r1", "r2"].map((id) => [`${id}-audience`, { people: 10 + draw(50), maySplit: chance(40) }]),
  ]);
  const people: NonNullable<GivenPlan["people"]> = {
    p0: {
      ...place(draw(4)),
      rest: oneOf([0, 15, 30]),
      hours: region === "far" ? always : hoursWith("blocked", [390, 1410, "kind"]),
    },
    p1: {
      ...place(draw(4)),
      rest: 0,
      ...(chance(30) ? { places: [{ firstDay: lastDay, lastDay, ...place(0), roomId: null }] } : {}),
    },
  };
  const speaks = chance(40);
  const runs = sharesLine && chance(40);
  const pools: NonNullable<GivenPlan["pools"]> = {
    ...(speaks ? { interpreters: { size: oneOf([1, 2, 2]), rest: oneOf([0, 15]), longestStretch: 60 } } : {}),
    ...(runs
      ? { operators: { serves: { kind: "venue" as const, venueId: "hall" }, size: oneOf([1, 2]), rest: 0 } }
      : {}),
  };
  const rate = oneOf([4, 8, 12]);
  const count = speaks || sharesLine ? 3 : 3 + draw(2);
  const sessions: Record<string, GivenSession> = {};
  for (let i = 0; i < count; i += 1) {
    const host = chance(85) ? oneOf(["r0", "r1", "r2"]) : undefined;
    const others = ["r0", "r1", "r2", "g0", "g1"].filter((id) => id !== host && chance(32));
    let optional = 0;
    const links = others.map((to): GivenLink => {
      const isMay = optional < 2 && chance(35);
      if (isMay) optional += 1;
      return { to, need: isMay ? "may" : "must", mode: chance(8) ? "playback" : "live" };
    });
    const minutes = oneOf([30, 45, 60, 75]);
    const zone = host === undefined ? "durban" : host;
    const earliest = 60 * (region === "far" ? oneOf([5, 6, 7, 17, 18, 19]) : 8 + draw(8));
    const width = optional > 0 ? 90 : 150;
    const wall = (minute: number): string =>
      `${oneOf([firstDay, lastDay])}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    // Some stand off the grid; those that are pinned may stand anywhere, in conflict too.
    const at = chance(60) ? wall(earliest + oneOf([0, 15, 40, 60])) : null;
    sessions[`s${i}`] = {
      at,
      pinned: at !== null && chance(25),
      minutes,
      ...(host === undefined ? {} : { in: zone }),
      links,
      priority: 1 + draw(3),
      personIds: ["p0", "p1"].filter(() => chance(25)),
      languages: speaks && chance(60) ? ["en", "es"] : [],
      after: i > 0 && chance(25) ? [`s${draw(i)}`] : [],
      range: {
        firstDay: chance(30) ? lastDay : null,
        lastDay: null,
        earliest,
        latest: Math.min(2880, earliest + minutes + width),
      },
      state: chance(5) ? "cancelled" : "firm",
    };
  }
  return planWith({
    conference: { firstDay, lastDay, ...places.durban },
    rooms,
    groups,
    people,
    pools,
    venues: sharesLine ? { hall: { uplink: { up: rate, down: null } } } : {},
    sessions,
  });
}

const blockedAtNoon = hoursWith("night", [480, 1260, "kind"], [420, 480, "bearable"], [720, 780, "blocked", "prayer"]);
