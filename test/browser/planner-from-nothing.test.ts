import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { handle, hourWidth, moving } from "../support/dayview.ts";
import {
  gathering,
  inviteAt,
  localTimes,
  mistyped,
  participantsInvite,
  pasted,
  readTable,
  startEmpty,
} from "../support/plannerempty.ts";
import { chooseCity, dialogOf, drag, finish, goTo, pressKey, write } from "../support/plannermouse.ts";
import { eventually } from "../support/senses.ts";
import type { TestServer } from "../support/server.ts";

// A scheduler who never saw the planner makes a conference from nothing, by mouse: four rooms, three groups, eight sessions;
// moves one, takes that back, mends what is wrong and releases. Participants see nothing of it until then.

let server: TestServer;
let device: Device;
let page: Page;
let participant: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startEmpty();
  ours.push(() => server.close());
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, timezoneId: "Africa/Johannesburg", reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  await device.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await device.page(await inviteAt(server, "scheduler"));
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("an empty page teaches: a conference, and what the next step is", async () => {
  await page.getByRole("heading", { name: "Nothing to plan yet" }).waitFor();
  await write(page, page.getByRole("textbox", { name: "Name of the conference" }), gathering.name);
  await writeDay("First day", gathering.firstDay);
  await writeDay("Last day", gathering.lastDay);
  await pressKey(page, "Create conference");
  await page.getByRole("heading", { level: 1, name: gathering.name }).waitFor();
  await page.getByRole("heading", { name: "Start with one room" }).waitFor();

  participant = await (await device.another()).newPage();
  await participant.goto(await participantsInvite(server));
  await participant.getByRole("heading", { name: "Nothing is planned yet" }).waitFor();
});

test("four rooms by their cities, with what time it is there as a proof", async () => {
  const [first, ...others] = gathering.rooms;
  await chooseCity(page, page, first);
  // Summer or winter, Durban is two hours ahead of UTC.
  await page.getByText("Africa/Johannesburg, UTC+2").waitFor();
  await pressKey(page, `Add ${first}`);
  await page.getByText(`${first}. More of them with “Add room”.`).waitFor();
  for (const city of others) {
    await pressKey(page, "Add room");
    await chooseCity(page, dialogOf(page), city);
    await finish(page);
  }
  await page.getByText(`${gathering.rooms.join(", ")}. More of them with “Add room”.`).waitFor();
});

test("three groups", async () => {
  const [first, ...others] = gathering.groups;
  await chooseCity(page, page.getByRole("main"), first);
  await write(page, page.getByRole("spinbutton", { name: "How many people" }), "22");
  await pressKey(page, `Add ${first}`);
  await page.getByText(`${first}. More of them with “Add group”.`).waitFor();
  for (const city of others) {
    await pressKey(page, "Add group");
    await chooseCity(page, dialogOf(page), city);
    await finish(page);
  }
});

test("three sessions by the form", async () => {
  await pressKey(page, "Add the first session");
  await fill("Opening plenary", "16:15", 60);
  await finish(page);
  await pressKey(page, "Add session");
  await fill("Reports", "18:30", 45);
  // The browser draws the list of a select itself, outside of the page.
  await dialogOf(page).getByRole("combobox", { name: "Chennai: must or may" }).selectOption({ label: "not linked" });
  await finish(page);
  await pressKey(page, "Add session");
  await fill("Farewell", null, 30);
  await finish(page);
});

test("five out of a spreadsheet, once all is understood", async () => {
  await pressKey(page, "Paste sessions");
  const dialog = dialogOf(page);
  await paste(mistyped);
  await dialog.getByText("1 of 5 rows not understood").waitFor();
  await dialog.getByText("There is no room “Chenai”.").waitFor();
  await paste(pasted);
  await dialog.getByText("All is understood: 5 sessions.").waitFor();
  await finish(page, "Add 5 sessions");
});

