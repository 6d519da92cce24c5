import type { Reception, Voice } from "../support/peer.ts";
import { packetsPerSecond } from "../support/peer.ts";
import { cpuOf } from "./cpu.ts";

export interface Flow {
  /** Packets of the window that the voice has sent. */
  readonly published: number;
  /** How many of them each listener got; and how often one came once more. */
  readonly received: readonly number[];
  readonly excess: number;
  /** CPU seconds of each process that was watched, and the wall's. */
  readonly cpu: readonly number[];
  readonly seconds: number;
}

/** The last packet has left; so long it may take to the last listener (packets of the voice). */
const settling = 25;

/** Counts `seconds` of one voice at all its listeners, packet by packet, and the CPU time meanwhile. */
export async function countFlow(
  voice: Voice,
  streams: readonly Reception[],
  pids: readonly number[],
  seconds: number,
): Promise<Flow> {
  // Far enough ahead for all counters to be set before the first of them comes.
  const from = voice.next() + settling;
  const to = from + seconds * packetsPerSecond;
  for (const stream of streams) stream.count(from, to);
  await voice.reached(from - 1);
  const began = { at: performance.now(), cpu: pids.map(cpuOf) };
  await voice.reached(to - 1);
  const ended = { at: performance.now(), cpu: pids.map(cpuOf) };
  await voice.reached(to - 1 + settling);
  return {
    published: to - from,
    received: streams.map(({ counted }) => counted.packets),
    excess: streams.reduce((sum, { counted }) => sum + counted.excess, 0),
    cpu: ended.cpu.map((used, i) => used - (began.cpu[i] ?? 0)),
    seconds: (ended.at - began.at) / 1000,
  };
}

/** Packets that came ÷ packets that should have. */
export const share = ({ published, received, excess }: Flow): number =>
  (received.reduce((sum, packets) => sum + packets, 0) + excess) / (published * received.length);
