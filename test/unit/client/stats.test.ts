import { expect, test } from "vitest";
import { countersOf, flowBetween, noFlow } from "../../../client/media/stats.ts";
import type { StatsList } from "../../../client/media/stats.ts";

type Stat = Parameters<Parameters<StatsList["forEach"]>[0]>[0];
const list = (...stats: Stat[]): StatsList => stats;

const chromium = (at: number, bytes: number, packets: number, lost: number) =>
  countersOf(
    list(
      { id: "T", type: "transport", selectedCandidatePairId: "P2" },
      {
        id: "P1",
        type: "candidate-pair",
        nominated: true,
        state: "succeeded",
        bytesReceived: 9,
        currentRoundTripTime: 9,
      },
      {
        id: "P2",
        type: "candidate-pair",
        nominated: true,
        state: "succeeded",
        bytesReceived: bytes,
        bytesSent: bytes / 2,
        currentRoundTripTime: 0.042,
      },
      { id: "A", type: "inbound-rtp", mid: "0", packetsReceived: packets, packetsLost: lost },
      { id: "B", type: "inbound-rtp", mid: "1", packetsReceived: 5, packetsLost: 0 },
      { id: "X", type: "inbound-rtp", mid: "probator", packetsReceived: packets, packetsLost: packets },
    ),
    at,
  );

test("what flowed in two seconds", () => {
  expect(flowBetween(chromium(0, 1000, 100, 2), chromium(2000, 11_000, 196, 6))).toEqual({
    rtt: 42,
    down: 40_000,
    up: 20_000,
    lostDown: 0.04,
    lostUp: 0,
    arrived: new Set(["0"]),
  });
});

test("the first look knows the round trip and no rates", () => {
  expect(flowBetween(null, chromium(0, 1000, 100, 2))).toEqual({ ...noFlow, rtt: 42 });
});

test("Firefox marks the pair itself", () => {
  const counters = countersOf(
    list({ id: "P", type: "candidate-pair", selected: true, bytesReceived: 7, currentRoundTripTime: 0.3 }),
    0,
  );
  expect(counters).toMatchObject({ rtt: 300, bytesDown: 7 });
});

test("losses on the way up are those that the server reports, of what was sent meanwhile", () => {
  const sent = (packets: number, lost: number, at: number) =>
    countersOf(
      list(
        { id: "O", type: "outbound-rtp", packetsSent: packets },
        { id: "R", type: "remote-inbound-rtp", packetsLost: lost },
      ),
      at,
    );
  expect(flowBetween(sent(100, 10, 0), sent(200, 35, 2000)).lostUp).toBe(0.25);
  // Late packets come after all: the count falls.
  expect(flowBetween(sent(100, 10, 0), sent(200, 5, 2000)).lostUp).toBe(0);
});
