import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { handle, moving } from "../support/dayview.ts";
import {
  gathering,
  inviteAt,
  localTimes,
  participantsInvite,
  pasted,
  readTable,
  startEmpty,
} from "../support/plannerempty.ts";
import { keysOf } from "../support/plannerkeys.ts";
import type { Keys } from "../support/plannerkeys.ts";
import { eventually } from "../support/senses.ts";
import type { TestServer } from "../support/server.ts";

// The same conference from nothing without a pointer: four rooms, three groups, eight sessions, the move itself on the day's
// strips, a mend, an undo, a release. At every stop one sees where the focus is.

let server: TestServer;
let page: Page;
let keys: Keys;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startEmpty();
  ours.push(() => server.close());
  const device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, timezoneId: "Africa/Johannesburg", reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  await device.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await device.page(await inviteAt(server, "scheduler"));
  page.setDefaultTimeout(10_000);
  keys = keysOf(page);
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("a conference", async () => {
  await page.getByRole("heading", { name: "Nothing to plan yet" }).waitFor();
  await keys.write("Name of the conference", gathering.name);
  await keys.writeParts("First day", gathering.firstDay);
  await keys.writeParts("Last day", gathering.lastDay);
  await keys.enter("Create conference");
  await page.getByRole("heading", { name: "Start with one room" }).waitFor();
  await expectFocusKept();
});

test("four rooms", async () => {
  const [first, ...others] = gathering.rooms;
  await chooseCity(first);
  await keys.enter(`Add ${first}`);
  await page.getByText(`${first}. More of them with “Add room”.`).waitFor();
  await expectFocusKept();
  for (const city of others) {
    await keys.enter("Add room");
    await page.getByRole("dialog").waitFor();
    await chooseCity(city);
    await save();
    await expectFocus("Add room");
  }
  await page.getByText(`${gathering.rooms.join(", ")}. More of them with “Add room”.`).waitFor();
});

test("three groups", async () => {
  const [first, ...others] = gathering.groups;
  await chooseCity(first);
  await keys.write("How many people", "22");
  await keys.enter(`Add ${first}`);
  await page.getByText(`${first}. More of them with “Add group”.`).waitFor();
  await expectFocusKept();
  for (const city of others) {
    await keys.enter("Add group");
    await page.getByRole("dialog").waitFor();
    await chooseCity(city);
    await save();
    await expectFocus("Add group");
  }
});

test("three sessions by the form", async () => {
  await keys.enter("Add the first session");
  await fill("Opening plenary", "16:15", 60);
  await save();
  await expectFocusKept();
  await keys.enter("Add session");
  await fill("Reports", "18:30", 45);
  await keys.tabTo("Chennai: must or may");
  await keys.type("not");
  await save();
  await expectFocus("Add session");
  await keys.enter("Add session");
  await fill("Farewell", null, 30);
  await save();
  await expectFocus("Add session");
});

test("five out of a spreadsheet; the table has all eight", async () => {
  await keys.enter("Paste sessions");
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), pasted);
  await keys.tabTo("Table of sessions");
  await keys.press("Control+v");
  await page.getByText("All is understood: 5 sessions.").waitFor();
  await save("Add 5 sessions");
  await expectFocus("Paste sessions");
  await eventually(async () => expect(await readTable(page)).toEqual(localTimes));
});

test("the overview, and from it to the day, whose sessions are one stop", async () => {
  await keys.enter("Overview");
  await page.getByRole("region", { name: "Saturday 11 January", exact: true }).waitFor();
  await keys.enter("Saturday 11 January");
  await page.getByRole("heading", { level: 1, name: "Saturday 11 January" }).waitFor();
  await chooseHandle("Law and the courts");
  const before = await keys.focused();
  await keys.press("Tab");
  expect((await keys.focused()).name).not.toContain("Sat 11 Jan");
  await keys.press("Shift+Tab");
  expect(await keys.focused()).toEqual(before);
});

test("a session is taken, moved by its keys and put down on the strips; undone and made again", async () => {
  await keys.press("Enter");
  await moving(page).waitFor();
  await keys.press("ArrowRight", 3);
  await keys.press("Shift+ArrowRight");
  await keys.press("ArrowLeft", 3);
  await eventually(async () =>
    expect(await moving(page).textContent()).toBe("Moving “Law and the courts”, 14:00 to 15:00 in Durban"),
  );
  await keys.expectInSight();
  await keys.press("Enter");
  await moving(page).waitFor({ state: "hidden" });
  await expectFocus(/^Law and the courts, Sat 11 Jan 15:00 Durban/);
  await keys.press("Control+z");
  await expectFocus(/^Law and the courts, Sat 11 Jan 14:00 Durban/);
  await keys.press("Control+y");
  await expectFocus(/^Law and the courts, Sat 11 Jan 15:00 Durban/);
});

