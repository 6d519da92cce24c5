// The server that this clone started before, which may still be on its way out when the next is started: after a
// SIGKILL of npm, say. The next one waits for it, because it would want the same ports and the same database.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./alive.mjs";
import { cloneCache } from "./places.mjs";

const record = join(cloneCache, "server.json");
const patienceMs = 4000;

/** A pid may have been given to somebody else meanwhile. */
function isOurServer(pid) {
  const commandLine = `/proc/${pid}/cmdline`;
  return isAlive(pid) && (!existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("server/main.ts"));
}

function read() {
  try {
    return JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return undefined;
  }
}

/** Waits for a server whose starter is gone or is ending it. One that is simply running is left alone. */
export async function waitForPrevious() {
  const previous = read();
  if (!previous || !isOurServer(previous.server)) return;
  const until = performance.now() + patienceMs;
  while (performance.now() < until && isOurServer(previous.server)) {
    const startersEnd = read()?.ending === true || !isAlive(previous.starter);
    // A starter whose own parent was killed takes a moment to notice.
    if (!startersEnd && performance.now() > until - patienceMs + 600) return;
    await pause(50);
  }
  if (isOurServer(previous.server) && !isAlive(previous.starter)) process.kill(previous.server, "SIGKILL");
}

/** @param {{ server: number, ending: boolean }} state */
export function recordServer(state) {
  mkdirSync(cloneCache, { recursive: true });
  writeFileSync(record, JSON.stringify({ ...state, starter: process.pid }));
}

export function forgetServer() {
  if (read()?.starter === process.pid) rmSync(record, { force: true });
}
