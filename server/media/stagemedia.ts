import type { Producer, RtpCapabilities, RtpParameters, Worker } from "mediasoup/types";
import type { Logger } from "pino";
import type { FeedsNotice, HeartbeatOffer, FeedOffer, TransportOffer } from "../../shared/protocol/views.ts";
import { voiceOf } from "../../shared/stage/places.ts";
import { layerDemand, wantedFeeds } from "../../shared/stage/feeds.ts";
import type { Feed } from "../../shared/stage/feeds.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { wantedSends } from "../../shared/stage/sends.ts";
import type { Send } from "../../shared/stage/sends.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import { openVoices } from "../../shared/stage/voices.ts";
import type { Endpoint } from "./endpoint.ts";
import { openGround } from "./ground.ts";
import type { StageGround } from "./ground.ts";
import { Loudest } from "./loudest.ts";
import { firstGuess } from "./receiving.ts";
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

interface Fed {
  readonly endpoint: Endpoint;
  readonly viewer: Endpoint["viewer"];
  readonly feeds: readonly Feed[];
}

/**
 * The media of one stage: its router, and the reconciler. The stage says what is wanted (`wantedFeeds`, `wantedSends`);
 * what is there is made equal to it. Nobody else makes, runs or closes a consumer.
 */
export class StageMedia {
  readonly #ports: StageMediaPorts;
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #producers = new Map<SourceId, { readonly producer: Producer; readonly endpoint: Endpoint }>();
  readonly #loudest: Loudest;
  #opening: Promise<StageGround> | null = null;
  #ground: StageGround | null = null;
  #closed = false;

