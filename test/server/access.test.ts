import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CommandId, ConferenceId, InviteId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import type { WhyEnded } from "../../server/access/access.ts";
import type { InviteInput } from "../../server/access/invites.ts";
import type { PlanRows, Store } from "../../server/store/port.ts";
import { openStore } from "../../server/store/sqlite.ts";
import { databasePath, freshStore } from "../support/database.ts";

const [ours, theirs] = ["ours", "theirs"] as ConferenceId[] as [ConferenceId, ConferenceId];
const room = "durban" as RoomId;
const foreignRoom = "elsewhere" as RoomId;
const occurrence = "plenary" as OccurrenceId;
const organiser = "the-organiser" as PassId;

const hour = 3_600_000;
const began = 1_790_000_000_000;

/** What the invites refer to stands in the store as well: its foreign keys ask for it. */
const rows: PlanRows = {
  conferences: [ours, theirs].map((id) => ({ id, name: id, createdAt: 0 })),
  venues: [ours, theirs].map((id) => ({ id: `v-${id}` as PlanRows["venues"][number]["id"], conferenceId: id, name: "v" })),
  rooms: [
    { id: room, conferenceId: ours },
    { id: foreignRoom, conferenceId: theirs },
  ].map((one) => ({ ...one, venueId: `v-${one.conferenceId}` as PlanRows["venues"][number]["id"], name: "r", city: "c", zone: "UTC", position: 0 })),
  sessions: [{ id: "s" as PlanRows["sessions"][number]["id"], conferenceId: ours, title: "t", hostRoomId: room, cancelled: false }],
  occurrences: [
    {
      id: occurrence,
      sessionId: "s" as PlanRows["sessions"][number]["id"],
      wall: "2026-10-01T10:00",
      zone: "UTC",
      offset: 0,
      startsAt: began,
      endsAt: began + hour,
      zoneData: "x",
      roomIds: [room],
    },
  ],
};

const places = {
  hasConference: (id: ConferenceId) => id === ours || id === theirs,
  conferenceOfRoom: (id: RoomId) => rows.rooms.find((one) => one.id === id)?.conferenceId ?? null,
  conferenceOfOccurrence: (id: OccurrenceId) => (id === occurrence ? ours : null),
};

const participants: InviteInput = {
  role: "participant",
  conferenceId: ours,
  roomId: null,
  occurrenceId: null,
  label: "Participants, shared",
  expiresAt: null,
  shared: true,
};
const personal: InviteInput = { ...participants, role: "moderator", label: "Console, Rosa", shared: false };

class Clock {
  now = began;
}

async function fresh(path = databasePath()) {
  const clock = new Clock();
  const store = await freshStore(path);
  await store.writePlan(rows);
  const access = await Access.open(store, places, { now: () => clock.now });
  const ended: { passIds: readonly PassId[]; why: WhyEnded }[] = [];
  access.onEnded((passIds, why) => ended.push({ passIds, why }));
  return { path, clock, store, access, ended };
}

