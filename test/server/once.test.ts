import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { enter, markOf, openGround, newSession, stageOf, valueOf } from "../support/session.ts";
import type { Ground } from "../support/session.ts";

let server: TestServer;
let ground: Ground;
let occurrenceId: OccurrenceId;
let moderator: Caller;
let ana: Caller;
beforeAll(async () => {
  server = await startServer();
  ground = await openGround(server);
});
afterAll(() => server.close());

/** A live session of its own for each test, with a moderator and Ana in it. */
beforeEach(async () => {
  const { rooms } = ground;
  const organiser = await openCaller(server.invite("organiser"));
  occurrenceId = await newSession({ ...ground, organiser }, rooms.durban, [rooms.chennai]);
  organiser.close();
  moderator = await openCaller(server.invite("moderator"));
  await moderator.attach(occurrenceId, "console");
  await moderator.command("openSession", {});
  ana = await enter(server.invite("participant"), occurrenceId, "Ana");
  return () => {
    moderator.close();
    ana.close();
  };
});

const mark = () => markOf(server, occurrenceId, moderator.token);
const messages = async (): Promise<readonly (string | null)[]> =>
  (await stageOf(moderator, occurrenceId)).chat.map(({ text }) => text);

/** The same person after the line or the server was lost. */
async function again(caller: Caller, page: "participant" | "console"): Promise<Caller> {
  caller.close();
  const back = await openCaller(server.url, { token: caller.token });
  await back.attach(occurrenceId, page);
  return back;
}

async function killed(): Promise<void> {
  await server.kill("SIGKILL");
  await server.start();
  moderator = await again(moderator, "console");
  ana = await again(ana, "participant");
}

describe("a command sent again with its commandId", () => {
  test("is done once and gets the same answer", async () => {
    const { seq } = await mark();
    const commandId = newCommandId();
    const first = valueOf(await ana.call("raiseHand", { commandId }));
    expect(first).toEqual({ seq: seq + 1 });
    await ana.command("say", { text: "between" });
    expect(valueOf(await ana.call("raiseHand", { commandId }))).toEqual(first);
    expect(await ana.call("raiseHand", { commandId: newCommandId() })).toMatchObject({ error: { code: "already" } });
    expect((await mark()).seq).toBe(seq + 2);
  });

  test("is done once also when all come at the same time, from two tabs", async () => {
    const { seq } = await mark();
    const commandId = newCommandId();
    const tab = await openCaller(server.url, { token: ana.token });
    await tab.attach(occurrenceId, "participant");
    const tabs = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? ana : tab));
    const replies = await Promise.all(tabs.map((one) => one.call("say", { commandId, text: "once" })));
    expect(new Set(replies.map((reply) => JSON.stringify(valueOf(reply))))).toEqual(new Set([`{"seq":${seq + 1}}`]));
    expect(await messages()).toEqual(["once"]);
    tab.close();
  });

  test("is not the same command when another person uses the id", async () => {
    const commandId = newCommandId();
    await ana.call("say", { commandId, text: "mine" });
    await moderator.call("say", { commandId, text: "another's" });
    expect(await messages()).toEqual(["mine", "another's"]);
  });

  test("that was refused is decided anew", async () => {
    await ana.command("raiseHand", {});
    const commandId = newCommandId();
    expect(await ana.call("yieldFloor", { commandId })).toMatchObject({ error: { code: "not-on-floor" } });
    await moderator.command("callNext", {});
    expect(await ana.call("yieldFloor", { commandId })).toMatchObject({ ok: true });
  });

  test("makes several events once, and is answered with the last", async () => {
    await ana.command("raiseHand", {});
    await moderator.command("giveDesk", { passId: ana.welcome.pass.id });
    const { seq } = await mark();
    const [commandId, passId] = [newCommandId(), ana.welcome.pass.id];
    const first = valueOf(await moderator.call("remove", { commandId, passId }));
    expect(first).toEqual({ seq: seq + 3 });
    await server.kill("SIGKILL");
    await server.start();
    moderator = await again(moderator, "console");
    expect(valueOf(await moderator.call("remove", { commandId, passId }))).toEqual(first);
    expect((await mark()).seq).toBe(seq + 3);
  });
});

describe("when the reply is lost", () => {
  test("because the line is, the command is done once", async () => {
    const commandId = newCommandId();
    const told = moderator.notice("stage", ({ patch }) => (patch.chat ?? []).length > 0);
    ana.socket.emit("say", { commandId, text: "lost" }, () => undefined);
    await told;
    const { seq } = await mark();
    ana = await again(ana, "participant");
    expect(valueOf(await ana.call("say", { commandId, text: "lost" }))).toEqual({ seq });
    expect(await messages()).toEqual(["lost"]);
  });

  test("because the server was killed, before or after the command was stored, it is done once", async () => {
    const sent: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const text = `round ${round}`;
      const commandIds = Array.from({ length: 10 }, newCommandId);
      const [first = newCommandId(), ...others] = commandIds;
      const say = (commandId: string, i: number): void =>
        void ana.socket.emit("say", { commandId, text: `${text} ${i}` }, () => undefined);
      // In odd rounds one is known to be stored; in even ones nobody knows what was.
      const stored =
        round % 2 === 1 ? valueOf(await ana.call("say", { commandId: first, text: `${text} 0` })).seq : null;
      if (stored === null) say(first, 0);
      for (const [i, commandId] of others.entries()) say(commandId, i + 1);
      await killed();
      if (stored !== null) {
        const repeated = await ana.call("say", { commandId: first, text: `${text} 0` });
        expect(valueOf(repeated)).toEqual({ seq: stored });
      }
      for (const [i, commandId] of commandIds.entries()) {
        expect(await ana.call("say", { commandId, text: `${text} ${i}` })).toMatchObject({ ok: true });
        sent.push(`${text} ${i}`);
      }
    }
    expect(new Set(await messages())).toEqual(new Set(sent));
    expect(await messages()).toHaveLength(sent.length);
  });

  test("what was acknowledged is there after a kill, with the same log and hash", async () => {
    await ana.command("raiseHand", {});
    await moderator.command("setSpeakingTime", { seconds: 77 });
    await moderator.command("callNext", {});
    const before = await mark();
    await killed();
    expect(await mark()).toEqual(before);
  });
});

