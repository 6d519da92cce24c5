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
import { defaultGroupHours, defaultPersonHours } from "../../shared/plan/bands.ts";
import type { Hours, Link, Occurrence, PlanFile, Session, Start } from "../../shared/plan/model.ts";
import { startOf } from "../../shared/plan/times.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { items } from "./january2020items.ts";
import type { GroupKey, Item, Linked, RoomKey } from "./january2020items.ts";

/*
 * The second sample, as a plan that somebody made by hand: January 2020, four regions, three days. No hour is kind to all
 * four. The Durban room closes early on Friday, people near Chennai work the first shift, Marisol flies on Saturday.
 */

const conferenceId = "january-2020" as ConferenceId;
const created = Date.UTC(2019, 11, 2, 9);

const everyDay = [1, 2, 3, 4, 5, 6, 7];

const open = (from: number, to: number): Hours => ({
  rest: "blocked",
  week: [{ days: everyDay, from: from * 60, to: to * 60, band: "kind", why: "" }],
  dated: [],
});

interface Place {
  readonly city: string;
  readonly zone: string;
}
const losAngeles: Place = { city: "Los Angeles", zone: "America/Los_Angeles" };
const sanSalvador: Place = { city: "San Salvador", zone: "America/El_Salvador" };
const durban: Place = { city: "Durban", zone: "Africa/Johannesburg" };
const chennai: Place = { city: "Chennai", zone: "Asia/Kolkata" };

const rooms = [
  { key: "la", at: losAngeles, venue: "Community hall", up: 20, down: 40, people: 34, hours: open(5, 22) },
  { key: "ss", at: sanSalvador, venue: "Casa sindical", up: 8, down: 16, people: 28, hours: open(5, 20) },
  {
    key: "dur",
    at: durban,
    venue: "Workers' college",
    up: 10,
    down: 20,
    people: 61,
    hours: {
      ...open(8, 22),
      dated: [{ date: "2020-01-10", from: 19 * 60, to: 24 * 60, band: "blocked" as const, why: "the college closes" }],
    },
  },
  { key: "che", at: chennai, venue: "Union office", up: 10, down: 20, people: 45, hours: open(9, 23) },
] as const;

const remote = [
  { key: "pac", name: "Pacific coast", at: losAngeles, city: "Oakland", people: 14, hours: defaultGroupHours },
  { key: "son", name: "Sonsonate, Choloma", at: sanSalvador, city: "Sonsonate", people: 22, hours: defaultGroupHours },
  { key: "gau", name: "Gauteng", at: durban, city: "Johannesburg", people: 31, hours: defaultGroupHours },
  {
    key: "sri",
    name: "Sriperumbudur",
    at: chennai,
    city: "Sriperumbudur",
    people: 38,
    hours: {
      ...defaultGroupHours,
      week: [
        ...defaultGroupHours.week,
        { days: [1, 2, 3, 4, 5, 6], from: 6 * 60, to: 14 * 60, band: "blocked" as const, why: "first shift" },
      ],
    },
  },
] as const;

const roomIdOf = (key: RoomKey): RoomId => `jan-room-${key}` as RoomId;
const audienceIdOf = (key: RoomKey): GroupId => `jan-audience-${key}` as GroupId;
const groupIdOf = (key: GroupKey): GroupId => `jan-group-${key}` as GroupId;
const venueIdOf = (key: RoomKey): VenueId => `jan-venue-${key}` as VenueId;
const personIdOf = (key: string): PersonId => `jan-person-${key}` as PersonId;
const sessionIdOf = (key: string): SessionId => `jan-${key}` as SessionId;

