import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { laptop, phone } from "./cast.ts";
import { pasted } from "./plannertable.ts";
import { shrink } from "./png.ts";

// npm run pictures -- planner: the planner with January 2020 in it, as docs/scheduling.md shows it.

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.argv[2] ?? `${root}docs/pictures`;
/** In January 2020, so that nothing in the pictures lies in the past: see clock.mjs. */
const clock = { NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` };
const conference = "Four Regions, January 2020";
const friday = "#day/2020-01-10";
const opening = "jan-opening-1";

async function main(): Promise<void> {
  const executablePath = process.env["CHROME_BIN"];
  if (executablePath === undefined) throw new Error("CHROME_BIN is not set: run this by npm run pictures");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const server = await startServer({ env: clock });
    try {
      await onLaptop(browser, server);
      await onPhone(browser, server);
    } finally {
      await server.close();
    }
    await firstDay(browser);
  } finally {
    await browser.close();
  }
}

async function onLaptop(browser: Browser, server: TestServer): Promise<void> {
  const page = await openPlanner(browser, server.invite("scheduler"), laptop);
  await chooseConference(page);
  await view(page, "Overview");
  await page.getByRole("heading", { name: "Sunday 12 January" }).waitFor();
  await take(page, "overview");
  // What mends it is looked for once it is in sight.
  await page.getByRole("heading", { name: "1 conflict" }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: /^Open the Durban room from 19:00/ }).waitFor();
  await take(page, "conflict", "#conflicts");

  await goTo(page, friday);
  await page.getByRole("button", { name: /^Opening plenary/ }).waitFor();
  await take(page, "day");
  await page.getByRole("button", { name: /^Opening plenary/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Moving “Opening plenary”/ }).waitFor();
  for (let quarter = 0; quarter < 4; quarter += 1) await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: /16:15 to 17:15 in Durban/ }).waitFor();
  await take(page, "moving", ".day-view");
  await page.keyboard.press("Escape");

  await goTo(page, `#session/2020-01-10/${opening}`);
  await page.getByRole("heading", { name: "Opening plenary", level: 1 }).waitFor();
  await page.getByText("17:00 costs least").waitFor();
  await take(page, "session");
  await view(page, "Table");
  await page.getByRole("heading", { name: "Burden of each group" }).waitFor();
  await take(page, "table");

  await view(page, "Overview");
  await page.getByRole("button", { name: "Release…" }).click();
  await page.getByRole("dialog").getByRole("checkbox").first().waitFor();
  await take(page, "release");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Paste sessions" }).click();
  await page.getByLabel("Table of sessions").fill(pasted);
  await page.getByText("1 of 4 rows not understood").waitFor();
  await take(page, "paste");
  await page.context().close();
}

/** One session with all its local times, in the hand. */
async function onPhone(browser: Browser, server: TestServer): Promise<void> {
  const page = await openPlanner(browser, server.invite("scheduler"), phone);
  await chooseConference(page);
  await goTo(page, `#session/2020-01-10/${opening}`);
  await page.getByRole("heading", { name: "Opening plenary", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Later" }).first().click();
  await page.getByRole("button", { name: "Put here" }).first().waitFor();
  await take(page, "phone");
  await page.context().close();
}

/** The first day of a server: nothing in it yet. */
async function firstDay(browser: Browser): Promise<void> {
  const server = await startServer({ demo: false, env: clock });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["server/cli/invite.ts", "scheduler"], {
      cwd: root,
      env: { ...process.env, ...clock, DATA_DIR: server.dataDir, PUBLIC_URL: server.url },
    });
    const invite = /http\S+#\S+/.exec(stdout)?.[0];
    if (invite === undefined) throw new Error(`no invite in: ${stdout}`);
    const page = await openPlanner(browser, invite, laptop);
    await page.getByRole("button", { name: "Create conference" }).waitFor();
    await take(page, "empty");
    await page.context().close();
  } finally {
    await server.close();
  }
}

async function openPlanner(browser: Browser, invite: string, size: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Africa/Johannesburg", ...size });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(invite);
  await page.waitForURL(/\/planner/);
  return page;
}

async function chooseConference(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Conference" }).selectOption({ label: conference });
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Views of the plan" }).getByRole("link", { name, exact: true }).click();
}

/** To a place of the planner, as a link within the page does. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** The page from its top, or from `part` on, as `planner-NAME.png`. */
async function take(page: Page, name: string, part?: string): Promise<void> {
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

await main();
