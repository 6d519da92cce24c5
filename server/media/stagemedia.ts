import type {
  DataProducer,
  DirectTransport,
  Producer,
  Router,
  RtpCapabilities,
  RtpParameters,
  Worker,
} from "mediasoup/types";
import type { Logger } from "pino";
import type { FeedsNotice, HeartbeatOffer, FeedOffer, TransportOffer } from "../../shared/protocol/views.ts";
import { voiceOf } from "../../shared/stage/places.ts";
import { layerDemand, wantedFeeds } from "../../shared/stage/feeds.ts";
import type { Feed } from "../../shared/stage/feeds.ts";
import { quiet, step } from "../../shared/stage/loudest.ts";
import type { Loudness } from "../../shared/stage/loudest.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { wantedSends } from "../../shared/stage/sends.ts";
import type { Send } from "../../shared/stage/sends.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import { openVoices } from "../../shared/stage/voices.ts";
import { mediaCodecs } from "./codecs.ts";
import type { Endpoint, Ground } from "./endpoint.ts";
import { Tap } from "./tap.ts";
import type { WorkerPool } from "./workers.ts";

export interface StageMediaPorts {
  readonly pool: WorkerPool;
  readonly log: Logger;
  readonly stage: () => Stage;
  readonly now: () => number;
  readonly onSound: (source: SourceId) => void;
  readonly sayFeeds: (endpoint: Endpoint, notice: Omit<FeedsNotice, "occurrenceId">) => void;
  readonly saySends: (endpoint: Endpoint, sends: readonly Send[]) => void;
  readonly sayUnpublished: (endpoint: Endpoint, tracks: readonly Track[]) => void;
  readonly sayLost: (endpoint: Endpoint) => void;
}

interface Base extends Ground {
  readonly worker: Worker;
  readonly tap: Tap;
  readonly direct: DirectTransport;
  readonly release: () => void;
  readonly pulse: NodeJS.Timeout;
}

interface Fed {
  readonly endpoint: Endpoint;
  readonly viewer: Endpoint["viewer"];
  readonly feeds: readonly Feed[];
}

/** How often the loudest are chosen (milliseconds). */
const loudestEvery = 100;

/**
 * The media of one stage: its router, and the reconciler. The stage says what is wanted (`wantedFeeds`, `wantedSends`);
 * what is there is made equal to it. Nobody else makes, runs or closes a consumer.
 */
