import { beforeAll, expect, test } from "vitest";
import type { Group, Occurrence, Person, Plan, Pool, Room, Session, Venue } from "../../../shared/plan/model.ts";
import type { SessionId } from "../../../shared/ids.ts";
import { conferenceId, hoursWith, planWith } from "../../support/planmaker.ts";
import { factsOf } from "../../support/checker.ts";
import { tzifClock } from "../../support/randomplan.ts";
import { brokenBy, suggest } from "../../support/suggesting.ts";

// The checker that finds no broken rule in any suggestion does find what is wrong: one violation each, planted in a
// suggested plan that has none.

const angeles = { city: "Los Angeles", zone: "America/Los_Angeles" };
const berlin = { city: "Berlin", zone: "Europe/Berlin" };
const draft = planWith({
  conference: { firstDay: "2026-03-28", lastDay: "2026-03-29" },
  venues: { hall: { uplink: { up: 100, down: 100 } } },
  rooms: {
    durban: { venueId: "hall", setUp: 15, turnRound: 15 },
    small: { venueId: "hall" },
    berlin: { ...berlin, hours: hoursWith("kind") },
  },
  groups: { coast: { ...angeles }, north: { ...berlin } },
  people: { rosa: { rest: 15 } },
  pools: { interpreters: { size: 1, rest: 15 }, operators: { serves: { kind: "venue", venueId: "hall" }, size: 2 } },
  sessions: {
    opening: { in: "durban", links: ["berlin"], personIds: ["rosa"], priority: 1 },
    talk: { in: "durban", links: ["north"], personIds: ["rosa"], after: ["opening"] },
    workshop: { in: "small", languages: ["en", "es"] },
    panel: { in: "berlin", links: ["north"], languages: ["en", "es"] },
    night: { links: ["coast"] },
  },
});

let good: Plan;
let jobs: Awaited<ReturnType<typeof suggest>>;
beforeAll(async () => {
  jobs = await suggest(draft);
  good = jobs.draft("fairest");
});

test("the suggested plan places all five and breaks no rule", () => {
  expect(Object.values(good.occurrences).filter((one) => one?.start == null)).toEqual([]);
  expect(brokenBy(jobs, good, tzifClock)).toEqual([]);
});

type Planted = readonly [string, (plan: Plan) => Plan];
const violations: readonly Planted[] = [
  ["room-closed", (plan) => room(plan, "durban", { hours: hoursWith("blocked") })],
  ["room-closed", (plan) => room(plan, "durban", { hours: closedBefore(plan, "opening", 15) })],
  ["room-closed", (plan) => room(plan, "durban", { hours: closedAfter(plan, "opening", 15) })],
  ["room-double", (plan) => meet(plan, "talk", "opening", 30)],
  ["room-turn-round", (plan) => meet(plan, "talk", "opening", 70)],
  ["group-blocked", (plan) => group(plan, "north", { hours: hoursWith("blocked") })],
  ["group-double", (plan) => meet(plan, "panel", "talk", 15)],
  ["person-double", (plan) => meet(plan, "talk", "opening", 65)],
  ["person-blocked", (plan) => person(plan, "rosa", { hours: hoursWith("blocked") })],
  ["person-travel", (plan) => person(plan, "rosa", { travel: [onTheWay(plan, "talk")] })],
  ["person-places", (plan) => person(plan, "rosa", { places: twoPlaces })],
  ["pool-empty", (plan) => meet(plan, "panel", "workshop", 30)],
  ["pool-empty", (plan) => pool(plan, "interpreters", { size: 0 })],
  ["pool-rest", (plan) => meet(plan, "panel", "workshop", 65)],
  ["pool-empty", (plan) => pool(plan, "operators", { size: 0 })],
  ["no-interpreters", (plan) => session(plan, "night", { languages: ["en", "pt"] })],
  ["uplink", (plan) => venue(plan, "hall", { uplink: { up: 3, down: null } })],
  ["uplink", (plan) => venue(plan, "hall", { uplink: { up: null, down: 5 } })],
  ["order", (plan) => session(plan, "opening", { after: ["talk" as SessionId] })],
  ["gap", (plan) => wall(plan, "panel", "2026-03-29T02:30", 60)],
  ["outside-conference", (plan) => move(plan, "night", 3 * 1440)],
  ["outside-range", (plan) => session(plan, "panel", { range: { ...anyRange, lastDay: "2026-03-01" } })],
  ["outside-range", (plan) => session(plan, "panel", { range: { ...anyRange, latest: 1 } })],
];

