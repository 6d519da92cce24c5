import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { dayOf } from "../../shared/plan/times.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { january } from "../support/dayview.ts";
import { inviteAt } from "../support/plannerempty.ts";
import { keysOf } from "../support/plannerkeys.ts";
import { pressKey } from "../support/plannermouse.ts";
import {
  draftOf,
  expectResult,
  expectState,
  headingOf,
  januaryId,
  openForm,
  openPlanner,
  order,
  startsIn,
  titleIn,
} from "../support/plannersuggest.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { zonesOf } from "../support/zonedata.ts";

// Suggest for a part of the conference, worked by keys alone, and in Spanish.

let server: TestServer;
let device: Device;
let thabo: Caller;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  thabo = await openCaller(await inviteAt(server, "scheduler", "--label=Thabo", "--demo"));
  ours.push(() => thabo.close());
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

// Each test's page is a browser of its own: what one has put away is put away there.
beforeEach(async () => {
  const context = await device.another();
  page = await context.newPage();
  return () => context.close();
});

test("only some days, only some sessions; pinned ones stay", async () => {
  const { plan } = await draftOf(thabo);
  const pinned = [...startsIn(plan, januaryId)].find(([id]) => titleIn(plan, id) === "Opening plenary")?.[0];
  if (pinned === undefined) throw new Error("there is no opening plenary");
  const sessionId = plan.occurrences[pinned]?.sessionId;
  if (sessionId === undefined) throw new Error("it is of no session");
  await order(thabo, "updateSession", { sessionId, at: { occurrenceId: pinned, pinned: true } });

  await openPlanner(page, server.invite("scheduler"), january);
  await openForm(page);
  await page.getByText("1 pinned session stays where it is.").waitFor();
  // January 2020 was never released: there is nothing to repair.
  expect(await page.getByRole("group", { name: "What for" }).count()).toBe(0);
  await page.getByRole("radio", { name: "These days" }).check();
  expect(await page.getByRole("button", { name: "Look for better times" }).getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("checkbox", { name: "Saturday 11 January" }).check();
  await pressKey(page, "Look for better times");
  await expectResult(page);
  const days = await expectState(thabo, januaryId, "done");
  expect(days.wish).toMatchObject({ days: ["2020-01-11"], occurrenceIds: null });
  for (const { placements } of days.plans)
    for (const { start } of placements)
      expect(start === null ? null : dayOf(zonesOf(), "Africa/Johannesburg", start.instant)).toBe("2020-01-11");

  await pressKey(page, "Keep the draft");
  await openForm(page);
  await page.getByRole("radio", { name: "These sessions" }).check();
  await page.getByRole("searchbox", { name: "Find a session" }).fill("young");
  await page.getByRole("button", { name: "Choose all 1" }).click();
  await page.getByText(/^1 of \d+ sessions chosen$/).waitFor();
  await pressKey(page, "Look for better times");
  await expectResult(page);
  const some = await expectState(thabo, januaryId, "done");
  expect(some.wish.occurrenceIds?.map((id) => titleIn(plan, id))).toEqual(["Young workers"]);
  await order(thabo, "undo", {});
});

test("by keyboard alone, with the focus in sight: asked for, taken, undone", async () => {
  const starts = await startsNow();
  await openPlanner(page, server.invite("scheduler"), january);
  await page.getByRole("button", { name: /^Suggest ?\d plans? to see$/ }).waitFor();
  const keys = keysOf(page);
  await keys.enter(/^Suggest/);
  await expectResult(page);
  await keys.enter("Keep the draft");
  await keys.enter("Suggest");
  await headingOf(page, "Suggest better link times").waitFor();
  await keys.enter("Look for better times");
  await headingOf(page, "Looking for better link times").waitFor();
  await expectResult(page);
  await keys.expectInSight();
  expect((await keys.focused()).name).toMatch(/^(One plan|(Two|Three) plans to choose from)$/);
  await keys.enter(/^What moves:/);
  await page
    .getByRole("table", { name: /^What moves:/ })
    .first()
    .waitFor();
  await keys.enter("All reasons, by session");
  await keys.tabTo(/^Take the fairest|^Take this plan/);
  await keys.press("Enter");
  const note = page.getByRole("group", { name: /^Taken: the plan/ });
  await note.waitFor();
  await keys.enter("Undo it");
  await note.waitFor({ state: "detached" });
  await eventually(async () => expect(await startsNow()).toEqual(starts));
});

test("in Spanish all of it is", async () => {
  const context = await device.another({ locale: "es-ES" });
  const spanish = await context.newPage();
  await openPlanner(spanish, server.invite("scheduler"), january);
  await spanish.getByRole("button", { name: /^Proponer/ }).click();
  await headingOf(spanish, /para elegir$|^Un plan$/).waitFor();
  await spanish.getByRole("region", { name: /^El más justo/ }).waitFor();
  const shown = await spanish.getByRole("main").innerText();
  expect(shown).toMatch(/horas? para el grupo peor parado/);
  // The sessions' titles are what somebody has written.
  const english = /\b(plan so far|hours?|sessions?|would|proven|worst|draft|take|keep)\b/gi;
  expect(shown.match(english) ?? []).toEqual([]);
  await pressKey(spanish, "Quedarse con el borrador");
  await spanish.getByRole("button", { name: "Proponer", exact: true }).click();
  await headingOf(spanish, "Proponer mejores horas de enlace").waitFor();
  expect((await spanish.getByRole("main").innerText()).match(english) ?? []).toEqual([]);
  await context.close();
});

const startsNow = async (): Promise<ReadonlyMap<OccurrenceId, number | null>> =>
  startsIn((await draftOf(thabo)).plan, januaryId);
