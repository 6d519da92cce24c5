import type {
  Consumer,
  DataProducer,
  DtlsParameters,
  Producer,
  Router,
  RtpCapabilities,
  RtpParameters,
  WebRtcServer,
  WebRtcTransport,
} from "mediasoup/types";
import type { FeedOffer, FeedsNotice, HeartbeatOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { Feed, Viewer } from "../../shared/stage/feeds.ts";
import type { Send } from "../../shared/stage/sends.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";

/** Where an endpoint's media is made. */
export interface Ground {
  readonly router: Router;
  readonly server: WebRtcServer;
  readonly heartbeat: DataProducer;
}

interface Held {
  readonly consumer: Consumer;
  readonly kind: "audio" | "video";
  /** The browser has set it up: pictures start only then, so that their first key frame is not lost. */
  confirmed: boolean;
  /** What was asked of the worker last, so that nothing is asked twice. */
  running: boolean;
  layer: number | null;
}

interface Published {
  readonly producer: Producer;
  readonly source: SourceId;
  running: boolean;
}

/** The full picture and its sound (bits per second). */
const full = 1_600_000;
/** For a participant whose browser says nothing of its line. */
const unknown = 600_000;
/** A voice and a small picture. */
const least = 150_000;

/**
 * First guess of a page's line (bits per second). Guessed low, a camera that had been sending in a preview came in full after
 * 3 to more than 20 s instead of at once; guessed high on a line of 300 kbit/s, the first full picture breaks the sound for
 * 5 to 7 s (at 600 kbit/s: 2 to 4). So: what the browser thinks of its line, with half of it as margin.
 */
export function firstGuess(page: Viewer["page"], down: number | undefined): number {
  if (down !== undefined) return Math.min(full, Math.max(least, down / 2));
  return page === "participant" ? unknown : full;
}

/** The server's half of one page's media: a receiving transport with consumers, a sending one with producers. */
export class Endpoint {
  readonly key: string;
  viewer: Viewer;
  /** False once the page has been away for longer than the grace: nothing is sent to it. */
  fed = true;
  connected = true;
  /** What the page was told last. */
  sends: readonly Send[] = [];
  readonly #consumers = new Map<SourceId, Held>();
  readonly #published = new Map<Track, Published>();
  #capabilities: RtpCapabilities | null = null;
  #receive: { readonly transport: WebRtcTransport; readonly heartbeat: HeartbeatOffer } | null = null;
  #send: WebRtcTransport | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** A worker connects a transport once; a page whose reply was lost asks again. */
  readonly #connecting = new WeakMap<WebRtcTransport, Promise<void>>();

  constructor(key: string, viewer: Viewer) {
    this.key = key;
    this.viewer = viewer;
  }

  get receives(): boolean {
    return this.#receive !== null && !this.#receive.transport.closed;
  }

  /** Runs one change of this endpoint's media after the other. */
  inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(change, change);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Makes the receiving transport, or keeps the one that the page still has (`keep`, its id).
   * `capabilities` must have been checked by the caller as far as JSON goes; mediasoup checks the rest and throws TypeError.
   */
  async receive(
    ground: Ground,
    capabilities: RtpCapabilities,
    keep: string | undefined,
    down: number | undefined,
  ): Promise<{ readonly transport: TransportOffer; readonly heartbeat: HeartbeatOffer }> {
    const held = this.#receive;
    if (
      held !== null &&
      !held.transport.closed &&
      held.transport.id === keep &&
      held.transport.dtlsState !== "failed"
    ) {
      return { transport: offerOf(held.transport), heartbeat: held.heartbeat };
    }
    this.#dropReceive();
    const transport = await ground.router.createWebRtcTransport({
      webRtcServer: ground.server,
      preferUdp: true,
      enableSctp: true,
      initialAvailableOutgoingBitrate: firstGuess(this.viewer.page, down),
    });
    const beat = await transport.consumeData({
      dataProducerId: ground.heartbeat.id,
      ordered: false,
      maxRetransmits: 0,
    });
    const heartbeat: HeartbeatOffer = {
      id: beat.id,
      dataProducerId: beat.dataProducerId,
      sctpStreamParameters: beat.sctpStreamParameters,
    };
    this.#capabilities = capabilities;
    this.#receive = { transport, heartbeat };
    return { transport: offerOf(transport), heartbeat };
  }

  /** Makes and closes consumers until they are those of `feeds` whose sources are published. Call it in turn. */
  async fill(
    router: Router,
    feeds: readonly Feed[],
    producers: ReadonlyMap<SourceId, Producer>,
  ): Promise<Omit<FeedsNotice, "occurrenceId">> {
    const close: string[] = [];
    const wanted = new Set(feeds.map((feed) => feed.source));
    for (const [source, held] of this.#consumers) {
      const stale = held.consumer.closed || held.consumer.producerId !== producers.get(source)?.id;
      if (wanted.has(source) && !stale) continue;
      this.#consumers.delete(source);
      close.push(held.consumer.id);
      held.consumer.close();
    }
    const missing = feeds.filter((feed) => !this.#consumers.has(feed.source) && producers.has(feed.source));
    const made = await Promise.all(missing.map((feed) => this.#consume(router, feed, producers.get(feed.source))));
    const open = made.filter((offer) => offer !== null);
    const flow = this.flow(feeds).filter(({ id }) => !open.some((offer) => offer.id === id));
    return { open, close, flow };
  }

  /** All feeds that exist now, as the page needs them to set them up. Sound may flow before the page confirms it. */
  offers(feeds: readonly Feed[]): readonly FeedOffer[] {
    const offers: FeedOffer[] = [];
    for (const feed of feeds) {
      const held = this.#consumers.get(feed.source);
      if (held !== undefined) offers.push(offerOfConsumer(feed, held.consumer));
    }
    return offers;
  }

  /** Lets exactly the flowing ones run, at once. Returns those whose state the page should know. */
  flow(feeds: readonly Feed[]): readonly { readonly id: string; readonly flowing: boolean }[] {
    const changed: { id: string; flowing: boolean }[] = [];
    for (const feed of feeds) {
      const held = this.#consumers.get(feed.source);
      if (held === undefined || held.consumer.closed) continue;
      const flowing = feed.state === "flowing" && this.fed;
      const run = flowing && (held.confirmed || held.kind === "audio");
      if (held.running !== run) {
        held.running = run;
        ignoreClosed(run ? held.consumer.resume() : held.consumer.pause());
        changed.push({ id: held.consumer.id, flowing: run });
      }
      if (feed.layer !== undefined && held.layer !== feed.layer && held.consumer.type === "simulcast") {
        held.layer = feed.layer;
        ignoreClosed(held.consumer.setPreferredLayers({ spatialLayer: feed.layer, temporalLayer: 2 }));
      }
    }
    return changed;
  }

  confirm(ids: readonly string[]): void {
    for (const held of this.#consumers.values()) if (ids.includes(held.consumer.id)) held.confirmed = true;
  }

  async #consume(router: Router, feed: Feed, producer: Producer | undefined): Promise<FeedOffer | null> {
    const transport = this.#receive?.transport;
    const rtpCapabilities = this.#capabilities;
    if (
      transport === undefined ||
      transport.closed ||
      rtpCapabilities === null ||
      producer === undefined ||
      producer.closed
    )
      return null;
    if (!router.canConsume({ producerId: producer.id, rtpCapabilities })) return null;
    const voice = isVoice(feed.source);
    try {
      const consumer = await transport.consume({
        producerId: producer.id,
        rtpCapabilities,
        paused: true,
        // Lost words are sent again where the listener has time for them.
        enableRtx: true,
        ...(feed.layer === undefined || producer.type !== "simulcast"
          ? {}
          : { preferredLayers: { spatialLayer: feed.layer, temporalLayer: 2 } }),
      });
      const held: Held = {
        consumer,
        kind: voice ? "audio" : "video",
        confirmed: false,
        running: false,
        layer: feed.layer ?? null,
      };
      this.#consumers.set(feed.source, held);
      return offerOfConsumer(feed, consumer);
    } catch (error) {
      // The source or the transport went away while the worker was asked: the next turn sees that.
      if (producer.closed || transport.closed) return null;
      throw error;
    }
  }

  /** A new transport to publish on; the old one and what it carried are gone. */
  async openSend(ground: Ground): Promise<TransportOffer> {
    this.#dropSend();
    this.#send = await ground.router.createWebRtcTransport({
      webRtcServer: ground.server,
      preferUdp: true,
      enableSctp: false,
    });
    return offerOf(this.#send);
  }

  async connect(transportId: string, dtlsParameters: DtlsParameters): Promise<boolean> {
    const transport = this.#transport(transportId);
    if (transport === null) return false;
    let connecting = this.#connecting.get(transport);
    if (connecting === undefined) {
      connecting = transport.connect({ dtlsParameters });
      this.#connecting.set(transport, connecting);
      // What mediasoup refuses has connected nothing: the page may try again.
      connecting.catch(() => this.#connecting.delete(transport));
    }
    await connecting;
    return true;
  }

  async restartIce(transportId: string): Promise<unknown> {
    return (await this.#transport(transportId)?.restartIce()) ?? null;
  }

  /** Publishes. Throws TypeError on parameters that mediasoup refuses; null: no such transport. */
  async produce(
    transportId: string,
    track: Track,
    source: SourceId,
    rtpParameters: RtpParameters,
    running: boolean,
  ): Promise<Producer | null> {
    const transport = this.#send;
    if (transport === null || transport.closed || transport.id !== transportId) return null;
    this.unpublish(track);
    const kind = isVoice(source) ? "audio" : "video";
    const producer = await transport.produce({ kind, rtpParameters, paused: !running, keyFrameRequestDelay: 1000 });
    this.#published.set(track, { producer, source, running });
    return producer;
  }

  unpublish(track: Track): void {
    this.#published.get(track)?.producer.close();
    this.#published.delete(track);
  }

  /** Closes what the stage does not ask for any more, and mutes and unmutes on the server, whatever the page does. */
  obey(sends: readonly Send[]): void {
    const wanted = new Map(sends.map((send) => [send.track, send]));
    for (const [track, published] of this.#published) {
      const send = wanted.get(track);
      if (send === undefined || published.producer.closed) {
        this.unpublish(track);
        continue;
      }
      const run = send.state === "flowing" || !isVoice(send.source);
      if (published.running === run) continue;
      published.running = run;
      ignoreClosed(run ? published.producer.resume() : published.producer.pause());
    }
  }

  get published(): ReadonlyMap<Track, { readonly producer: Producer; readonly source: SourceId }> {
    return this.#published;
  }

  get consumers(): ReadonlyMap<SourceId, { readonly consumer: Consumer; readonly running: boolean }> {
    return this.#consumers;
  }

  /** The worker is gone: nothing of it is left. */
  forgetMedia(): void {
    this.#dropReceive();
    this.#dropSend();
  }

  close(): void {
    this.forgetMedia();
  }

  #transport(id: string): WebRtcTransport | null {
    for (const transport of [this.#receive?.transport, this.#send]) {
      if (transport !== undefined && transport !== null && !transport.closed && transport.id === id) return transport;
    }
    return null;
  }

  #dropReceive(): void {
    this.#receive?.transport.close();
    this.#receive = null;
    this.#consumers.clear();
  }

  #dropSend(): void {
    this.#send?.close();
    this.#send = null;
    this.#published.clear();
  }
}

function offerOf(transport: WebRtcTransport): TransportOffer {
  const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = transport;
  return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
}

const offerOfConsumer = (feed: Feed, consumer: Consumer): FeedOffer => ({
  id: consumer.id,
  producerId: consumer.producerId,
  source: feed.source,
  kind: consumer.kind,
  rtpParameters: consumer.rtpParameters,
  flowing: feed.state === "flowing",
});

/** A request to the worker about something that was closed meanwhile: the closing is what counts. */
function ignoreClosed(request: Promise<void>): void {
  request.catch(() => undefined);
}
