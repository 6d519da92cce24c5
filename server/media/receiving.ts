import type { Consumer, Producer, Router, RtpCapabilities, WebRtcTransport } from "mediasoup/types";
import type { FeedOffer, FeedsNotice, HeartbeatOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { Feed, Viewer } from "../../shared/stage/feeds.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import type { Ground } from "./ground.ts";
import { ignoreClosed, offerOf } from "./transport.ts";

interface Held {
  readonly consumer: Consumer;
  readonly kind: "audio" | "video";
  /** The browser has set it up: pictures start only then, so that their first key frame is not lost. */
  confirmed: boolean;
  /** What was asked of the worker last, so that nothing is asked twice. */
  running: boolean;
  layer: number | null;
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

/** What one page receives: a transport, and on it a consumer for each feed. */
export class Receiving {
  /** False once the page has been away for longer than the grace: nothing is sent to it. */
  fed = true;
  readonly #consumers = new Map<SourceId, Held>();
  #capabilities: RtpCapabilities | null = null;
  #held: { readonly transport: WebRtcTransport; readonly heartbeat: HeartbeatOffer } | null = null;

  /** Null: the page receives nothing now. */
  get transport(): WebRtcTransport | null {
    const transport = this.#held?.transport;
    return transport === undefined || transport.closed ? null : transport;
  }

  get consumers(): ReadonlyMap<SourceId, { readonly consumer: Consumer; readonly running: boolean }> {
    return this.#consumers;
  }

  /**
   * Makes the transport, or keeps the one that the page still has (`keep`, its id). `guess`: of its line (bits per second).
   * `capabilities` must have been checked by the caller as far as JSON goes; mediasoup checks the rest and throws TypeError.
   */
  async open(
    ground: Ground,
    capabilities: RtpCapabilities,
    keep: string | undefined,
    guess: number,
  ): Promise<{ readonly transport: TransportOffer; readonly heartbeat: HeartbeatOffer }> {
    const held = this.#held;
    if (
      held !== null &&
      !held.transport.closed &&
      held.transport.id === keep &&
      held.transport.dtlsState !== "failed"
    ) {
      return { transport: offerOf(held.transport), heartbeat: held.heartbeat };
    }
    this.close();
    const transport = await ground.router.createWebRtcTransport({
      webRtcServer: ground.server,
      preferUdp: true,
      enableSctp: true,
      initialAvailableOutgoingBitrate: guess,
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
    this.#held = { transport, heartbeat };
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
    const { transport } = this;
    const rtpCapabilities = this.#capabilities;
    if (transport === null || rtpCapabilities === null || producer === undefined || producer.closed) return null;
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

  close(): void {
    this.#held?.transport.close();
    this.#held = null;
    this.#consumers.clear();
  }
}

const offerOfConsumer = (feed: Feed, consumer: Consumer): FeedOffer => ({
  id: consumer.id,
  producerId: consumer.producerId,
  source: feed.source,
  kind: consumer.kind,
  rtpParameters: consumer.rtpParameters,
  flowing: feed.state === "flowing",
});