describe("what was seen (baseSeq)", () => {
  test("two moderators call at once: one calls, the other is told of the conflict", async () => {
    const other = await openCaller(server.invite("moderator"));
    await other.attach(occurrenceId, "console");
    const ben = await enter(server.invite("participant"), occurrenceId, "Ben");
    await ana.command("raiseHand", {});
    await ben.command("raiseHand", {});
    const { seq: baseSeq } = await mark();
    const replies = await Promise.all(
      [moderator, other].map((one) => one.call("callNext", { commandId: newCommandId(), baseSeq })),
    );
    expect(replies.map((reply) => (reply.ok ? "ok" : reply.error.code)).sort()).toEqual(["conflict", "ok"]);
    expect((await stageOf(moderator, occurrenceId)).floor).toHaveLength(1);
    other.close();
    ben.close();
  });

  test("a take is refused when the program was taken since, not when something else changed", async () => {
    const take = (roomId: string, baseSeq: number) =>
      moderator.call("take", {
        commandId: newCommandId(),
        baseSeq,
        to: "program",
        scene: { layout: "one", sources: [`room:${roomId}:camera1`] },
      });
    const { seq } = await mark();
    await ana.command("raiseHand", {});
    expect(await take(ground.rooms.durban, seq)).toMatchObject({ ok: true });
    expect(await take(ground.rooms.chennai, seq)).toMatchObject({ error: { code: "conflict", retry: false } });
    expect(await take(ground.rooms.chennai, (await mark()).seq)).toMatchObject({ ok: true });
  });

  test("a retry is no conflict with itself", async () => {
    const { seq } = await mark();
    await ana.command("raiseHand", {});
    const input = { commandId: newCommandId(), baseSeq: seq };
    const first = valueOf(await moderator.call("callNext", input));
    expect(valueOf(await moderator.call("callNext", input))).toEqual(first);
  });
});

describe("who comes back (lastSeq)", () => {
  const back = async (caller: Caller, page: "participant" | "console", lastSeq: number) => {
    const input = { occurrenceId, page, media: null, listening: false, lastSeq };
    const { seq, view } = valueOf(await caller.call("attach", input));
    return { seq, view: view === null ? null : view.for };
  };

  test("with what is still so, gets nothing anew; with less, the whole", async () => {
    const { seq } = await mark();
    expect(await back(ana, "participant", seq)).toEqual({ seq, view: null });
    expect(await back(moderator, "console", seq)).toEqual({ seq, view: null });
    await ana.command("raiseHand", {});
    expect(await back(ana, "participant", seq)).toEqual({ seq: seq + 1, view: "participant" });
    expect(await back(moderator, "console", seq)).toEqual({ seq: seq + 1, view: "staff" });
    expect(await back(ana, "participant", seq + 99)).toEqual({ seq: seq + 1, view: "participant" });
  });

  test("also after the server was killed", async () => {
    await ana.command("raiseHand", {});
    const { seq } = await mark();
    await killed();
    expect(await back(ana, "participant", seq)).toEqual({ seq, view: null });
    expect(await back(moderator, "console", seq - 1)).toEqual({ seq, view: "staff" });
  });

  test("a participant is never shown the roster or another's hand", async () => {
    const ben = await enter(server.invite("participant"), occurrenceId, "Ben Unseen");
    await ana.command("raiseHand", {});
    const heard: unknown[] = [];
    ben.socket.onAny((...notice: unknown[]) => heard.push(notice));
    const attached = await ben.attach(occurrenceId, "participant");
    const people = moderator.notice("presence", ({ people: here = [] }) => here.length >= 3);
    await ben.command("raiseHand", {});
    await people;
    const shown = JSON.stringify([attached, heard]);
    for (const hidden of [ana.welcome.pass.id, "Ana", '"queue"', '"people"']) expect(shown).not.toContain(hidden);
    expect(shown).toContain("Ben Unseen");
    ben.close();
  });
});

test("an organiser's command again gives the same thing, also after a kill; an invite's first secret is dead", async () => {
  let organiser = await openCaller(server.invite("organiser"));
  const conference = { commandId: newCommandId(), name: "Once only" };
  const first = valueOf(await organiser.call("createConference", conference));
  const invite = { commandId: newCommandId(), conferenceId: first.value.id, role: "moderator" as const, label: "a" };
  const rest = { roomId: null, occurrenceId: null, expiresAt: null, shared: false };
  const lost = valueOf(await organiser.call("createInvite", { ...invite, ...rest }));
  await server.kill("SIGKILL");
  await server.start();
  organiser = await openCaller(server.url, { token: organiser.token });
  expect(valueOf(await organiser.call("createConference", conference))).toEqual(first);
  const kept = valueOf(await organiser.call("createInvite", { ...invite, ...rest }));
  expect(kept.invite.id).toBe(lost.invite.id);
  await expect(openCaller(lost.url)).rejects.toThrow("no pass: not-found");
  (await openCaller(kept.url)).close();
  const { conferences } = valueOf(await organiser.call("plan", {}));
  expect(conferences.filter(({ name }) => name === "Once only")).toMatchObject([{ invites: { length: 3 } }]);
  organiser.close();
});
