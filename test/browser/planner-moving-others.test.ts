import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlanAnswer, PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { handle, hourWidth, january, middleOf, moving } from "../support/dayview.ts";
import { violations } from "../support/looks.ts";
import { focusedHandle, nameOf, openGround } from "../support/movingday.ts";
import type { Ground } from "../support/movingday.ts";
import { eventually } from "../support/senses.ts";

// What is in the hand while others work on the plan, and what has no time yet: on the strips of January 2020.

let ground: Ground;
let page: Page;
/** Another scheduler, without a browser. */
let other: Caller;

beforeAll(async () => {
  ground = await openGround();
  other = await openCaller(ground.server.invite("scheduler"));
});
afterAll(async () => {
  other?.close();
  await ground?.close();
});

beforeEach(async () => {
  page = await ground.page();
  return () => page.close();
});

const night = "The night shift";

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
  await eventually(async () => expect(await focusedHandle(page)).toContain("not placed yet"));

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
  await eventually(async () => expect(await nameOf(page, night)).toContain("Fri 10 Jan 11:00 Durban"));
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
