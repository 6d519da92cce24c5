import type { Consumer, DirectTransport, Producer, Router } from "mediasoup/types";
import type { SourceId } from "../../shared/stage/sources.ts";
import { audioLevelUri } from "./codecs.ts";

/** What a silent source counts as (dBov, RFC 6464). */
export const silent = -127;

/**
 * Listens to voices on the server without decoding them: a packet's header says how loud it is (RFC 6464).
 * Peaks since the last reading serve the loudest-three and the consoles' meters; the first packet says "sound has arrived".
 */
export class Tap {
  readonly #router: Router;
  readonly #transport: DirectTransport;
  readonly #consumers = new Map<SourceId, Consumer>();
  readonly #peaks = new Map<SourceId, number>();
  readonly #shown = new Map<SourceId, number>();
  readonly #onSound: (source: SourceId) => void;

  private constructor(router: Router, transport: DirectTransport, onSound: (source: SourceId) => void) {
    this.#router = router;
    this.#transport = transport;
    this.#onSound = onSound;
  }

  /** `onSound` is called for each packet of a source in `expect`ation, until it is no longer expected. */
  static async open(router: Router, onSound: (source: SourceId) => void): Promise<Tap> {
    return new Tap(router, await router.createDirectTransport(), onSound);
  }

  /** Sources whose first packet is waited for. */
  expected: ReadonlySet<SourceId> = new Set();

  async listen(source: SourceId, producer: Producer): Promise<void> {
    const consumer = await this.#transport.consume({
      producerId: producer.id,
      rtpCapabilities: this.#router.rtpCapabilities,
      paused: false,
    });
    this.#consumers.get(source)?.close();
    this.#consumers.set(source, consumer);
    consumer.observer.on("close", () => {
      if (this.#consumers.get(source) === consumer) this.#consumers.delete(source);
    });
    const id = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === audioLevelUri)?.id;
    consumer.on("rtp", (packet) => {
      if (this.expected.has(source)) this.#onSound(source);
      const level = id === undefined ? null : audioLevel(packet, id);
      if (level === null) return;
      if (level > (this.#peaks.get(source) ?? silent)) this.#peaks.set(source, level);
      if (level > (this.#shown.get(source) ?? silent)) this.#shown.set(source, level);
    });
  }

  /** Peaks (dBov) since the last call: for the loudest-three. */
  takePeaks(): ReadonlyMap<SourceId, number> {
    const peaks = new Map(this.#peaks);
    this.#peaks.clear();
    return peaks;
  }

  /** Peaks (dBov) since the last call, silent sources included: for the consoles' meters. */
  takeShown(): Readonly<Record<SourceId, number>> {
    const shown: Record<SourceId, number> = {};
    for (const source of this.#consumers.keys()) shown[source] = this.#shown.get(source) ?? silent;
    this.#shown.clear();
    return shown;
  }

  get count(): number {
    return this.#consumers.size;
  }

  close(): void {
    this.#transport.close();
    this.#consumers.clear();
  }
}

/**
 * The loudness that an RTP packet's header names, in dBov (0 loudest, -127 silent); null if it names none.
 * Layout: RFC 3550 5.1 and 5.3.1; extensions of one and two bytes: RFC 8285 4.2 and 4.3; the level itself: RFC 6464 3.
 */
export function audioLevel(packet: Buffer, id: number): number | null {
  if (packet.length < 12 || (packet.readUInt8(0) & 0x10) === 0) return null;
  const csrcs = packet.readUInt8(0) & 0x0f;
  const start = 12 + csrcs * 4;
  if (packet.length < start + 4) return null;
  const profile = packet.readUInt16BE(start);
  const end = Math.min(packet.length, start + 4 + packet.readUInt16BE(start + 2) * 4);
  const twoBytes = (profile & 0xfff0) === 0x1000;
  if (profile !== 0xbede && !twoBytes) return null;
  for (let at = start + 4; at < end;) {
    const head = packet.readUInt8(at);
    if (head === 0) {
      at += 1;
      continue;
    }
    if (twoBytes && at + 1 >= end) return null;
    const found = twoBytes ? head : head >> 4;
    const length = twoBytes ? packet.readUInt8(at + 1) : (head & 0x0f) + 1;
    const value = at + (twoBytes ? 2 : 1);
    if (!twoBytes && found === 15) return null;
    if (found === id && length > 0 && value < end) return -(packet.readUInt8(value) & 0x7f);
    at = value + length;
  }
  return null;
}
