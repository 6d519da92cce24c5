import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import type { EditsNotice } from "../../shared/protocol/planner.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";

// What one was told, and what one claims to have been told.

let server: TestServer;
let scheduler: Caller;
let keeper: Caller;
let conferenceId: ConferenceId;
beforeAll(async () => {
  server = await startServer();
  scheduler = await openCaller(server.invite("scheduler"));
  keeper = await openCaller(server.invite("room-keeper", "Durban"));
  const own = valueOf(await keeper.call("planner", {})).conferenceId;
  if (own === null) throw new Error("a keeper of no conference");
  conferenceId = own;
});
afterAll(async () => {
  scheduler.close();
  keeper.close();
  await server.close();
});

test("an edit that only changes what a room keeper does not see is told without saying what it was about", async () => {
  const told: EditsNotice[] = [];
  keeper.socket.on("edits", (notice: EditsNotice) => told.push(notice));
  const name = "A conference that keepers know nothing of";
  // The groups of the conference are used by the copy too: they change, but not for who does not see the copy.
  const made = valueOf(await scheduler.call("duplicateConference", { commandId: newCommandId(), conferenceId, name }));
  // Whatever was told before the answer to this is there with it.
  valueOf(await keeper.call("planner", {}));
  expect(told.flatMap(({ edits }) => edits).map(({ seq }) => seq)).toEqual([made.seq]);
  expect(told[0]?.edits[0]).toMatchObject({ changes: [], author: "", subject: "" });
  expect(JSON.stringify(told)).not.toContain(name);
  const { journal } = valueOf(await keeper.call("planner", {}));
  expect(JSON.stringify(journal)).not.toContain(name);
});

test("nobody has seen an edit that nobody has made: nothing is done then", async () => {
  const { seq } = valueOf(await scheduler.call("planner", {}));
  const edit = { commandId: newCommandId(), conferenceId, baseSeq: seq + 1, set: { name: "From another time" } };
  const fields = [{ path: "baseSeq", why: "no such edit yet" }];
  expect(await scheduler.call("updateConference", edit)).toMatchObject({
    error: { code: "bad-request", detail: { kind: "fields", fields } },
  });
  for (const name of ["undo", "release"] as const) {
    const input = name === "release" ? { conferenceId } : {};
    expect(await scheduler.send(name, { commandId: newCommandId(), baseSeq: seq + 1, ...input })).toMatchObject({
      error: { code: "bad-request" },
    });
  }
  expect(valueOf(await scheduler.call("planner", {})).seq).toBe(seq);
});
