import { describe, expect, test } from "vitest";
import type { InviteId, PassId } from "../../shared/ids.ts";
import { Access } from "../../server/access/access.ts";
import { began, enter, expired, fresh, hour, made, participants, personal, places } from "../support/access.ts";
import { freshStore } from "../support/database.ts";

describe("the end", () => {
  test("of an invite ends its passes, tells which, and no others", async () => {
    const { access, ended } = await fresh();
    const { invite, secret } = await made(access, participants);
    const one = await enter(access, secret, "one");
    const two = await enter(access, secret, "two");
    const rosa = await enter(access, (await made(access, personal)).secret);
    expect(await access.revokeInvite(invite.id)).toEqual({ ok: true, value: null });
    expect(ended).toEqual([{ passIds: [one.passId, two.passId], why: "revoked" }]);
    expect([one, two, rosa].map(({ token }) => access.passByToken(token)?.label ?? null)).toEqual([
      null,
      null,
      "Console, Rosa",
    ]);
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
    const [, entered] = await Promise.all([
      access.revokeInvite(invite.id),
      access.exchange({ secret, held: [], browser: "b" }),
    ]);
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
    expect(
      await access.exchange({ secret: first?.secret ?? "", held: [], browser: "somebody who read the log" }),
    ).toEqual(expired);
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
  await store.close();
  await expect(access.exchange({ secret, held: [], browser: "b" })).rejects.toThrow("closed");
  await expect(access.revokeInvite(invite.id)).rejects.toThrow("closed");
  await expect(access.endPass(one.passId, "removed")).rejects.toThrow("closed");
  expect(access.passByToken(one.token)).toEqual(one.pass);
  expect(access.invites()[0]?.view).toMatchObject({ inUse: 1, revoked: false });
});
