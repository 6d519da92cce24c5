import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Plan, PlanFile } from "../../shared/plan/model.ts";
import { headOf, partsOf } from "../plan/parts.ts";
import type { FromThread, Order, ToThread } from "./messages.ts";

/** What a thread works on. */
export interface Task extends Omit<Order, "released"> {
  readonly plan: Plan;
  readonly released: PlanFile | null;
}

export interface RunPorts {
  readonly hear: (message: FromThread) => void;
  /** It has ended by itself; null: with all that it had to do. Not called after `stop`. */
  readonly ended: (error: Error | null) => void;
  /** It still searches though its time was over a while ago: HiGHS looks at the clock when it likes to. To be stopped. */
  readonly late: () => void;
}

/** Old objects of a problem and its model; what HiGHS takes is beside that (4 GiB at most, WebAssembly's own limit). */
const heapMb = 2048;

/** So many seconds after its time a search must be over, unless something else is said. */
const usualPatience = 3;

/** One thread that searches, from its start to its end. */
export class Run {
  readonly #worker: Worker;
  readonly #ports: RunPorts;
  readonly #lateAfter: number;
  #over = false;
  #late: NodeJS.Timeout | undefined;

  constructor(task: Task, ports: RunPorts, patience = usualPatience) {
    this.#ports = ports;
    this.#lateAfter = (task.wish.seconds + patience) * 1000;
    this.#worker = new Worker(new URL("thread.ts", import.meta.url), {
      // What this process was started with (a tether to its parent, say) is none of the thread's business.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#worker.on("message", (message: FromThread) => {
      if (this.#over) return;
      this.#time(message);
      ports.hear(message);
    });
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", (code) => this.#end(code === 0 ? null : new Error(`the thread ended with ${code}`)));
    this.#send(task).catch((error: unknown) => {
      this.#end(error instanceof Error ? error : new Error(String(error)));
      void this.#worker.terminate();
    });
  }

  /** Ends it at once, in the middle of whatever it does (the solver's own interrupt takes seconds). */
  async stop(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#late);
    await this.#worker.terminate();
  }

  #end(error: Error | null): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#late);
    this.#ports.ended(error);
  }

  /** The search has its time from when it begins to when it has found what it will. What explains that is no part of it. */
  #time({ kind }: FromThread): void {
    if (kind === "found") clearTimeout(this.#late);
    if (kind === "begun") this.#late = setTimeout(() => this.#ports.late(), this.#lateAfter);
  }

  async #send({ plan, released, ...order }: Task): Promise<void> {
    for (const part of partsOf(plan, released)) {
      this.#post(part);
      await setImmediate();
      if (this.#over) return;
    }
    this.#post({ kind: "order", order: { ...order, released: headOf(released) } });
  }

  #post(message: ToThread): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    this.#worker.postMessage(message);
  }
}
