import type { Locator, Page } from "playwright-core";
import { planFile } from "../../shared/plan/schema.ts";
import { newCommandId, openCaller } from "./caller.ts";
import { bigPlan } from "./bigplan.ts";
import type { TestServer } from "./server.ts";

// The planner's day view in a browser: getting there, and what tests read of it.

export const january = "Four Regions, January 2020";
export const big = "Twenty rooms";

/** A scheduler's page on one day of a conference. */
export async function openDay(page: Page, server: TestServer, conference: string, day: string): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.goto(server.invite("scheduler"));
  await page.getByRole("navigation", { name: "Views of the plan" }).waitFor();
  await page.getByRole("combobox", { name: /^Conference/ }).selectOption({ label: conference });
  await page.evaluate((there) => {
    location.hash = there;
  }, `#day/${day}`);
  await page.getByRole("region", { name: "Strips of the day" }).waitFor();
}

/** Puts the large plan on a server. */
export async function importBigPlan(server: TestServer): Promise<void> {
  const caller = await openCaller(server.invite("scheduler"));
  const file = planFile.parse(bigPlan());
  const reply = await caller.call("importPlan", { commandId: newCommandId(), baseSeq: null, file });
  caller.close();
  if (!reply.ok) throw new Error(reply.error.code);
}

/** A session's handle on the strips or in the tray. */
export const handle = (page: Page, title: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^${title},`) });

/** The panel's heading while something moves: from when to when. */
export const moving = (page: Page): Locator => page.getByRole("heading", { name: /^Moving “/ });

/** Where the middle of something is on the page. */
export async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many pixels an hour is wide on the strips. */
export async function hourWidth(page: Page): Promise<number> {
  const box = await page.locator("[data-plane]").boundingBox();
  if (box === null) throw new Error("there are no strips");
  return box.width / 30;
}

/** From now on the time from frame to frame is taken down. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as Window & { testFrames?: number[] };
    const frames: number[] = [];
    watched.testFrames = frames;
    let last = 0;
    const frame = (at: number): void => {
      if (watched.testFrames !== frames) return;
      if (last !== 0) frames.push(at - last);
      last = at;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The 95th of a hundred frames since `watchFrames`, in milliseconds; throws if there were hardly any. */
export async function slowFrame(page: Page): Promise<number> {
  const frames = await page.evaluate(() => (window as Window & { testFrames?: number[] }).testFrames ?? []);
  if (frames.length < 20) throw new Error(`${frames.length} frames are too few`);
  const sorted = frames.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
}

/** Fingers, as the browser's own input gives them: `touch-action` counts, and the browser may take a gesture for itself. */
export async function finger(page: Page): Promise<{
  down(x: number, y: number): Promise<void>;
  move(x: number, y: number): Promise<void>;
  up(): Promise<void>;
}> {
  const session = await page.context().newCDPSession(page);
  const touch = async (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: { x: number; y: number }[],
  ): Promise<void> => {
    await session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  };
  return {
    down: (x, y) => touch("touchStart", [{ x, y }]),
    move: (x, y) => touch("touchMove", [{ x, y }]),
    up: () => touch("touchEnd", []),
  };
}
