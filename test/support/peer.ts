import { once } from "node:events";
import type { RtpCapabilities, RtpParameters } from "mediasoup/types";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import type { Attached, FeedOffer, HeartbeatOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import type { Caller } from "./caller.ts";
import { extensions, openPath } from "./path.ts";
import type { Path, PathOptions } from "./path.ts";

// WebRTC ends in Node: they speak with the real server by the public protocol, and do not decode.

/** 20 ms of Opus in samples of its 48 kHz RTP clock (RFC 7587, 4.1). */
export const samplesPerPacket = 960;
export const packetsPerSecond = 50;
const payloadType = 111;

/** What a peer can receive: the router's Opus and its header extensions, no pictures. */
export function soundOnly(routerRtpCapabilities: unknown): RtpCapabilities {
  const { codecs = [], headerExtensions = [] } = routerRtpCapabilities as RtpCapabilities;
  return {
    codecs: codecs.filter(({ mimeType }) => mimeType.toLowerCase() === "audio/opus"),
    headerExtensions: headerExtensions.filter(
      ({ kind, uri }) => kind === "audio" && (uri === extensions.mid.uri || uri === extensions.level.uri),
    ),
  };
}

/** What came of one stream. Packets are told apart by the publisher's own clock, which a server passes on unchanged. */
export class Reception {
  readonly #counted = new Set<number>();
  #window: { readonly from: number; readonly to: number } | null = null;
  #excess = 0;
  #last: number | null = null;
  /** All packets so far. */
  packets = 0;

  /** From here on, packets number `from` up to before `to` are counted. Give numbers that are still to come. */
  count(from: number, to: number): void {
    if (this.#last !== null && this.#last >= from) throw new Error("the window has begun already");
    this.#counted.clear();
    this.#excess = 0;
    this.#window = { from, to };
  }

  /** How many of the window have come, and how many came once more. */
  get counted(): { readonly packets: number; readonly excess: number } {
    return { packets: this.#counted.size, excess: this.#excess };
  }

  /** The number of the newest packet; null: none yet. */
  get last(): number | null {
    return this.#last;
  }

  take(packet: Buffer): void {
    this.packets += 1;
    const number = packet.readUInt32BE(4) / samplesPerPacket;
    if (this.#last === null || number > this.#last) this.#last = number;
    if (this.#window === null || number < this.#window.from || number >= this.#window.to) return;
    if (this.#counted.has(number)) this.#excess += 1;
    else this.#counted.add(number);
  }
}

/** Takes the sound of these consumers on one path; by `take` also of those that come later. */
export async function receive(
  offer: TransportOffer,
  heartbeat: HeartbeatOffer | null,
  feeds: readonly FeedOffer[],
  connect: PathOptions["connect"],
): Promise<{
  readonly path: Path;
  readonly streams: ReadonlyMap<SourceId, Reception>;
  readonly take: (feed: FeedOffer) => Reception;
}> {
  const bySsrc = new Map<number, Reception>();
  const streams = new Map<SourceId, Reception>();
  const take = ({ source, rtpParameters }: FeedOffer): Reception => {
    const reception = new Reception();
    streams.set(source, reception);
    for (const { ssrc } of (rtpParameters as RtpParameters).encodings ?? []) {
      if (ssrc !== undefined) bySsrc.set(ssrc, reception);
    }
    return reception;
  };
  for (const feed of feeds) take(feed);
  const payloadTypes = new Set(
    feeds.flatMap(({ rtpParameters }) => (rtpParameters as RtpParameters).codecs.map((codec) => codec.payloadType)),
  );
  const path = await openPath({
    offer,
    direction: "receive",
    payloadTypes: payloadTypes.size === 0 ? [payloadType] : [...payloadTypes],
    ssrcs: [...bySsrc.keys()],
    heartbeat: heartbeat === null ? null : (heartbeat.sctpStreamParameters as { readonly streamId: number }).streamId,
    connect,
    onPacket: (packet) => bySsrc.get(packet.readUInt32BE(8))?.take(packet),
  });
  return { path, streams, take };
}

export interface Listener {
  readonly caller: Caller;
  readonly attached: Attached;
  /** By source, also of those that only are ready. */
  readonly streams: ReadonlyMap<SourceId, Reception>;
  readonly beats: () => number;
  /** Takes a feed that was made later, too. */
  take(feed: FeedOffer): Promise<Reception>;
  close(): void;
}

/** Joins as a participant who listens: takes all feeds that the answer names, and later ones when it is told to. */
export async function listen(caller: Caller, occurrenceId: OccurrenceId): Promise<Listener> {
  const rtpCapabilities = { ...soundOnly(caller.welcome.routerRtpCapabilities) };
  const attached = await value(
    caller.call("attach", { occurrenceId, page: "participant", media: { rtpCapabilities }, listening: true }),
  );
  const { media } = attached;
  if (media === null) throw new Error("the server offers no media");
  const { path, streams, take } = await receive(
    media.receive,
    media.heartbeat,
    media.feeds,
    connector(caller, media.receive),
  );
  await value(caller.call("feedsReady", { ids: media.feeds.map(({ id }) => id) }));
  return {
    caller,
    attached,
    streams,
    beats: path.beats,
    async take(feed) {
      const reception = take(feed);
      await value(caller.call("feedsReady", { ids: [feed.id] }));
      return reception;
    },
    close() {
      path.close();
      caller.close();
    },
  };
}

export interface Voice {
  /** Number of the packet that goes next. */
  readonly next: () => number;
  /** Resolves when packet `number` has gone. */
  reached(number: number): Promise<void>;
  /** Sends nothing until it is resumed; the numbers go on counting with the clock, as a muted microphone's do. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** What is said: the Opus payload of a packet by its number. Without one: bytes that nobody can decode. */
export type Payloads = (number: number) => Uint8Array;
export const noise: Payloads = () => new Uint8Array(80).fill(0x55);

/** Publishes a track that the server asks this page for: a continuous voice, 50 packets a second, -30 dBov. */
export async function speak(
  caller: Caller,
  track: Extract<Track, "sound" | "mic">,
  payloads: Payloads = noise,
  options: { readonly takeOver?: boolean } = {},
): Promise<Voice> {
  const { takeOver = false } = options;
  const offer = await value(caller.call("openSend", {}));
  const rtpParameters = voiceParameters(newSsrc());
  const publish = (): Promise<unknown> =>
    value(caller.call("produce", { transportId: offer.id, track, rtpParameters: { ...rtpParameters }, takeOver }));
  return startVoice(offer, rtpParameters, connector(caller, offer), publish, payloads);
}

export async function startVoice(
  offer: TransportOffer,
  parameters: RtpParameters,
  connect: PathOptions["connect"],
  publish: () => Promise<unknown>,
  payloads: Payloads = noise,
): Promise<Voice> {
  const ssrc = parameters.encodings?.[0]?.ssrc ?? 0;
  const published = publish();
  const [path] = await Promise.all([
    openPath({ offer, direction: "send", payloadTypes: [payloadType], ssrcs: [], heartbeat: null, connect }),
    published,
  ]);
  const clock = new EventTarget();
  const began = performance.now();
  let next = 0;
  let paused = false;
  // Late ticks are made good: over time it is exactly 50 a second.
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * packetsPerSecond) / 1000);
    for (; next <= due; next += 1) {
      // The server may close the path of whose place another takes: then nothing can be sent any more.
      if (!paused && path.track.isOpen()) path.track.sendMessageBinary(rtpPacket(next, ssrc, payloads(next)));
    }
    clock.dispatchEvent(new Event("sent"));
  }, 1000 / packetsPerSecond);
  return {
    next: () => next,
    async reached(number) {
      for (;;) {
        if (next > number) return;
        await once(clock, "sent");
      }
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
    },
    close() {
      clearInterval(timer);
      path.close();
    },
  };
}

export const newSsrc = (): number => 1 + Math.floor(Math.random() * 0xffff_fffe);

export function voiceParameters(ssrc: number): RtpParameters {
  return {
    mid: "0",
    codecs: [
      {
        mimeType: "audio/opus",
        payloadType,
        clockRate: 48_000,
        channels: 2,
        parameters: { useinbandfec: 1 },
        rtcpFeedback: [{ type: "nack" }],
      },
    ],
    headerExtensions: [extensions.mid, extensions.level],
    encodings: [{ ssrc }],
    rtcp: { cname: `peer-${ssrc}` },
  };
}

/** RFC 3550, 5.1, with the loudness as a one-byte extension (RFC 8285, 4.2; RFC 6464, 3): a voice at -30 dBov. */
function rtpPacket(number: number, ssrc: number, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt8(0x90, 0);
  head.writeUInt8(payloadType, 1);
  head.writeUInt16BE(number % 65_536, 2);
  head.writeUInt32BE((number * samplesPerPacket) % 2 ** 32, 4);
  head.writeUInt32BE(ssrc, 8);
  head.writeUInt16BE(0xbede, 12);
  head.writeUInt16BE(1, 14);
  head.writeUInt8(extensions.level.id << 4, 16);
  head.writeUInt8(0x80 | 30, 17);
  return Buffer.concat([head, payload]);
}

const connector =
  (caller: Caller, { id }: TransportOffer): PathOptions["connect"] =>
  (dtlsParameters) =>
    value(caller.call("connectTransport", { transportId: id, dtlsParameters: { ...dtlsParameters } }));

/** A reply's value; throws its code. */
async function value<Value>(asked: Promise<Reply<Value>>): Promise<Value> {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}
