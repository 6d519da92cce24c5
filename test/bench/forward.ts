import { startServer } from "../support/server.ts";
import { openBareHall } from "./bare.ts";
import { childrenOf } from "./cpu.ts";
import type { Figure } from "./figures.ts";
import { countFlow, share } from "./flow.ts";
import type { Flow } from "./flow.ts";
import { censusOf, openHall } from "./hall.ts";

const name = "forward";
const sizes = [100, 300];
const seconds = 10;

/** One voice, many listeners: consumers, packets, CPU a packet beside bare mediasoup, and Node's share. */
export async function forward(say: (figure: Figure) => void): Promise<void> {
  const server = await startServer();
  try {
    const hall = await openHall(server);
    try {
      const census = await censusOf(server, hall.occurrenceId);
      for (const size of sizes) {
        await hall.admit(size - hall.listeners.length);
        const streams = hall.listeners.flatMap((listener) => listener.streams.get(hall.source) ?? []);
        const { media } = await census();
        const running = media.endpoints
          .filter(({ page }) => page === "participant")
          .flatMap(({ consumers }) => consumers.filter((one) => one.running));
        say({
          name,
          figure: `running consumers per listener, ${size}`,
          value: running.length / size,
          unit: "",
          target: 1,
          within: 0,
        });
        const [worker] = childrenOf(server.pid());
        if (worker === undefined) throw new Error("the server has no worker");
        const flow = await countFlow(hall.voice, streams, [worker, server.pid()], seconds);
        say({
          name,
          figure: `packets out ÷ (published × listeners), ${size}`,
          value: share(flow),
          unit: "",
          target: 1,
          within: 0.005,
        });
        say({ name, figure: `worker's CPU a packet, ${size}`, value: microseconds(flow), unit: "µs", target: null });
        await bare(size, say);
        const node = ((flow.cpu[1] ?? 0) / flow.seconds) * 100;
        say({
          name,
          figure: `Node's share of a core, ${size}`,
          value: node,
          unit: "%",
          target: size === 300 ? 10 : null,
        });
      }
    } finally {
      hall.close();
    }
  } finally {
    await server.close();
  }
}

async function bare(size: number, say: (figure: Figure) => void): Promise<void> {
  const hall = await openBareHall(size);
  try {
    const flow = await countFlow(hall.voice, hall.streams, [hall.workerPid], seconds);
    say({
      name,
      figure: `bare mediasoup's CPU a packet, ${size}`,
      value: microseconds(flow),
      unit: "µs",
      target: null,
    });
  } finally {
    hall.close();
  }
}

/** CPU time of the first process per packet that was received. */
const microseconds = ({ cpu, received }: Flow): number =>
  ((cpu[0] ?? 0) * 1e6) / received.reduce((sum, packets) => sum + packets, 0);
