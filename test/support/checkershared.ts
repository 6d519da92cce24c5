import type { Plan, Pool } from "../../shared/plan/model.ts";
import { fact } from "./checkerfacts.ts";
import type { Fact } from "./checkerfacts.ts";
import {
  attending,
  liveRooms,
  meet,
  minute,
  pairsOf,
  partsIn,
  poolFor,
  poolsOf,
  step,
  stepsOf,
} from "./checkerplan.ts";
import type { Placed } from "./checkerplan.ts";

/** Mbit/s of a room that is linked live. */
const need = { up: 4, down: 6 } as const;

/** What is wrong between an occurrence and one that began before it. */
export function* together(plan: Plan, one: Placed, other: Placed): Generator<Fact> {
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
export function* shared(plan: Plan, one: Placed, placed: readonly Placed[]): Generator<Clash> {
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
