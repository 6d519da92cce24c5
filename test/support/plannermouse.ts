import type { Locator, Page } from "playwright-core";

// A planner worked with a mouse: whatever is pressed is in sight and under the pointer (Playwright presses at the middle of
// what is drawn, and only if nothing covers it); letters go into the field that was pressed.

/** The open form. */
export const dialogOf = (page: Page): Locator => page.getByRole("dialog");

/** Presses a field and writes into it, in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await field.click({ clickCount: 3 });
  await page.keyboard.insertText(text);
}

/** Finds a city by its first letters and presses it in the list. */
export async function chooseCity(page: Page, within: Locator | Page, city: string): Promise<void> {
  await within.getByRole("combobox", { name: "City", exact: true }).click();
  await page.keyboard.type(city.slice(0, -1));
  await within.getByRole("listbox").getByRole("option").filter({ hasText: city }).first().click();
}

/** A key, by its whole name. */
export async function pressKey(within: Locator | Page, name: string): Promise<void> {
  await within.getByRole("button", { name, exact: true }).click();
}

/** Presses the form's main key and waits until the form is gone. */
export async function finish(page: Page, name = "Save"): Promise<void> {
  await pressKey(dialogOf(page), name);
  await dialogOf(page).waitFor({ state: "detached" });
}

/** To another view. */
export async function goTo(page: Page, view: "Overview" | "Day" | "Table"): Promise<void> {
  await page
    .getByRole("navigation", { name: "Views of the plan" })
    .getByRole("link", { name: view, exact: true })
    .click();
}

/** Draws something to the side: presses it, moves in steps, lets go. `by`: pixels. */
export async function drag(page: Page, handle: Locator, by: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (box === null) throw new Error("it is not on the page");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + by * part, y);
  await page.mouse.up();
}
