import type { Plan } from "../../shared/plan/model.ts";
import { addDays } from "../../shared/plan/times.ts";
import { hoursWith, planWith } from "./planmaker.ts";
import type { GivenPlan } from "./planmaker.ts";

// Conferences of the two sizes at which suggesting is measured, random by a seed. Nothing is placed in them.
// small: 3 days, 6 rooms, 12 groups, 40 sessions. big: 10 days, 10 rooms, 25 groups, 120 sessions. Of the sessions 35 % are
// in one room, 45 % in two, 20 % in three; 2–4 groups come to each; 30 % have a second speaker, 30 % interpreters; they take
// 45 minutes to 2 hours. Rooms are open 07–23 and need a quarter of an hour before each session; people rest as long.

export interface InstanceOptions {
  /** Each session may lie on one day only. */
  readonly oneDay?: boolean;
  /** Each session of a big one may lie on three days only. */
  readonly ranges?: boolean;
  /** Groups may not split. */
  readonly groupExclusive?: boolean;
}

export type InstanceKind = "small" | "big";

/** The first day of every instance; in the fortnight after it no clock changes anywhere. */
export const firstDay = "2026-01-12";

/** Places by the hours that they are ahead of UTC in January. */
const places: Readonly<Record<string, readonly [city: string, zone: string]>> = {
  "-8": ["Los Angeles", "America/Los_Angeles"],
  "-7": ["Phoenix", "America/Phoenix"],
  "-6": ["San Salvador", "America/El_Salvador"],
  "-5": ["Bogotá", "America/Bogota"],
  "-4": ["San Juan", "America/Puerto_Rico"],
  "-3": ["Recife", "America/Recife"],
  "0": ["Abidjan", "Africa/Abidjan"],
  "1": ["Lagos", "Africa/Lagos"],
  "2": ["Durban", "Africa/Johannesburg"],
  "3": ["Nairobi", "Africa/Nairobi"],
  "5.5": ["Chennai", "Asia/Kolkata"],
  "5.75": ["Kathmandu", "Asia/Kathmandu"],
  "8": ["Manila", "Asia/Manila"],
};

const sizes = {
  small: { days: 3, rooms: 6, groups: 12, sessions: 40, people: 20, pools: 3, orders: 5 },
  big: { days: 10, rooms: 10, groups: 25, sessions: 120, people: 45, pools: 6, orders: 15 },
} as const;

const roomZones = { small: [-8, -6, -6, 2, 2, 5.5], big: [-8, -6, -6, 2, 2, 5.5, -5, 1, 5.5, -3] } as const;
const groupZones = [-8, -8, -6, -6, -5, -5, 2, 2, 5.5, 5.5, 5.5, 1, -3, -7, 5.75, 3, 8, 2, -6, -8, 0, 5.5, 2, -4, 5.5];
const groupPeople = [30, 12, 25, 8, 14, 6, 40, 22, 35, 12, 9, 5];
const lengths = [45, 60, 90, 120];
const languages = ["es", "pt", "fr", "hi", "ne", "tl"];

interface Drawn {
  readonly rooms: readonly number[];
  readonly groups: readonly number[];
  readonly speakers: readonly number[];
  readonly pool: number | null;
  readonly minutes: number;
  readonly priority: 1 | 2 | 3;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly after: number[];
}

