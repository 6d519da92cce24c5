import type { PlanCommand } from "../../protocol/plan.ts";
import type { Plan } from "../model.ts";
import { createConference, removeConference, updateConference } from "./conferences.ts";
import { duplicateConference, duplicateDay, duplicateSession } from "./copies.ts";
import { refused } from "./ground.ts";
import type { EditResult, Ground } from "./ground.ts";
import { createGroup, removeGroup, updateGroup } from "./groups.ts";
import { importPlan } from "./importing.ts";
import { addOccurrence, moveOccurrence, removeOccurrence } from "./occurrences.ts";
import { pasteSessions } from "./pasting.ts";
import { createPerson, removePerson, updatePerson } from "./people.ts";
import { createRoom, createVenue, removeRoom, removeVenue, updateRoom, updateVenue } from "./places.ts";
import { placeOccurrences } from "./placing.ts";
import { createPool, removePool, updatePool } from "./pools.ts";
import { createSession, removeSession, updateSession } from "./sessions.ts";
import { useInConference } from "./use.ts";
import { chooseZoneData } from "./zonedata.ts";

export type { EditResult, Ground, Refused } from "./ground.ts";

/**
 * What a command would change in the plan, or why nothing. Pure; who may do it and whether it is stale is asked elsewhere.
 *
 * The input has passed the command's schema, or is made of the plan's own values (a mend): ranges, lengths and formats
 * are not looked at again. Fields with a default may be absent, so that pages can decide without the schema.
 * `undo`, `redo` and `release` are the journal's and are refused here (`bad-request`).
 * @throws RangeError if the zone data lack a zone that the plan uses
 */
export function decideEdit(plan: Plan, command: PlanCommand, ground: Ground): EditResult {
  switch (command.name) {
    case "createConference":
      return createConference(plan, command.input, ground);
    case "updateConference":
      return updateConference(plan, command.input, ground);
    case "duplicateConference":
      return duplicateConference(plan, command.input, ground);
    case "removeConference":
      return removeConference(plan, command.input);
    case "createVenue":
      return createVenue(plan, command.input, ground);
    case "updateVenue":
      return updateVenue(plan, command.input);
    case "removeVenue":
      return removeVenue(plan, command.input);
    case "createRoom":
      return createRoom(plan, command.input, ground);
    case "updateRoom":
      return updateRoom(plan, command.input, ground);
    case "removeRoom":
      return removeRoom(plan, command.input);
    case "createGroup":
      return createGroup(plan, command.input, ground);
    case "updateGroup":
      return updateGroup(plan, command.input, ground);
    case "removeGroup":
      return removeGroup(plan, command.input);
    case "createPerson":
      return createPerson(plan, command.input, ground);
    case "updatePerson":
      return updatePerson(plan, command.input, ground);
    case "removePerson":
      return removePerson(plan, command.input);
    case "createPool":
      return createPool(plan, command.input, ground);
    case "updatePool":
      return updatePool(plan, command.input);
    case "removePool":
      return removePool(plan, command.input);
    case "useInConference":
      return useInConference(plan, command.input);
    case "createSession":
      return createSession(plan, command.input, ground);
    case "updateSession":
      return updateSession(plan, command.input, ground);
    case "removeSession":
      return removeSession(plan, command.input);
    case "duplicateSession":
      return duplicateSession(plan, command.input, ground);
    case "duplicateDay":
      return duplicateDay(plan, command.input, ground);
    case "moveOccurrence":
      return moveOccurrence(plan, command.input, ground);
    case "addOccurrence":
      return addOccurrence(plan, command.input, ground);
    case "removeOccurrence":
      return removeOccurrence(plan, command.input);
    case "placeOccurrences":
      return placeOccurrences(plan, command.input, ground);
    case "pasteSessions":
      return pasteSessions(plan, command.input, ground);
    case "importPlan":
      return importPlan(plan, command.input, ground);
    case "chooseZoneData":
      return chooseZoneData(plan, command.input, ground);
    case "undo":
    case "redo":
    case "release":
      return refused("bad-request");
  }
}
