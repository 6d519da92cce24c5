import { afterAll, beforeAll, expect, test } from "vitest";
import { orderList } from "../../server/gateway/api/orders.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { SuggestionAnswer } from "../../shared/protocol/suggestanswers.ts";
import { exchange, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { Script } from "../support/scripting.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";

// A script that has read the description suggests, reads, takes and undoes; and who may.

let server: TestServer;
let organiser: Caller;
let script: Script;
let conferenceId = "";
let occurrenceId = "";
let groupId = "";

beforeAll(async () => {
  server = await startServer();
  organiser = await openCaller(server.invite("organiser"));
  script = await Script.read(server.url, await tokenFor(organiser, "scheduler"));
  const place = { city: "Durban", zone: "Africa/Johannesburg" };
  const days = { firstDay: "2027-03-05", lastDay: "2027-03-05" };
  conferenceId = (await script.command("createConference", { name: "Spring", ...place, ...days }))["id"] ?? "";
  const { id: roomId } = await script.command("createRoom", { conferenceId, name: "Hall", ...place });
  const angeles = { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles" };
  groupId = (await script.command("createGroup", { conferenceId, ...angeles }))["id"] ?? "";
  const links = [
    { kind: "room", id: roomId, need: "must", mode: "live" },
    { kind: "group", id: groupId, need: "must", mode: "live" },
  ];
  const start = { wall: "2027-03-05T10:00", zone: place.zone };
  const session = { conferenceId, minutes: 60, hostRoomId: roomId, links };
  const made = await script.command("createSession", { ...session, title: "Plenary", start });
  occurrenceId = made["occurrenceId"] ?? "";
  // Longer than the hall is open: it finds no time.
  await script.command("createSession", { ...session, title: "Marathon", minutes: 900 });
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

const answered = async (locale?: "es"): Promise<SuggestionAnswer | null> => {
  const body = await script.done("suggestion", { conferenceId, ...(locale === undefined ? {} : { locale }) });
  return (body as { readonly suggestion: SuggestionAnswer | null }).suggestion;
};

test("asked for, read in words until it is done, taken by the command that it brings, undone", async () => {
  expect(await answered()).toBeNull();
  const begun = (await script.done("suggest", { conferenceId, seconds: 10 })) as SuggestionAnswer;
  expect(begun).toMatchObject({ wish: { mode: "plan", carry: false, days: null }, plans: [] });
  await eventually(async () => expect((await answered())?.state).toBe("done"), 40_000);
  const done = await answered();
  expect(done?.id).toBe(begun.id);
  const plan = done?.plans[0];
  expect(plan).toMatchObject({ placed: 1, of: 2, total: 0, worst: 0, proof: { best: true } });
  expect(plan?.text.join(" ")).toContain("Proven best");
  expect(plan?.placements[0]?.text).toMatch(/^“Plenary” goes from 10:00 to (18|19|20):\d\d/);
  expect(plan?.burdens.find((burden) => burden.groupId === groupId)?.text).toBe("Los Angeles: 0 hours");
  expect(done?.unplaced).toHaveLength(1);
  expect(done?.unplaced[0]?.text).toContain("Marathon");
  expect((await answered("es"))?.plans[0]?.text.join(" ")).not.toBe(plan?.text.join(" "));

  const was = async () => {
    const file = (await script.done("plan", { conferenceId })) as {
      readonly occurrences: readonly { readonly id: string; readonly start: { readonly wall: string } | null }[];
    };
    return file.occurrences.find(({ id }) => id === occurrenceId)?.start?.wall;
  };
  if (plan === undefined) throw new Error("no plan");
  await script.done(plan.take.name, plan.take.input);
  expect(await was()).toBe(plan.placements[0]?.start?.wall);
  // Its words do not stand on what has since become of the plan.
  await script.command("removeSession", { sessionId: await sessionOf("Marathon") });
  await script.command("removeSession", { sessionId: await sessionOf("Plenary") });
  expect((await answered())?.id).toBe(begun.id);
  await script.done("undo");
  await script.done("undo");
  await script.done("undo");
  expect(await was()).toBe("2027-03-05T10:00");
});

async function sessionOf(title: string): Promise<string> {
  const { sessions } = (await script.done("plan", { conferenceId })) as {
    readonly sessions: readonly { readonly id: string; readonly title: string }[];
  };
  return sessions.find((session) => session.title === title)?.id ?? "";
}

test("stopped; one at a time; the same command twice is one", async () => {
  const wish = { conferenceId, seconds: 60, commandId: "once" };
  const one = (await script.done("suggest", wish)) as SuggestionAnswer;
  const two = (await script.done("suggest", wish)) as SuggestionAnswer;
  expect(two.id).toBe(one.id);
  const stopped = (await script.done("stopSuggestion", { conferenceId })) as SuggestionAnswer;
  expect(stopped.id).toBe(one.id);
  // So small a plan may have been over before.
  expect(["stopped", "done"]).toContain(stopped.state);
});

test("what runs for a conference that has been removed since can be stopped", async () => {
  const { id: gone } = await script.command("duplicateConference", {
    conferenceId,
    name: "Gone",
    firstDay: "2029-03-02",
  });
  const begun = (await script.done("suggest", { conferenceId: gone, seconds: 60 })) as SuggestionAnswer;
  await script.command("removeConference", { conferenceId: gone });
  expect(await script.done("stopSuggestion", { conferenceId: gone })).toMatchObject({ id: begun.id });
  await script.done("undo");
});

test("a repair of what was released: the hall is closed that morning, one session moves", async () => {
  await script.command("release", { conferenceId });
  const { rooms } = (await script.done("plan", { conferenceId })) as {
    readonly rooms: readonly { readonly id: string; readonly hours: { readonly week: unknown } }[];
  };
  const [room] = rooms;
  const dated = [{ date: "2027-03-05", from: 540, to: 720, band: "blocked", why: "painters" }];
  await script.command("updateRoom", { roomId: room?.id, set: { hours: { ...room?.hours, dated } } });
  await script.done("suggest", { conferenceId, mode: "repair", seconds: 10 });
  await eventually(async () => expect((await answered())?.state).toBe("done"), 40_000);
  const [plan] = (await answered())?.plans ?? [];
  expect(plan).toMatchObject({ placed: 1, movedSessions: 1, movedLinks: 2 });
  expect(plan?.kinds).toContain("least-change");
  expect(plan?.placements.map((placement) => placement.occurrenceId)).toEqual([occurrenceId]);
  await script.done("undo");
});

test("what cannot be is said with its field", async () => {
  const refusal = async (wish: Readonly<Record<string, unknown>>): Promise<unknown> =>
    (await script.ask("suggest", wish, false)).body;
  const { id: unreleased } = await script.command("duplicateConference", {
    conferenceId,
    name: "C",
    firstDay: "2028-03-03",
  });
  expect(await refusal({ conferenceId: unreleased, mode: "repair" })).toMatchObject({
    status: 400,
    more: { fields: [{ path: "mode", why: "nothing of this conference has been released yet" }] },
  });
  expect(await refusal({ conferenceId, occurrenceIds: [occurrenceId, "nowhere"] })).toMatchObject({
    more: { fields: [{ path: "occurrenceIds.1" }] },
  });
  expect(await refusal({ conferenceId, days: ["2027-03-05", "2027-03-06"] })).toMatchObject({
    more: { fields: [{ path: "days.1", why: "is not a day of the conference" }] },
  });
  expect(await refusal({ conferenceId, seconds: 0 })).toMatchObject({ more: { fields: [{ path: "seconds" }] } });
  expect(await refusal({ conferenceId: "nowhere" })).toMatchObject({ status: 404 });
  const { id } = await script.command("createConference", { name: "Nothing yet", city: "Lima", zone: "America/Lima" });
  expect(await refusal({ conferenceId: id })).toMatchObject({ more: { fields: [{ path: "conferenceId" }] } });
  expect((await script.ask("stopSuggestion", { conferenceId: id })).status).toBe(404);
});

test("the ledger: this conference, and the earlier one with the same group", async () => {
  const place = { city: "Durban", zone: "Africa/Johannesburg" };
  const days = { firstDay: "2027-09-03", lastDay: "2027-09-03" };
  const { id } = await script.command("createConference", { name: "Autumn", ...place, ...days });
  await script.command("useInConference", { conferenceId: id, kind: "groups", id: groupId, use: true });
  const ledger = (await script.done("ledger", { conferenceId: id })) as {
    readonly conferences: readonly { readonly name: string }[];
    readonly rows: readonly { readonly groupId: string; readonly carried: number; readonly text: string }[];
  };
  expect(ledger.conferences.map(({ name }) => name).slice(-2)).toEqual(["Spring", "Autumn"]);
  // 10:00 in Durban is midnight in Los Angeles.
  expect(ledger.rows.find((row) => row.groupId === groupId)).toMatchObject({ carried: 8 });
});

test("who may: organisers and schedulers, each within what the invite is for", async () => {
  const scope = { conferenceId: conferenceId as never };
  const wanted = { scheduler: 400, organiser: 400 } as const;
  for (const role of [...roles, "nobody"] as const) {
    const token = await tokenOf(role);
    const asked = await Script.read(server.url, token);
    const { status } = await asked.ask("suggest", { nonsense: true }, false);
    expect([role, status]).toEqual([role, token === "" ? 401 : (wanted[role as keyof typeof wanted] ?? 403)]);
  }
  const foreign = await Script.read(server.url, await tokenFor(organiser, "scheduler", scope));
  const { id } = await script.command("createConference", { name: "Elsewhere", city: "Lima", zone: "America/Lima" });
  for (const name of ["suggest", "stopSuggestion", "suggestion", "ledger"])
    expect([name, (await foreign.ask(name, { conferenceId: id })).status]).toEqual([name, 404]);
  expect(orderList.map(({ name }) => name)).toEqual(["suggest", "stopSuggestion"]);
});

async function tokenOf(role: (typeof roles)[number] | "nobody"): Promise<string> {
  const scope = { conferenceId: conferenceId as never };
  if (role === "nobody") return "";
  if (role === "organiser" || role === "scheduler") return tokenFor(organiser, role);
  if (role === "group-contact") return tokenFor(organiser, role, { ...scope, groupId: groupId as never });
  if (role === "room-keeper") {
    const { rooms } = (await script.done("plan", { conferenceId })) as { readonly rooms: readonly { id: string }[] };
    return tokenFor(organiser, role, { ...scope, roomId: (rooms[0]?.id ?? "") as never });
  }
  const { body } = await exchange(server.invite(role, role === "operator" ? "Durban" : "-"));
  if (!body.ok) throw new Error(`no pass of a ${role}`);
  return body.value.token;
}
