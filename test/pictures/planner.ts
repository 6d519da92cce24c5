import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { laptop, phone } from "./cast.ts";
import { chooseConference, goTo, openPlanner, take, view } from "./plannerpages.ts";
import { suggesting } from "./plannersuggest.ts";
import { pasted } from "./plannertable.ts";

// npm run pictures -- planner: the planner with January 2020 in it, as docs/scheduling.md shows it.

const root = fileURLToPath(new URL("../..", import.meta.url));
/** In January 2020, so that nothing in the pictures lies in the past: see clock.mjs. */
const clock = { NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` };
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
      await suggesting(browser, server);
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

await main();
