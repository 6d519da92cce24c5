import { lineThrough, median } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { warmed, whenHeard, whenOf } from "./ear.ts";
import { openStand, pressListen, tones } from "./stand.ts";
import type { Stand } from "./stand.ts";

const name = "listen";

/** What is measured, and what it may take: round trips, and seconds beside them. */
export const limits = {
  "socket open": { trips: 6, constant: 0.5 },
  warmed: { trips: 1.5, constant: 0.2 },
  "warmed, speaker begins after": { trips: 1.5, constant: 0.2 },
  "from navigation": { trips: 14, constant: 1.5 },
  // Nothing is promised beside the round trips; decoding takes here what it takes on a warmed path.
  "called, at who listens": { trips: 2.5, constant: 0.2 },
} as const;
export type Way = keyof typeof limits;
export const ways = Object.keys(limits) as readonly Way[];

/** Seconds until the tone was decoded, one run after the other. */
export type Runs = Readonly<Record<Way, readonly number[]>>;

/** Megabits a second of the line. */
const mbit = 10;

/** Runs everything `runs` times over a line of `rtt` milliseconds. */
export async function measureListen(stand: Stand, rtt: number, runs: number): Promise<Runs> {
  await stand.line.shape({ rtt, mbit });
  const taken: Record<Way, number[]> = {
    "socket open": [],
    warmed: [],
    "warmed, speaker begins after": [],
    "from navigation": [],
    "called, at who listens": [],
  };
  for (let run = 0; run < runs; run += 1) {
    const { context, url } = await stand.visitor();
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: "commit" });
      const began = await page.evaluate(() => performance.timeOrigin);
      await pressListen(page);
      taken["from navigation"].push((await whenHeard(page)) - began);

      // A page that listened before listens again by itself.
      await page.reload({ waitUntil: "commit" });
      const heard = await whenHeard(page);
      taken["socket open"].push(heard - (await whenOf(page, "opened")));

      await stand.come();
      await page.evaluate((tone) => window.testEar.listenFor(tone), tones.speaker);
      await warmed(page, 2);
      const called = await stand.call();
      taken["called, at who listens"].push((await whenHeard(page)) - called);
      await stand.giveBack();
      await page.close();

      const second = await context.newPage();
      await second.goto(url);
      await warmed(second, 1);
      await pressListen(second);
      taken.warmed.push((await whenHeard(second)) - (await whenOf(second, "clicked")));
      await second.close();

      const third = await context.newPage();
      await third.goto(url);
      await warmed(third, 1);
      const other = await stand.begin();
      await third.evaluate((tone) => window.testEar.listenFor(tone), tones.room);
      await warmed(third, 2);
      await pressListen(third);
      taken["warmed, speaker begins after"].push((await whenHeard(third)) - (await whenOf(third, "clicked")));
      await other.end();
    } finally {
      await context.close();
    }
  }
  return Object.fromEntries(ways.map((way) => [way, taken[way].map((ms) => ms / 1000)])) as Record<Way, number[]>;
}

/** Slopes over the round-trip time and constants, from the medians at three lengths of line. */
export async function listen(say: (figure: Figure) => void): Promise<void> {
  const stand = await openStand();
  try {
    const points = new Map<Way, (readonly [number, number])[]>(ways.map((way) => [way, []]));
    for (const rtt of [50, 150, 300]) {
      const runs = await measureListen(stand, rtt, 7);
      for (const way of ways) {
        const value = median(runs[way]);
        points.get(way)?.push([rtt / 1000, value]);
        say({ name, figure: `${way}, ${rtt} ms`, value, unit: "s", target: null });
      }
    }
    for (const way of ways) {
      const { slope, constant } = lineThrough(points.get(way) ?? []);
      say({ name, figure: `${way}: slope`, value: slope, unit: "round trips", target: limits[way].trips });
      say({ name, figure: `${way}: constant`, value: constant, unit: "s", target: limits[way].constant });
    }
  } finally {
    await stand.close();
  }
}
