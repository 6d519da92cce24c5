import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BrowserContext, Page } from "playwright-core";
import { personSource, roomSource } from "../../shared/stage/sources.ts";
import { openScreen, press, raiseHand } from "../support/rooms.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { Camera } from "./camera.ts";
import { behind, elsewhere, gather, laptop, phone, visitor } from "./cast.ts";
import type { Cast } from "./cast.ts";

// npm run pictures: one session of the demo with people in it, and every page of it as a picture in docs/pictures.

const root = fileURLToPath(new URL("../..", import.meta.url));
const camera = new Camera(process.argv[2] ?? `${root}docs/pictures`);
/** The hour of the pictures: see clock.mjs. */
const clock = { NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` };
const anaInZone = { ...phone, timezoneId: "America/El_Salvador" };

const fullHd = { width: 1920, height: 1080 };
/** A screen that nobody photographs need not be drawn large. */
const aside = { width: 640, height: 360 };

async function main(): Promise<void> {
  const server = await startServer({ env: clock });
  const cast = await gather();
  try {
    await doors(server, cast);
    const rooms = await stations(server, cast);
    await session(server, cast, rooms);
    await organiser(server, cast);
    await firstDay(cast);
  } finally {
    await cast.close();
    await server.close();
  }
}

/** Before one is in: the choice of an operator's page, and what a participant sees before "Listen now". */
async function doors(server: TestServer, cast: Cast): Promise<void> {
  for (const size of [phone, laptop]) {
    const context = await cast.ana.another({ ...size, timezoneId: "Africa/Johannesburg" });
    const page = await context.newPage();
    await page.goto(server.invite("operator", "Durban"));
    await page.getByRole("link", { name: "Station", exact: true }).waitFor();
    await camera.take(page, "join");
    await page.goto(server.invite("participant"));
    await page.getByRole("button", { name: "Listen now" }).waitFor();
    await page.getByRole("link", { name: /Down the supply chain/ }).click();
    await page.getByRole("heading", { level: 1, name: "Down the supply chain" }).waitFor();
    await camera.take(page, "participant-waiting");
    if (size === phone) await camera.take(page, "participant-waiting", "dark");
    await context.close();
  }
}

interface Rooms {
  /** Durban's station, and its screen. */
  readonly station: Page;
  readonly screen: Page;
  readonly chennai: Page;
}

/** Durban, Los Angeles and Chennai start their rooms; San Salvador has no line today. */
async function stations(server: TestServer, cast: Cast): Promise<Rooms> {
  const set = async (device: Cast["durban"], city: string): Promise<Page> => {
    const page = await device.page(server.invite("operator", city));
    await page.getByRole("link", { name: "Station", exact: true }).click();
    await page.getByRole("radio", { name: /^Desk feed/ }).check();
    const allow = page.getByRole("button", { name: "Allow camera and sound" });
    await allow.or(page.locator("video")).first().waitFor();
    if (await allow.isVisible()) await allow.click();
    await page.locator("video").first().waitFor();
    await page.getByLabel("Name of this camera").fill("wide");
    return page;
  };
  const begin = async (page: Page): Promise<Page> => {
    await press(page, "Start room");
    return openScreen(page);
  };
  const station = await set(cast.durban, "Durban");
  const chennai = await set(cast.chennai, "Chennai");
  await camera.take(station, "station");
  await camera.take(chennai, "station");
  const screen = await begin(station);
  await begin(chennai);
  await begin(await set(cast.losAngeles, "Los Angeles"));
  await screen.setViewportSize(fullHd);
  await camera.take(screen, "screen-holding");
  await screen.setViewportSize(aside);
  return { station, screen, chennai };
}

async function session(server: TestServer, cast: Cast, rooms: Rooms): Promise<void> {
  const context = await cast.durban.another({ timezoneId: "Africa/Johannesburg" });
  const console = await context.newPage();
  await console.goto(server.invite("moderator"));
  await console.getByRole("button", { name: "Take" }).waitFor();
  const thandi = await behind(server, console, "moderator");
  const occurrence = thandi.welcome.occurrences.find(({ phase }) => phase === "live");
  if (occurrence === undefined) throw new Error("the demo has no live session");
  const roomOf = (city: string) => {
    const found = occurrence.rooms.find((room) => room.city === city);
    if (found === undefined) throw new Error(`the demo has no room in ${city}`);
    return found.id;
  };
  await thandi.attach(occurrence.id, "console");
  await thandi.command("introduce", { name: "Thandi M.", place: "Durban", roomId: roomOf("Durban") });
  await thandi.command("takeDesk", {});
  const hall = roomSource(roomOf("Durban"), "camera1");
  await thandi.command("take", { to: "program", scene: { layout: "one", sources: [hall] } });

  // Others are here, write and wait.
  const wendy = await visitor(server, occurrence, "Wendy", "Los Angeles", roomOf("Los Angeles"));
  const lindiwe = await visitor(server, occurrence, "Lindiwe", "Gauteng");
  const ravi = await visitor(server, occurrence, "Ravi", "Sriperumbudur");
  await wendy.command("say", { text: "Thirty of us here, coffee is on. Sound is clear." });

  // Ana listens on her telephone, Marta on hers, Sipho at a desk.
  const ana = await listen(cast.ana.context, server, "Ana", "Sonsonate");
  const marta = await listen(await cast.ana.another(anaInZone), server, "Marta", "Choloma");
  const atDesk = await cast.ana.another({ ...laptop, timezoneId: "Africa/Johannesburg" });
  const sipho = await listen(atDesk, server, "Sipho", "Gauteng");
  await lindiwe.command("say", { text: "Good afternoon from Gauteng. Four of us around one phone." });
  await camera.take(ana, "participant-listening");
  await camera.take(sipho, "participant-listening", "dark");

  await press(ana, "Raise hand");
  const ready = ana.getByRole("button", { name: "I am ready" });
  await ready.waitFor();
  await ana.getByText("Good level").waitFor();
  await camera.take(ana, "participant-called");
  await ana.getByRole("checkbox", { name: "Show my camera" }).check();
  await ready.click();
  await ravi.command("raiseHand", {});
  await thandi.command("callNext", {});
  await ana.getByRole("button", { name: "Yield" }).waitFor();
  await thandi.command("typeHand", { roomId: roomOf("Durban"), label: "Microphone 2" });
  await raiseHand(marta);
  await lindiwe.command("raiseHand", {});
  await thandi.command("typeHand", { roomId: roomOf("Los Angeles"), label: "Microphone 1" });
  await ravi.command("reportMicrophone", { microphone: "granted" });
  await ravi.command("makeReady", {});
  const anaId = (await behind(server, ana, "participant")).passId;
  await thandi.command("take", {
    to: "program",
    scene: { layout: "two", sources: [hall, personSource(anaId, "camera")] },
  });
  await camera.take(ana, "participant-air");
  await camera.take(ana, "participant-air", "dark");
  await marta.getByRole("heading", { name: "You are third" }).waitFor();
  await camera.take(marta, "participant-raised", "dark");
  await camera.take(sipho, "participant-listening");

  await console.getByRole("button", { name: "Preview Los Angeles", exact: true }).click();
  await console.getByText("On air on 3 of 4 screens").waitFor();
  await camera.take(console, "console");
  await camera.take(console, "console", "dark");
  const mobile = await elsewhere(cast.durban, console, { ...phone, timezoneId: "Africa/Johannesburg" });
  await mobile.getByText("On air on 3 of 4 screens").waitFor();
  await camera.take(mobile, "console");
  await mobile.context().close();

  await rooms.screen.setViewportSize(fullHd);
  await camera.take(rooms.screen, "screen");
  await rooms.screen.setViewportSize(aside);
  await rooms.station.getByRole("heading", { name: "Line: good enough for picture" }).waitFor();
  await camera.take(rooms.station, "station-started", "dark");
  await camera.take(rooms.chennai, "station-started");

  // The server goes away in the midst of it: what a person who waits sees of that.
  await server.kill("SIGKILL");
  await marta.getByText("Line lost").first().waitFor();
  // What was on its way is used up: the sound has stopped, the picture stands still.
  await marta.getByText("first, without a press").waitFor();
  await camera.take(marta, "participant-reconnecting");
  for (const caller of [thandi, wendy, lindiwe, ravi]) caller.close();
  await server.start();
}

/** Opens the participants' invite, says who and where one is, and listens. */
async function listen(context: BrowserContext, server: TestServer, name: string, place: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.invite("participant"));
  await page.getByLabel("Your name, as others see it").fill(name);
  await page.getByLabel("Where you are, if you want to say").fill(place);
  await press(page, "Listen now");
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  return page;
}

async function organiser(server: TestServer, cast: Cast): Promise<void> {
  for (const size of [laptop, phone]) {
    const context = await cast.losAngeles.another({ ...size, timezoneId: "Africa/Johannesburg" });
    const page = await context.newPage();
    await page.goto(server.invite("organiser"));
    await page.getByRole("heading", { name: "Invites" }).waitFor();
    await camera.take(page, "organiser");
    await press(page, "New invite");
    await press(page, "Make the invite");
    await page.getByRole("button", { name: "Print sheet" }).waitFor();
    // On a phone it stands under what made it.
    await camera.take(page, "organiser-invite", "light", size === phone ? "#shown" : undefined);
    await context.close();
  }
}

/** The first day of a server: nothing in it yet. */
async function firstDay(cast: Cast): Promise<void> {
  const empty = await startServer({ demo: false, env: clock });
  try {
    const context = await cast.losAngeles.another({ ...laptop, timezoneId: "Africa/Johannesburg" });
    const page = await context.newPage();
    await page.goto(await firstInvite(empty));
    await page.getByRole("button", { name: "Create conference" }).waitFor();
    await camera.take(page, "organiser-empty");
  } finally {
    await empty.close();
  }
}

/** As somebody gets one who has lost what the first start printed. */
async function firstInvite(server: TestServer): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["server/cli/invite.ts", "organiser"], {
    cwd: root,
    env: { ...process.env, ...clock, DATA_DIR: server.dataDir, PUBLIC_URL: server.url },
  });
  const invite = /http\S+#\S+/.exec(stdout)?.[0];
  if (invite === undefined) throw new Error(`no invite in: ${stdout}`);
  return invite;
}

await main();
