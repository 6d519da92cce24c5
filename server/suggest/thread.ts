import { parentPort } from "node:worker_threads";
import { kernelThread, setBehind } from "../threads.ts";
import type { FromThread, ToThread } from "./messages.ts";

// What runs in the thread: gathers the plan, does what it is asked to, and ends. Nothing interrupts it but its end.

if (parentPort === null) throw new Error("this file is for a thread");
const port = parentPort;
const say = (message: FromThread): void => port.postMessage(message);

// Before all else: to load the solver already takes a processor for a second, and the server's own thread wants one.
const thread = kernelThread();
setBehind(thread, "behind");
say({ kind: "thread", id: thread });

const { readZones } = await import("../../shared/plan/zones.ts");
const { Gathered } = await import("../plan/parts.ts");
const { explain, search } = await import("./work.ts");
const gathered = new Gathered();

port.on("message", (message: ToThread) => {
  if (message.kind === "things") {
    gathered.add(message);
    return;
  }
  const { order } = message;
  const task = {
    ...order,
    zones: readZones(order.zones),
    plan: gathered.plan(),
    released: gathered.released(order.released),
  };
  const work = order.explain === null ? search(task, say) : explain(task, order.explain, say);
  // The open port keeps the thread alive. What breaks ends it with the error, and the server hears of that.
  void work.then(() => port.close());
});