export class StageMedia {
  readonly #ports: StageMediaPorts;
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #producers = new Map<SourceId, { readonly producer: Producer; readonly endpoint: Endpoint }>();
  #base: Promise<Base> | null = null;
  #ground: Base | null = null;
  #loudness: Loudness = quiet;
  #chooser: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(ports: StageMediaPorts) {
    this.#ports = ports;
  }

  get endpoints(): ReadonlyMap<string, Endpoint> {
    return this.#endpoints;
  }

  add(endpoint: Endpoint): void {
    this.#endpoints.set(endpoint.key, endpoint);
  }

  /** A page has left: its transports, and what it published, are gone. */
  drop(key: string): void {
    const endpoint = this.#endpoints.get(key);
    if (endpoint === undefined) return;
    this.#endpoints.delete(key);
    endpoint.close();
    this.changed();
  }

  /** Transport, heartbeat and all feeds for a page, in one go. */
  async receive(
    endpoint: Endpoint,
    capabilities: RtpCapabilities,
    keep: string | undefined,
    down: number | undefined,
  ): Promise<{
    readonly receive: TransportOffer;
    readonly heartbeat: HeartbeatOffer;
    readonly feeds: readonly FeedOffer[];
  }> {
    const base = await this.#open();
    return endpoint.inTurn(async () => {
      const { transport, heartbeat } = await endpoint.receive(base, capabilities, keep, down);
      const feeds = this.#feedsOf(endpoint);
      await endpoint.fill(base.router, feeds, this.#producerMap());
      return { receive: transport, heartbeat, feeds: endpoint.offers(feeds) };
    });
  }

  async openSend(endpoint: Endpoint): Promise<TransportOffer> {
    const base = await this.#open();
    return endpoint.inTurn(() => endpoint.openSend(base));
  }

  /** Publishes a track that the stage asks for; null: no such transport. Throws TypeError on bad parameters. */
  async produce(
    endpoint: Endpoint,
    send: Send,
    transportId: string,
    rtpParameters: RtpParameters,
  ): Promise<Producer | null> {
    const base = await this.#open();
    const holder = this.#producers.get(send.source);
    if (holder !== undefined && holder.endpoint !== endpoint) {
      holder.endpoint.unpublish(send.track);
      this.#ports.sayUnpublished(holder.endpoint, [send.track]);
    }
    const running = send.state === "flowing" || !isVoice(send.source);
    const producer = await endpoint.produce(transportId, send.track, send.source, rtpParameters, running);
    if (producer === null) return null;
    this.#producers.set(send.source, { producer, endpoint });
    producer.observer.once("close", () => {
      if (this.#producers.get(send.source)?.producer !== producer) return;
      this.#producers.delete(send.source);
      this.changed();
    });
    if (isVoice(send.source)) await base.tap.listen(send.source, producer);
    this.changed();
    return producer;
  }

  /** The page that publishes a source now. */
  holderOf(source: SourceId): Endpoint | null {
    return this.#producers.get(source)?.endpoint ?? null;
  }

  unpublish(endpoint: Endpoint, track: Track): void {
    endpoint.unpublish(track);
  }

  /** Something that media depends on has changed: stage, viewer, producer. Existing streams follow at once, new ones at their turn. */
  changed(): void {
    if (this.#closed) return;
    this.#choose();
    this.#expect();
    const feeds = this.#flowAll();
    this.#sendAll(feeds);
    const base = this.#ground;
    if (base === null) return;
    for (const endpoint of this.#endpoints.values()) {
      if (endpoint.receives) this.#fill(base, endpoint);
    }
  }

  /** Nobody is here any more, not even away: the router is given back. */
  rest(): void {
    if (this.#endpoints.size === 0) this.#dropBase();
  }

  /** Levels (dBov) of everything published, since the last call. */
  levels(): Readonly<Record<SourceId, number>> {
    return this.#ground?.tap.takeShown() ?? {};
  }

  /** What is there, for tests and for operators who look closely: consumers by page, and how many of them run. */
  census() {
    return {
      voicesTapped: this.#ground?.tap.count ?? 0,
      producers: [...this.#producers.keys()].sort(),
      endpoints: [...this.#endpoints.values()].map((endpoint) => ({
        page: endpoint.viewer.page,
        passId: endpoint.viewer.passId,
        wanted: this.#feedsOf(endpoint).map(({ source, state }) => ({
          source,
          state,
          published: this.#producers.has(source),
        })),
        consumers: [...endpoint.consumers].map(([source, { consumer, running }]) => ({
          source,
          running: running && !consumer.paused,
          producerPaused: consumer.producerPaused,
        })),
        sends: endpoint.sends,
      })),
    };
  }

  /** Bytes and packets as the worker counts them, per endpoint's consumers: for the bench. */
  get router(): Router | null {
    return this.#ground?.router ?? null;
  }

  /** The worker has died: all media of this stage with it. Pages are told to attach again. */
  lost(worker: Worker): void {
    if (this.#ground?.worker !== worker) return;
    this.#dropBase();
    for (const endpoint of this.#endpoints.values()) {
      endpoint.forgetMedia();
      this.#ports.sayLost(endpoint);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const endpoint of this.#endpoints.values()) endpoint.close();
    this.#endpoints.clear();
    this.#dropBase();
  }

  #dropBase(): void {
    const base = this.#ground;
    this.#base = null;
    this.#ground = null;
    this.#producers.clear();
    if (this.#chooser !== null) clearInterval(this.#chooser);
    this.#chooser = null;
    if (base === null) return;
    clearInterval(base.pulse);
    base.tap.close();
    base.router.close();
    base.release();
  }

  #open(): Promise<Base> {
    this.#base ??= this.#make().catch((error: unknown) => {
      this.#base = null;
      throw error;
    });
    return this.#base;
  }

  async #make(): Promise<Base> {
    const { seat, release } = this.#ports.pool.take();
    const router = await seat.worker.createRouter({ mediaCodecs });
    const direct = await router.createDirectTransport();
    const heartbeat: DataProducer = await direct.produceData({ label: "heartbeat" });
    const tap = await Tap.open(router, (source) => {
      tap.expected = new Set([...tap.expected].filter((other) => other !== source));
      this.#ports.onSound(source);
    });
    // One beat a second to all who have a path: it opens the path, keeps it, and its absence says that it is broken.
    const pulse = setInterval(() => heartbeat.send("."), 1000);
    const base: Base = { worker: seat.worker, server: seat.server, router, direct, heartbeat, tap, release, pulse };
    this.#ground = base;
    return base;
  }

  #heard(stage: Stage): ReadonlySet<SourceId> {
    if (stage.format === "discussion") return new Set(this.#loudness.since.keys());
    return new Set(openVoices(stage).map(({ source }) => source));
  }

  #feedsOf(endpoint: Endpoint): readonly Feed[] {
    const stage = this.#ports.stage();
    return wantedFeeds(stage, endpoint.viewer, this.#heard(stage));
  }

  #producerMap(): ReadonlyMap<SourceId, Producer> {
    return new Map([...this.#producers].map(([source, { producer }]) => [source, producer]));
  }

  #flowAll(): readonly Fed[] {
    const all = [...this.#endpoints.values()].map((endpoint) => ({
      endpoint,
      viewer: endpoint.viewer,
      feeds: endpoint.fed
        ? this.#feedsOf(endpoint)
        : this.#feedsOf(endpoint).map((feed) => ({ ...feed, state: "ready" as const })),
    }));
    for (const { endpoint, feeds } of all) {
      const flow = endpoint.flow(feeds);
      if (flow.length > 0) this.#ports.sayFeeds(endpoint, { open: [], close: [], flow });
    }
    return all;
  }

  #sendAll(all: readonly Fed[]): void {
    const stage = this.#ports.stage();
    const demand = layerDemand(all);
    for (const { endpoint, viewer } of all) {
      const sends = wantedSends(stage, viewer, demand);
      endpoint.obey(sends);
      if (JSON.stringify(sends) === JSON.stringify(endpoint.sends)) continue;
      endpoint.sends = sends;
      this.#ports.saySends(endpoint, sends);
    }
  }

  #fill(base: Base, endpoint: Endpoint): void {
    endpoint
      .inTurn(async () => {
        if (this.#ground !== base || !endpoint.receives) return;
        const notice = await endpoint.fill(base.router, this.#feedsOf(endpoint), this.#producerMap());
        if (notice.open.length + notice.close.length + notice.flow.length > 0) this.#ports.sayFeeds(endpoint, notice);
      })
      .catch((error: unknown) => this.#ports.log.error({ err: error }, "feeds could not be made"));
  }

  /** In a discussion the loudest are chosen ten times a second; in a plenary nobody competes. */
  #choose(): void {
    const stage = this.#ports.stage();
    const compete = stage.phase === "live" && stage.format === "discussion" && this.#ground !== null;
    if (!compete) {
      if (this.#chooser !== null) clearInterval(this.#chooser);
      this.#chooser = null;
      this.#loudness = quiet;
      return;
    }
    this.#loudness = this.#step(new Map());
    this.#chooser ??= setInterval(() => {
      const before = this.#loudness;
      this.#loudness = this.#step(this.#ground?.tap.takePeaks() ?? new Map());
      const same =
        before.since.size === this.#loudness.since.size &&
        [...before.since.keys()].every((source) => this.#loudness.since.has(source));
      if (!same) this.#flowAll();
    }, loudestEvery);
  }

  #step(peaks: ReadonlyMap<SourceId, number>): Loudness {
    return step(this.#loudness, openVoices(this.#ports.stage()), peaks, this.#ports.now());
  }

  /** Whose first packet puts them on air. */
  #expect(): void {
    if (this.#ground === null) return;
    const waiting = this.#ports.stage().floor.filter((speaker) => speaker.onAirAt === null && speaker.ready);
    this.#ground.tap.expected = new Set(waiting.map((speaker) => voiceOf(speaker.hand)));
  }
}