/** The sample as a plan.json. @throws if the zone data lack one of its zones */
export function january2020(zones: Zones): PlanFile {
  const at = (place: Place, wall: string): Start => {
    const start = startOf(zones, { wall, zone: place.zone, offset: null });
    if (!start.ok) throw new Error(`the zone data cannot tell ${wall} in ${place.city}`);
    return start.value;
  };
  return {
    format: "crossroom-plan",
    version: 1,
    zoneData: zones.version,
    conference: {
      id: conferenceId,
      name: "Four Regions, January 2020",
      zone: durban.zone,
      city: durban.city,
      firstDay: "2020-01-10",
      lastDay: "2020-01-12",
      createdAt: created,
    },
    venues: rooms.map(({ key, venue, up, down }) => ({
      id: venueIdOf(key),
      conferenceId,
      name: venue,
      uplink: { up, down },
    })),
    rooms: rooms.map(({ key, at: place, hours }, position) => ({
      id: roomIdOf(key),
      conferenceId,
      venueId: venueIdOf(key),
      name: place.city,
      city: place.city,
      zone: place.zone,
      position,
      setUp: 10,
      turnRound: 5,
      equipment: ["projector", "mixer"],
      hours,
    })),
    groups: [
      ...rooms.map(({ key, at: place, people }) => ({
        id: audienceIdOf(key),
        roomId: roomIdOf(key),
        name: place.city,
        city: place.city,
        zone: place.zone,
        people,
        maySplit: false,
        hours: defaultGroupHours,
      })),
      ...remote.map(({ key, name, at: place, city, people, hours }) => ({
        id: groupIdOf(key),
        roomId: null,
        name,
        city,
        zone: place.zone,
        people,
        maySplit: false,
        hours,
      })),
    ],
    people: [
      someone("thandi", "Thandi M.", durban),
      someone("ravi", "Ravi K.", chennai),
      someone("elena", "Elena C.", losAngeles),
      {
        ...someone("marisol", "Marisol R.", sanSalvador),
        places: [{ firstDay: "2020-01-12", lastDay: "2020-01-12", ...losAngeles, roomId: roomIdOf("la") }],
        travel: [
          {
            from: at(sanSalvador, "2020-01-11T11:00"),
            to: at(losAngeles, "2020-01-11T17:00"),
            why: "flies to Los Angeles",
          },
        ],
      },
    ],
    pools: [
      {
        id: "jan-pool-es-en" as PoolId,
        name: "Spanish and English",
        serves: { kind: "languages", pair: ["es", "en"] },
        size: 2,
        longestStretch: 60,
        rest: 15,
      },
    ],
    sessions: items.map(sessionFor),
    occurrences: items.map((item) => occurrenceFor(item, at)),
  };
}

/** Who travels for this gets up for it: from six. */
const earlyHours: Hours = {
  ...defaultPersonHours,
  week: defaultPersonHours.week.map((one) => ({ ...one, from: 6 * 60 })),
};

function someone(key: string, name: string, place: Place): PlanFile["people"][number] {
  return { id: personIdOf(key), name, ...place, hours: earlyHours, rest: 0, places: [], travel: [] };
}

const isRoom = (key: Linked): key is RoomKey => rooms.some((room) => room.key === key);

function hostOf(item: Item): (typeof rooms)[number] {
  const host = rooms.find(({ key }) => key === item.linked[0]);
  if (host === undefined) throw new Error(`${item.title} has no host`);
  return host;
}

function sessionFor(item: Item): Session {
  return {
    id: sessionIdOf(item.key),
    conferenceId,
    title: item.title,
    state: item.state,
    minutes: item.minutes,
    overrun: 10,
    hostRoomId: roomIdOf(hostOf(item).key),
    priority: item.priority ?? 2,
    range: null,
    languages: item.both === true ? ["en", "es"] : ["en"],
    personIds: (item.people ?? []).map(personIdOf),
    after: item.after === undefined ? [] : [sessionIdOf(item.after)],
  };
}

function occurrenceFor(item: Item, at: (place: Place, wall: string) => Start): Occurrence {
  return {
    id: `jan-${item.key}-1` as OccurrenceId,
    sessionId: sessionIdOf(item.key),
    start: at(hostOf(item).at, item.wall),
    pinned: false,
    links: item.linked.map((key): Link =>
      isRoom(key)
        ? { kind: "room", id: roomIdOf(key), need: "must", mode: "live" }
        : { kind: "group", id: groupIdOf(key), need: "must", mode: "live" },
    ),
  };
}
