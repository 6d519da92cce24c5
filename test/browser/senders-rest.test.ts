import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { censusOf, liveOf } from "../bench/hall.ts";
import { contrastOf, stripes, watchFor } from "../bench/pattern.ts";
import { openDevice } from "../support/browser.ts";
import type { Device } from "../support/browser.ts";
import { exchange, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { eventually } from "../support/senses.ts";

// Senders rest: a 720-line camera that nobody sees costs its room next to nothing, and is there in full when it is taken.

const size = { width: 1280, height: 720, fps: 20 };

let server: TestServer;
let video: string;
let room: Awaited<ReturnType<typeof passAt>>;
let station: Device;
let sender: Page;
let moderator: Caller;
let occurrenceId: OccurrenceId;
let camera: SourceId;
const ours: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "crossroom-pattern-"));
  ours.push(() => rm(folder, { recursive: true, force: true }));
  video = join(folder, "stripes.y4m");
  await writeFile(video, stripes(size));
  server = await startServer();
  ours.push(() => server.close());
  room = await passAt(server.invite("operator", "Durban"));
  moderator = await openCaller(server.invite("moderator"));
  ours.push(() => moderator.close());
  occurrenceId = liveOf(moderator);
  const { occurrence } = await moderator.attach(occurrenceId, "console");
  const durban = occurrence.rooms.find(({ city }) => city === "Durban");
  if (durban === undefined) throw new Error("the demo has no Durban");
  camera = roomSource(durban.id, "camera1");
  await startRoom();
  ours.push(() => station.close());
});
afterAll(async () => {
  for (const end of ours.reverse()) await end();
});

test("without a viewer its camera sends at most 10 kbit/s", async () => {
  await atRest();
  const { video, control } = await sentIn(15);
  console.log(`in 15 s: ${video} bytes of pictures, ${control} bytes that are neither picture nor sound`);
  expect(((video + control) * 8) / 15).toBeLessThanOrEqual(10_000);
});

test("from Take to the full picture: at most 4 s", async () => {
  const viewer = await openViewer();
  const took = await takeAndSee(viewer.page);
  await viewer.close();
  expect(took).toBeLessThanOrEqual(4);
});

test("previewed for 5 s before: at most 1 s", async () => {
  const viewer = await openViewer();
  const reply = await moderator.call("preview", { scene: { layout: "one", sources: [camera] } });
  expect(reply.ok).toBe(true);
  // The preview's length is what is given here, not a wait for something.
  await sentIn(5);
  const took = await takeAndSee(viewer.page);
  await viewer.close();
  expect(took).toBeLessThanOrEqual(1);
});

// At the first pictures Chromium probes the line. A machine that stalls for some ms in just that moment makes the answer far
// too low, the large layers are held back, and who looks climbs from the smallest. Here it is asked to probe that low.
test("where the browser finds its line poor at first, from Take to the full picture: at most 4 s", async () => {
  await showNothing();
  await station.close();
  await startRoom("--force-fieldtrials=WebRTC-Bwe-ProbingConfiguration/p1:0.1,p2:0/");
  const viewer = await openViewer();
  const took = await takeAndSee(viewer.page);
  await viewer.close();
  expect(took).toBeLessThanOrEqual(4);
});

/** Starts the room in a browser of its own; resolves when its camera has proved its line and rests. */
async function startRoom(...args: readonly string[]): Promise<void> {
  station = await openDevice({
    args: [`--use-file-for-fake-video-capture=${video}`, ...args],
    context: { storageState: room.storage },
  });
  sender = await station.page(`${server.url}/station/${room.passId}`);
  await sender.getByRole("button", { name: "Start room" }).click();
  const census = await censusOf(server, occurrenceId);
  await eventually(async () => expect((await census()).media.producers).toContain(camera));
  await eventually(async () => expect((await sentSoFar()).video).toBeGreaterThan(0));
  await atRest();
}

interface Viewer {
  readonly page: Page;
  close(): Promise<void>;
}

/** A participant who listens, at a laptop, before a program that shows nothing. */
async function openViewer(): Promise<Viewer> {
  await showNothing();
  const { passId, storage } = await passAt(server.invite("participant"));
  const device = await openDevice({
    bare: true,
    context: { storageState: storage, viewport: { width: 1280, height: 800 } },
  });
  const page = await device.page(`${server.url}/participant/${passId}`);
  await page.getByRole("button", { name: "Listen now" }).click();
  await page.getByRole("button", { name: "Raise hand" }).waitFor();
  await atRest();
  return { page, close: () => device.close() };
}

async function showNothing(): Promise<void> {
  await moderator.call("preview", { scene: null });
  await moderator.command("take", { to: "program", scene: { layout: "holding", sources: [] } });
}

/** Seconds from the take to the pattern in full. */
async function takeAndSee(page: Page): Promise<number> {
  await page.evaluate(watchFor, { lines: size.height, least: 0.8 * contrastOf });
  const taken = performance.timeOrigin + performance.now();
  await moderator.command("take", { to: "program", scene: { layout: "one", sources: [camera] } });
  const seen = await page
    .waitForFunction(() => window.testPattern.at !== null, undefined, { timeout: 20_000 })
    .then(
      () => true,
      () => false,
    );
  const { at, best, lines } = await page.evaluate(() => window.testPattern);
  const found = `${lines} lines, ${(best / contrastOf).toFixed(2)} of the source's contrast`;
  if (!seen || at === null) throw new Error(`after 20 s only ${found}`);
  const took = (at - taken) / 1000;
  console.log(`in full after ${took.toFixed(2)} s: ${found}`);
  return took;
}

/** Nothing of the camera was sent for a second. */
const atRest = (): Promise<void> => eventually(async () => expect((await sentIn(1)).video).toBe(0));

interface Sent {
  /** Bytes of RTP of the station's camera. */
  readonly video: number;
  /** Bytes that are neither its camera's nor its sound's RTP. */
  readonly control: number;
}

/** What the station sends in so many seconds. */
async function sentIn(seconds: number): Promise<Sent> {
  const before = await sentSoFar();
  await sender.evaluate(async (length) => {
    const until = performance.now() + length * 1000;
    while (performance.now() < until) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, seconds);
  const after = await sentSoFar();
  return { video: after.video - before.video, control: Math.max(0, after.control - before.control) };
}

/** What the station has sent on the connection it has now. */
function sentSoFar(): Promise<Sent> {
  return sender.evaluate(async () => {
    const sum = { video: 0, sound: 0, all: 0 };
    // Kept by `openDevice`.
    const { testConnections } = window as Window & { testConnections?: RTCPeerConnection[] };
    for (const connection of testConnections ?? []) {
      if (connection.connectionState === "closed") continue;
      const reports = [...(await connection.getStats()).values()];
      const sends = reports.filter(({ type }) => type === "outbound-rtp");
      if (sends.length === 0) continue;
      for (const one of sends) {
        const bytes = one.bytesSent + one.headerBytesSent;
        if (one.kind === "video") sum.video += bytes;
        else sum.sound += bytes;
      }
      for (const one of reports) if (one.type === "transport") sum.all += one.bytesSent;
    }
    return { video: sum.video, control: sum.all - sum.video - sum.sound };
  });
}

async function passAt(inviteUrl: string) {
  const { body } = await exchange(inviteUrl);
  if (!body.ok) throw new Error(body.error.code);
  const { passId, token } = body.value;
  const localStorage = [{ name: `crossroom.pass.${passId}`, value: JSON.stringify({ token }) }];
  return { passId, storage: { cookies: [], origins: [{ origin: new URL(inviteUrl).origin, localStorage }] } };
}
