import { z } from "zod";
import type { PlanAnswer, PlanCommandName } from "./plan.ts";
import { conferenceId, groupId, occurrenceId, personId, poolId, roomId, sessionId, venueId } from "./schemas.ts";

const nothing = z.null();
const made = <Id extends z.ZodType>(id: Id) => z.strictObject({ id });
const placed = z.strictObject({ sessionId, occurrenceId });
const copies = z.strictObject({ sessionIds: z.array(sessionId) });

/** What each command answers, as schemas: for the description of the HTTP interface. */
export const planAnswers: { readonly [Name in PlanCommandName]: z.ZodType<PlanAnswer<Name>> } = {
  createConference: made(conferenceId),
  updateConference: nothing,
  duplicateConference: made(conferenceId),
  removeConference: nothing,
  createVenue: made(venueId),
  updateVenue: nothing,
  removeVenue: nothing,
  createRoom: z.strictObject({ id: roomId, audienceId: groupId }),
  updateRoom: nothing,
  removeRoom: nothing,
  createGroup: made(groupId),
  updateGroup: nothing,
  removeGroup: nothing,
  createPerson: made(personId),
  updatePerson: nothing,
  removePerson: nothing,
  createPool: made(poolId),
  updatePool: nothing,
  removePool: nothing,
  useInConference: nothing,
  createSession: placed,
  updateSession: nothing,
  moveOccurrence: nothing,
  addOccurrence: z.strictObject({ occurrenceId }),
  removeOccurrence: nothing,
  placeOccurrences: nothing,
  removeSession: nothing,
  duplicateSession: placed,
  duplicateDay: copies,
  pasteSessions: copies,
  importPlan: made(conferenceId),
  chooseZoneData: nothing,
  undo: nothing,
  redo: nothing,
  release: z.strictObject({ number: z.number().int().min(1) }),
};
