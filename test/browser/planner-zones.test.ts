import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { StartInput } from "../../shared/plan/model.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { newCommandId, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { crossings, zoneLiterals } from "../support/zone-literals.ts";

// The literals of the zone data, in the page's text: sessions are put at wall times over the socket, and a browser that lives in
// yet another zone shows these very times with their offsets, whatever month its clock says.

const conference = "Where clocks change";

interface Placed {
  readonly title: string;
  readonly city: string;
  readonly occurrenceId: OccurrenceId;
  readonly wall: string;
  readonly offset: number;
}

let server: TestServer;
let device: Device;
let caller: Caller;
let conferenceId: ConferenceId;
const rooms = new Map<string, RoomId>();
const placed: Placed[] = [];
const crossed: { readonly occurrenceId: OccurrenceId; readonly live: string; readonly city: string }[] = [];
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  caller = await openCaller(server.invite("scheduler"));
  ours.push(() => caller.close());
  const made = await caller.call("createConference", { commandId: newCommandId(), name: conference });
  if (!made.ok) throw new Error(made.error.code);
  conferenceId = made.value.value.id;
  for (const { city, zone } of zoneLiterals) {
    if (rooms.has(city)) continue;
    const room = await caller.call("createRoom", { commandId: newCommandId(), conferenceId, name: city, city, zone });
    if (!room.ok) throw new Error(room.error.code);
    rooms.set(city, room.value.value.id);
  }
  for (const literal of zoneLiterals) {
    const { city, zone, wall } = literal;
    if (literal.kind === "gap") continue;
    for (const offset of literal.offsets) {
      const start = { wall, zone, offset: literal.kind === "fold" ? offset : null };
      const title = `${city} ${wall} ${offset}`;
      placed.push({ title, city, wall, offset, occurrenceId: await hold(title, city, start, 30) });
    }
  }
  for (const { city, zone, from, to, minutes } of crossings) {
    const occurrenceId = await hold(`${city} over ${from}`, city, { wall: from, zone, offset: null }, minutes);
    crossed.push({ occurrenceId, city, live: `${from.slice(11)}–${to.slice(11)}` });
  }
  device = await openDevice({
    bare: true,
    context: { viewport: { width: 1280, height: 800 }, timezoneId: "Pacific/Apia" },
  });
  ours.push(() => device.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("a time in a gap is refused, and one that comes twice is asked about", async () => {
  for (const { kind, city, wall, zone } of zoneLiterals) {
    if (kind === "unique") continue;
    const reply = await ask(`${city} ${wall}`, city, { wall, zone, offset: null }, 30);
    expect(reply, `${city} ${wall}`).toMatchObject({ ok: false, error: { code: kind } });
  }
});

for (const month of ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"])
  test(`the table and the sessions show the literals, the browser's clock at ${month.slice(0, 7)}`, async () => {
    const context = await device.another();
    const page = await context.newPage();
    await page.clock.setFixedTime(month);
    await page.goto(server.invite("scheduler"));
    await page.locator("header select").first().selectOption({ label: conference });
    await page.getByRole("link", { name: "Table", exact: true }).click();
    const table = await timesInTable(page);
    for (const { title, city, wall } of placed)
      expect(table[title]?.[city], `${title} in the table`).toMatch(new RegExp(`^${wall.slice(11)}\\b`));

    for (const { title, city, wall, offset, occurrenceId } of placed) {
      const { start, when, clock } = await sessionShown(page, occurrenceId, city);
      expect({ start, clock, when }, title).toEqual({
        start: wall.slice(11),
        clock: offsetWords(offset),
        when: `${dayWords(wall)}, ${wall.slice(11)}`,
      });
    }
    for (const { occurrenceId, city, live } of crossed)
      expect((await sessionShown(page, occurrenceId, city)).live, `${city} ${live}`).toBe(live);
    await context.close();
  });

/** What stands in each city's column, by the session's title. */
async function timesInTable(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.getByRole("table", { name: /^Sessions with the local start/ });
  await table.getByRole("row").nth(placed.length).waitFor();
  return table.evaluate((element) => {
    const texts = (cells: Iterable<Element>): string[] => [...cells].map((cell) => cell.textContent?.trim() ?? "");
    const heads = texts(element.querySelectorAll("thead th")).map((head) => head.replace(/ [▲▼]$/, ""));
    return Object.fromEntries(
      [...element.querySelectorAll("tbody tr:not(.group)")].map((row) => {
        const cells = texts(row.children);
        const title = row.querySelector("a")?.textContent ?? "";
        return [title, Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? ""]))];
      }),
    );
  });
}

interface SessionShown {
  /** The local start of the room's row. */
  readonly start: string;
  /** Its offset. */
  readonly clock: string;
  /** The large time at the side. */
  readonly when: string;
  /** From its link window. */
  readonly live: string;
}

async function sessionShown(page: Page, occurrenceId: OccurrenceId, city: string): Promise<SessionShown> {
  await page.evaluate((id) => {
    location.hash = `#session/-/${id}`;
  }, occurrenceId);
  // The row's key is the room; the address says which session it is of.
  await page.locator(`[data-occurrence="${occurrenceId}"]`).waitFor();
  const row = page.locator(".places tbody tr").filter({ has: page.getByRole("rowheader", { name: city }) });
  return {
    start: await row.locator(".big").innerText(),
    clock: /UTC\S*/.exec(await row.getByRole("rowheader").innerText())?.[0] ?? "",
    when: await page.locator(".side .when").innerText(),
    live: await page.locator(".windows td.live").innerText(),
  };
}

async function hold(title: string, city: string, start: StartInput, minutes: number): Promise<OccurrenceId> {
  const reply = await ask(title, city, start, minutes);
  if (!reply.ok) throw new Error(`${title}: ${reply.error.code}`);
  return reply.value.value.occurrenceId;
}

const ask = (title: string, city: string, start: StartInput, minutes: number) =>
  caller.call("createSession", {
    commandId: newCommandId(),
    conferenceId,
    title,
    minutes,
    hostRoomId: rooms.get(city) ?? null,
    start,
  });

/** "UTC+5:45", "UTC+10½", "UTC−8", "UTC". */
function offsetWords(offset: number): string {
  if (offset === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : rest === 30 ? "½" : `:${rest}`}`;
}

/** "Sun 25 Oct", by the calendar of this test's own program, in UTC. */
const dayWords = (wall: string): string => {
  const parts = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  const of = Object.fromEntries(parts.formatToParts(new Date(`${wall}:00Z`)).map(({ type, value }) => [type, value]));
  return `${of["weekday"]} ${of["day"]} ${of["month"]?.slice(0, 3)}`;
};
