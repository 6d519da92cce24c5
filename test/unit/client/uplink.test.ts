import { expect, test } from "vitest";
import { uplinkOf } from "../../../client/media/uplink.ts";

const report = (...stats: readonly { readonly type: string; readonly [key: string]: unknown }[]) =>
  new Map(stats.map((stat, index) => [String(index), stat]));

test("the chosen pair says what the line carries, all layers together what was sent", () => {
  const list = report(
    { type: "outbound-rtp", rid: "r0", bytesSent: 100 },
    { type: "outbound-rtp", rid: "r1", bytesSent: 20 },
    { type: "candidate-pair", nominated: false, availableOutgoingBitrate: 9_000_000 },
    { type: "candidate-pair", nominated: true, availableOutgoingBitrate: 1_500_000, bytesSent: 7000 },
  );
  expect(uplinkOf(list)).toEqual({ available: 1_500_000, sent: 120 });
});

test("a browser that does not say what the line carries", () => {
  const list = report({ type: "candidate-pair", nominated: true }, { type: "outbound-rtp", bytesSent: 1 });
  expect(uplinkOf(list)).toEqual({ available: null, sent: 1 });
});
