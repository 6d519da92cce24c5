import { availableParallelism, constants, getPriority } from "node:os";
import { readdir, readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import { startListening, startRoom } from "../support/rooms.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { listenSteadily, steadinessOf, steadyToneFile } from "../support/steady.ts";
import { ask, importFile, instanceFile, openFollower, stop } from "../support/suggestfollow.ts";

// A session is live: a room speaks, people listen. Meanwhile a scheduler looks for better link times of a big conference, which
// takes a core of this machine for as long as it runs.

/** No stretch without the tone, or made up for missing packets, is longer than this (milliseconds). */
const most = 100;
const listeners = ["Lena", "Luz"];
const hertz = 610;
/** How long is listened, in milliseconds. */
const length = 25_000;

let server: TestServer;
let pages: readonly Page[];
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const tone = await steadyToneFile(hertz, 60);
  ours.push(() => tone.remove());
  const device = await openDevice({
    // No camera: pictures of software coders would take the cores that are the question here.
    args: [`--use-file-for-fake-audio-capture=${tone.path}`, "--use-fake-device-for-media-stream=device-count=0"],
  });
  ours.push(() => device.close());
  await startRoom(device, server.invite("operator", "Durban"));
  const audience = await openDevice();
  ours.push(() => audience.close());
  pages = await Promise.all(
    listeners.map(async (name) => startListening(await audience.another(), server.invite("participant"), { name })),
  );
  for (const page of pages) await listenSteadily(page, hertz);
});
afterAll(async () => {
  for (const end of ours.splice(0).reverse()) await end();
});

const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const heardBy = (): Promise<readonly Awaited<ReturnType<typeof steadinessOf>>[]> =>
  Promise.all(pages.map((page) => steadinessOf(page)));

/** The server's threads that stand behind all others. */
async function behind(): Promise<number> {
  const threads = await readdir(`/proc/${server.pid()}/task`);
  return threads.filter((thread) => getPriority(Number(thread)) === constants.priority.PRIORITY_LOW).length;
}

test("listeners of a live session hear it whole while a big plan is searched", async () => {
  const scheduler = await openFollower(server.invite("scheduler"));
  const organiser = await openCaller(server.invite("organiser"));
  await importFile(organiser, instanceFile("big", 1, "big", { ranges: true }));
  await rest(3000);
  await heardBy();
  await rest(length);
  const before = await heardBy();

  const begun = await ask(scheduler.caller, "big", { seconds: 600 });
  await scheduler.until(begun.id, ({ plans }) => plans.length > 0);
  if (process.platform === "linux") expect(await behind()).toBe(1);
  await rest(length);
  const during = await heardBy();
  const stopped = await stop(scheduler.caller, begun);
  expect(stopped.state).toBe("stopped");
  expect(stopped.plans.length).toBe(1);
  const load = (await readFile("/proc/loadavg", "utf8").catch(() => "")).split(" ")[0];
  console.log(
    `${availableParallelism()} cores, load ${load}; alone ${said(before)}; beside the search ${said(during)}`,
  );
  for (const { decoded, silent, concealed } of during) {
    // What is not decoded would be silence too.
    expect(decoded).toBeGreaterThan(length - 1000);
    expect(silent).toBeLessThanOrEqual(most);
    expect(concealed).toBeLessThanOrEqual(most);
  }
  scheduler.caller.close();
  organiser.close();
});

test.skipIf(process.platform !== "linux")(
  "what was looked for would have been found: the media worker halts for a moment",
  async () => {
    const children = await readFile(`/proc/${server.pid()}/task/${server.pid()}/children`, "utf8");
    const worker = Number(children.trim().split(" ")[0]);
    await heardBy();
    process.kill(worker, "SIGSTOP");
    await rest(400);
    process.kill(worker, "SIGCONT");
    await rest(2000);
    const halted = await heardBy();
    console.log(`with the media worker halted for 400 ms: ${said(halted)}`);
    for (const { concealed } of halted) expect(concealed).toBeGreaterThan(most);
  },
);

const said = (all: Awaited<ReturnType<typeof heardBy>>): string =>
  all
    .map(
      ({ silent, concealed, concealedInAll }) =>
        `silent ${silent.toFixed(0)} ms, concealed ${concealed.toFixed(0)} ms (${concealedInAll.toFixed(0)} in all)`,
    )
    .join("; ");