test.each(violations.map(([kind, plant], i) => [i + 1, kind, plant] as const))(
  "planted %i: %s is found",
  (_, kind, plant) => {
    const kinds = (plan: Plan): readonly (string | undefined)[] =>
      brokenBy(jobs, plan, tzifClock).map((line) => line.split(" | ")[0]);
    expect(kinds(good)).not.toContain(kind);
    expect(kinds(plant(good))).toContain(kind);
  },
);

test("a fold that nobody chose is found too", () => {
  const autumn = planWith({
    conference: { firstDay: "2026-10-25", lastDay: "2026-10-25", ...berlin },
    sessions: { late: { at: "2026-10-25T02:30" } },
  });
  expect(factsOf(autumn, tzifClock, conferenceId).map((line) => line.split(" | ")[0])).toEqual(["fold"]);
});

const minute = 60_000;
const anyRange = { firstDay: null, lastDay: null, earliest: null, latest: null };
const twoPlaces = ["Here", "There"].map((city) => ({
  firstDay: "2026-03-27",
  lastDay: "2026-03-30",
  city,
  zone: "Africa/Johannesburg",
  roomId: null,
}));

function startOf(plan: Plan, id: string): NonNullable<Occurrence["start"]> {
  const start = plan.occurrences[id]?.start;
  if (start == null) throw new Error(`${id} has no time`);
  return start;
}

const at = (plan: Plan, id: string, instant: number): Plan => {
  const start = startOf(plan, id);
  const text = new Date(instant + (start.offset ?? 0) * minute).toISOString().slice(0, 16);
  return put(plan, "occurrences", id, { start: { ...start, wall: text, instant } });
};
const move = (plan: Plan, id: string, minutes: number): Plan =>
  at(plan, id, startOf(plan, id).instant + minutes * minute);
/** One begins so many minutes after another has begun. */
const meet = (plan: Plan, id: string, other: string, minutes: number): Plan =>
  at(plan, id, startOf(plan, other).instant + minutes * minute);
const wall = (plan: Plan, id: string, text: string, offset: number): Plan =>
  put(plan, "occurrences", id, {
    start: { ...startOf(plan, id), wall: text, offset, instant: Date.parse(`${text}:00Z`) - offset * minute },
  });
const onTheWay = (plan: Plan, id: string): Person["travel"][number] => {
  const start = startOf(plan, id);
  return { from: start, to: { ...start, instant: start.instant + 30 * minute }, why: "" };
};
/** Minutes of the Durban day. */
const minuteOf = (plan: Plan, id: string): number => (startOf(plan, id).instant / minute + 120) % 1440;
const closedBefore = (plan: Plan, id: string, minutes: number) =>
  hoursWith("kind", [minuteOf(plan, id) - minutes, minuteOf(plan, id), "blocked"]);
const closedAfter = (plan: Plan, id: string, minutes: number) =>
  hoursWith("kind", [minuteOf(plan, id) + 60, minuteOf(plan, id) + 60 + minutes, "blocked"]);

const put = (plan: Plan, kind: keyof Plan, id: string, change: object): Plan => ({
  ...plan,
  [kind]: { ...plan[kind], [id]: { ...plan[kind][id], ...change } },
});
const room = (plan: Plan, id: string, change: Partial<Room>): Plan => put(plan, "rooms", id, change);
const group = (plan: Plan, id: string, change: Partial<Group>): Plan => put(plan, "groups", id, change);
const person = (plan: Plan, id: string, change: Partial<Person>): Plan => put(plan, "people", id, change);
const pool = (plan: Plan, id: string, change: Partial<Pool>): Plan => put(plan, "pools", id, change);
const venue = (plan: Plan, id: string, change: Partial<Venue>): Plan => put(plan, "venues", id, change);
const session = (plan: Plan, id: string, change: Partial<Session>): Plan => put(plan, "sessions", id, change);
