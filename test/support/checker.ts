import type { Conflict } from "../../shared/plan/conflict.ts";
import type { Band, Hours, Link, Occurrence, Person, Plan, Pool, Session } from "../../shared/plan/model.ts";
import { lastOfPlaces, localAt, resolve } from "./checkertime.ts";
import type { Clock } from "./checkertime.ts";

/**
 * A second opinion on a plan's conflicts. It shares types with `shared/plan` and nothing else: it looks at every step of
 * time there is, asks of each what happens in it, and knows no intervals. Slow, and so simple that one can see it is right.
 *
 * A fact is a line of text: the kind, the occurrence that it is about, whom it touches, the other occurrences, and what
 * the kind has beside that.
 */
type Fact = string;

const minute = 60_000;
/** All times of the plans that are checked are whole minutes. */
const step = minute;
/** Mbit/s of a room that is linked live. */
const need = { up: 4, down: 6 } as const;
const weights: Readonly<Record<Band, number>> = { kind: 0, bearable: 1, shoulder: 3, night: 8, blocked: 8 };

interface Placed {
  readonly id: string;
  readonly occurrence: Occurrence;
  readonly session: Session;
  readonly from: number;
  /** The steps of the session. */
  readonly steps: ReadonlySet<number>;
}

function fact(kind: string, first: string, touched: string, others: readonly string[] = [], more = ""): Fact {
  return [kind, first, touched, others.toSorted().join("+"), more].join(" | ");
}

/** What a conflict of the code under test is as a fact. */
export function factOf(conflict: Conflict): Fact {
  const [first, ...others] = conflict.occurrenceIds;
  const of = (touched: string, more = ""): Fact => fact(conflict.kind, first, touched, others, more);
  switch (conflict.kind) {
    case "room-closed":
      return of(conflict.roomId, conflict.part);
    case "room-double":
      return of(conflict.roomId);
    case "room-turn-round":
      return of(conflict.roomId, `${conflict.short}`);
    case "group-blocked":
    case "group-double":
      return of(conflict.groupId);
    case "group-night":
      return of(conflict.groupId, conflict.burden.toFixed(6));
    case "person-double":
      return of(conflict.personId, `${conflict.short}`);
    case "person-travel":
    case "person-blocked":
    case "person-places":
      return of(conflict.personId);
    case "pool-empty":
    case "pool-rest":
      return of(conflict.poolId, `${conflict.needed} of ${conflict.size}`);
    case "no-interpreters":
      return of(conflict.pair.toSorted().join("-"));
    case "uplink":
      return of(conflict.venueId, `${conflict.direction} ${conflict.needed} of ${conflict.has}`);
    case "order":
      return of(conflict.first);
    case "gap":
    case "fold":
    case "outside-conference":
      return of("");
    case "outside-range":
      return of("", conflict.part);
    case "zone-moved":
      return of(`${conflict.instant}`);
  }
}

/** Every fact of a conference's plan, sorted. `clock`: whoever knows the zones. */
export function factsOf(plan: Plan, clock: Clock, conferenceId: string): readonly Fact[] {
  const placed = placedOf(plan);
  const mine = new Set(placed.filter(({ session }) => session.conferenceId === conferenceId).map(({ id }) => id));
  const found: { readonly ids: readonly string[]; readonly fact: Fact }[] = [];
  const say = (ids: readonly string[], line: Fact): void => {
    found.push({ ids, fact: line });
  };

  for (const one of placed) {
    for (const line of alone(plan, clock, one)) say([one.id], line);
    for (const other of placed)
      if (later(one, other)) for (const line of together(plan, one, other)) say([one.id, other.id], line);
    for (const { ids, line } of shared(plan, one, placed)) say([one.id, ...ids], line);
  }
  return found
    .filter(({ ids }) => ids.some((id) => mine.has(id)))
    .map(({ fact: line }) => line)
    .toSorted();
}

function placedOf(plan: Plan): readonly Placed[] {
  return Object.values(plan.occurrences).flatMap((occurrence) => {
    if (occurrence?.start == null) return [];
    const session = plan.sessions[occurrence.sessionId];
    if (session === undefined || session.state === "cancelled") return [];
    const from = occurrence.start.instant;
    return [{ id: occurrence.id, occurrence, session, from, steps: stepsOf(from, session.minutes) }];
  });
}

