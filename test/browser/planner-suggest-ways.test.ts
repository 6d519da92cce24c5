import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { planFile as fileOf } from "../../shared/plan/file.ts";
import { planFile } from "../../shared/plan/schema.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { clashCases, onFriday } from "../support/clashcases.ts";
import { january } from "../support/dayview.ts";
import { conferenceId, planWith } from "../support/planmaker.ts";
import { inviteAt } from "../support/plannerempty.ts";
import {
  begin,
  draftOf,
  expectResult,
  expectState,
  januaryId,
  openForm,
  openPlanner,
  order,
  startsIn,
  suggestionOf,
} from "../support/plannersuggest.ts";
import { eventually } from "../support/senses.ts";
import { valueOf } from "../support/session.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { zonesOf } from "../support/zonedata.ts";

// What cannot be placed, and the ways out of it, each at one press; a released plan that is mended.

const apart = "Far apart";

let server: TestServer;
let device: Device;
let thabo: Caller;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  // Its clock stands on the conference's first afternoon, for what is past and what can still move.
  const clock = new URL("../pictures/clock.mjs", import.meta.url).href;
  server = await startServer({ env: { NODE_OPTIONS: `--import ${clock}` } });
  ours.push(() => server.close());
  thabo = await openCaller(await inviteAt(server, "scheduler", "--label=Thabo", "--demo"));
  ours.push(() => thabo.close());
  const plan = planWith({ conference: { ...onFriday, name: apart }, ...clashCases["no hour that all share"]?.given });
  const file = planFile.parse(fileOf(plan, conferenceId));
  valueOf(await thabo.call("importPlan", { commandId: newCommandId(), baseSeq: null, file }));
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

beforeEach(async () => {
  const context = await device.another();
  page = await context.newPage();
  return () => context.close();
});

test("no common hour: held twice at one press, taken back, again; then both find a time", async () => {
  await openPlanner(page, server.invite("scheduler"), apart);
  await begin(page, "30 seconds");
  await expectResult(page);
  await page.getByRole("heading", { name: "1 session cannot be placed" }).waitFor();
  await page.getByText(/^“Panel” finds no time\. These do not go together: /).waitFor();
  const twice = page.getByRole("button", { name: "Hold “Panel” twice: once for Tokyo, once for Los Angeles" });
  const done = page.getByRole("group", { name: /^Done: Hold “Panel” twice/ });
  const before = await draftOf(thabo);

  await twice.click();
  await done.waitFor();
  expect(startsIn((await draftOf(thabo)).plan, conferenceId).size).toBe(2);
  await done.getByRole("button", { name: "Undo it" }).click();
  await twice.waitFor();
  expect((await draftOf(thabo)).plan.occurrences).toEqual(before.plan.occurrences);

  await twice.click();
  await done.getByRole("button", { name: "Suggest again" }).click();
  await page.getByText(/^2 of 2 sessions placed\./).waitFor();
  await page.getByRole("button", { name: "Take this plan" }).click();
  await page.getByRole("group", { name: "Taken: the plan “Fairest”. 2 sessions have a time now." }).waitFor();
  const { plan } = await draftOf(thabo);
  expect([...startsIn(plan, conferenceId).values()]).not.toContain(null);
  expect(errorsOf(plan, conferenceId)).toEqual([]);
});

test("a released plan with a room shut for a day: what must move moves, what has begun stays, and all can be undone", async () => {
  const despite = errorsOf((await draftOf(thabo)).plan, januaryId);
  await order(thabo, "release", { conferenceId: januaryId, despite });
  const released = startsIn((await draftOf(thabo)).plan, januaryId);
  await order(thabo, "updateRoom", { roomId: chennai, set: { hours: openButSaturday } });
  const before = await draftOf(thabo);
  expect(errorsOf(before.plan, januaryId).length).toBeGreaterThan(0);

  await openPlanner(page, server.invite("scheduler"), january);
  await openForm(page);
  await page.getByRole("radio", { name: /^Repair Release 1 with as few moves as possible\./ }).check();
  await page.getByRole("radio", { name: "30 seconds" }).check();
  await page.getByRole("button", { name: "Look for better times" }).click();
  await expectResult(page);
  const { plans } = await expectState(thabo, januaryId, "done");
  const [least] = plans;
  if (least === undefined) throw new Error("nothing was found");
  await page.getByText(new RegExp(`^${least.of} of the ${least.of} sessions that may move placed`)).waitFor();
  await page.getByText(`What moves: ${least.movedSessions} sessions`).waitFor();

  await page.getByRole("button", { name: /^Take (the least change|this plan)$/ }).click();
  const note = page.getByRole("group", { name: /^Taken: the plan “Least change”\./ });
  await note.waitFor();
  const after = startsIn((await draftOf(thabo)).plan, januaryId);
  const moved = [...after].filter(([id, start]) => start !== released.get(id));
  expect(moved.length).toBe(least.movedSessions);
  const now = Date.parse("2020-01-10T14:10:00Z");
  for (const [id] of moved) expect(released.get(id)).toBeGreaterThan(now);
  expect(errorsOf((await draftOf(thabo)).plan, januaryId)).toEqual([]);

  await note.getByRole("button", { name: "Undo it" }).click();
  await note.waitFor({ state: "detached" });
  await eventually(async () => expect(startsIn((await draftOf(thabo)).plan, januaryId)).toEqual(released));
});

test("what another scheduler has just moved: the server refuses, the page says it, nothing is taken", async () => {
  await openPlanner(page, server.invite("scheduler"), january);
  await page.getByRole("button", { name: /^Suggest/ }).click();
  await expectResult(page);
  const { plans } = await suggestionOf(thabo, januaryId);
  const moved = plans[0]?.placements.find(({ start }) => start !== null);
  if (moved === undefined) throw new Error("it moves nothing");
  // The page is busy while the other one moves it, and takes the plan before it hears of that.
  const busy = page.waitForEvent("console", (message) => message.text() === "busy");
  const pressed = page.evaluate(() => {
    console.log("busy");
    const end = performance.now() + 1500;
    while (performance.now() < end);
    const keys = [...document.querySelectorAll("button")];
    keys.find(({ textContent }) => textContent.startsWith("Take "))?.click();
  });
  await busy;
  await order(thabo, "moveOccurrence", { occurrenceId: moved.occurrenceId, start: null });
  const before = await draftOf(thabo);
  await pressed;
  await page.getByText("Somebody else changed this a moment ago. Nothing was changed.").waitFor();
  await page.getByText(/^Thabo did this in the meantime, at \d\d:\d\d in Durban: move “/).waitFor();
  await page.getByText("The draft has changed since this search began").waitFor();
  expect((await draftOf(thabo)).seq).toBe(before.seq);
});

/** In the sample. */
const chennai = "jan-room-che";
/** As it was, and on Saturday in the evening only. */
const openButSaturday = {
  rest: "blocked" as const,
  week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 9 * 60, to: 23 * 60, band: "kind" as const, why: "" }],
  dated: [{ date: "2020-01-11", from: 0, to: 17 * 60, band: "blocked" as const, why: "strike" }],
};

/** The conflicts that must not be, by their keys. */
function errorsOf(plan: Parameters<typeof conflicts>[0], id: ConferenceId): string[] {
  return conflicts(plan, zonesOf(), id).flatMap(({ weight, key }) => (weight === "error" ? [key] : []));
}
