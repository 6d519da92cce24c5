import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile } from "../../shared/plan/file.ts";
import type { PlanFile } from "../../shared/plan/model.ts";
import { bigPlan } from "../support/bigplan.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import type { LoopLag } from "../support/looplag.ts";
import { conferenceId, planWith } from "../support/planmaker.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";
import { ask, importFile, instanceFile, latest, openFollower, stop } from "../support/suggestfollow.ts";

// While a search runs, is stopped, and is asked for its words, the server's own thread is never held up: live sessions
// need it.

/** Milliseconds. */
const most = 50;

let server: TestServer;
let organiser: Caller;
let lagFile: string;

beforeAll(async () => {
  lagFile = resolve("/tmp", `loop-lag-${process.pid}.json`);
  const preload = resolve(import.meta.dirname, "../support/looplag.ts");
  server = await startServer({ env: { NODE_OPTIONS: `--import=${preload}`, LOOP_LAG: lagFile } });
  organiser = await openCaller(server.invite("organiser"));
  await importFile(organiser, instanceFile("big", 1, "big", { ranges: true }));
  await importFile(organiser, bigPlan());
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

let rounds = 0;
/** The longest delays of the server's loop since the last call, in milliseconds. */
async function lag(): Promise<LoopLag> {
  rounds += 1;
  process.kill(server.pid(), "SIGUSR2");
  let found: LoopLag | null = null;
  await eventually(async () => {
    found = JSON.parse(await readFile(lagFile, "utf8")) as LoopLag;
    expect(found.round).toBe(rounds);
  });
  if (found === null) throw new Error("the server does not say");
  return found;
}

/** Other programs that take all processors from it are not what is asked here: what it waited for those does not count. */
function expectFree(lags: Readonly<Record<string, LoopLag>>): void {
  const said = Object.entries(lags).map(
    ([when, { longest, own }]) => `${when} ${own.toFixed(0)} ms (${longest.toFixed(0)} with waiting for a processor)`,
  );
  console.log(`the loop's longest delays: ${said.join(", ")}`);
  for (const [when, { own }] of Object.entries(lags)) expect([when, Math.max(own, most)]).toEqual([when, most]);
}

test("while a big plan is searched and stopped, with three planners open", async () => {
  const followers = await Promise.all([1, 2, 3].map(() => openFollower(server.invite("organiser"))));
  const [page] = followers;
  if (page === undefined) throw new Error("no page");
  await lag();
  const begun = await ask(page.caller, "big", { seconds: 120 });
  const atStart = await page.until(begun.id, ({ plans }) => plans.length > 0).then(lag);
  await page.until(begun.id, ({ progress }) => (progress.at(-1)?.at ?? 0) > 20_000);
  const running = await lag();
  await stop(page.caller, begun);
  const atStop = await lag();
  await page.until(begun.id, ({ plans }) => (plans[0]?.reasons.length ?? 0) > 0);
  const explaining = await lag();
  expectFree({ atStart, running, atStop, explaining });
  expect(await latest(page.caller, "big")).toMatchObject({ state: "stopped" });
  for (const { caller } of followers) caller.close();
});

/** So many sessions at one time in one room: each clashes with each. */
const many = 200;

function clashing(): PlanFile {
  const sessions = Object.fromEntries(
    Array.from({ length: many }, (_, i) => [`clash-${i}`, { in: "clash-room", at: "2020-01-10T10:00" }]),
  );
  const rooms = { "clash-room": { venueId: "clash-venue" } };
  const file = planFile(
    planWith({ conference: { name: "All at once" }, venues: { "clash-venue": {} }, rooms, sessions }),
    conferenceId,
  );
  return JSON.parse(JSON.stringify(file).replaceAll(`:"${conferenceId}"`, `:"clashing"`)) as PlanFile;
}

test("while scripts ask for conflicts, mends, suggestion and ledger", async () => {
  await importFile(organiser, clashing());
  const token = await tokenFor(organiser, "scheduler");
  const headers = { authorization: `Bearer ${token}` };
  const read = (path: string): Promise<Response> => fetch(`${server.url}/api/conferences/${path}`, { headers });
  await lag();
  const response = await read("clashing/conflicts");
  const { conflicts } = (await response.json()) as { conflicts: readonly { key: string }[] };
  expect(conflicts.length).toBeGreaterThanOrEqual((many * (many - 1)) / 2);
  const reckoning = await lag();
  expect((await read("clashing/conflicts")).headers.get("etag")).toBe(response.headers.get("etag"));
  // What is quickly said does not wait for the thread that has much to do.
  const slow = read(`clashing/mends?conflict=${encodeURIComponent(conflicts[0]?.key ?? "")}`);
  expect((await read("big/suggestion")).status).toBe(200);
  expect((await read("big/ledger")).status).toBe(200);
  expect((await slow).status).toBe(200);
  expect((await read("conference/conflicts")).status).toBe(200);
  expectFree({ reckoning, reading: await lag() });
});