function stepsOf(from: number, minutes: number): ReadonlySet<number> {
  const steps = new Set<number>();
  for (let at = from; at < from + minutes * minute; at += step) steps.add(at);
  return steps;
}

/** Is the first the one that a pair's conflict is about: the one that begins later, or has the smaller id? */
function later(one: Placed, other: Placed): boolean {
  return one.from > other.from || (one.from === other.from && one.id < other.id);
}

const meet = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((at) => b.has(at)).length;

const live = (placed: Placed): readonly Link[] => placed.occurrence.links.filter(({ mode }) => mode === "live");
/** Those that the plan has; what it does not have is passed over everywhere. */
const liveRooms = (plan: Plan, placed: Placed): readonly string[] =>
  live(placed).flatMap((link) => (link.kind === "room" && plan.rooms[link.id] !== undefined ? [link.id] : []));

/** Setting up, the session and clearing of a room, each as its steps. */
function partsIn(plan: Plan, placed: Placed, roomId: string) {
  const room = plan.rooms[roomId];
  if (room === undefined) throw new Error(`no room ${roomId}`);
  const end = placed.from + placed.session.minutes * minute;
  return {
    "set-up": stepsOf(placed.from - room.setUp * minute, room.setUp),
    session: placed.steps,
    clearing: stepsOf(end, room.turnRound),
  };
}

/** Everybody who attends: by their own link, or as the audience of a linked room. A *must* wins over a *may*, the room over the own link. */
function attending(
  plan: Plan,
  placed: Placed,
): ReadonlyMap<string, { readonly must: boolean; readonly via: string | null }> {
  const all = new Map<string, { must: boolean; via: string | null }>();
  const add = (id: string, must: boolean, via: string | null): void => {
    const before = all.get(id);
    all.set(id, { must: must || before?.must === true, via: via ?? before?.via ?? null });
  };
  for (const link of live(placed)) {
    if (link.kind === "group" && plan.groups[link.id] === undefined) continue;
    if (link.kind === "group") add(link.id, link.need === "must", null);
    else
      for (const group of Object.values(plan.groups))
        if (group?.roomId === link.id) add(group.id, link.need === "must", link.id);
  }
  return all;
}

function bandAt(clock: Clock, hours: Hours, zone: string, instant: number): Band {
  const today = localAt(clock, zone, instant);
  const yesterday = localAt(clock, zone, instant).before;
  const covers = (day: string, minutes: number, from: number, to: number): boolean =>
    (day === today.day && minutes >= from && minutes < to) ||
    (day === yesterday.day && minutes + 1440 >= from && minutes + 1440 < to);
  for (const { date, from, to, band } of hours.dated.toReversed())
    if (covers(date, today.minute, from, to)) return band;
  for (const { days, from, to, band } of hours.week.toReversed()) {
    if (days.includes(today.weekday) && today.minute >= from && today.minute < to) return band;
    if (days.includes(yesterday.weekday) && today.minute + 1440 >= from && today.minute + 1440 < to) return band;
  }
  return hours.rest;
}

/** What is wrong with one occurrence if there is no other. */
function* alone(plan: Plan, clock: Clock, one: Placed): Generator<Fact> {
  const { id, session, occurrence } = one;
  for (const roomId of liveRooms(plan, one)) {
    const room = plan.rooms[roomId];
    if (room === undefined) continue;
    const parts = partsIn(plan, one, roomId);
    const closed = (["session", "set-up", "clearing"] as const).find((part) =>
      [...parts[part]].some((at) => bandAt(clock, room.hours, room.zone, at) === "blocked"),
    );
    if (closed !== undefined) yield fact("room-closed", id, roomId, [], closed);
  }
  for (const [groupId] of attending(plan, one)) {
    const group = plan.groups[groupId];
    if (group === undefined) continue;
    const bands = [...one.steps].map((at) => bandAt(clock, group.hours, group.zone, at));
    if (bands.includes("blocked")) yield fact("group-blocked", id, groupId);
    if (bands.includes("night")) {
      const burden = bands.reduce((sum, band) => sum + weights[band] * (step / minute / 60), 0);
      yield fact("group-night", id, groupId, [], burden.toFixed(6));
    }
  }
  for (const personId of new Set(session.personIds)) {
    const person = plan.people[personId];
    if (person === undefined) continue;
    if (person.travel.some(({ from, to }) => [...one.steps].some((at) => at >= from.instant && at < to.instant)))
      yield fact("person-travel", id, personId);
    if ([...one.steps].some((at) => bandAt(clock, person.hours, whereIs(clock, person, at), at) === "blocked"))
      yield fact("person-blocked", id, personId);
    if (inTwoPlaces(clock, person, one)) yield fact("person-places", id, personId);
  }
  yield* alonePairs(plan, one);

  const start = occurrence.start;
  if (start !== null) {
    const meant = resolve(clock, start.zone, start.wall);
    const chosen = meant.find(({ offset }) => offset === start.offset);
    const [only, second] = meant;
    if (only === undefined) yield fact("gap", id, "");
    else if (second !== undefined && chosen === undefined) yield fact("fold", id, "");
    else {
      const { instant } = second === undefined ? only : (chosen ?? only);
      if (instant !== start.instant) yield fact("zone-moved", id, `${instant}`);
    }
  }
  const conference = plan.conferences[session.conferenceId];
  if (conference !== undefined) {
    const days = [...one.steps].map((at) => localAt(clock, conference.zone, at).day);
    if (days.some((day) => outside(day, conference.firstDay, conference.lastDay)))
      yield fact("outside-conference", id, "");
  }
  yield* outsideRange(plan, clock, one);
}

