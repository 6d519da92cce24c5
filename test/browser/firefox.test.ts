import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownAddresses } from "../../server/config.ts";
import { openFirefox } from "../support/bidi.ts";
import type { FirefoxPage } from "../support/bidi.ts";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startListening, startRoom } from "../support/rooms.ts";
import { recordTones } from "../support/recorded.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { stageOf } from "../support/session.ts";
import { startServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";
import type { Mark } from "../support/sources.ts";

// Firefox ESR as a participant's browser, worked by mouse and keys: it hears a room, speaks, is heard by a listener in Chromium.

let marks: readonly Mark[];
let moderator: Caller;
let fiona: FirefoxPage;
let listener: Page;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  const drawn = drawMarks(["durban", "fiona"]);
  marks = [...drawn.values()];
  const [durban, own] = marks;
  if (durban === undefined || own === undefined) throw new Error("two marks");
  // Firefox gathers no candidates of the loopback interface: it needs one of the machine's own addresses.
  const server = await startServer({ env: { ANNOUNCED_ADDRESSES: ownAddresses().join(",") } });
  ours.push(() => server.close());
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const [device, firefox] = await Promise.all([
    openDevice({ mark: durban, context: { viewport: { width: 800, height: 600 } } }),
    openFirefox({ "media.navigator.audio.fake_frequency": own.tone }),
  ]);
  ours.push(
    () => device.close(),
    () => firefox.close(),
  );
  await startRoom(device, server.invite("operator", "Durban"));
  listener = await startListening(await device.another(), server.invite("participant"), { name: "Lena" });
  fiona = await firefox.open(server.invite("participant"));
  await moderator.attach(session(), "console");
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("it listens: hears the room", async () => {
  await fiona.write("Your name, as others see it", "Fiona");
  await fiona.press("button", "Listen now");
  await hear({ firefox: ["durban"], chromium: ["durban"] });
});

test("raises a hand", async () => {
  await fiona.press("button", "Raise hand");
  await fiona.see("button", "Lower hand");
  const { queue, people } = await stageOf(moderator, session());
  expect(queue.map(({ hand }) => (hand.kind === "person" ? people[hand.passId]?.name : hand.label))).toEqual(["Fiona"]);
});

test("is called, says that it is ready: is heard, and hears", async () => {
  await moderator.command("callNext", {});
  await fiona.press("button", "I am ready");
  await fiona.see("button", "Yield");
  await hear({ firefox: ["durban"], chromium: ["durban", "fiona"] });
});

test("yields: is not heard any more, and hears", async () => {
  await fiona.press("button", "Yield");
  await fiona.see("button", "Raise hand");
  await hear({ firefox: ["durban"], chromium: ["durban"] });
  expect((await stageOf(moderator, session())).floor).toEqual([]);
});

/** What is decoded at both; of absent tones 30 dB less than of the present ones. */
async function hear(expected: {
  readonly firefox: readonly string[];
  readonly chromium: readonly string[];
}): Promise<void> {
  await eventually(async () => {
    const [inFirefox, inChromium] = await Promise.all([recordTones(fiona, marks), tonesIn(listener, marks)]);
    const found = { firefox: heard(inFirefox, expected.firefox), chromium: heard(inChromium, expected.chromium) };
    expect(found, JSON.stringify([[...inFirefox], [...inChromium]])).toEqual(expected);
  });
}

function session() {
  const live = moderator.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  return live.id;
}
