import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlanAnswer, PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { finger, handle, hourWidth, january, middleOf, moving, openDay } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { eventually } from "../support/senses.ts";

// A session is moved on the strips of January 2020: by mouse, by finger and by keys. Nothing is sent before it is put down,
// and where it may not start the page says why.

let server: TestServer;
let device: Device;
let page: Page;
/** Another scheduler, without a browser. */
let other: Caller;

beforeAll(async () => {
  server = await startServer();
  other = await openCaller(server.invite("scheduler"));
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, hasTouch: true, reducedMotion: "reduce" },
  });
});
afterAll(async () => {
  other?.close();
  await device?.close();
  await server?.close();
});

beforeEach(async () => {
  page = await device.context.newPage();
  await openDay(page, server, january, "2020-01-10");
  return async () => {
    await page.close();
  };
});

const women = "Women on the line";
const night = "The night shift";
/** Undo as the page offers it, so that each test begins with the same plan. */
async function undo(): Promise<void> {
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => expect(await nameOf(women)).toContain("Fri 10 Jan 15:00 Durban"));
}

test("a handle says which session it is, when in whose time, and what it costs", async () => {
  expect(await nameOf("Opening plenary")).toBe(
    "Opening plenary, Fri 10 Jan 16:15 Durban, 45 minutes, firm, costs 4½ hours",
  );
  await handle(page, "Migration and work").getByText("Look", { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test("keys: taken, moved by quarters, hours and days, put back", async () => {
  await handle(page, women).focus();
  await page.keyboard.press("Enter");
  await expectMoving("15:00 to 15:00 in Durban");
  await page.keyboard.press("ArrowLeft");
  await expectMoving("15:00 to 14:45 in Durban");
  await page.keyboard.press("Shift+ArrowRight");
  await expectMoving("15:00 to 15:45 in Durban");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("PageDown");
  await expectMoving("Fri 10 Jan 15:00 to Sat 11 Jan 15:30 in Durban");
  await page.getByRole("heading", { name: "Saturday 11 January" }).waitFor();
  await page.keyboard.press("PageUp");
  await expectMoving("15:00 to 15:30 in Durban");
  expect(await focusedHandle()).toContain(women);
  await page.keyboard.press("Escape");
  await moving(page).waitFor({ state: "hidden" });
  expect(await focusedHandle()).toContain(women);
  expect(await nameOf(women)).toContain("Fri 10 Jan 15:00 Durban");
  expect(await undoName()).not.toContain(women);
});

test("where it cannot start, the page says why, and so does the live region; [ and ] find where it can", async () => {
  await handle(page, women).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.getByText("Not possible here").waitFor();
  // Durban is set up for the plenary by then.
  const panel = page.getByRole("region", { name: /^Moving/ });
  expect(await panel.textContent()).toMatch(/Opening plenary/);
  await eventually(async () => expect(await spoken()).toMatch(/^Fri 10 Jan 15:15 Durban\. Costs .* Not possible: .+/));
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("]");
  await expectMoving("15:00 to 17:15 in Durban");
  await page.keyboard.press("[");
  await expectMoving("15:00 to 15:00 in Durban");
  await eventually(async () => expect(await spoken()).toMatch(/May start here\.$/));
  await page.keyboard.press("Escape");
});

test("keys: the next better start, put down there, undone", async () => {
  await handle(page, women).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Next better:").waitFor();
  await page.keyboard.press("b");
  await expectMoving("15:00 to 17:15 in Durban");
  await page.keyboard.press("Enter");
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await nameOf(women)).toContain("Fri 10 Jan 17:15 Durban"));
  expect(await focusedHandle()).toContain(women);
  await eventually(async () => expect(await spoken()).toBe(`${women} is put at Fri 10 Jan 17:15 Durban.`));
  await undo();
});

test("mouse: a drag along the strips puts it down where it may start", async () => {
  const hour = await hourWidth(page);
  const { x, y } = await middleOf(handle(page, women));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - hour / 4, y + 3);
  await page.mouse.move(x - hour / 2, y + 3);
  await expectMoving("15:00 to 14:30 in Durban");
  await page.mouse.up();
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await nameOf(women)).toContain("Fri 10 Jan 14:30 Durban"));
  await undo();
});

