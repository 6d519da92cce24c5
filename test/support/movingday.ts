import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openDevice } from "./browser.ts";
import { handle, january, moving, openDay } from "./dayview.ts";
import { startServer } from "./server.ts";
import type { TestServer } from "./server.ts";
import { eventually } from "./senses.ts";

// Moving a session on the strips of January 2020: where it is done, and what the page says meanwhile.

/** What is moved: 45 minutes on Friday, at 15:00 in Durban. */
export const women = "Women on the line";

/** The demo on a server, and a browser with mouse, keys and fingers. */
export interface Ground {
  readonly server: TestServer;
  /** Friday 10 January, in a page of its own. */
  page(): Promise<Page>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const server = await startServer();
  const device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, hasTouch: true, reducedMotion: "reduce" },
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    server,
    async page() {
      const page = await device.context.newPage();
      await openDay(page, server, january, "2020-01-10");
      return page;
    },
    async close() {
      await device.close();
      await server.close();
    },
  };
}

/** Undo as the page offers it, so that each test begins with the same plan. */
export async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => expect(await nameOf(page, women)).toContain("Fri 10 Jan 15:00 Durban"));
}

/** Until the panel says so of what is in the hand. */
export async function expectMoving(page: Page, times: string): Promise<void> {
  await eventually(async () => expect(await moving(page).textContent()).toBe(`Moving “${women}”, ${times}`));
}

/** What has the focus, by all its words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? "");

/** The handle that has the focus, or in which it is; empty: none. */
export const focusedHandle = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest("[data-handle]")?.textContent ?? "");

/** What a handle is called. */
export const nameOf = (page: Page, title: string): Promise<string | null> =>
  handle(page, title).locator(".sr").textContent();

/** What the live region of the move says. */
export const spoken = (page: Page): Promise<string | null> => page.locator(".day-view [role=status]").textContent();
