import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { planningRequests } from "../../shared/protocol/planning.ts";
import type { RequestName } from "../../shared/protocol/table.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { ask, makeScenery, openStaff } from "../support/rights.ts";
import type { About, Line, Staff } from "../support/rights.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { openGround, tokenOf } from "../support/session.ts";
import type { Ground } from "../support/session.ts";

// Joining, media and the plan: who may, and that the ids of others are not found. The answers were written by hand.

let server: TestServer;
let ground: Ground;
let staff: Staff;
beforeAll(async () => {
  server = await startServer();
  ground = await openGround(server);
  staff = await openStaff(ground);
});
afterAll(() => server.close());

const nothing = () => ({});
const attach =
  (page: "participant" | "station" | "console", where: "here" | "unlinked" | "elsewhere" | "nowhere"): About =>
  ({ occurrenceId, ground: { unlinked, elsewhere } }) => ({
    occurrenceId: { here: occurrenceId, unlinked, elsewhere: elsewhere.occurrenceId, nowhere: "nowhere" }[where],
    page,
    media: null,
    listening: false,
  });
const dtlsParameters = {
  role: "client",
  fingerprints: [{ algorithm: "sha-256", value: Array.from({ length: 32 }, () => "AB").join(":") }],
};
const codecs = [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000 }];
const rtpParameters = { mid: "0", codecs, encodings: [{ ssrc: 1234 }] };
/** Another's: the called participant's for all, the moderator's for the called participant. */
const theirs: About = ({ transports }, asker) => ({
  transportId: asker === "called" ? transports.moderator.id : transports.called.id,
});
const report = {
  rtt: 80,
  lostDown: 0,
  lostUp: 0,
  down: 48_000,
  up: 0,
  screen: false,
  seen: [],
  heard: [],
  trouble: [],
};

/** Organiser, waiting participant, called participant, operator, operator with the desk, moderator. */
const table: readonly Line[] = [
  ["attach", "as a participant", attach("participant", "here"), "forbidden ok ok ok ok ok"],
  ["attach", "as a station", attach("station", "here"), "forbidden forbidden forbidden ok ok forbidden"],
  ["attach", "as a console", attach("console", "here"), "forbidden forbidden forbidden ok ok ok"],
  [
    "attach",
    "where the room is not linked",
    attach("participant", "unlinked"),
    "forbidden ok ok not-found not-found ok",
  ],
  [
    "attach",
    "in another conference",
    attach("participant", "elsewhere"),
    "forbidden not-found not-found not-found not-found not-found",
  ],
  [
    "attach",
    "nowhere",
    attach("participant", "nowhere"),
    "forbidden not-found not-found not-found not-found not-found",
  ],
  ["leave", "", nothing, "forbidden ok ok ok ok ok"],
  ["listen", "", () => ({ on: true }), "forbidden ok ok ok ok ok"],
  ["look", "", () => ({ glass: 720 }), "forbidden ok ok ok ok ok"],
  ["preview", "", () => ({ scene: null }), "forbidden forbidden forbidden ok ok ok"],
  ["report", "", () => report, "forbidden ok ok ok ok ok"],
  [
    "connectTransport",
    "another's",
    (s, asker) => ({ ...theirs(s, asker), dtlsParameters }),
    "forbidden not-found not-found not-found not-found not-found",
  ],
  [
    "connectTransport",
    "the own",
    ({ transports }) => ({ transportId: transports.called.id, dtlsParameters }),
    "forbidden not-found ok not-found not-found not-found",
  ],
  ["restartIce", "another's", theirs, "forbidden not-found not-found not-found not-found not-found"],
  [
    "restartIce",
    "the own",
    ({ transports }) => ({ transportId: transports.called.id }),
    "forbidden not-found ok not-found not-found not-found",
  ],
  ["openSend", "", nothing, "forbidden not-wanted ok not-wanted not-wanted not-wanted"],
  [
    "produce",
    "a camera on another's transport",
    (s, asker) => ({ ...theirs(s, asker), track: "camera", rtpParameters }),
    "forbidden not-wanted not-found not-wanted not-wanted not-wanted",
  ],
  [
    "produce",
    "a microphone that is not ready",
    (s, asker) => ({ ...theirs(s, asker), track: "mic", rtpParameters }),
    "forbidden not-wanted not-wanted not-wanted not-wanted not-wanted",
  ],
  [
    "produce",
    "a room's sound",
    (s, asker) => ({ ...theirs(s, asker), track: "sound", rtpParameters }),
    "forbidden not-wanted not-wanted not-wanted not-wanted not-wanted",
  ],
  ["unpublish", "", () => ({ track: "mic" }), "forbidden ok ok ok ok ok"],
  ["feedsReady", "", () => ({ ids: ["nobodys"] }), "forbidden ok ok ok ok ok"],
  ["clock", "", () => ({ zone: "Africa/Johannesburg" }), "ok ok ok ok ok ok"],
  [
    "clock",
    "of no zone",
    () => ({ zone: "Mars/Olympus" }),
    "unknown-zone unknown-zone unknown-zone unknown-zone unknown-zone unknown-zone",
  ],
  ["places", "", () => ({ query: "Durb" }), "ok ok ok ok ok ok"],
];

