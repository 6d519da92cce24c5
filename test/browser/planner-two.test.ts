import * as fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import { standing } from "../../shared/plan/journal.ts";
import type { Plan } from "../../shared/plan/model.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import { someCommand } from "../support/plancommands.ts";
import { inviteAt } from "../support/plannerempty.ts";
import { chooseCity, dialogOf, finish, goTo, pressKey, write } from "../support/plannermouse.ts";
import { openScheduler, openTable, stateShown, titlesIn, titlesShown } from "../support/plannertwo.ts";
import type { Scheduler } from "../support/plannertwo.ts";
import { undo } from "../support/replica.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { valueOf } from "../support/session.ts";

// Two schedulers on one plan, each with a page that is never loaded again: whatever either of them does, both pages say the
// same, nothing is overwritten unseen, and all can be taken back. A participant's page shows nothing of it.

let server: TestServer;
let device: Device;
let thabo: Scheduler;
let rosa: Scheduler;
let participant: Page;
let conferenceId: ConferenceId;
const ours: (() => unknown)[] = [];
/** As both pages were at first. */
let first: readonly string[];
let before: string;

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const organiser = await openCaller(server.invite("organiser"));
  const sample = valueOf(await organiser.call("plan", {})).conferences[0];
  organiser.close();
  if (sample === undefined) throw new Error("the demo has no conference");
  conferenceId = sample.id;
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, timezoneId: "Africa/Johannesburg", reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  thabo = await openScheduler(device, await inviteAt(server, "scheduler", "--label=Thabo", "--demo"), conferenceId);
  ours.push(() => thabo.close());
  rosa = await openScheduler(device, await inviteAt(server, "scheduler", "--label=Rosa", "--demo"), conferenceId);
  ours.push(() => rosa.close());
  participant = await device.page(server.invite("participant"));
  await participant.getByRole("button", { name: "Listen now" }).waitFor();
  before = await participant.getByRole("main").innerText();
  await expectSame();
  first = await stateShown(thabo.page);
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("random commands of both, and edits on both pages: the pages say the same, which is what the journal says", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const sample = fc.sample(fc.tuple(someCommand, someCommand), { numRuns: 30, seed });
  for (const [i, [left, right]] of sample.entries()) {
    await Promise.all([ask(thabo, left), ask(rosa, right)]);
    if (i % 15 === 4) await addGroup(thabo.page, "Berlin");
    if (i % 15 === 9) await addGroup(rosa.page, "Kathmandu");
    if (i === 20) await pressKey(rosa.page, "Undo");
  }
  const { seq, plan } = await planNow();
  await Promise.all([thabo, rosa].map(({ replica }) => replica.reached(seq)));
  expect(thabo.replica.edits.map((edit) => edit.seq)).toEqual(
    Array.from({ length: seq - thabo.replica.view.seq }, (_, index) => thabo.replica.view.seq + index + 1),
  );
  expect(thabo.replica.edits.length, `seed ${seed}`).toBeGreaterThan(20);
  const authors = new Set(thabo.replica.edits.map(({ by }) => by));
  expect(authors).toEqual(new Set([thabo, rosa].map(({ replica }) => replica.caller.welcome.pass.id)));
  expect(thabo.replica.plan(), `seed ${seed}`).toEqual(plan);

  await expectSame(`seed ${seed}`);
  await eventually(async () =>
    expect(await titlesShown(rosa.page), `seed ${seed}`).toEqual(titlesIn(thabo.replica.plan(), conferenceId)),
  );
  // A page that is loaded now has never seen a notice.
  const fresh = await rosa.page.context().newPage();
  await fresh.goto(rosa.page.url().replace(/#.*$/, ""));
  await openTable(fresh, conferenceId);
  await eventually(async () => expect(await stateShown(fresh), `seed ${seed}`).toEqual(await stateShown(rosa.page)));
  await fresh.close();
  expect(await stateShown(thabo.page)).not.toEqual(first);
  expect(await participant.getByRole("main").innerText()).toBe(before);
});

test("all undone, newest first, each by its author: both pages are as they were at first", async () => {
  for (const { seq, by } of standing(thabo.replica.edits).toReversed()) {
    const author = by === thabo.replica.caller.welcome.pass.id ? thabo : rosa;
    await eventually(async () => {
      const reply = await undo(author.replica.caller, seq);
      // A page that asks faster than anybody can press is told to wait; it may be done by then.
      if (!reply.ok && reply.error.retry) throw new Error(reply.error.code);
      expect(reply).toMatchObject({ ok: true });
    });
  }
  for (const { page } of [thabo, rosa]) await eventually(async () => expect(await stateShown(page)).toEqual(first));
});

test("a stale form is refused, with what was changed meanwhile and by whom; nothing is overwritten unseen", async () => {
  await openSession(thabo.page, "Law and the courts");
  await openSession(rosa.page, "Law and the courts");
  await rename(rosa.page, "Law, courts and police");
  await save(rosa.page);
  const { seq } = await planNow();
  await rename(thabo.page, "Law for all");
  await pressKey(dialogOf(thabo.page), "Save");
  await dialogOf(thabo.page)
    .getByText(/Rosa did this in the meantime, at \d\d:\d\d in .+: change “Law, courts and police”\./)
    .waitFor();
  expect((await planNow()).seq).toBe(seq);
  await pressKey(dialogOf(thabo.page), "Cancel");
  await dialogOf(thabo.page).waitFor({ state: "detached" });
  await goTo(thabo.page, "Table");
  for (const { page } of [thabo, rosa])
    await eventually(async () => {
      const titles = await titlesShown(page);
      expect(titles).toContain("Law, courts and police");
      expect(titles).not.toContain("Law for all");
    });
});

test("an undo out of order is refused, with the edit that is in the way", async () => {
  await openSession(thabo.page, "Law, courts and police");
  await rename(thabo.page, "Law");
  await save(thabo.page);
  await openSession(rosa.page, "Law");
  await rename(rosa.page, "Courts");
  await save(rosa.page);
  await thabo.page.getByRole("link", { name: "Courts", exact: true }).waitFor();
  const { seq } = await planNow();
  await pressKey(thabo.page, "Undo");
  await thabo.page.getByText(/Rosa did this in the meantime, at \d\d:\d\d in .+: change “Courts”\./).waitFor();
  expect((await planNow()).seq).toBe(seq);
  // In order: hers, his, and hers before that.
  await pressKey(thabo.page, "Put away");
  for (const [{ page }, title] of [
    [rosa, "Law"],
    [thabo, "Law, courts and police"],
    [rosa, "Law and the courts"],
  ] as const) {
    await pressKey(page, "Undo");
    await page.getByRole("link", { name: title, exact: true }).waitFor();
  }
  for (const { page } of [thabo, rosa]) await eventually(async () => expect(await stateShown(page)).toEqual(first));
});

test("nothing of all that was on the participant's page; what is released comes to it", async () => {
  expect(await participant.getByRole("main").innerText()).toBe(before);
  await openSession(rosa.page, "Law and the courts");
  await rename(rosa.page, "Law for all");
  await save(rosa.page);
  await thabo.page.getByRole("link", { name: "Law for all", exact: true }).waitFor();
  expect(await participant.getByRole("main").innerText()).toBe(before);
  await pressKey(thabo.page, "Release…");
  for (const box of await dialogOf(thabo.page).getByRole("checkbox").all()) await box.click();
  await finish(thabo.page, "Release now");
  await eventually(async () =>
    expect(await participant.getByRole("main").innerText()).toBe(before.replace("Law and the courts", "Law for all")),
  );
});

async function ask({ replica }: Scheduler, make: (plan: Plan, id: ConferenceId) => SomeInput): Promise<void> {
  const { name, input, seen } = make(replica.plan(), conferenceId);
  // A page that is some edits behind.
  const baseSeq = seen ? Math.max(0, replica.seq() - 12) : null;
  const reply = (await replica.caller.send(name, { commandId: newCommandId(), baseSeq, ...input })) as Reply<object>;
  if (!reply.ok) expect(reply.error.code).not.toMatch(/internal|forbidden|too-many/);
}

type SomeInput = { readonly name: string; readonly input: object; readonly seen: boolean };

async function planNow(): Promise<{ readonly seq: number; readonly plan: Plan }> {
  return valueOf(await rosa.replica.caller.call("planner", {}));
}

/** Both pages say the same, sooner or later. */
async function expectSame(why = ""): Promise<void> {
  await eventually(async () => expect(await stateShown(thabo.page), why).toEqual(await stateShown(rosa.page)));
}

async function addGroup(page: Page, city: string): Promise<void> {
  await pressKey(page, "Add group");
  await chooseCity(page, dialogOf(page), city);
  await finish(page);
}

/** The form of a session, out of the table. */
async function openSession(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await pressKey(page, "Edit session");
  await dialogOf(page).waitFor();
}

/** Saves the form of a session, and goes back to the table. */
async function save(page: Page): Promise<void> {
  await finish(page);
  await goTo(page, "Table");
}

async function rename(page: Page, title: string): Promise<void> {
  await write(page, dialogOf(page).getByRole("textbox", { name: "Title" }), title);
}
