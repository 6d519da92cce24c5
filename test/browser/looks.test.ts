import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { measure, violations } from "../support/looks.ts";
import { openScreen, press } from "../support/rooms.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";

// Every page in its main states: axe finds nothing, nothing reaches over the side, keys are large enough for a finger, and
// nothing is asked of another host.

const laptop = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };
const projector = { width: 1920, height: 1080 };
const narrow = { width: 320, height: 568 };

let server: TestServer;
let device: Device;
let moderator: Caller;
let live: OccurrenceId;
const hosts = new Set<string>();
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const mark = drawMarks(["Durban"]).get("Durban");
  if (mark === undefined) throw new Error("no mark");
  device = await openDevice({ mark });
  ours.push(() => device.close());
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const occurrence = moderator.welcome.occurrences.find(({ phase }) => phase === "live");
  if (occurrence === undefined) throw new Error("the demo has no live session");
  live = occurrence.id;
  await moderator.attach(live, "console");
  await moderator.command("introduce", { name: "Thandi M.", place: "", roomId: null });
  await moderator.command("say", { text: "Good afternoon" });
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("join", async () => {
  const page = await open(server.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await looksRight(page, "home");
  await page.goto(`${server.url}/join#${"a".repeat(32)}`);
  await page.getByRole("heading", { level: 1, name: /invite/i }).waitFor();
  await looksRight(page, "no such invite");
  await page.goto(server.invite("operator", "Durban"));
  await page.getByRole("link", { name: "Station", exact: true }).waitFor();
  await looksRight(page, "choice");
  await page.context().close();
});

test("participant", async () => {
  const page = await open(server.invite("participant"));
  await page.getByRole("button", { name: "Listen now" }).waitFor();
  await looksRight(page, "waiting");
  await press(page, "Listen now");
  await press(page, "Raise hand");
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "asked for a name");
  await page.getByRole("dialog").getByLabel("Your name, as others see it").fill("Ana");
  await press(page, "Go on");
  await page.getByRole("button", { name: "I am ready" }).waitFor();
  await looksRight(page, "next");
  await moderator.command("callNext", {});
  await page.getByText("You are called", { exact: true }).waitFor();
  await looksRight(page, "called");
  await press(page, "I am ready");
  await page.getByRole("button", { name: "Yield" }).waitFor();
  await press(page, "Camera on");
  await page.getByRole("button", { name: "Camera off" }).waitFor();
  await looksRight(page, "on air");
  await press(page, "Yield");
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  await looksRight(page, "listening");
  await press(page, "Leave");
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "leaving");
  await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await looksRight(page, "left");
  await page.context().close();
});

test("station, screen and console", async () => {
  const context = await newContext();
  const station = await context.newPage();
  await station.goto(server.invite("operator", "Durban"));
  await station.getByRole("link", { name: "Station", exact: true }).click();
  await station.getByRole("button", { name: "Start room" }).waitFor();
  await looksRight(station, "before the start");
  await station.getByRole("radio", { name: /^Desk feed/ }).check();
  await press(station, "Start room");
  await station.getByRole("button", { name: "Mute Durban" }).waitFor();
  const screen = await openScreen(station);
  await screen.getByText("Reports from the regions").first().waitFor();
  await looksRight(screen, "holding slide", true);
  await looksRight(station, "started");

  await moderator.command("typeHand", { roomId: roomOf("Durban"), label: "Microphone 2" });
  const desk = await open(server.invite("moderator"));
  await desk.getByRole("button", { name: "Preview Durban", exact: true }).click();
  await press(desk, "Take");
  await desk.getByText("On air on 1 of 4 screens").waitFor();
  await looksRight(desk, "console");
  await screen.locator("video").first().waitFor();
  await looksRight(screen, "program", true);
  await press(desk, "Type a hand…");
  await desk.getByRole("dialog").waitFor();
  await looksRight(desk, "console, a hand is typed");
  await desk.context().close();
  await context.close();
});

test("organiser", async () => {
  const page = await open(server.invite("organiser"));
  await page.getByRole("heading", { name: "Invites" }).waitFor();
  await looksRight(page, "conference");
  await press(page, "Add a room");
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "room");
  await page.keyboard.press("Escape");
  await press(page, "Add a session");
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "session");
  await page.keyboard.press("Escape");
  await press(page, "New invite");
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "new invite");
  await press(page, "Make the invite");
  await page.getByRole("button", { name: "Print sheet" }).waitFor();
  await looksRight(page, "invite shown");
  await page
    .getByRole("button", { name: /^Revoke/ })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
  await looksRight(page, "revoking");
  await page.context().close();
});

test("nothing was asked of another host", () => {
  expect([...hosts]).toEqual([new URL(server.url).host]);
});

/** Light at each size, dark at the phone's; 320 pixels for the reach alone. The screen has one size and one scheme. */
async function looksRight(page: Page, state: string, isScreen = false): Promise<void> {
  for (const size of isScreen ? [projector] : [laptop, phone]) {
    await page.setViewportSize(size);
    for (const colorScheme of size === phone ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations(page), `${state}, ${size.width}, ${colorScheme}`).toEqual([]);
    }
    const { textSize, ...measures } = await measure(page, size === phone);
    expect(measures, `${state}, ${size.width}`).toEqual({ sideways: 0, smallKeys: [], smallTexts: [] });
    // The screen is read across a hall: its letters grow with the window.
    if (!isScreen) expect(textSize, `${state}, ${size.width}`).toBeGreaterThanOrEqual(16);
  }
  if (isScreen) return;
  await page.setViewportSize(narrow);
  expect((await measure(page, true)).sideways, `${state}, ${narrow.width}`).toBe(0);
}

/** Another person, of whose requests the hosts are noted. */
async function newContext(): Promise<BrowserContext> {
  const context = await device.another({ viewport: laptop });
  context.on("request", (request) => hosts.add(new URL(request.url()).host));
  context.on("page", (page) => page.on("websocket", (socket) => hosts.add(new URL(socket.url()).host)));
  return context;
}

async function open(url: string): Promise<Page> {
  const page = await (await newContext()).newPage();
  await page.goto(url);
  return page;
}

function roomOf(city: string) {
  const found = moderator.welcome.occurrences.find(({ id }) => id === live)?.rooms.find((room) => room.city === city);
  if (found === undefined) throw new Error(`the demo has no room in ${city}`);
  return found.id;
}
