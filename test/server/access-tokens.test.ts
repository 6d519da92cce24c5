import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CommandId, InviteId, PassId } from "../../shared/ids.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import { Access } from "../../server/access/access.ts";
import { began, fresh, group, hour, ours, places, room } from "../support/access.ts";
import { freshStore } from "../support/database.ts";

const organiser = "the-organiser" as PassId;
const input: Parsed<"createToken"> = {
  commandId: "make" as CommandId,
  conferenceId: ours,
  role: "scheduler",
  label: "Import script",
  roomId: null,
  groupId: null,
  expiresAt: null,
};

async function makeToken(access: Access, change: Partial<Parsed<"createToken">> = {}) {
  const made = await access.createToken({ ...input, ...change }, organiser);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

test("a token is a pass of its own, listed among the invites; only its hash is kept, and no link opens it", async () => {
  const { access, store, path } = await fresh();
  const { invite, token } = await makeToken(access);
  expect(invite).toMatchObject({ role: "scheduler", label: "Import script", token: true, shared: false, inUse: 1 });
  expect(access.passByToken(token)).toMatchObject({ role: "scheduler", conferenceId: ours, label: "Import script" });
  expect(access.invites()).toEqual([{ conferenceId: ours, view: invite }]);
  // It is no secret of an invite.
  expect(await access.exchange({ secret: token, held: [], browser: "b" })).toEqual({ ok: false, code: "not-found" });
  await store.close();
  expect(readFileSync(path, "latin1")).not.toContain(token);

  const later = await Access.open(await freshStore(path), places, { now: () => began });
  expect(later.passByToken(token)).toMatchObject({ role: "scheduler" });
});

test("made twice by one command it is one, and the token that was lost with the answer is dead", async () => {
  const { access } = await fresh();
  const first = await makeToken(access);
  const second = await makeToken(access);
  expect(second.invite).toEqual(first.invite);
  expect(access.passByToken(first.token)).toBeNull();
  expect(access.passByToken(second.token)).toMatchObject({ role: "scheduler" });
  // The same id in another kind of command makes an invite of its own.
  const invite = await access.createInvite({ ...input, occurrenceId: null, shared: false }, organiser);
  expect(invite.ok && invite.value.invite.id).not.toBe(first.invite.id);
});

test("it ends when it is revoked, and when its time is over, also an organiser's", async () => {
  const { access, clock, ended } = await fresh();
  const revoked = await makeToken(access);
  await access.revokeInvite(revoked.invite.id);
  expect(access.passByToken(revoked.token)).toBeNull();
  expect(ended).toMatchObject([{ why: "revoked" }]);
  expect(access.invites()[0]?.view).toMatchObject({ revoked: true, inUse: 0 });

  const brief = {
    commandId: "brief" as CommandId,
    role: "organiser",
    conferenceId: null,
    expiresAt: began + hour,
  } as const;
  const { token } = await makeToken(access, brief);
  clock.now = began + hour - 1;
  expect(access.passByToken(token)).toMatchObject({ role: "organiser" });
  clock.now = began + hour;
  expect(access.passByToken(token)).toBeNull();
});

test.each<[string, Partial<Parsed<"createToken">>, string]>([
  ["a room keeper without a room", { role: "room-keeper" }, "bad-request"],
  ["a group contact without a group", { role: "group-contact" }, "bad-request"],
  ["an organiser of one conference", { role: "organiser" }, "bad-request"],
  ["one that has expired before it is made", { expiresAt: began }, "bad-request"],
])("is refused for %s", async (_what, change, code) => {
  const { access, store } = await fresh();
  expect(await access.createToken({ ...input, ...change }, organiser)).toEqual({ ok: false, code });
  expect([await store.readInvites(), await store.readPasses()]).toEqual([[], []]);
});

test("for a room keeper and a group contact it says for what", async () => {
  const { access } = await fresh();
  const keeper = await makeToken(access, { commandId: "k" as CommandId, role: "room-keeper", roomId: room });
  const contact = await makeToken(access, { commandId: "g" as CommandId, role: "group-contact", groupId: group });
  expect(access.passByToken(keeper.token)).toMatchObject({ roomId: room, groupId: null });
  expect(access.passByToken(contact.token)).toMatchObject({ roomId: null, groupId: group });
  expect(await access.revokeInvite("nowhere" as InviteId)).toEqual({ ok: false, code: "not-found" });
});
