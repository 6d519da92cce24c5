import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import { newCommandId } from "../support/caller.ts";
import { openReplica, undo } from "../support/replica.ts";
import type { Replica } from "../support/replica.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";

// A suggestion is taken while somebody else is at the plan too.

let server: TestServer;
let thabo: Replica;
let rosa: Replica;
let conferenceId: ConferenceId;
beforeAll(async () => {
  server = await startServer();
  thabo = await openReplica(server.invite("scheduler"));
  rosa = await openReplica(server.invite("organiser"));
  const made = await rosa.caller.call("createConference", {
    commandId: newCommandId(),
    name: "March",
    city: "Durban",
    zone: "Africa/Johannesburg",
  });
  conferenceId = valueOf(made).value.id;
});
afterAll(async () => {
  thabo.caller.close();
  rosa.caller.close();
  await server.close();
});

const at = (wall: string) => ({ wall, zone: "Africa/Johannesburg" });
const wallsOf = (replica: Replica, ids: readonly string[]) =>
  ids.map((id) => replica.plan().occurrences[id]?.start?.wall ?? null);

async function newSession(title: string, wall: string) {
  const made = await rosa.caller.call("createSession", {
    commandId: newCommandId(),
    conferenceId,
    title,
    minutes: 60,
    start: at(wall),
  });
  const { seq, value } = valueOf(made);
  await Promise.all([thabo.reached(seq), rosa.reached(seq)]);
  return value.occurrenceId;
}

const take = (ids: readonly string[], walls: readonly string[], baseSeq: number | null) =>
  thabo.caller.call("placeOccurrences", {
    commandId: newCommandId(),
    baseSeq,
    conferenceId,
    placements: ids.map((occurrenceId, i) => ({ occurrenceId, start: at(walls[i] ?? "") })),
  });

const codeOf = (reply: Reply<unknown>): string => (reply.ok ? "ok" : reply.error.code);

test("it is one edit for everybody, one name in the journal, and one undo", async () => {
  const before = ["2027-03-05T10:00", "2027-03-05T12:00", "2027-03-05T14:00"];
  const after = ["2027-03-06T10:00", "2027-03-06T12:00", "2027-03-06T14:00"];
  const ids = await Promise.all(before.map((wall, i) => newSession(`Talk ${i}`, wall)));
  const seq = thabo.seq();
  const taken = valueOf(await take(ids, after, seq));
  expect(taken.seq).toBe(seq + 1);
  await rosa.reached(taken.seq);
  expect(wallsOf(rosa, ids)).toEqual(after);
  expect(rosa.edits.at(-1)).toMatchObject({ command: "placeOccurrences", subject: "March" });
  expect(rosa.edits.at(-1)?.changes).toHaveLength(3);

  const undone = valueOf(await undo(thabo.caller, taken.seq));
  await rosa.reached(undone.seq);
  expect(wallsOf(rosa, ids)).toEqual(before);
});

test("what somebody else has moved since the search began is in the way; what they did beside it is not", async () => {
  const ids = await Promise.all([newSession("Panel", "2027-03-05T10:00"), newSession("Plenary", "2027-03-05T12:00")]);
  const other = await newSession("Workshop", "2027-03-05T16:00");
  const began = thabo.seq();
  const move = async (occurrenceId: string, wall: string) => {
    const moved = await rosa.caller.call("moveOccurrence", {
      commandId: newCommandId(),
      occurrenceId,
      start: at(wall),
    });
    const { seq } = valueOf(moved);
    await Promise.all([thabo.reached(seq), rosa.reached(seq)]);
    return seq;
  };
  await move(other, "2027-03-05T17:00");
  const inTheWay = await move(ids[1] ?? "", "2027-03-05T13:00");
  const refused = await take(ids, ["2027-03-06T10:00", "2027-03-06T12:00"], began);
  expect(refused).toMatchObject({
    error: { code: "conflict", detail: { kind: "edit", edit: { seq: inTheWay, command: "moveOccurrence" } } },
  });
  expect(wallsOf(thabo, ids)).toEqual(["2027-03-05T10:00", "2027-03-05T13:00"]);
  // Without the one that was moved it is taken.
  valueOf(await take(ids.slice(0, 1), ["2027-03-06T10:00"], began));
});

test("a session that is pinned since is not moved, and nor are the others", async () => {
  const ids = await Promise.all([newSession("One", "2027-03-05T10:00"), newSession("Two", "2027-03-05T12:00")]);
  const [, second] = ids;
  const occurrence = thabo.plan().occurrences[second ?? ""];
  if (occurrence === undefined) throw new Error("not made");
  const pinned = await rosa.caller.call("updateSession", {
    commandId: newCommandId(),
    sessionId: occurrence.sessionId,
    at: { occurrenceId: occurrence.id, pinned: true },
  });
  await thabo.reached(valueOf(pinned).seq);
  expect(codeOf(await take(ids, ["2027-03-06T10:00", "2027-03-06T12:00"], null))).toBe("pinned");
  expect(wallsOf(thabo, ids)).toEqual(["2027-03-05T10:00", "2027-03-05T12:00"]);
});
