import { signal } from "@preact/signals";
import type { Device, DtlsParameters, MediaKind, RtpParameters, Transport } from "mediasoup-client/types";
import type { TransportOffer } from "../../shared/protocol/views.ts";
import type { Send } from "../../shared/stage/sends.ts";
import type { Track } from "../../shared/stage/sources.ts";
import { CallError } from "../session/contract.ts";
import type { OfferOptions } from "../session/contract.ts";
import { activeLayers, codecOptionsOf, encodingsOf, provesLine } from "./encodings.ts";
import type { Parameter } from "./parameters.ts";
import { Publication } from "./publication.ts";

export interface SendPorts {
  readonly openSend: () => Promise<TransportOffer>;
  readonly iceServers: () => readonly unknown[];
  readonly connect: (transportId: string, dtlsParameters: DtlsParameters) => Promise<unknown>;
  readonly produce: (
    transportId: string,
    track: Track,
    rtpParameters: RtpParameters,
    takeOver: boolean,
  ) => Promise<unknown>;
  readonly unpublish: (track: Track) => void;
  /** Every sender passes here before its first frame: the place for end-to-end encryption. */
  readonly sender: (sender: RTCRtpSender, kind: MediaKind) => void;
}

interface Offer {
  readonly media: MediaStreamTrack;
  readonly options: OfferOptions;
}

interface Published {
  readonly offer: Offer;
  readonly publication: Publication;
}

/** A failed sending path is tried again after this long (milliseconds). */
const retryAfter = 2000;
const disconnectedFor = 3000;

