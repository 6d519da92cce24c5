import type { Consumer, Device, DtlsParameters, MediaKind, Transport } from "mediasoup-client/types";
import type { FeedOffer, FeedsNotice, HeartbeatOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { Parameter } from "./parameters.ts";
import { Pulse } from "./pulse.ts";

export interface ReceivePorts {
  /** Tells the server this side's DTLS parameters; nobody waits for the answer. */
  readonly connect: (transportId: string, dtlsParameters: DtlsParameters) => void;
  /** A track came or went, or began or ceased to flow. */
  readonly changed: () => void;
  /** Something that cannot be mended on this transport. */
  readonly broken: () => void;
  /** Every receiver passes here before its first frame: the place for end-to-end decryption, and for its buffer. */
  readonly receiver: (receiver: RTCRtpReceiver, kind: MediaKind) => void;
}

interface Held {
  readonly source: SourceId;
  flowing: boolean;
  /** Null while the browser sets it up. */
  consumer: Consumer | null;
}

/** The receiving half of a page's media: one transport, its heartbeat, and the feeds on it. */
export class Receiving {
  readonly id: string;
  readonly pulse = new Pulse();
  readonly #transport: Transport;
  readonly #ports: ReceivePorts;
  readonly #held = new Map<string, Held>();

  constructor(device: Device, offer: TransportOffer, iceServers: readonly unknown[], ports: ReceivePorts) {
    this.id = offer.id;
    this.#ports = ports;
    this.#transport = device.createRecvTransport({
      id: offer.id,
      iceParameters: offer.iceParameters as Parameter<"iceParameters">,
      iceCandidates: offer.iceCandidates as Parameter<"iceCandidates">,
      dtlsParameters: offer.dtlsParameters as Parameter<"dtlsParameters">,
      sctpParameters: offer.sctpParameters as NonNullable<Parameter<"sctpParameters">>,
      iceServers: iceServers as RTCIceServer[],
    });
    this.#transport.on("connect", ({ dtlsParameters }, done) => {
      // Done at once: ICE starts a round trip earlier, and DTLS needs the server only after ICE.
      ports.connect(offer.id, dtlsParameters);
      done();
    });
    this.#transport.on("connectionstatechange", (state) => this.pulse.connection(state));
  }

  get closed(): boolean {
    return this.#transport.closed;
  }

  /** Feeds and heartbeat of a fresh transport. The feeds go first: what is heard must not wait for what only watches. */
  async start(feeds: readonly FeedOffer[], heartbeat: HeartbeatOffer): Promise<readonly string[]> {
    const made = this.add(feeds);
    // In the same turn the library takes the heartbeat first, so it is asked for one turn later.
    await Promise.resolve();
    const beat = this.#beat(heartbeat);
    const ids = await made;
    await beat;
    return ids;
  }

  /** Sets feeds up, sound first, all in one negotiation. Returns the ids of those that stand. */
  async add(offers: readonly FeedOffer[]): Promise<readonly string[]> {
    const fresh = offers.filter((offer) => !this.#held.has(offer.id));
    const sorted = [
      ...fresh.filter((offer) => offer.kind === "audio"),
      ...fresh.filter((offer) => offer.kind === "video"),
    ];
    const made = await Promise.all(sorted.map((offer) => this.#consume(offer)));
    if (made.length > 0 && !this.closed) this.#ports.changed();
    return made.filter((id) => id !== null);
  }

  /** Closes all feeds but these. */
  keepOnly(ids: readonly string[]): void {
    this.remove([...this.#held.keys()].filter((id) => !ids.includes(id)));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#held.get(id)?.consumer?.close();
      this.#held.delete(id);
    }
    if (ids.length > 0) this.#ports.changed();
  }

  /**
   * Only noted: the server runs and pauses. A consumer paused on this side as well would cost a negotiation at each
   * change, and sound that comes before the notice would be lost.
   */
  flow(changes: FeedsNotice["flow"]): void {
    for (const { id, flowing } of changes) {
      const held = this.#held.get(id);
      if (held !== undefined) held.flowing = flowing;
    }
    if (changes.length > 0) this.#ports.changed();
  }

  /** What is there, newest last: of two feeds of one source the second replaces the first. */
  feeds(): readonly {
    readonly source: SourceId;
    readonly track: MediaStreamTrack;
    readonly mid: string;
    readonly flowing: boolean;
  }[] {
    return [...this.#held.values()].flatMap(({ source, flowing, consumer }) =>
      consumer === null ? [] : [{ source, flowing, track: consumer.track, mid: consumer.localId }],
    );
  }

  stats(): Promise<RTCStatsReport> {
    return this.#transport.getStats();
  }

  close(): void {
    this.#transport.close();
    this.#held.clear();
  }

  async #consume(offer: FeedOffer): Promise<string | null> {
    const held: Held = { source: offer.source, flowing: offer.flowing, consumer: null };
    this.#held.set(offer.id, held);
    try {
      const consumer = await this.#transport.consume({
        id: offer.id,
        producerId: offer.producerId,
        kind: offer.kind,
        rtpParameters: offer.rtpParameters as Parameters<Transport["consume"]>[0]["rtpParameters"],
        onRtpReceiver: (receiver) => this.#ports.receiver(receiver, offer.kind),
      });
      // Taken back while it was being set up.
      if (this.#held.get(offer.id) !== held) {
        consumer.close();
        return null;
      }
      held.consumer = consumer;
      return offer.id;
    } catch (error) {
      this.#held.delete(offer.id);
      if (this.closed) return null;
      // A negotiation that failed leaves the connection in no state to go on with.
      reportError(error);
      this.#ports.broken();
      return null;
    }
  }

  async #beat(heartbeat: HeartbeatOffer): Promise<void> {
    try {
      const consumer = await this.#transport.consumeData({
        id: heartbeat.id,
        dataProducerId: heartbeat.dataProducerId,
        sctpStreamParameters: heartbeat.sctpStreamParameters as Parameters<
          Transport["consumeData"]
        >[0]["sctpStreamParameters"],
      });
      consumer.on("message", () => this.pulse.beat());
    } catch (error) {
      if (this.closed) return;
      reportError(error);
      this.#ports.broken();
    }
  }
}
