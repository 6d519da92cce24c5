import { expect, test } from "vitest";
import { defaultGroupHours, defaultRoomHours } from "../../shared/plan/bands.ts";
import { peopleCommands } from "../../shared/protocol/plan/people.ts";
import { placeCommands } from "../../shared/protocol/plan/places.ts";
import { answersOf, editorOf, openScene, place } from "../support/rightsscene.ts";
import type { About, Line } from "../support/rightsscene.ts";

// Who may do what to conferences, venues and rooms, to groups, people and pools: the answers were written by hand. The table of
// roles over sockets is in plan-roles.test.ts, that of sessions and of the draft in plan-rights.test.ts.

const name = { name: "Another" };
const set = { set: name };
const hours = { ...defaultRoomHours, rest: "kind" as const };
const groupHours = { ...defaultGroupHours, rest: "blocked" as const };
const inOurs: About = ({ ours: { conferenceId } }) => ({ conferenceId });

/** Scheduler of everything, of our conference, of theirs, our room's keeper, our group's contact. */
const table: readonly Line[] = [
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
];

test.each(table)("who may %s %s", async (command, _what, about, answers) => {
  expect(await answersOf(command, about)).toBe(answers);
});

test("the table is complete: every such command is in it", () => {
  const commands = Object.keys({ ...placeCommands, ...peopleCommands });
  expect(commands.filter((name) => !table.some(([asked]) => asked === name))).toEqual([]);
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
