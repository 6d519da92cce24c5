import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { big, handle, importBigPlan, middleOf, moving, openDay, slowFrame, watchFrames } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// 20 rooms, 20 groups and 150 sessions: the strips are there at once, and follow pointer and keys without a stutter.

let server: TestServer;
let device: Device;
let page: Page;

/** Milliseconds. */
const firstPaint = 1000;
const slowest = 50;

beforeAll(async () => {
  server = await startServer();
  await importBigPlan(server);
  device = await openDevice({ bare: true, context: { viewport: { width: 1280, height: 800 } } });
  page = await device.context.newPage();
  await openDay(page, server, big, "2020-01-10");
});
afterAll(async () => {
  await device?.close();
  await server?.close();
});

test("the strips are painted within a second of opening the page", async () => {
  // When the first session's flag was in a frame, counted from the navigation.
  await page.addInitScript(() => {
    const watched = window as Window & { testPainted?: number };
    new MutationObserver((_changes, observer) => {
      if (document.querySelector("[data-flag]") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        setTimeout(() => {
          watched.testPainted = performance.now();
        });
      });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  const painted = await page.waitForFunction(() => (window as Window & { testPainted?: number }).testPainted);
  expect(await painted.jsonValue()).toBeLessThan(firstPaint);
});

test("so many sessions share flags, and each is found in their lists", async () => {
  const shared = page.getByRole("button", { name: /^\d\d:\d\d \d+ sessions/ });
  const counts = await shared.allTextContents();
  const items: string[] = [];
  for (let i = 0; i < counts.length; i += 1) {
    await shared.nth(i).click();
    items.push(
      ...(await page
        .getByRole("list", { name: /^Sessions from/ })
        .getByRole("button")
        .allTextContents()),
    );
    await shared.nth(i).click();
  }
  const alone = await page.locator("[data-handle]").allTextContents();
  const held = await page.locator(".dayboard .seg").evaluateAll((all) => all.map((each) => each.dataset["occurrence"]));
  const begun = new Set(held).size - (items.length + alone.length);
  // What began on the evening before has its flag there.
  expect(begun).toBeGreaterThanOrEqual(0);
  expect(begun).toBeLessThan(10);
  expect(new Set([...items, ...alone]).size).toBe(items.length + alone.length);
  expect(await violations(page)).toEqual([]);
});

test("a hundred moves by keys", async () => {
  await chooseOne();
  await page.keyboard.press("Enter");
  await moving(page).waitFor();
  await watchFrames(page);
  const keys = ["ArrowRight", "ArrowRight", "Shift+ArrowLeft", "ArrowRight", "ArrowLeft", "Shift+ArrowRight", "]", "["];
  for (let i = 0; i < 100; i += 1)
    await page.keyboard.press(i % 25 === 24 ? "PageDown" : (keys[i % keys.length] ?? "b"));
  expect(await slowFrame(page)).toBeLessThanOrEqual(slowest);
  await page.keyboard.press("Escape");
});

test("a hundred moves by pointer", async () => {
  await openDay(page, server, big, "2020-01-10");
  const { x, y } = await middleOf(page.locator(`[data-handle="${await chooseOne()}"]`));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  await moving(page).waitFor();
  await watchFrames(page);
  for (let i = 0; i < 100; i += 1) await page.mouse.move(x + ((i * 7) % 300) - 100, y + (i % 3));
  expect(await slowFrame(page)).toBeLessThanOrEqual(slowest);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await moving(page).isVisible()).toBe(false);
});

/** Chooses a session out of a shared flag: it has a flag of its own then. @returns its id */
async function chooseOne(): Promise<string> {
  await page
    .getByRole("button", { name: /^\d\d:\d\d \d+ sessions/ })
    .nth(2)
    .click();
  const item = page
    .getByRole("list", { name: /^Sessions from/ })
    .getByRole("button")
    .first();
  const id = await item.getAttribute("data-occurrence");
  const title = await item.locator("b").textContent();
  if (id === null || title === null) throw new Error("the list has no session");
  await item.click();
  await handle(page, title).waitFor();
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute("data-handle") === wanted, id);
  return id;
}
