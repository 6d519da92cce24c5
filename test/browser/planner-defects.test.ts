import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { violations } from "../support/looks.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// What went wrong for somebody who used the planner for the first time, each kept from coming back.

const laptop = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };
const january = "Four Regions, January 2020";

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

test("a search takes words in any order, without accents; where it hides conflicts, it says so", async () => {
  const page = await open();
  const search = page.getByRole("searchbox", { name: "Search sessions" });
  await search.fill("work migratión");
  await page.getByText(/^1 of \d+ sessions/).waitFor();
  await page.getByRole("heading", { name: "1 conflict" }).waitFor();
  await search.fill("nothing like this");
  await page.getByText("No session is like that.").waitFor();
  await page.getByRole("heading", { name: "No conflicts among the sessions found" }).waitFor();
  await page.context().close();
});

test("on a laptop the keys of a move are in sight under the strips", async () => {
  const page = await open();
  await page.getByRole("link", { name: "Day", exact: true }).click();
  await page
    .getByRole("button", { name: /Opening plenary/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  const box = await key(page, /^Put here/).boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(laptop.height);
  await page.context().close();
});

test("on a phone the session has the way to everything else", async () => {
  const page = await open({ viewport: phone });
  await page.getByRole("link", { name: "Session", exact: true }).click();
  await key(page, "More…").click();
  await page.getByRole("dialog", { name: "All of the plan" }).waitFor();
  await page.context().close();
});

test("in Spanish the tools stand in one row", async () => {
  const page = await open({ locale: "es-ES" });
  const tops = await page
    .locator(".tools :is(input[type=search], .key)")
    .evaluateAll((all) => [
      ...new Set(
        all.filter((each) => each.checkVisibility()).map((each) => Math.round(each.getBoundingClientRect().top)),
      ),
    ]);
  expect(tops).toHaveLength(1);
  await page.context().close();
});

test("somebody is elsewhere in a city that no room or group has; a journey that arrives before it leaves is not sent", async () => {
  const page = await open();
  await key(page, "More…").click();
  await key(page, "Add person").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Nomsa D.");
  await city(dialog.getByRole("combobox", { name: "Home city" }), "Lusaka");
  await key(page, "Add a place").click();
  await dialog.getByRole("combobox", { name: "In", exact: true }).selectOption({ label: "another city…" });
  const elsewhere = dialog.getByRole("combobox", { name: "In", exact: true });
  await eventually(async () => expect(await elsewhere.evaluate((box) => box === document.activeElement)).toBe(true));
  await city(elsewhere, "Kathmandu");
  await key(page, "Add a journey").click();
  await dialog.getByLabel("Arrives").first().fill("2020-01-09T08:00");
  await key(page, "Save").click();
  await dialog.getByText("Each journey must arrive after it leaves.").waitFor();
  await dialog.getByLabel("Arrives").first().fill("2020-01-10T18:00");
  await key(page, "Save").click();
  await dialog.waitFor({ state: "detached" });
  await key(page, "More…").click();
  await key(page, "Nomsa D.").click();
  expect(await elsewhere.locator("option:checked").textContent()).toBe("Kathmandu");
  await page.context().close();
});

test("a city that is missing is brought into sight, with the focus on it", async () => {
  const page = await open();
  await key(page, "Add room").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the room").fill("Hall");
  await dialog.getByLabel("Equipment").focus();
  await key(page, "Save").click();
  const field = dialog.getByRole("combobox", { name: "City", exact: true });
  await eventually(async () => expect(await field.evaluate((box) => box === document.activeElement)).toBe(true));
  const box = await field.boundingBox();
  expect(box !== null && box.y >= 0 && box.y + box.height <= laptop.height).toBe(true);
  await page.context().close();
});

test("a participant who opens the planner's address is told what would open it", async () => {
  const context = await device.another({ viewport: laptop });
  const page = await context.newPage();
  await page.goto(server.invite("participant"));
  await page.waitForURL(/\/participant\//);
  await page.goto(page.url().replace("/participant/", "/planner/"));
  await page.getByRole("alert").filter({ hasText: "Your invite does not open the plan." }).waitFor();
  await context.close();
});

test("a room keeper is told that it is saved; the form follows what is undone", async () => {
  const context = await device.another({ viewport: laptop, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(server.invite("room-keeper", "Durban"));
  const equipment = page.getByLabel("Equipment");
  await equipment.fill("projector");
  await key(page, "Save").click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await key(page, "Undo").click();
  await eventually(async () => expect(await equipment.inputValue()).toBe(""));
  await page.getByText("Saved.", { exact: true }).waitFor({ state: "detached" });
  await context.close();
});

test("the organiser's page and the plan show the same conference", async () => {
  const context = await device.another({ viewport: laptop });
  const page = await context.newPage();
  await page.goto(server.invite("organiser"));
  await page.getByRole("combobox", { name: "Conference", exact: true }).selectOption({ label: january });
  await page.getByRole("link", { name: "Open the plan" }).click();
  await page.getByRole("heading", { level: 1, name: "10 to 12 January 2020" }).waitFor();
  await page.getByRole("link", { name: "Conference", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: january }).waitFor();
  await context.close();
});

test("Esc does not throw away at once what was typed in a form; where nothing was typed it closes it", async () => {
  const page = await open();
  const dialog = page.getByRole("dialog");
  await key(page, "Add group").click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await key(page, "Add group").click();
  const name = dialog.getByLabel("Name of the group");
  await name.fill("Night train");
  await page.keyboard.press("Escape");
  const note = dialog.getByText("What you typed is not saved yet.", { exact: false });
  await note.waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await name.inputValue()).toBe("Night train");
  // Who types on is asked anew.
  await name.press("End");
  await page.keyboard.type("s");
  await note.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await note.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.context().close();
});

test("the journal offers to undo what stands of one's own, and nothing else", async () => {
  const [page, other] = [await open(), await open()];
  for (const [one, name] of [
    [other, "Morning train"],
    [page, "Evening train"],
    [page, "Night train"],
  ] as const) {
    await key(one, "Add group").click();
    const dialog = one.getByRole("dialog");
    await city(dialog.getByRole("combobox", { name: "City", exact: true }), "Berlin");
    await dialog.getByLabel("Name of the group").fill(name);
    await key(one, "Save").click();
    await dialog.waitFor({ state: "detached" });
  }
  await key(page, "Undo").click();
  await page.getByRole("status").filter({ hasText: "Night train" }).waitFor();
  await key(page, "More…").click();
  await key(page, "What was done…").click();
  const offered = page.getByRole("dialog").getByRole("button", { name: /^Undo/ });
  expect(await offered.count()).toBe(1);
  await offered.click();
  await offered.waitFor({ state: "detached" });
  for (const each of [page, other]) await each.context().close();
});

test("no city's name is broken over the overview's clocks", async () => {
  const page = await open();
  await key(page, "Add room").click();
  const dialog = page.getByRole("dialog");
  await city(dialog.getByRole("combobox", { name: "City", exact: true }), "Kathmandu");
  await key(page, "Save").click();
  await dialog.waitFor({ state: "detached" });
  const names = page.locator(".clocks h3");
  await names.filter({ hasText: "Kathmandu" }).waitFor();
  const cut = await names.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
  expect(cut).toBe(0);
  const lines = await names.filter({ hasText: "Kathmandu" }).evaluate((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
  await key(page, "Undo").click();
  await page.context().close();
});

// The last one: it takes the server away.
test("a lost line is said in an open form, which keeps what was typed and saves once the line is back", async () => {
  const page = await open();
  await key(page, "Add group").click();
  const dialog = page.getByRole("dialog");
  await city(dialog.getByRole("combobox", { name: "City", exact: true }), "Berlin");
  await dialog.getByLabel("Name of the group").fill("Night train");
  await server.kill("SIGKILL");
  await dialog.getByText("It comes back by itself.", { exact: false }).waitFor();
  expect(await dialog.getByLabel("Name of the group").inputValue()).toBe("Night train");
  await key(page, "Save").click();
  await server.start();
  await dialog.waitFor({ state: "detached", timeout: 30_000 });
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("button", { name: "Edit Night train" }).first().waitFor();
  await page.context().close();
});

const key = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });

async function open(options: Parameters<Device["another"]>[0] = {}): Promise<Page> {
  const context = await device.another({ viewport: laptop, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(server.invite("scheduler"));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator(".mast .name select").selectOption({ label: january });
  await page.getByRole("link", { name: /^16:15 Opening plenary/ }).waitFor();
  return page;
}

/** Types a city and takes the first of the list. */
async function city(box: Locator, name: string): Promise<void> {
  await box.fill(name);
  await box.page().locator("[role=option]").first().waitFor();
  await box.press("Enter");
}
