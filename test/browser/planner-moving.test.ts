import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handle, moving } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { expectMoving, focused, focusedHandle, nameOf, openGround, spoken, undo, women } from "../support/movingday.ts";
import type { Ground } from "../support/movingday.ts";
import { eventually } from "../support/senses.ts";

// A session is moved by keys on the strips of January 2020. Nothing is sent before it is put down, and where it may not start
// the page says why. Mouse and finger: planner-moving-pointer.test.ts.

let ground: Ground;
let page: Page;

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground?.close());

beforeEach(async () => {
  page = await ground.page();
  return () => page.close();
});

test("a handle says which session it is, when in whose time, and what it costs", async () => {
  expect(await nameOf(page, "Opening plenary")).toBe(
    "Opening plenary, Fri 10 Jan 16:15 Durban, 45 minutes, firm, costs 4½ hours",
  );
  await handle(page, "Migration and work").getByText("Look", { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test("keys: taken, moved by quarters, hours and days, put back", async () => {
  await handle(page, women).focus();
  await page.keyboard.press("Enter");
  await expectMoving(page, "15:00 to 15:00 in Durban");
  await page.keyboard.press("ArrowLeft");
  await expectMoving(page, "15:00 to 14:45 in Durban");
  await page.keyboard.press("Shift+ArrowRight");
  await expectMoving(page, "15:00 to 15:45 in Durban");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("PageDown");
  await expectMoving(page, "Fri 10 Jan 15:00 to Sat 11 Jan 15:30 in Durban");
  await page.getByRole("heading", { name: "Saturday 11 January" }).waitFor();
  await page.keyboard.press("PageUp");
  await expectMoving(page, "15:00 to 15:30 in Durban");
  expect(await focusedHandle(page)).toContain(women);
  await page.keyboard.press("Escape");
  await moving(page).waitFor({ state: "hidden" });
  expect(await focusedHandle(page)).toContain(women);
  expect(await nameOf(page, women)).toContain("Fri 10 Jan 15:00 Durban");
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
  await eventually(async () =>
    expect(await spoken(page)).toMatch(/^Fri 10 Jan 15:15 Durban\. Costs .* Not possible: .+/),
  );
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("]");
  await expectMoving(page, "15:00 to 17:15 in Durban");
  await page.keyboard.press("[");
  await expectMoving(page, "15:00 to 15:00 in Durban");
  await eventually(async () => expect(await spoken(page)).toMatch(/May start here\.$/));
  await page.keyboard.press("Escape");
});

test("keys: the next better start, put down there, undone", async () => {
  await handle(page, women).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Next better:").waitFor();
  await page.keyboard.press("b");
  await expectMoving(page, "15:00 to 17:15 in Durban");
  await page.keyboard.press("Enter");
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await nameOf(page, women)).toContain("Fri 10 Jan 17:15 Durban"));
  expect(await focusedHandle(page)).toContain(women);
  await eventually(async () => expect(await spoken(page)).toBe(`${women} is put at Fri 10 Jan 17:15 Durban.`));
  await undo(page);
});

test("by keyboard alone: two days on, a better start, a mend, an undo, with at most 40 keys", async () => {
  let pressed = 0;
  const press = async (key: string): Promise<void> => {
    pressed += 1;
    await page.keyboard.press(key);
  };
  const tabUntil = async (fits: (name: string) => boolean): Promise<void> => {
    do await press("Tab");
    while (!fits(await focused(page)));
  };
  // From the page's beginning: over the link that skips the masthead.
  await press("Tab");
  await press("Enter");
  await tabUntil((name) => /, Fri 10 Jan \d\d:\d\d /.test(name));
  while (!(await focused(page)).includes("Wages and hours")) await press("ArrowRight");
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
  // Until it is out of the hand the keys are still those of the move.
  await moving(page).waitFor({ state: "hidden" });
  await eventually(async () => expect(await nameOf(page, "Wages and hours")).toContain(`${to} Durban`));

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
  await eventually(async () => expect(await focused(page)).toMatch(/Fri 10 Jan/));
  const wanted = (await mend.textContent()) ?? "";
  await tabUntil((name) => name === wanted);
  await press("Enter");
  await page.getByText("“Migration and work” outlasts the room").waitFor({ state: "hidden" });
  await press("Control+z");
  await page.getByText("“Migration and work” outlasts the room").waitFor();
  expect(pressed).toBeLessThanOrEqual(40);

  // And the move itself.
  await press("Control+z");
  await eventually(async () => expect(await nameOf(page, "Wages and hours")).toContain("Fri 10 Jan 12:00"));
});

const undoName = async (): Promise<string> =>
  (await page.getByRole("button", { name: "Undo", exact: true }).getAttribute("title")) ?? "";
