import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allInPlace, cameraIn, hears, openFivePages, pageNames, sees } from "../support/fivepages.ts";
import type { FivePages, Seen } from "../support/fivepages.ts";
import { clock, keepHearing, longestSilence, momentsOf } from "../support/hearing.ts";
import { stageOf } from "../support/session.ts";

// The socket of each of five pages is cut for some seconds, one after the other. Sound and picture have a way of their own and
// go on; what happened meanwhile is on the page as soon as the socket is back.

const length = 5000;
/** Sound goes on: no silence longer than this (milliseconds). */
const unnoticed = 1000;

let five: FivePages;

beforeAll(async () => {
  five = await openFivePages();
});
afterAll(() => five?.close());

test("five pages are in the middle of a session", async () => {
  await allInPlace(five);
});

/** How each page says that its line is lost. */
const lost = (page: Page) => page.getByText("Line lost").first();

/** Chennai's screen shows now this room, now the other: a change that happens while a page cannot be told. */
const rooms = ["chennai", "durban"] as const;

test.for(pageNames.map((name, i) => [name, rooms[i % 2] ?? "durban"] as const))(
  "%s is cut off: it goes on hearing, keeps its place, and shows what has changed meanwhile",
  async ([name, shown]) => {
    const { moderator, session, pages, lines } = five;
    const marks = [...five.marks.values()];
    await keepHearing(pages[name], marks);
    const before = await stageOf(moderator, session);
    const from = clock();
    const whole = lines[name].cut(length);
    await lost(pages[name]).waitFor();
    const city = shown === "durban" ? "Durban" : "Chennai";
    const camera = cameraIn(moderator, city);
    await moderator.command("take", { to: "program", scene: { layout: "one", sources: [camera] } });
    await whole;
    const back = clock();
    await lost(pages[name]).waitFor({ state: "hidden" });
    console.log(`${name}: attached again ${((clock() - back) / 1000).toFixed(2)} s after the line was whole`);
    await allInPlace(five, withProgram(shown));
    const moments = await momentsOf(pages[name], marks);
    const silences = hears[name].map((source) => longestSilence(moments.get(source) ?? [], from, clock()));
    console.log(`${name}: longest silence ${Math.max(...silences).toFixed(0)} ms`);
    expect(Math.max(...silences)).toBeLessThanOrEqual(unnoticed);
    const after = await stageOf(moderator, session);
    const { queue, floor, screens, desk, people } = before;
    expect(after).toMatchObject({ queue, floor, screens, desk, people });
    // The take, and nothing that the return has added.
    expect(after.seq).toBe(before.seq + 1);
    const { present } = await moderator.attach(session, "console");
    expect(present).toBe(pageNames.length + 1);
  },
);

/** What is seen with this room on the program; Chennai's own scene and the preview stay. */
function withProgram(shown: "durban" | "chennai"): Seen {
  return { ...sees, durban: [shown], speaker: [shown], listener: [shown], program: [shown] };
}
