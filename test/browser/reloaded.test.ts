import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stage } from "../../shared/stage/model.ts";
import { allInPlace, hears, openFivePages, pageNames } from "../support/fivepages.ts";
import type { FivePages, PageName } from "../support/fivepages.ts";
import { clock } from "../support/hearing.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { stageOf } from "../support/session.ts";

// Each of five pages in the middle of a session is reloaded, one after the other: it is back in its place by itself.

let five: FivePages;
let before: Stage;

beforeAll(async () => {
  five = await openFivePages();
});
afterAll(() => five?.close());

test("five pages are in the middle of a session", async () => {
  await allInPlace(five);
  before = await stageOf(five.moderator, five.session);
});

/** What each page shows of its own place. */
const places: Readonly<Record<PageName, (page: Page) => Promise<unknown>>> = {
  durban: (page) => page.getByRole("button", { name: "Mute Durban" }).waitFor(),
  chennai: (page) => page.getByRole("button", { name: "Mute Chennai" }).waitFor(),
  speaker: (page) => page.getByRole("button", { name: "Camera off" }).waitFor(),
  listener: (page) => page.getByRole("heading", { name: "You are second" }).waitFor(),
  console: (page) => page.getByRole("button", { name: "Preview Chennai", pressed: true }).waitFor(),
};

test.for(pageNames)("%s is reloaded: heard, seen and in its place as before", async (name) => {
  const { moderator, session, pages, marks } = five;
  const page = pages[name];
  const gone = clock();
  await page.reload();
  await places[name](page);
  await eventually(async () => {
    expect(heard(await tonesIn(page, [...marks.values()]), hears[name])).toEqual(hears[name]);
  });
  console.log(`${name}: in its place and hearing ${((clock() - gone) / 1000).toFixed(1)} s after the press`);
  await allInPlace(five);
  const { queue, floor, openRooms, muted, program, screens, desk, people } = await stageOf(moderator, session);
  expect({ queue, floor, openRooms, muted, program, screens, desk, people }).toEqual({
    queue: before.queue,
    floor: before.floor,
    openRooms: before.openRooms,
    muted: before.muted,
    program: before.program,
    screens: before.screens,
    desk: before.desk,
    people: before.people,
  });
});
