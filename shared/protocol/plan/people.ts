import { z } from "zod";
import type { GroupId, PersonId, PoolId } from "../../ids.ts";
import * as model from "../../plan/schema.ts";
import { define } from "../define.ts";
import { conferenceId, groupId, optionalLine, personId, poolId } from "../schemas.ts";
import { changes, edit, planners, usual } from "./edit.ts";
import type { Done } from "./edit.ts";

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

/** The edits of groups, people and pools. */
export const peopleCommands = {
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
} as const;
