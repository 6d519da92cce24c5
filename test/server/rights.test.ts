import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stageCommands } from "../../shared/protocol/commands.ts";
import { ask, makeScenery, openStaff } from "../support/rights.ts";
import type { Asker, Line, Scenery, Staff } from "../support/rights.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { openGround } from "../support/session.ts";
import type { Ground } from "../support/session.ts";

// Who may do what on a stage, as docs/PROTOCOL.md says: the answers were written from the product's rights by hand.

let server: TestServer;
let ground: Ground;
let staff: Staff;
beforeAll(async () => {
  server = await startServer();
  ground = await openGround(server);
  staff = await openStaff(ground);
});
afterAll(() => server.close());

type Rooms = keyof Ground["rooms"] | "elsewhere";
const roomOf = ({ ground: { rooms, elsewhere } }: Scenery, name: Rooms): string =>
  name === "elsewhere" ? elsewhere.roomId : rooms[name];
const inRoom = (name: Rooms) => (scenery: Scenery) => ({ roomId: roomOf(scenery, name) });
const soundOf = (name: Rooms) => (scenery: Scenery) => ({ source: `room:${roomOf(scenery, name)}:sound` });
const entry = (name: keyof Scenery["entries"]) => (scenery: Scenery) => ({ entryId: scenery.entries[name] });
const pass = (name: keyof Scenery["passes"]) => (scenery: Scenery) => ({ passId: scenery.passes[name] });
const nothing = () => ({});
/** Ben's for all, and Eve's for the moderator, who comes after the desk. */
const others = (scenery: Scenery, asker: Asker) => (asker === "moderator" ? scenery.entries.eve : scenery.entries.ben);
const own = (scenery: Scenery, asker: Asker) => ({ source: `person:${scenery.passes[asker]}:mic` });
const take =
  (to: "program" | Rooms, ...sources: readonly [Rooms, "camera1" | "sound"][]) =>
  (scenery: Scenery) => ({
    to: to === "program" ? to : roomOf(scenery, to),
    scene: { layout: "one", sources: sources.map(([name, track]) => `room:${roomOf(scenery, name)}:${track}`) },
  });

