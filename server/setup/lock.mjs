// One set-up at a time does a thing; others wait for it. A lock is a file that its holder touches every two seconds; one
// whose holder is dead, or that has not been touched for a while, is taken over. Should two take over the same one in the
// same moment, they do the work twice; the worker and the pages are put in place by one rename, so nobody sees half.
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./alive.mjs";

const touchMs = 2000;
const staleMs = 15_000;
const me = `${hostname()} ${process.pid}`;

function take(file) {
  try {
    writeFileSync(file, me, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

function isStale(file) {
  try {
    const [host, pid] = readFileSync(file, "utf8").split(" ");
    if (host === hostname() && pid && !isAlive(Number(pid))) return true;
    return Date.now() - statSync(file).mtimeMs > staleMs;
  } catch {
    return false; // Just released.
  }
}

/**
 * @template T
 * @param {string} file
 * @param {(detail: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else {
      say("another set-up is at it; waiting");
      await pause(300);
    }
  }
  const touching = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Taken over by somebody who thought us dead; see above.
    }
  }, touchMs);
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off("exit", release);
    release();
  }
}
