import type { Browser, Page } from "playwright-core";
import type { TestServer } from "../support/server.ts";
import { laptop, phone } from "./cast.ts";
import { chooseConference, openPlanner, take } from "./plannerpages.ts";

/** Better times for January 2020: asked for, looked for, found, on the strips; found on a phone. */
export async function suggesting(browser: Browser, server: TestServer): Promise<void> {
  const page = await openPlanner(browser, server.invite("scheduler"), laptop);
  await chooseConference(page);
  await toSuggest(page);
  await page.getByRole("heading", { name: "Suggest better link times" }).waitFor();
  await take(page, "suggest");
  await page.getByRole("button", { name: "Look for better times" }).click();
  // A plan and what no plan can be below: both lines of the picture. The search lasts some seconds.
  await page.getByRole("img", { name: /no plan can cost less than [1-9]/ }).waitFor();
  await page
    .getByRole("timer")
    .getByText(/^[2-9] seconds/)
    .waitFor();
  await take(page, "suggest-running");
  await isFound(page);
  await take(page, "suggest-result");
  await page.getByRole("button", { name: "See it on the strips: Fairest" }).click();
  await page.getByRole("region", { name: "Strips of the day" }).waitFor();
  await take(page, "suggest-strips");
  await page.context().close();

  const small = await openPlanner(browser, server.invite("scheduler"), phone);
  await chooseConference(small);
  await toSuggest(small);
  await isFound(small);
  await take(small, "suggest-phone");
  await small.context().close();
}

async function toSuggest(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Suggest/ }).click();
}

async function isFound(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /plans to choose from$/ }).waitFor();
}
