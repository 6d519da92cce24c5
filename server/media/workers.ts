import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { createWorker } from "mediasoup";
import type { TransportListenInfo, WebRtcServer, Worker } from "mediasoup/types";
import type { Logger } from "pino";
import { isPublic } from "../config.ts";
import type { Config } from "../config.ts";

/** A media worker with its one UDP and one TCP port. */
export interface Seat {
  readonly index: number;
  readonly worker: Worker;
  readonly server: WebRtcServer;
}

/** What of a worker is written down, so that one that outlives its server can be told from a stranger with its number. */
interface WorkerMark {
  readonly pid: number;
  readonly startedAt: string;
}

/**
 * The media workers. Worker i listens on MEDIA_PORT + i, UDP and TCP, so that a firewall knows the range.
 * A worker that dies is replaced at once; who used it is told and builds its media anew.
 */
export class WorkerPool {
  readonly #config: Config;
  readonly #log: Logger;
  readonly #marks: string;
  readonly #onDied: (worker: Worker) => void;
  readonly #seats = new Map<number, Seat>();
  readonly #load = new Map<number, number>();
  #closed = false;

  private constructor(config: Config, log: Logger, marks: string, onDied: (worker: Worker) => void) {
    this.#config = config;
    this.#log = log;
    this.#marks = marks;
    this.#onDied = onDied;
  }

  /** Starts all workers. `marks`: the file in which their pids are kept. Rejects if a port cannot be had. */
  static async open(config: Config, log: Logger, marks: string, onDied: (worker: Worker) => void): Promise<WorkerPool> {
    const pool = new WorkerPool(config, log, marks, onDied);
    await killStale(marks, log);
    const count = config.WORKERS ?? Math.min(8, Math.max(1, cpus().length));
    await Promise.all(Array.from({ length: count }, (_, index) => pool.#start(index)));
    await pool.#writeMarks();
    return pool;
  }

  /** The worker with the fewest stages. `release` gives the place back. */
  take(): { readonly seat: Seat; readonly release: () => void } {
    const seats = [...this.#seats.values()].sort((a, b) => this.#loadOf(a.index) - this.#loadOf(b.index));
    const seat = seats[0];
    if (seat === undefined) throw new Error("no media worker is running");
    this.#load.set(seat.index, this.#loadOf(seat.index) + 1);
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      this.#load.set(seat.index, this.#loadOf(seat.index) - 1);
    };
    return { seat, release };
  }

  get workers(): readonly Worker[] {
    return [...this.#seats.values()].map(({ worker }) => worker);
  }

  close(): void {
    this.#closed = true;
    for (const { worker } of this.#seats.values()) worker.close();
    this.#seats.clear();
  }

  #loadOf(index: number): number {
    return this.#load.get(index) ?? 0;
  }

  async #start(index: number): Promise<void> {
    const { MEDIASOUP_WORKER_BIN } = this.#config;
    const worker = await createWorker({
      logLevel: "warn",
      ...(MEDIASOUP_WORKER_BIN === undefined ? {} : { workerBin: MEDIASOUP_WORKER_BIN }),
    });
    worker.on("died", () => {
      if (this.#closed) return;
      this.#log.error({ worker: index }, "media worker died; a new one is started");
      this.#seats.delete(index);
      this.#load.set(index, 0);
      this.#start(index)
        .then(() => this.#writeMarks())
        .catch((error: unknown) =>
          this.#log.fatal({ err: error, worker: index }, "media worker could not be started again"),
        )
        .finally(() => this.#onDied(worker));
    });
    const server = await worker.createWebRtcServer({ listenInfos: this.#listenInfos(this.#config.MEDIA_PORT + index) });
    this.#seats.set(index, { index, worker, server });
  }

  #listenInfos(port: number): TransportListenInfo[] {
    const { announced, ANNOUNCED_ADDRESSES } = this.#config;
    if (ANNOUNCED_ADDRESSES === undefined) {
      return announced.flatMap((ip) => [
        { protocol: "udp", ip, port },
        { protocol: "tcp", ip, port },
      ]);
    }
    // One socket can announce one address: the first named one is announced for all interfaces, further ones are listened on.
    const [first, ...others] = announced;
    if (others.length === 0 && first !== undefined) {
      return (["udp", "tcp"] as const).map((protocol) => ({ protocol, ip: "0.0.0.0", port, announcedAddress: first }));
    }
    return announced.flatMap((ip) => (["udp", "tcp"] as const).map((protocol) => ({ protocol, ip, port })));
  }

  async #writeMarks(): Promise<void> {
    const marks: WorkerMark[] = [];
    for (const { worker } of this.#seats.values())
      marks.push({ pid: worker.pid, startedAt: startOf(worker.pid) ?? "" });
    await writeFile(this.#marks, JSON.stringify(marks));
  }
}

/** Can anybody outside this machine's network reach one of the announced addresses? */
export const reachable = (announced: readonly string[]): boolean => announced.some(isPublic);

/** A process's start in clock ticks since boot (proc(5), field 22 of stat): with the pid it names one process for good. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** Ends workers of a server that was killed: a stopped worker outlives it and holds its port. */
async function killStale(marks: string, log: Logger): Promise<void> {
  let known: readonly WorkerMark[];
  try {
    known = JSON.parse(await readFile(marks, "utf8")) as readonly WorkerMark[];
  } catch {
    // The first start, or a file cut off by a crash: nothing is known.
    return;
  }
  for (const { pid, startedAt } of known) {
    if (startedAt === "" || startOf(pid) !== startedAt) continue;
    log.warn({ pid }, "ending a media worker that its server has left behind");
    process.kill(pid, "SIGKILL");
    await gone(pid, startedAt);
  }
}

async function gone(pid: number, startedAt: string): Promise<void> {
  const until = performance.now() + 2000;
  while (startOf(pid) === startedAt && performance.now() < until) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
