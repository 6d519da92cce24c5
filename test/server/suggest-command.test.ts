import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile } from "../../shared/plan/file.ts";
import type { PlanFile } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import { conferenceId, planWith } from "../support/planmaker.ts";
import type { GivenPlan } from "../support/planmaker.ts";
import { instanceFile } from "../support/suggestfollow.ts";

// `npm run suggest`, without the set-up before it.

const command = resolve(import.meta.dirname, "../../server/cli/suggest.ts");
let folder: string;

/** A plenary at an hour that wakes Los Angeles; Durban and Los Angeles share evening and morning. */
const early: GivenPlan = {
  conference: { name: "Two cities", firstDay: "2027-03-05", lastDay: "2027-03-06" },
  rooms: { durban: {} },
  groups: { angeles: { name: "Los Angeles", city: "Los Angeles", zone: "America/Los_Angeles" } },
  sessions: {
    plenary: { title: "Plenary", in: "durban", at: "2027-03-05T10:00", links: ["angeles"] },
    // Nobody's hours allow for this one: it needs somebody who is never there.
    lecture: { title: "Lecture", in: "durban", personIds: ["rosa"], at: null },
  },
  people: { rosa: { name: "Rosa", hours: { rest: "blocked", week: [], dated: [] } } },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crossroom-suggest-"));
  await write("plan.json", planFile(planWith(early), conferenceId));
  await write("big.json", instanceFile("big", 1, "big", { ranges: true }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): Promise<void> =>
  writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

interface Running {
  readonly ended: Promise<Ran>;
  readonly said: () => string;
  interrupt(): void;
}

function start(args: readonly string[], input = ""): Running {
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env["PATH"], SUGGEST_FROM: folder },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  child.stdin.end(input);
  return {
    ended: new Promise((done) => child.once("close", (code) => done({ code, out, said }))),
    said: () => said,
    interrupt: () => void child.kill("SIGINT"),
  };
}

const run = (...args: readonly string[]): Promise<Ran> => start(args).ended;

test("the plan in words, and as a file with the suggestion taken", async () => {
  const { code, out } = await run("plan.json", "--seconds", "10", "--out", "out.json");
  expect(code).toBe(0);
  expect(out).toContain("FAIREST");
  expect(out).toMatch(/Los Angeles: 0 hours/);
  expect(out).toMatch(/“Plenary” goes from 10:00 .* in Durban/);
  expect(out).toContain("Not placed:");
  expect(out).toMatch(/Lecture.*Rosa/);
  const file = JSON.parse(await readFile(join(folder, "out.json"), "utf8")) as PlanFile;
  const start = file.occurrences.find(({ id }) => id === "plenary")?.start;
  // 17:00 in Durban is 07:00 in Los Angeles; 18:00 is 08:00, its first kind hour. The room closes at 22:00.
  expect(Number(start?.wall.slice(11, 13))).toBeGreaterThanOrEqual(18);
  // What it did not touch is as it was.
  const before = planFile(planWith(early), conferenceId);
  expect(file.sessions).toEqual(before.sessions);
});

test("as JSON, in Spanish, from standard input", async () => {
  const plan = await readFile(join(folder, "plan.json"), "utf8");
  const { code, out } = await start(["-", "--seconds", "10", "--json"], plan).ended;
  expect(code).toBe(0);
  const suggestion = JSON.parse(out) as Suggestion;
  expect(suggestion).toMatchObject({ state: "done", stage: "over", wish: { conferenceId, mode: "plan" } });
  expect(suggestion.plans[0]).toMatchObject({ placed: 1, of: 2, total: 0, proof: { best: true } });
  expect(suggestion.unplaced.map(({ occurrenceId }) => occurrenceId)).toEqual(["lecture"]);
  const spanish = await run("plan.json", "--seconds", "10", "--locale", "es");
  expect(spanish.out).toContain("LA MÁS JUSTA");
});

test("repair: what has begun stays, and as few links as can be are moved", async () => {
  const closed: GivenPlan = {
    ...early,
    sessions: {
      opening: { title: "Opening", in: "durban", at: "2027-03-05T09:00" },
      plenary: { title: "Plenary", in: "durban", at: "2027-03-06T18:00", links: ["angeles"] },
    },
  };
  await write("released.json", planFile(planWith(closed), conferenceId));
  // The draft has forgotten when the opening was, and the hall is closed for the evening.
  const blocked = [{ date: "2027-03-06", from: 1080, to: 1320, band: "blocked", why: "concert" }] as const;
  const changed = planWith({
    ...closed,
    rooms: {
      durban: {
        hours: {
          rest: "blocked",
          week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 480, to: 1320, band: "kind", why: "" }],
          dated: blocked,
        },
      },
    },
  });
  await write("changed.json", planFile(changed, conferenceId));
  const { code, out } = await run(
    ..."changed.json --mode repair --released released.json".split(" "),
    ..."--now 2027-03-05T12:00+02:00 --seconds 10 --json".split(" "),
  );
  expect(code).toBe(0);
  const [plan] = (JSON.parse(out) as Suggestion).plans;
  expect(plan).toMatchObject({ kinds: expect.arrayContaining(["least-change"]), movedSessions: 1, placed: 1 });
  expect(plan?.placements.map(({ occurrenceId }) => occurrenceId)).toEqual(["plenary"]);
});

