import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionId } from "../../shared/ids.ts";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { big, importBigPlan, january } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { inviteAt } from "../support/plannerempty.ts";
import { goTo, pressKey } from "../support/plannermouse.ts";
import {
  begin,
  draftOf,
  expectResult,
  headingOf,
  januaryId,
  openForm,
  openPlanner,
  order,
  soon,
} from "../support/plannersuggest.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

// axe finds nothing in any state of suggest: the form with all that it can ask, nothing to look for, running, waiting, stopped,
// plans with a session that cannot be placed, a changed draft, a plan on the strips, one taken, the ledger; light and dark.

let server: TestServer;
let thabo: Caller;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  await importBigPlan(server);
  thabo = await openCaller(await inviteAt(server, "scheduler", "--label=Thabo", "--demo"));
  ours.push(() => thabo.close());
  // Nobody can come at that hour.
  await order(thabo, "createSession", {
    conferenceId: januaryId,
    title: "Watch of the night",
    minutes: 60,
    hostRoomId: roomOf(await draftOf(thabo), "Durban"),
    range: { firstDay: "2020-01-10", lastDay: "2020-01-10", earliest: 20 * 60, latest: 23 * 60 },
  });
  await order(thabo, "duplicateConference", { conferenceId: januaryId, name: later, firstDay: "2020-03-06" });
  const device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
  });
  ours.push(() => device.close());
  page = await device.context.newPage();
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

const later = "Four Regions, March 2020";

test("the form, with days, sessions, and what earlier conferences have cost", async () => {
  await openPlanner(page, server.invite("scheduler"), later);
  await goTo(page, "Table");
  await page.getByRole("heading", { name: "Burden over all conferences" }).waitFor();
  const sonsonate = page
    .getByRole("table", { name: /^Hours outside kind hours that each group/ })
    .getByRole("row", { name: /^Sonsonate/ });
  // Twenty rooms was held before too, with a room of the same name in Durban; January; March; carried over; total.
  const none = expect.stringContaining("took no part");
  expect(await sonsonate.getByRole("cell").allInnerTexts()).toEqual([none, "1", "1", "1", "2"]);
  await expectSound("ledger in the table");
  await openForm(page);
  await page.getByRole("checkbox", { name: /^Count what groups have paid at earlier conferences/ }).check();
  await page.getByText("What each group has paid").click();
  await expectSound("form");
  await page.getByRole("radio", { name: "These days" }).check();
  await expectSound("form, days");
  await page.getByRole("radio", { name: "These sessions" }).check();
  await page.getByRole("searchbox", { name: "Find a session" }).fill("plenary");
  await expectSound("form, sessions");
});

test("nothing to look for", async () => {
  const { plan } = await draftOf(thabo);
  const copy = Object.values(plan.conferences).find((each) => each?.name === later);
  if (copy === undefined) throw new Error("there is no copy");
  const living = Object.values(plan.sessions).flatMap((each) => (each?.conferenceId === copy.id ? [each.id] : []));
  for (const sessionId of living) await cancel(sessionId);
  await page.getByText("There is no session that could move: all are cancelled or pinned.").waitFor();
  await expectSound("nothing to look for");
});

test("running, waiting, stopped", async () => {
  await openPlanner(page, server.invite("scheduler"), big);
  await begin(page, "10 minutes");
  await headingOf(page, "Looking for better link times").waitFor();
  await expectSound("begun");
  await page.getByRole("heading", { name: /^The plan so far moves/ }).waitFor({ timeout: soon });
  await expectSound("running");
  await page.getByRole("button", { name: "See it on the strips" }).click();
  await page.getByRole("heading", { name: /^The best plan so far/ }).waitFor();
  await expectSound("the best so far on the strips");
  await pressKey(page, "Back");
  await pressKey(page, "Back to the plan");
  await expectSound("the key while it runs");
  await page.locator(".mast .name select").selectOption({ label: january });
  await begin(page, "30 seconds");
  await headingOf(page, "Waiting for another search").waitFor();
  await expectSound("waiting");
  await pressKey(page, "Back to the plan");
  await page.locator(".mast .name select").selectOption({ label: big });
  await page.getByRole("button", { name: /^Suggest/ }).click();
  await pressKey(page, "Stop and keep this");
  await headingOf(page, "The plan so far").waitFor();
  await expectSound("stopped");
});

test("plans to choose from, what cannot be placed, on the strips, taken, changed since", async () => {
  await page.goto(page.url().replace(/#.*$/, ""));
  await openPlanner(page, server.invite("scheduler"), january);
  await page.getByRole("button", { name: /^Suggest/ }).click();
  await expectResult(page);
  await page.getByRole("heading", { name: "1 session cannot be placed" }).waitFor({ timeout: soon });
  await page.getByRole("heading", { level: 3, name: "Watch of the night" }).waitFor();
  for (const more of await page.locator(".plan-card details > summary").all()) await more.click();
  await expectSound("result");
  await page
    .getByRole("button", { name: /^See it on the strips/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^A suggested plan/ }).waitFor();
  await expectSound("on the strips");
  await pressKey(page, "Back");
  await page.getByRole("button", { name: /^Take (the fairest|this plan)$/ }).click();
  await page.getByRole("group", { name: /^Taken: the plan/ }).waitFor();
  await expectSound("taken");
  await openForm(page);
  await page.getByRole("button", { name: /^See the last suggestion again/ }).click();
  await page.getByText("The draft has changed since this search began").waitFor();
  await expectSound("changed since");
});

const cancel = (sessionId: SessionId): Promise<void> =>
  order(thabo, "updateSession", { sessionId, set: { state: "cancelled" } });

function roomOf({ plan }: Awaited<ReturnType<typeof draftOf>>, name: string) {
  const room = Object.values(plan.rooms).find((each) => each?.conferenceId === januaryId && each.name === name);
  if (room === undefined) throw new Error(`there is no room ${name}`);
  return room.id;
}

async function expectSound(state: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([]);
  }
}
