import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CommandId, ConferenceId, PassId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import type { InviteInput } from "../../server/access/invites.ts";
import { openStore } from "../../server/store/sqlite.ts";
import {
  began,
  enter,
  expired,
  foreignRoom,
  fresh,
  group,
  made,
  occurrence,
  participants,
  personal,
  places,
  room,
  theirs,
} from "../support/access.ts";
import { freshStore } from "../support/database.ts";

const organiser = "the-organiser" as PassId;

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
    ["a scheduler with a room", { role: "scheduler", roomId: room }, "bad-request"],
    ["a room keeper without a room", { role: "room-keeper" }, "bad-request"],
    ["a room keeper of no conference", { role: "room-keeper", conferenceId: null, roomId: room }, "bad-request"],
    ["a group contact without a group", { role: "group-contact" }, "bad-request"],
    ["a group contact with a room", { role: "group-contact", groupId: group, roomId: room }, "bad-request"],
    ["a participant of a group", { groupId: group }, "bad-request"],
    ["another conference's group", { role: "group-contact", conferenceId: theirs, groupId: group }, "not-found"],
    [
      "a scheduler of an unknown conference",
      { role: "scheduler", conferenceId: "nowhere" as ConferenceId },
      "not-found",
    ],
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
    ["a scheduler of everything", { role: "scheduler", conferenceId: null }],
    ["a scheduler of a conference", { role: "scheduler" }],
    ["a room keeper", { role: "room-keeper", roomId: room }],
    ["a group contact", { role: "group-contact", groupId: group }],
  ])("for %s gives its role and scope to the pass", async (_what, change) => {
    const { access } = await fresh();
    const input = { ...participants, ...change };
    const { secret } = await made(access, input);
    const { passId, token, pass } = await enter(access, secret);
    const { role, conferenceId, roomId, groupId, occurrenceId, label } = input;
    expect(pass).toEqual({ id: passId, role, conferenceId, roomId, groupId, occurrenceId, label });
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
    expect(await access.exchange({ secret: first.value.secret, held: [], browser: "b" })).toEqual({
      ok: false,
      code: "not-found",
    });
    await enter(access, second.value.secret);

    // The server was killed in between.
    await store.close();
    const later = await Access.open(await freshStore(path), places, { now: () => clock.now });
    expect(await later.createInvite(command, organiser)).toMatchObject({
      ok: true,
      value: { invite: { id: first.value.invite.id } },
    });
    const other = await later.createInvite(command, "another organiser" as PassId);
    expect(other.ok && other.value.invite.id).not.toBe(first.value.invite.id);
  });
});

describe("exchanging", () => {
  test("an unknown secret", async () => {
    const { access } = await fresh();
    expect(await access.exchange({ secret: "guessed", held: [], browser: "b" })).toEqual({
      ok: false,
      code: "not-found",
    });
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
    const other = await access.exchange({
      secret: (await made(access, participants)).secret,
      held: [rosa.token],
      browser: "b",
    });
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