test("mouse: let go where it may not start it stays in the hand; Earlier, Later, Put here, Put back", async () => {
  const hour = await hourWidth(page);
  const { x, y } = await middleOf(handle(page, women));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - hour, y);
  await page.mouse.move(x - 3 * hour, y);
  await page.mouse.up();
  await expectMoving("15:00 to 12:00 in Durban");
  await page.getByText("Not possible here").waitFor();
  const panel = page.getByRole("region", { name: /^Moving/ });
  await panel.getByRole("button", { name: "Later" }).click();
  await expectMoving("15:00 to 12:15 in Durban");
  await panel.getByRole("button", { name: "Earlier" }).click();
  await expectMoving("15:00 to 12:00 in Durban");
  await panel.getByRole("button", { name: "Put back" }).click();
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await focusedHandle()).toContain(women));
  expect(await nameOf(women)).toContain("Fri 10 Jan 15:00 Durban");

  // Taken by its key, moved by a press on the strips.
  await page.getByRole("button", { name: "Move", exact: true }).click();
  const strip = await page.locator("[data-plane]").boundingBox();
  if (strip === null) throw new Error("there are no strips");
  await page.mouse.click(strip.x + 14.5 * hour, strip.y + strip.height - 120);
  await expectMoving("15:00 to 14:30 in Durban");
  await panel.getByRole("button", { name: "Next better" }).click();
  await expectMoving("15:00 to 14:45 in Durban");
  await panel.getByRole("button", { name: "Put here" }).click();
  await eventually(async () => expect(await nameOf(women)).toContain("Fri 10 Jan 14:45 Durban"));
  await eventually(async () => expect(await focusedHandle()).toContain(women));
  await undo();
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
  await expectMoving("15:00 to 14:45 in Durban");
  // Taken back in the middle of the drag.
  await page.keyboard.press("Escape");
  await moving(page).waitFor({ state: "hidden" });
  await page.mouse.move(x - hour, y);
  await page.mouse.up();
  expect(await moving(page).isVisible()).toBe(false);
  expect(await nameOf(women)).toContain("Fri 10 Jan 15:00 Durban");
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
  await expectMoving("15:00 to 14:30 in Durban");
  await touch.up();
  await eventually(async () => expect(await nameOf(women)).toContain("Fri 10 Jan 14:30 Durban"));
  await undo();
});

test("what has no time yet is taken from the tray, by keys and by mouse", async () => {
  const { sessionId } = await make(null);
  const waiting = handle(page, night);
  await waiting.waitFor();
  await waiting.focus();
  await page.keyboard.press("Enter");
  // At the cheapest start of the day that is possible.
  await page.getByRole("heading", { name: /^Moving “The night shift”, to Fri 10 Jan \d\d:\d\d in Durban$/ }).waitFor();
  expect(await page.getByText("Not possible here").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await eventually(async () => expect(await focusedHandle()).toContain("not placed yet"));

  const from = await middleOf(waiting);
  const strips = await page.locator("[data-plane]").boundingBox();
  if (strips === null) throw new Error("there are no strips");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 60);
  const hour = await hourWidth(page);
  await page.mouse.move(strips.x + 11 * hour, strips.y + 200);
  await page.mouse.move(strips.x + 11 * hour + 1, strips.y + 200);
  await page.getByRole("heading", { name: "Moving “The night shift”, to Fri 10 Jan 11:00 in Durban" }).waitFor();
  await page.mouse.up();
  await eventually(async () => expect(await nameOf(night)).toContain("Fri 10 Jan 11:00 Durban"));
  await order("removeSession", { sessionId });
  await waiting.waitFor({ state: "hidden" });
});

test("what somebody else changes meanwhile is seen at once, and what is gone falls out of the hand", async () => {
  const made = await make(at("2020-01-10T11:00"));
  await handle(page, night).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  const heading = (times: string) =>
    page.getByRole("heading", { name: `Moving “The night shift”, ${times} in Durban` });
  await heading("11:00 to 11:15").waitFor();
  await order("moveOccurrence", { occurrenceId: made.occurrenceId, start: at("2020-01-10T10:45") });
  await heading("10:45 to 11:15").waitFor();
  await order("removeSession", { sessionId: made.sessionId });
  await moving(page).waitFor({ state: "hidden" });
});

