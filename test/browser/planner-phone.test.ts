import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { january } from "../support/dayview.ts";
import { measure } from "../support/looks.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// The planner in a hand: a list of sessions, one of them with its local times, moved by the thumb, put down, taken back.
// Nothing is wider than the phone, and every key takes a finger.

const size = { width: 360, height: 640 };

let server: TestServer;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const device = await openDevice({
    bare: true,
    context: { viewport: size, hasTouch: true, isMobile: true, deviceScaleFactor: 2, reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  page = await device.page(server.invite("scheduler"));
  page.setDefaultTimeout(10_000);
  // The phone draws the list of a select itself.
  await page.getByRole("combobox", { name: "Conference" }).selectOption({ label: january });
  await page.getByRole("region", { name: "Friday 10 January" }).waitFor();
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("the overview lists the sessions of each day; nothing reaches over the side", async () => {
  const friday = page.getByRole("region", { name: "Friday 10 January" }).getByRole("link");
  expect((await friday.allInnerTexts()).map((text) => text.split("\n")[0])).toContainEqual(
    expect.stringMatching(/^16:15/),
  );
  await expectFits();
});

test("the day is a list of its sessions with every place's local time", async () => {
  await goTo("Day");
  await page.getByRole("heading", { level: 1, name: "Friday 10 January" }).waitFor();
  const sessions = page.getByRole("table", { name: "The day’s sessions in the places’ local times" });
  const cities = await sessions.getByRole("columnheader").allInnerTexts();
  const plenary = sessions.getByRole("rowgroup").filter({ hasText: "Opening plenary" });
  const row = sessions.getByRole("row").filter({ hasText: "16:15" });
  const times = (await row.getByRole("cell").allInnerTexts()).map((text) => text.trim());
  expect(Object.fromEntries(cities.map((city, i) => [city, times[i]]))).toEqual({
    "Los Angeles": "06:15",
    "San Salvador": "08:15",
    Durban: "16:15",
    Chennai: "19:45",
  });
  await expectFits();
  await plenary.getByRole("link", { name: "Opening plenary", exact: true }).tap();
});

test("one session: later, earlier, the next better start; put there, and taken back", async () => {
  await page.getByRole("heading", { level: 1, name: "Opening plenary" }).waitFor();
  await expectWhen("Fri 10 Jan, 16:15");
  await expectFits();
  await tap("Later");
  await expectWhen("Fri 10 Jan, 16:30");
  await tap("Later");
  await expectWhen("Fri 10 Jan, 16:45");
  await tap("Earlier");
  await expectWhen("Fri 10 Jan, 16:30");
  // In the hand: what it would be says where it was, each place has its new time, and nothing is sent.
  await page.getByText("Was Fri 10 Jan, 16:15").waitFor();
  const places = page.getByRole("table", { name: /^Every place/ });
  expect(await places.getByRole("row", { name: /Los Angeles/ }).innerText()).toContain("06:30");
  await expectFits();
  await tap("Put back");
  await expectWhen("Fri 10 Jan, 16:15");

  const better = keyOf(/^(Next better: )?.*costs/);
  const [, time] = /(\d\d:\d\d), costs/.exec(await better.innerText()) ?? [];
  await expectUnderThumb(better);
  await better.tap();
  await expectWhen(`Fri 10 Jan, ${time}`);
  await tap("Put here");
  await keyOf("Put here").waitFor({ state: "detached" });
  await expectWhen(`Fri 10 Jan, ${time}`);
  await page.getByRole("button", { name: "Undo", exact: true }).tap();
  await expectWhen("Fri 10 Jan, 16:15");
});

test("the table scrolls within itself, and finds", async () => {
  await goTo("Table");
  await page.getByRole("table", { name: /^Sessions with the local start/ }).waitFor();
  await expectFits();
});

test("what is wrong is mended with a finger", async () => {
  await goTo("Overview");
  const item = page.getByRole("listitem").filter({ hasText: "“Migration and work” outlasts the room" });
  await item.scrollIntoViewIfNeeded();
  const mend = item.getByRole("button", { name: /^Open the Durban room/ });
  await mend.waitFor();
  await expectFits();
  await mend.tap();
  await item.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).tap();
  await item.waitFor();
});

test("every form fits", async () => {
  const more = page.getByRole("button", { name: "More…", exact: true });
  await more.tap();
  await expectFormFits("More…");
  for (const name of forms) {
    await more.tap();
    await page.getByRole("dialog").getByRole("button", { name, exact: true }).first().tap();
    // The list's own title is gone, the form's is there.
    await page.getByRole("heading", { name: "All of the plan" }).waitFor({ state: "detached" });
    await expectFormFits(name);
  }
});

/** What is opened out of "More…". */
const forms = [
  "Add session",
  "Release…",
  "Durban",
  "Workers' college",
  "Gauteng",
  "Thandi M.",
  "Spanish and English",
  "Name, city and days…",
  "Duplicate a day…",
  "Paste sessions",
  "Plan as a file…",
  "What was done…",
  "Keys…",
] as const;

/** Looks at the form that is open, and puts it away. */
async function expectFormFits(name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await expectFits(name);
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth), name).toBe(0);
  const away = dialog.getByRole("button", { name: /^(Cancel|Close)$/ }).first();
  await away.tap();
  await dialog.waitFor({ state: "detached" });
}

async function goTo(view: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Views of the plan" })
    .getByRole("link", { name: view, exact: true })
    .tap();
}

const keyOf = (name: string | RegExp): Locator =>
  page
    .getByRole("region", { name: "Move", exact: true })
    .getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Presses one of the keys that move it; they are where the thumb is. */
async function tap(name: string): Promise<void> {
  await expectUnderThumb(keyOf(name));
  await keyOf(name).tap();
}

async function expectUnderThumb(key: Locator): Promise<void> {
  const box = await key.boundingBox();
  if (box === null) throw new Error("there is no such key");
  expect(box.y).toBeGreaterThan(size.height / 2);
  expect(box.y + box.height).toBeLessThanOrEqual(size.height);
}

async function expectWhen(when: string): Promise<void> {
  const place = page.getByRole("region", { name: "When", exact: true });
  await eventually(async () => expect(await place.innerText()).toContain(when));
}

/** Nothing reaches over the side, keys take a finger, all can be read. */
async function expectFits(what = ""): Promise<void> {
  const { textSize, ...measures } = await measure(page, true);
  expect(measures, what).toEqual({ sideways: 0, smallKeys: [], smallTexts: [] });
  expect(textSize).toBeGreaterThanOrEqual(16);
}
