import type { Page } from "playwright-core";
import type { ConferenceId } from "../../shared/ids.ts";
import type { Plan } from "../../shared/plan/model.ts";
import type { Device } from "./browser.ts";
import { openReplica } from "./replica.ts";
import type { Replica } from "./replica.ts";

// Schedulers who work on one plan at the same time: each has a page, and a line to the server under the same pass.

export interface Scheduler {
  readonly page: Page;
  /** The same person over a socket. */
  readonly replica: Replica;
  close(): Promise<void>;
}

/** A scheduler's page with its own browser profile, in the table of this conference. */
export async function openScheduler(device: Device, invite: string, conferenceId: ConferenceId): Promise<Scheduler> {
  const context = await device.another();
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  // What the page is given for its invite, read as it passes.
  const { promise: pass, resolve } = Promise.withResolvers<{ value?: { token?: string } }>();
  await page.route("**/api/passes", async (route) => {
    const response = await route.fetch();
    resolve((await response.json()) as { value?: { token?: string } });
    await route.fulfill({ response });
  });
  await page.goto(invite);
  const token = (await pass).value?.token;
  if (token === undefined) throw new Error("no pass");
  await openTable(page, conferenceId);
  const replica = await openReplica(invite, token);
  return {
    page,
    replica,
    async close() {
      replica.caller.close();
      await context.close();
    },
  };
}

/** The table of a conference, chosen in the masthead if there are several. */
export async function openTable(page: Page, conferenceId: ConferenceId): Promise<void> {
  await page.getByRole("navigation", { name: "Views of the plan" }).waitFor();
  const choice = page.getByRole("combobox", { name: "Conference" });
  if ((await choice.count()) > 0) await choice.selectOption(conferenceId);
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("table", { name: /^Sessions with the local start/ }).waitFor();
}

/** All that the table says of the plan: sessions, burdens, rooms, groups, people, pools, and what is wrong. */
export async function stateShown(page: Page): Promise<readonly string[]> {
  const tables = await page.getByRole("main").getByRole("table").allInnerTexts();
  const wrong = await page.getByRole("main").getByRole("heading").allInnerTexts();
  return [...wrong, ...tables];
}

/** The titles in the table of sessions: one a date. */
export async function titlesShown(page: Page): Promise<readonly string[]> {
  const table = page.getByRole("table", { name: /^Sessions with the local start/ });
  return (await table.locator("tbody").getByRole("link").allInnerTexts()).toSorted();
}

/** The same of a plan. */
export function titlesIn(plan: Plan, conferenceId: ConferenceId): readonly string[] {
  const titles = Object.values(plan.occurrences).flatMap((occurrence) => {
    const session = plan.sessions[occurrence?.sessionId ?? ""];
    return session?.conferenceId === conferenceId ? [session.title] : [];
  });
  return titles.toSorted();
}
