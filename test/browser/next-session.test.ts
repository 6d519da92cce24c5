import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { press, startListening, startRoom } from "../support/rooms.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";
import type { Mark } from "../support/sources.ts";

// One session ends, the next one opens: the rooms' stations are in it by themselves, with their sound; a listener by one press.

const [first, second] = ["Reports from the regions", "Law and the courts"];

let server: TestServer;
let moderator: Caller;
let marks: readonly Mark[];
let host: Page;
let guest: Page;
let listener: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  marks = [...drawMarks(["Durban", "Los Angeles"]).values()];
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const started = await Promise.all(
    marks.map(async (mark) => {
      const device = await openDevice({ mark, context: { viewport: { width: 800, height: 600 } } });
      ours.push(() => device.close());
      await device.context.addInitScript(countAsking);
      return { device, page: await startRoom(device, server.invite("operator", mark.name)) };
    }),
  );
  const [durban, losAngeles] = started;
  if (durban === undefined || losAngeles === undefined) throw new Error("two rooms");
  [host, guest] = [durban.page, losAngeles.page];
  listener = await startListening(await durban.device.another(), server.invite("participant"), { name: "Lena" });
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("in the first session its host is heard", async () => {
  await moderator.attach(occurrence(first).id, "console");
  await hear({ host: [], guest: ["Durban"], listener: ["Durban"] });
});

test("it ends, the next opens: the stations are there with sound without a touch, no device is asked for again", async () => {
  const asked = await Promise.all([asking(host), asking(guest)]);
  await moderator.command("endSession", {});
  await hear({ host: [], guest: [], listener: [] });
  await moderator.attach(occurrence(second).id, "console");
  await moderator.command("openSession", {});
  // Los Angeles is the host of this one.
  await hear({ host: ["Los Angeles"], guest: [], listener: [] });
  await Promise.all([host, guest].map((page) => page.getByText(second).first().waitFor()));
  expect(await Promise.all([asking(host), asking(guest)])).toEqual(asked);
});

test("the listener goes there by one press", async () => {
  await listener.getByRole("heading", { name: "The session has ended" }).waitFor();
  await press(listener, "Go there");
  await hear({ host: ["Los Angeles"], guest: [], listener: ["Los Angeles"] });
});

type Ears = Readonly<Record<"host" | "guest" | "listener", readonly string[]>>;

async function hear(expected: Ears): Promise<void> {
  await eventually(async () => {
    const levels = await Promise.all([host, guest, listener].map((page) => tonesIn(page, marks)));
    const sets = [expected.host, expected.guest, expected.listener];
    expect(levels.map((tones, i) => heard(tones, sets[i] ?? []))).toEqual(sets);
  });
}

function occurrence(title: string) {
  const found = moderator.welcome.occurrences.find((one) => one.title === title);
  if (found === undefined) throw new Error(`the demo has no session ${title}`);
  return found;
}

type Counting = Window & { testAsked?: number };

/** Runs in the page before its scripts: counts how often it asks for a device. */
function countAsking(): void {
  const held: Counting = window;
  held.testAsked = 0;
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    held.testAsked = (held.testAsked ?? 0) + 1;
    return ask(constraints);
  };
}

const asking = (page: Page): Promise<number> => page.evaluate(() => (window as Counting).testAsked ?? -1);