const outside = (day: string, first: string | null, last: string | null): boolean =>
  (first !== null && day < first) || (last !== null && day > last);

function* outsideRange(plan: Plan, clock: Clock, one: Placed): Generator<Fact> {
  const { range, hostRoomId, conferenceId, minutes } = one.session;
  if (range === null) return;
  const zone = (hostRoomId === null ? undefined : plan.rooms[hostRoomId]?.zone) ?? plan.conferences[conferenceId]?.zone;
  if (zone === undefined) return;
  const begins = localAt(clock, zone, one.from);
  if (outside(begins.day, range.firstDay, range.lastDay)) yield fact("outside-range", one.id, "", [], "day");
  const ends = localAt(clock, zone, one.from + minutes * minute);
  const nights = Math.round((Date.parse(ends.day) - Date.parse(begins.day)) / (1440 * minute));
  if (
    (range.earliest !== null && begins.minute < range.earliest) ||
    (range.latest !== null && ends.minute + nights * 1440 > range.latest)
  )
    yield fact("outside-range", one.id, "", [], "hour");
}

/** Where a person is by their own word, whatever the zone says that "today" is there. */
function whereIs(clock: Clock, person: Person, at: number): string {
  return lastOfPlaces(clock, person, at)?.zone ?? person.zone;
}

function inTwoPlaces(clock: Clock, person: Person, one: Placed): boolean {
  return [...one.steps].some((at) => {
    const here = person.places.filter(
      ({ zone, firstDay, lastDay }) => !outside(localAt(clock, zone, at).day, firstDay, lastDay),
    );
    return here.some((a) => here.some((b) => a.city !== b.city || a.zone !== b.zone));
  });
}

function poolFor(plan: Plan, conferenceId: string, a: string, b: string): Pool | undefined {
  return poolsOf(plan, conferenceId).find(
    ({ serves }) => serves.kind === "languages" && serves.pair.toSorted().join() === [a, b].toSorted().join(),
  );
}

