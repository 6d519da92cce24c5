import { z } from "zod";
import type { ConferenceId, GroupId, OccurrenceId, PersonId, PoolId, RoomId, SessionId, VenueId } from "../ids.ts";
import * as model from "../plan/schema.ts";
import { define } from "./define.ts";
import type { InputOf, OutputOf, ParsedOf, Role } from "./define.ts";
import {
  commandId,
  conferenceId,
  groupId,
  occurrenceId,
  optionalLine,
  personId,
  poolId,
  roomId,
  sessionId,
  venueId,
} from "./schemas.ts";

const planners: readonly Role[] = ["organiser", "scheduler"];

/** What every edit of the plan answers: its place in the journal, and what it made. */
export interface Done<Value> {
  readonly seq: number;
  readonly value: Value;
}

/**
 * `commandId`: the same command again gets the first answer. `baseSeq`: the edit that the page saw last; if somebody
 * else has changed the same thing since, nothing is done (`conflict`). Null: whatever it is now.
 */
const edit = { commandId, baseSeq: z.number().int().min(0).nullable().default(null) };
const usual = ["not-found", "conflict", "bad-request", "already"] as const;

/** A conflict's key: it names all occurrences that take part, which for one line or pool may be hundreds. */
export const conflictKey = z.string().min(1).max(10_000);

/** Only what is given changes. */
const changes = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();

const conference = {
  name: model.conference.shape.name,
  city: model.conference.shape.city,
  zone: model.conference.shape.zone,
  firstDay: model.conference.shape.firstDay.default(null),
  lastDay: model.conference.shape.lastDay.default(null),
};
const venue = { name: model.venue.shape.name, uplink: model.venue.shape.uplink };
const room = {
  name: model.room.shape.name,
  city: model.room.shape.city,
  zone: model.room.shape.zone,
  venueId,
  setUp: model.room.shape.setUp,
  turnRound: model.room.shape.turnRound,
  equipment: model.room.shape.equipment,
  hours: model.room.shape.hours,
};
const group = {
  name: model.group.shape.name,
  city: model.group.shape.city,
  zone: model.group.shape.zone,
  people: model.group.shape.people,
  maySplit: model.group.shape.maySplit,
  hours: model.group.shape.hours,
};
const travel = z.array(z.strictObject({ from: model.startInput, to: model.startInput, why: optionalLine(80) })).max(60);
const person = {
  name: model.person.shape.name,
  city: model.person.shape.city,
  zone: model.person.shape.zone,
  hours: model.person.shape.hours,
  rest: model.person.shape.rest,
  places: model.person.shape.places,
  travel,
};
const pool = {
  name: model.pool.shape.name,
  serves: model.pool.shape.serves,
  size: model.pool.shape.size,
  longestStretch: model.pool.shape.longestStretch,
  rest: model.pool.shape.rest,
};
const session = {
  title: model.session.shape.title,
  state: model.session.shape.state,
  minutes: model.session.shape.minutes,
  overrun: model.session.shape.overrun,
  hostRoomId: model.session.shape.hostRoomId,
  priority: model.session.shape.priority,
  range: model.session.shape.range,
  languages: model.session.shape.languages,
  personIds: model.session.shape.personIds,
  after: model.session.shape.after,
};
const occurrence = {
  start: model.startInput.nullable(),
  pinned: model.occurrence.shape.pinned,
  links: model.occurrence.shape.links,
};

