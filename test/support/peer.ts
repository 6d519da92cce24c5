import { once } from "node:events";
import type { DtlsParameters, IceCandidate, IceParameters, RtpCapabilities, RtpParameters } from "mediasoup/types";
import { PeerConnection } from "node-datachannel";
import type { Track as MediaTrack } from "node-datachannel";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { Reply } from "../../shared/protocol/errors.ts";
import type { Attached, FeedOffer, HeartbeatOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import type { Caller } from "./caller.ts";

// WebRTC ends in Node, without a browser: they speak with the real server by the public protocol, and do not decode.

/** 20 ms of Opus in samples of its 48 kHz RTP clock (RFC 7587, 4.1). */
export const samplesPerPacket = 960;
export const packetsPerSecond = 50;
const payloadType = 111;
const midId = 1;
const levelId = 10;
const levelUri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
const midUri = "urn:ietf:params:rtp-hdrext:sdes:mid";

/** One end of one transport of the server. */
export interface Path {
  /** The one track that all sound of this path goes over. */
  readonly track: MediaTrack;
  /** Beats of the server's heartbeat channel so far. */
  readonly beats: () => number;
  close(): void;
}

export interface PathOptions {
  /** The server's half, as the protocol offers it. */
  readonly offer: TransportOffer;
  /** Who sends on this path: the peer, or the server these feeds. */
  readonly direction: "send" | "receive";
  /** The payload types that may come (or the one that goes), and the streams that come. */
  readonly payloadTypes: readonly number[];
  readonly ssrcs: readonly number[];
  readonly heartbeat: number | null;
  readonly connect: (dtlsParameters: DtlsParameters) => Promise<unknown>;
  readonly onPacket?: (packet: Buffer) => void;
}

/**
 * Answers the server's half of a transport: the server is made to offer in SDP what it has offered in the protocol.
 * Resolves when DTLS stands. Rejects when it fails.
 */
export async function openPath(options: PathOptions): Promise<Path> {
  const connection = new PeerConnection("peer", { iceServers: [], disableAutoNegotiation: true });
  let beats = 0;
  if (options.heartbeat !== null) {
    const channel = connection.createDataChannel("heartbeat", { negotiated: true, id: options.heartbeat, unordered: true, maxRetransmits: 0 });
    channel.onMessage(() => {
      beats += 1;
    });
  }
  const opened = new Promise<MediaTrack>((resolve) => connection.onTrack(resolve));
  const answered = new Promise<DtlsParameters>((resolve) => {
    connection.onLocalDescription((sdp) => resolve(dtlsOf(sdp)));
  });
  const connected = new Promise<void>((resolve, reject) => {
    connection.onStateChange((state) => {
      if (state === "connected") resolve();
      if (state === "failed" || state === "closed") reject(new Error(`the path is ${state}`));
    });
  });
  connection.setRemoteDescription(sdpOf(options), "offer");
  connection.setLocalDescription("answer");
  const track = await opened;
  const { onPacket } = options;
  track.onMessage((packet) => {
    if (onPacket !== undefined && isRtp(packet)) onPacket(packet);
  });
  await Promise.all([options.connect(await answered), connected, isOpen(track)]);
  return {
    track,
    beats: () => beats,
    close: () => close(connection),
  };
}

function close(connection: PeerConnection): void {
  connection.onStateChange(() => undefined);
  connection.close();
}

const isOpen = (track: MediaTrack): Promise<void> =>
  new Promise((resolve) => {
    if (track.isOpen()) resolve();
    else track.onOpen(resolve);
  });

/** RTP and RTCP share a port; RFC 5761, 4: packet types 192 to 223 are RTCP. */
const isRtp = (packet: Buffer): boolean => packet.length >= 12 && (packet.readUInt8(1) < 192 || packet.readUInt8(1) > 223);

/** The server's half as SDP (RFC 8866; ICE lite: RFC 8839, 5.3). It never connects by itself: the peer is active. */
function sdpOf({ offer, direction, payloadTypes, ssrcs, heartbeat }: PathOptions): string {
  const ice = offer.iceParameters as IceParameters;
  const candidates = (offer.iceCandidates as readonly IceCandidate[]).filter(({ protocol }) => protocol === "udp");
  const { fingerprints } = offer.dtlsParameters as DtlsParameters;
  const fingerprint = fingerprints.find(({ algorithm }) => algorithm === "sha-256");
  if (fingerprint === undefined) throw new Error("the server offers no sha-256 fingerprint");
  const section = (mid: string, kind: string, lines: readonly string[]): readonly string[] => [
    kind,
    "c=IN IP4 127.0.0.1",
    `a=mid:${mid}`,
    `a=ice-ufrag:${ice.usernameFragment}`,
    `a=ice-pwd:${ice.password}`,
    "a=setup:actpass",
    ...candidates.map((one) => `a=candidate:${one.foundation} 1 udp ${one.priority} ${one.address} ${one.port} typ host`),
    "a=end-of-candidates",
    ...lines,
  ];
  const sound = section("0", `m=audio 7 UDP/TLS/RTP/SAVPF ${payloadTypes.join(" ")}`, [
    direction === "send" ? "a=recvonly" : "a=sendonly",
    "a=rtcp-mux",
    ...payloadTypes.map((type) => `a=rtpmap:${type} opus/48000/2`),
    `a=extmap:${midId} ${midUri}`,
    `a=extmap:${levelId} ${levelUri}`,
    ...ssrcs.map((ssrc) => `a=ssrc:${ssrc} cname:server`),
  ]);
  const beat = section("1", "m=application 7 UDP/DTLS/SCTP webrtc-datachannel", ["a=sctp-port:5000", "a=max-message-size:262144"]);
  const head = [
    "v=0",
    "o=- 1 1 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    "a=ice-lite",
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    `a=group:BUNDLE ${heartbeat === null ? "0" : "0 1"}`,
  ];
  return [...head, ...sound, ...(heartbeat === null ? [] : beat), ""].join("\r\n");
}

function dtlsOf(sdp: string): DtlsParameters {
  const value = /a=fingerprint:sha-256 (\S+)/i.exec(sdp)?.[1];
  if (value === undefined) throw new Error("the peer's answer has no fingerprint");
  return { role: "client", fingerprints: [{ algorithm: "sha-256", value }] };
}

/** What a peer can receive: the router's Opus and its header extensions, no pictures. */
export function soundOnly(routerRtpCapabilities: unknown): RtpCapabilities {
  const { codecs = [], headerExtensions = [] } = routerRtpCapabilities as RtpCapabilities;
  return {
    codecs: codecs.filter(({ mimeType }) => mimeType.toLowerCase() === "audio/opus"),
    headerExtensions: headerExtensions.filter(({ kind, uri }) => kind === "audio" && (uri === midUri || uri === levelUri)),
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

/** Takes the sound of these consumers on one path. */
export async function receive(
  offer: TransportOffer,
  heartbeat: HeartbeatOffer | null,
  feeds: readonly FeedOffer[],
  connect: PathOptions["connect"],
): Promise<{ readonly path: Path; readonly streams: ReadonlyMap<SourceId, Reception> }> {
  const bySsrc = new Map<number, Reception>();
  const streams = new Map<SourceId, Reception>();
  const payloadTypes = new Set<number>();
  for (const { source, rtpParameters } of feeds) {
    const { codecs, encodings = [] } = rtpParameters as RtpParameters;
    const reception = new Reception();
    streams.set(source, reception);
    for (const { ssrc } of encodings) if (ssrc !== undefined) bySsrc.set(ssrc, reception);
    for (const codec of codecs) payloadTypes.add(codec.payloadType);
  }
  const path = await openPath({
    offer,
    direction: "receive",
    payloadTypes: payloadTypes.size === 0 ? [payloadType] : [...payloadTypes],
    ssrcs: [...bySsrc.keys()],
    heartbeat: heartbeat === null ? null : (heartbeat.sctpStreamParameters as { readonly streamId: number }).streamId,
    connect,
    onPacket: (packet) => bySsrc.get(packet.readUInt32BE(8))?.take(packet),
  });
  return { path, streams };
}

export interface Listener {
  readonly caller: Caller;
  readonly attached: Attached;
  /** By source, also of those that only are ready. */
  readonly streams: ReadonlyMap<SourceId, Reception>;
  readonly beats: () => number;
  close(): void;
}

/** Joins as a participant who listens: takes all feeds that the answer names. Those made later are not taken. */
export async function listen(caller: Caller, occurrenceId: OccurrenceId): Promise<Listener> {
  const rtpCapabilities = { ...soundOnly(caller.welcome.routerRtpCapabilities) };
  const attached = await value(caller.call("attach", { occurrenceId, page: "participant", media: { rtpCapabilities }, listening: true }));
  const { media } = attached;
  if (media === null) throw new Error("the server offers no media");
  const { path, streams } = await receive(media.receive, media.heartbeat, media.feeds, connector(caller, media.receive));
  await value(caller.call("feedsReady", { ids: media.feeds.map(({ id }) => id) }));
  return {
    caller,
    attached,
    streams,
    beats: path.beats,
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
  close(): void;
}

/** What is said: the Opus payload of a packet by its number. Without one: bytes that nobody can decode. */
export type Payloads = (number: number) => Uint8Array;
const noise: Payloads = () => new Uint8Array(80).fill(0x55);

/** Publishes a track that the server asks this page for: a continuous voice, 50 packets a second, -30 dBov. */
export async function speak(caller: Caller, track: Extract<Track, "sound" | "mic">, payloads: Payloads = noise): Promise<Voice> {
  const offer = await value(caller.call("openSend", {}));
  const rtpParameters = voiceParameters(newSsrc());
  const publish = (): Promise<unknown> => value(caller.call("produce", { transportId: offer.id, track, rtpParameters: { ...rtpParameters }, takeOver: false }));
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
  // Late ticks are made good: over time it is exactly 50 a second.
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * packetsPerSecond) / 1000);
    for (; next <= due; next += 1) path.track.sendMessageBinary(rtpPacket(next, ssrc, payloads(next)));
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
    codecs: [{ mimeType: "audio/opus", payloadType, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 }, rtcpFeedback: [{ type: "nack" }] }],
    headerExtensions: [
      { uri: midUri, id: midId },
      { uri: levelUri, id: levelId },
    ],
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
  head.writeUInt8(levelId << 4, 16);
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
