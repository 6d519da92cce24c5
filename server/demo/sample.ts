import type { ConferenceId, Instant, OccurrenceId, RoomId, SessionId, VenueId } from "../../shared/ids.ts";
import { canonicalZone, offsetAt, wallAt } from "../../shared/plan/zones.ts";
import type { StageEvent } from "../../shared/stage/events.ts";
import { newId } from "../ids.ts";
import { hostFirst } from "../plan/book.ts";
import type { ZoneData } from "../plan/zonedata.ts";
import type { EventRow, OccurrenceRow, PlanRows, RoomRow, SessionRow, VenueRow } from "../store/port.ts";

const rooms = [
  { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles", venue: "Community hall" },
  { name: "San Salvador", city: "San Salvador", zone: "America/El_Salvador", venue: "Casa sindical" },
  { name: "Durban", city: "Durban", zone: "Africa/Johannesburg", venue: "Workers' college" },
  { name: "Chennai", city: "Chennai", zone: "Asia/Kolkata", venue: "Union office" },
] as const;

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
  readonly plan: PlanRows;
  /** The logs of the stages that were opened, complete. */
  readonly logs: readonly { readonly occurrenceId: OccurrenceId; readonly rows: readonly EventRow[] }[];
}

const minute = 60_000;

/** The sample conference around `now`: four rooms, six sessions, one of them live. */
export function sampleAround(now: Instant, zones: ZoneData): Sample {
  const conferenceId = newId<"ConferenceId">();
  const venueRows: VenueRow[] = [];
  const roomRows: RoomRow[] = [];
  for (const [position, room] of rooms.entries()) {
    const venueId: VenueId = newId<"VenueId">();
    venueRows.push({ id: venueId, conferenceId, name: room.venue });
    const { name, city, zone } = room;
    roomRows.push({
      id: newId<"RoomId">(),
      conferenceId,
      venueId,
      name,
      city,
      zone: canonicalZone(zones.zones, zone) ?? zone,
      position,
    });
  }
  const items = programme.map((item) => itemRows(item, conferenceId, roomRows, now, zones));
  return {
    plan: {
      conferences: [{ id: conferenceId, name: "Four Regions Conference", createdAt: now }],
      venues: venueRows,
      rooms: roomRows,
      sessions: items.map(({ session }) => session),
      occurrences: items.map(({ occurrence }) => occurrence),
    },
    logs: items
      .filter(({ rows }) => rows.length > 0)
      .map(({ occurrence, rows }) => ({ occurrenceId: occurrence.id, rows })),
  };
}

function itemRows(item: Item, conferenceId: ConferenceId, roomRows: readonly RoomRow[], now: Instant, zones: ZoneData) {
  const host = roomOf(roomRows, item.host);
  // Timetables have round times: five minutes' steps, downwards, so that the live one has begun.
  const startsAt = Math.floor((now + item.from * minute) / (5 * minute)) * 5 * minute;
  const endsAt = startsAt + (item.to - item.from) * minute;
  const sessionId: SessionId = newId<"SessionId">();
  const session: SessionRow = { id: sessionId, conferenceId, title: item.title, hostRoomId: host.id, cancelled: false };
  const occurrence: OccurrenceRow = {
    id: newId<"OccurrenceId">(),
    sessionId,
    wall: wallAt(zones.zones, host.zone, startsAt),
    zone: host.zone,
    offset: offsetAt(zones.zones, host.zone, startsAt),
    startsAt,
    endsAt,
    zoneData: zones.version,
    roomIds: hostFirst(
      host.id,
      item.with.map((city): RoomId => roomOf(roomRows, city).id),
    ),
  };
  const events: StageEvent[] = [];
  if (item.phase !== "waiting") events.push({ type: "opened", at: startsAt });
  if (item.phase === "ended") events.push({ type: "ended", at: endsAt });
  const rows = events.map((event, index): EventRow => ({
    seq: index + 1,
    at: "at" in event ? event.at : startsAt,
    commandId: null,
    passId: null,
    event: JSON.stringify(event),
  }));
  return { session, occurrence, rows };
}

function roomOf(roomRows: readonly RoomRow[], city: City): RoomRow {
  const room = roomRows.find((row) => row.city === city);
  if (room === undefined) throw new Error(`the sample has no room in ${city}`);
  return room;
}
