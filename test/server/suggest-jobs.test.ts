import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConferenceId } from "../../shared/ids.ts";
import { placementsInput } from "../../shared/plan/suggest/placing.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { invite, valueOf } from "../support/session.ts";
import { ask, importFile, instanceFile, latest, openFollower, stop } from "../support/suggestfollow.ts";
import type { Follower } from "../support/suggestfollow.ts";

// Searches on a real server, in its real thread, as planners' pages see them.

let server: TestServer;
let organiser: Caller;
let thabo: Follower;
let rosa: Follower;
/** Two conferences of 120 sessions, and one of 40. */
const [big, other, small] = ["big", "other", "small"];

beforeAll(async () => {
  server = await startServer();
  organiser = await openCaller(server.invite("organiser"));
  await importFile(organiser, instanceFile("big", 1, "big", { ranges: true }));
  await importFile(organiser, instanceFile("big", 2, "other", { ranges: true }));
  await importFile(organiser, instanceFile("small", 3, "small", { oneDay: true }));
  thabo = await openFollower(server.invite("scheduler"));
  rosa = await openFollower(server.invite("organiser"));
});
afterAll(async () => {
  for (const { caller } of [thabo, rosa]) caller.close();
  organiser.close();
  await server.close();
});

const isOver = ({ state }: Suggestion): boolean => state !== "waiting" && state !== "running";
const placedIn = (suggestion: Suggestion | undefined): number => suggestion?.plans[0]?.placed ?? -1;

describe("a search", () => {
  test("is told to every open planner, goes on without the page that began it, and ends with reasons", async () => {
    const page = await openFollower(server.url, thabo.caller.token);
    const invited = await invite(organiser, "scheduler", other as ConferenceId);
    const elsewhere = await openFollower(invited);
    const begun = await ask(page.caller, small, { seconds: 8 });
    expect(begun).toMatchObject({ state: "running", plans: [], wish: { conferenceId: small, seconds: 8 } });
    page.caller.close();
    const first = await rosa.until(begun.id, ({ plans }) => plans.length > 0);
    expect(first.state).toBe("running");
    const done = await rosa.until(begun.id, isOver);
    expect(done).toMatchObject({ state: "done", stage: "over", author: thabo.caller.welcome.pass.label });
    expect(placedIn(done)).toBeGreaterThanOrEqual(placedIn(first));
    expect(done.plans.length).toBeLessThanOrEqual(3);
    for (const plan of done.plans) expect(plan.reasons.length).toBeGreaterThan(0);
    expect(done.progress.length).toBeGreaterThan(1);
    const times = done.progress.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    // What it took, with what it takes to build the problem and to explain.
    expect((done.endedAt ?? 0) - (done.startedAt ?? 0)).toBeLessThan(8000 + 22_000);
    expect(await latest(thabo.caller, small)).toEqual(done);
    // Whose invite is for another conference hears nothing of it, and cannot stop it.
    expect(elsewhere.told).toEqual([]);
    const input = { commandId: newCommandId(), suggestionId: done.id };
    expect(await elsewhere.caller.call("stopSuggestion", input)).toMatchObject({ error: { code: "not-found" } });
    elsewhere.caller.close();
    // While it ran: four times a second, and a few more where its state changed.
    const running = rosa.told.filter(({ id, state }) => id === begun.id && state === "running");
    const seconds = ((done.endedAt ?? 0) - (done.startedAt ?? 0)) / 1000;
    expect(running.length).toBeLessThanOrEqual(4 * seconds + 5);
  });

  test("is taken by one command, which can be undone", async () => {
    const found = await latest(thabo.caller, small);
    const plan = found?.plans[0];
    if (plan === undefined) throw new Error("there is no plan");
    const view = async () => valueOf(await thabo.caller.call("planner", {})).plan.occurrences;
    const before = await view();
    const conferenceId = small as ConferenceId;
    const { placements } = placementsInput(plan.placements);
    valueOf(await thabo.caller.call("placeOccurrences", { commandId: newCommandId(), conferenceId, placements }));
    const taken = await view();
    for (const { occurrenceId, start } of plan.placements)
      expect(taken[occurrenceId]?.start?.instant ?? null).toBe(start?.instant ?? null);
    valueOf(await thabo.caller.call("undo", { commandId: newCommandId() }));
    expect(await view()).toEqual(before);
  });

  test("asked for twice by the same command is one", async () => {
    const input = { commandId: newCommandId(), wish: { conferenceId: small as ConferenceId, seconds: 30 } };
    const [one, two] = await Promise.all([thabo.caller.call("suggest", input), thabo.caller.call("suggest", input)]);
    expect(valueOf(two).id).toBe(valueOf(one).id);
    await stop(thabo.caller, valueOf(one));
    expect(valueOf(await thabo.caller.call("suggest", input))).toMatchObject({ id: valueOf(one).id, state: "stopped" });
  });
});

