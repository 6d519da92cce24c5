import type {
  ConferenceId,
  GroupId,
  Instant,
  OccurrenceId,
  PersonId,
  PoolId,
  RoomId,
  SessionId,
  VenueId,
} from "../ids.ts";
import { at } from "../record.ts";
import { demandOf, stayingOf } from "./demand.ts";
import type { Demand, Staying } from "./demand.ts";
import { all, compare } from "./look.ts";
import type { Person, Plan, Start } from "./model.ts";
import { addDays, endOf, midnight } from "./times.ts";
import type { Zones } from "./zones.ts";

/** An occurrence that stands somewhere: what it takes, and the [from, to) of its session. */
export interface Placed extends Demand {
  readonly start: Start;
  readonly from: Instant;
  readonly to: Instant;
}

/** One that takes of a pool or a line, and how many. */
export interface Use {
  readonly placed: Placed;
  readonly count: number;
}

/**
 * A plan made ready for questions: what every occurrence takes, and per room, group, person, pool, venue and session what
 * is placed there, by start. All conferences of the plan are in it; cancelled sessions are not.
 */
export class World {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly #demands = new Map<OccurrenceId, Demand | null>();
  readonly #placed = new Map<OccurrenceId, Placed>();
  readonly #rooms = new Map<RoomId, Placed[]>();
  readonly #groups = new Map<GroupId, Placed[]>();
  readonly #people = new Map<PersonId, Placed[]>();
  readonly #pools = new Map<PoolId, Use[]>();
  readonly #venues = new Map<VenueId, Use[]>();
  readonly #sessions = new Map<SessionId, Placed[]>();
  readonly #followers = new Map<SessionId, SessionId[]>();
  readonly #staying = new Map<PersonId, Staying>();
  readonly #days = new Map<ConferenceId, Days>();
  readonly #conferences = new Map<ConferenceId, Placed[]>();

  constructor(plan: Plan, zones: Zones) {
    this.plan = plan;
    this.zones = zones;
    for (const session of all(plan.sessions))
      for (const first of new Set(session.after)) if (first !== session.id) add(this.#followers, first, session.id);
    const placed = all(plan.occurrences).flatMap(({ id, start }) =>
      start === null ? [] : (this.placedAt(id, start) ?? []),
    );
    for (const one of placed.sort(byStart)) this.#enter(one);
  }

  /** What an occurrence takes wherever it stands; null if there is no such, or its session is cancelled. */
  demand(id: OccurrenceId): Demand | null {
    let demand = this.#demands.get(id);
    if (demand === undefined) {
      demand = demandOf(this.plan, this.zones, id, (person) => this.staying(person));
      this.#demands.set(id, demand);
    }
    return demand;
  }

  /** An occurrence where it stands; null too if it stands nowhere or is cancelled. */
  placed(id: OccurrenceId): Placed | null {
    return this.#placed.get(id) ?? null;
  }

  /** An occurrence as if it stood there. */
  placedAt(id: OccurrenceId, start: Start): Placed | null {
    const demand = this.demand(id);
    if (demand === null) return null;
    return { ...demand, start, from: start.instant, to: endOf(start, demand.session.minutes) };
  }

  /** What a conference has placed, by start. */
  ofConference(id: ConferenceId): readonly Placed[] {
    return this.#conferences.get(id) ?? [];
  }

  inRoom(id: RoomId): readonly Placed[] {
    return this.#rooms.get(id) ?? [];
  }

  ofGroup(id: GroupId): readonly Placed[] {
    return this.#groups.get(id) ?? [];
  }

  ofPerson(id: PersonId): readonly Placed[] {
    return this.#people.get(id) ?? [];
  }

  ofPool(id: PoolId): readonly Use[] {
    return this.#pools.get(id) ?? [];
  }

  /** `count`: live rooms. */
  atVenue(id: VenueId): readonly Use[] {
    return this.#venues.get(id) ?? [];
  }

  ofSession(id: SessionId): readonly Placed[] {
    return this.#sessions.get(id) ?? [];
  }

  /** The sessions that come after one. */
  followers(id: SessionId): readonly SessionId[] {
    return this.#followers.get(id) ?? [];
  }

  /** A person's hours and dated places as instants. */
  staying(person: Person): Staying {
    let staying = this.#staying.get(person.id);
    if (staying === undefined) {
      staying = stayingOf(this.zones, person);
      this.#staying.set(person.id, staying);
    }
    return staying;
  }

  /** A conference's days as instants in its zone; infinite where it has none yet, or there is no such conference. */
  daysOf(conferenceId: ConferenceId): Days {
    let days = this.#days.get(conferenceId);
    if (days === undefined) {
      const conference = at(this.plan.conferences, conferenceId);
      const first = conference?.firstDay ?? null;
      const last = conference?.lastDay ?? null;
      days = {
        from: conference === undefined || first === null ? -Infinity : midnight(this.zones, conference.zone, first),
        to:
          conference === undefined || last === null
            ? Infinity
            : midnight(this.zones, conference.zone, addDays(last, 1)),
      };
      this.#days.set(conferenceId, days);
    }
    return days;
  }

  #enter(placed: Placed): void {
    this.#placed.set(placed.occurrence.id, placed);
    add(this.#conferences, placed.session.conferenceId, placed);
    add(this.#sessions, placed.session.id, placed);
    for (const { id } of placed.rooms) add(this.#rooms, id, placed);
    for (const { group } of placed.attends) add(this.#groups, group.id, placed);
    for (const { person } of placed.people) add(this.#people, person.id, placed);
    for (const { pool, count } of placed.pools) add(this.#pools, pool.id, { placed, count });
    for (const { venue, rooms } of placed.venues) add(this.#venues, venue.id, { placed, count: rooms });
  }
}

/** [from, to). */
export interface Days {
  readonly from: Instant;
  readonly to: Instant;
}

/** Plans are values, so their worlds hold as long as they do. */
const worlds = new WeakMap<Plan, World>();

/** The world of a plan; the same one while plan and zone data are the same. @throws RangeError for an unknown zone */
export function worldOf(plan: Plan, zones: Zones): World {
  let world = worlds.get(plan);
  if (world?.zones !== zones) {
    world = new World(plan, zones);
    worlds.set(plan, world);
  }
  return world;
}

/** By start, then by id. */
export function byStart(a: Placed, b: Placed): number {
  return a.from - b.from || compare(a.occurrence.id, b.occurrence.id);
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
