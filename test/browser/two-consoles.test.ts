import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { cameraIn } from "../support/fivepages.ts";
import { layLine } from "../support/proxy.ts";
import type { Line } from "../support/proxy.ts";
import { liveIn } from "../support/rooms.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { stageOf } from "../support/session.ts";

// Two moderators at two consoles prepare, one takes. The other has not seen that yet and takes too: it is refused, says what
// happened, keeps what it prepared, and can take it then.

let server: TestServer;
let session: OccurrenceId;
/** Looks at the stage without a page. */
let witness: Caller;
let first: Page;
let second: Page;
/** The second console's line to the server. */
let line: Line;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  line = await layLine(server.port);
  ours.push(() => line.close());
  const device = await openDevice({ bare: true, context: { viewport: { width: 1280, height: 800 } } });
  ours.push(() => device.close());
  witness = await openCaller(server.invite("moderator"));
  ours.push(() => witness.close());
  session = liveIn(witness);
  const invite = server.invite("moderator");
  [first, second] = await Promise.all([
    openConsole(await (await device.another()).newPage(), invite),
    openConsole(await (await device.another()).newPage(), line.by(invite)),
  ]);
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("a take that has not seen the other's is refused in words, and changes nothing", async () => {
  await prepare(first, "Chennai");
  await prepare(second, "Los Angeles");
  const { seq } = await stageOf(witness, session);
  await bothTake();
  await refusal(second).waitFor();
  expect(await refusal(second).innerText()).toBe(
    "The program was changed meanwhile: it shows Chennai. Your preview is kept; Take puts it on air.",
  );
  // The first one's take, and nothing else.
  const stage = await stageOf(witness, session);
  expect(stage).toMatchObject({ seq: seq + 1, program: { layout: "one", sources: [cameraIn(witness, "Chennai")] } });
  for (const page of [first, second]) expect(await shown(page, "program")).toEqual(["Chennai"]);
  expect([await shown(first, "preview"), await shown(second, "preview")]).toEqual([["Chennai"], ["Los Angeles"]]);
  // Said once, at the key, to the one whom it concerns.
  expect(await second.getByRole("alert").filter({ visible: true }).count()).toBe(1);
  expect(await first.getByRole("alert").filter({ visible: true }).count()).toBe(0);
});

test("now that it is seen, Take puts the kept preview on air", async () => {
  await take(second).click();
  await refusal(second).waitFor({ state: "detached" });
  const { program } = await stageOf(witness, session);
  expect(program).toEqual({ layout: "one", sources: [cameraIn(witness, "Los Angeles")] });
  for (const page of [first, second]) {
    await eventually(async () => expect(await shown(page, "program")).toEqual(["Los Angeles"]));
  }
});

test("who had wanted the same is told only that it is on air", async () => {
  await prepare(first, "Durban");
  await prepare(second, "Durban");
  const { seq } = await stageOf(witness, session);
  await bothTake();
  await second.getByRole("button", { name: /^Take/, disabled: true }).waitFor();
  expect(await take(second).innerText()).toContain("The program shows this already.");
  // Answered, not on its way any more.
  await eventually(async () => expect(await take(second).getAttribute("aria-busy")).toBeNull());
  expect(await refusal(second).count()).toBe(0);
  const stage = await stageOf(witness, session);
  expect(stage).toMatchObject({ seq: seq + 1, program: { layout: "one", sources: [cameraIn(witness, "Durban")] } });
});

test("choosing something else puts the refusal away", async () => {
  await prepare(first, "Chennai");
  await prepare(second, "Los Angeles");
  await bothTake();
  await refusal(second).waitFor();
  await prepare(second, "Durban");
  await refusal(second).waitFor({ state: "detached" });
  await take(second).click();
  await eventually(async () => expect(await shown(first, "program")).toEqual(["Durban"]));
});

async function openConsole(page: Page, invite: string): Promise<Page> {
  await page.goto(invite);
  await page.getByRole("heading", { name: "Program" }).waitFor();
  return page;
}

async function prepare(page: Page, city: string): Promise<void> {
  await page.getByRole("button", { name: `Preview ${city}`, exact: true }).click();
  await eventually(async () => expect(await shown(page, "preview")).toEqual([city]));
}

const take = (page: Page): Locator => page.getByRole("button", { name: /^Take/ });
const refusal = (page: Page): Locator => page.getByRole("alert").filter({ hasText: "was changed meanwhile" });

/** The first takes; the second takes before it is told of that. */
async function bothTake(): Promise<void> {
  const { seq } = await stageOf(witness, session);
  const letGo = line.hold();
  try {
    const taken = witness.notice("stage", (notice) => notice.seq > seq);
    await take(first).click();
    await taken;
    await take(second).click();
  } finally {
    letGo();
  }
}

/** The names under the pictures of one monitor. */
const shown = (page: Page, monitor: "program" | "preview"): Promise<string[]> =>
  page.locator(`section.${monitor} .third`).allInnerTexts();
