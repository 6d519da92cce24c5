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
import type { Plan } from "../../shared/plan/model.ts";
import type { PlanCommandName, PlanParsed } from "../../shared/protocol/plan.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";

/** Who edits. */
export type Editor = Pick<PassInfo, "id" | "role" | "conferenceId" | "roomId" | "groupId" | "label">;

/** A command with its input, parsed by its schema. */
export type Asked = {
  readonly [Name in PlanCommandName]: { readonly name: Name; readonly input: PlanParsed<Name> };
}[PlanCommandName];

type Refusal = "forbidden" | "not-found" | null;

/**
 * May this pass ask for this? The protocol's table has said already that its role may; here is the rest: what the invite
 * is for. A thing of another conference than the pass's is `not-found`, as everywhere; what it may see and not change is
 * `forbidden`. Null: it may. Undo and redo look for own edits only, so they need nothing more.
 */
export function refusalOf(plan: Plan, editor: Editor, asked: Asked): Refusal {
  if (asked.name === "undo" || asked.name === "redo") return null;
  switch (editor.role) {
    case "room-keeper":
      return keepersRefusal(plan, editor, asked);
    case "group-contact":
      return contactsRefusal(plan, editor, asked);
    case "organiser":
    case "scheduler":
      return editor.conferenceId === null ? null : schedulersRefusal(plan, editor.conferenceId, asked);
    default:
      return "forbidden";
  }
}

/** The own room, its hours and equipment. */
function keepersRefusal(plan: Plan, editor: Editor, asked: Asked): Refusal {
  if (asked.name !== "updateRoom") return "forbidden";
  const room = at(plan.rooms, asked.input.roomId);
  if (room === undefined || room.conferenceId !== editor.conferenceId) return "not-found";
  return room.id === editor.roomId && onlyKeys(asked.input.set, ["hours", "equipment"]) ? null : "forbidden";
}

/** The own group, its hours and how many they are. */
function contactsRefusal(plan: Plan, editor: Editor, asked: Asked): Refusal {
  if (asked.name !== "updateGroup") return "forbidden";
  const group = at(plan.groups, asked.input.groupId);
  if (group === undefined || editor.conferenceId === null || !group.conferenceIds.includes(editor.conferenceId))
    return "not-found";
  return group.id === editor.groupId && onlyKeys(asked.input.set, ["hours", "people"]) ? null : "forbidden";
}

function onlyKeys(set: object, allowed: readonly string[]): boolean {
  return Object.entries(set).every(([key, value]) => value === undefined || allowed.includes(key));
}

/** Whose invite is for one conference: what is in it, and of what is shared, what no other conference uses. */
function schedulersRefusal(plan: Plan, own: ConferenceId, asked: Asked): Refusal {
  const within = (conferenceId: ConferenceId | undefined): Refusal => (conferenceId === own ? null : "not-found");
  const shared = (thing: { readonly conferenceIds: readonly ConferenceId[] } | undefined): Refusal => {
    if (thing === undefined || !thing.conferenceIds.includes(own)) return "not-found";
    return thing.conferenceIds.every((id) => id === own) ? null : "forbidden";
  };
  const ofVenue = (id: VenueId) => within(at(plan.venues, id)?.conferenceId);
  const ofRoom = (id: RoomId) => within(at(plan.rooms, id)?.conferenceId);
  const ofSession = (id: SessionId) => within(at(plan.sessions, id)?.conferenceId);
  const ofOccurrence = (id: OccurrenceId) => {
    const occurrence = at(plan.occurrences, id);
    return occurrence === undefined ? "not-found" : ofSession(occurrence.sessionId);
  };
  const ofGroup = (id: GroupId) => shared(at(plan.groups, id));
  const ofPerson = (id: PersonId) => shared(at(plan.people, id));
  const ofPool = (id: PoolId) => shared(at(plan.pools, id));

  switch (asked.name) {
    case "createConference":
    case "duplicateConference":
    case "removeConference":
    case "importPlan":
    case "chooseZoneData":
      return "forbidden";
    case "updateConference":
    case "createVenue":
    case "createRoom":
    case "createGroup":
    case "createPerson":
    case "createPool":
    case "useInConference":
    case "createSession":
    case "duplicateDay":
    case "placeOccurrences":
    case "pasteSessions":
    case "release":
      return within(asked.input.conferenceId);
    case "updateVenue":
    case "removeVenue":
      return ofVenue(asked.input.venueId);
    case "updateRoom":
    case "removeRoom":
      return ofRoom(asked.input.roomId);
    case "updateGroup":
    case "removeGroup":
      return ofGroup(asked.input.groupId);
    case "updatePerson":
    case "removePerson":
      return ofPerson(asked.input.personId);
    case "updatePool":
    case "removePool":
      return ofPool(asked.input.poolId);
    case "updateSession":
    case "removeSession":
    case "duplicateSession":
    case "addOccurrence":
      return ofSession(asked.input.sessionId);
    case "moveOccurrence":
    case "removeOccurrence":
      return ofOccurrence(asked.input.occurrenceId);
    case "undo":
    case "redo":
      return null;
  }
}
