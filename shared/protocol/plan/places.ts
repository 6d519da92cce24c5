import { z } from "zod";
import type { ConferenceId, GroupId, RoomId, VenueId } from "../../ids.ts";
import * as model from "../../plan/schema.ts";
import { define } from "../define.ts";
import { conferenceId, optionalLine, roomId, venueId } from "../schemas.ts";
import { changes, edit, planners, usual } from "./edit.ts";
import type { Done } from "./edit.ts";

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

/** The edits of conferences, venues and rooms. */
export const placeCommands = {
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
      people: model.group.shape.people.default(20),
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
} as const;
