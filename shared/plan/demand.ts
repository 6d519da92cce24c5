import type { ConferenceId, OccurrenceId, PoolId, VenueId } from "../ids.ts";
import { at } from "../record.ts";
import { all, attendance, compare, hostZone, sessionOf } from "./look.ts";
import type { Attendance } from "./look.ts";
import type { Group, Occurrence, Person, Plan, Pool, Room, Session, Venue } from "./model.ts";
import { timelineOf } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";
import { personTimeline, staysOf } from "./whereabouts.ts";
import type { Stay } from "./whereabouts.ts";
import type { Zones } from "./zones.ts";

/** A person's hours in the time of where the person is, and the dated places as instants. */
export interface Staying {
  readonly hours: Timeline;
  readonly stays: readonly Stay[];
}

/** What an occurrence takes, wherever it stands: live-linked rooms, attending groups, needed people, of pools and lines. */
export interface Demand {
  readonly occurrence: Occurrence;
  readonly session: Session;
  readonly host: { readonly zone: string; readonly city: string };
  readonly rooms: readonly Room[];
  readonly roomHours: readonly Timeline[];
  readonly attends: readonly (Omit<Attendance, "groupId"> & { readonly group: Group; readonly hours: Timeline })[];
  readonly people: readonly (Staying & { readonly person: Person })[];
  /** `count`: how many of the pool it takes. */
  readonly pools: readonly { readonly pool: Pool; readonly count: number }[];
  /** `rooms`: how many of the venue's rooms are live. */
  readonly venues: readonly { readonly venue: Venue; readonly rooms: number }[];
  /** Pairs of its languages (sorted) that no pool of the conference serves. */
  readonly unserved: readonly (readonly [string, string])[];
}

/** Null if there is no such occurrence, or its session is cancelled. */
export function demandOf(
  plan: Plan,
  zones: Zones,
  id: OccurrenceId,
  staying: (person: Person) => Staying,
): Demand | null {
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : sessionOf(plan, occurrence);
  if (occurrence === undefined || session === undefined || session.state === "cancelled") return null;
  const rooms = occurrence.links.flatMap((link) =>
    link.kind === "room" && link.mode === "live" ? (at(plan.rooms, link.id) ?? []) : [],
  );
  const venues = venuesOf(plan, rooms);
  return {
    occurrence,
    session,
    host: hostZone(plan, session),
    rooms,
    roomHours: rooms.map(({ hours, zone }) => timelineOf(zones, hours, zone)),
    attends: attendance(plan, occurrence).flatMap(({ groupId, need, via }) => {
      const group = at(plan.groups, groupId);
      return group === undefined ? [] : [{ group, need, via, hours: timelineOf(zones, group.hours, group.zone) }];
    }),
    people: [...new Set(session.personIds)].flatMap((personId) => {
      const person = at(plan.people, personId);
      return person === undefined ? [] : [{ person, ...staying(person) }];
    }),
    ...poolsFor(plan, session, venues),
    venues,
  };
}

/** A person's hours and dated places, ready for questions. */
export function stayingOf(zones: Zones, person: Person): Staying {
  const stays = staysOf(zones, person);
  const hours =
    stays.length === 0 ? timelineOf(zones, person.hours, person.zone) : personTimeline(zones, person, stays);
  return { hours, stays };
}

function venuesOf(plan: Plan, rooms: readonly Room[]): Demand["venues"] {
  const counts = new Map<VenueId, number>();
  for (const { venueId } of rooms) counts.set(venueId, (counts.get(venueId) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => {
    const venue = at(plan.venues, id);
    return venue === undefined ? [] : [{ venue, rooms: count }];
  });
}

/** The pools that a session takes of: for each pair of languages and each venue the one with the smallest id. */
function poolsFor(plan: Plan, session: Session, venues: Demand["venues"]): Pick<Demand, "pools" | "unserved"> {
  const serving = servingOf(plan, session.conferenceId);
  const counts = new Map<PoolId, { pool: Pool; count: number }>();
  const take = (pool: Pool, units: number): void => {
    const each = session.minutes > pool.longestStretch ? 2 : 1;
    counts.set(pool.id, { pool, count: (counts.get(pool.id)?.count ?? 0) + units * each });
  };
  const unserved: [string, string][] = [];
  for (const pair of pairsOf(session.languages)) {
    const pool = serving.get(pair.join(" "));
    if (pool === undefined) unserved.push(pair);
    else take(pool, 1);
  }
  for (const { venue, rooms } of venues) {
    const pool = serving.get(`venue ${venue.id}`);
    if (pool !== undefined) take(pool, rooms);
  }
  return { pools: [...counts.values()], unserved };
}

/** Every unordered pair of different languages, sorted. */
function pairsOf(languages: readonly string[]): readonly [string, string][] {
  const sorted = [...new Set(languages)].sort(compare);
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other): [string, string] => [one, other]));
}

/** Which pool serves what in a conference, by "en es" or "venue x"; pools are a value, so this holds as long as they do. */
const serving = new WeakMap<Plan["pools"], Map<ConferenceId, Map<string, Pool>>>();

function servingOf(plan: Plan, conferenceId: ConferenceId): ReadonlyMap<string, Pool> {
  let byConference = serving.get(plan.pools);
  if (byConference === undefined) serving.set(plan.pools, (byConference = new Map()));
  let found = byConference.get(conferenceId);
  if (found === undefined) {
    found = new Map();
    const pools = all(plan.pools).filter(({ conferenceIds }) => conferenceIds.includes(conferenceId));
    for (const pool of pools.sort((a, b) => compare(a.id, b.id))) {
      const { serves } = pool;
      const key = serves.kind === "venue" ? `venue ${serves.venueId}` : [...serves.pair].sort(compare).join(" ");
      if (!found.has(key)) found.set(key, pool);
    }
    byConference.set(conferenceId, found);
  }
  return found;
}
