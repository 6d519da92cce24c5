import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { eventually } from "../support/senses.ts";
import { drawMarks } from "../support/sources.ts";

// The participant's page without a pointer: everything is reached by Tab and pressed by Enter, where the focus is can always
// be seen, and no change of the page loses it.

let server: TestServer;
let device: Device;
let page: Page;
let moderator: Caller;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const live = moderator.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  await moderator.attach(live.id, "console");
  const mark = drawMarks(["Ana"]).get("Ana");
  if (mark === undefined) throw new Error("no mark");
  device = await openDevice({ mark, context: { viewport: { width: 360, height: 640 } } });
  ours.push(() => device.close());
  page = await device.page(server.invite("participant"));
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("one says a name and listens", async () => {
  await page.getByRole("button", { name: "Listen now" }).waitFor();
  await tabTo("Your name, as others see it");
  await page.keyboard.type("Ana");
  await enter("Listen now");
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  await expectFocus();
});

test("raises a hand", async () => {
  await enter("Raise hand");
  await page.getByRole("button", { name: "Lower hand" }).waitFor();
  await eventually(async () => expect((await focused()).name).toBe("Lower hand"));
});

test("writes to everybody", async () => {
  await tabTo("Message to everybody");
  await page.keyboard.type("Good morning from Sonsonate");
  await page.keyboard.press("Enter");
  await page.getByText("Good morning from Sonsonate").waitFor();
  await expectFocus();
});

test("is next, tries the microphone and is ready", async () => {
  await enter("I am ready");
  await page.getByRole("main").getByText("You are ready.").waitFor();
  await expectFocus();
});

test("is called and is on air; mutes and unmutes", async () => {
  await moderator.command("callNext", {});
  await page.getByRole("button", { name: "Mute my microphone", exact: true }).waitFor();
  await expectFocus();
  await enter("Mute my microphone");
  await eventually(async () => expect((await focused()).name).toBe("Unmute my microphone"));
  await page.keyboard.press("Enter");
  await eventually(async () => expect((await focused()).name).toBe("Mute my microphone"));
});

test("yields", async () => {
  await enter("Yield");
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  await expectFocus();
});

test("leaves", async () => {
  await enter("Leave");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await expectFocus();
  // Escape goes back, to the key that opened it.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () => expect((await focused()).name).toBe("Leave"));
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await enter("Leave");
  await page.getByRole("heading", { name: /left/i }).waitFor();
  await expectFocus();
});

test("what has the focus stays in sight when the page changes by itself", async () => {
  const [other, letChatCome] = await openWithoutChat();
  await other.getByRole("button", { name: "Listen now" }).waitFor();
  await enter("Listen now", other);
  await other.getByRole("button", { name: "Raise hand" }).waitFor();
  await tabTo("You: no name yet", other);
  // The chat comes, and stands above.
  letChatCome();
  await other.getByRole("heading", { name: "Chat" }).waitFor();
  await expectInSight(other);
  // The bar at the thumb grows, as for "I am ready".
  await grow(other, ".thumb > div", 120);
  await expectInSight(other);
  // Who has scrolled away from it reads something else, and stays there.
  await other.mouse.move(180, 200);
  await other.mouse.wheel(0, -2000);
  await eventually(async () => expect(await other.evaluate(() => scrollY)).toBe(0));
  await grow(other, ".side", 200);
  await framesLater(other);
  expect(await other.evaluate(() => scrollY)).toBe(0);
  expect(await focused(other)).toMatchObject({ name: "You: no name yet", inSight: false });
});

const grow = (on: Page, selector: string, pixels: number): Promise<void> =>
  on.locator(selector).evaluate((element, top) => {
    if (element instanceof HTMLElement) element.style.paddingTop = `${top}px`;
  }, pixels);

/** Some frames later: what the page does by itself when a part has grown, it does in the next one. */
const framesLater = (on: Page): Promise<void> =>
  on.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/** Another participant's page, whose chat is on a slow line: it comes when it is let. */
async function openWithoutChat(): Promise<readonly [Page, () => void]> {
  const context = await device.another();
  ours.push(() => context.close());
  const other = await context.newPage();
  const { promise, resolve } = Promise.withResolvers<void>();
  await other.route(/\/assets\/chat-[^/]*\.js$/, async (route) => {
    await promise;
    await route.continue();
  });
  await other.goto(server.invite("participant"));
  return [other, resolve];
}

interface Focused {
  /** What a screen reader says of the control. */
  readonly name: string;
  /** Is there a focus at all? */
  readonly there: boolean;
  /** Is it a control, and not a part of the page that was led to? */
  readonly control: boolean;
  /** Does it do something now? Keys stay where they are while they do not. */
  readonly idle: boolean;
  readonly ring: boolean;
  /** Is its middle on the page's glass, with nothing on top? */
  readonly inSight: boolean;
}

const focused = (on = page): Promise<Focused> => on.evaluate(readFocus);

/** The focus is somewhere, and if it is on a control one sees where. */
async function expectFocus(): Promise<void> {
  await eventually(async () => expect((await focused()).there).toBe(true));
}

/** What has the focus can be seen, and that it has it: perhaps in a moment, when a change of the page is drawn. */
async function expectInSight(on = page, why = ""): Promise<void> {
  await eventually(async () => expect(await focused(on), why).toMatchObject({ ring: true, inSight: true }), 5000);
}

/** Goes on by Tab until this control has the focus; every stop on the way can be seen. Throws after a round without it. */
async function tabTo(name: string, on = page): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    const now = await focused(on);
    if (now.control) {
      await expectInSight(on, [...passed, now.name].join(" → "));
      if (now.name === name) return;
      passed.push(now.name);
    }
    await on.keyboard.press("Tab");
  }
  throw new Error(`no ${name} by keyboard, only ${passed.join(", ")}`);
}

/** Presses it, as soon as it can be pressed: "I am ready" waits for the microphone. */
async function enter(name: string, on = page): Promise<void> {
  await tabTo(name, on);
  await eventually(async () => expect(await focused(on)).toMatchObject({ name, idle: true }));
  await on.keyboard.press("Enter");
}

/** Runs in the page. */
function readFocus(): Focused {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { name: "", there: false, control: false, idle: false, ring: false, inSight: false };
  }
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
  const title = document.getElementById(element.getAttribute("aria-labelledby") ?? "");
  const text = element.getAttribute("aria-label") ?? title?.innerText ?? labels[0]?.innerText ?? element.innerText;
  // A tick is drawn by its label, and so may be its ring.
  const drawn = [element, ...labels].map((one) => getComputedStyle(one));
  const ring = drawn.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
  );
  const { left, top, width, height } = element.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  const inSight = seen !== null && (element.contains(seen) || labels.some((label) => label.contains(seen)));
  const idle = element.getAttribute("aria-disabled") !== "true";
  return { name: text.trim(), there: true, control: element.tabIndex >= 0, idle, ring, inSight };
}
