import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import { eventually } from "../support/senses.ts";
import { drawMarks } from "../support/sources.ts";

// The participant's page without a pointer: everything is reached by Tab and pressed by Enter, where the focus is can always
// be seen, and no change of the page loses it.

let page: Page;
let moderator: Caller;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  const server = await startServer();
  ours.push(() => server.close());
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const live = moderator.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  await moderator.attach(live.id, "console");
  const mark = drawMarks(["Ana"]).get("Ana");
  if (mark === undefined) throw new Error("no mark");
  const device = await openDevice({ mark, context: { viewport: { width: 360, height: 640 } } });
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
  expect((await focused()).name).toBe("Lower hand");
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

interface Focused {
  /** What a screen reader says of the control. */
  readonly name: string;
  /** Is there a focus at all? */
  readonly there: boolean;
  /** Is it a control, and not a part of the page that was led to? */
  readonly control: boolean;
  readonly ring: boolean;
  /** Is its middle on the page's glass, with nothing on top? */
  readonly inSight: boolean;
}

const focused = (): Promise<Focused> => page.evaluate(readFocus);

/** The focus is somewhere, and if it is on a control one sees where. */
async function expectFocus(): Promise<void> {
  await eventually(async () => expect((await focused()).there).toBe(true));
}

/** Goes on by Tab until this control has the focus; every stop on the way can be seen. Throws after a round without it. */
async function tabTo(name: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    const now = await focused();
    if (now.control) {
      expect(now, passed.join(" → ")).toMatchObject({ ring: true, inSight: true });
      if (now.name === name) return;
      passed.push(now.name);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`no ${name} by keyboard, only ${passed.join(", ")}`);
}

async function enter(name: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.press("Enter");
}

/** Runs in the page. */
function readFocus(): Focused {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    return { name: "", there: false, control: false, ring: false, inSight: false };
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
  return { name: text.trim(), there: true, control: element.tabIndex >= 0, ring, inSight };
}
