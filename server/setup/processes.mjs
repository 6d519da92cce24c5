// Child processes: tools that the set-up runs, and the one program in the foreground that a command is for.
// Each gets a process group of its own, so that it can be ended with all it started, and so that Ctrl-C (which the
// terminal and npm both pass on) reaches it exactly once: through us.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { SetUpError } from "./steps.mjs";

const graceMs = 5000;
const secondPressMs = 1000;

const running = new Set();
let foreground;

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

function onSignal(signal) {
  if (foreground) {
    foreground.ask(signal === "SIGHUP" ? "SIGTERM" : signal);
    return;
  }
  for (const child of running) endGroup(child, "SIGTERM");
  process.stderr.write("\n");
  process.exit(128 + constants.signals[signal]);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);

// Whoever started us (npm, mostly) may be killed without a chance to tell us.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) onSignal("SIGTERM");
}, 250).unref();

/**
 * Runs a tool to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>} code -1: it could not be started, or ran out of time
 */
export function attempt(program, args, { cwd, env, limitMs, onLine } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const lines = [];
    const read = (stream) =>
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (lines.length > 400) lines.shift();
        onLine?.(line);
      });
    read(child.stdout);
    read(child.stderr);
    running.add(child);
    let late = false;
    const limit =
      limitMs &&
      setTimeout(() => {
        late = true;
        endGroup(child, "SIGKILL");
      }, limitMs);
    const end = (code) => {
      clearTimeout(limit);
      running.delete(child);
      done({ code, output: lines.join("\n") });
    };
    child.once("error", (error) => {
      lines.push(error.message);
      end(-1);
    });
    child.once("close", (code) => {
      if (late) lines.push(`gave up after ${limitMs / 1000} s`);
      end(late ? -1 : (code ?? -1));
    });
  });
}

/** Like attempt, but anything but success is a SetUpError with the end of what the tool said. */
export async function run(program, args, options) {
  const { code, output } = await attempt(program, args, options);
  if (code !== 0) {
    const last = output.split("\n").slice(-60).join("\n");
    throw new SetUpError(`${program} ${args.slice(0, 3).join(" ")} failed (${code}):\n${last}`);
  }
  return output;
}

/** Arguments of a Node program that ends when we are gone. */
export const tethered = (...args) => ["--import", join(import.meta.dirname, "tether.mjs"), ...args];

/**
 * Runs programs in the foreground until one of them ends; then the others are asked to end too. Signals reach each
 * of them once; whoever has not ended 5 s later, or at a second Ctrl-C, is killed with all it started. Should we be
 * killed ourselves, their channel to us closes, and those that are `tethered` end. `reads`: it is given our standard input.
 * @param {{ program: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string, reads?: boolean }[]} programs
 * @param {{ started?: (pids: number[]) => void, ending?: (pids: number[]) => void }} told
 * @returns {Promise<number>} exit code of the first that ended
 */
export async function inForeground(programs, told = {}) {
  const children = programs.map(({ program, args, env, cwd, reads = false }) =>
    spawn(program, args, {
      cwd,
      env,
      detached: true,
      stdio: [reads ? "inherit" : "ignore", "inherit", "inherit", "ipc"],
    }),
  );
  const ends = children.map(
    (child) =>
      new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
      }),
  );
  const pids = children.map(({ pid }) => pid);
  const alive = () => children.filter((child) => child.exitCode === null && child.signalCode === null);
  const killAll = () => alive().forEach((child) => endGroup(child, "SIGKILL"));
  let askedAt;
  const ask = (signal) => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      told.ending?.(pids);
      for (const child of alive()) child.kill(signal);
      setTimeout(killAll, graceMs).unref();
    } else if (performance.now() - askedAt > secondPressMs) {
      killAll();
    }
  };
  foreground = { ask };
  told.started?.(pids);
  const code = await Promise.race(ends);
  ask("SIGTERM");
  await Promise.allSettled(ends);
  foreground = undefined;
  return code;
}
