import { afterAll, beforeAll, expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { FeedsNotice } from "../../shared/protocol/views.ts";
import { personSource, roomSource } from "../../shared/stage/sources.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { censusOf } from "../bench/hall.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { listen, noise, speak } from "../support/peer.ts";
import type { Listener, Reception, Voice } from "../support/peer.ts";
import { liveIn, roomIn } from "../support/rooms.ts";
import { eventually } from "../support/senses.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { enter, stageOf, valueOf } from "../support/session.ts";

// Two pages would publish the same track: the second is refused until it says that it takes over; then the first is told,
// what it published is closed, and the listeners hear the second.

let server: TestServer;
let moderator: Caller;
let occurrenceId: OccurrenceId;
const ours: { close(): unknown }[] = [];
const kept = <One extends { close(): unknown }>(one: One): One => {
  ours.push(one);
  return one;
};

beforeAll(async () => {
  server = await startServer();
  moderator = kept(await openCaller(server.invite("moderator")));
  occurrenceId = liveIn(moderator);
  await moderator.attach(occurrenceId, "console");
});
afterAll(async () => {
  for (const one of ours.reverse()) one.close();
  await server?.close();
});

test("a second tab of the same pass: the first is told, and the listeners hear the second", async () => {
  const first = kept(await enter(server.invite("participant"), occurrenceId, "Ana"));
  const second = kept(await openCaller(server.url, { token: first.token }));
  await second.attach(occurrenceId, "participant");
  const mic = personSource(first.passId, "mic");
  const asked = [first, second].map(asksForMic);
  await first.command("raiseHand", {});
  await first.command("makeReady", {});
  await moderator.command("callPerson", { passId: first.passId });
  await Promise.all(asked);
  const voice = kept(await speak(first, "mic"));
  const listener = kept(await listen(await openCaller(server.invite("participant")), occurrenceId));
  const before = feedOf(listener, mic);
  await flows(before.stream, voice);

  const told = [first, second, moderator].map(unpublishedTo);
  await expect(speak(second, "mic")).rejects.toThrow("in-use-elsewhere");
  await flows(before.stream, voice);

  const { seq } = await stageOf(moderator, occurrenceId);
  const next = nextFeed(listener, mic, before.id);
  const other = kept(await speak(second, "mic", noise, { takeOver: true }));
  const heard = await next;
  await carries(heard.stream, other, voice);
  await rests(before.stream, voice);
  expect(told).toEqual([[{ occurrenceId, tracks: ["mic"] }], [], []]);
  // Nothing happened on the stage: the person is on air as before.
  const stage = await stageOf(moderator, occurrenceId);
  expect(stage.seq).toBe(seq);
  expect(stage.floor.map(({ hand, onAirAt }) => ({ hand, onAir: onAirAt !== null }))).toMatchObject([
    { hand: { passId: first.passId }, onAir: true },
  ]);
  expect(await publishedBy(first)).toEqual([[], ["mic"]]);

  // And back again.
  const back = nextFeed(listener, mic, heard.id);
  const again = kept(await speak(first, "mic", noise, { takeOver: true }));
  await carries((await back).stream, again, other);
  expect(told).toEqual([[{ occurrenceId, tracks: ["mic"] }], [{ occurrenceId, tracks: ["mic"] }], []]);
  expect(await publishedBy(first)).toEqual([["mic"], []]);
  await first.command("yieldFloor", {});
});

test("another station takes the room over: the first is sent away, and the listeners hear the second", async () => {
  const first = kept(await openCaller(server.invite("operator", "Durban")));
  const second = kept(await openCaller(server.invite("operator", "Durban")));
  const sound = roomSource(roomIn(moderator, "Durban"), "sound");
  valueOf(await station(first, false));
  const voice = kept(await speak(first, "sound"));
  const listener = kept(await listen(await openCaller(server.invite("participant")), occurrenceId));
  const before = feedOf(listener, sound);
  await flows(before.stream, voice);

  const told = unpublishedTo(first);
  expect(await station(second, false)).toMatchObject({ ok: false, error: { code: "room-taken" } });
  await flows(before.stream, voice);

  const next = nextFeed(listener, sound, before.id);
  const sentAway = first.notice("goodbye");
  const { sends } = valueOf(await station(second, true));
  expect(await sentAway).toEqual([{ why: "taken-over" }]);
  expect(sends).toContainEqual({ track: "sound", source: sound, state: "flowing" });
  // The first has no transport left, and may not open one.
  expect(await first.call("openSend", {})).toMatchObject({ ok: false, error: { code: "not-attached" } });
  const other = kept(await speak(second, "sound"));
  await carries((await next).stream, other, voice);
  await rests(before.stream, voice);
  // It left before the second published: there was nothing more to close.
  expect(told).toEqual([]);
  expect([await publishedBy(first), await publishedBy(second)]).toEqual([[], [["sound"]]]);
});

/** What a listener has of one source: the consumer's id, and what comes of it. */
interface Heard {
  readonly id: string;
  readonly stream: Reception;
}

const asksForMic = (caller: Caller) =>
  caller.notice("sends", ({ sends }) => sends.some(({ track, state }) => track === "mic" && state === "flowing"));

const station = (caller: Caller, takeOver: boolean) =>
  caller.call("attach", { occurrenceId, page: "station", media: null, listening: true, takeOver });

/** All that this page is told of tracks that others publish from now on. */
function unpublishedTo(caller: Caller): unknown[] {
  const notices: unknown[] = [];
  caller.socket.on("unpublished", (notice: unknown) => notices.push(notice));
  return notices;
}

/** What each page of this pass publishes, in the order in which they came. */
async function publishedBy({ welcome }: Caller): Promise<readonly (readonly Track[])[]> {
  const { media } = await (await censusOf(server, occurrenceId))();
  return media.endpoints.flatMap(({ passId, publishes }) => (passId === welcome.pass.id ? [publishes] : []));
}

/** The feed of this source that the listener has, and from now on the one that takes its place. */
async function nextFeed(listener: Listener, source: SourceId, before: string): Promise<Heard> {
  const { caller } = listener;
  const opens = ({ open }: FeedsNotice) => open.find((feed) => feed.source === source);
  const closed = caller.notice("feeds", ({ close }) => close.includes(before));
  const [notice] = await caller.notice("feeds", (given) => opens(given) !== undefined);
  await closed;
  const feed = opens(notice);
  if (feed === undefined) throw new Error("no such feed");
  return { id: feed.id, stream: await listener.take(feed) };
}

/** What comes of this source to who has just joined. */
function feedOf({ attached, streams }: Listener, source: SourceId): Heard {
  const feed = attached.media?.feeds.find((one) => one.source === source);
  const stream = streams.get(source);
  if (feed === undefined || stream === undefined) throw new Error(`the listener was not offered ${source}`);
  return { id: feed.id, stream };
}

/** The stream carries this voice, and not the other one, which sends all the while. */
async function carries(stream: Reception, voice: Voice, other: Voice): Promise<void> {
  await flows(stream, voice);
  voice.pause();
  await rests(stream, other);
  voice.resume();
  await flows(stream, voice);
}

async function flows(stream: Reception, voice: Voice): Promise<void> {
  const { packets } = stream;
  await eventually(async () => {
    await voice.reached(voice.next() + 5);
    expect(stream.packets).toBeGreaterThan(packets + 25);
  });
}

/** For half a second of the voice nothing comes. */
async function rests(stream: Reception, voice: Voice): Promise<void> {
  await eventually(async () => {
    const { packets } = stream;
    await voice.reached(voice.next() + 25);
    expect(stream.packets).toBe(packets);
  });
}
