import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId } from "../../shared/ids.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { withPlacements } from "../../shared/plan/suggest/placing.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { big, handle, importBigPlan, january } from "../support/dayview.ts";
import { conferenceId as bigId } from "../support/planmaker.ts";
import { inviteAt } from "../support/plannerempty.ts";
import { drag, pressKey } from "../support/plannermouse.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import {
  begin,
  draftOf,
  expectResult,
  expectState,
  headingOf,
  januaryId,
  openForm,
  openPlanner,
  order,
  soon,
  startsIn,
  titleIn,
  suggestionOf,
} from "../support/plannersuggest.ts";
import { zonesOf } from "../support/zonedata.ts";

// One press gives a scheduler plans to choose from: what they cost whom, what they move, and the one command that takes one
// and can be undone. A search outlives its page, is seen by every scheduler, and changes nothing by itself.

let server: TestServer;
let device: Device;
let thabo: Caller;
let page: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  await importBigPlan(server);
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

test("the whole conference: plans side by side, one on the strips, taken, undone", async () => {
  const before = await draftOf(thabo);
  await openPlanner(page, server.invite("scheduler"), january);
  await begin(page, "2 minutes");
  await expectResult(page);
  const suggestion = await expectState(thabo, januaryId, "done");
  // Nothing has changed by it.
  expect((await draftOf(thabo)).seq).toBe(before.seq);

  // What the page says is what was found.
  for (const plan of suggestion.plans) {
    const card = page.getByRole("region", { name: new RegExp(`^${names[plan.kinds[0]]}`) });
    await card.waitFor();
    const bars = await card.getByRole("list", { name: "Hours outside kind hours" }).first().innerText();
    for (const { groupId, burden } of plan.burdens)
      if (burden > 0) expect(bars).toContain(before.plan.groups[groupId]?.name);
    await card.getByRole("list", { name: "Why" }).getByRole("listitem").first().waitFor();
    const moves = card.getByText(/^What moves: \d+ sessions?$/);
    if (plan.movedSessions > 0) expect(await moves.innerText()).toContain(String(plan.movedSessions));
    const isBest = await card.getByText("Proven best", { exact: true }).count();
    expect(isBest > 0).toBe(plan.proof.best);
  }
  const [first] = suggestion.plans;
  if (first === undefined) throw new Error("no plan was found");

  // On the strips: what moves is blue, dashed where it was; nothing can be moved.
  await page
    .getByRole("button", { name: /^See it on the strips/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^A suggested plan, “Fairest”: nothing is changed yet\.$/ }).waitFor();
  await page.getByRole("region", { name: "Strips of the day" }).waitFor();
  expect(await page.locator(".dayboard .seg.moved").count()).toBeGreaterThan(0);
  expect(await page.locator(".plane .seg.was").count()).toBeGreaterThan(0);
  const moved = handle(page, "Opening plenary");
  const placement = first.placements.find(
    ({ occurrenceId }) => titleIn(before.plan, occurrenceId) === "Opening plenary",
  );
  expect(placement).toBeDefined();
  expect(await moved.locator(".sr").textContent()).toContain(", was Fri 10 Jan 16:15 Durban");
  await drag(page, moved, 60);
  await page.keyboard.press("Enter");
  expect(await page.getByRole("heading", { name: /^Moving/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expectResult(page);
  await page.goBack();
  await page.getByRole("heading", { name: /^A suggested plan/ }).waitFor();
  await page.goForward();
  await expectResult(page);
  expect((await draftOf(thabo)).seq).toBe(before.seq);

  // Taken: one edit, and the draft is what was suggested.
  await page.getByRole("button", { name: /^Take (the fairest|this plan)$/ }).click();
  const note = page.getByRole("group", { name: /^Taken: the plan “Fairest”\./ });
  await note.waitFor();
  const taken = await draftOf(thabo);
  expect(taken.seq).toBe(before.seq + 1);
  expect(startsIn(taken.plan, januaryId)).toEqual(startsIn(withPlacements(before.plan, first.placements), januaryId));
  const wrong = conflicts(taken.plan, zonesOf(), januaryId).filter(({ weight }) => weight === "error");
  expect(wrong).toEqual([]);

  await note.getByRole("button", { name: "Undo it" }).click();
  await note.waitFor({ state: "detached" });
  await eventually(async () => expect(await startsNow()).toEqual(startsIn(before.plan, januaryId)));
});

test("watched: it stops at once and keeps the best so far; a closed page and a loaded one change nothing", async () => {
  await openPlanner(page, server.invite("scheduler"), big);
  await begin(page, "10 minutes");
  await headingOf(page, "Looking for better link times").waitFor();
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Looking for better link times"),
  );
  await page
    .getByRole("timer")
    .getByText(/^\d+ seconds?, of at most 10 minutes$/)
    .waitFor();
  await page.getByRole("heading", { name: /^The plan so far moves/ }).waitFor({ timeout: soon });
  await page.getByRole("img", { name: /^After \d+ seconds? this plan costs/ }).waitFor();
  await page.getByRole("list", { name: "How far it is" }).getByText("A first plan").waitFor();

  // The best so far on the strips, while it goes on.
  await page.getByRole("button", { name: "See it on the strips" }).click();
  await page.getByRole("heading", { name: "The best plan so far: nothing is changed yet." }).waitFor();
  expect(await page.getByRole("button", { name: /^Take/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Back", exact: true }).click();

  // In the planner the key says so; a page that is loaded again is where it was.
  await pressKey(page, "Back to the plan");
  await page.getByRole("button", { name: "Suggest… looking" }).click();
  await headingOf(page, "Looking for better link times").waitFor();
  await page.reload();
  await page.locator(".mast .name select").selectOption({ label: big });
  await page.getByRole("button", { name: "Suggest… looking" }).click();
  await headingOf(page, "Looking for better link times").waitFor();
  const { id } = await suggestionOf(thabo, bigId);

  // The page goes, the search does not; another scheduler sees it and stops it.
  await page.context().close();
  const context = await device.another();
  const other = await context.newPage();
  await openPlanner(other, await inviteAt(server, "scheduler", "--label=Rosa", "--demo"), big);
  await other.getByRole("button", { name: "Suggest… looking" }).click();
  await other.getByRole("heading", { name: /^The plan so far moves/ }).waitFor({ timeout: soon });
  const before = performance.now();
  await other.getByRole("button", { name: "Stop and keep this" }).click();
  await headingOf(other, "The plan so far").waitFor();
  // The page's own share, with a browser's press in it; the server's is measured elsewhere.
  expect(performance.now() - before).toBeLessThan(3000);
  await other.getByText("The search was stopped. The plan so far is kept.").waitFor();
  await other
    .getByText(/Stopped early: /)
    .first()
    .waitFor();
  expect(await other.getByText("Proven best", { exact: true }).count()).toBe(0);
  expect(await suggestionOf(thabo, bigId)).toMatchObject({ id, state: "stopped" });
  await other.getByRole("button", { name: "Keep the draft" }).click();
  await other.getByRole("button", { name: "Suggest", exact: true }).waitFor();
  // It can be looked at again.
  await openForm(other);
  await other.getByRole("button", { name: /^See the last suggestion again/ }).click();
  await headingOf(other, "The plan so far").waitFor();
  await context.close();
});

test("one search at a time: the next one waits and says so", async () => {
  await openPlanner(page, server.invite("scheduler"), big);
  await begin(page, "10 minutes");
  await headingOf(page, "Looking for better link times").waitFor();
  await pressKey(page, "Back to the plan");
  await page.locator(".mast .name select").selectOption({ label: january });
  await begin(page, "30 seconds");
  await headingOf(page, "Waiting for another search").waitFor();
  await page.getByText("This search begins by itself when the other one has ended.").first().waitFor();
  // The first one is left.
  await pressKey(page, "Back to the plan");
  await page.locator(".mast .name select").selectOption({ label: big });
  await page.getByRole("button", { name: "Suggest… looking" }).click();
  await pressKey(page, "Leave the draft as it is");
  await page.locator(".mast .name select").selectOption({ label: january });
  await page.getByRole("button", { name: /^Suggest/ }).click();
  await expectResult(page);
});

test("what others change meanwhile is said, and a plan that no longer fits is refused", async () => {
  await openPlanner(page, server.invite("scheduler"), january);
  await page.getByRole("button", { name: /^Suggest/ }).click();
  await expectResult(page);
  const { plans } = await suggestionOf(thabo, januaryId);
  const { plan } = await draftOf(thabo);
  const moved = plans[0]?.placements.find(({ start }) => start !== null);
  if (moved === undefined) throw new Error("it moves nothing");
  const starts = await startsNow();

  // A new title is none of its business: it can still be taken.
  const sessionId = plan.occurrences[moved.occurrenceId]?.sessionId;
  if (sessionId === undefined) throw new Error("there is no such session");
  const title = titleIn(plan, moved.occurrenceId);
  await order(thabo, "updateSession", { sessionId, set: { title: `${title}, once more` } });
  await page.getByText("The draft has changed since this search began").waitFor();
  await page.getByText(new RegExp(`^Thabo at \\d\\d:\\d\\d: change “${title}, once more”$`)).waitFor();
  await page.getByText(/^The plans still break no rule of it/).waitFor();

  // What it would move stands elsewhere.
  await order(thabo, "moveOccurrence", { occurrenceId: moved.occurrenceId, start: null });
  await page.getByText("Plans that no longer fit cannot be taken.").waitFor();
  const take = page.getByRole("button", { name: /^Take (the fairest|this plan)$/ });
  expect(await take.getAttribute("aria-disabled")).toBe("true");
  expect(await take.getAttribute("title")).toBe("This plan does not fit the draft any more");
  await take.click({ force: true });
  const then = await startsNow();
  expect(then).toEqual(new Map([...starts, [moved.occurrenceId, null]]));

  // As it was: it fits again.
  for (let i = 0; i < 2; i += 1) await order(thabo, "undo", {});
  await page.getByText("The draft has changed since this search began").waitFor({ state: "detached" });
  expect(await take.getAttribute("aria-disabled")).toBe(null);
  expect(await startsNow()).toEqual(starts);
});

test("a server that is killed and started anew: the page says so by itself, and has the best plan until then", async () => {
  await openPlanner(page, server.invite("scheduler"), big);
  await begin(page, "10 minutes");
  await page.getByRole("heading", { name: /^The plan so far moves/ }).waitFor({ timeout: soon });
  // What it has found is written down within a second or two.
  const seconds = async (): Promise<number> => Number.parseInt((await page.getByRole("timer").textContent()) ?? "", 10);
  const found = await seconds();
  await eventually(async () => expect(await seconds()).toBeGreaterThan(found + 3));
  await server.kill("SIGKILL");
  await page.getByText("Line lost").first().waitFor();
  await server.start();
  await page.getByText(/^The server restarted, which interrupted the search\./).waitFor({ timeout: soon });
  await page.getByRole("button", { name: "Suggest again" }).waitFor();
});

const names = { fairest: "Fairest", "least-total": "Least total", "least-change": "Least change" } as const;

const startsNow = async (conferenceId: ConferenceId = januaryId): Promise<ReadonlyMap<OccurrenceId, number | null>> =>
  startsIn((await draftOf(thabo)).plan, conferenceId);
