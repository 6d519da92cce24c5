import { batch, signal } from "@preact/signals";
import type { Device, DtlsParameters, MediaKind, RtpCapabilities } from "mediasoup-client/types";
import type { Attached, FeedsNotice, LineReport } from "../../shared/protocol/views.ts";
import type { Send } from "../../shared/stage/sends.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { CallError } from "../session/contract.ts";
import type { Connection, MediaSession, OfferOptions } from "../session/contract.ts";
import { deviceFor } from "./device.ts";
import { LineMeter } from "./line.ts";
import { Playback } from "./playback.ts";
import { Receiving } from "./receive.ts";
import { Sending } from "./send.ts";
import { FrameWatch } from "./watch.ts";

export interface MediaPorts {
  readonly connection: Pick<Connection, "once" | "state" | "welcome">;
  /** The name under which the page's own track is published. */
  readonly sourceOf: (track: Track) => SourceId | null;
  /** The path is broken: attach again. */
  readonly broken: () => void;
  /**
   * The one place where the frames of every sender and receiver could pass (encoded transforms): for end-to-end
   * encryption. Called before the first frame.
   */
  readonly frames?: {
    readonly sender: (sender: RTCRtpSender, kind: MediaKind) => void;
    readonly receiver: (receiver: RTCRtpReceiver, kind: MediaKind) => void;
  };
}

const lookEvery = 500;

/** A page's media: what comes, what goes, and how well. It survives rejoining; the server's side of it need not. */
export class Media implements MediaSession {
  readonly tracks = signal<ReadonlyMap<SourceId, MediaStreamTrack>>(new Map());
  readonly flowing = signal<ReadonlySet<SourceId>>(new Set());
  readonly sends = signal<readonly Send[]>([]);
  readonly trouble: MediaSession["trouble"] = signal<MediaSession["trouble"]["value"]>([]);
  readonly screenOpen: MediaSession["screenOpen"] = signal(false);
  readonly #ports: MediaPorts;
  readonly #playback = new Playback();
  readonly #sending: Sending;
  readonly #watch = new FrameWatch();
  readonly #meter = new LineMeter();
  readonly #timer: ReturnType<typeof setInterval>;
  /** What is shown may be the old path for the moment until the new one stands: a held picture, no black one. */
  #shown: Receiving | null = null;
  #receiving: Receiving | null = null;
  /** The path that was given up. */
  #given: Receiving | null = null;
  #device: Device | null = null;

