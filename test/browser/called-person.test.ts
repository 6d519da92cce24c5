import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { press, raiseHand, sayReady, startListening } from "../support/rooms.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";
import type { Mark } from "../support/sources.ts";

// Called people who cannot speak: the console says why, skips them, and their place is kept. Who can again is called anew, and heard.

let server: TestServer;
let console_: Page;
let listener: Page;
let denying: Device;
let leaving: Device;
let marks: readonly Mark[];
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const drawn = drawMarks(["Dina", "Wanda"]);
  marks = [...drawn.values()];
  const open = async (options: Parameters<typeof openDevice>[0]): Promise<Device> => {
    const device = await openDevice({ context: { viewport: { width: 1280, height: 900 } }, ...options });
    ours.push(() => device.close());
    return device;
  };
  const [bare, ...speaking] = await Promise.all([
    open({ bare: true }),
    ...marks.map((mark) => open({ mark, denies: mark.name === "Dina" })),
  ]);
  const [first, second] = speaking;
  if (first === undefined || second === undefined) throw new Error("two people speak");
  [denying, leaving] = [first, second];
  // Whatever is asked for and not granted here is denied.
  await denying.context.grantPermissions([]);
  console_ = await (await bare.another()).newPage();
  await console_.goto(server.invite("moderator"));
  await console_.getByRole("button", { name: "Call next" }).waitFor();
  listener = await startListening(await bare.another(), invite(), { name: "Lena" });
  const nils = await startListening(bare.context, invite(), { name: "Nils" });
  await raiseHand(nils);
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("who has no microphone: the console says so, and skips them", async () => {
  await press(console_, "Call next");
  await said("Nils is called");
  await said("no microphone");
  await press(console_, "Skip Nils");
  await inQueue("Nils", "did not answer before");
});

test("who denies the microphone is skipped, allows it, is called again, and is heard", async () => {
  const dina = await startListening(denying.context, invite(), { name: "Dina" });
  await raiseHand(dina);
  // Nils stands before, but was skipped.
  await press(console_, "Call next");
  await said("Dina is called");
  await said("microphone refused");
  await press(console_, "Skip Dina");
  await inQueue("Dina", "did not answer before");
  await hears();

  await denying.context.grantPermissions(["microphone"]);
  await dina.getByRole("button", { name: "Try the microphone again" }).first().click();
  await sayReady(dina);
  await inQueue("Dina", "Level checked");
  await press(console_, "Call Dina");
  await said("Dina speaks");
  await hears("Dina");
  await press(dina, "Yield");
  await hears();
});

test("who has left the page is away and skipped, comes back, is called again, and is heard", async () => {
  const before = await startListening(leaving.context, invite(), { name: "Wanda" });
  await raiseHand(before);
  await before.close();
  await inQueue("Wanda", "away, place kept");
  await press(console_, "Call Wanda");
  await said("Wanda is called");
  await said("away, place kept");
  await press(console_, "Skip Wanda");
  await inQueue("Wanda", "did not answer before");

  const after = await leaving.page(invite());
  await after.getByRole("button", { name: "Listen now" }).click();
  await press(console_, "Call Wanda");
  await sayReady(after);
  await said("Wanda speaks");
  await hears("Wanda");
});

const invite = (): string => server.invite("participant");

/** What the console says of who is called or speaks. */
const said = (words: string): Promise<void> =>
  console_.getByRole("region", { name: "On the floor" }).getByText(words).waitFor();

/** What the console says of a place in the queue. */
const inQueue = (name: string, words: string): Promise<void> =>
  console_
    .getByRole("listitem")
    .filter({ has: console_.getByRole("button", { name: `Call ${name}` }) })
    .getByText(words)
    .waitFor();

/** Exactly these people are heard by a listener; no room is started here. */
async function hears(...expected: readonly string[]): Promise<void> {
  await eventually(async () => {
    const levels = await tonesIn(listener, marks);
    expect(heard(levels, expected), JSON.stringify([...levels])).toEqual(expected);
  });
}
