import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import { standing } from "../../shared/plan/journal.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { someCommand } from "../support/plancommands.ts";
import { openReplica, replayed, undo } from "../support/replica.ts";
import type { Replica } from "../support/replica.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";

// Two schedulers at once, on a real server and over real sockets.

let server: TestServer;
let conferenceId: ConferenceId;
beforeAll(async () => {
  server = await startServer();
  const organiser = await openCaller(server.invite("organiser"));
  const [sample] = valueOf(await organiser.call("plan", {})).conferences;
  if (sample === undefined) throw new Error("no sample");
  conferenceId = sample.id;
  organiser.close();
});
afterAll(() => server.close());

const codeOf = (reply: Reply<unknown>): string => (reply.ok ? "ok" : reply.error.code);

async function viewOf(token: string): Promise<PlannerView> {
  const caller = await openCaller(server.url, { token });
  const view = valueOf(await caller.call("planner", {}));
  caller.close();
  return view;
}

test("random commands of two: both are told the same, refused ones change nothing, and all can be undone", async () => {
  const [thabo, rosa] = [await openReplica(server.invite("scheduler")), await openReplica(server.invite("organiser"))];
  const first = thabo.view;
  const codes: Record<string, number> = {};
  const accepted = new Set<number>();
  const seed = Math.floor(Math.random() * 2 ** 31);
  for (const [left, right] of fc.sample(fc.tuple(someCommand, someCommand), { numRuns: 75, seed })) {
    const ask = async (replica: Replica, make: typeof left): Promise<void> => {
      const { name, input, seen } = make(replica.plan(), conferenceId);
      // A page that is some edits behind.
      const baseSeq = seen ? Math.max(0, replica.seq() - 12) : null;
      const before = replica.seq();
      const reply = (await replica.caller.send(name, { commandId: newCommandId(), baseSeq, ...input })) as Reply<{
        seq: number;
      }>;
      const key = `${name} ${codeOf(reply)}`;
      codes[key] = (codes[key] ?? 0) + 1;
      // What is so already makes no edit, and answers with one that was there before.
      if (reply.ok && reply.value.seq > before) accepted.add(reply.value.seq);
    };
    await Promise.all([ask(thabo, left), ask(rosa, right)]);
  }
  const unusual = Object.keys(codes).filter((key) => /internal|forbidden|too-many/.test(key));
  expect(unusual, `seed ${seed}`).toEqual([]);
  const last = (await viewOf(rosa.caller.token)).seq;
  await Promise.all([thabo.reached(last), rosa.reached(last)]);
  expect(last, `seed ${seed}`).toBeGreaterThan(60);

  const seqs = Array.from({ length: last - first.seq }, (_, index) => first.seq + index + 1);
  expect(thabo.edits.map(({ seq }) => seq)).toEqual(seqs);
  expect(rosa.edits).toEqual(thabo.edits);
  // Answers of two at once may be another's by then: each edit that was answered is there.
  expect(seqs).toEqual(expect.arrayContaining([...accepted]));
  const view = await viewOf(thabo.caller.token);
  expect(thabo.plan(), `seed ${seed}`).toEqual(view.plan);
  expect(replayed(first.plan, rosa.edits)).toEqual(view.plan);
  expect(thabo.notices.at(-1)?.drafts).toEqual(view.drafts);
  expect([view.mine, view.own]).toEqual([thabo.notices.at(-1)?.mine, thabo.notices.at(-1)?.own]);

  // What is in the database file is the same, and nothing of what was refused.
  await server.kill("SIGKILL");
  await server.start();
  const found = await viewOf(thabo.caller.token);
  expect([found.seq, found.plan, found.journal]).toEqual([view.seq, view.plan, view.journal]);

  const [thaboLater, rosaLater] = [
    await openReplica(server.url, thabo.caller.token),
    await openReplica(server.url, rosa.caller.token),
  ];
  for (const edit of standing(thabo.edits).toReversed()) {
    const author = edit.by === thabo.caller.welcome.pass.id ? thaboLater : rosaLater;
    let code = "";
    await eventually(async () => {
      code = codeOf(await undo(author.caller, edit.seq));
      // A page that asks faster than anybody can press is told to wait.
      expect(code).not.toBe("too-many");
    });
    expect([edit.seq, edit.command, code], `seed ${seed}`).toEqual([edit.seq, edit.command, "ok"]);
  }
  const undone = await viewOf(thabo.caller.token);
  expect(undone.plan).toEqual(first.plan);
  expect(undone.drafts).toEqual(first.drafts);
  expect(undone.mine.undo).toBeNull();
  for (const { caller } of [thabo, rosa, thaboLater, rosaLater]) caller.close();
});

