import * as fc from "fast-check";
import type {
  ConferenceId,
  GroupId,
  OccurrenceId,
  PersonId,
  PoolId,
  RoomId,
  SessionId,
  VenueId,
} from "../../shared/ids.ts";
import type {
  Conference,
  Group,
  Link,
  Occurrence,
  Person,
  Plan,
  Pool,
  Room,
  Session,
  Venue,
} from "../../shared/plan/model.ts";
import { day, hoursOn, minute, rarely, settings, some, startAt, zones } from "./randomtimes.ts";

// Small random plans in which much goes wrong, made without any code of shared/plan: their instants come from TZif files.

export { tzifClock } from "./randomtimes.ts";

const anyZone = fc.constantFrom(...zones);
const conferenceIds = ["c1", "c2"].map((name) => name as ConferenceId);
const [mainId] = conferenceIds as [ConferenceId, ConferenceId];
const roomIds = ["r1", "r2", "r3", "r4"].map((name) => name as RoomId);
const groupIds = ["g1", "g2"].map((name) => name as GroupId);
const personIds = ["p1", "p2"].map((name) => name as PersonId);
const languages = ["en", "es", "pt"];

const lengths = fc.constantFrom(0, 0, 1, 7, 15, 30);
const rate = fc.constantFrom(null, null, 4, 7, 8, 12, 20);
const users = fc.constantFrom(conferenceIds, [mainId]);

const things = <Thing extends { readonly id: string }>(all: readonly Thing[]): Readonly<Record<string, Thing>> =>
  Object.fromEntries(all.map((thing) => [thing.id, thing]));

function linksOf(hostRoomId: RoomId | null, rooms: readonly RoomId[]): fc.Arbitrary<readonly Link[]> {
  const link = fc.record({
    need: fc.constantFrom<Link["need"]>("must", "must", "may"),
    mode: fc.constantFrom<Link["mode"]>("live", "live", "live", "playback"),
  });
  // A room's audience may be linked by itself as well.
  const audiences = rooms.slice(0, 1).map((roomId) => `a-${roomId}` as GroupId);
  return fc
    .tuple(
      some(
        rooms.filter((roomId) => roomId !== hostRoomId),
        2,
      ),
      some([...groupIds, ...audiences], 2),
      fc.array(link, { minLength: 4, maxLength: 4 }),
    )
    .map(([others, groups, ways]) => {
      const way = (i: number) => ways[i] ?? { need: "must" as const, mode: "live" as const };
      return [
        ...(hostRoomId === null ? [] : [{ kind: "room", id: hostRoomId, need: "must", mode: "live" } as const]),
        ...others.map((roomId, i): Link => ({ kind: "room", id: roomId, ...way(i) })),
        ...groups.map((groupId, i): Link => ({ kind: "group", id: groupId, ...way(i + 2) })),
      ];
    });
}

