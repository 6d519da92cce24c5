import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { openDevice } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { firstHeard, keepHearing } from "../support/hearing.ts";
import { liveIn, roomIn, startListening, startRoom } from "../support/rooms.ts";
import { eventually, heard, tonesIn } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";
import type { Mark } from "../support/sources.ts";
import { expectWantedOnly, stageState } from "../support/stagestate.ts";

// A discussion with four open rooms, each at least 6 dB from the next: the loudest three are heard, the host room among them
// whatever its loudness. Desk feeds: no automatic gain makes them equal.

const cities = ["Durban", "Los Angeles", "San Salvador", "Chennai"] as const;
type City = (typeof cities)[number];

const loudness: Readonly<Record<City, number>> = {
  "Los Angeles": 0.48,
  Durban: 0.23,
  "San Salvador": 0.11,
  Chennai: 0.05,
};
/** Chennai is the quietest for a while, then the loudest. Longer than all four take to start, and long enough to look. */
const timetable = [
  { seconds: 12, loudness: loudness.Chennai },
  { seconds: 9, loudness: 1 },
];
/** What counts as loud in the levels that consoles get (dBov): between the quietest and the loudest of Chennai. */
const loud = -15;

let server: TestServer;
let moderator: Caller;
let session: OccurrenceId;
let listener: Page;
let stations: ReadonlyMap<City, Page>;
let marks: ReadonlyMap<string, Mark>;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const drawn = drawMarks(cities, loudness);
  marks = new Map([...drawn].map(([city, mark]) => [city, city === "Chennai" ? { ...mark, timetable } : mark]));
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  session = liveIn(moderator);
  await moderator.attach(session, "console");
  await moderator.command("setFormat", { format: "discussion" });
  const context = { viewport: { width: 480, height: 360 } };
  const started = await Promise.all(
    cities.map(async (city) => {
      const mark = markOf(city);
      const device = await openDevice({ mark, context });
      ours.push(() => device.close());
      if (city === "Durban")
        listener = await startListening(await device.another(), server.invite("participant"), { name: "Lena" });
      return [city, await startRoom(device, server.invite("operator", city))] as const;
    }),
  );
  stations = new Map(started);
  for (const city of cities)
    if (city !== "Durban") await moderator.command("openRoom", { roomId: roomIn(moderator, city) });
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("while Chennai is the quietest it is left out, and heard within a second once it is the loudest", async () => {
  await chennaiFallsQuiet();
  await hears("Durban", "Los Angeles", "San Salvador");
  await keepHearing(listener, [markOf("Chennai")]);
  const before = await lastQuietMoment();
  const took = ((await firstHeard(listener, 10_000)) - before) / 1000;
  console.log(`heard at most ${took.toFixed(2)} s after it became the loudest`);
  expect(took).toBeLessThanOrEqual(1);
  // It was this change that was heard, nothing from before; levels are told four times a second.
  expect(took).toBeGreaterThan(-0.25);
  await hears("Chennai", "Durban", "Los Angeles");
});

test("and left out again once it is the quietest", async () => {
  await chennaiFallsQuiet();
  await hears("Durban", "Los Angeles", "San Salvador");
});

/** Exactly these, at a remote listener; Chennai the same without itself; and nothing else is sent to anybody. */
async function hears(...expected: readonly City[]): Promise<void> {
  const pages = [listener, stationOf("Chennai")];
  const sets = [expected, expected.filter((city) => city !== "Chennai")];
  await eventually(async () => {
    const levels = await Promise.all(pages.map((page) => tonesIn(page, [...marks.values()])));
    const found = levels.map((tones, i) => heard(tones, sets[i] ?? []));
    expect(found, levels.map((tones) => JSON.stringify([...tones])).join("\n")).toEqual(sets);
  });
  await eventually(async () =>
    expectWantedOnly(await stageState(server, moderator.token, session), [listener, ...stations.values()]),
  );
}

type Levels = Readonly<Record<string, number>>;
const isLoud = (levels: Levels): boolean => (levels[`room:${roomIn(moderator, "Chennai")}:sound`] ?? -127) > loud;

/** Waits until the server measures Chennai as quiet again after a loud time: the whole quiet time is ahead. */
async function chennaiFallsQuiet(): Promise<void> {
  await moderator.notice("levels", isLoud);
  await moderator.notice("levels", (levels) => !isLoud(levels));
}

/** When the server measured it quiet for the last time before it was loud (milliseconds since 1970): not later than the change. */
async function lastQuietMoment(): Promise<number> {
  let last = Date.now();
  await moderator.notice("levels", (levels) => {
    if (isLoud(levels)) return true;
    last = Date.now();
    return false;
  });
  return last;
}

function stationOf(city: City): Page {
  const page = stations.get(city);
  if (page === undefined) throw new Error(`no station in ${city}`);
  return page;
}

function markOf(city: City): Mark {
  const mark = marks.get(city);
  if (mark === undefined) throw new Error(`no mark for ${city}`);
  return mark;
}
