import { expect } from "vitest";
import type {
  ConferenceId,
  GroupId,
  OccurrenceId,
  PassId,
  PersonId,
  PoolId,
  RoomId,
  SessionId,
  VenueId,
} from "../../shared/ids.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";
import type { Editor } from "../../server/plan/rights.ts";
import { databasePath } from "./database.ts";
import { linked, openPlanning, scheduler } from "./plans.ts";
import type { Planning } from "./plans.ts";

// Who may do which command to what: a plan with two conferences, five who try, and how a line of a table is asked.

const now = Date.parse("2026-10-15T12:00:00Z");

/** Two conferences with one of everything, and what both use. */
export interface Scene extends Planning {
  readonly ours: Things;
  readonly theirs: Things;
  readonly shared: { readonly groupId: GroupId; readonly personId: PersonId; readonly poolId: PoolId };
}
interface Things {
  readonly conferenceId: ConferenceId;
  readonly venueId: VenueId;
  readonly emptyVenueId: VenueId;
  readonly roomId: RoomId;
  readonly spareRoomId: RoomId;
  readonly audienceId: GroupId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly poolId: PoolId;
  readonly sessionId: SessionId;
  readonly occurrenceId: OccurrenceId;
  readonly againId: OccurrenceId;
}

/** Where everything is. */
export const place = { city: "Durban", zone: "Africa/Johannesburg" };

async function thingsIn({ edit, draft }: Planning, name: string): Promise<Things> {
  const { id: conferenceId } = await edit("createConference", { name });
  const { id: emptyVenueId } = await edit("createVenue", { conferenceId, name: "Empty" });
  const { id: roomId, audienceId } = await edit("createRoom", { conferenceId, name: "Hall", ...place });
  const { id: spareRoomId } = await edit("createRoom", { conferenceId, name: "Spare", ...place });
  const { id: groupId } = await edit("createGroup", { conferenceId, name: "By telephone", ...place });
  const { id: personId } = await edit("createPerson", { conferenceId, name: "Ana", ...place });
  const serves = { kind: "languages" as const, pair: ["en", "es"] as [string, string] };
  const { id: poolId } = await edit("createPool", { conferenceId, name: "Interpreters", serves, size: 2 });
  const start = { wall: "2026-11-01T10:00", zone: place.zone };
  const session = { title: "Plenary", minutes: 60, hostRoomId: roomId, links: linked(roomId), start };
  const { sessionId, occurrenceId } = await edit("createSession", { conferenceId, ...session });
  const { occurrenceId: againId } = await edit("addOccurrence", { sessionId, links: linked(roomId) });
  const venueId = draft.plan.rooms[roomId]?.venueId;
  if (venueId === undefined) throw new Error("a room without a venue");
  const found = { conferenceId, venueId, emptyVenueId, roomId, spareRoomId, audienceId, groupId };
  return { ...found, personId, poolId, sessionId, occurrenceId, againId };
}

/** That plan, in a database of its own. */
export async function openScene(): Promise<Scene> {
  const planning = await openPlanning(() => now, databasePath());
  const ours = await thingsIn(planning, "Ours");
  const theirs = await thingsIn(planning, "Theirs");
  const { edit } = planning;
  const both = { conferenceId: ours.conferenceId, name: "Of both", ...place };
  const { id: groupId } = await edit("createGroup", both);
  const { id: personId } = await edit("createPerson", both);
  const serves = { kind: "languages" as const, pair: ["en", "ta"] as [string, string] };
  const { id: poolId } = await edit("createPool", {
    conferenceId: ours.conferenceId,
    name: "Of both",
    serves,
    size: 2,
  });
  for (const [kind, id] of [
    ["groups", groupId],
    ["people", personId],
    ["pools", poolId],
  ] as const)
    await edit("useInConference", { conferenceId: theirs.conferenceId, kind, id, use: true });
  return { ...planning, ours, theirs, shared: { groupId, personId, poolId } };
}

const editors = ["all", "ours", "theirs", "keeper", "contact"] as const;
type Who = (typeof editors)[number];

/** The scheduler of everything, of our conference, of theirs; the keeper of our hall, the contact of our group. */
export function editorOf(who: Who, { ours, theirs }: Scene): Editor {
  const base = { ...scheduler, id: who as string as PassId };
  switch (who) {
    case "all":
      return base;
    case "ours":
      return { ...base, conferenceId: ours.conferenceId };
    case "theirs":
      return { ...base, conferenceId: theirs.conferenceId };
    case "keeper":
      return { ...base, role: "room-keeper", conferenceId: ours.conferenceId, roomId: ours.roomId };
    case "contact":
      return { ...base, role: "group-contact", conferenceId: ours.conferenceId, groupId: ours.groupId };
  }
}

/** Makes a command's input out of what is in the plan. */
export type About = (scene: Scene) => object;

/**
 * A command, what it is about, its input; and the answers to the scheduler of everything, of our conference, of theirs, to our
 * room's keeper and our group's contact.
 */
export type Line = readonly [command: PlanCommandName, what: string, about: About, answers: string];

/** What the five are answered, one after the other, on a plan of its own; refused commands change nothing. */
export async function answersOf(command: PlanCommandName, about: About): Promise<string> {
  const scene = await openScene();
  const { draft, ask, edit } = scene;
  const codes: string[] = [];
  for (const who of editors) {
    const before = [draft.seq, draft.plan];
    const editor = editorOf(who, scene);
    // The compiler does not follow a name and its own input out of a table.
    const input = about(scene) as Parameters<typeof ask<typeof command>>[1];
    const answer = await ask(command, input, editor);
    codes.push(answer.ok ? "ok" : answer.code);
    if (!answer.ok) expect([draft.seq, draft.plan]).toEqual(before);
    // Back, so that the next finds the same; after a release there is something new to release.
    if (command === "release") await edit("createVenue", { conferenceId: scene.ours.conferenceId, name: "Another" });
    else if (answer.ok && draft.seq !== before[0]) await edit("undo", {}, editor);
  }
  return codes.join(" ");
}
