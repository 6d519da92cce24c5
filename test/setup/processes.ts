// `npm start` as a person would call it, and what it started.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { delimiter } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/** The environment that a person's shell would have: nothing of npm's, vitest's or this run's. */
function shellEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const ours = /^(npm_|VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|MEDIASOUP_WORKER_BIN$|CROSSROOM_)/i;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), ...extra };
}

/** All processes that descend from one, itself first. */
function familyOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...children(child)]);
  return [pid, ...children(pid)];
}

/** Runs, and is not only a number that nobody has asked for since it ended. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export class Start {
  readonly #npm: ChildProcess;
  readonly #began = performance.now();
  readonly #exit: Promise<number | null>;
  #output = "";
  #family: number[] = [];

  constructor(folder: string, environment: Readonly<Record<string, string>>) {
    // A session of its own, as a terminal gives it: signals to the group reach npm and all that npm started in it.
    this.#npm = spawn("npm", ["start"], {
      cwd: folder,
      env: shellEnvironment(environment),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#exit = new Promise((resolve) => this.#npm.once("exit", (code) => resolve(code)));
    for (const stream of [this.#npm.stdout, this.#npm.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => (this.#output += `${line}\n`));
    }
  }

  get pid(): number {
    return this.#npm.pid ?? 0;
  }

  /** npm, our set-up, the server, its workers: those of them that live. */
  get alive(): number[] {
    return this.#family.filter(isAlive);
  }

  /** Resolves to milliseconds from the call of npm to a page that answered. */
  async answers(limitMs: number): Promise<number> {
    const until = performance.now() + limitMs;
    while (performance.now() < until && this.#npm.exitCode === null) {
      const url = /http:\/\/localhost:\d+/.exec(this.#output)?.[0];
      const response = url ? await fetch(url).catch(() => undefined) : undefined;
      if (response?.ok && (await response.text()).includes("<html")) {
        this.#family = familyOf(this.pid);
        return performance.now() - this.#began;
      }
      await pause(25);
    }
    throw new Error(`no page within ${limitMs} ms:\n${this.#output}`);
  }

  /** Resolves to the milliseconds until nobody of the family was left; rejects after the limit. */
  async gone(limitMs: number): Promise<number> {
    const began = performance.now();
    while (this.alive.length > 0) {
      if (performance.now() - began > limitMs)
        throw new Error(`still there: ${this.alive.join(", ")}\n${this.#output}`);
      await pause(20);
    }
    return performance.now() - began;
  }

  /** npm's exit code. */
  ended(): Promise<number | null> {
    return this.#exit;
  }

  /** Whatever is left of it, at once. */
  kill(): void {
    for (const pid of [this.pid, ...this.#family].filter(isAlive)) process.kill(pid, "SIGKILL");
  }
}
