import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { bigPlan } from "../support/bigplan.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { measure, violations } from "../support/looks.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// Overview, session, table and the list of conflicts: what they say of the sample of January 2020, that one can work with
// them by pointer and by keys, on a laptop and on a phone, and that axe finds nothing.

const laptop = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };
const narrow = { width: 320, height: 568 };
const january = "Four Regions, January 2020";

let server: TestServer;
let device: Device;
let scheduler: Caller;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  scheduler = await openCaller(server.invite("scheduler"));
  ours.push(() => scheduler.close());
  device = await openDevice({ bare: true, context: { viewport: laptop, reducedMotion: "reduce" } });
  ours.push(() => device.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("the overview has a block a session, with who pays most and what is to be looked at", async () => {
  const page = await open();
  const friday = page.getByRole("region", { name: "Friday 10 January" });
  const plenary = friday.getByRole("link", { name: /^16:15 Opening plenary/ });
  expect(await plenary.innerText()).toMatch(/Los Angeles 2¼/);
  expect(await plenary.getByRole("img").getAttribute("aria-label")).toBe("shoulder");
  expect(await friday.getByRole("link", { name: /^18:30 Migration and work/ }).innerText()).toMatch(/Look/);
  await looksRight(page, "overview");
  await page.setViewportSize(laptop);
  await plenary.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Opening plenary" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: /10 to 12 January 2020/ }).waitFor();
  await page.context().close();
});

test("a session has every place with its time, and says why not another hour", async () => {
  const page = await openSession("16:15 Opening plenary");
  const places = page.getByRole("table", { name: /^Every place/ });
  const row = (name: string): Locator => places.getByRole("row", { name });
  expect(await row("Los Angeles").innerText()).toMatch(/06:15\s+Fri.*shoulder\s+2¼/s);
  expect(await row("Chennai").innerText()).toMatch(/19:45\s+Fri.*kind\s+0/s);
  const why = page.getByRole("region", { name: "Why not another hour" });
  await why.getByText("17:00 costs least,").waitFor();
  expect(await why.innerText()).toMatch(/No hour is kind to all/);
  const windows = page.getByRole("table", { name: /^Link windows, in the time of Durban/ });
  expect(await windows.getByRole("row", { name: "Chennai" }).innerText()).toMatch(
    /16:05\s+16:05\s+16:15–17:00\s+17:10/,
  );
  await looksRight(page, "session");
  await page.context().close();
});

test("it is moved by keys: before and after stand side by side, and nothing is sent before it is put down", async () => {
  const page = await openSession("16:15 Opening plenary");
  const moving = page.getByRole("region", { name: "Move", exact: true });
  await moving.getByRole("button", { name: "Later", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Was Fri 10 Jan, 16:15, cost 4½.").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(".side .when", { hasText: "Fri 10 Jan, 16:45" }).waitFor();
  await looksRight(page, "session in the hand");
  await page.setViewportSize(laptop);
  await page.keyboard.press("Escape");
  await page.locator(".side .when", { hasText: "Fri 10 Jan, 16:15" }).waitFor();
  expect(await page.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");

  await page.keyboard.press("b");
  await page.locator(".side .when", { hasText: "Fri 10 Jan, 16:30" }).waitFor();
  await moving.getByRole("button", { name: "Put here", exact: true }).click();
  await moving.getByRole("button", { name: "Put here", exact: true }).waitFor({ state: "detached" });
  expect(await page.locator(".side .when").innerText()).toBe("Fri 10 Jan, 16:30");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".side .when", { hasText: "Fri 10 Jan, 16:15" }).waitFor();
  await page.context().close();
});

test("on a phone: local times as a list, the keys at the thumb", async () => {
  const page = await open({ viewport: phone, hasTouch: true });
  await page.getByRole("link", { name: /^16:15 Opening plenary/ }).tap();
  const later = page
    .getByRole("region", { name: "Move", exact: true })
    .getByRole("button", { name: "Later", exact: true });
  await later.tap();
  await page.getByRole("status").filter({ hasText: "Fri 10 Jan, 16:30" }).waitFor();
  const box = await later.boundingBox();
  expect(box !== null && box.y > phone.height / 2 && box.y + box.height <= phone.height).toBe(true);
  await page.getByRole("button", { name: "Put back", exact: true }).tap();
  await page.locator(".side .when", { hasText: "16:15" }).waitFor();
  await page.context().close();
});

test("the table sorts, finds, opens and moves", async () => {
  const page = await open();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  const table = page.getByRole("table", { name: /^Sessions with the local start/ });
  const titles = (): Promise<string[]> => table.locator("tbody a").allInnerTexts();
  expect((await titles())[0]).toBe("Regional meeting, east");
  const header = (name: string): Locator => table.getByRole("columnheader", { name });
  expect(await header("Durban").getAttribute("aria-sort")).toBe("ascending");
  await header("Costs").getByRole("button").click();
  await header("Costs").getByRole("button").click();
  expect(await header("Costs").getAttribute("aria-sort")).toBe("descending");
  expect((await titles())[0]).toBe("Reports from the regions");
  // Asleep first: the earliest hour of Los Angeles.
  await header("Los Angeles").getByRole("button").click();
  expect((await titles())[0]).toBe("Reports from the regions");
  await looksRight(page, "table");
  await page.setViewportSize(laptop);

  await page.getByRole("searchbox").fill("plenary");
  await eventually(async () => expect((await titles()).toSorted()).toEqual(["Closing plenary", "Opening plenary"]));
  await table.getByRole("button", { name: "Move… Closing plenary" }).click();
  await page.getByRole("heading", { level: 1, name: "Closing plenary" }).waitFor();
  await page.getByRole("region", { name: "Move", exact: true }).getByRole("button", { name: "Put here" }).waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Table", exact: true }).click();
  for (const [name, title] of [
    ["Edit Durban", /Durban/],
    ["Edit Pacific coast", /Pacific coast/],
    ["Edit Thandi M.", /Thandi M\./],
    ["Edit Spanish and English", /Spanish and English/],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).first().click();
    await page.getByRole("dialog", { name: title }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.context().close();
});

test("a session without a time is listed, and gets one from its own page", async () => {
  const title = "Songs";
  await holdInDurban(title, null);
  const page = await open();
  await page.getByRole("region", { name: "Not placed yet: 1" }).getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Find an hour" }).click();
  await page.locator(".side .when", { hasText: /Jan, \d\d:\d\d/ }).waitFor();
  const there = await page.locator(".side .when").innerText();
  await page.getByRole("region", { name: "Move", exact: true }).getByRole("button", { name: "Put here" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Move", exact: true }).getByRole("button", { name: "Put here" }).waitFor({
    state: "detached",
  });
  expect(await page.locator(".side .when").innerText()).toBe(there);
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await page
    .locator(".lane")
    .getByRole("link", { name: new RegExp(`${there.slice(-5)} ${title}`) })
    .waitFor();
  await page.context().close();
});

test("a conflict is mended at one press, and the focus goes on to the next", async () => {
  // The room is closed then.
  await holdInDurban("Too early, 2020-01-11", "2020-01-11T06:30");
  await holdInDurban("Too early, 2020-01-12", "2020-01-12T06:30");
  const page = await open();
  const list = page.getByRole("region", { name: /conflicts?/ });
  const count = async (): Promise<number> => {
    const heading = await list.getByRole("heading", { level: 2 }).innerText();
    return Number(/^(\d+) conflict/.exec(heading)?.[1] ?? 0);
  };
  const item = list.getByRole("listitem").filter({ hasText: "“Migration and work” outlasts the room" });
  const mend = item.getByRole("button", { name: /^Open the Durban room/ });
  // Mends are looked for once the conflict is in sight.
  await item.scrollIntoViewIfNeeded();
  await mend.waitFor();
  const before = await count();
  const after = await list.getByRole("heading", { level: 3 }).nth(1).innerText();
  await looksRight(page, "conflicts with their mends");
  await page.setViewportSize(laptop);
  await mend.focus();
  await page.keyboard.press("Enter");
  await item.waitFor({ state: "detached" });
  expect(await count()).toBe(before - 1);
  await list
    .getByRole("status")
    .filter({ hasText: new RegExp(`^Done: Open the Durban room.* ${before - 1} left here`) })
    .waitFor();
  await eventually(async () => expect(await page.locator(":focus").innerText()).toBe(after));

  // In a session's own view there are its own only.
  await page.getByRole("link", { name: /^06:30 Too early, 2020-01-12/ }).click();
  await page.getByRole("heading", { level: 1, name: "Too early, 2020-01-12" }).waitFor();
  expect(await count()).toBeLessThan(before - 1);
  expect(await count()).toBeGreaterThan(0);
  await page.context().close();
});

test("in Spanish", async () => {
  const page = await open({ locale: "es" });
  await page.getByRole("link", { name: /^16:15 Opening plenary/ }).click();
  await page.getByRole("heading", { name: "Por qué no a otra hora" }).waitFor();
  await looksRight(page, "session, Spanish");
  await page.setViewportSize(laptop);
  await page.getByRole("link", { name: "Tabla", exact: true }).click();
  await page.getByRole("heading", { name: "Carga de cada grupo" }).waitFor();
  await looksRight(page, "table, Spanish");
  await page.context().close();
});

test("150 sessions on five days: legible blocks, and a table of all", async () => {
  // The file's type is read-only, the request's is not.
  const made = await scheduler.send("importPlan", { commandId: newCommandId(), file: bigPlan() });
  if (!made.ok) throw new Error(made.error.code);
  const page = await open({}, "Twenty rooms");
  const blocks = page.locator(".days .blk");
  await eventually(async () => expect(await blocks.count()).toBeGreaterThanOrEqual(150));
  // Each block has room for some words of its title, whatever stands beside it.
  const widths = await blocks.evaluateAll((all) => all.map((block) => block.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(88);
  expect((await measure(page, false)).sideways).toBe(0);
  await page.getByRole("link", { name: "Table", exact: true }).click();
  const rows = page.getByRole("table", { name: /^Sessions with the local start/ }).locator("tbody a");
  await eventually(async () => expect(await rows.count()).toBe(150));
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

async function open(context: Parameters<Device["another"]>[0] = {}, conference = january): Promise<Page> {
  const made: BrowserContext = await device.another(context);
  const page = await made.newPage();
  await page.goto(server.invite("scheduler"));
  await page.locator("header select").first().selectOption({ label: conference });
  await page.locator(".days .blk").first().waitFor();
  return page;
}

async function openSession(name: string): Promise<Page> {
  const page = await open();
  await page.getByRole("link", { name }).click();
  await page.getByRole("region", { name: "Move", exact: true }).waitFor();
  return page;
}

/** Light and dark, laptop and phone: axe, nothing over the side, keys for a finger. */
async function looksRight(page: Page, state: string): Promise<void> {
  for (const size of [laptop, phone]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations(page), `${state}, ${size.width}, ${colorScheme}`).toEqual([]);
    }
    const { textSize, ...measures } = await measure(page, size === phone);
    expect(measures, `${state}, ${size.width}`).toEqual({ sideways: 0, smallKeys: [], smallTexts: [] });
    expect(textSize).toBeGreaterThanOrEqual(16);
  }
  await page.setViewportSize(narrow);
  expect((await measure(page, true)).sideways, `${state}, ${narrow.width}`).toBe(0);
}

/** A session of half an hour in the sample's Durban room. */
async function holdInDurban(title: string, wall: string | null): Promise<void> {
  const reply = await scheduler.call("planner", {});
  if (!reply.ok) throw new Error(reply.error.code);
  const { rooms, conferences } = reply.value.plan;
  const conference = Object.values(conferences).find((each) => each?.name === january);
  const room = Object.values(rooms).find((each) => each?.city === "Durban" && each.conferenceId === conference?.id);
  if (room === undefined) throw new Error("the sample has no room in Durban");
  const { conferenceId, zone, id: hostRoomId } = room;
  const start = wall === null ? null : { wall, zone };
  const session = { conferenceId, title, minutes: 30, hostRoomId, start };
  const made = await scheduler.call("createSession", { commandId: newCommandId(), ...session });
  if (!made.ok) throw new Error(made.error.code);
}
