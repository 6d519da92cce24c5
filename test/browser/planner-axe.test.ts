import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { handle, january, moving, openDay } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { inviteAt, mistyped, startEmpty } from "../support/plannerempty.ts";
import { chooseCity, dialogOf, goTo, pressKey, write } from "../support/plannermouse.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// axe finds nothing: in no view, no form, in none of the first steps, while one moves a session, where it may not start, with
// conflicts and their mends, after a refusal; light and dark.

let server: TestServer;
let device: Device;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  page = await device.context.newPage();
  await openDay(page, server, january, "2020-01-10");
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("the views, with a conflict and its mends", async () => {
  await handle(page, "Opening plenary").waitFor();
  await page.getByRole("button", { name: /^Open the Durban room from 19:00/ }).waitFor();
  await expectSound("day");
  await goTo(page, "Table");
  await page.getByRole("heading", { name: "Burden of each group" }).waitFor();
  await expectSound("table");
  await page.getByRole("searchbox").fill("nobody has such a title");
  await page.getByText("No session is like that.").waitFor();
  await expectSound("table, nothing found");
  await page.getByRole("searchbox").fill("");
  await goTo(page, "Overview");
  await page.getByRole("region", { name: "Friday 10 January" }).waitFor();
  await expectSound("overview");
});

test("a session in the hand on the strips: where it may start, and where it may not", async () => {
  await page.getByRole("button", { name: "Friday 10 January" }).click();
  await handle(page, "Women on the line").focus();
  await page.keyboard.press("Enter");
  await moving(page).waitFor();
  await expectSound("day, in the hand");
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByText("Not possible here").waitFor();
  await expectSound("day, where it may not start");
  await page.keyboard.press("Escape");
  await moving(page).waitFor({ state: "hidden" });
});

test("a session in the hand in its own view, and a move that makes a conflict", async () => {
  await goTo(page, "Overview");
  await page.getByRole("link", { name: /^16:15 Opening plenary/ }).click();
  await page.getByRole("heading", { level: 1, name: "Opening plenary" }).waitFor();
  await page.getByRole("heading", { name: "Why not another hour" }).waitFor();
  await expectSound("session");
  const keys = page.getByRole("region", { name: "Move", exact: true });
  for (let i = 0; i < 6; i += 1) await keys.getByRole("button", { name: "Earlier", exact: true }).click();
  await page.getByText("Not possible there.").waitFor();
  await expectSound("session, where it may not start");
  await keys.getByRole("button", { name: "Put here", exact: true }).click();
  await page.getByRole("region", { name: /\d conflict/ }).waitFor();
  await keys.getByRole("button", { name: "Put here", exact: true }).waitFor({ state: "detached" });
  await expectSound("session, with conflicts");
  await pressKey(page, "Undo");
  await page.getByText("Fri 10 Jan, 16:15").first().waitFor();
});

test("what is refused is said in words", async () => {
  // An edit of somebody else is in the way of the undo.
  await pressKey(page, "Edit session");
  await write(page, dialogOf(page).getByRole("textbox", { name: "Title" }), "Opening");
  await pressKey(dialogOf(page), "Save");
  await dialogOf(page).waitFor({ state: "detached" });
  const other = await (await device.another()).newPage();
  await other.goto(await inviteAt(server, "scheduler", "--label=Rosa", "--demo"));
  await other.getByRole("combobox", { name: "Conference" }).selectOption({ label: january });
  await other.getByRole("link", { name: /^16:15 Opening/ }).click();
  await pressKey(other, "Edit session");
  await write(other, dialogOf(other).getByRole("textbox", { name: "Title" }), "Welcome");
  await pressKey(dialogOf(other), "Save");
  await page.getByRole("heading", { level: 1, name: "Welcome" }).waitFor();
  await other.context().close();
  await pressKey(page, "Undo");
  await page.getByText(/Rosa did this in the meantime/).waitFor();
  await expectSound("refused");
  await pressKey(page, "Put away");
});

test("the forms", async () => {
  for (const name of ["Add session", "Add room", "Add group"]) {
    await pressKey(page, name);
    await expectForm(name);
  }
  await pressKey(page, "Edit session");
  await dialogOf(page).getByText("Languages, people, order, limits").click();
  await expectForm("Edit session");
  await pressKey(page, "Paste sessions");
  await write(page, dialogOf(page).getByRole("textbox", { name: "Table of sessions" }), mistyped);
  await dialogOf(page)
    .getByText(/rows not understood/)
    .waitFor();
  await expectForm("Paste sessions");
  await pressKey(page, "Release…");
  await dialogOf(page).getByRole("checkbox").first().waitFor();
  await expectForm("Release…");
});

test("the forms behind “More…”", async () => {
  await pressKey(page, "More…");
  await expectForm("More…");
  for (const name of behindMore) {
    await pressKey(page, "More…");
    await dialogOf(page).getByRole("button", { name, exact: true }).first().click();
    await page.getByRole("heading", { name: "All of the plan" }).waitFor({ state: "detached" });
    await expectForm(name);
  }
});

const behindMore = [
  "Durban",
  "Workers' college",
  "Gauteng",
  "Thandi M.",
  "Spanish and English",
  "Add person",
  "Add interpreters or operators",
  "Name, city and days…",
  "Duplicate a day…",
  "Duplicate the conference…",
  "New conference…",
  "Plan as a file…",
  "What was done…",
  "Time zone data…",
  "Keys…",
] as const;

test("the pages of who keeps a room, and of a group's contact", async () => {
  for (const [role, where] of [
    ["room-keeper", "Durban"],
    ["group-contact", "Nairobi by telephone"],
  ] as const) {
    const keeper = await (await device.another()).newPage();
    await keeper.goto(server.invite(role, where));
    await keeper.getByRole("heading", { name: /^Your (room|group)/ }).waitFor();
    await expectSound(role, keeper);
    await keeper.context().close();
  }
});

test("the first steps", async () => {
  const empty = await startEmpty();
  ours.push(() => empty.close());
  const first = await (await device.another()).newPage();
  first.setDefaultTimeout(10_000);
  await first.goto(await inviteAt(empty, "scheduler"));
  await first.getByRole("heading", { name: "Nothing to plan yet" }).waitFor();
  await expectSound("a conference", first);
  await write(first, first.getByRole("textbox", { name: "Name of the conference" }), "Four Halls");
  await pressKey(first, "Create conference");
  await first.getByRole("heading", { name: "Start with one room" }).waitFor();
  await first.getByRole("combobox", { name: "City", exact: true }).click();
  await first.keyboard.type("San");
  await first.getByRole("listbox").getByRole("option").first().waitFor();
  await expectSound("a room, cities listed", first);
  await first.getByRole("combobox", { name: "City", exact: true }).fill("");
  await chooseCity(first, first, "Durban");
  await expectSound("a room, its city chosen", first);
  await pressKey(first, "Add Durban");
  await first.getByText("No group now").click();
  await expectSound("sessions", first);
});

/** Looks at the open form and puts it away. */
async function expectForm(name: string): Promise<void> {
  await dialogOf(page).waitFor();
  await expectSound(name);
  await dialogOf(page)
    .getByRole("button", { name: /^(Cancel|Close)$/ })
    .first()
    .click();
  await dialogOf(page).waitFor({ state: "detached" });
}

async function expectSound(state: string, on = page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await on.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await violations(on), `${state}, ${colorScheme}`).toEqual([]);
  }
}