  constructor(ports: MediaPorts) {
    this.#ports = ports;
    const { connection } = ports;
    this.#sending = new Sending({
      openSend: () => connection.once("openSend", {}),
      iceServers: () => this.#iceServers(),
      connect: (transportId, dtlsParameters) => this.#connect(transportId, dtlsParameters),
      produce: (transportId, track, rtpParameters, takeOver) =>
        connection.once("produce", { transportId, track, rtpParameters: { ...rtpParameters }, takeOver }),
      unpublish: (track) => settle(connection.once("unpublish", { track })),
      sender: (sender, kind) => ports.frames?.sender(sender, kind),
    });
    this.#timer = setInterval(() => this.#look(), lookEvery);
  }

  get line(): MediaSession["line"] {
    return this.#meter.line;
  }

  get published(): MediaSession["published"] {
    return this.#sending.published;
  }

  get elsewhere(): MediaSession["elsewhere"] {
    return this.#sending.elsewhere;
  }

  get soundBlocked(): MediaSession["soundBlocked"] {
    return this.#playback.blocked;
  }

  /** For `attach`; null: this browser cannot. Rejects while the library has not come. */
  async capabilities(): Promise<RtpCapabilities | null> {
    this.#device = await deviceFor(this.#ports.connection.welcome.peek()?.routerRtpCapabilities);
    return this.#device?.recvRtpCapabilities ?? null;
  }

  /** The receiving transport that is in order and can be kept over a lost line. */
  get keep(): string | null {
    const receiving = this.#receiving;
    if (receiving === null || receiving.closed || receiving.pulse.health() === "broken") return null;
    return receiving.id;
  }

  /**
   * The server has attached this page: its side of the media is as `offer` says. The new path is in place when this
   * returns its promise, so that notices which follow find it.
   */
  async attached(offer: Attached["media"], sends: readonly Send[], kept: string | null): Promise<void> {
    const device = this.#device;
    if (offer === null || device === null) {
      this.detach();
      return;
    }
    if (kept !== null && offer.receive.id === kept && this.#receiving?.id === kept) {
      this.#receiving.keepOnly(offer.feeds.map((feed) => feed.id));
      this.#receiving.flow(offer.feeds);
      this.want(sends);
      this.#confirm(await this.#receiving.add(offer.feeds));
      return;
    }
    const before = this.#receiving;
    const next = new Receiving(device, offer.receive, this.#iceServers(), {
      connect: (transportId, dtlsParameters) => {
        this.#connect(transportId, dtlsParameters).catch((error: unknown) => {
          if (!(error instanceof CallError)) throw error;
          // oxlint-disable-next-line promise/no-callback-in-promise -- not a callback: it gives up the path
          this.#break(next);
        });
      },
      changed: () => this.#show(),
      broken: () => this.#break(next),
      receiver: (receiver, kind) => {
        setBuffer(receiver, null);
        this.#ports.frames?.receiver(receiver, kind);
      },
    });
    this.#receiving = next;
    this.#shown ??= next;
    this.sends.value = sends;
    this.#sending.restart(device, sends);
    this.#confirm(await next.start(offer.feeds, offer.heartbeat));
    before?.close();
    if (this.#receiving === next) this.#shown = next;
    this.#show();
  }

  async feeds(notice: FeedsNotice): Promise<void> {
    const receiving = this.#receiving;
    if (receiving === null) return;
    receiving.remove(notice.close);
    receiving.flow(notice.flow);
    if (notice.open.length > 0) this.#confirm(await receiving.add(notice.open));
  }

  want(sends: readonly Send[]): void {
    this.sends.value = sends;
    this.#sending.want(sends);
  }

  /** Call it in the gesture. */
  listen(on: boolean): void {
    if (on) this.#playback.start();
    else this.#playback.stop();
  }

  offer(track: Track, media: MediaStreamTrack | null, options: OfferOptions = {}): void {
    this.#sending.offer(track, media, options);
    this.#show();
  }

  /** The server has closed these: another tab has them. */
  unpublished(tracks: readonly Track[]): void {
    this.#sending.lose(tracks);
  }

  takeOver(): void {
    this.#sending.takeOver();
  }

  setOutput(deviceId: string): Promise<void> {
    return this.#playback.setOutput(deviceId);
  }

  async resumeSound(): Promise<void> {
    this.#playback.start();
  }

  watch(source: SourceId, element: HTMLVideoElement): () => void {
    return this.#watch.watch(source, element);
  }

  /** Measures since the last call; every two seconds is what the words are made for. */
  async report(): Promise<LineReport> {
    const receiving = this.#receiving;
    const [down, up] = await Promise.all([
      receiving === null || receiving.closed ? null : receiving.stats(),
      this.#sending.stats(),
    ]);
    const { arrived, ...figures } = this.#meter.measure(down, up, performance.now());
    const feeds = receiving?.feeds() ?? [];
    return {
      ...figures,
      seen: this.#watch.seen(),
      heard: feeds.flatMap(({ source, mid }) => (isVoice(source) && arrived.has(mid) ? [source] : [])),
      screen: this.screenOpen.value,
      trouble: this.trouble.value,
    };
  }

  /** Left the session: nothing comes and goes, devices stay. */
  detach(): void {
    this.#receiving?.close();
    this.#shown?.close();
    this.#receiving = null;
    this.#shown = null;
    this.sends.value = [];
    this.#sending.restart(null, []);
    this.#show();
  }

  close(): void {
    clearInterval(this.#timer);
    this.detach();
    this.#sending.close();
    this.#playback.close();
    this.#watch.close();
  }

  #iceServers(): readonly unknown[] {
    return this.#ports.connection.welcome.peek()?.iceServers ?? [];
  }

  #connect(transportId: string, dtlsParameters: DtlsParameters): Promise<unknown> {
    return this.#ports.connection.once("connectTransport", { transportId, dtlsParameters: { ...dtlsParameters } });
  }

  /** Said once of each path: until the next one stands, it stays broken. */
  #break(path: Receiving): void {
    if (path !== this.#receiving || path === this.#given) return;
    this.#given = path;
    this.#ports.broken();
  }

  #confirm(ids: readonly string[]): void {
    if (ids.length > 0) settle(this.#ports.connection.once("feedsReady", { ids: [...ids] }));
  }

  #show(): void {
    const tracks = new Map<SourceId, MediaStreamTrack>();
    const flowing = new Set<SourceId>();
    for (const feed of this.#shown?.feeds() ?? []) {
      tracks.set(feed.source, feed.track);
      if (feed.flowing) flowing.add(feed.source);
      else flowing.delete(feed.source);
    }
    this.#playback.set([...tracks].flatMap(([source, track]) => (isVoice(source) ? [track] : [])));
    for (const [track, { media }] of this.#sending.offers) {
      const source = media.kind === "video" ? this.#ports.sourceOf(track) : null;
      if (source === null) continue;
      tracks.set(source, media);
      flowing.add(source);
    }
    batch(() => {
      if (!sameEntries(tracks, this.tracks.peek())) this.tracks.value = tracks;
      if (flowing.size !== this.flowing.peek().size || [...flowing].some((source) => !this.flowing.peek().has(source)))
        this.flowing.value = flowing;
    });
  }

  #look(): void {
    const receiving = this.#receiving;
    const health = receiving?.pulse.health() ?? null;
    this.#meter.look(health);
    // Make before break, and trying other paths, come in here: today the whole path is made anew.
    if (receiving !== null && health === "broken" && this.#ports.connection.state.peek() === "open")
      this.#break(receiving);
  }
}

/** How long a receiver holds sound back to mend losses (milliseconds); null: as short as the line allows. */
function setBuffer(receiver: RTCRtpReceiver, target: number | null): void {
  if ("jitterBufferTarget" in receiver) receiver.jitterBufferTarget = target;
}

/** For what the line's end, or a newer state of the stage, makes pointless. */
function settle(request: Promise<unknown>): void {
  request.catch((error: unknown) => {
    if (!(error instanceof CallError)) throw error;
  });
}

const sameEntries = <Key, Value>(a: ReadonlyMap<Key, Value>, b: ReadonlyMap<Key, Value>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
