import type { BrowserContext, Page } from "playwright-core";
import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Device } from "./browser.ts";
import type { Caller } from "./caller.ts";

// People at their pages: what they press, by the names that a screen reader says.

export interface StationPages {
  readonly page: Page;
  readonly screen: Page;
}

/** Opens a room's invite and starts the room with its mixer's sound. */
export async function startRoom(device: Device, invite: string): Promise<Page> {
  const page = await device.page(invite);
  await page.getByRole("link", { name: "Station", exact: true }).click();
  await page.getByRole("radio", { name: /^Desk feed/ }).check();
  await page.getByRole("button", { name: "Start room" }).click();
  return page;
}

/** A room with its screen. */
export async function startStation(device: Device, invite: string): Promise<StationPages> {
  const page = await startRoom(device, invite);
  return { page, screen: await openScreen(page) };
}

export async function openScreen(station: Page): Promise<Page> {
  const [screen] = await Promise.all([
    station.waitForEvent("popup"),
    station.getByRole("button", { name: "Open screen" }).click(),
  ]);
  return screen;
}

export interface Visitor {
  readonly name: string;
  /** The room that they say they sit in. */
  readonly seat?: string;
}

/** Opens the participants' invite, says a name and a seat, and listens. */
export async function startListening(context: BrowserContext, invite: string, visitor: Visitor): Promise<Page> {
  const page = await context.newPage();
  await page.goto(invite);
  await page.getByLabel("Your name, as others see it").fill(visitor.name);
  await page.getByLabel("Your name, as others see it").blur();
  if (visitor.seat !== undefined) await page.getByRole("radio", { name: visitor.seat }).check();
  await page.getByRole("button", { name: "Listen now" }).click();
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  return page;
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** Raises the hand, and says "I am ready" once one is next. */
export async function raiseHand(page: Page, options: { readonly ready?: boolean } = {}): Promise<void> {
  await press(page, "Raise hand");
  await page.getByRole("button", { name: "Lower hand" }).waitFor();
  if (options.ready === true) await sayReady(page);
}

export async function sayReady(page: Page): Promise<void> {
  await page.getByRole("button", { name: "I am ready" }).click();
}

/** The pass that a page works with, as its address says. */
export function passOf(page: Page): string {
  const passId = new URL(page.url()).pathname.split("/")[2];
  if (passId === undefined) throw new Error(`no pass in ${page.url()}`);
  return passId;
}

/** The demo's live session. */
export function liveIn(caller: Caller): OccurrenceId {
  const live = caller.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  return live.id;
}

/** A room of the demo. */
export function roomIn(caller: Caller, city: string): RoomId {
  const found = caller.welcome.occurrences.flatMap(({ rooms }) => rooms).find((room) => room.city === city);
  if (found === undefined) throw new Error(`the demo has no room in ${city}`);
  return found.id;
}
