import { chromium } from "playwright-core";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { PassId, RoomId } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { passOf } from "../support/rooms.ts";
import type { TestServer } from "../support/server.ts";
import { shoot } from "./film.ts";
import { ana, chennai, durban, losAngeles } from "./scenes.ts";
import type { Scene } from "./scenes.ts";

// Who plays in the pictures: three rooms with their halls, one remote speaker with a camera, and some who wait or write.

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const laptop: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
};
/** For pages that only have to be there. */
const small: BrowserContextOptions = { viewport: { width: 480, height: 360 } };

export interface Cast {
  readonly durban: Device;
  readonly losAngeles: Device;
  readonly chennai: Device;
  readonly ana: Device;
  close(): Promise<void>;
}

/** Four devices with their cameras and microphones: one Chromium each, because a process can have one of both. */
export async function gather(): Promise<Cast> {
  const ends: (() => Promise<void>)[] = [];
  const executablePath = process.env["CHROME_BIN"];
  if (executablePath === undefined) throw new Error("CHROME_BIN is not set: run this by npm run pictures");
  const studio = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const open = async (scene: Scene, pitch: number, context: BrowserContextOptions): Promise<Device> => {
    const film = await shoot(studio, scene, pitch);
    const opened = await openDevice({ args: film.args, context });
    await prepare(opened.context);
    const device: Device = {
      ...opened,
      async another(more) {
        const made = await opened.another(more);
        await prepare(made);
        return made;
      },
    };
    ends.push(async () => {
      await device.close();
      await film.remove();
    });
    return device;
  };
  const cast = {
    durban: await open(durban, 190, laptop),
    losAngeles: await open(losAngeles, 120, small),
    chennai: await open(chennai, 210, phone),
    ana: await open(ana, 200, { ...phone, timezoneId: "America/El_Salvador" }),
  };
  await studio.close();
  return {
    ...cast,
    async close() {
      for (const end of ends.reverse()) await end();
    },
  };
}

/** Devices as they are outside a test: Chromium calls its stand-ins "fake_device_0" and the like. */
async function prepare(context: BrowserContext): Promise<void> {
  // Four browsers encode at once: a machine with few cores takes its time.
  context.setDefaultTimeout(120_000);
  await context.addInitScript(() => {
    const names: Readonly<Record<MediaDeviceKind, string>> = {
      videoinput: "USB camera, back of hall",
      audioinput: "USB audio codec, line in",
      audiooutput: "USB audio codec, output",
    };
    Object.defineProperty(MediaDeviceInfo.prototype, "label", {
      get(this: MediaDeviceInfo) {
        return names[this.kind];
      },
    });
    // No phone shares its screen from a browser; a window of a phone's size does.
    if (matchMedia("(pointer: coarse)").matches) Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
    const list = MediaDevices.prototype.enumerateDevices;
    MediaDevices.prototype.enumerateDevices = async function (this: MediaDevices) {
      const all = await list.call(this);
      return all.filter((device, i) => all.findIndex(({ kind }) => kind === device.kind) === i);
    };
  });
}

/** The same person at another size of page: the same passes, another context. */
export async function elsewhere(device: Device, page: Page, options: BrowserContextOptions): Promise<Page> {
  const context = await device.another({ ...options, storageState: await page.context().storageState() });
  const opened = await context.newPage();
  await opened.goto(page.url());
  return opened;
}

/** Somebody who is there without a browser, with what they say on entering. */
export async function visitor(
  server: TestServer,
  occurrence: OccurrenceInfo,
  name: string,
  place: string,
  roomId: RoomId | null = null,
): Promise<Caller> {
  const caller = await openCaller(server.invite("participant"));
  await caller.attach(occurrence.id, "participant");
  await caller.command("introduce", { name, place, roomId });
  return caller;
}

/** A second line to the server for the person of this page. */
export async function behind(server: TestServer, page: Page, role: string): Promise<Caller & { passId: PassId }> {
  const passId = passOf(page);
  const held = await page.evaluate((id) => localStorage.getItem(`crossroom.pass.${id}`), passId);
  const token: unknown = held === null ? null : JSON.parse(held).token;
  if (typeof token !== "string") throw new Error(`no token of ${page.url()}`);
  const caller = await openCaller(server.invite(role), { token });
  return { ...caller, passId: passId as PassId };
}
