import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { big, importBigPlan, january } from "../support/dayview.ts";
import { measure } from "../support/looks.ts";
import { expectResult, headingOf, openPlanner, soon } from "../support/plannersuggest.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// Suggest in a hand: asked for, watched, looked at as a list, taken and taken back by the thumb. Nothing is wider than the phone,
// every key takes a finger, all can be read; in English and in Spanish.

let server: TestServer;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  await importBigPlan(server);
  const device = await openDevice({
    bare: true,
    context: {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
    },
  });
  ours.push(() => device.close());
  page = await device.context.newPage();
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("asked for, watched and stopped", async () => {
  await openPlanner(page, server.invite("scheduler"), big);
  await tap(/^Suggest$/);
  await headingOf(page, "Suggest better link times").waitFor();
  await page.getByRole("radio", { name: "These sessions" }).tap();
  await expectFits("form, sessions");
  await page.getByRole("radio", { name: "These days" }).tap();
  await expectFits("form, days");
  await page.getByRole("radio", { name: /^The whole conference/ }).tap();
  await page.getByRole("radio", { name: "10 minutes" }).tap();
  await expectFits("form");
  await tap("Look for better times");
  await headingOf(page, "Looking for better link times").waitFor();
  await page.getByRole("heading", { name: /^The plan so far moves/ }).waitFor({ timeout: soon });
  await expectFits("running");
  // The key that ends it is in sight without a scroll.
  const box = await page.getByRole("button", { name: "Stop and keep this" }).boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(640);
  await tap("Stop and keep this");
  await headingOf(page, "The plan so far").waitFor();
  await expectFits("stopped");
});

test("the plans, one under the other; one as a list, taken, taken back", async () => {
  await tap("Back to the plan");
  await page.locator(".mast .name select").selectOption({ label: january });
  await tap(/^Suggest$/);
  await page.getByRole("radio", { name: "30 seconds" }).tap();
  await tap("Look for better times");
  await expectResult(page);
  await expectFits("result");
  for (const more of await page.locator(".plan-card details > summary").all()) await more.tap();
  await expectFits("result, all opened");
  await page
    .getByRole("button", { name: /^See it on the strips/ })
    .first()
    .tap();
  await page.getByRole("heading", { name: /^A suggested plan, “Fairest”/ }).waitFor();
  const sessions = page.getByRole("table", { name: "The day’s sessions in the places’ local times" });
  await sessions.getByText(/, was Fri 10 Jan 16:15 Durban/).waitFor();
  // The session's own page has the draft: nothing leads there.
  expect(await sessions.getByRole("link").count()).toBe(0);
  await expectFits("as a list");
  await page.getByRole("button", { name: /^Take (the fairest|this plan)$/ }).tap();
  const note = page.getByRole("group", { name: /^Taken: the plan “Fairest”/ });
  await note.waitFor();
  await expectFits("taken");
  await note.getByRole("button", { name: "Undo it" }).tap();
  await note.waitFor({ state: "detached" });
});

test("in Spanish it fits too", async () => {
  await page.locator(".mast select").last().selectOption("es");
  await page.getByRole("button", { name: /^Proponer/ }).tap();
  await headingOf(page, "Proponer mejores horas de enlace").waitFor();
  await expectFits("form");
  await page.getByRole("button", { name: /^Ver otra vez la última propuesta/ }).tap();
  await headingOf(page, /para elegir$|^Un plan$/).waitFor();
  await expectFits("result");
  await page.locator(".mast .name select").selectOption({ label: big });
  await page.getByRole("button", { name: /^Proponer/ }).tap();
  await headingOf(page, "El plan hallado hasta ahora").waitFor();
  await expectFits("stopped");
});

async function tap(name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) }).tap();
}

/** Nothing reaches over the side, keys take a finger, all can be read. */
async function expectFits(what: string): Promise<void> {
  const { textSize, ...measures } = await measure(page, true);
  expect(measures, what).toEqual({ sideways: 0, smallKeys: [], smallTexts: [] });
  expect(textSize).toBeGreaterThanOrEqual(16);
}