/** A plan of two conferences that share groups, people and pools; rooms are of the first. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    setting: fc.constantFrom(...settings),
    rooms: fc.integer({ min: 2, max: 4 }),
    sessions: fc.integer({ min: 3, max: 6 }),
  })
  .chain(({ setting, rooms, sessions }) => planOn(setting, roomIds.slice(0, rooms), sessions));

function planOn(
  { first, home }: (typeof settings)[number],
  rooms: readonly RoomId[],
  sessions: number,
): fc.Arbitrary<Plan> {
  const sessionIds = Array.from({ length: sessions }, (_, i) => `s${i}` as SessionId);
  const venueIds = ["v1", "v2"].map((name) => name as VenueId);
  const hours = hoursOn(first);
  // Mostly within some hours, so that they meet; now and then in the night in which the clocks change.
  const quarters = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 124, max: 156 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 287 }) },
    { weight: 2, arbitrary: fc.integer({ min: 98, max: 108 }) },
  );
  const wall = quarters.map((quarter) =>
    new Date(Date.parse(first) + quarter * 15 * minute).toISOString().slice(0, 16),
  );
  const zone = fc.oneof({ weight: 4, arbitrary: fc.constant(home) }, { weight: 1, arbitrary: anyZone });
  const start = fc
    .tuple(zone, wall, fc.integer({ min: 0, max: 2 }), rarely(12))
    .map(([where, when, choice, moved]) => startAt(where, when, choice, moved));

  const venueOf = (venueId: VenueId): fc.Arbitrary<Venue> =>
    fc.record({
      id: fc.constant(venueId),
      conferenceId: fc.constant(mainId),
      name: fc.constant(venueId),
      uplink: fc.record({ up: rate, down: rate }),
    });
  const roomOf = (roomId: RoomId): fc.Arbitrary<Room> =>
    fc.record({
      id: fc.constant(roomId),
      conferenceId: fc.constant(mainId),
      venueId: fc.constantFrom(...venueIds),
      name: fc.constant(roomId),
      city: fc.constant("City"),
      zone,
      position: fc.constant(0),
      setUp: lengths,
      turnRound: lengths,
      equipment: fc.constant([]),
      hours,
    });
  const groupOf = (groupId: GroupId, roomId: RoomId | null): fc.Arbitrary<Group> =>
    fc.record({
      id: fc.constant(groupId),
      conferenceIds: roomId === null ? users : fc.constant([mainId]),
      roomId: fc.constant(roomId),
      name: fc.constant(groupId),
      city: fc.constant("City"),
      zone,
      people: fc.constant(10),
      maySplit: rarely(3),
      hours,
    });
  const place = fc
    .record({
      from: fc.integer({ min: -1, max: 2 }),
      days: fc.integer({ min: 0, max: 2 }),
      zone,
      city: fc.constantFrom("X", "Y"),
    })
    .map(({ from, days, ...where }) => ({
      ...where,
      firstDay: day(first, from),
      lastDay: day(first, from + days),
      roomId: null,
    }));
  const personOf = (personId: PersonId): fc.Arbitrary<Person> =>
    fc.record({
      id: fc.constant(personId),
      conferenceIds: users,
      name: fc.constant(personId),
      city: fc.constant("City"),
      zone,
      hours,
      rest: lengths,
      places: fc.array(place, { maxLength: 3 }),
      travel: fc.array(
        fc
          .tuple(start, start)
          .map(([a, b]) => (a.instant <= b.instant ? { from: a, to: b, why: "" } : { from: b, to: a, why: "" }))
          .filter(({ from, to }) => to.instant - from.instant < 600 * minute),
        { maxLength: 1 },
      ),
    });
  const english = { kind: "languages" as const, pair: ["es", "en"] as const };
  const other = { kind: "languages" as const, pair: ["en", "pt"] as const };
  const operators = fc.constantFrom(...venueIds).map((venueId) => ({ kind: "venue" as const, venueId }));
  const poolOf = (poolId: PoolId): fc.Arbitrary<Pool> =>
    fc.record({
      id: fc.constant(poolId),
      conferenceIds: users,
      name: fc.constant(poolId),
      // One is often wanted, so that there are enough, and yet not with their rest.
      serves: poolId === "q1" ? fc.constant(english) : fc.oneof(fc.constantFrom(english, other), operators),
      size: fc.integer({ min: 0, max: 4 }),
      longestStretch: fc.constantFrom(30, 60, 90),
      rest: lengths,
    });
  const sessionOf = (sessionId: SessionId): fc.Arbitrary<Session> =>
    fc.record({
      id: fc.constant(sessionId),
      conferenceId: fc.constantFrom(mainId, ...conferenceIds),
      title: fc.constant(sessionId),
      state: fc.constantFrom("idea", "tentative", "firm", "firm", "cancelled"),
      minutes: fc.constantFrom(30, 38, 45, 53, 59, 60, 90),
      overrun: lengths,
      hostRoomId: fc.constantFrom(null, ...rooms),
      priority: fc.constant(2),
      range: fc.option(
        fc.record({
          firstDay: fc.constantFrom(null, day(first, 0), day(first, 1)),
          lastDay: fc.constantFrom(null, day(first, 1), day(first, 2)),
          earliest: fc.constantFrom(null, 0, 480, 600),
          latest: fc.constantFrom(null, 1080, 1440, 1560),
        }),
      ),
      languages: fc.oneof(fc.constantFrom([], ["en", "es"], ["es", "en"]), some(languages, 3)),
      personIds: some(personIds, 2),
      after: some(sessionIds, 2),
    });
  const occurrenceOf = (occurrenceId: OccurrenceId, session: Session): fc.Arbitrary<Occurrence> =>
    fc.record({
      id: fc.constant(occurrenceId),
      sessionId: fc.constant(session.id),
      start: fc.option(start, { freq: 12 }),
      pinned: rarely(4),
      links: linksOf(session.hostRoomId, rooms),
    });
  const conferenceOf = (conferenceId: ConferenceId): fc.Arbitrary<Conference> =>
    fc.record({
      id: fc.constant(conferenceId),
      name: fc.constant(conferenceId),
      zone,
      city: fc.constant("City"),
      firstDay: fc.constantFrom(null, day(first, 0), day(first, 1)),
      lastDay: fc.constantFrom(null, day(first, 1), day(first, 2)),
      createdAt: fc.constant(0),
    });

  return fc.tuple(...sessionIds.map(sessionOf)).chain((all) =>
    fc.record({
      conferences: fc.tuple(...conferenceIds.map(conferenceOf)).map(things),
      venues: fc.tuple(...venueIds.map(venueOf)).map(things),
      rooms: fc.tuple(...rooms.map(roomOf)).map(things),
      groups: fc
        .tuple(
          ...rooms.map((roomId) => groupOf(`a-${roomId}` as GroupId, roomId)),
          ...groupIds.map((groupId) => groupOf(groupId, null)),
        )
        .map(things),
      people: fc.tuple(...personIds.map(personOf)).map(things),
      pools: fc.tuple(...["q1", "q2", "q3"].map((poolId) => poolOf(poolId as PoolId))).map(things),
      sessions: fc.constant(things(all)),
      occurrences: fc
        .tuple(
          ...all.map((session, i) => occurrenceOf(`o${i}` as OccurrenceId, session)),
          // Two of them take place twice.
          ...all.slice(0, 2).map((session, i) => occurrenceOf(`oo${i}` as OccurrenceId, session)),
        )
        .map(things),
    }),
  );
}
