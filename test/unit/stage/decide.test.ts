import type { Entry } from "../../../shared/stage/model.ts";
import { giveDesk, now, table } from "./table.ts";
import { callNext, command, entry, onAir, opened, pass, raise, room } from "./world.ts";

/** A hand as it is raised in the tests' world: the n-th step raises at 1,000,000 + n × 1000. */
const hand = (id: string, name: string, step: number, change: Partial<Entry> = {}): Entry => ({
  id: entry(id),
  hand: { kind: "person", passId: pass(name) },
  raisedAt: 1_000_000 + step * 1000,
  ready: false,
  skipped: false,
  microphone: "unknown",
  ...change,
});
const fresh = { raisedAt: now, id: entry("new") };
/** The number of the first step after `opened`. */
const first = opened.length;

table("a hand", [
  ["is raised", [], "ana", { type: "raiseHand" }, [{ type: "handRaised", entry: hand("new", "ana", 0, fresh) }]],
  ["is raised once", [raise("ana")], "ana", { type: "raiseHand" }, "already"],
  ["is not raised by who is on the floor", onAir("ana"), "ana", { type: "raiseHand" }, "already"],
  [
    "is lowered by its owner",
    [raise("ana")],
    "ana",
    { type: "lowerHand", entryId: entry("e1") },
    [{ type: "handLowered", entryId: entry("e1"), why: "lowered" }],
  ],
  ["of another does not exist", [raise("ana")], "ben", { type: "lowerHand", entryId: entry("e1") }, "not-in-queue"],
  [
    "of a remote person is not an operator's",
    [raise("ana")],
    "durbanDesk",
    { type: "lowerHand", entryId: entry("e1") },
    "forbidden",
  ],
  [
    "is lowered by the operator with the desk",
    [raise("ana"), giveDesk("durbanDesk")],
    "durbanDesk",
    { type: "lowerHand", entryId: entry("e1") },
    [{ type: "handLowered", entryId: entry("e1"), why: "lowered" }],
  ],
  [
    "is typed by the room's operator, ready at once",
    [],
    "durbanDesk",
    { type: "typeHand", roomId: room("durban"), label: "mic 2" },
    [
      {
        type: "handRaised",
        entry: {
          ...hand("new", "", 0, fresh),
          hand: { kind: "room", roomId: room("durban"), label: "mic 2" },
          ready: true,
          microphone: "granted",
        },
      },
    ],
  ],
  [
    "is not typed for another room",
    [],
    "durbanDesk",
    { type: "typeHand", roomId: room("lima"), label: "a" },
    "forbidden",
  ],
  [
    "is not typed for a room elsewhere",
    [],
    "rosa",
    { type: "typeHand", roomId: room("athens"), label: "a" },
    "not-found",
  ],
]);

table("the queue", [
  [
    "is ordered by a moderator",
    [raise("ana"), raise("ben")],
    "rosa",
    { type: "moveInQueue", entryId: entry("e2"), before: entry("e1") },
    [{ type: "queueMoved", entryId: entry("e2"), before: entry("e1") }],
  ],
  [
    "stays where it is already so",
    [raise("ana")],
    "rosa",
    { type: "moveInQueue", entryId: entry("e1"), before: null },
    [],
  ],
  [
    "is not ordered by an operator without the desk",
    [raise("ana"), raise("ben")],
    "durbanDesk",
    { type: "moveInQueue", entryId: entry("e2"), before: entry("e1") },
    "forbidden",
  ],
  [
    "calls who was not skipped first",
    [raise("ana"), raise("ben"), callNext, command("rosa", { type: "skip", entryId: entry("e1") })],
    "rosa",
    { type: "callNext" },
    [{ type: "called", entry: hand("e2", "ben", first + 1), at: now, limit: 180 }],
  ],
  [
    "calls the skipped when nobody else waits",
    [raise("ana"), callNext, command("rosa", { type: "skip", entryId: entry("e1") })],
    "rosa",
    { type: "callNext" },
    [{ type: "called", entry: hand("e1", "ana", first, { skipped: true }), at: now, limit: 180 }],
  ],
  ["with nobody in it calls nobody", [], "rosa", { type: "callNext" }, "not-in-queue"],
  [
    "calls with the time that was set",
    [raise("ana"), command("rosa", { type: "setSpeakingTime", seconds: 60 })],
    "rosa",
    { type: "callNext" },
    [{ type: "called", entry: hand("e1", "ana", first), at: now, limit: 60 }],
  ],
]);

table("a call", [
  [
    "reaches anybody present, without a hand",
    [],
    "rosa",
    { type: "callPerson", passId: pass("ana") },
    [{ type: "called", entry: hand("new", "ana", 0, fresh), at: now, limit: 180 }],
  ],
  [
    "takes the hand that is up",
    [raise("ana")],
    "rosa",
    { type: "callPerson", passId: pass("ana") },
    [{ type: "called", entry: hand("e1", "ana", first), at: now, limit: 180 }],
  ],
  [
    "finds nobody who is away",
    [],
    "rosa",
    { type: "callPerson", passId: pass("ana") },
    "not-found",
    { present: new Set() },
  ],
  ["is not made twice", onAir("ana"), "rosa", { type: "callPerson", passId: pass("ana") }, "already"],
  [
    "that is not answered is skipped",
    [raise("ana"), callNext],
    "rosa",
    { type: "skip", entryId: entry("e1") },
    [{ type: "skipped", entryId: entry("e1") }],
  ],
  ["of who is on air is not skipped", onAir("ana"), "rosa", { type: "skip", entryId: entry("e1") }, "already"],
  ["is declined", [raise("ana"), callNext], "ana", { type: "decline" }, [{ type: "skipped", entryId: entry("e1") }]],
  [
    "ends when the speaker yields",
    onAir("ana"),
    "ana",
    { type: "yieldFloor" },
    [{ type: "floorLeft", entryId: entry("e1"), why: "yielded" }],
  ],
  ["that was not made is not yielded", [raise("ana")], "ana", { type: "yieldFloor" }, "not-on-floor"],
  [
    "is withdrawn",
    onAir("ana"),
    "rosa",
    { type: "withdrawFloor", entryId: entry("e1") },
    [{ type: "floorLeft", entryId: entry("e1"), why: "withdrawn" }],
  ],
]);