/** An instance as a plan of one conference (`conferenceId` of planmaker.ts). Sessions are "s0", "s1" …, groups "g0" … */
export function planInstance(kind: InstanceKind, seed: number, options: InstanceOptions = {}): Plan {
  const size = sizes[kind];
  const zones = roomZones[kind];
  const { speakerZones, sessions } = draw(kind, seed, options);
  const { days } = size;
  const dayAt = (index: number): string => addDays(firstDay, index);
  const open = Array.from({ length: days }, (_, i) => ({
    date: dayAt(i),
    from: 7 * 60,
    to: 23 * 60,
    band: "kind" as const,
    why: "",
  }));
  const named = <Value>(prefix: string, count: number, make: (i: number) => Value): Record<string, Value> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, make(i)]));

  const rooms = named("r", size.rooms, (i) => ({
    name: `${placeAt(zones[i] ?? 0).city} ${i + 1}`,
    ...placeAt(zones[i] ?? 0),
    setUp: 15,
    hours: { rest: "blocked" as const, week: [], dated: open },
  }));
  const groups: NonNullable<GivenPlan["groups"]> = {
    ...named("g", size.groups, (i) => ({
      name: `${placeAt(groupZones[i] ?? 0).city} ${i + 1}`,
      ...placeAt(groupZones[i] ?? 0),
      people: groupPeople[i % groupPeople.length] ?? 0,
      maySplit: !(options.groupExclusive ?? true),
    })),
    // Who is in a room pays nothing: rooms are open at their audiences' kind hours only.
    ...Object.fromEntries(
      Object.keys(rooms).map((id) => [`${id}-audience`, { maySplit: true, hours: hoursWith("kind") }]),
    ),
  };
  const people = named("p", size.people, (i) => ({
    ...placeAt(speakerZones[i] ?? 0),
    rest: 15,
    hours: hoursWith("blocked", [390, 1410, "kind"]),
  }));
  const pools = named("i", size.pools, (i) => ({
    serves: { kind: "languages" as const, pair: ["en", languages[i] ?? ""] as const },
    rest: 15,
  }));
  const all = named("s", size.sessions, (i) => {
    const one = sessions[i];
    if (one === undefined) throw new Error(`no session ${i}`);
    const [host, ...others] = one.rooms.map((room) => `r${room}`);
    const whole = one.firstDay === 0 && one.lastDay === days - 1;
    return {
      title: `Session ${i + 1}`,
      minutes: one.minutes,
      priority: one.priority,
      range: whole
        ? null
        : { firstDay: dayAt(one.firstDay), lastDay: dayAt(one.lastDay), earliest: null, latest: null },
      languages: one.pool === null ? [] : ["en", languages[one.pool] ?? ""],
      personIds: one.speakers.map((speaker) => `p${speaker}`),
      after: one.after.map((first) => `s${first}`),
      ...(host === undefined ? {} : { in: host }),
      links: [...others, ...one.groups.map((group) => `g${group}`)],
    };
  });
  // Evenings in the west are on the next day here.
  const conference = {
    name: `Instance ${seed}`,
    city: "Abidjan",
    zone: "Africa/Abidjan",
    firstDay,
    lastDay: dayAt(days),
  };
  return planWith({ conference, rooms, groups, people, pools, sessions: all });
}

/** What is random in it. The order of draws is part of what an instance is: a seed means the same everywhere. */
function draw(
  kind: InstanceKind,
  seed: number,
  options: InstanceOptions,
): { readonly speakerZones: readonly number[]; readonly sessions: readonly Drawn[] } {
  const size = sizes[kind];
  const zones = roomZones[kind];
  const next = random(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const speakerZones = Array.from({ length: size.people }, () => zones[below(size.rooms)] ?? 0);
  const sessions = Array.from({ length: size.sessions }, (_, i): Drawn => {
    const rooms = new Set([i % size.rooms]);
    const share = next();
    const extra = share < 0.35 ? 0 : share < 0.8 ? 1 : 2;
    for (let k = 0; k < extra; k += 1) rooms.add(below(size.rooms));
    const groups = new Set<number>();
    const count = 2 + below(3);
    while (groups.size < count) groups.add(below(size.groups));
    const speakers = new Set([below(size.people)]);
    if (next() < 0.3) speakers.add(below(size.people));
    const minutes = lengths[below(4)] ?? 60;
    const priority = next() < 0.25 ? 1 : next() < 0.6 ? 2 : 3;
    let [first, last] = [0, size.days - 1];
    if (options.oneDay === true) first = last = below(size.days);
    if (kind === "big" && options.ranges === true) {
      first = below(size.days - 2);
      last = first + 2;
    }
    const pool = next() < 0.3 ? below(size.pools) : null;
    const who = { rooms: [...rooms], groups: [...groups], speakers: [...speakers], pool };
    return { ...who, minutes, priority, firstDay: first, lastDay: last, after: [] };
  });
  for (let k = 0; k < size.orders; k += 1) {
    const first = below(size.sessions);
    const then = below(size.sessions);
    if (first < then) sessions[then]?.after.push(first);
  }
  return { speakerZones, sessions };
}

function placeAt(hours: number): { readonly city: string; readonly zone: string } {
  const [city, zone] = places[String(hours)] ?? [];
  if (city === undefined || zone === undefined) throw new Error(`no place is ${hours} hours ahead`);
  return { city, zone };
}

/** mulberry32, by Tommy Ettinger (public domain): even numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