/** The order of the answers: organiser, waiting participant, called participant, operator, operator with the desk, moderator. */
const table: readonly Line[] = [
  ["introduce", "in no room", () => ({ name: "Someone", place: "", roomId: null }), "forbidden ok ok ok ok ok"],
  [
    "introduce",
    "in a linked room",
    (s) => ({ name: "A", place: "", roomId: roomOf(s, "chennai") }),
    "forbidden ok ok ok ok ok",
  ],
  [
    "introduce",
    "in a room elsewhere",
    (s) => ({ name: "A", place: "", roomId: roomOf(s, "elsewhere") }),
    "forbidden not-found not-found not-found not-found not-found",
  ],
  ["raiseHand", "", nothing, "forbidden already already ok ok ok"],
  [
    "lowerHand",
    "the waiting participant's",
    entry("waiting"),
    "forbidden ok not-in-queue not-in-queue not-in-queue not-in-queue",
  ],
  [
    "lowerHand",
    "another's",
    (s, asker) => ({ entryId: others(s, asker) }),
    "forbidden not-in-queue not-in-queue forbidden ok ok",
  ],
  [
    "lowerHand",
    "one typed in the operator's room",
    entry("typedInDurban"),
    "forbidden not-in-queue not-in-queue ok not-in-queue not-in-queue",
  ],
  [
    "lowerHand",
    "nobody's",
    () => ({ entryId: "nobodys" }),
    "forbidden not-in-queue not-in-queue not-in-queue not-in-queue not-in-queue",
  ],
  [
    "typeHand",
    "in the operator's room",
    (s) => ({ roomId: roomOf(s, "durban"), label: "mic 1" }),
    "forbidden forbidden forbidden ok ok ok",
  ],
  [
    "typeHand",
    "in another room",
    (s) => ({ roomId: roomOf(s, "losAngeles"), label: "mic 1" }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "typeHand",
    "in a room elsewhere",
    (s) => ({ roomId: roomOf(s, "elsewhere"), label: "mic 1" }),
    "forbidden forbidden forbidden not-found not-found not-found",
  ],
  [
    "moveInQueue",
    "to the end",
    (s) => ({ entryId: s.entries.ben, before: null }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "moveInQueue",
    "before nobody's",
    (s) => ({ entryId: s.entries.ben, before: "nobodys" }),
    "forbidden forbidden forbidden forbidden not-in-queue not-in-queue",
  ],
  ["callNext", "", nothing, "forbidden forbidden forbidden forbidden ok ok"],
  ["call", "another", (s, asker) => ({ entryId: others(s, asker) }), "forbidden forbidden forbidden forbidden ok ok"],
  ["call", "who is called already", entry("dia"), "forbidden forbidden forbidden forbidden not-in-queue not-in-queue"],
  [
    "callPerson",
    "another",
    (s, asker) => ({ passId: asker === "moderator" ? s.passes.desk : s.passes.operator }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  ["callPerson", "who is called already", pass("called"), "forbidden forbidden forbidden forbidden already already"],
  [
    "callPerson",
    "a pass that is not here",
    pass("foreign"),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  [
    "skip",
    "who was called",
    (s, asker) => ({ entryId: asker === "moderator" ? s.entries.dia : s.entries.called }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "skip",
    "nobody",
    () => ({ entryId: "nobodys" }),
    "forbidden forbidden forbidden forbidden not-in-queue not-in-queue",
  ],
  ["reportMicrophone", "", () => ({ microphone: "asked" }), "forbidden ok ok not-in-queue not-in-queue not-in-queue"],
  ["makeReady", "", nothing, "forbidden ok ok not-in-queue not-in-queue not-in-queue"],
  ["decline", "", nothing, "forbidden not-on-floor ok not-on-floor not-on-floor not-on-floor"],
  ["yieldFloor", "", nothing, "forbidden not-on-floor ok not-on-floor not-on-floor not-on-floor"],
  [
    "withdrawFloor",
    "another's",
    (s, asker) => ({ entryId: asker === "moderator" ? s.entries.dia : s.entries.called }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "withdrawFloor",
    "of who only waits",
    entry("ben"),
    "forbidden forbidden forbidden forbidden not-on-floor not-on-floor",
  ],
  ["openRoom", "another", inRoom("losAngeles"), "forbidden forbidden forbidden forbidden ok already"],
  ["openRoom", "the host, open already", inRoom("durban"), "forbidden forbidden forbidden forbidden already already"],
  ["openRoom", "elsewhere", inRoom("elsewhere"), "forbidden forbidden forbidden not-found not-found not-found"],
  ["closeRoom", "the operator's", inRoom("durban"), "forbidden forbidden forbidden ok already already"],
  ["closeRoom", "another", inRoom("losAngeles"), "forbidden forbidden forbidden forbidden already already"],
  ["closeRoom", "elsewhere", inRoom("elsewhere"), "forbidden forbidden forbidden forbidden not-found not-found"],
  ["openMic", "", nothing, "forbidden forbidden forbidden forbidden forbidden ok"],
  ["closeMic", "", nothing, "forbidden forbidden forbidden forbidden forbidden ok"],
  ["mute", "the called person", (s) => own(s, "called"), "forbidden forbidden ok forbidden ok ok"],
  ["mute", "oneself", own, "forbidden not-on-floor ok not-on-floor not-on-floor not-on-floor"],
  ["mute", "the operator's room", soundOf("durban"), "forbidden forbidden forbidden ok ok ok"],
  [
    "mute",
    "a room elsewhere",
    soundOf("elsewhere"),
    "forbidden not-on-floor not-on-floor not-on-floor not-on-floor not-on-floor",
  ],
  ["unmute", "the called person", (s) => own(s, "called"), "forbidden forbidden ok forbidden forbidden forbidden"],
  ["unmute", "the operator's room", soundOf("durban"), "forbidden forbidden forbidden ok forbidden forbidden"],
  ["unmute", "a room elsewhere", soundOf("elsewhere"), "forbidden forbidden forbidden forbidden forbidden forbidden"],
  ["take", "the program", take("program", ["losAngeles", "camera1"]), "forbidden forbidden forbidden forbidden ok ok"],
  [
    "take",
    "the operator's screen",
    take("durban", ["losAngeles", "camera1"]),
    "forbidden forbidden forbidden ok ok ok",
  ],
  [
    "take",
    "another screen",
    take("losAngeles", ["durban", "camera1"]),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "take",
    "a screen elsewhere",
    take("elsewhere", ["durban", "camera1"]),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  [
    "take",
    "a camera elsewhere",
    take("durban", ["elsewhere", "camera1"]),
    "forbidden forbidden forbidden not-found not-found not-found",
  ],
  [
    "take",
    "a sound",
    take("durban", ["durban", "sound"]),
    "forbidden forbidden forbidden not-a-picture not-a-picture not-a-picture",
  ],
  ["take", "nothing", take("durban"), "forbidden forbidden forbidden wrong-count wrong-count wrong-count"],
  ["followProgram", "the operator's screen", inRoom("durban"), "forbidden forbidden forbidden ok ok ok"],
  ["followProgram", "another screen", inRoom("losAngeles"), "forbidden forbidden forbidden forbidden ok ok"],
  [
    "followProgram",
    "a screen elsewhere",
    inRoom("elsewhere"),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  [
    "remove",
    "another",
    (s, asker) => ({ passId: asker === "moderator" ? s.passes.eve : s.passes.ben }),
    "forbidden forbidden forbidden forbidden ok ok",
  ],
  [
    "remove",
    "oneself",
    (s, asker) => ({ passId: s.passes[asker] }),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  ["remove", "a pass that is not here", pass("foreign"), "forbidden forbidden forbidden forbidden not-found not-found"],
  ["openSession", "", nothing, "forbidden forbidden forbidden forbidden already already"],
  ["endSession", "", nothing, "forbidden forbidden forbidden forbidden ok ended"],
  ["setFormat", "", () => ({ format: "discussion" }), "forbidden forbidden forbidden forbidden ok ok"],
  ["setSpeakingTime", "", () => ({ seconds: 60 }), "forbidden forbidden forbidden forbidden ok ok"],
  ["giveDesk", "to the other operator", pass("operator"), "forbidden forbidden forbidden forbidden ok ok"],
  [
    "giveDesk",
    "to a pass that is not here",
    pass("foreign"),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  ["takeDesk", "while a moderator is here", nothing, "forbidden forbidden forbidden moderator-present ok ok"],
  ["say", "", () => ({ text: "Hello" }), "forbidden ok ok ok ok ok"],
  ["deleteMessage", "another's", (s) => ({ messageId: s.messageId }), "forbidden forbidden forbidden forbidden ok ok"],
  [
    "deleteMessage",
    "nobody's",
    () => ({ messageId: "nobodys" }),
    "forbidden forbidden forbidden forbidden not-found not-found",
  ],
  ["switchChat", "", () => ({ on: false }), "forbidden forbidden forbidden forbidden ok ok"],
];

describe("who may", () => {
  test.each(table)("%s %s", async (...line) => {
    const scenery = await makeScenery(ground, staff);
    try {
      expect(await ask(scenery, line, true)).toEqual({ answers: line[3], changed: [] });
    } finally {
      scenery.close();
    }
  });
});

test("the table is complete: every stage command is in it", () => {
  expect(Object.keys(stageCommands).filter((name) => !table.some(([asked]) => asked === name))).toEqual([]);
});

test("in a discussion an operator opens the own room, and no other", async () => {
  const scenery = await makeScenery(ground, staff);
  const { operator, moderator } = scenery.callers;
  await moderator.command("setFormat", { format: "discussion" });
  await operator.command("closeRoom", { roomId: ground.rooms.durban });
  await operator.command("openRoom", { roomId: ground.rooms.durban });
  await expect(operator.command("openRoom", { roomId: ground.rooms.losAngeles })).rejects.toThrow("forbidden");
  scenery.close();
});

test("an operator takes the desk when no moderator is there any more", async () => {
  const scenery = await makeScenery(ground, staff);
  const { operator, moderator } = scenery.callers;
  await expect(operator.command("takeDesk", {})).rejects.toThrow("moderator-present");
  const gone = operator.notice("presence", ({ people = [] }) =>
    people.every(({ role, state }) => role !== "moderator" || state === "away"),
  );
  moderator.close();
  await gone;
  await operator.command("takeDesk", {});
  await operator.command("callNext", {});
  scenery.close();
});
