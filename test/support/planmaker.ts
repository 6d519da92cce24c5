import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { z } from "zod";
import type { ConferenceId, GroupId, Instant, OccurrenceId, PersonId, RoomId, SessionId } from "../../shared/ids.ts";
import { defaultGroupHours, defaultPersonHours, defaultRoomHours } from "../../shared/plan/bands.ts";
import type { Band, Hours, Plan, Start } from "../../shared/plan/model.ts";
import * as schema from "../../shared/plan/schema.ts";
import { startDespite } from "../../shared/plan/times.ts";
import { readZones } from "../../shared/plan/zones.ts";
import type { PackedZones } from "../../shared/plan/zones.ts";

// Small plans for tests, with defaults for all that a test does not speak of:
//
//   const plan = planWith({
//     rooms: { durban: {}, chennai: { city: "Chennai", zone: "Asia/Kolkata" } },
//     groups: { angeles: { city: "Los Angeles", zone: "America/Los_Angeles" } },
//     people: { rosa: { rest: 30 } },
//     sessions: {
//       plenary: { at: "2020-01-10T16:15", in: "durban", links: ["chennai", { to: "angeles", need: "may" }] },
//       talk: { at: ["2020-01-11T10:00", "2020-01-12T10:00"], in: "chennai", minutes: 30, personIds: ["rosa"] },
//     },
//   });
//   conflicts(plan, zones, conferenceId)
//
// Keys are the identities. What is said of a thing replaces its default; everything goes through the plan's schemas.
// - There is one conference, "conference", in Durban's time, without days. More with `conferences`; a thing of another one
//   says so (`conferenceId`, `conferenceIds`).
// - A room is in Durban, open 08:00–22:00, without set-up and turn-round, in a venue "<room>-hall" of its own unless it says
//   `venueId`, and has an audience, the group "<room>-audience", which can be changed under `groups`.
// - Groups and audiences have the default hours and are in Durban; people live there and have no rest between sessions.
// - A pool has one, without rest, for stretches of up to four hours.
// - A session is firm, takes an hour, has no host. `in` is its host room, linked live and *must*. `at` is wall time in the
//   host's zone (else the conference's): one, or a list with one for each occurrence, or null for one without a time; a
//   session without `at` has one occurrence without a time. Its first occurrence has the session's own id, the others
//   "<session>-2" and so on. Links are to rooms or groups, live and *must* unless they say otherwise.

type Given<Schema extends z.ZodType> = Partial<ReadOnly<z.input<Schema>>>;
/** What the model's values can be given as, too. */
type ReadOnly<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends readonly [infer First, infer Second]
    ? readonly [First, Second]
    : Value extends readonly (infer Item)[]
      ? readonly ReadOnly<Item>[]
      : { readonly [Key in keyof Value]: ReadOnly<Value[Key]> };

export interface GivenLink {
  /** A room or a group. */
  readonly to: string;
  readonly need?: "must" | "may";
  readonly mode?: "live" | "playback";
}

export interface GivenTime {
  readonly wall: string;
  readonly zone?: string;
  /** For a time that comes twice. */
  readonly offset?: number | null;
  /** Another than the wall time is, as with older zone data. */
  readonly instant?: Instant;
}

type At = string | GivenTime | null;

export interface GivenSession extends Given<typeof schema.session> {
  readonly at?: At | readonly At[];
  readonly in?: string;
  readonly links?: readonly (string | GivenLink)[];
  readonly pinned?: boolean;
}

type All<Value> = Readonly<Record<string, Value>>;

export interface GivenPlan {
  readonly conference?: Given<typeof schema.conference>;
  readonly conferences?: All<Given<typeof schema.conference>>;
  readonly venues?: All<Given<typeof schema.venue>>;
  readonly rooms?: All<Given<typeof schema.room>>;
  readonly groups?: All<Given<typeof schema.group>>;
  readonly people?: All<Given<typeof schema.person>>;
  readonly pools?: All<Given<typeof schema.pool>>;
  readonly sessions?: All<GivenSession>;
}

/** The pinned zone data. */
export const zones = readZones(
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json"), "utf8"),
  ) as PackedZones,
);

export const conferenceId = "conference" as ConferenceId;
export const occurrence = (id: string): OccurrenceId => id as OccurrenceId;
export const session = (id: string): SessionId => id as SessionId;
export const room = (id: string): RoomId => id as RoomId;
export const group = (id: string): GroupId => id as GroupId;
export const person = (id: string): PersonId => id as PersonId;

const durban = { city: "Durban", zone: "Africa/Johannesburg" };

