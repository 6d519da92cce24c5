import { afterAll, beforeAll, expect, test } from "vitest";
import { median } from "../bench/figures.ts";
import { limits, measureListen, ways } from "../bench/listen.ts";
import type { Runs } from "../bench/listen.ts";
import { heaviest, measurePage } from "../bench/page.ts";
import { openStand } from "../bench/stand.ts";
import type { Stand } from "../bench/stand.ts";
import { noNamespaces } from "../support/line.ts";

// The short form of `npm run bench -- listen page`: one length of line, few runs, the same limits.

const rtt = 150;
const runs = 3;

let stand: Stand;
let taken: Runs;
beforeAll(async () => {
  if (noNamespaces) return;
  stand = await openStand();
  taken = await measureListen(stand, rtt, runs);
});
afterAll(() => stand?.close());

test.skipIf(noNamespaces).for(ways)("over a line of 150 ms: %s", (way) => {
  const { trips, constant } = limits[way];
  const value = median(taken[way]);
  const round = (value - constant) / (rtt / 1000);
  console.log(
    `${way}: ${taken[way].map((seconds) => seconds.toFixed(3)).join(", ")} s: ${round.toFixed(1)} round trips beside ${constant} s`,
  );
  expect(round).toBeLessThanOrEqual(trips);
});

test("what comes until Listen now can be pressed: 100 kB at most, under 10 kB at the second visit", async () => {
  const { first, second } = await measurePage();
  console.log(`first visit ${first.down.toFixed(1)} kB, second ${second.down.toFixed(1)} kB`);
  expect(first.down).toBeLessThanOrEqual(heaviest.first);
  expect(second.down).toBeLessThan(heaviest.second);
});