async function made(access: Access, input: InviteInput) {
  const result = await access.makeInvite(input);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Opens an invite as a browser that holds nothing yet, and must be let in. */
async function enter(access: Access, secret: string, browser = "a browser") {
  const result = await access.exchange({ secret, held: [], browser });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const expired = { ok: false, code: "expired" };

describe("an invite", () => {
  test("has a secret of 192 bits, of which only the SHA-256 is kept", async () => {
    const { access, store, path } = await fresh();
    const { invite, secret } = await made(access, participants);
    expect(Buffer.from(secret, "base64url")).toHaveLength(24);
    const { token } = await enter(access, secret, "the cookie's value");
    expect(Buffer.from(token, "base64url")).toHaveLength(24);

    const [row] = await store.readInvites();
    expect(row).toMatchObject({ id: invite.id, secretHash: createHash("sha256").update(secret).digest("hex") });
    await store.close();
    const file = readFileSync(path, "latin1");
    for (const hidden of [secret, token, "the cookie's value"]) expect(file).not.toContain(hidden);
    expect(file).toContain(row?.secretHash);
  });

  test.each<[string, Partial<InviteInput>, string]>([
    ["an operator without a room", { role: "operator" }, "bad-request"],
    ["an operator of one occurrence", { role: "operator", roomId: room, occurrenceId: occurrence }, "bad-request"],
    ["a moderator of a room", { role: "moderator", roomId: room }, "bad-request"],
    ["an organiser of one conference", { role: "organiser" }, "bad-request"],
    ["a participant of no conference", { conferenceId: null }, "bad-request"],
    ["one that has expired before it is made", { expiresAt: began }, "bad-request"],
    ["an unknown conference", { conferenceId: "nowhere" as ConferenceId }, "not-found"],
    ["another conference's room", { role: "operator", roomId: foreignRoom }, "not-found"],
    ["an occurrence that is not the conference's", { conferenceId: theirs, occurrenceId: occurrence }, "not-found"],
  ])("is refused for %s", async (_what, change, code) => {
    const { access, store } = await fresh();
    expect(await access.makeInvite({ ...participants, ...change })).toEqual({ ok: false, code });
    expect(await store.readInvites()).toEqual([]);
  });

  test.each<[string, Partial<InviteInput>]>([
    ["an operator of a room", { role: "operator", roomId: room }],
    ["a moderator of one occurrence", { role: "moderator", occurrenceId: occurrence }],
    ["a participant in a room, of one occurrence", { roomId: room, occurrenceId: occurrence }],
    ["an organiser", { role: "organiser", conferenceId: null }],
  ])("for %s gives its role and scope to the pass", async (_what, change) => {
    const { access } = await fresh();
    const input = { ...participants, ...change };
    const { secret } = await made(access, input);
    const { passId, token, pass } = await enter(access, secret);
    const { role, conferenceId, roomId, occurrenceId, label } = input;
    expect(pass).toEqual({ id: passId, role, conferenceId, roomId, occurrenceId, label });
    expect(access.passByToken(token)).toEqual(pass);
    expect(access.pass(passId)).toEqual(pass);
  });

  test("made twice by one command is one, and the secret that was lost with the answer opens nothing", async () => {
    const { access, store, path, clock } = await fresh();
    const command = { ...participants, commandId: "again" as CommandId };
    const first = await access.createInvite(command, organiser);
    const second = await access.createInvite(command, organiser);
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(second.value.invite).toEqual(first.value.invite);
    expect(access.invites()).toHaveLength(1);
    expect(await access.exchange({ secret: first.value.secret, held: [], browser: "b" })).toEqual({ ok: false, code: "not-found" });
    await enter(access, second.value.secret);

    // The server was killed in between.
    await store.close();
    const later = await Access.open(await freshStore(path), places, { now: () => clock.now });
    expect(await later.createInvite(command, organiser)).toMatchObject({ ok: true, value: { invite: { id: first.value.invite.id } } });
    const other = await later.createInvite(command, "another organiser" as PassId);
    expect(other.ok && other.value.invite.id).not.toBe(first.value.invite.id);
  });
});

describe("exchanging", () => {
  test("an unknown secret", async () => {
    const { access } = await fresh();
    expect(await access.exchange({ secret: "guessed", held: [], browser: "b" })).toEqual({ ok: false, code: "not-found" });
    expect(access.passByToken("guessed")).toBeNull();
  });

  test("a shared invite: each browser is a person, and the same one again with its token", async () => {
    const { access } = await fresh();
    const { invite, secret } = await made(access, participants);
    const one = await enter(access, secret, "one");
    const two = await enter(access, secret, "two");
    expect(two.passId).not.toBe(one.passId);
    const again = await access.exchange({ secret, held: ["junk", two.token, one.token], browser: "one" });
    expect(again).toEqual({ ok: true, value: two });
    expect(access.invites().map(({ view }) => [view.id, view.inUse])).toEqual([[invite.id, 2]]);
  });

  test("a token of another invite makes nobody the same person here", async () => {
    const { access } = await fresh();
    const rosa = await enter(access, (await made(access, personal)).secret);
    const other = await access.exchange({ secret: (await made(access, participants)).secret, held: [rosa.token], browser: "b" });
    expect(other.ok && other.value.passId).not.toBe(rosa.passId);
    expect(other).toMatchObject({ ok: true, value: { pass: { role: "participant" } } });
  });

  test("a personal invite: one browser, however many try at once", async () => {
    const { access } = await fresh();
    const { secret } = await made(access, personal);
    const tries = ["one", "two", "three"].map((browser) => access.exchange({ secret, held: [], browser }));
    const [first, ...others] = await Promise.all(tries);
    expect(first).toMatchObject({ ok: true });
    expect(others).toEqual([expired, expired]);
  });

  test("a personal invite: the same browser gets its pass again when the answer was lost; the lost token is void", async () => {
    const { access } = await fresh();
    const { secret } = await made(access, personal);
    const lost = await enter(access, secret, "one");
    const got = await enter(access, secret, "one");
    expect(got.passId).toBe(lost.passId);
    expect(access.passByToken(lost.token)).toBeNull();
    expect(access.passByToken(got.token)).toEqual(lost.pass);
  });

  test("a personal invite: two browsers without a cookie are not one", async () => {
    const { access } = await fresh();
    const { secret } = await made(access, personal);
    await enter(access, secret, "");
    expect(await access.exchange({ secret, held: [], browser: "" })).toEqual(expired);
  });

  test("an invite that a tool has just written beside the server", async () => {
    const { access, path } = await fresh();
    const beside = await openStore(path, "tool");
    const tool = await Access.open(beside, places, { now: () => began });
    const { invite, secret } = await made(tool, personal);
    await beside.close();
    expect(access.invites()).toEqual([]);
    expect((await enter(access, secret)).pass.label).toBe("Console, Rosa");
    expect(access.invites().map(({ view }) => view.id)).toEqual([invite.id]);
  });
});

describe("the end", () => {
  test("of an invite ends its passes, tells which, and no others", async () => {
    const { access, ended } = await fresh();
    const { invite, secret } = await made(access, participants);
    const one = await enter(access, secret, "one");
    const two = await enter(access, secret, "two");
    const rosa = await enter(access, (await made(access, personal)).secret);
    expect(await access.revokeInvite(invite.id)).toEqual({ ok: true, value: null });
    expect(ended).toEqual([{ passIds: [one.passId, two.passId], why: "revoked" }]);
    expect([one, two, rosa].map(({ token }) => access.passByToken(token)?.label ?? null)).toEqual([null, null, "Console, Rosa"]);
    expect(await access.exchange({ secret, held: [one.token], browser: "one" })).toEqual(expired);
    expect(access.invites()[0]?.view).toMatchObject({ revoked: true, inUse: 0 });
    // Again, and of one that never was.
    expect(await access.revokeInvite(invite.id)).toEqual({ ok: true, value: null });
    expect(await access.revokeInvite("none" as InviteId)).toEqual({ ok: false, code: "not-found" });
    expect(ended).toHaveLength(1);
  });

  test("of an invite while somebody opens it: nobody slips in", async () => {
    const { access } = await fresh();
    const { invite, secret } = await made(access, participants);
    const [, entered] = await Promise.all([access.revokeInvite(invite.id), access.exchange({ secret, held: [], browser: "b" })]);
    expect(entered).toEqual(expired);
  });

  test("of one pass leaves the others; the browser is still known", async () => {
    const { access, ended } = await fresh();
    const { secret } = await made(access, participants);
    const one = await enter(access, secret, "one");
    const two = await enter(access, secret, "two");
    await access.endPass(one.passId, "removed");
    await access.endPass(one.passId, "removed");
    expect(ended).toEqual([{ passIds: [one.passId], why: "removed" }]);
    expect(access.passByToken(one.token)).toBeNull();
    expect(access.passByToken(two.token)).toEqual(two.pass);
    // A person who was removed may open the shared link again, as somebody new in the same browser.
    const back = await access.exchange({ secret, held: [one.token], browser: "one" });
    expect(back.ok && back.value.passId).not.toBe(one.passId);
    expect(back.ok && access.browserOf(back.value.passId)).toBe(access.browserOf(one.passId));
    expect(access.browserOf(two.passId)).not.toBe(access.browserOf(one.passId));
    expect(access.browserOf("nobody" as PassId)).toBeNull();
  });

  test("of the pass of a personal invite ends that invite's use", async () => {
    const { access } = await fresh();
    const { secret } = await made(access, personal);
    const rosa = await enter(access, secret, "one");
    await access.endPass(rosa.passId, "forgotten");
    expect(await access.exchange({ secret, held: [rosa.token], browser: "one" })).toEqual(expired);
  });

  test("by time: at the very instant, told once by the sweep", async () => {
    const { access, clock, ended } = await fresh();
    const { secret } = await made(access, { ...participants, expiresAt: began + hour });
    const one = await enter(access, secret);
    clock.now = began + hour - 1;
    access.sweep(clock.now);
    expect(access.passByToken(one.token)).toEqual(one.pass);
    expect(ended).toEqual([]);
    clock.now = began + hour;
    expect(access.passByToken(one.token)).toBeNull();
    expect(await access.exchange({ secret, held: [one.token], browser: "b" })).toEqual(expired);
    access.sweep(clock.now);
    access.sweep(clock.now);
    expect(ended).toEqual([{ passIds: [one.passId], why: "expired" }]);
  });

  test("survives a restart, and so do passes", async () => {
    const { access, store, path, clock } = await fresh();
    const shared = await made(access, participants);
    const kept = await enter(access, shared.secret, "kept");
    const gone = await enter(access, shared.secret, "gone");
    const revoked = await made(access, participants);
    const out = await enter(access, revoked.secret);
    await access.endPass(gone.passId, "removed");
    await access.revokeInvite(revoked.invite.id);
    await store.close();

    const later = await Access.open(await freshStore(path), places, { now: () => clock.now });
    expect([kept, gone, out].map(({ token }) => later.passByToken(token))).toEqual([kept.pass, null, null]);
    expect(later.browserOf(gone.passId)).toBe(access.browserOf(gone.passId));
    expect(later.invites()).toEqual(access.invites());
  });
});

describe("the organiser's first invite", () => {
  test("is made once, opens for one browser within a day, and what it opened stays", async () => {
    const { access, clock, ended, store } = await fresh();
    const first = await access.firstInvite();
    expect(first?.invite).toMatchObject({ role: "organiser", shared: false, expiresAt: began + 24 * hour });
    expect(await access.firstInvite()).toBeNull();
    expect(await (await Access.open(store, places, { now: () => began })).firstInvite()).toBeNull();

    const owner = await enter(access, first?.secret ?? "", "laptop");
    expect(await access.exchange({ secret: first?.secret ?? "", held: [], browser: "somebody who read the log" })).toEqual(expired);
    clock.now = began + 25 * hour;
    access.sweep(clock.now);
    expect(access.passByToken(owner.token)).toEqual(owner.pass);
    expect(ended).toEqual([]);
  });

  test("cannot be opened after a day", async () => {
    const { access, clock } = await fresh();
    const first = await access.firstInvite();
    clock.now = began + 24 * hour;
    expect(await access.exchange({ secret: first?.secret ?? "", held: [], browser: "b" })).toEqual(expired);
  });
});

test("when the store refuses, nothing counts", async () => {
  const { access, store } = await fresh();
  const { secret, invite } = await made(access, participants);
  const one = await enter(access, secret);
  await (store satisfies Store).close();
  await expect(access.exchange({ secret, held: [], browser: "b" })).rejects.toThrow("closed");
  await expect(access.revokeInvite(invite.id)).rejects.toThrow("closed");
  await expect(access.endPass(one.passId, "removed")).rejects.toThrow("closed");
  expect(access.passByToken(one.token)).toEqual(one.pass);
  expect(access.invites()[0]?.view).toMatchObject({ inUse: 1, revoked: false });
});