  constructor(ports: StageMediaPorts) {
    this.#ports = ports;
    this.#loudest = new Loudest({
      voices: () => openVoices(ports.stage()),
      takePeaks: () => this.#ground?.tap.takePeaks() ?? new Map(),
      now: ports.now,
      changed: () => void this.#flowAll(),
    });
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
    const ground = await this.#open();
    return endpoint.inTurn(async () => {
      const guess = firstGuess(endpoint.viewer.page, down);
      const { transport, heartbeat } = await endpoint.receiving.open(ground, capabilities, keep, guess);
      const feeds = this.#feedsOf(endpoint);
      await endpoint.receiving.fill(ground.router, feeds, this.#producerMap());
      return { receive: transport, heartbeat, feeds: endpoint.receiving.offers(feeds) };
    });
  }

  async openSend(endpoint: Endpoint): Promise<TransportOffer> {
    const ground = await this.#open();
    return endpoint.inTurn(() => endpoint.sending.open(ground));
  }

  /** Publishes a track that the stage asks for; null: no such transport. Throws TypeError on bad parameters. */
  async produce(
    endpoint: Endpoint,
    send: Send,
    transportId: string,
    rtpParameters: RtpParameters,
  ): Promise<Producer | null> {
    const ground = await this.#open();
    const holder = this.#producers.get(send.source);
    if (holder !== undefined && holder.endpoint !== endpoint) {
      holder.endpoint.sending.unpublish(send.track);
      this.#ports.sayUnpublished(holder.endpoint, [send.track]);
    }
    const running = send.state === "flowing" || !isVoice(send.source);
    const producer = await endpoint.sending.produce(transportId, send.track, send.source, rtpParameters, running);
    if (producer === null) return null;
    this.#producers.set(send.source, { producer, endpoint });
    producer.observer.once("close", () => {
      if (this.#producers.get(send.source)?.producer !== producer) return;
      this.#producers.delete(send.source);
      this.changed();
    });
    if (isVoice(send.source)) await ground.tap.listen(send.source, producer);
    this.changed();
    return producer;
  }

  /** The page that publishes a source now. */
  holderOf(source: SourceId): Endpoint | null {
    return this.#producers.get(source)?.endpoint ?? null;
  }

  unpublish(endpoint: Endpoint, track: Track): void {
    endpoint.sending.unpublish(track);
  }

  /** Something that media depends on has changed: stage, viewer, producer. Existing streams follow at once, new ones at their turn. */
  changed(): void {
    if (this.#closed) return;
    this.#choose();
    this.#expect();
    const feeds = this.#flowAll();
    this.#sendAll(feeds);
    const ground = this.#ground;
    if (ground === null) return;
    for (const endpoint of this.#endpoints.values()) {
      if (endpoint.receiving.transport !== null) this.#fill(ground, endpoint);
    }
  }

  /** Nobody is here any more, not even away: the router is given back. */
  rest(): void {
    if (this.#endpoints.size === 0) this.#dropGround();
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
        consumers: [...endpoint.receiving.consumers].map(([source, { consumer, running }]) => ({
          source,
          running: running && !consumer.paused,
          producerPaused: consumer.producerPaused,
        })),
        sends: endpoint.sends,
        publishes: endpoint.sending.tracks,
      })),
    };
  }

  /** The worker has died: all media of this stage with it. Pages are told to attach again. */
  lost(worker: Worker): void {
    if (this.#ground?.worker !== worker) return;
    this.#dropGround();
    for (const endpoint of this.#endpoints.values()) {
      endpoint.close();
      this.#ports.sayLost(endpoint);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const endpoint of this.#endpoints.values()) endpoint.close();
    this.#endpoints.clear();
    this.#dropGround();
  }

  #dropGround(): void {
    const ground = this.#ground;
    this.#opening = null;
    this.#ground = null;
    this.#producers.clear();
    this.#loudest.pause();
    ground?.close();
  }

  #open(): Promise<StageGround> {
    this.#opening ??= this.#make().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #make(): Promise<StageGround> {
    this.#ground = await openGround(this.#ports.pool, this.#ports.onSound);
    return this.#ground;
  }

  #heard(stage: Stage): ReadonlySet<SourceId> {
    if (stage.format === "discussion") return this.#loudest.heard;
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
      feeds: endpoint.receiving.fed
        ? this.#feedsOf(endpoint)
        : this.#feedsOf(endpoint).map((feed) => ({ ...feed, state: "ready" as const })),
    }));
    for (const { endpoint, feeds } of all) {
      const flow = endpoint.receiving.flow(feeds);
      if (flow.length > 0) this.#ports.sayFeeds(endpoint, { open: [], close: [], flow });
    }
    return all;
  }

  #sendAll(all: readonly Fed[]): void {
    const stage = this.#ports.stage();
    const demand = layerDemand(all);
    for (const { endpoint, viewer } of all) {
      const sends = wantedSends(stage, viewer, demand);
      endpoint.sending.obey(sends);
      if (JSON.stringify(sends) === JSON.stringify(endpoint.sends)) continue;
      endpoint.sends = sends;
      this.#ports.saySends(endpoint, sends);
    }
  }

  #fill(ground: StageGround, endpoint: Endpoint): void {
    endpoint
      .inTurn(async () => {
        if (this.#ground !== ground || endpoint.receiving.transport === null) return;
        const notice = await endpoint.receiving.fill(ground.router, this.#feedsOf(endpoint), this.#producerMap());
        if (notice.open.length + notice.close.length + notice.flow.length > 0) this.#ports.sayFeeds(endpoint, notice);
      })
      .catch((error: unknown) => this.#ports.log.error({ err: error }, "feeds could not be made"));
  }

  /** In a discussion the loudest are chosen; in a plenary nobody competes. */
  #choose(): void {
    const stage = this.#ports.stage();
    const compete = stage.phase === "live" && stage.format === "discussion" && this.#ground !== null;
    if (compete) this.#loudest.choose();
    else this.#loudest.rest();
  }

  /** Whose first packet puts them on air. */
  #expect(): void {
    if (this.#ground === null) return;
    const waiting = this.#ports.stage().floor.filter((speaker) => speaker.onAirAt === null && speaker.ready);
    this.#ground.tap.expected = new Set(waiting.map((speaker) => voiceOf(speaker.hand)));
  }
}