test("Ctrl-C prints the best so far", async () => {
  const running = start(["big.json", "--seconds", "300"]);
  while (!running.said().includes("placed")) await new Promise((resolve) => setTimeout(resolve, 50));
  running.interrupt();
  const { code, out } = await running.ended;
  expect(code).toBe(0);
  expect(out).toMatch(/^The search was stopped\. The plan so far is kept\./);
  expect(out).toMatch(/Stopped early: /);
  expect(out).not.toMatch(/Proven best/);
});

test("with an earlier conference the ledger adds up what the first plan costs", async () => {
  const spring = planWith({
    conference: { name: "Spring", firstDay: "2026-03-05", lastDay: "2026-03-05" },
    groups: early.groups ?? {},
    sessions: { old: { at: "2026-03-05T10:00", links: ["angeles"] } },
  });
  const before = JSON.stringify(planFile(spring, conferenceId)).replaceAll(`:"${conferenceId}"`, ':"spring"');
  await write("spring.json", before);
  const { out } = await run("plan.json", "--earlier", "spring.json", "--seconds", "10");
  // Eight in the draft, nothing in the plan.
  expect(out).toMatch(
    /With earlier conferences \(Fairest\):\n(.*\n)*.*Los Angeles pays 0 hours, after 8 hours before \(Spring 8\)/,
  );
});

test("whoever has read enough hangs up: no stack, and the file is written", async () => {
  const child = spawn(process.execPath, [command, "plan.json", "--seconds", "5", "--json", "--out", "hung.json"], {
    env: { PATH: process.env["PATH"], SUGGEST_FROM: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  child.stdout.destroy();
  const code = await new Promise((done) => child.once("close", done));
  expect([code, said]).toEqual([0, expect.not.stringContaining("EPIPE")]);
  expect(JSON.parse(await readFile(join(folder, "hung.json"), "utf8"))).toMatchObject({ format: "crossroom-plan" });
});

test("what cannot be used is said in words, without a stack, with code 2", async () => {
  await write("broken.json", "{");
  await write("other.json", { format: "crossroom-plan" });
  const file = planFile(planWith(early), conferenceId);
  const [session, ...sessions] = file.sessions;
  await write("torn.json", { ...file, sessions: [{ ...session, hostRoomId: "nowhere" }, ...sessions] });
  await write("empty.json", planFile(planWith({ sessions: { a: { at: null } } }), conferenceId));
  const wrong: readonly (readonly [string, ...string[]])[] = [
    ["npm run suggest --"],
    ["no such file", "nothing.json"],
    ["is not JSON", "broken.json"],
    ["conference: ", "other.json"],
    ["sessions.0.hostRoomId", "torn.json"],
    ["no days", "empty.json"],
    ["needs --released", "plan.json", "--mode", "repair"],
    ["--mode: plan or repair", "plan.json", "--mode", "best"],
    ["--days: days that exist", "plan.json", "--days", "2027-02-30"],
    ["--days: 2027-03-07 is not a day of the conference", "plan.json", "--days", "2027-03-05,2027-03-07"],
    ["--out: there is no folder", "plan.json", "--out", "nowhere/out.json"],
    ["--sessions: ids", "plan.json", "--sessions", "plenary,"],
    ["--seconds: a whole number", "plan.json", "--seconds", "many"],
    ["--now: ", "plan.json", "--now", "2027-03-05T12:00"],
    ["not of this conference", "plan.json", "--sessions", "somebodys"],
    ["--nonsense", "plan.json", "--nonsense"],
  ];
  for (const [words, ...args] of wrong) {
    const { code, out, said } = await run(...args);
    expect([args.join(" "), code, out]).toEqual([args.join(" "), 2, ""]);
    expect(said).toContain(words);
    expect(said).not.toMatch(/\n {4}at /);
  }
});
