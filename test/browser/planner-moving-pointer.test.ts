import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { finger, handle, hourWidth, middleOf, moving } from "../support/dayview.ts";
import { expectMoving, focusedHandle, nameOf, openGround, undo, women } from "../support/movingday.ts";
import type { Ground } from "../support/movingday.ts";
import { eventually } from "../support/senses.ts";

// A session is moved on the strips of January 2020 by mouse and by finger.

let ground: Ground;
let page: Page;

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground?.close());

beforeEach(async () => {
  page = await ground.page();
  return () => page.close();
});

test("mouse: a drag along the strips puts it down where it may start", async () => {
  const hour = await hourWidth(page);
  const { x, y } = await middleOf(handle(page, women));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - hour / 4, y + 3);
  await page.mouse.move(x - hour / 2, y + 3);
  await expectMoving(page, "15:00 to 14:30 in Durban");
  await page.mouse.up();
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await nameOf(page, women)).toContain("Fri 10 Jan 14:30 Durban"));
  await undo(page);
});

test("mouse: let go where it may not start it stays in the hand; Earlier, Later, Put here, Put back", async () => {
  const hour = await hourWidth(page);
  const { x, y } = await middleOf(handle(page, women));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - hour, y);
  await page.mouse.move(x - 3 * hour, y);
  await page.mouse.up();
  await expectMoving(page, "15:00 to 12:00 in Durban");
  await page.getByText("Not possible here").waitFor();
  const panel = page.getByRole("region", { name: /^Moving/ });
  await panel.getByRole("button", { name: "Later" }).click();
  await expectMoving(page, "15:00 to 12:15 in Durban");
  await panel.getByRole("button", { name: "Earlier" }).click();
  await expectMoving(page, "15:00 to 12:00 in Durban");
  await panel.getByRole("button", { name: "Put back" }).click();
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await focusedHandle(page)).toContain(women));
  expect(await nameOf(page, women)).toContain("Fri 10 Jan 15:00 Durban");

  // Taken by its key, moved by a press on the strips.
  await page.getByRole("button", { name: "Move", exact: true }).click();
  const strip = await page.locator("[data-plane]").boundingBox();
  if (strip === null) throw new Error("there are no strips");
  await page.mouse.click(strip.x + 14.5 * hour, strip.y + strip.height - 120);
  await expectMoving(page, "15:00 to 14:30 in Durban");
  await panel.getByRole("button", { name: "Next better" }).click();
  await expectMoving(page, "15:00 to 14:45 in Durban");
  await panel.getByRole("button", { name: "Put here" }).click();
  await eventually(async () => expect(await nameOf(page, women)).toContain("Fri 10 Jan 14:45 Durban"));
  await eventually(async () => expect(await focusedHandle(page)).toContain(women));
  await undo(page);
});

test("mouse: a press on a segment chooses its session, and a segment can be dragged", async () => {
  const segment = page.getByTitle(women).last();
  await segment.click();
  await page.getByRole("region", { name: "The chosen session" }).getByText(women).waitFor();
  const hour = await hourWidth(page);
  const { x, y } = await middleOf(segment);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - hour / 4, y);
  await page.mouse.move(x - hour / 4 - 1, y);
  await expectMoving(page, "15:00 to 14:45 in Durban");
  // Taken back in the middle of the drag.
  await page.keyboard.press("Escape");
  await moving(page).waitFor({ state: "hidden" });
  await page.mouse.move(x - hour, y);
  await page.mouse.up();
  expect(await moving(page).isVisible()).toBe(false);
  expect(await nameOf(page, women)).toContain("Fri 10 Jan 15:00 Durban");
});

test("finger: to the side it moves the session, up and down it scrolls the page", async () => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const hour = await hourWidth(page);
  const touch = await finger(page);
  const before = await middleOf(handle(page, women));
  await touch.down(before.x, before.y);
  for (const up of [20, 60, 100, 140]) await touch.move(before.x, before.y - up);
  await touch.up();
  await eventually(async () => expect(await page.evaluate(() => scrollY)).toBeGreaterThan(30));
  expect(await moving(page).isVisible()).toBe(false);
  // It may roll on for a while.
  await eventually(async () => {
    const there = await page.evaluate(() => {
      scrollTo(0, 0);
      return new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY))),
      );
    });
    expect(there).toBe(0);
    expect(await middleOf(handle(page, women))).toEqual(before);
  });
  const { x, y } = await middleOf(handle(page, women));
  await touch.down(x, y);
  for (const left of [6, 12, 20, hour / 4, hour / 2]) await touch.move(x - left, y);
  await expectMoving(page, "15:00 to 14:30 in Durban");
  await touch.up();
  await eventually(async () => expect(await nameOf(page, women)).toContain("Fri 10 Jan 14:30 Durban"));
  await undo(page);
});