function poolsOf(plan: Plan, conferenceId: string): readonly Pool[] {
  return Object.values(plan.pools)
    .filter((pool) => pool !== undefined)
    .filter(({ conferenceIds }) => conferenceIds.some((id) => id === conferenceId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const pairsOf = (languages: readonly string[]): readonly (readonly [string, string])[] => {
  const all = [...new Set(languages)];
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
};

function* alonePairs(plan: Plan, one: Placed): Generator<Fact> {
  for (const [a, b] of pairsOf(one.session.languages))
    if (poolFor(plan, one.session.conferenceId, a, b) === undefined)
      yield fact("no-interpreters", one.id, [a, b].toSorted().join("-"));
}

/** What is wrong between an occurrence and one that began before it. */
function* together(plan: Plan, one: Placed, other: Placed): Generator<Fact> {
  const overlap = meet(one.steps, other.steps) > 0;
  for (const roomId of liveRooms(plan, one)) {
    if (!liveRooms(plan, other).includes(roomId)) continue;
    const all = (placed: Placed) =>
      new Set(Object.values(partsIn(plan, placed, roomId)).flatMap((steps) => [...steps]));
    const both = meet(all(one), all(other));
    if (overlap) yield fact("room-double", one.id, roomId, [other.id]);
    else if (both > 0) yield fact("room-turn-round", one.id, roomId, [other.id], `${(both * step) / minute}`);
  }
  const others = attending(plan, other);
  for (const [groupId, mine] of attending(plan, one)) {
    const theirs = others.get(groupId);
    if (!overlap || theirs === undefined || !mine.must || !theirs.must) continue;
    if (plan.groups[groupId]?.maySplit === true) continue;
    if (mine.via !== null && mine.via === theirs.via) continue;
    yield fact("group-double", one.id, groupId, [other.id]);
  }
  for (const personId of new Set(one.session.personIds)) {
    const person = plan.people[personId];
    if (person === undefined || !other.session.personIds.includes(personId)) continue;
    const busy = stepsOf(other.from, other.session.minutes + person.rest);
    let short = 0;
    while (busy.has(one.from + short)) short += step;
    // Somebody who needs no rest may be in two sessions one after the other.
    if (short > 0) yield fact("person-double", one.id, personId, [other.id], `${short / minute}`);
  }
  for (const [second, first] of [
    [one, other],
    [other, one],
  ] as const) {
    const isAfter = second.session.after.includes(first.session.id) && first.session.id !== second.session.id;
    if (isAfter && second.from < first.from + first.session.minutes * minute)
      yield fact("order", second.id, first.session.id, [first.id]);
  }
}

interface Clash {
  readonly ids: readonly string[];
  readonly line: Fact;
}

/** What more occurrences share than there is of it, at the start of one. */
function* shared(plan: Plan, one: Placed, placed: readonly Placed[]): Generator<Clash> {
  for (const pool of Object.values(plan.pools)) {
    if (pool === undefined) continue;
    const takes = (who: Placed): number => takenBy(plan, pool, who);
    const now = usersAt(one, placed, takes, 0);
    const rested = usersAt(one, placed, takes, pool.rest);
    const short = [["pool-empty", now] as const, ["pool-rest", rested] as const].find(
      ([, users]) => users !== null && users.taken > pool.size,
    );
    const users = short?.[1] ?? null;
    if (short === undefined || users === null) continue;
    yield {
      ids: users.ids,
      line: fact(short[0], one.id, pool.id, users.ids, `${users.taken} of ${pool.size}`),
    };
  }
  for (const venue of Object.values(plan.venues)) {
    if (venue === undefined) continue;
    const users = usersAt(one, placed, (who) => roomsOfVenue(plan, who, venue.id), 0);
    if (users === null) continue;
    for (const direction of ["up", "down"] as const) {
      const has = venue.uplink[direction];
      const needed = users.taken * need[direction];
      if (has === null || needed <= has) continue;
      yield { ids: users.ids, line: fact("uplink", one.id, venue.id, users.ids, `${direction} ${needed} of ${has}`) };
    }
  }
}

/** How many of a pool somebody takes. */
function takenBy(plan: Plan, pool: Pool, { session, ...who }: Placed): number {
  const each = session.minutes > pool.longestStretch ? 2 : 1;
  const { serves } = pool;
  if (serves.kind === "venue") {
    const serving = poolsOf(plan, session.conferenceId).find(
      (other) => other.serves.kind === "venue" && other.serves.venueId === serves.venueId,
    );
    return serving === pool ? each * roomsOfVenue(plan, { session, ...who }, serves.venueId) : 0;
  }
  const isSpoken = pairsOf(session.languages).some(([a, b]) => poolFor(plan, session.conferenceId, a, b) === pool);
  return isSpoken ? each : 0;
}

function roomsOfVenue(plan: Plan, who: Placed, venueId: string): number {
  return liveRooms(plan, who).filter((id) => plan.rooms[id]?.venueId === venueId).length;
}

/**
 * Who takes something when one begins, with `rest` minutes more after their sessions, and how much together. Null if this
 * one takes nothing, or another of a smaller id begins at the same time and so tells of it.
 */
function usersAt(
  one: Placed,
  placed: readonly Placed[],
  takes: (who: Placed) => number,
  rest: number,
): { readonly ids: readonly string[]; readonly taken: number } | null {
  const users = placed.filter((who) => takes(who) > 0 && stepsOf(who.from, who.session.minutes + rest).has(one.from));
  const teller = users.filter(({ from }) => from === one.from).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (teller !== one) return null;
  return {
    ids: users.filter((who) => who !== one).map(({ id }) => id),
    taken: users.reduce((sum, who) => sum + takes(who), 0),
  };
}
