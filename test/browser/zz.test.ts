import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Input } from "../../shared/protocol/table.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { liveIn, passOf, press, raiseHand, roomIn, sayReady, startListening, startStation } from "../support/rooms.ts";
import type { StationPages, Visitor } from "../support/rooms.ts";
import { eventually, heard, picturesIn, tonesIn } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { drawMarks } from "../support/sources.ts";
import type { Mark } from "../support/sources.ts";
import { expectWantedOnly, stageState } from "../support/stagestate.ts";

// Who hears and sees whom, by what is decoded. All sets are written out: scenario × page → sources, in alphabetical order for
// ears, in reading order for eyes. Durban is the host room; a laptop's owner sits in it; "hand" waits in the queue.

const names = ["durban", "chennai", "laptop", "speaker", "hand"] as const;
type Name = (typeof names)[number];
type At = Name | "listener";
type Glass = { readonly page: Page; readonly within: string };
type Sets = Readonly<Partial<Record<At, readonly Name[]>>>;

let server: TestServer;
let moderator: Caller;
let session: OccurrenceId;
let marks: readonly Mark[];
let durban: StationPages;
let chennai: StationPages;
/** The pages that play; those of the rooms are their stations. */
let ears: Map<At, Page>;
/** The pages that show pictures, and where on them. */
let eyes: Map<At, Glass>;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startServer();
  ours.push(() => server.close());
  const drawn = drawMarks(names);
  marks = [...drawn.values()];
  const context = { viewport: { width: 800, height: 600 } };
  const open = async (name: Name): Promise<Device> => {
    const mark = drawn.get(name);
    if (mark === undefined) throw new Error(`no mark for ${name}`);
    const device = await openDevice({ mark, context });
    ours.push(() => device.close());
    return device;
  };
  const [first, second, laptop, speaker, hand] = await Promise.all([
    open("durban"),
    open("chennai"),
    open("laptop"),
    open("speaker"),
    open("hand"),
  ]);
  moderator = await openCaller(server.invite("moderator"));
  moderator.socket.on("disconnect", (r, d) => console.log("GONE", new Date().toISOString(), r, JSON.stringify(d)));
  ours.push(() => moderator.close());
  session = liveIn(moderator);
  await moderator.attach(session, "console");
  [durban, chennai] = await Promise.all([
    startStation(first, server.invite("operator", "Durban")),
    startStation(second, server.invite("operator", "Chennai")),
  ]);
  const listen = async (name: At, context: BrowserContext, visitor: Visitor) =>
    [name, await startListening(context, server.invite("participant"), visitor)] as const;
  const people = await Promise.all([
    listen("laptop", laptop.context, { name: "Lindiwe", seat: "Durban" }),
    listen("speaker", speaker.context, { name: "Sofía" }),
    listen("hand", hand.context, { name: "Hari" }),
    listen("listener", await hand.another(), { name: "Lena" }),
  ]);
  ears = new Map<At, Page>([["durban", durban.page], ["chennai", chennai.page], ...people]);
  eyes = new Map([
    ["durban", onScreen(durban)],
    ["chennai", onScreen(chennai)],
  ]);
  for (const [name, page] of people) eyes.set(name, { page, within: "section.program" });
});
afterAll(async () => {
  console.log("LOG", server.log().slice(-6000), moderator.socket.connected); for (const end of ours.reverse()) await end();
});

test("the host room is on air from the beginning", async () => {
  await heardAndSeen(
    { durban: [], chennai: ["durban"], laptop: [], speaker: ["durban"], hand: ["durban"], listener: ["durban"] },
    everywhere(),
  );
});

const bothRooms: Sets = {
  durban: ["chennai"],
  chennai: ["durban"],
  laptop: [],
  speaker: ["chennai", "durban"],
  hand: ["chennai", "durban"],
  listener: ["chennai", "durban"],
};

test("a second room is opened, and somebody waits with a tried microphone", async () => {
  await moderator.command("openRoom", { roomId: room("Chennai") });
  await raiseHand(at("hand"), { ready: true });
  await heardAndSeen(bothRooms, everywhere());
});

test("its camera is taken: it fills the program and all screens, its own among them", async () => {
  await take("one", camera("Chennai"));
  await heardAndSeen(bothRooms, everywhere("chennai"));
});

test("a remote person is called, and not heard before they are ready", async () => {
  await raiseHand(at("speaker"));
  await moderator.command("callPerson", { passId: pass("speaker") });
  await at("speaker").getByRole("button", { name: "I am ready" }).waitFor();
  // The private check shows no program.
  await heardAndSeen(bothRooms, { ...everywhere("chennai"), speaker: [] });
});

const withSpeaker: Sets = {
  durban: ["chennai", "speaker"],
  chennai: ["durban", "speaker"],
  laptop: [],
  speaker: ["chennai", "durban"],
  hand: ["chennai", "durban", "speaker"],
  listener: ["chennai", "durban", "speaker"],
};

test("on air, and taken with the camera", async () => {
  await sayReady(at("speaker"));
  await press(at("speaker"), "Camera on");
  await take("one", face());
  await heardAndSeen(withSpeaker, everywhere("speaker"));
});

test("two side by side", async () => {
  await take("two", camera("Durban"), face());
  await heardAndSeen(withSpeaker, everywhere("durban", "speaker"));
});

test("one large with strip", async () => {
  await take("strip", face(), camera("Durban"), camera("Chennai"));
  await heardAndSeen(withSpeaker, everywhere("speaker", "durban", "chennai"));
});

test("grid of four", async () => {
  await take("four", camera("Chennai"), camera("Durban"), face());
  await heardAndSeen(withSpeaker, everywhere("chennai", "durban", "speaker"));
});