/** The sending half of a page's media: what the server asks for and the page offers is published. */
export class Sending {
  readonly published = signal<ReadonlySet<Track>>(new Set());
  readonly elsewhere = signal(false);
  readonly #ports: SendPorts;
  readonly #offers = new Map<Track, Offer>();
  readonly #published = new Map<Track, Published>();
  /** Refused by the server; not tried again until it says anew what it wants. */
  readonly #refused = new Set<Track>();
  #sends: readonly Send[] = [];
  #device: Device | null = null;
  #transport: Transport | null = null;
  #takeOver = false;
  /** Counts the restarts: what was begun before one is not gone on with after it. */
  #start = 0;
  #working = false;
  #dirty = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: SendPorts) {
    this.#ports = ports;
  }

  get offers(): ReadonlyMap<Track, Offer> {
    return this.#offers;
  }

  get sends(): readonly Send[] {
    return this.#sends;
  }

  /** What the page has to give; null takes it back. */
  offer(track: Track, media: MediaStreamTrack | null, options: OfferOptions = {}): void {
    if (media === null) this.#offers.delete(track);
    else this.#offers.set(track, { media, options });
    this.#refused.delete(track);
    this.#reconcile();
  }

  /** What the server wants. Running publications follow in this same turn: no request and no negotiation is waited for. */
  want(sends: readonly Send[]): void {
    this.#sends = sends;
    this.#refused.clear();
    if (sends.length === 0) this.elsewhere.value = false;
    for (const send of sends) this.#published.get(send.track)?.publication.apply(send);
    this.#tell();
    this.#reconcile();
  }

  /** The server has nothing of this page (any more): everything is published anew, on a new transport. */
  restart(device: Device | null, sends: readonly Send[]): void {
    this.#device = device;
    this.#drop();
    this.want(sends);
  }

  /** Another tab publishes these now. Nothing is tried again until the person asks for it. */
  lose(tracks: readonly Track[]): void {
    for (const track of tracks) {
      this.#published.get(track)?.publication.close();
      this.#published.delete(track);
    }
    this.elsewhere.value = true;
    this.#tell();
  }

  takeOver(): void {
    this.#takeOver = true;
    this.elsewhere.value = false;
    this.#refused.clear();
    this.#reconcile();
  }

  async stats(): Promise<RTCStatsReport | null> {
    return this.#transport === null || this.#transport.closed ? null : this.#transport.getStats();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#offers.clear();
    this.#drop();
  }

  #drop(): void {
    this.#start++;
    for (const { publication } of this.#published.values()) publication.close();
    this.#published.clear();
    this.#transport?.close();
    this.#transport = null;
    this.#tell();
  }

  #tell(): void {
    const now = new Set(
      this.#sends
        .filter((send) => send.state === "flowing" && this.#published.has(send.track))
        .map((send) => send.track),
    );
    const { value: before } = this.published;
    if (now.size !== before.size || [...now].some((track) => !before.has(track))) this.published.value = now;
  }

  /** Makes what is published equal to what is wanted and offered, one round after the other. */
  #reconcile(): void {
    this.#dirty = true;
    if (this.#working) return;
    this.#working = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    while (this.#dirty && !this.#closed) {
      this.#dirty = false;
      try {
        await this.#round();
      } catch (error) {
        this.#fail(error);
      }
      this.#tell();
    }
    this.#working = false;
  }

  async #round(): Promise<void> {
    for (const [track, { offer, publication }] of this.#published) {
      const asked = this.#sends.some((send) => send.track === track);
      const now = this.#offers.get(track);
      if (asked && now === offer) continue;
      if (asked && now !== undefined && sameOptions(now.options, offer.options)) {
        await publication.replace(now.media);
        this.#published.set(track, { offer: now, publication });
        continue;
      }
      publication.close();
      this.#published.delete(track);
      if (asked) this.#ports.unpublish(track);
    }
    if (this.#device === null || this.#sends.length === 0 || this.elsewhere.peek()) return;
    // The transport is there before the track is: asking for a camera takes people a while.
    const transport = this.#transport ?? (await this.#open(this.#device));
    if (transport === null) return;
    const missing = this.#sends.filter(({ track }) => !this.#published.has(track) && !this.#refused.has(track));
    const { length } = await Promise.all(missing.map((send) => this.#produce(transport, send)));
    if (length > 0) this.#takeOver = false;
  }

  /** Null: everything was restarted meanwhile, the next round opens another. */
  async #open(device: Device): Promise<Transport | null> {
    const start = this.#start;
    const offer = await this.#ports.openSend();
    if (start !== this.#start || this.#closed) return null;
    const transport = device.createSendTransport({
      id: offer.id,
      iceParameters: offer.iceParameters as Parameter<"iceParameters">,
      iceCandidates: offer.iceCandidates as Parameter<"iceCandidates">,
      dtlsParameters: offer.dtlsParameters as Parameter<"dtlsParameters">,
      iceServers: this.#ports.iceServers() as RTCIceServer[],
    });
    transport.on("connect", ({ dtlsParameters }, done) => {
      // As on the receiving side: nothing waits for the answer.
      this.#ports.connect(offer.id, dtlsParameters).catch((error: unknown) => this.#broken(transport, error));
      done();
    });
    transport.on("produce", ({ rtpParameters, appData }, done) => {
      const { track, takeOver, id } = appData as Attempt;
      // Done at once, under an id of our own: the next track need not wait for this one's answer.
      done({ id });
      this.#ports
        .produce(offer.id, track, rtpParameters, takeOver)
        .catch((error: unknown) => this.#refuse(track, id, error));
    });
    transport.on("connectionstatechange", (state) => {
      if (state === "failed") this.#broken(transport, null);
      if (state === "disconnected") {
        setTimeout(
          () => transport.connectionState === "disconnected" && this.#broken(transport, null),
          disconnectedFor,
        );
      }
    });
    this.#transport = transport;
    return transport;
  }

  async #produce(transport: Transport, send: Send): Promise<void> {
    const { track } = send;
    const offer = this.#offers.get(track);
    if (offer === undefined || offer.media.readyState === "ended") return;
    if (track === "share") offer.media.contentHint = "detail";
    const encodings = encodingsOf(track, offer.media.getSettings().height);
    const active = activeLayers(encodings.length, send.state, send.layer);
    const attempt: Attempt = { track, takeOver: this.#takeOver, id: `${track} ${++made}` };
    const producer = await transport.produce({
      track: offer.media,
      encodings: encodings.map((encoding, index) => ({ ...encoding, active: active[index] ?? true })),
      codecOptions: codecOptionsOf(track, offer.options),
      // The page owns its tracks, and rests are made in the encodings.
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: false,
      onRtpSender: (sender) => this.#ports.sender(sender, offer.media.kind === "audio" ? "audio" : "video"),
      appData: { ...attempt },
    });
    const latest = this.#sends.find((other) => other.track === track);
    if (this.#refused.has(track) || latest === undefined || transport !== this.#transport) {
      producer.close();
      return;
    }
    this.#published.set(track, {
      offer,
      publication: new Publication(producer, latest, {
        byTrack: this.#device?.handlerName.startsWith("Firefox") ?? false,
        proves: provesLine(track),
      }),
    });
    this.#tell();
  }

  #refuse(track: Track, id: string, error: unknown): void {
    if (!(error instanceof CallError)) throw error;
    const held = this.#published.get(track);
    if (held !== undefined && held.publication.producer.id !== id) return;
    this.#refused.add(track);
    held?.publication.close();
    this.#published.delete(track);
    if (error.code === "in-use-elsewhere") this.elsewhere.value = true;
    if (error.code === "not-found" && this.#transport !== null) this.#broken(this.#transport, error);
    this.#tell();
  }

  #broken(transport: Transport, error: unknown): void {
    if (transport !== this.#transport || transport.closed) return;
    this.#drop();
    this.#fail(error);
  }

  /** The line's own troubles pass: it is tried again. Anything else is a mistake, said where mistakes are looked for. */
  #fail(error: unknown): void {
    if (error !== null && !(error instanceof CallError)) reportError(error);
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#refused.clear();
      this.#reconcile();
    }, retryAfter);
  }
}

/** One try to publish; goes with the library's own bookkeeping, not over the wire. */
type Attempt = {
  readonly track: Track;
  readonly takeOver: boolean;
  readonly id: string;
};

let made = 0;

const sameOptions = (a: OfferOptions, b: OfferOptions): boolean =>
  (a.deskFeed ?? false) === (b.deskFeed ?? false) && (a.stereo ?? false) === (b.stereo ?? false);
