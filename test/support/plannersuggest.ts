import type { Locator, Page } from "playwright-core";
import type { ConferenceId, OccurrenceId } from "../../shared/ids.ts";
import type { Plan } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import type { PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import type { Input } from "../../shared/protocol/table.ts";
import { newCommandId } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { valueOf } from "./session.ts";

// Suggest in a browser: getting there, beginning a search, and what the server says of it.

export const januaryId = "january-2020" as ConferenceId;

/** How long a search of the small sample may take on a machine that does other things too (milliseconds). */
export const soon = 90_000;

/** A planner's page in the overview of a conference. */
export async function openPlanner(page: Page, invite: string, conference: string): Promise<void> {
  page.setDefaultTimeout(15_000);
  await page.goto(invite);
  const choice = page.locator(".mast .name select");
  await choice.waitFor();
  await choice.selectOption({ label: conference });
  await page.locator(".suggest-key").waitFor();
}

/** The page's heading. */
export const headingOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name, ...(typeof name === "string" ? { exact: true } : {}) });

/** From the planner to the form, by the key in the tools. Plans that nobody has looked through yet are put away. */
export async function openForm(page: Page): Promise<void> {
  const key = page.getByRole("button", { name: /^Suggest/ });
  const form = headingOf(page, "Suggest better link times");
  const keep = page.getByRole("button", { name: "Keep the draft", exact: true });
  await key.click();
  await form.or(keep).first().waitFor();
  if (await keep.isVisible()) {
    await keep.click();
    await key.click();
  }
  await form.waitFor();
}

/** Opens the form and begins a search of at most so long. */
export async function begin(page: Page, length: "30 seconds" | "2 minutes" | "10 minutes"): Promise<void> {
  await openForm(page);
  await page.getByRole("radio", { name: length }).check();
  await page.getByRole("button", { name: "Look for better times" }).click();
}

/** Until the plans are there. */
export async function expectResult(page: Page): Promise<void> {
  await headingOf(page, /^(One plan|The plan so far|(Two|Three) plans to choose from)$/).waitFor({ timeout: soon });
}

/** The latest suggestion as the server has it. */
export async function suggestionOf(caller: Caller, conferenceId: ConferenceId): Promise<Suggestion> {
  const latest = valueOf(await caller.call("suggestion", { conferenceId }));
  if (latest === null) throw new Error("nobody has asked for a suggestion");
  return latest;
}

/** The draft as it is. */
export async function draftOf(caller: Caller): Promise<{ readonly plan: Plan; readonly seq: number }> {
  return valueOf(await caller.call("planner", {}));
}

/** Where everything of a conference stands. */
export function startsIn(plan: Plan, conferenceId: ConferenceId): ReadonlyMap<OccurrenceId, number | null> {
  const found = new Map<OccurrenceId, number | null>();
  for (const occurrence of Object.values(plan.occurrences))
    if (occurrence !== undefined && plan.sessions[occurrence.sessionId]?.conferenceId === conferenceId)
      found.set(occurrence.id, occurrence.start?.instant ?? null);
  return found;
}

/** What an occurrence's session is called. */
export const titleIn = (plan: Plan, id: OccurrenceId): string =>
  plan.sessions[plan.occurrences[id]?.sessionId ?? ""]?.title ?? id;

/** An edit by somebody else. Throws its code if it is refused. */
export async function order<Name extends PlanCommandName>(
  caller: Caller,
  name: Name,
  input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
): Promise<void> {
  // One command, seen as an entry of the table.
  valueOf(await caller.call(name, { ...input, commandId: newCommandId(), baseSeq: null } as Input<Name>));
}

/** Until the conference's latest search is in one of these states. */
export async function expectState(
  caller: Caller,
  conferenceId: ConferenceId,
  ...states: readonly Suggestion["state"][]
): Promise<Suggestion> {
  const told = caller.notice(
    "suggestion",
    ({ wish, state }) => wish.conferenceId === conferenceId && states.includes(state),
  );
  const now = await suggestionOf(caller, conferenceId);
  return states.includes(now.state) ? now : (await told)[0];
}
