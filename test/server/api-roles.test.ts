import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandList } from "../../server/gateway/api/openapi.ts";
import { routeList } from "../../server/gateway/api/routes.ts";
import type { ConferenceId, GroupId, RoomId } from "../../shared/ids.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { exchange, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { Script } from "../support/scripting.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";

// Every route and every command × every role and nobody, as the tables say; and what a token's scope leaves of it.

let server: TestServer;
let organiser: Caller;
const scripts = new Map<Role | "nobody", Script>();
let conferenceId: ConferenceId;
let otherId: ConferenceId;
let roomId: RoomId;
let otherRoomId: RoomId;
let groupId: GroupId;

beforeAll(async () => {
  server = await startServer();
  organiser = await openCaller(server.invite("organiser"));
  const all = await Script.read(server.url, await tokenFor(organiser, "organiser"));
  scripts.set("organiser", all);
  const place = { city: "Durban", zone: "Africa/Johannesburg" };
  const made = async (name: string): Promise<string> =>
    (await all.command("createConference", { name, ...place }))["id"] ?? "";
  conferenceId = (await made("Ours")) as ConferenceId;
  otherId = (await made("Theirs")) as ConferenceId;
  const room = async (id: string, name: string): Promise<RoomId> =>
    (await all.command("createRoom", { conferenceId: id, name, ...place }))["id"] as RoomId;
  roomId = await room(conferenceId, "Durban");
  otherRoomId = await room(conferenceId, "Umlazi");
  groupId = (await all.command("createGroup", { conferenceId, name: "Gauteng", ...place }))["id"] as GroupId;

  const scope = { conferenceId };
  const script = async (token: string): Promise<Script> => Script.read(server.url, token);
  scripts.set("scheduler", await script(await tokenFor(organiser, "scheduler", scope)));
  scripts.set("room-keeper", await script(await tokenFor(organiser, "room-keeper", { ...scope, roomId })));
  scripts.set("group-contact", await script(await tokenFor(organiser, "group-contact", { ...scope, groupId })));
  for (const role of ["moderator", "operator", "participant"] as const) {
    const { body } = await exchange(server.invite(role, role === "operator" ? "Durban" : "-"));
    if (!body.ok) throw new Error(`no pass of a ${role}`);
    scripts.set(role, await script(body.value.token));
  }
  scripts.set("nobody", await script(""));
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

const scriptOf = (role: Role | "nobody"): Script => {
  const script = scripts.get(role);
  if (script === undefined) throw new Error(`no script of ${role}`);
  return script;
};

describe.each([...roles, "nobody" as const])("%s", (role) => {
  test("may do the commands that the table gives, and no others", async () => {
    const answers = new Map<string, number>();
    // What fits no schema: whoever may not do it learns nothing about it.
    for (const [name] of commandList)
      answers.set(name, (await scriptOf(role).ask(name, { nonsense: true }, false)).status);
    const wanted = commandList.map(([name, { who }]) => [
      name,
      role === "nobody" ? 401 : who.includes(role) ? 400 : 403,
    ]);
    expect([...answers]).toEqual(wanted);
  });

  test("may read what the table gives, and nothing else", async () => {
    const parameters = { conferenceId, query: "Chennai", number: "7", conflict: "none" };
    const answers = new Map<string, number>();
    for (const { name } of routeList) answers.set(name, (await scriptOf(role).ask(name, parameters)).status);
    const missing = new Set(["released", "mends"]);
    const wanted = routeList.map(({ name, who }) => {
      const found = missing.has(name) ? 404 : 200;
      if (who === null) return [name, found];
      return [name, role === "nobody" ? 401 : who.includes(role) ? found : 403];
    });
    expect([...answers]).toEqual(wanted);
  });
});

describe("a token's scope", () => {
  test("a scheduler of one conference finds no other, and makes none", async () => {
    const scheduler = scriptOf("scheduler");
    const { conferences } = (await scheduler.done("conferences")) as {
      readonly conferences: readonly { readonly id: string }[];
    };
    expect(conferences.map(({ id }) => id)).toEqual([conferenceId]);
    expect((await scheduler.ask("plan", { conferenceId: otherId })).status).toBe(404);
    const renamed = await scheduler.ask("updateConference", { conferenceId: otherId, set: { name: "Mine now" } });
    expect(renamed.body).toMatchObject({ code: "not-found", status: 404 });
    const made = await scheduler.ask("createConference", { name: "Another" });
    expect(made.body).toMatchObject({ code: "forbidden", status: 403 });
  });

  const hours = {
    rest: "blocked",
    week: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020, band: "kind", why: "" }],
    dated: [],
  };

  test("a room keeper changes the own room's hours and equipment, and nothing else", async () => {
    const keeper = scriptOf("room-keeper");
    await keeper.command("updateRoom", { roomId, set: { hours, equipment: ["projector"] } });
    expect((await keeper.ask("updateRoom", { roomId, set: { name: "Hall" } })).status).toBe(403);
    expect((await keeper.ask("updateRoom", { roomId: otherRoomId, set: { hours } })).status).toBe(403);
  });

  test("a group contact changes the own group's hours and size, and nothing else", async () => {
    const contact = scriptOf("group-contact");
    await contact.command("updateGroup", { groupId, set: { people: 31 } });
    expect((await contact.ask("updateGroup", { groupId, set: { maySplit: true } })).status).toBe(403);
    const file = (await scriptOf("organiser").done("plan", { conferenceId })) as {
      readonly groups: readonly { readonly id: string; readonly people: number; readonly maySplit: boolean }[];
    };
    expect(file.groups.find(({ id }) => id === groupId)).toMatchObject({ people: 31, maySplit: false });
    const other = file.groups.find(({ id }) => id !== groupId);
    expect((await contact.ask("updateGroup", { groupId: other?.id, set: { people: 1 } })).status).toBe(403);
  });

  test("a revoked token opens nothing any more", async () => {
    const token = await tokenFor(organiser, "scheduler");
    const script = await Script.read(server.url, token);
    expect((await script.ask("conferences")).status).toBe(200);
    const plan = await organiser.call("plan", {});
    if (!plan.ok) throw new Error(plan.error.code);
    const invites = plan.value.conferences.flatMap((conference) => conference.invites);
    const made = invites.findLast((invite) => invite.token);
    if (made === undefined) throw new Error("the token is not listed");
    await organiser.call("revokeInvite", { inviteId: made.id, commandId: "revoke-it" });
    expect((await script.ask("conferences")).body).toMatchObject({ code: "no-pass", status: 401 });
  });
});

