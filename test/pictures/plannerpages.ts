import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { shrink } from "./png.ts";

// What all pictures of the planner need.

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/pictures", import.meta.url));
const conference = "Four Regions, January 2020";

/** A planner's page in Durban's time. */
export async function openPlanner(browser: Browser, invite: string, size: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Africa/Johannesburg", ...size });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(invite);
  await page.waitForURL(/\/planner/);
  return page;
}

/** January 2020. */
export async function chooseConference(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Conference" }).selectOption({ label: conference });
}

/** To one of the views. */
export async function view(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Views of the plan" }).getByRole("link", { name, exact: true }).click();
}

/** To a place of the planner, as a link within the page does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** The page from its top, or from `part` on, as `planner-NAME.png`. */
export async function take(page: Page, name: string, part?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.mouse.move(0, 0);
  await page.evaluate(place, part);
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null, undefined, { polling: 200 });
  const shot = shrink(await page.screenshot());
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `planner-${name}.png`), shot);
  console.log(`planner-${name}.png  ${Math.round(shot.length / 1024)} kB`);
}

/** Runs in the page: nothing has the focus's ring, and what is to be seen is in sight. */
function place(part: string | undefined): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const text of document.querySelectorAll("textarea")) text.scrollTo(0, 0);
  if (part === undefined) scrollTo(0, 0);
  else document.querySelector(part)?.scrollIntoView({ block: "start" });
}
