import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RoomId } from "../../shared/ids.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { smallest } from "../support/broken.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { openReplica, undo } from "../support/replica.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";

// The plan's roles over real sockets: who may ask, and what is shown to whom. What a command may be about for whom is in
// plan-rights.test.ts.

let server: TestServer;
let sample: ConferenceView;
const callers: Partial<Record<Role, Caller>> = {};
const where: Readonly<Partial<Record<Role, string>>> = {
  operator: "Durban",
  "room-keeper": "Durban",
  "group-contact": "Nairobi by telephone",
};
beforeAll(async () => {
  server = await startServer();
  for (const role of roles) callers[role] = await openCaller(server.invite(role, where[role]));
  const [first] = valueOf(await caller("organiser").call("plan", {})).conferences;
  if (first === undefined) throw new Error("no sample");
  sample = first;
});
afterAll(async () => {
  for (const role of roles) caller(role).close();
  await server.close();
});

function caller(role: Role): Caller {
  const found = callers[role];
  if (found === undefined) throw new Error(`nobody is here as ${role}`);
  return found;
}
const commanded = <Input extends object>(input: Input) => ({ commandId: newCommandId(), ...input });
const seqNow = async (): Promise<number> => valueOf(await caller("scheduler").call("planner", {})).seq;
const durban = (): RoomId => {
  const found = sample.rooms.find(({ name }) => name === "Durban");
  if (found === undefined) throw new Error("no Durban");
  return found.id;
};

describe("every command", () => {
  const planners: readonly Role[] = ["organiser", "scheduler"];
  /** As the product says, by hand. */
  const more: Readonly<Partial<Record<PlanCommandName, readonly Role[]>>> = {
    updateRoom: ["room-keeper"],
    updateGroup: ["group-contact"],
    undo: ["room-keeper", "group-contact"],
    redo: ["room-keeper", "group-contact"],
  };
  const names = Object.keys(planCommands) as readonly PlanCommandName[];

  test.each(names)("%s is forbidden to all others, and does nothing for them", async (name) => {
    const may = [...planners, ...(more[name] ?? [])];
    const before = await seqNow();
    for (const role of roles.filter((one) => !may.includes(one))) {
      const reply = await caller(role).send(name, { ...smallest[name], commandId: newCommandId() });
      expect([role, reply.ok ? "ok" : reply.error.code]).toEqual([role, "forbidden"]);
    }
    expect(await seqNow()).toBe(before);
    for (const role of may) {
      const reply = await caller(role).send(name, { ...smallest[name], commandId: newCommandId() });
      expect(reply.ok ? "ok" : reply.error.code).not.toBe("forbidden");
      if (reply.ok && (await seqNow()) > before) await undo(caller(role));
    }
  });
});

test("the planner is opened by organisers, schedulers, room keepers and group contacts alone", async () => {
  for (const role of ["operator", "moderator", "participant"] as const)
    expect(await caller(role).call("planner", {})).toMatchObject({ error: { code: "forbidden" } });
  for (const role of ["organiser", "scheduler", "room-keeper", "group-contact"] as const)
    expect(await caller(role).call("planner", {})).toMatchObject({ ok: true });
});

test("nobody who plans is asked into a session, or told of one", async () => {
  for (const role of ["organiser", "scheduler", "room-keeper", "group-contact"] as const) {
    const { welcome, call } = caller(role);
    expect([role, welcome.occurrences]).toEqual([role, []]);
    const occurrenceId = sample.sessions[0]?.occurrenceId;
    if (occurrenceId === undefined) throw new Error("no session");
    expect(await call("attach", { occurrenceId, page: "participant", media: null, listening: false })).toMatchObject({
      error: { code: "forbidden" },
    });
    // But cities and clocks they look up.
    expect(await call("places", { query: "Durb" })).toMatchObject({ ok: true });
  }
});

