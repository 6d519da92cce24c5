import { describe, expect, test } from "vitest";
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
import { defaultGroupHours, defaultRoomHours } from "../../shared/plan/bands.ts";
import { planFile } from "../../shared/plan/file.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";
import type { Editor } from "../../server/plan/rights.ts";
import { databasePath } from "../support/database.ts";
import { linked, openPlanning, scheduler } from "../support/plans.ts";
import type { Planning } from "../support/plans.ts";

// Who may do which command to what: the answers were written by hand. Every line is asked of a plan of its own, so that
// no answer depends on another; the table of roles over sockets is in plan-roles.test.ts.

const now = Date.parse("2026-10-15T12:00:00Z");

/** Two conferences with one of everything, and what both use. */
interface Scene extends Planning {
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

const place = { city: "Durban", zone: "Africa/Johannesburg" };

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

async function openScene(): Promise<Scene> {
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
function editorOf(who: Who, { ours, theirs }: Scene): Editor {
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

type About = (scene: Scene) => object;
const name = { name: "Another" };
const set = { set: name };
const hours = { ...defaultRoomHours, rest: "kind" as const };
const groupHours = { ...defaultGroupHours, rest: "blocked" as const };
const inOurs: About = ({ ours: { conferenceId } }) => ({ conferenceId });

/** Scheduler of everything, of our conference, of theirs, our room's keeper, our group's contact. */
const table: readonly (readonly [PlanCommandName, string, About, string])[] = [
  ["createConference", "", () => name, "ok forbidden forbidden forbidden forbidden"],
  ["updateConference", "", (s) => ({ ...inOurs(s), ...set }), "ok ok not-found forbidden forbidden"],
  ["duplicateConference", "", (s) => ({ ...inOurs(s), ...name }), "ok forbidden forbidden forbidden forbidden"],
  ["removeConference", "", inOurs, "ok forbidden forbidden forbidden forbidden"],
  ["createVenue", "", (s) => ({ ...inOurs(s), ...name }), "ok ok not-found forbidden forbidden"],
  ["updateVenue", "", ({ ours: { venueId } }) => ({ venueId, ...set }), "ok ok not-found forbidden forbidden"],
  ["removeVenue", "", ({ ours }) => ({ venueId: ours.emptyVenueId }), "ok ok not-found forbidden forbidden"],
  ["createRoom", "", (s) => ({ ...inOurs(s), ...name, ...place }), "ok ok not-found forbidden forbidden"],
  [
    "createRoom",
    "in a venue of theirs",
    (s) => ({ ...inOurs(s), ...name, ...place, venueId: s.theirs.venueId }),
    "not-found not-found not-found forbidden forbidden",
  ],
  ["updateRoom", "its name", ({ ours: { roomId } }) => ({ roomId, ...set }), "ok ok not-found forbidden forbidden"],
  ["updateRoom", "its hours", ({ ours: { roomId } }) => ({ roomId, set: { hours } }), "ok ok not-found ok forbidden"],
  [
    "updateRoom",
    "its equipment",
    ({ ours: { roomId } }) => ({ roomId, set: { equipment: ["Projector"] } }),
    "ok ok not-found ok forbidden",
  ],
  [
    "updateRoom",
    "its hours and its name",
    ({ ours: { roomId } }) => ({ roomId, set: { hours, ...name } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateRoom",
    "another's hours",
    ({ ours }) => ({ roomId: ours.spareRoomId, set: { hours } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateRoom",
    "the hours of a room of theirs",
    ({ theirs: { roomId } }) => ({ roomId, set: { hours } }),
    "ok not-found ok not-found forbidden",
  ],
  ["removeRoom", "", ({ ours }) => ({ roomId: ours.spareRoomId }), "ok ok not-found forbidden forbidden"],
  ["createGroup", "", (s) => ({ ...inOurs(s), ...name, ...place }), "ok ok not-found forbidden forbidden"],
  ["updateGroup", "its name", ({ ours: { groupId } }) => ({ groupId, ...set }), "ok ok not-found forbidden forbidden"],
  [
    "updateGroup",
    "its hours",
    ({ ours: { groupId } }) => ({ groupId, set: { hours: groupHours } }),
    "ok ok not-found forbidden ok",
  ],
  [
    "updateGroup",
    "how many they are",
    ({ ours: { groupId } }) => ({ groupId, set: { people: 77 } }),
    "ok ok not-found forbidden ok",
  ],
  [
    "updateGroup",
    "whether it may split",
    ({ ours: { groupId } }) => ({ groupId, set: { maySplit: true } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateGroup",
    "a room's audience",
    ({ ours }) => ({ groupId: ours.audienceId, set: { people: 77 } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateGroup",
    "one of theirs",
    ({ theirs: { groupId } }) => ({ groupId, set: { people: 77 } }),
    "ok not-found ok forbidden not-found",
  ],
  [
    "updateGroup",
    "one that both use",
    ({ shared: { groupId } }) => ({ groupId, set: { people: 77 } }),
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["removeGroup", "", ({ ours: { groupId } }) => ({ groupId }), "ok ok not-found forbidden forbidden"],
  [
    "removeGroup",
    "one that both use",
    ({ shared: { groupId } }) => ({ groupId }),
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["createPerson", "", (s) => ({ ...inOurs(s), ...name, ...place }), "ok ok not-found forbidden forbidden"],
  ["updatePerson", "", ({ ours: { personId } }) => ({ personId, ...set }), "ok ok not-found forbidden forbidden"],
  [
    "updatePerson",
    "one whom both need",
    ({ shared: { personId } }) => ({ personId, ...set }),
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["removePerson", "", ({ ours: { personId } }) => ({ personId }), "ok ok not-found forbidden forbidden"],
  [
    "createPool",
    "",
    (s) => ({ ...inOurs(s), ...name, serves: { kind: "languages", pair: ["en", "fr"] }, size: 1 }),
    "ok ok not-found forbidden forbidden",
  ],
  ["updatePool", "", ({ ours: { poolId } }) => ({ poolId, ...set }), "ok ok not-found forbidden forbidden"],
  [
    "updatePool",
    "one that both use",
    ({ shared: { poolId } }) => ({ poolId, ...set }),
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["removePool", "", ({ ours: { poolId } }) => ({ poolId }), "ok ok not-found forbidden forbidden"],
  [
    "useInConference",
    "one of theirs, in ours",
    (s) => ({ ...inOurs(s), kind: "groups", id: s.theirs.groupId, use: true }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "useInConference",
    "no more",
    (s) => ({ ...inOurs(s), kind: "people", id: s.shared.personId, use: false }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "createSession",
    "",
    (s) => ({ ...inOurs(s), title: "New", minutes: 60, hostRoomId: s.ours.roomId, links: linked(s.ours.roomId) }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "createSession",
    "in a room of theirs",
    (s) => ({ ...inOurs(s), title: "New", minutes: 60, hostRoomId: s.theirs.roomId, links: linked(s.theirs.roomId) }),
    "not-found not-found not-found forbidden forbidden",
  ],
  [
    "updateSession",
    "",
    ({ ours: { sessionId } }) => ({ sessionId, set: { title: "Another" } }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "updateSession",
    "ours, and an occurrence of theirs",
    ({ ours, theirs }) => ({ sessionId: ours.sessionId, at: { occurrenceId: theirs.occurrenceId, pinned: true } }),
    "not-found not-found not-found forbidden forbidden",
  ],
  [
    "moveOccurrence",
    "",
    ({ ours: { occurrenceId } }) => ({ occurrenceId, start: { wall: "2026-11-02T10:00", zone: place.zone } }),
    "ok ok not-found forbidden forbidden",
  ],
  ["addOccurrence", "", ({ ours: { sessionId } }) => ({ sessionId }), "ok ok not-found forbidden forbidden"],
  ["removeOccurrence", "", ({ ours }) => ({ occurrenceId: ours.againId }), "ok ok not-found forbidden forbidden"],
  ["removeSession", "", ({ ours: { sessionId } }) => ({ sessionId }), "ok ok not-found forbidden forbidden"],
  [
    "duplicateSession",
    "",
    ({ ours: { sessionId } }) => ({ sessionId, title: "Copy" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "duplicateDay",
    "",
    (s) => ({ ...inOurs(s), day: "2026-11-01", to: "2026-11-03" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "pasteSessions",
    "",
    (s) => ({ ...inOurs(s), text: "Title,Minutes\nPasted,60\n" }),
    "ok ok not-found forbidden forbidden",
  ],
  [
    "importPlan",
    "",
    ({ draft, ours: { conferenceId } }) => {
      const file = planFile(draft.plan, conferenceId);
      return { file: { ...file, conference: { ...file.conference, name: "By file" } } };
    },
    "ok forbidden forbidden forbidden forbidden",
  ],
  ["chooseZoneData", "", () => ({ keepInstant: [] }), "ok forbidden forbidden forbidden forbidden"],
  [
    "undo",
    "nothing of one's own",
    () => ({}),
    "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo",
  ],
  [
    "undo",
    "another's",
    () => ({ seq: 1 }),
    "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo",
  ],
  ["redo", "", () => ({}), "nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo nothing-to-undo"],
  ["release", "", inOurs, "ok ok not-found forbidden forbidden"],
];

describe("who may", () => {
  test.each(table)("%s %s", async (command, _what, about, answers) => {
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
      if (command === "release") await edit("createVenue", { conferenceId: scene.ours.conferenceId, ...name });
      else if (answer.ok && draft.seq !== before[0]) await edit("undo", {}, editor);
    }
    expect(codes.join(" ")).toBe(answers);
  });
});

test("the table is complete: every command is in it", () => {
  expect(Object.keys(planCommands).filter((name) => !table.some(([asked]) => asked === name))).toEqual([]);
});

test("keepers and contacts take back what they did, and nothing else", async () => {
  const scene = await openScene();
  const keeper = editorOf("keeper", scene);
  const { roomId } = scene.ours;
  const room = () => scene.draft.plan.rooms[roomId]?.equipment;
  await scene.edit("updateRoom", { roomId, set: { equipment: ["Projector"] } }, keeper);
  await scene.edit("undo", {}, keeper);
  expect(room()).toEqual([]);
  await scene.edit("redo", {}, keeper);
  expect(room()).toEqual(["Projector"]);
  await scene.edit("undo", {}, keeper);
  expect(await scene.ask("undo", {}, keeper)).toMatchObject({ code: "nothing-to-undo" });
});