describe("stopped", () => {
  /** Stops it and says what it was and how long the answer took. */
  async function stopNow(suggestion: Suggestion): Promise<{ readonly stopped: Suggestion; readonly took: number }> {
    const from = performance.now();
    const stopped = await stop(thabo.caller, suggestion);
    return { stopped, took: performance.now() - from };
  }

  const moments: readonly (readonly [string, (begun: Suggestion) => Promise<unknown>])[] = [
    ["at once", async () => null],
    ["while it reads the plan", () => new Promise((resolve) => setTimeout(resolve, 300))],
    ["with its first plan", ({ id }) => rosa.until(id, ({ plans }) => plans.length > 0)],
    [
      "while it proves the placement",
      ({ id }) => rosa.until(id, ({ stage }) => stage === "proving" || stage === "sharing"),
    ],
    // No message for some seconds: the thread is within the solver.
    ["within a long call of the solver", ({ id }) => quiet(id, 2500)],
  ];

  async function quiet(id: string, milliseconds: number): Promise<void> {
    await rosa.until(id, ({ stage }) => stage === "proving" || stage === "sharing");
    for (;;) {
      const count = rosa.told.length;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      if (rosa.told.length === count) return;
    }
  }

  test.each(moments)("%s: within 200 ms, and the best so far is kept", async (_moment, reached) => {
    const begun = await ask(thabo.caller, big, { seconds: 120 });
    await reached(begun);
    const last = rosa.told.findLast(({ id, plans }) => id === begun.id && plans.length > 0);
    const { stopped, took } = await stopNow(begun);
    console.log(`stopped in stage ${stopped.stage} after ${took.toFixed(0)} ms, ${placedIn(stopped)} placed`);
    expect(took).toBeLessThanOrEqual(200);
    expect(stopped.state).toBe("stopped");
    expect(placedIn(stopped)).toBeGreaterThanOrEqual(placedIn(last));
    // Nothing of the search comes after that but the reasons.
    if (stopped.plans.length > 0) {
      const explained = await rosa.until(begun.id, ({ plans }) => (plans[0]?.reasons.length ?? 0) > 0);
      expect(explained.state).toBe("stopped");
      expect(explained.plans.map((plan) => ({ ...plan, reasons: [] }))).toEqual(stopped.plans);
    }
    expect(await latest(thabo.caller, big)).toMatchObject({ id: begun.id, state: "stopped" });
  });

  test("is over: stopping again changes nothing", async () => {
    const before = await latest(thabo.caller, big);
    if (before === null) throw new Error("there is none");
    expect(await stop(thabo.caller, before)).toEqual(before);
  });
});

describe("one at a time", () => {
  test("a conference has one, another's waits and begins when the first is over", async () => {
    const first = await ask(thabo.caller, big, { seconds: 60 });
    const again = await thabo.caller.call("suggest", {
      commandId: newCommandId(),
      wish: { conferenceId: big },
    });
    expect(again).toMatchObject({ ok: false, error: { code: "already" } });
    const second = await ask(rosa.caller, other, { seconds: 60 });
    expect(second).toMatchObject({ state: "waiting", startedAt: null });
    await rosa.until(first.id, ({ plans }) => plans.length > 0);
    expect(await latest(rosa.caller, other)).toMatchObject({ state: "waiting" });
    await stop(thabo.caller, first);
    await rosa.until(second.id, ({ plans }) => plans.length > 0);
    await stop(rosa.caller, second);
  });

  test("one that waits is stopped without having begun", async () => {
    const first = await ask(thabo.caller, big, { seconds: 60 });
    const second = await ask(rosa.caller, other, { seconds: 60 });
    expect(await stop(rosa.caller, second)).toMatchObject({ state: "stopped", startedAt: null, plans: [] });
    await stop(thabo.caller, first);
    expect(await latest(rosa.caller, other)).toMatchObject({ id: second.id, state: "stopped", startedAt: null });
  });
});

test("a killed server says that it was interrupted, and keeps the best; what waited was interrupted too", async () => {
  const first = await ask(thabo.caller, big, { seconds: 120 });
  const second = await ask(rosa.caller, other, { seconds: 60 });
  const seen = await rosa.until(first.id, ({ plans }) => plans.length > 0);
  // The best is written once a second.
  await rosa.until(first.id, ({ progress }) => (progress.at(-1)?.at ?? 0) > (seen.progress.at(-1)?.at ?? 0) + 1500);
  await server.kill("SIGKILL");
  await server.start();
  const page = await openFollower(server.url, rosa.caller.token);
  const found = await latest(page.caller, big);
  expect(found).toMatchObject({ id: first.id, state: "interrupted" });
  expect(placedIn(found ?? undefined)).toBeGreaterThanOrEqual(placedIn(seen));
  expect(await latest(page.caller, other)).toMatchObject({ id: second.id, state: "interrupted", plans: [] });
  // And it can be asked for again.
  const again = await ask(page.caller, big, { seconds: 30 });
  expect((await stop(page.caller, again)).state).toBe("stopped");
  page.caller.close();
});

test("a server that is asked to end does so at once, in the middle of a search", async () => {
  const page = await openFollower(server.url, rosa.caller.token);
  const begun = await ask(page.caller, big, { seconds: 120 });
  const seen = await page.until(begun.id, ({ plans }) => plans.length > 0);
  const from = performance.now();
  await server.kill("SIGTERM");
  expect(performance.now() - from).toBeLessThan(1900);
  await server.start();
  const later = await openFollower(server.url, rosa.caller.token);
  const found = await latest(later.caller, big);
  expect(found).toMatchObject({ id: begun.id, state: "interrupted" });
  expect(placedIn(found ?? undefined)).toBeGreaterThanOrEqual(placedIn(seen));
  later.caller.close();
});
