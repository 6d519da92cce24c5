import { z } from "zod";
import {
  conferenceId,
  groupId,
  instant,
  line,
  occurrenceId,
  optionalLine,
  personId,
  poolId,
  roomId,
  sessionId,
  venueId,
  zone,
} from "../protocol/schemas.ts";
import { wallAsUtc } from "./civil.ts";
import { notSane, saneDay } from "./edits/sane.ts";

// The plan's things, as they are stored, sent and written into plan.json. `model.ts` has their types: pages import those
// only, so that no schema is in them.

const minutes = (least: number, most: number) => z.number().int().min(least).max(most);

/** "YYYY-MM-DD", a day that exists, between 1970 and 9999. */
export const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((value) => wallAsUtc(`${value}T00:00`) !== null, "no such day")
  .refine(saneDay, notSane);
/** "YYYY-MM-DDTHH:MM", a date and time of day that exist, between 1970 and 9999. */
export const wall = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine((value) => wallAsUtc(value) !== null, "no such date or time of day")
  .refine((value) => saneDay(value.slice(0, 10)), notSane);

/** How much an hour costs a group; *blocked*: nobody comes, or the room is closed. */
export const band = z.enum(["kind", "bearable", "shoulder", "night", "blocked"]).meta({ id: "Band" });

const stretch = {
  /** Minutes after local midnight. `to` is after `from` and may lie on the next day (at most 2880). */
  from: minutes(0, 1439),
  to: minutes(1, 2880),
  band,
  /** "second shift", "Friday prayer"; may be empty. */
  why: optionalLine(80),
};
const ordered = ({ from, to }: { readonly from: number; readonly to: number }): boolean => to > from;

/** Every week. `days`: 1 Monday … 7 Sunday, the days on which it begins. */
export const interval = z
  .strictObject({ days: z.array(minutes(1, 7)).min(1).max(7), ...stretch })
  .refine(ordered, "ends before it begins")
  .meta({ id: "Interval" });
/** On one day. */
export const dated = z
  .strictObject({ date, ...stretch })
  .refine(ordered, "ends before it begins")
  .meta({ id: "Dated" });

/** Hours in the wall time of a zone: what no interval covers is `rest`; later intervals win, dated ones over weekly ones. */
export const hours = z
  .strictObject({
    rest: band,
    week: z.array(interval).max(60),
    dated: z.array(dated).max(400),
  })
  .meta({ id: "Hours" });

/**
 * When something takes place. People mean the wall time in a zone; `offset` (minutes east of UTC) is the one that was
 * chosen, null where the clocks make the time come twice and nobody has said which. `instant` is what it made with the
 * zone data `zoneData`. In a gap the instant is that of the offset before it, and there is a conflict.
 */
export const start = z
  .strictObject({
    wall,
    zone,
    offset: z.number().int().min(-1000).max(1000).nullable(),
    instant,
    zoneData: z.string().min(1).max(40),
  })
  .meta({ id: "Start" });
/** What a command brings: the server makes the instant. */
export const startInput = z
  .strictObject({
    wall,
    zone,
    offset: z.number().int().min(-1000).max(1000).nullable().default(null),
  })
  .meta({ id: "StartInput" });

const need = z.enum(["must", "may"]);
const mode = z.enum(["live", "playback"]);
export const link = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("room"), id: roomId, need, mode }),
    z.strictObject({ kind: z.literal("group"), id: groupId, need, mode }),
  ])
  .meta({ id: "Link" });

const language = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** Mbit/s; null: not known, nothing is checked. */
const rate = z.number().positive().max(100_000).nullable();

export const conference = z
  .strictObject({
    id: conferenceId,
    name: line(120),
    /** Whose time is meant where no room's is. */
    zone,
    city: line(60),
    /** Its days, in the conference's zone; null: not known yet, nothing is outside. */
    firstDay: date.nullable(),
    lastDay: date.nullable(),
    createdAt: instant,
  })
  .meta({ id: "Conference" });

export const venue = z
  .strictObject({
    id: venueId,
    conferenceId,
    name: line(80),
    /** The line that its rooms share. */
    uplink: z.strictObject({ up: rate, down: rate }),
  })
  .meta({ id: "Venue" });

export const room = z
  .strictObject({
    id: roomId,
    conferenceId,
    venueId,
    name: line(60),
    city: line(60),
    zone,
    /** Order in lists. */
    position: z.number().int().min(0).max(100_000),
    /** Minutes that the room needs before and after a session; nothing else is in it then. */
    setUp: minutes(0, 480),
    turnRound: minutes(0, 480),
    equipment: z.array(line(60)).max(40),
    /** Its opening hours: *kind* is open, *blocked* closed. */
    hours,
  })
  .meta({ id: "Room" });