describe("room keepers and group contacts", () => {
  test("see their conference, without people and pools, and nothing of another", async () => {
    const scheduler = caller("scheduler");
    const { id: conferenceId } = sample;
    const place = { city: "Lima", zone: "America/Lima" };
    const person = { conferenceId, name: "Somebody Unseen", ...place };
    const { value: made } = valueOf(await scheduler.call("createPerson", commanded(person)));
    const session = { conferenceId, title: "With somebody", minutes: 60, personIds: [made.id] };
    valueOf(await scheduler.call("createSession", commanded(session)));
    const all = valueOf(await scheduler.call("planner", {}));
    expect(Object.keys(all.plan.conferences).length).toBeGreaterThan(1);

    for (const role of ["room-keeper", "group-contact"] as const) {
      const view = valueOf(await caller(role).call("planner", {}));
      const { plan } = view;
      expect(view).toMatchObject({ seq: all.seq, conferenceId, mine: { undo: null, redo: null } });
      expect(Object.keys(plan.conferences)).toEqual([conferenceId]);
      expect([plan.people, plan.pools]).toEqual([{}, {}]);
      expect(Object.keys(plan.rooms).sort()).toEqual(sample.rooms.map(({ id }) => id).sort());
      expect(Object.values(plan.sessions).map((one) => one?.title)).toContain("With somebody");
      for (const session of Object.values(plan.sessions))
        expect(session).toMatchObject({ conferenceId, personIds: [] });
      for (const group of Object.values(plan.groups)) expect(group?.conferenceIds).toEqual([conferenceId]);
      const occurrences = Object.values(all.plan.occurrences).filter(
        (one) => one !== undefined && plan.sessions[one.sessionId] !== undefined,
      );
      expect(Object.keys(plan.occurrences).sort()).toEqual(occurrences.map((one) => String(one?.id)).sort());
      expect(Object.keys(view.drafts)).toEqual([conferenceId]);
      expect(JSON.stringify(view)).not.toContain("Somebody Unseen");
      expect(JSON.stringify(view)).not.toContain("America/Lima");
    }
    const keeper = valueOf(await caller("room-keeper").call("planner", {}));
    expect(keeper.only).toEqual({ roomId: durban(), groupId: null });
    const contact = valueOf(await caller("group-contact").call("planner", {}));
    expect(contact.only).toEqual({ roomId: null, groupId: sample.groups[0]?.id });
  });

  test("are told of every edit as far as they see it: the replayed notices are the view", async () => {
    const keeper = await openReplica(server.invite("room-keeper", "Durban"));
    const scheduler = await openReplica(server.invite("scheduler"));
    const { caller: thabo } = scheduler;
    const { id: conferenceId } = sample;
    const place = { city: "Lima", zone: "America/Lima" };
    valueOf(await thabo.call("createPerson", commanded({ conferenceId, name: "Hidden Person", ...place })));
    valueOf(await thabo.call("createConference", commanded({ name: "Hidden Conference" })));
    const hall = { conferenceId, name: "Seen hall", city: "Pune", zone: "Asia/Kolkata" };
    const { value: room } = valueOf(await thabo.call("createRoom", commanded(hall)));
    const links = [{ kind: "room" as const, id: room.id, need: "must" as const, mode: "live" as const }];
    const drawn = { conferenceId, title: "Seen session", minutes: 60, hostRoomId: room.id, links };
    const { value: session } = valueOf(await thabo.call("createSession", commanded(drawn)));
    valueOf(await thabo.call("removeSession", commanded({ sessionId: session.sessionId })));
    const { value: group } = valueOf(
      await thabo.call("createGroup", commanded({ conferenceId, name: "Comes and goes", ...place })),
    );
    const use = { conferenceId, kind: "groups" as const, id: group.id, use: false };
    const last = valueOf(await thabo.call("useInConference", commanded(use)));
    const own = valueOf(
      await keeper.caller.call(
        "updateRoom",
        commanded({ roomId: durban(), set: { hours: { rest: "blocked", week: [], dated: [] } } }),
      ),
    );
    await Promise.all([keeper.reached(own.seq), scheduler.reached(own.seq)]);

    expect(own.seq).toBe(last.seq + 1);
    expect(keeper.edits.map(({ seq }) => seq)).toEqual(scheduler.edits.map(({ seq }) => seq));
    const view = valueOf(await keeper.caller.call("planner", {}));
    expect(keeper.plan()).toEqual(view.plan);
    expect(scheduler.plan()).toEqual(valueOf(await thabo.call("planner", {})).plan);
    expect(scheduler.edits.at(-1)).toMatchObject({
      author: "Durban room keeper",
      command: "updateRoom",
      subject: "Durban",
    });
    expect(keeper.notices.at(-1)?.mine.undo).toMatchObject({ seq: own.seq });
    expect(scheduler.notices.at(-1)?.mine.undo).toMatchObject({ seq: last.seq });
    for (const hidden of ["Hidden Person", "Hidden Conference"]) {
      expect(JSON.stringify([keeper.edits, view])).not.toContain(hidden);
      expect(JSON.stringify(scheduler.edits)).toContain(hidden);
    }
    // The zones of what comes in come along.
    const brought = (notices: typeof keeper.notices) =>
      notices.map(({ zones }) => zones.zones.map((one) => one.split("|")[0]));
    expect(brought(keeper.notices).flat()).toContain("Asia/Kolkata");
    for (const { caller: one } of [keeper, scheduler]) one.close();
  });
});

test("a token for scripts is a pass of its role, and ends with its entry in the list", async () => {
  const organiser = caller("organiser");
  const made = valueOf(
    await organiser.call(
      "createToken",
      commanded({ conferenceId: null, role: "scheduler", label: "Import", expiresAt: null }),
    ),
  );
  expect(made.invite).toMatchObject({ token: true, role: "scheduler", inUse: 1, groupId: null });
  const script = await openCaller(server.url, { token: made.token });
  expect(script.welcome.pass).toMatchObject({ role: "scheduler", label: "Import" });
  const goodbye = script.notice("goodbye");
  valueOf(await organiser.call("revokeInvite", commanded({ inviteId: made.invite.id })));
  expect(await goodbye).toEqual([{ why: "revoked" }]);
  await expect(openCaller(server.url, { token: made.token })).rejects.toThrow("no-pass");
});
