import { readFileSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Preloaded into a server (`NODE_OPTIONS=--import=…`, with LOOP_LAG naming a file): how long its event loop was blocked.
// SIGUSR2 writes the longest delays since the last one (`LoopLag`) and begins anew.

export interface LoopLag {
  readonly round: number;
  /** The longest delay, as `monitorEventLoopDelay` has it; milliseconds, as all. */
  readonly longest: number;
  /** The longest without what the thread waited for a processor that other programs had (Linux; elsewhere the same). */
  readonly own: number;
}

const resolution = 5;

/** Milliseconds that the process's first thread has waited for a processor since it began (Linux, sched-stats.rst). */
function waited(): number {
  try {
    const nanoseconds = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[1];
    return Number(nanoseconds) / 1e6;
  } catch {
    // Not Linux, or its kernel does not count that.
    return 0;
  }
}

const file = process.env["LOOP_LAG"];
if (isMainThread && file !== undefined && process.argv[1]?.endsWith("server/main.ts") === true) {
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  let [round, own, at, before] = [0, 0, performance.now(), waited()];
  setInterval(() => {
    const now = performance.now();
    const since = waited();
    own = Math.max(own, now - at - resolution - (since - before));
    [at, before] = [now, since];
  }, resolution);
  process.on("SIGUSR2", () => {
    round += 1;
    const lag: LoopLag = { round, longest: histogram.max / 1e6, own };
    histogram.reset();
    own = 0;
    writeFileSync(file, JSON.stringify(lag));
  });
}