/** A plan; see above. @throws for what the schemas refuse, and for links to what it does not have */
export function planWith(given: GivenPlan): Plan {
  const rooms = given.rooms ?? {};
  const conferences = { [conferenceId]: given.conference ?? {}, ...given.conferences };
  const whose = (thing: { conferenceId?: string } | undefined): string => thing?.conferenceId ?? conferenceId;

  const made = {
    conferences: each(conferences, (id, change) =>
      schema.conference.parse({ id, name: id, ...durban, firstDay: null, lastDay: null, createdAt: 0, ...change }),
    ),
    rooms: each(rooms, (id, change, position) =>
      schema.room.parse({
        id,
        conferenceId,
        venueId: `${id}-hall`,
        name: id,
        ...durban,
        position,
        setUp: 0,
        turnRound: 0,
        equipment: [],
        hours: defaultRoomHours,
        ...change,
      }),
    ),
    people: each(given.people ?? {}, (id, change) =>
      schema.person.parse({
        id,
        conferenceIds: [conferenceId],
        name: id,
        ...durban,
        hours: defaultPersonHours,
        rest: 0,
        places: [],
        travel: [],
        ...change,
      }),
    ),
    pools: each(given.pools ?? {}, (id, change) =>
      schema.pool.parse({
        id,
        conferenceIds: [conferenceId],
        name: id,
        serves: { kind: "languages", pair: ["en", "es"] },
        size: 1,
        longestStretch: 240,
        rest: 0,
        ...change,
      }),
    ),
  };

  const halls = Object.entries(rooms).flatMap(([id, { venueId, ...change }]) =>
    venueId === undefined ? [[`${id}-hall`, { conferenceId: whose(change) }] as const] : [],
  );
  const venues = each({ ...Object.fromEntries(halls), ...given.venues }, (id, change) =>
    schema.venue.parse({ id, conferenceId, name: id, uplink: { up: null, down: null }, ...change }),
  );
  const audiences = Object.values(made.rooms).map(({ id, city, zone, conferenceId: of }) => {
    const key = `${id}-audience`;
    return [key, { roomId: id, conferenceIds: [of], city, zone, ...given.groups?.[key] }] as const;
  });
  const groups = each({ ...given.groups, ...Object.fromEntries(audiences) }, (id, change) =>
    schema.group.parse({
      id,
      conferenceIds: [conferenceId],
      roomId: null,
      name: id,
      ...durban,
      people: 10,
      maySplit: false,
      hours: defaultGroupHours,
      ...change,
    }),
  );

  const sessions: Record<string, Plan["sessions"][string]> = {};
  const occurrences: Record<string, Plan["occurrences"][string]> = {};
  for (const [id, { at, in: host, links = [], pinned = false, ...change }] of Object.entries(given.sessions ?? {})) {
    const one = schema.session.parse({
      id,
      conferenceId,
      title: id,
      state: "firm",
      minutes: 60,
      overrun: 0,
      hostRoomId: host ?? null,
      priority: 2,
      range: null,
      languages: [],
      personIds: [],
      after: [],
      ...change,
    });
    sessions[id] = one;
    const zone = host === undefined ? made.conferences[one.conferenceId]?.zone : made.rooms[host]?.zone;
    const all = [...(host === undefined ? [] : [host]), ...links].map((link) => {
      const { to, need = "must", mode = "live" }: GivenLink = typeof link === "string" ? { to: link } : link;
      const kind = Object.hasOwn(made.rooms, to) ? "room" : Object.hasOwn(groups, to) ? "group" : null;
      if (kind === null) throw new Error(`${id} is linked to ${to}, which is neither a room nor a group`);
      return { kind, id: to, need, mode };
    });
    for (const [i, time] of (isList(at) ? at : [at ?? null]).entries()) {
      const key = i === 0 ? id : `${id}-${i + 1}`;
      const start = time === null ? null : startWith(time, zone ?? durban.zone);
      occurrences[key] = schema.occurrence.parse({ id: key, sessionId: id, start, pinned, links: all });
    }
  }
  return { ...made, venues, groups, sessions, occurrences };
}

/** A start as edits make it of a wall time in a zone; despite gap and fold, as from a file. */
export function startWith(time: string | GivenTime, zone = durban.zone): Start {
  const given = typeof time === "string" ? { wall: time } : time;
  const start = startDespite(zones, { wall: given.wall, zone: given.zone ?? zone, offset: given.offset ?? null });
  if (start === null) throw new Error(`no zone ${given.zone ?? zone}`);
  return { ...start, instant: given.instant ?? start.instant };
}

/** The instant of "2020-01-10T14:15Z". */
export function instant(iso: string): Instant {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new Error(`${iso} is no instant`);
  return at;
}

/** Hours of one band all week, with others laid over them: `hoursWith("kind", [540, 600, "blocked", "prayer"])`. */
export function hoursWith(rest: Band, ...daily: readonly (readonly [number, number, Band, string?])[]): Hours {
  const days = [1, 2, 3, 4, 5, 6, 7];
  return { rest, week: daily.map(([from, to, band, why = ""]) => ({ days, from, to, band, why })), dated: [] };
}

function each<Change, Thing>(
  given: All<Change>,
  make: (id: string, change: Change, position: number) => Thing,
): Record<string, Thing> {
  return Object.fromEntries(Object.entries(given).map(([id, change], i) => [id, make(id, change, i)]));
}

function isList(at: GivenSession["at"]): at is readonly At[] {
  return Array.isArray(at);
}
