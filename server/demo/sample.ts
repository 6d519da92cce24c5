import type { Instant, OccurrenceId } from "../../shared/ids.ts";
import { defaultGroupHours } from "../../shared/plan/bands.ts";
import type { Group, Link, Occurrence, PlanFile, Room, Session, Venue } from "../../shared/plan/model.ts";
import { startAt } from "../../shared/plan/times.ts";
import { canonicalZone } from "../../shared/plan/zones.ts";
import type { StageEvent } from "../../shared/stage/events.ts";
import { newId } from "../ids.ts";
import type { ZoneData } from "../plan/zonedata.ts";
import type { EventRow } from "../store/port.ts";

const rooms = [
  { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles", venue: "Community hall" },
  { name: "San Salvador", city: "San Salvador", zone: "America/El_Salvador", venue: "Casa sindical" },
  { name: "Durban", city: "Durban", zone: "Africa/Johannesburg", venue: "Workers' college" },
  { name: "Chennai", city: "Chennai", zone: "Asia/Kolkata", venue: "Union office" },
] as const;

/** Remote people, by telephone and at home. */
const remote = { name: "Nairobi by telephone", city: "Nairobi", zone: "Africa/Nairobi", people: 12 } as const;

/** Whenever the demo is started, its halls are open, and people go from one session to the next in ten minutes. */
const alwaysOpen = { rest: "kind", week: [], dated: [] } as const;
const tidying = 5;

type City = (typeof rooms)[number]["city"];

interface Item {
  readonly title: string;
  readonly host: City;
  /** The linked rooms beside the host. */
  readonly with: readonly City[];
  /** Minutes from now, of the beginning and of the end. */
  readonly from: number;
  readonly to: number;
  readonly phase: "waiting" | "live" | "ended";
}

/** A day around now. The live one lasts for hours, so that it is in time whenever somebody looks. */
const programme: readonly Item[] = [
  {
    title: "Opening plenary",
    host: "Durban",
    with: ["Los Angeles", "San Salvador", "Chennai"],
    from: -150,
    to: -90,
    phase: "ended",
  },
  { title: "Women on the line", host: "Chennai", with: ["Durban", "San Salvador"], from: -80, to: -20, phase: "ended" },
  {
    title: "Reports from the regions",
    host: "Durban",
    with: ["Los Angeles", "San Salvador", "Chennai"],
    from: -10,
    to: 180,
    phase: "live",
  },
  { title: "Down the supply chain", host: "San Salvador", with: ["Los Angeles"], from: 60, to: 120, phase: "waiting" },
  {
    title: "Law and the courts",
    host: "Los Angeles",
    with: ["San Salvador", "Durban"],
    from: 190,
    to: 250,
    phase: "waiting",
  },
  {
    title: "Closing plenary",
    host: "Chennai",
    with: ["Los Angeles", "San Salvador", "Durban"],
    from: 260,
    to: 320,
    phase: "waiting",
  },
];

export interface Sample {
  readonly file: PlanFile;
  /** Is it released, or a draft only? */
  readonly released: boolean;
  /** The logs of the stages that were opened, complete. */
  readonly logs: readonly { readonly occurrenceId: OccurrenceId; readonly rows: readonly EventRow[] }[];
}

const minute = 60_000;

/** The sample conference around `now`: four rooms, six sessions, one of them live. */
export function sampleAround(now: Instant, zones: ZoneData): Sample {
  const conferenceId = newId<"ConferenceId">();
  const zoneOf = (zone: string): string => canonicalZone(zones.zones, zone) ?? zone;
  const venues: Venue[] = [];
  const halls: Room[] = [];
  const groups: Omit<Group, "conferenceIds">[] = [];
  for (const [position, { name, city, zone, venue }] of rooms.entries()) {
    const venueId = newId<"VenueId">();
    venues.push({ id: venueId, conferenceId, name: venue, uplink: { up: null, down: null } });
    const place = { name, city, zone: zoneOf(zone) };
    const id = newId<"RoomId">();
    const times = { setUp: tidying, turnRound: tidying, equipment: [], hours: alwaysOpen };
    halls.push({ id, conferenceId, venueId, ...place, position, ...times });
    groups.push({ ...place, ...people, id: newId<"GroupId">(), roomId: id, people: 20 });
  }
  const caller = { ...remote, ...people, id: newId<"GroupId">(), roomId: null, zone: zoneOf(remote.zone) };
  const items = programme.map((item) => itemOf(item, { conferenceId, halls, caller }, now, zones));
  const [first] = halls;
  if (first === undefined) throw new Error("the sample has no room");
  return {
    file: {
      format: "crossroom-plan",
      version: 1,
      zoneData: zones.version,
      conference: {
        id: conferenceId,
        name: "Four Regions Conference",
        zone: first.zone,
        city: first.city,
        firstDay: null,
        lastDay: null,
        createdAt: now,
      },
      venues,
      rooms: halls,
      groups: [...groups, caller],
      people: [],
      pools: [],
      sessions: items.map(({ session }) => session),
      occurrences: items.map(({ occurrence }) => occurrence),
    },
    released: true,
    logs: items
      .filter(({ rows }) => rows.length > 0)
      .map(({ occurrence, rows }) => ({ occurrenceId: occurrence.id, rows })),
  };
}

const people = { maySplit: false, hours: defaultGroupHours } as const;

interface Place {
  readonly conferenceId: PlanFile["conference"]["id"];
  readonly halls: readonly Room[];
  readonly caller: Omit<Group, "conferenceIds">;
}

function itemOf(item: Item, { conferenceId, halls, caller }: Place, now: Instant, zones: ZoneData) {
  const host = roomOf(halls, item.host);
  // Timetables have round times: five minutes' steps, downwards, so that the live one has begun.
  const startsAt = Math.floor((now + item.from * minute) / (5 * minute)) * 5 * minute;
  const session: Session = {
    id: newId<"SessionId">(),
    conferenceId,
    title: item.title,
    state: "firm",
    minutes: item.to - item.from,
    overrun: 10,
    hostRoomId: host.id,
    priority: 2,
    range: null,
    languages: [],
    personIds: [],
    after: [],
  };
  const linked = [host, ...item.with.map((city) => roomOf(halls, city))];
  const links: Link[] = linked.map(({ id }) => ({ kind: "room", id, need: "must", mode: "live" }));
  // Who calls in listens to what all regions share.
  if (linked.length === halls.length) links.push({ kind: "group", id: caller.id, need: "may", mode: "live" });
  const occurrence: Occurrence = {
    id: newId<"OccurrenceId">(),
    sessionId: session.id,
    start: startAt(zones.zones, host.zone, startsAt),
    pinned: false,
    links,
  };
  const events: StageEvent[] = [];
  if (item.phase !== "waiting") events.push({ type: "opened", at: startsAt });
  if (item.phase === "ended") events.push({ type: "ended", at: startsAt + session.minutes * minute });
  const rows = events.map((event, index): EventRow => ({
    seq: index + 1,
    at: "at" in event ? event.at : startsAt,
    commandId: null,
    passId: null,
    event: JSON.stringify(event),
  }));
  return { session, occurrence, rows };
}

function roomOf(halls: readonly Room[], city: City): Room {
  const room = halls.find((hall) => hall.city === city);
  if (room === undefined) throw new Error(`the sample has no room in ${city}`);
  return room;
}