/** People who share a zone and habits of the day. `roomId`: a room's audience, made and removed with the room. */
export const group = z
  .strictObject({
    id: groupId,
    /** The conferences that use it; groups belong to the installation. An audience has its room's only. */
    conferenceIds: z.array(conferenceId).max(100),
    roomId: roomId.nullable(),
    name: line(60),
    city: line(60),
    zone,
    people: z.number().int().min(0).max(1_000_000),
    /** Its people choose between parallel sessions. */
    maySplit: z.boolean(),
    hours,
  })
  .meta({ id: "Group" });

/** Somebody who is needed: speaks, moderates. */
export const person = z
  .strictObject({
    id: personId,
    conferenceIds: z.array(conferenceId).max(100),
    name: line(60),
    city: line(60),
    zone,
    hours,
    /** Minutes between two sessions. */
    rest: minutes(0, 480),
    /** Elsewhere for some days (both included, in that place's zone): the hours count in that zone then. */
    places: z
      .array(z.strictObject({ firstDay: date, lastDay: date, city: line(60), zone, roomId: roomId.nullable() }))
      .max(60),
    /** On the way: can be in no session. */
    travel: z.array(z.strictObject({ from: start, to: start, why: optionalLine(80) })).max(60),
  })
  .meta({ id: "Person" });

/**
 * Interpreters of a language pair, or operators of a venue, of whom it does not matter who comes. A session longer than
 * `longestStretch` (minutes) takes two of them; each rests for `rest` minutes after a session.
 */
export const pool = z
  .strictObject({
    id: poolId,
    conferenceIds: z.array(conferenceId).max(100),
    name: line(60),
    serves: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("languages"), pair: z.tuple([language, language]) }),
      z.strictObject({ kind: z.literal("venue"), venueId }),
    ]),
    size: z.number().int().min(0).max(1000),
    longestStretch: minutes(5, 1440),
    rest: minutes(0, 480),
  })
  .meta({ id: "Pool" });

export const state = z.enum(["idea", "tentative", "firm", "cancelled"]);

export const session = z
  .strictObject({
    id: sessionId,
    conferenceId,
    title: line(120),
    state,
    minutes: minutes(5, 1440),
    /** How much longer it may take, in minutes. */
    overrun: minutes(0, 240),
    /** Null: remote only. */
    hostRoomId: roomId.nullable(),
    /** 1 is placed before 2, 2 before 3. */
    priority: minutes(1, 3),
    /** Where it may lie, in the host room's (else the conference's) time: days, and minutes of the day for start and end. */
    range: z
      .strictObject({
        firstDay: date.nullable(),
        lastDay: date.nullable(),
        earliest: minutes(0, 1439).nullable(),
        latest: minutes(1, 2880).nullable(),
      })
      .nullable(),
    /** Spoken in it; between any two of them it needs interpreters. */
    languages: z.array(language).max(8),
    personIds: z.array(personId).max(40),
    /** Sessions that must have ended before this one begins. */
    after: z.array(sessionId).max(40),
  })
  .meta({ id: "Session" });

/** One date and time of a session. */
export const occurrence = z
  .strictObject({
    id: occurrenceId,
    sessionId,
    /** Null: not placed yet. */
    start: start.nullable(),
    /** Its time is fixed: nothing moves it but a person. */
    pinned: z.boolean(),
    /** The host room is always among them, live and *must*, and first. Nobody is twice. */
    links: z.array(link).max(80),
  })
  .meta({ id: "Occurrence" });

/** plan.json: one conference with all that it uses. Ids are kept; `conferenceIds` are not in it. */
export const planFile = z
  .strictObject({
    format: z.literal("crossroom-plan"),
    version: z.literal(1),
    /** The zone data that made the instants. */
    zoneData: z.string().min(1).max(40),
    conference,
    venues: z.array(venue).max(400),
    rooms: z.array(room).max(400),
    groups: z.array(group.omit({ conferenceIds: true })).max(800),
    people: z.array(person.omit({ conferenceIds: true })).max(2000),
    pools: z.array(pool.omit({ conferenceIds: true })).max(400),
    sessions: z.array(session).max(2000),
    occurrences: z.array(occurrence).max(4000),
  })
  .meta({ id: "PlanFile" });
