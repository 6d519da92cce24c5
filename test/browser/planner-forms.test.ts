import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { measure, violations } from "../support/looks.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// First steps from nothing, the planner's forms, two people at once, room keepers, and what the organiser's page has of the
// plan: by pointer, in a real browser; axe finds nothing in any of these states.

const laptop = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };

let server: TestServer;
let device: Device;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  device = await openDevice({ bare: true, context: { viewport: laptop, reducedMotion: "reduce" } });
  ours.push(() => device.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("from nothing to the first session: each step disappears into the plan", async () => {
  const page = await open("organiser");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await choose(page, "More…", "New conference…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the conference").fill("Spring meeting");
  await city(dialog, "Durban", "City whose time is meant");
  await dialog.getByLabel("First day").fill("2027-03-12");
  await dialog.getByLabel("Last day").fill("2027-03-14");
  await key(page, "Save").click();
  await page.getByRole("heading", { name: "Start with one room" }).waitFor();
  await looksRight(page, "first room");
  await city(page, "Durban");
  await key(page, "Add Durban").click();
  await page.getByText("Durban. More of them with “Add room”.").waitFor();
  await city(page, "Sonsonate");
  await key(page, "Add Sonsonate").click();
  await key(page, "Add the first session").waitFor();
  await looksRight(page, "first session");
  await key(page, "Add room").click();
  await city(dialog, "Los Angeles");
  await looksRight(page, "a room");
  await key(page, "Save").click();
  await dialog.waitFor({ state: "detached" });
  await key(page, "Add the first session").click();
  await dialog.getByLabel("Title").fill("Opening plenary");
  await dialog.getByLabel("Date").fill("2027-03-12");
  await dialog.getByLabel("Begins, time in Durban").fill("16:15");
  await key(page, "Save").click();
  await page.getByRole("heading", { level: 1, name: "12 to 14 March 2027" }).waitFor();
  await page.getByRole("link", { name: /^16:15 Opening plenary/ }).waitFor();
  expect(await page.locator(".plate.draft").innerText()).toBe("Draft, never released");
  await page.context().close();
});

test("a time that the clocks skip is asked about, and one's edits are undone by name", async () => {
  const page = await open("organiser");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByLabel("Conference").selectOption({ label: "Spring meeting" });
  await key(page, "Add session").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Night shift");
  await dialog.getByLabel("Host room").selectOption({ label: "Los Angeles" });
  await dialog.getByLabel("Date").fill("2027-03-14");
  await dialog.getByLabel("Begins, time in Los Angeles").fill("02:30");
  await key(page, "Save").click();
  await dialog.getByText(/^02:30, Sun 14 Mar is skipped in Los Angeles/).waitFor();
  await looksRight(page, "a gap");
  await dialog.getByRole("radio", { name: /^03:00/ }).check();
  await key(page, "Save").click();
  await dialog.waitFor({ state: "detached" });
  const undo = key(page, "Undo");
  expect(await undo.getAttribute("title")).toBe("new session “Night shift”");
  await undo.click();
  await eventually(async () => {
    expect(await key(page, "Redo").getAttribute("title")).toBe("new session “Night shift”");
  });
  await page.keyboard.press("Control+y");
  await eventually(async () => expect(await undo.getAttribute("title")).toBe("new session “Night shift”"));
  await choose(page, "More…", "What was done…");
  await looksRight(page, "journal");
  await page.context().close();
});

test("of two who change one session the second is told once; both changes stay", async () => {
  const [first, second] = [await open("scheduler"), await open("organiser")];
  await second.getByRole("link", { name: "Plan", exact: true }).click();
  for (const page of [first, second]) await editSession(page, "Law and the courts");
  await second.getByRole("dialog").getByLabel("Minutes", { exact: true }).fill("45");
  await key(second, "Save").click();
  await second.getByRole("dialog").waitFor({ state: "detached" });
  await first.getByRole("dialog").getByLabel("Title").fill("Courts and the law");
  await key(first, "Save").click();
  const told = first.getByRole("dialog").getByRole("alert");
  await told.getByText(/^Organiser did this in the meantime.*change “Law and the courts”/).waitFor();
  await looksRight(first, "told what changed");
  await key(first, "Save").click();
  for (const page of [first, second]) {
    await page.getByRole("heading", { level: 1, name: "Courts and the law" }).waitFor();
    await page.getByText(/^45 minutes, firm, host/).waitFor();
  }
  await key(second, "Undo").click();
  await second.getByText(/^Scheduler did this in the meantime/).waitFor();
  await key(second, "Put away").click();
  for (const page of [first, second]) await page.context().close();
});

test("a pasted table says what it does not understand, and is added whole", async () => {
  const page = await open("scheduler");
  await key(page, "Paste sessions").click();
  const dialog = page.getByRole("dialog");
  const table = dialog.getByLabel("Table of sessions");
  await table.fill("Title\tLength\tHost\nFirst talk\t45\tDurban\nSecond talk\tlong\tNowhere");
  await dialog.getByText("1 of 2 rows not understood.", { exact: false }).waitFor();
  await dialog.getByText("There is no room “Nowhere”.", { exact: false }).waitFor();
  await looksRight(page, "pasting");
  await table.fill("Title,Length,Host\nFirst talk,45,Durban\nSecond talk,30,Chennai");
  await key(page, "Add 2 sessions").click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Second talk" }).first().waitFor();
  await page.getByRole("searchbox", { name: "Search sessions" }).fill("second");
  await page.getByText(/^1 of \d+ sessions/).waitFor();
  await page.context().close();
});

test("everything else of the plan is in reach, and no form is wrong by axe", async () => {
  const page = await open("scheduler");
  const dialog = page.getByRole("dialog");
  await key(page, "More…").click();
  await looksRight(page, "more");
  await page.keyboard.press("Escape");
  for (const name of [
    "Add person",
    "Add interpreters or operators",
    "Name, city and days…",
    "Duplicate a day…",
    "Plan as a file…",
    "Time zone data…",
    "Keys…",
  ]) {
    await choose(page, "More…", name);
    await looksRight(page, name);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  }
  await page.context().close();
});

test("a room keeper says the room's hours, and takes it back", async () => {
  const page = await open("room-keeper", "Durban");
  await page.getByRole("heading", { level: 1, name: "Your room: Durban" }).waitFor();
  await page.getByRole("rowheader", { name: "Opening plenary" }).waitFor();
  await key(page, "Add a day").click();
  await page.getByLabel("Equipment").fill("projector, mixer");
  await looksRight(page, "a room keeper");
  await key(page, "Save").click();
  const undo = key(page, "Undo");
  await eventually(async () => expect(await undo.getAttribute("title")).toBe("change the room “Durban”"));
  await undo.click();
  await eventually(async () => expect(await undo.getAttribute("title")).toBe("Nothing of yours to undo"));
  await page.context().close();
});

test("the organiser releases what has changed, and gives a script a token", async () => {
  const page = await open("organiser");
  await page.getByText(/changes? (is|are) not released yet\.$/).waitFor();
  await key(page, "Release…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^Release 2\./).waitFor();
  await looksRight(page, "releasing");
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await key(page, "Release now").click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("rowheader", { name: "Courts and the law" }).waitFor();

  await key(page, "New token").click();
  await dialog.getByLabel("Name of the token").fill("Import script");
  await looksRight(page, "a token");
  await key(page, "Make the token").click();
  await page.getByRole("heading", { name: "Import script" }).waitFor();
  const token = /Token\s+(\S+)/.exec(await page.locator(".card .url").innerText())?.[1] ?? "";
  const answer = await fetch(`${server.url}/api/conferences`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  await page.getByRole("button", { name: "Revoke… Import script" }).click();
  await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const after = await fetch(`${server.url}/api/conferences`, { headers: { authorization: `Bearer ${token}` } });
  expect(after.status).toBe(401);
  await page.context().close();
});

const key = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

async function open(role: string, where?: string): Promise<Page> {
  const context = await device.another({ viewport: laptop, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(server.invite(role, where));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}

/** Opens a list of acts and takes one of them. */
async function choose(page: Page, list: string, name: string): Promise<void> {
  await key(page, list).click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
}

/** Types a city and takes the first of the list. */
async function city(within: Page | Locator, name: string, label = "City"): Promise<void> {
  const box = within.getByRole("combobox", { name: label, exact: true });
  await box.fill(name);
  await within.locator("[role=option]").first().waitFor();
  await box.press("Enter");
}

async function editSession(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await key(page, "Edit session").click();
  await page.getByRole("dialog").waitFor();
}

async function looksRight(page: Page, state: string): Promise<void> {
  for (const size of [laptop, phone]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations(page), `${state}, ${size.width}, ${colorScheme}`).toEqual([]);
    }
    const { textSize, ...measures } = await measure(page, size === phone);
    expect(measures, `${state}, ${size.width}`).toEqual({ sideways: 0, smallKeys: [], smallTexts: [] });
    expect(textSize, `${state}, ${size.width}`).toBeGreaterThanOrEqual(16);
  }
  await page.setViewportSize(laptop);
}
