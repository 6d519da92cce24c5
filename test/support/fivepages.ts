import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import { openDevice } from "./browser.ts";
import { openCaller } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { layLine } from "./proxy.ts";
import type { Line } from "./proxy.ts";
import { openScreen, passOf, press, raiseHand, sayReady, startListening, startRoom } from "./rooms.ts";
import { eventually, heard, picturesIn, tonesIn } from "./senses.ts";
import { startServer } from "./server.ts";
import type { TestServer } from "./server.ts";
import { drawMarks } from "./sources.ts";
import type { Mark } from "./sources.ts";

// Five pages in the middle of a session, each on a line of its own to the server: two rooms, a person on air, one in the queue
// who listens, and the console that has the desk.

export const pageNames = ["durban", "chennai", "speaker", "listener", "console"] as const;
export type PageName = (typeof pageNames)[number];
const sourceNames = ["durban", "chennai", "speaker"] as const;
export type SourceName = (typeof sourceNames)[number];

export interface FivePages {
  readonly server: TestServer;
  readonly session: OccurrenceId;
  readonly marks: ReadonlyMap<SourceName, Mark>;
  readonly pages: Readonly<Record<PageName, Page>>;
  readonly screens: Readonly<Record<"durban" | "chennai", Page>>;
  readonly lines: Readonly<Record<PageName, Line>>;
  /** Another moderator, without a browser. */
  readonly moderator: Caller;
  close(): Promise<void>;
}

/** Who hears whom, from the beginning of the tests to their end. */
export const hears: Readonly<Record<PageName, readonly SourceName[]>> = {
  durban: ["chennai", "speaker"],
  chennai: ["durban", "speaker"],
  speaker: ["chennai", "durban"],
  listener: ["chennai", "durban", "speaker"],
  console: ["chennai", "durban", "speaker"],
};

/** Where pictures are looked for. */
export type Glass = "durban" | "chennai" | "speaker" | "listener" | "program" | "preview";
export type Seen = Readonly<Record<Glass, readonly SourceName[]>>;

/** What `openFivePages` puts on: two side by side on the program, Chennai's screen has a picture of its own, and so has the preview. */
export const sees: Seen = {
  durban: ["durban", "speaker"],
  chennai: ["durban"],
  speaker: ["durban", "speaker"],
  listener: ["durban", "speaker"],
  program: ["durban", "speaker"],
  preview: ["chennai"],
};

export async function openFivePages(): Promise<FivePages> {
  const ours: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ours.splice(0).reverse()) await end();
  };
  try {
    return { ...(await open(ours)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(ours: (() => unknown)[]): Promise<Omit<FivePages, "close">> {
  const server = await startServer();
  ours.push(() => server.close());
  const lay = async (): Promise<Line> => {
    const line = await layLine(server.port);
    ours.push(() => line.close());
    return line;
  };
  const lines = {
    durban: await lay(),
    chennai: await lay(),
    speaker: await lay(),
    listener: await lay(),
    console: await lay(),
  };
  const drawn = drawMarks(sourceNames);
  const markOf = (name: SourceName): Mark => {
    const mark = drawn.get(name);
    if (mark === undefined) throw new Error(`no mark for ${name}`);
    return mark;
  };
  const device = async (name: SourceName) => {
    const opened = await openDevice({ mark: markOf(name), context: { viewport: { width: 800, height: 600 } } });
    ours.push(() => opened.close());
    return opened;
  };
  const [first, second, third] = await Promise.all([device("durban"), device("chennai"), device("speaker")]);
  const [durban, chennai, speaker, listener, desk] = await Promise.all([
    startRoom(first, lines.durban.by(server.invite("operator", "Durban"))),
    startRoom(second, lines.chennai.by(server.invite("operator", "Chennai"))),
    startListening(third.context, lines.speaker.by(server.invite("participant")), { name: "Sofía" }),
    startListening(await first.another(), lines.listener.by(server.invite("participant")), { name: "Lena" }),
    openConsole(
      await second.another({ viewport: { width: 1280, height: 720 } }),
      lines.console.by(server.invite("moderator")),
    ),
  ]);
  const pages = { durban, chennai, speaker, listener, console: desk };
  const screens = { durban: await openScreen(durban), chennai: await openScreen(chennai) };
  const moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  const session = liveOf(moderator);
  await moderator.attach(session, "console");
  await press(desk, "Hand over…");
  await press(desk, "Take the desk");
  await moderator.command("openRoom", { roomId: roomIn(moderator, "Chennai") });
  await raiseHand(speaker);
  await moderator.command("callPerson", { passId: passOf(speaker) });
  await sayReady(speaker);
  await press(speaker, "Camera on");
  await moderator.command("typeHand", { roomId: roomIn(moderator, "Durban"), label: "mic 2" });
  await raiseHand(listener);
  const [camera, face] = [cameraIn(moderator, "Durban"), `person:${passOf(speaker)}:camera` as const];
  await moderator.command("take", { to: "program", scene: { layout: "two", sources: [camera, face] } });
  await moderator.command("take", { to: roomIn(moderator, "Chennai"), scene: { layout: "one", sources: [camera] } });
  await desk.getByRole("button", { name: "Preview Chennai", exact: true }).click();
  return {
    server,
    session,
    marks: new Map(sourceNames.map((name) => [name, markOf(name)])),
    pages,
    screens,
    lines,
    moderator,
  };
}

async function openConsole(context: BrowserContext, invite: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(invite);
  // Its first press lets a moderator hear.
  await page.getByRole("heading", { name: "Program" }).click();
  return page;
}

export function roomIn(caller: Caller, city: string): RoomId {
  const found = caller.welcome.occurrences.flatMap(({ rooms }) => rooms).find((one) => one.city === city);
  if (found === undefined) throw new Error(`the demo has no room in ${city}`);
  return found.id;
}

export const cameraIn = (caller: Caller, city: string) => `room:${roomIn(caller, city)}:camera1` as const;

function liveOf(caller: Caller): OccurrenceId {
  const live = caller.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  return live.id;
}

/** Every page hears whom it should and nobody else, and shows what it should; by what is decoded. */
export async function allInPlace(five: FivePages, seen: Seen = sees): Promise<void> {
  const marks = [...five.marks.values()];
  const eyes: Readonly<Record<Glass, readonly [Page, string]>> = {
    durban: [five.screens.durban, "body"],
    chennai: [five.screens.chennai, "body"],
    speaker: [five.pages.speaker, "section.program"],
    listener: [five.pages.listener, "section.program"],
    program: [five.pages.console, "section.program"],
    preview: [five.pages.console, "section.preview"],
  };
  const glasses = Object.keys(eyes) as Glass[];
  await eventually(async () => {
    const [levels, pictures] = await Promise.all([
      Promise.all(pageNames.map((name) => tonesIn(five.pages[name], marks))),
      Promise.all(glasses.map((glass) => picturesIn(eyes[glass][0], marks, eyes[glass][1]))),
    ]);
    const found = {
      hears: Object.fromEntries(pageNames.map((name, i) => [name, heard(levels[i] ?? new Map(), hears[name])])),
      sees: Object.fromEntries(glasses.map((glass, i) => [glass, pictures[i] ?? []])),
    };
    expect(found).toEqual({ hears, sees: seen });
  });
}
