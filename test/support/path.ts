import type { DtlsParameters, IceCandidate, IceParameters } from "mediasoup/types";
import { PeerConnection } from "node-datachannel";
import type { Track as MediaTrack } from "node-datachannel";
import type { TransportOffer } from "../../shared/protocol/views.ts";

// One end of one transport of the server, in Node, without a browser: ICE, DTLS, SRTP and the heartbeat's SCTP.

/** The header extensions of ours, and the numbers under which a sender uses them. */
export const extensions = {
  mid: { id: 1, uri: "urn:ietf:params:rtp-hdrext:sdes:mid" },
  level: { id: 10, uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level" },
} as const;

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
    const channel = connection.createDataChannel("heartbeat", {
      negotiated: true,
      id: options.heartbeat,
      unordered: true,
      maxRetransmits: 0,
    });
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
const isRtp = (packet: Buffer): boolean =>
  packet.length >= 12 && (packet.readUInt8(1) < 192 || packet.readUInt8(1) > 223);

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
    ...candidates.map(
      (one) => `a=candidate:${one.foundation} 1 udp ${one.priority} ${one.address} ${one.port} typ host`,
    ),
    "a=end-of-candidates",
    ...lines,
  ];
  const sound = section("0", `m=audio 7 UDP/TLS/RTP/SAVPF ${payloadTypes.join(" ")}`, [
    direction === "send" ? "a=recvonly" : "a=sendonly",
    "a=rtcp-mux",
    ...payloadTypes.map((type) => `a=rtpmap:${type} opus/48000/2`),
    `a=extmap:${extensions.mid.id} ${extensions.mid.uri}`,
    `a=extmap:${extensions.level.id} ${extensions.level.uri}`,
    ...ssrcs.map((ssrc) => `a=ssrc:${ssrc} cname:server`),
  ]);
  const beat = section("1", "m=application 7 UDP/DTLS/SCTP webrtc-datachannel", [
    "a=sctp-port:5000",
    "a=max-message-size:262144",
  ]);
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