/** The edits of the plan, on the socket and over HTTP. Every one can be undone but `release` and `chooseZoneData`'s choice of data. */
export const planCommands = {
  createConference: define<Done<{ readonly id: ConferenceId }>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: ["unknown-zone", ...usual],
      returns: "its id",
      doc: "A new conference. Without a city its time is UTC until it is given one.",
    },
    z.strictObject({
      ...edit,
      ...conference,
      city: conference.city.default("UTC"),
      zone: conference.zone.default("Etc/UTC"),
    }),
  ),
  updateConference: define<Done<null>>()(
    { who: planners, errors: ["unknown-zone", ...usual], doc: "Another name, place, or days." },
    z.strictObject({
      ...edit,
      conferenceId,
      set: changes({
        ...conference,
        firstDay: model.conference.shape.firstDay,
        lastDay: model.conference.shape.lastDay,
      }),
    }),
  ),
  duplicateConference: define<Done<{ readonly id: ConferenceId }>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: [...usual],
      returns: "the new one's id",
      doc: "A copy under another name, moved so that it begins on `firstDay`: wall times are kept, instants are made anew. Groups, people and pools are shared, not copied.",
    },
    z.strictObject({ ...edit, conferenceId, name: conference.name, firstDay: model.date.nullable().default(null) }),
  ),
  removeConference: define<Done<null>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: ["in-use", ...usual],
      doc: "With its venues, rooms and sessions. Not while a release of it has stages that wait or are live.",
    },
    z.strictObject({ ...edit, conferenceId }),
  ),

  createVenue: define<Done<{ readonly id: VenueId }>>()(
    { who: planners, errors: [...usual], returns: "its id", doc: "A building with one uplink." },
    z.strictObject({ ...edit, conferenceId, ...venue, uplink: venue.uplink.default({ up: null, down: null }) }),
  ),
  updateVenue: define<Done<null>>()(
    { who: planners, errors: [...usual], doc: "Changes a venue." },
    z.strictObject({ ...edit, venueId, set: changes(venue) }),
  ),
  removeVenue: define<Done<null>>()(
    { who: planners, errors: ["in-use", ...usual], doc: "Removes a venue that has no rooms." },
    z.strictObject({ ...edit, venueId }),
  ),

  createRoom: define<Done<{ readonly id: RoomId; readonly audienceId: GroupId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", ...usual],
      returns: "its id, and that of its audience",
      doc: "A room with its audience. Without `venueId` it gets a venue of its own, named `venue` or as the room. Without `hours` it is open 08:00–22:00.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...room,
      venueId: venueId.nullable().default(null),
      venue: optionalLine(80).default(""),
      setUp: room.setUp.default(15),
      turnRound: room.turnRound.default(15),
      equipment: room.equipment.default([]),
      hours: room.hours.nullable().default(null),
      people: group.people.default(20),
    }),
  ),
  updateRoom: define<Done<null>>()(
    {
      who: [...planners, "room-keeper"],
      right: "room keepers: the own room, `hours` and `equipment` only",
      errors: ["unknown-zone", ...usual],
      doc: "Changes a room. Its audience follows its city and zone.",
    },
    z.strictObject({ ...edit, roomId, set: changes(room) }),
  ),
  removeRoom: define<Done<null>>()(
    { who: planners, errors: ["in-use", ...usual], doc: "Removes a room that no session uses, with its audience." },
    z.strictObject({ ...edit, roomId }),
  ),

  createGroup: define<Done<{ readonly id: GroupId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", ...usual],
      returns: "its id",
      doc: "Remote people who share a zone and habits of the day. Without `hours`: kind 08–21, bearable 07–22, shoulder 06–23, night the rest.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...group,
      people: group.people.default(10),
      maySplit: group.maySplit.default(false),
      hours: group.hours.nullable().default(null),
    }),
  ),
  updateGroup: define<Done<null>>()(
    {
      who: [...planners, "group-contact"],
      right: "group contacts: the own group, `hours` and `people` only",
      errors: ["unknown-zone", ...usual],
      doc: "Changes a group, or a room's audience (name and place of that follow the room).",
    },
    z.strictObject({ ...edit, groupId, set: changes(group) }),
  ),
  removeGroup: define<Done<null>>()(
    {
      who: planners,
      errors: ["in-use", ...usual],
      doc: "Removes a group that no session links. Not a room's audience.",
    },
    z.strictObject({ ...edit, groupId }),
  ),

  createPerson: define<Done<{ readonly id: PersonId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      returns: "the id",
      doc: "Somebody who is needed in sessions. Without `hours`: 07:00–23:00.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...person,
      hours: person.hours.nullable().default(null),
      rest: person.rest.default(0),
      places: person.places.default([]),
      travel: travel.default([]),
    }),
  ),
  updatePerson: define<Done<null>>()(
    { who: planners, errors: ["unknown-zone", "gap", "fold", ...usual], doc: "Changes a person." },
    z.strictObject({ ...edit, personId, set: changes(person) }),
  ),
  removePerson: define<Done<null>>()(
    { who: planners, errors: ["in-use", ...usual], doc: "Removes a person whom no session needs." },
    z.strictObject({ ...edit, personId }),
  ),

  createPool: define<Done<{ readonly id: PoolId }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "its id",
      doc: "Interpreters of a language pair, or operators of a venue.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...pool,
      longestStretch: pool.longestStretch.default(60),
      rest: pool.rest.default(15),
    }),
  ),
  updatePool: define<Done<null>>()(
    { who: planners, errors: [...usual], doc: "Changes a pool." },
    z.strictObject({ ...edit, poolId, set: changes(pool) }),
  ),
  removePool: define<Done<null>>()(
    { who: planners, errors: [...usual], doc: "Removes a pool." },
    z.strictObject({ ...edit, poolId }),
  ),
  /** Groups, people and pools belong to the installation. */
  useInConference: define<Done<null>>()(
    {
      who: planners,
      errors: ["in-use", ...usual],
      doc: "A conference uses a group, person or pool of the installation, or does so no more.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      kind: z.enum(["groups", "people", "pools"]),
      id: z.union([groupId, personId, poolId]),
      use: z.boolean(),
    }),
  ),

  createSession: define<Done<{ readonly sessionId: SessionId; readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      returns: "its id and its first occurrence's",
      doc: "A session with one occurrence. `start` null: not placed yet.",
    },
    z.strictObject({
      ...edit,
      conferenceId,
      ...session,
      state: session.state.default("tentative"),
      overrun: session.overrun.default(10),
      hostRoomId: session.hostRoomId.default(null),
      priority: session.priority.default(2),
      range: session.range.default(null),
      languages: session.languages.default([]),
      personIds: session.personIds.default([]),
      after: session.after.default([]),
      start: occurrence.start.default(null),
      pinned: occurrence.pinned.default(false),
      links: occurrence.links.default([]),
    }),
  ),
  updateSession: define<Done<null>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      doc: "Changes a session and, in the same edit, one of its occurrences (`at`). Cancelling is the state *cancelled*.",
    },
    z.strictObject({
      ...edit,
      sessionId,
      set: changes(session).default({}),
      at: changes(occurrence).extend({ occurrenceId }).nullable().default(null),
    }),
  ),
  moveOccurrence: define<Done<null>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      doc: "Another time for an occurrence; null takes it off the timetable.",
    },
    z.strictObject({ ...edit, occurrenceId, start: occurrence.start }),
  ),
  addOccurrence: define<Done<{ readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: ["unknown-zone", "gap", "fold", ...usual],
      returns: "its id",
      doc: "A session takes place once more.",
    },
    z.strictObject({
      ...edit,
      sessionId,
      start: occurrence.start.default(null),
      pinned: occurrence.pinned.default(false),
      links: occurrence.links.default([]),
    }),
  ),
  removeOccurrence: define<Done<null>>()(
    { who: planners, errors: [...usual], doc: "Removes an occurrence that is not the session's only one." },
    z.strictObject({ ...edit, occurrenceId }),
  ),
  removeSession: define<Done<null>>()(
    {
      who: planners,
      errors: ["in-use", ...usual],
      doc: "Removes a session with its occurrences; those that came after it come after nothing instead. People who read a release still see it as cancelled there.",
    },
    z.strictObject({ ...edit, sessionId }),
  ),
  duplicateSession: define<Done<{ readonly sessionId: SessionId; readonly occurrenceId: OccurrenceId }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the copy's id and its first occurrence's",
      doc: "A copy of a session with its occurrences' links; it is not placed yet and not pinned.",
    },
    z.strictObject({ ...edit, sessionId, title: session.title }),
  ),
  duplicateDay: define<Done<{ readonly sessionIds: readonly SessionId[] }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the copies' ids",
      doc: "Copies of all sessions that begin on a day (each in its own zone) at the same wall times of another day.",
    },
    z.strictObject({ ...edit, conferenceId, day: model.date, to: model.date }),
  ),
  pasteSessions: define<Done<{ readonly sessionIds: readonly SessionId[] }>>()(
    {
      who: planners,
      errors: [...usual],
      returns: "the new sessions' ids",
      doc: "Sessions out of a spreadsheet: tab, comma or semicolon separated, the first row names the columns (docs/scheduling.md). All or nothing.",
    },
    z.strictObject({ ...edit, conferenceId, text: z.string().min(1).max(200_000) }),
  ),
  importPlan: define<Done<{ readonly id: ConferenceId }>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: ["unknown-zone", ...usual],
      returns: "the conference's id",
      doc: "A whole plan.json, with its ids: a new conference, or what is there under that id becomes like the file. All or nothing.",
    },
    z.strictObject({ ...edit, file: model.planFile }),
  ),
  chooseZoneData: define<Done<null>>()(
    {
      who: planners,
      right: "whose invite is for the whole installation",
      errors: [...usual],
      doc: "After the server got other zone data: for each occurrence that they move, keep the wall time or keep the instant. Those that are not named keep the wall time. All others take the new data's version.",
    },
    z.strictObject({
      ...edit,
      keepInstant: z.array(occurrenceId).max(4000),
    }),
  ),

  undo: define<Done<null>>()(
    {
      who: [...planners, "room-keeper", "group-contact"],
      right: "own edits only",
      errors: ["nothing-to-undo", ...usual],
      doc: "Takes back the last of one's own edits, or the one named. `conflict` names the edit in the way.",
    },
    z.strictObject({ ...edit, seq: z.number().int().min(1).nullable().default(null) }),
  ),
  redo: define<Done<null>>()(
    {
      who: [...planners, "room-keeper", "group-contact"],
      right: "own edits only",
      errors: ["nothing-to-undo", ...usual],
      doc: "Makes the edit again that one has undone last.",
    },
    z.strictObject({ ...edit }),
  ),

  release: define<Done<{ readonly number: number }>>()(
    {
      who: planners,
      errors: ["conflicts", ...usual],
      returns: "the release's number",
      doc: "Freezes the conference's plan under the next number: stages, participants' pages and countdowns follow it from now on. `despite`: the keys of the conflicts that are left so. Refused if an occurrence that is live or has ended would change.",
    },
    z.strictObject({ ...edit, conferenceId, despite: z.array(conflictKey).max(2000).default([]) }),
  ),
} as const;

export type PlanCommands = typeof planCommands;
export type PlanCommandName = keyof PlanCommands;
export type PlanInput<Name extends PlanCommandName> = InputOf<PlanCommands[Name]>;
export type PlanParsed<Name extends PlanCommandName> = ParsedOf<PlanCommands[Name]>;
export type PlanAnswer<Name extends PlanCommandName> =
  OutputOf<PlanCommands[Name]> extends Done<infer Value> ? Value : never;

/** A command as data, without the envelope: what a mend is, and what `POST /api/commands` takes beside it. */
export type PlanCommand = {
  [Name in PlanCommandName]: {
    readonly name: Name;
    readonly input: Omit<PlanInput<Name>, "commandId" | "baseSeq">;
  };
}[PlanCommandName];