test("errors are problem details, with what one needs to go on", async () => {
  const script = scriptOf("organiser");
  const start = { wall: "2026-03-29T02:30", zone: "Europe/Berlin" };
  const gap = await script.ask("createSession", { conferenceId, title: "In the gap", minutes: 60, start });
  expect(gap.type).toBe("application/problem+json");
  expect(gap.body).toMatchObject({
    type: "/api/docs#gap",
    status: 422,
    code: "gap",
    retry: false,
    more: { kind: "gap", earlier: "2026-03-29T01:59", later: "2026-03-29T03:00" },
  });
  const wrong = await script.ask("createSession", { conferenceId, title: "", minutes: 3 }, false);
  expect(wrong.body).toMatchObject({ status: 400, code: "bad-request", more: { kind: "fields" } });
  const paths = (wrong.body as { readonly more: { readonly fields: readonly { readonly path: string }[] } }).more
    .fields;
  expect(new Set(paths.map(({ path }) => path))).toEqual(new Set(["minutes", "title"]));
});

test("the same command twice is done once; a stale one is refused with the edit that came before", async () => {
  const script = scriptOf("organiser");
  const input = { commandId: "twice-1", conferenceId, name: "Once", city: "Durban", zone: "Africa/Johannesburg" };
  const first = await script.done("createGroup", input);
  expect(await script.done("createGroup", input)).toEqual(first);

  const { etag } = await script.ask("plan", { conferenceId });
  const baseSeq = Number(etag.replaceAll('"', ""));
  await scriptOf("scheduler").command("updateGroup", { groupId, set: { people: 12 } });
  const stale = await script.ask("updateGroup", { groupId, set: { people: 13 }, baseSeq });
  expect(stale.body).toMatchObject({
    status: 409,
    code: "conflict",
    more: { kind: "edit", edit: { command: "updateGroup", subject: "Gauteng", author: "script of a scheduler" } },
  });
});