test("a room's screen has a scene of its own", async () => {
  await moderator.command("take", { to: room("Chennai"), scene: { layout: "one", sources: [camera("Durban")] } });
  await heardAndSeen(withSpeaker, { ...everywhere("chennai", "durban", "speaker"), chennai: ["durban"] });
});

test("the holding slide is taken: that room's screen keeps its own scene", async () => {
  await take("holding");
  await heardAndSeen(withSpeaker, { ...everywhere(), chennai: ["durban"] });
});

test("muted by the moderator: seen, not heard", async () => {
  await moderator.command("followProgram", { roomId: room("Chennai") });
  await take("one", face());
  await moderator.command("mute", { source: `person:${pass("speaker")}:mic` });
  await heardAndSeen(bothRooms, everywhere("speaker"));
});

test("unmuted by the speaker", async () => {
  await press(at("speaker"), "Unmute my microphone");
  await heardAndSeen(withSpeaker, everywhere("speaker"));
});

test("the speaker yields: neither heard nor seen", async () => {
  await press(at("speaker"), "Yield");
  await heardAndSeen(bothRooms, everywhere());
});

test("the laptop in the host room is called: the room that it sits in never hears it", async () => {
  await raiseHand(at("laptop"));
  await moderator.command("callPerson", { passId: pass("laptop") });
  await sayReady(at("laptop"));
  await take("two", camera("Chennai"), camera("Durban"));
  await heardAndSeen(
    {
      durban: ["chennai"],
      chennai: ["durban", "laptop"],
      laptop: [],
      speaker: ["chennai", "durban", "laptop"],
      hand: ["chennai", "durban", "laptop"],
      listener: ["chennai", "durban", "laptop"],
    },
    everywhere("chennai", "durban"),
  );
});

test("with headphones the laptop hears the others, not its room", async () => {
  await press(at("laptop"), "Yield");
  await at("laptop").locator("summary").filter({ hasText: "You: Lindiwe" }).click();
  await at("laptop").getByRole("checkbox", { name: "I wear headphones" }).check();
  await heardAndSeen({ ...bothRooms, laptop: ["chennai"] }, everywhere("chennai", "durban"));
});

test("whose hand was raised is called: ready before, heard at once", async () => {
  await moderator.command("callNext", {});
  await heardAndSeen(
    {
      durban: ["chennai", "hand"],
      chennai: ["durban", "hand"],
      laptop: ["chennai", "hand"],
      speaker: ["chennai", "durban", "hand"],
      hand: ["chennai", "durban"],
      listener: ["chennai", "durban", "hand"],
    },
    everywhere("chennai", "durban"),
  );
});

test("they leave: nothing comes from them, nothing goes to them", async () => {
  await press(at("hand"), "Yield");
  await press(at("hand"), "Leave");
  await at("hand").getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await at("hand").getByRole("heading", { name: "You have left" }).waitFor();
  await silentAndDark("hand");
  await heardAndSeen(
    {
      durban: ["chennai"],
      chennai: ["durban"],
      laptop: ["chennai"],
      speaker: ["chennai", "durban"],
      listener: ["chennai", "durban"],
    },
    {
      durban: ["chennai", "durban"],
      chennai: ["chennai", "durban"],
      laptop: ["chennai", "durban"],
      speaker: ["chennai", "durban"],
      listener: ["chennai", "durban"],
    },
  );
});

/** The same pictures at every page; none: the holding slide. */
function everywhere(...seen: readonly Name[]): Sets {
  return { durban: seen, chennai: seen, laptop: seen, speaker: seen, hand: seen, listener: seen };
}

const onScreen = ({ screen }: StationPages): Glass => ({ page: screen, within: "body" });

/** What is decoded at each page, and that the server sends nothing but that. */
async function heardAndSeen(hears: Sets, sees: Sets): Promise<void> {
  await eventually(async () => {
    const [sounds, pictures] = await Promise.all([
      Promise.all([...ears].map(async ([name, page]) => [name, await tonesIn(page, marks)] as const)),
      Promise.all(
        [...eyes].map(async ([name, { page, within }]) => [name, await picturesIn(page, marks, within)] as const),
      ),
    ]);
    const levels = sounds.map(
      ([name, tones]) => `${name}: ${[...tones].map(([tone, level]) => `${tone} ${level.toFixed(0)}`).join(", ")}`,
    );
    const found = {
      hears: Object.fromEntries(sounds.map(([name, tones]) => [name, heard(tones, hears[name] ?? [])])),
      sees: Object.fromEntries(pictures),
    };
    expect(found, levels.join("\n")).toEqual({ hears, sees });
  });
  await eventually(async () =>
    expectWantedOnly(await stageState(server, moderator.token, session), [...ears.values()]),
  );
}

async function silentAndDark(name: At): Promise<void> {
  const page = at(name);
  expect(heard(await tonesIn(page, marks), [])).toEqual([]);
  expect(await picturesIn(page, marks)).toEqual([]);
  ears.delete(name);
  eyes.delete(name);
}

function at(name: At): Page {
  const page = ears.get(name);
  if (page === undefined) throw new Error(`${name} has no page`);
  return page;
}

const pass = (name: At): Input<"callPerson">["passId"] => passOf(at(name));

const room = (city: string): RoomId => roomIn(moderator, city);

type Scene = Input<"take">["scene"];

const camera = (city: string): Scene["sources"][number] => `room:${room(city)}:camera1`;
const face = (): Scene["sources"][number] => `person:${pass("speaker")}:camera`;

async function take(layout: Scene["layout"], ...sources: Scene["sources"][number][]): Promise<void> {
  await moderator.command("take", { to: "program", scene: { layout, sources } });
}