describe("somebody else's edit in between", () => {
  const room = { name: "Hall", city: "Pune", zone: "Asia/Kolkata" };

  async function two() {
    const [thabo, rosa] = [
      await openReplica(server.invite("scheduler")),
      await openReplica(server.invite("organiser")),
    ];
    const made = valueOf(await thabo.caller.call("createRoom", { commandId: newCommandId(), conferenceId, ...room }));
    await rosa.reached(made.seq);
    const rename = (caller: Caller, name: string, baseSeq: number | null) =>
      caller.call("updateRoom", { commandId: newCommandId(), baseSeq, roomId: made.value.id, set: { name } });
    const nameNow = async () => (await viewOf(thabo.caller.token)).plan.rooms[made.value.id]?.name;
    const close = () => [thabo, rosa].forEach(({ caller }) => caller.close());
    return { thabo: thabo.caller, rosa: rosa.caller, made, rename, nameNow, close };
  }

  test("a stale edit is refused with the name of what came since, and overwrites nothing", async () => {
    const { thabo, rosa, made, rename, nameNow, close } = await two();
    const renamed = valueOf(await rename(rosa, "Rosa's", made.seq));
    const stale = await rename(thabo, "Thabo's", made.seq);
    expect(stale).toMatchObject({
      error: {
        code: "conflict",
        retry: false,
        detail: {
          kind: "edit",
          edit: { seq: renamed.seq, author: "Organiser", command: "updateRoom", subject: "Rosa's" },
        },
      },
    });
    expect(await nameNow()).toBe("Rosa's");
    valueOf(await rename(thabo, "Thabo's", renamed.seq));
    expect(await nameNow()).toBe("Thabo's");
    close();
  });

  test("an undo out of order is refused with the name of the edit in the way", async () => {
    const { thabo, rosa, made, rename, nameNow, close } = await two();
    const { seq } = valueOf(await rename(rosa, "Rosa's", null));
    expect(await undo(thabo, made.seq)).toMatchObject({
      error: { code: "conflict", detail: { kind: "edit", edit: { seq, author: "Organiser" } } },
    });
    expect(await nameNow()).toBe("Rosa's");
    // Nor is it undone by somebody else.
    expect(codeOf(await undo(thabo, seq))).toBe("nothing-to-undo");
    valueOf(await undo(rosa, seq));
    valueOf(await undo(thabo, made.seq));
    expect(await nameNow()).toBeUndefined();
    close();
  });

  test("what now refers to a thing is in the way of undoing that it was made", async () => {
    const { thabo, rosa, made, close } = await two();
    const session = { title: "In the new hall", minutes: 60, hostRoomId: made.value.id };
    const used = valueOf(await rosa.call("createSession", { commandId: newCommandId(), conferenceId, ...session }));
    expect(await undo(thabo, made.seq)).toMatchObject({
      error: { code: "conflict", detail: { kind: "edit", edit: { seq: used.seq, subject: "In the new hall" } } },
    });
    valueOf(await undo(rosa));
    valueOf(await undo(thabo));
    close();
  });

  test("undone and made again, by the own keys only; a new edit ends what could be made again", async () => {
    const { thabo, rosa, made, rename, nameNow, close } = await two();
    const redo = (caller: Caller) => caller.call("redo", { commandId: newCommandId() });
    const second = valueOf(await rename(thabo, "Second", null));
    const own = async (caller: Caller) => (await viewOf(caller.token)).own;
    expect(await own(thabo)).toEqual([second.seq, made.seq]);
    valueOf(await undo(thabo));
    expect(await nameNow()).toBe("Hall");
    expect([await own(thabo), await own(rosa)]).toEqual([[made.seq], []]);
    expect(codeOf(await redo(rosa))).toBe("nothing-to-undo");
    valueOf(await redo(thabo));
    expect(await nameNow()).toBe("Second");
    expect(await own(thabo)).toEqual([second.seq, made.seq]);
    valueOf(await undo(thabo));
    valueOf(await rename(thabo, "Third", null));
    expect(codeOf(await redo(thabo))).toBe("nothing-to-undo");
    const { mine } = await viewOf(thabo.token);
    expect(mine).toMatchObject({ undo: { command: "updateRoom", subject: "Third" }, redo: null });
    valueOf(await undo(thabo));
    valueOf(await undo(thabo, made.seq));
    close();
  });
});