describe("who may", () => {
  test.each(table)("%s %s", async (...line) => {
    const scenery = await makeScenery(ground, staff);
    try {
      expect(await ask(scenery, line, false)).toEqual({ answers: line[3], changed: [] });
    } finally {
      scenery.close();
    }
  });

  test("everybody lets themselves be forgotten: the pass ends", async () => {
    for (const role of ["participant", "moderator", "organiser", "scheduler"]) {
      const url = server.invite(role);
      const token = await tokenOf(url);
      const caller = await openCaller(url, { token });
      const goodbye = caller.notice("goodbye");
      caller.socket.emit("forget", {}, () => undefined);
      expect(await goodbye).toEqual([{ why: "forgotten" }]);
      await expect(openCaller(url, { token })).rejects.toThrow("no-pass");
    }
  });
});

describe("a page that has joined nothing", () => {
  const fields: Readonly<Record<string, unknown>> = {
    name: "A",
    place: "",
    roomId: null,
    entryId: "a",
    label: "mic 2",
    before: null,
    passId: "a",
    text: "Hello",
    microphone: "asked",
    source: "person:a:mic",
    to: "program",
    scene: { layout: "holding", sources: [] },
    format: "plenary",
    seconds: 60,
    messageId: "a",
    on: true,
    glass: 1,
    transportId: "a",
    track: "mic",
    dtlsParameters,
    rtpParameters,
    ids: [],
    ...report,
  };
  const shapes: readonly (readonly [RequestName, ...string[]])[] = [
    ["introduce", "name", "place", "roomId"],
    ...(["raiseHand", "callNext", "makeReady", "decline", "yieldFloor", "openMic", "closeMic"] as const).map(
      (name) => [name] as const,
    ),
    ...(["takeDesk", "openSession", "endSession"] as const).map((name) => [name] as const),
    ...(["lowerHand", "call", "skip", "withdrawFloor"] as const).map((name) => [name, "entryId"] as const),
    ["moveInQueue", "entryId", "before"],
    ...(["callPerson", "remove", "giveDesk"] as const).map((name) => [name, "passId"] as const),
    ["reportMicrophone", "microphone"],
    ...(["mute", "unmute"] as const).map((name) => [name, "source"] as const),
    ["take", "to", "scene"],
    ["setFormat", "format"],
    ["setSpeakingTime", "seconds"],
    ["say", "text"],
    ["deleteMessage", "messageId"],
    ["switchChat", "on"],
  ];
  const session: readonly (readonly [RequestName, ...string[]])[] = [
    ["leave"],
    ["listen", "on"],
    ["look", "glass"],
    ["preview", "scene"],
    ["report", ...Object.keys(report)],
    ["connectTransport", "transportId", "dtlsParameters"],
    ["restartIce", "transportId"],
    ["openSend"],
    ["produce", "transportId", "track", "rtpParameters"],
    ["unpublish", "track"],
    ["feedsReady", "ids"],
  ];
  test("is told so by every request that is about a session", async () => {
    const moderator = await openCaller(server.invite("moderator"));
    const answers: Record<string, string> = {};
    const asked = [
      ...shapes,
      ...session,
      ["typeHand", "label"],
      ["openRoom"],
      ["closeRoom"],
      ["followProgram"],
    ] as const;
    for (const [name, ...keys] of asked) {
      const room = ["typeHand", "openRoom", "closeRoom", "followProgram"].includes(name) ? { roomId: "a" } : {};
      const own = Object.fromEntries(keys.map((key) => [key, fields[key]]));
      const isCommand = !session.some(([other]) => other === name);
      const reply = await moderator.send(name, {
        ...own,
        ...room,
        ...(isCommand ? { commandId: newCommandId() } : {}),
      });
      answers[name] = reply.ok ? "ok" : reply.error.code;
    }
    expect(new Set(Object.values(answers))).toEqual(new Set(["not-attached"]));
    expect(Object.keys(answers)).toHaveLength(32 + 11);
    moderator.close();
  });
});

describe("what the organiser's page asks", () => {
  const inviteOf = { role: "participant", label: "a", roomId: null, occurrenceId: null, expiresAt: null, shared: true };
  /** By request: what it is about, and what an organiser is answered. */
  const asked = (): Readonly<Record<keyof typeof planningRequests, readonly [object, string]>> => ({
    plan: [{}, "ok"],
    createInvite: [{ conferenceId: ground.conferenceId, ...inviteOf, roomId: ground.elsewhere.roomId }, "not-found"],
    createToken: [
      {
        conferenceId: ground.conferenceId,
        role: "room-keeper",
        label: "a",
        roomId: ground.elsewhere.roomId,
        expiresAt: null,
      },
      "not-found",
    ],
    revokeInvite: [{ inviteId: "nowhere" }, "not-found"],
  });

  test("is the organiser's alone to ask", async () => {
    const callers: Record<string, Caller> = {};
    const roles: readonly (readonly [string, string])[] = [
      ["organiser", server.invite("organiser")],
      ["scheduler", server.invite("scheduler")],
      ["room-keeper", server.invite("room-keeper", "Durban")],
      ["group-contact", server.invite("group-contact", "Nairobi by telephone")],
      ["moderator", server.invite("moderator")],
      ["operator", server.invite("operator", "Durban")],
      ["waiting", server.invite("participant")],
    ];
    for (const [role, url] of roles) callers[role] = await openCaller(url);
    for (const [name, [content, answer]] of Object.entries(asked())) {
      for (const [role, caller] of Object.entries(callers)) {
        const reply = await caller.send(name, name === "plan" ? {} : { commandId: newCommandId(), ...content });
        const expected = role === "organiser" ? answer : "forbidden";
        expect([name, role, reply.ok ? "ok" : reply.error.code]).toEqual([name, role, expected]);
      }
    }
    for (const caller of Object.values(callers)) caller.close();
  });
});