test("two days on, a better start, a mend, an undo: at most 40 keys, the first from the page's beginning", async () => {
  await keys.press("PageUp");
  await page.getByRole("heading", { level: 1, name: "Friday 10 January" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Friday 10 January" }).waitFor();
  const begun = keys.count();
  // Over what stands at the head of every view.
  await keys.press("Tab");
  await expectFocus("To the content");
  await keys.press("Enter");
  await chooseHandle("Reports");
  await keys.press("Enter");
  await keys.press("PageDown", 2);
  await keys.press("Shift+ArrowRight");
  await eventually(async () => expect(await moving(page).textContent()).toMatch(/ to Sun 12 Jan 19:30 in Durban$/));
  const offered = page.getByText("Next better:").locator("..");
  const [, time, cost] = /: (\d\d:\d\d), costs (\S+) in all/.exec(await offered.innerText()) ?? [];
  await keys.press("b");
  await eventually(async () =>
    expect(await moving(page).textContent()).toMatch(new RegExp(` to Sun 12 Jan ${time} in Durban$`)),
  );
  await keys.press("Enter");
  await expectFocus(new RegExp(`^Reports, Sun 12 Jan ${time} Durban.*, costs ${cost} hours$`));

  await keys.press("PageUp", 2);
  await page.getByRole("heading", { level: 1, name: "Friday 10 January" }).waitFor();
  const wrong = page.getByText("“Opening plenary” is in a closed room");
  await wrong.waitFor();
  const mend = page.getByRole("button", { name: /^Open the Los Angeles room from 06:00/ });
  await mend.waitFor();
  await keys.enter(/^Open the Los Angeles room from 06:00/);
  await wrong.waitFor({ state: "detached" });
  await keys.press("Control+z");
  await wrong.waitFor();
  expect(keys.count() - begun).toBeLessThanOrEqual(40);

  // The last edit was the mend, the one before it the move.
  await keys.press("Control+z");
  await handle(page, "Reports").waitFor();
  await eventually(async () =>
    expect(await handle(page, "Reports").locator(".sr").textContent()).toContain("Fri 10 Jan 18:30 Durban"),
  );
});

test("released with what is left so; participants have it", async () => {
  await keys.enter("Release…");
  await keys.tabTo(/^Leave it so: “Opening plenary” is in a closed room/);
  await keys.press("Space");
  await save("Release now");
  await expectFocus("Release…");
  await page.getByText("As in release 1").waitFor();
  const participant = await page.context().newPage();
  await participant.goto(await participantsInvite(server));
  await participant.getByRole("heading", { level: 1, name: "Opening plenary" }).waitFor();
  await participant.getByRole("link", { name: "15:00 Law and the courts" }).waitFor();
});

/** Types a city's first letters and takes the first of the list. */
async function chooseCity(city: string): Promise<void> {
  await keys.write("City", city.slice(0, -1));
  await page.getByRole("option", { name: city }).first().waitFor();
  await keys.press("Enter");
  await eventually(async () => expect((await keys.focused()).value).toBe(city));
}

async function fill(title: string, time: string | null, minutes: number): Promise<void> {
  await page.getByRole("dialog").waitFor();
  await keys.write("Title", title);
  await keys.write("Minutes", String(minutes));
  if (time !== null) await keys.writeParts("Begins, time in Durban", time);
}

async function save(name = "Save"): Promise<void> {
  await keys.enter(name);
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Tabs to the strips and goes on by arrows to this session. */
async function chooseHandle(title: string): Promise<void> {
  await keys.tabTo(/, \w{3} 1\d Jan \d\d:\d\d /);
  for (let i = 0; i < 8 && !(await keys.focused()).name.startsWith(title); i += 1) await keys.press("ArrowRight");
  await keys.expectInSight();
  expect((await keys.focused()).name).toMatch(new RegExp(`^${title},`));
}

async function expectFocus(name: string | RegExp): Promise<void> {
  await eventually(async () => {
    const now = await keys.focused();
    if (typeof name === "string") expect(now.name).toBe(name);
    else expect(now.name).toMatch(name);
  }, 5000);
  await keys.expectInSight();
}

/** The page has changed under the focus: it has gone somewhere, and not back to the page's beginning. */
async function expectFocusKept(): Promise<void> {
  await eventually(
    async () => expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY"),
    5000,
  );
}