test("the table has all eight, each at its local time in every linked city", async () => {
  await goTo(page, "Table");
  await eventually(async () => expect(await readTable(page)).toEqual(localTimes));
});

test("the overview has them by day", async () => {
  await goTo(page, "Overview");
  for (const [day, sessions] of [
    ["Friday 10 January", ["16:15 Opening plenary", "18:30 Reports"]],
    [
      "Saturday 11 January",
      ["05:30 East meets", "14:00 Law and the courts", "18:00 Health workers", "20:00 Hands and tools"],
    ],
    ["Sunday 12 January", ["16:30 Closing plenary"]],
    ["Not placed yet: 1", ["Farewell"]],
  ] as const) {
    const links = page.getByRole("region", { name: day, exact: true }).getByRole("link");
    const names = (await links.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
    expect(names, day).toEqual(sessions.map((session) => expect.stringContaining(session) as unknown));
  }
});

test("on the day one is drawn along the strips, and taken back", async () => {
  await page.getByRole("button", { name: "Saturday 11 January" }).click();
  await page.getByRole("heading", { level: 1, name: "Saturday 11 January" }).waitFor();
  const law = handle(page, "Law and the courts");
  await expectHandle("Sat 11 Jan 14:00 Durban");
  await drag(page, law, await hourWidth(page));
  await moving(page).waitFor({ state: "hidden" });
  await expectHandle("Sat 11 Jan 15:00 Durban");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  expect(await undo.getAttribute("title")).toBe("move “Law and the courts”");
  await undo.click();
  await expectHandle("Sat 11 Jan 14:00 Durban");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expectHandle("Sat 11 Jan 15:00 Durban");
});

test("what is wrong is mended at a press", async () => {
  await page.getByRole("button", { name: /^Look/ }).click();
  await pressKey(page, "The day before: Friday 10 January");
  const list = page.getByRole("region", { name: "1 conflict", exact: true });
  await list.getByText("The Los Angeles room is closed").waitFor();
  await list.getByRole("button", { name: /^Open the Los Angeles room from 06:00/ }).click();
  await page.getByRole("region", { name: "No conflicts on this day" }).waitFor();
});

test("participants see nothing of it until it is released, and then all that is placed, in their own time", async () => {
  expect(await participant.getByRole("heading", { level: 1 }).innerText()).toBe("Nothing is planned yet");
  await page.getByText("Draft, never released").waitFor();
  await pressKey(page, "Release…");
  await dialogOf(page).getByText("Release 1.").waitFor();
  await finish(page, "Release now");
  await page.getByText("As in release 1").waitFor();

  await participant.getByRole("heading", { level: 1, name: "Opening plenary" }).waitFor();
  const others = participant.getByRole("region", { name: "Other sessions" }).getByRole("listitem");
  const listed = (await others.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  expect(listed).toEqual([
    "18:30 Reports",
    "05:30 East meets Sat 11 Jan",
    "15:00 Law and the courts Sat 11 Jan",
    "18:00 Health workers Sat 11 Jan",
    "20:00 Hands and tools Sat 11 Jan",
  ]);
});

/** What the form of a session asks; `time`: in Durban, null: none. */
async function fill(title: string, time: string | null, minutes: number): Promise<void> {
  const dialog = dialogOf(page);
  await write(page, dialog.getByRole("textbox", { name: "Title" }), title);
  await write(page, dialog.getByRole("spinbutton", { name: "Minutes" }), String(minutes));
  if (time !== null) await dialog.getByLabel("Begins, time in Durban").fill(time);
}

/** The browser's own field for days: in what order it takes day and month is the browser's language. */
async function writeDay(label: string, day: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.click();
  await field.fill(day);
}

async function paste(text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await dialogOf(page).getByRole("textbox", { name: "Table of sessions" }).click({ clickCount: 3 });
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
}

async function expectHandle(when: string): Promise<void> {
  await eventually(async () =>
    expect(await handle(page, "Law and the courts").locator(".sr").textContent()).toContain(when),
  );
}