test("by keyboard alone: two days on, a better start, a mend, an undo, with at most 40 keys", async () => {
  let pressed = 0;
  const press = async (key: string): Promise<void> => {
    pressed += 1;
    await page.keyboard.press(key);
  };
  const tabUntil = async (fits: (name: string) => boolean): Promise<void> => {
    do await press("Tab");
    while (!fits(await focused()));
  };
  // From the page's beginning: over the link that skips the masthead.
  await press("Tab");
  await press("Enter");
  await tabUntil((name) => /, Fri 10 Jan \d\d:\d\d /.test(name));
  while (!(await focused()).includes("Wages and hours")) await press("ArrowRight");
  await press("Enter");
  await press("PageDown");
  await press("PageDown");
  await moving(page).waitFor();
  await page.getByText("Not possible here").waitFor();
  await press("b");
  await page.getByText("Not possible here").waitFor({ state: "hidden" });
  const heading = (await moving(page).textContent()) ?? "";
  const to = /to (Sun 12 Jan \d\d:\d\d) in Durban$/.exec(heading)?.[1];
  expect(to).toBeDefined();
  await press("Enter");
  await eventually(async () => expect(await nameOf("Wages and hours")).toContain(`${to} Durban`));

  // Back to Friday, where something is wrong.
  await press("PageUp");
  await press("PageUp");
  await page.getByText("“Migration and work” outlasts the room").waitFor();
  // Behind the mends stands a key that opens the session.
  const mend = page
    .getByRole("region", { name: /conflict/ })
    .getByRole("button", { name: /^(?!Open “)/ })
    .first();
  await mend.waitFor();
  await eventually(async () => expect(await focused()).toMatch(/Fri 10 Jan/));
  const wanted = (await mend.textContent()) ?? "";
  await tabUntil((name) => name === wanted);
  await press("Enter");
  await page.getByText("“Migration and work” outlasts the room").waitFor({ state: "hidden" });
  await press("Control+z");
  await page.getByText("“Migration and work” outlasts the room").waitFor();
  expect(pressed).toBeLessThanOrEqual(40);

  // And the move itself.
  await press("Control+z");
  await eventually(async () => expect(await nameOf("Wages and hours")).toContain("Fri 10 Jan 12:00"));
});

const at = (wall: string) => ({ wall, zone: "Africa/Johannesburg", offset: null });

/** Another scheduler does something. */
async function order<Name extends PlanCommandName>(
  name: Name,
  input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
): Promise<PlanAnswer<Name>> {
  const reply = await other.send(name, { ...input, commandId: newCommandId() });
  if (!reply.ok) throw new Error(reply.error.code);
  return (reply.value as { readonly value: PlanAnswer<Name> }).value;
}

/** They make a session of 45 minutes in Durban. */
async function make(start: ReturnType<typeof at> | null): Promise<PlanAnswer<"createSession">> {
  const reply = await other.call("planner", {});
  if (!reply.ok) throw new Error(reply.error.code);
  const conference = Object.values(reply.value.plan.conferences).find((each) => each?.name === january);
  const durban = Object.values(reply.value.plan.rooms).find(
    (room) => room?.conferenceId === conference?.id && room?.city === "Durban",
  );
  if (conference === undefined || durban === undefined) throw new Error("the demo has no such conference or room");
  const hostRoomId = durban.id;
  return order("createSession", { conferenceId: conference.id, title: night, minutes: 45, hostRoomId, start });
}

async function expectMoving(times: string): Promise<void> {
  await eventually(async () => expect(await moving(page).textContent()).toBe(`Moving “${women}”, ${times}`));
}

/** What has the focus, by all its words. */
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent.trim() ?? "");

const focusedHandle = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest("[data-handle]")?.textContent ?? "");

/** What a handle is called. */
const nameOf = (title: string): Promise<string | null> => handle(page, title).locator(".sr").textContent();

/** What the live region of the move says. */
const spoken = (): Promise<string | null> => page.locator(".day-view [role=status]").textContent();

const undoName = async (): Promise<string> =>
  (await page.getByRole("button", { name: "Undo", exact: true }).getAttribute("title")) ?? "";
