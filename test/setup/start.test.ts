// Set-up: `npm start` in a clean clone ends with a page that answers; it starts again at once whatever became of the first; and
// however it is ended, nothing of it is left. (From an empty machine: fresh.sh, by hand.)
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort, Start } from "./processes.ts";

const root = resolve(import.meta.dirname, "../..");
const firstLimit = 180_000;
const againLimit = 5000;
const endLimit = 2000;

let folder: string;
let environment: Readonly<Record<string, string>>;
const started: Start[] = [];

function start(): Start {
  const one = new Start(folder, environment);
  started.push(one);
  return one;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crossroom-clone-"));
  execFileSync("git", ["clone", "--quiet", root, folder]);
  const media = await freePort();
  environment = { PORT: String(await freePort()), MEDIA_PORT: String(Math.min(media, 65_000)), WORKERS: "2" };
});

afterEach(() => {
  for (const one of started.splice(0)) one.kill();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("a clean clone: npm start ends with a page that answers; SIGTERM ends all within 2 s, with 0", async () => {
  const first = start();
  expect(await first.answers(firstLimit)).toBeLessThan(firstLimit);
  // npm, the set-up, the server and two workers.
  expect(first.alive.length).toBeGreaterThanOrEqual(5);
  process.kill(first.pid, "SIGTERM");
  await first.gone(endLimit);
  expect(await first.ended()).toBe(0);
  expect(existsSync(join(folder, "node_modules"))).toBe(true);
});

test("a second start takes less than 5 s; Ctrl-C ends all within 2 s, with 0", async () => {
  const second = start();
  expect(await second.answers(againLimit)).toBeLessThan(againLimit);
  process.kill(-second.pid, "SIGINT");
  await second.gone(endLimit);
  expect(await second.ended()).toBe(0);
});

test("npm killed: nothing is left after 2 s", async () => {
  const one = start();
  await one.answers(againLimit);
  process.kill(one.pid, "SIGKILL");
  await one.gone(endLimit);
});

test("npm killed a moment ago: the next start takes less than 5 s", async () => {
  const one = start();
  await one.answers(againLimit);
  process.kill(one.pid, "SIGKILL");
  const next = start();
  await one.gone(againLimit);
  expect(await next.answers(againLimit)).toBeLessThan(againLimit);
  expect(one.alive).toEqual([]);
});

test("all of it killed a moment ago: the next start takes less than 5 s", async () => {
  const one = start();
  await one.answers(againLimit);
  one.kill();
  const next = start();
  expect(await next.answers(againLimit)).toBeLessThan(againLimit);
  expect(one.alive).toEqual([]);
});
