import { afterAll, beforeAll, expect, test } from "vitest";
import { childrenOf, cpuOf } from "../bench/cpu.ts";
import { countFlow, share } from "../bench/flow.ts";
import { censusOf, openHall } from "../bench/hall.ts";
import type { Hall } from "../bench/hall.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { eventually } from "../support/senses.ts";

// Nothing in excess: thirty listeners of one voice cost thirty consumers and thirty packets a packet, and no thought.

const listeners = 30;
const seconds = 6;

let server: TestServer;
let hall: Hall;
beforeAll(async () => {
  server = await startServer();
  hall = await openHall(server);
  await hall.admit(listeners);
});
afterAll(async () => {
  hall?.close();
  await server?.close();
});

/** Each stream of the voice on air; it is there from the first answer on. */
const streamsOf = ({ listeners: all, source }: Hall) =>
  all.map(({ streams }) => {
    const stream = streams.get(source);
    if (stream === undefined) throw new Error("a listener was not offered the voice on air");
    return stream;
  });

test("one running consumer a listener, and packets out are packets published × listeners", async () => {
  const census = await censusOf(server, hall.occurrenceId);
  const streams = streamsOf(hall);
  await eventually(async () => expect(Math.min(...streams.map(({ packets }) => packets))).toBeGreaterThan(0));
  const { media } = await census();
  const pages = media.endpoints.filter(({ page }) => page === "participant");
  expect(pages.map(({ consumers }) => consumers.filter(({ running }) => running).map(({ source }) => source))).toEqual(
    Array.from({ length: listeners }, () => [hall.source]),
  );

  const flow = await countFlow(hall.voice, streams, [], seconds);
  expect(flow.published).toBe(seconds * 50);
  expect(Math.abs(share(flow) - 1)).toBeLessThanOrEqual(0.005);
  // No one listener's lack is hidden by another's excess.
  for (const packets of flow.received) expect(packets).toBeGreaterThanOrEqual(flow.published * 0.98);
});

test("stage and gateway do nothing while sound flows", async () => {
  const census = await censusOf(server, hall.occurrenceId);
  const messages: string[] = [];
  for (const { caller } of hall.listeners) caller.socket.onAny((name: string) => messages.push(name));
  // Presence is said once a second while people come; they have all come.
  await eventually(async () => {
    messages.length = 0;
    await hall.voice.reached(hall.voice.next() + 75);
    expect(messages).toEqual([]);
  });
  const before = await census();
  const [worker] = childrenOf(server.pid());
  if (worker === undefined) throw new Error("the server has no worker");
  const workerBefore = cpuOf(worker);
  const flow = await countFlow(hall.voice, streamsOf(hall), [server.pid()], seconds);
  const after = await census();
  expect(messages).toEqual([]);
  expect({ seq: after.seq, hash: after.hash }).toEqual({ seq: before.seq, hash: before.hash });
  const node = (flow.cpu[0] ?? 0) / flow.seconds;
  const media = (cpuOf(worker) - workerBefore) / flow.seconds;
  console.log(`of one core: Node ${(node * 100).toFixed(1)} %, media worker ${(media * 100).toFixed(1)} %`);
  // 1,500 packets a second leave: a tenth of a millisecond in Node for each would be 15 %.
  expect(node).toBeLessThan(0.1);
});