describe("a command", () => {
  test("that comes twice is done once and answered twice, also at the same time and after a kill", async () => {
    const scheduler = await openReplica(server.invite("scheduler"));
    const { caller } = scheduler;
    const before = scheduler.view.seq;
    const input = { commandId: newCommandId(), name: "Once" };
    const [one, two] = await Promise.all([
      caller.call("createConference", input),
      caller.call("createConference", input),
    ]);
    expect(two).toMatchObject({ ok: true, value: valueOf(one) });
    await server.kill("SIGKILL");
    await server.start();
    const later = await openReplica(server.url, caller.token);
    expect(valueOf(await later.caller.call("createConference", input))).toEqual(valueOf(one));
    expect(later.view.seq).toBe(before + 1);
    // The same id from somebody else is another command.
    const rosa = await openCaller(server.invite("organiser"));
    expect(valueOf(await rosa.call("createConference", input)).value.id).not.toBe(valueOf(one).value.id);
    valueOf(await undo(rosa));
    valueOf(await undo(later.caller));
    for (const one of [rosa, later.caller]) one.close();
  });

  test("that was acknowledged is there after a kill, whenever that comes", async () => {
    const { caller } = await openReplica(server.invite("scheduler"));
    const acknowledged: { readonly seq: number; readonly id: string }[] = [];
    const asked = Array.from({ length: 60 }, async (_, index) => {
      const reply = await caller.call("createConference", { commandId: newCommandId(), name: `Kept ${index}` });
      if (reply.ok) acknowledged.push({ seq: reply.value.seq, id: reply.value.value.id });
      if (acknowledged.length === 20) await server.kill("SIGKILL");
    });
    await Promise.race([
      Promise.allSettled(asked),
      new Promise((resolve) => caller.socket.once("disconnect", resolve)),
    ]);
    await server.start();
    const { plan, seq } = await viewOf(caller.token);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);
    for (const { id } of acknowledged) expect(plan.conferences[id]?.name).toMatch(/^Kept/);
    expect(seq).toBeGreaterThanOrEqual(Math.max(...acknowledged.map((one) => one.seq)));
  });

  test("with a wrong field says which, by its path and why", async () => {
    const { caller, view } = await openReplica(server.invite("scheduler"));
    const send = (name: PlanCommandName, input: object) => caller.send(name, { commandId: newCommandId(), ...input });
    const links = [{ kind: "room", id: "a b", need: "must", mode: "live" }];
    expect(await send("createSession", { conferenceId, title: "", minutes: 1, links })).toMatchObject({
      error: {
        code: "bad-request",
        detail: {
          kind: "fields",
          fields: expect.arrayContaining([
            expect.objectContaining({ path: "title" }),
            expect.objectContaining({ path: "minutes" }),
            expect.objectContaining({ path: "links.0.id" }),
          ]) as unknown,
        },
      },
    });
    const start = { wall: "2026-03-08T02:30", zone: "America/Los_Angeles" };
    expect(await send("createSession", { conferenceId, title: "In no time", minutes: 60, start })).toMatchObject({
      error: { code: "gap", detail: { kind: "gap" } },
    });
    expect((await viewOf(caller.token)).seq).toBe(view.seq);
    caller.close();
  });
});

describe("a message that is large", () => {
  /** Half a megabyte. */
  const text = `Title\n${"x".repeat(100)}\n`.repeat(1600);

  test("is taken from who plans", async () => {
    const { caller } = await openReplica(server.invite("scheduler"));
    const file = { format: "crossroom-plan", version: 1, filler: text.repeat(3) };
    expect(await caller.send("importPlan", { commandId: newCommandId(), file })).toMatchObject({
      error: { code: "bad-request", detail: { kind: "fields" } },
    });
    const pasted = { commandId: newCommandId(), conferenceId, text: text.slice(0, 190_000) };
    expect(codeOf(await caller.send("pasteSessions", pasted))).not.toBe("internal");
    caller.close();
  });

  test.each(["participant", "moderator"])("ends the line of a %s", async (role) => {
    const caller = await openCaller(server.invite(role));
    const ended = new Promise((resolve) => caller.socket.once("disconnect", resolve));
    caller.socket.emit("say", { commandId: newCommandId(), text: text.repeat(2) }, () => undefined);
    await ended;
  });
});
