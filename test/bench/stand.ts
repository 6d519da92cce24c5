import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { exchange, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { openLine } from "../support/line.ts";
import type { Line } from "../support/line.ts";
import { packetsPerSecond, speak } from "../support/peer.ts";
import type { Payloads, Voice } from "../support/peer.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { giveEars } from "./ear.ts";
import type { FarAnswer, FarOrder } from "./far.ts";
import { openHall } from "./hall.ts";
import type { Hall } from "./hall.ts";
import { toneOf } from "./tones.ts";

/** The host room, another room, and a remote speaker (hertz); no multiples of each other. */
export const tones = { host: 700, room: 1100, speaker: 1700 } as const;

export interface Visitor {
  readonly context: BrowserContext;
  /** The participant's page of this visitor's pass. */
  readonly url: string;
}

/** A server at one end of a line, a Chromium at the other, and the host room's tone on air. */
export interface Stand {
  readonly line: Line;
  readonly server: TestServer;
  readonly occurrenceId: OccurrenceId;
  /** A browser that has never been here, with a pass. */
  visitor(): Promise<Visitor>;
  /** The same without a pass. */
  stranger(): Promise<BrowserContext>;
  /** Another room begins to sound and is opened; `end` closes it. */
  begin(): Promise<{ end(): Promise<void> }>;
  /** The far speaker is next and has tried the microphone. */
  come(): Promise<void>;
  /** The far moderator calls: when that left (milliseconds since 1970). */
  call(): Promise<number>;
  giveBack(): Promise<void>;
  close(): Promise<void>;
}

const room = "San Salvador";

export async function openStand(): Promise<Stand> {
  const ours: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ours.splice(0).reverse()) await end();
  };
  try {
    const line = await openLine();
    ours.push(() => line.close());
    const { address, within } = line.server;
    const server = await startServer({ within, host: address, env: { ANNOUNCED_ADDRESSES: address } });
    ours.push(() => server.close());
    const program = await line.clientProgram(process.env["CHROME_BIN"] ?? "chromium");
    // What sounds is measured, not whether a gesture was there.
    const device = await openDevice({ bare: true, program, args: ["--autoplay-policy=no-user-gesture-required"] });
    ours.push(() => device.close());
    const sounds = {
      host: await toneOf(device.browser, tones.host),
      room: await toneOf(device.browser, tones.room),
      speaker: await toneOf(device.browser, tones.speaker),
    };
    const hall = await openHall(server, sounds.host);
    ours.push(() => hall.close());
    const staff = await openStaff(server, hall);
    ours.push(() => staff.close());
    const far = new Far(line);
    ours.push(() => far.close());
    const packets = Array.from({ length: packetsPerSecond }, (_, number) => [...sounds.speaker(number)]);
    return {
      line,
      server,
      occurrenceId: hall.occurrenceId,
      visitor: () => visit(device, server),
      stranger: () => stranger(device),
      begin: () => staff.begin(sounds.room),
      come: async () =>
        void (await far.ask({
          order: "come",
          participant: server.invite("participant"),
          moderator: server.invite("moderator"),
          packets,
        })),
      call: async () => (await far.ask({ order: "call" })).at,
      giveBack: async () => void (await far.ask({ order: "yield" })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function stranger(device: Device): Promise<BrowserContext> {
  const context = await device.browser.newContext({ locale: "en-GB" });
  await giveEars(context, tones.host);
  return context;
}

async function visit({ browser }: Device, server: TestServer): Promise<Visitor> {
  const { body } = await exchange(server.invite("participant"));
  if (!body.ok) throw new Error(body.error.code);
  const { passId, token } = body.value;
  const localStorage = [{ name: `crossroom.pass.${passId}`, value: JSON.stringify({ token }) }];
  const context = await browser.newContext({
    locale: "en-GB",
    storageState: { cookies: [], origins: [{ origin: server.url, localStorage }] },
  });
  await giveEars(context, tones.host);
  return { context, url: `${server.url}/participant/${passId}` };
}

interface Staff {
  begin(payloads: Payloads): Promise<{ end(): Promise<void> }>;
  close(): void;
}

/** Near the server, so that only the listener's line counts: another room's station, and a moderator who opens it. */
async function openStaff(server: TestServer, { occurrenceId }: Hall): Promise<Staff> {
  const moderator: Caller = await openCaller(server.invite("moderator"));
  await moderator.attach(occurrenceId, "console");
  const station: Caller = await openCaller(server.invite("operator", room));
  const { roomId } = station.welcome.pass;
  if (roomId === null) throw new Error("the operator has no room");
  return {
    begin: (payloads) => begin(moderator, station, roomId, occurrenceId, payloads),
    close() {
      moderator.close();
      station.close();
    },
  };
}

async function begin(
  moderator: Caller,
  station: Caller,
  roomId: RoomId,
  occurrenceId: OccurrenceId,
  payloads: Payloads,
): Promise<{ end(): Promise<void> }> {
  const attached = await station.call("attach", { occurrenceId, page: "station", media: null, listening: true });
  if (!attached.ok) throw new Error(attached.error.code);
  const voice: Voice = await speak(station, "sound", payloads);
  await moderator.command("openRoom", { roomId });
  return {
    async end() {
      await moderator.command("closeRoom", { roomId });
      voice.close();
      await station.call("leave", {});
    },
  };
}

/** The process on the far side. */
class Far {
  readonly #child: ChildProcess;

  constructor({ client }: Line) {
    const [program, ...args] = [...client.within, process.execPath, fileURLToPath(new URL("far.ts", import.meta.url))];
    this.#child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  }

  async ask(order: FarOrder): Promise<FarAnswer> {
    const answered = once(this.#child, "message");
    this.#child.send(order);
    const [answer] = (await answered) as [FarAnswer];
    if (answer.error !== undefined) throw new Error(`far side: ${answer.error}`);
    return answer;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
  }
}

/** Presses "Listen now" as soon as it is there. */
export async function pressListen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Listen now" }).click();
}
