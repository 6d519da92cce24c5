import type { Producer } from "mediasoup-client/types";
import type { Send } from "../../shared/stage/sends.ts";
import { activeLayers } from "./encodings.ts";
import { uplinkOf } from "./uplink.ts";

const mostFailures = 5;

/** The line is looked at so often while a picture's layers do not have it for certain (milliseconds). */
const lookEvery = 250;
/** By then the browser's first probes are answered, or never will be (milliseconds after the first packet). */
const firstProbes = 1500;
/** The browser waits a second for the answer to a probe; a new one before would be refused (milliseconds). */
const probeEvery = 1100;
/** A line that does not carry all layers by then is not asked further (milliseconds after the first packet). */
const mostTending = 6000;
/** No packet has left by then: there is no path now (milliseconds). */
const mostWaiting = 20_000;
/** Chromium probes the line when the sum of what its encodings may use changes: by so much (bits per second). */
const probeStep = 1000;

export interface PublicationOptions {
  /** This browser's sound does not rest in its encodings (Firefox); its sender is then left without a track. */
  readonly byTrack: boolean;
  /** Sends all layers once, before anybody looks, until the line is known to carry them. */
  readonly proves: boolean;
}

/**
 * One published track. What is not wanted rests in its encodings (`active`): no packet leaves, the capture goes on for
 * one's own picture and level meter, and starting again needs neither a request nor a negotiation.
 *
 * While pictures rest the browser's estimate of the line stands still. Its first guess is tested only by the first
 * pictures, and where that test goes wrong (a machine that stalls for some ms is enough) the large layers are held back:
 * those who look get the smallest and climb for four seconds and more. So a room's camera proves the line when it is
 * published, and a low estimate is tested anew instead of being left to grow by 8 % a second.
 */
export class Publication {
  readonly producer: Producer;
  readonly #byTrack: boolean;
  #send: Send;
  #applied = "";
  #running = false;
  #proving: boolean;
  #tending = false;
  /** Counts the probes that were asked for. */
  #probes = 0;
  /** Bits per second, by encoding, as published. */
  #bitrates: readonly (number | undefined)[] | null = null;

  constructor(producer: Producer, send: Send, { byTrack, proves }: PublicationOptions) {
    this.producer = producer;
    this.#byTrack = byTrack && producer.kind === "audio";
    this.#send = send;
    // A lone layer is sent whatever the line: it only gets coarser.
    this.#proving = proves && (producer.rtpParameters.encodings?.length ?? 0) > 1;
    this.apply(send);
  }

  /** Parameters are set one after the other, the latest wish wins. */
  apply(send: Send): void {
    this.#send = send;
    if (!this.#running) void this.#run();
  }

  async replace(track: MediaStreamTrack): Promise<void> {
    await this.producer.replaceTrack({ track });
    this.#applied = "";
    this.apply(this.#send);
  }

  close(): void {
    this.producer.close();
  }

  /** What is sent now: what is wanted, or all of it for the proof. */
  get #wish(): Pick<Send, "state" | "layer"> {
    return this.#proving ? { state: "flowing" } : this.#send;
  }

  get #key(): string {
    const { state, layer } = this.#wish;
    return `${state} ${layer ?? ""} ${this.#probes}`;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let failures = 0; failures < mostFailures && !this.producer.closed;) {
      const key = this.#key;
      if (key === this.#applied) break;
      try {
        await this.#set();
        this.#applied = key;
      } catch (error) {
        // A negotiation came between reading and setting: read again.
        if (!(error instanceof DOMException)) throw error;
        failures++;
      }
    }
    this.#running = false;
    if (this.producer.kind === "video" && this.#wish.state === "flowing" && !this.#tending) void this.#tend();
  }

  async #set(): Promise<void> {
    const sender = this.producer.rtpSender;
    if (sender === undefined) return;
    const { state, layer } = this.#wish;
    if (this.#byTrack) {
      await sender.replaceTrack(state === "flowing" ? this.producer.track : null);
      return;
    }
    const parameters = sender.getParameters();
    this.#bitrates ??= parameters.encodings.map(({ maxBitrate }) => maxBitrate);
    const active = activeLayers(parameters.encodings.length, state, layer);
    let changed = false;
    for (const [index, encoding] of parameters.encodings.entries()) {
      const runs = active[index] ?? false;
      const most = this.#bitrates[index];
      const maxBitrate = most === undefined ? undefined : most - (this.#probes % 2) * probeStep;
      if (encoding.active === runs && encoding.maxBitrate === maxBitrate) continue;
      changed = true;
      encoding.active = runs;
      if (maxBitrate !== undefined) encoding.maxBitrate = maxBitrate;
    }
    if (changed) await sender.setParameters(parameters);
  }

  /** Sees to it that the line is known to carry what is to run, and ends the proof. */
  async #tend(): Promise<void> {
    this.#tending = true;
    try {
      await this.#untilKnown();
    } catch (error) {
      // The connection was closed while it was asked.
      if (!(error instanceof DOMException)) throw error;
    } finally {
      this.#tending = false;
    }
    this.#proved();
  }

  async #untilKnown(): Promise<void> {
    const sender = this.producer.rtpSender;
    if (sender === undefined || sender.getParameters().encodings.length < 2) return;
    const begun = performance.now();
    const { sent: before } = uplinkOf(await sender.getStats());
    let first: number | null = null;
    let probed = 0;
    while (!this.producer.closed && this.#wish.state === "flowing") {
      const { available, sent } = uplinkOf(await sender.getStats());
      const now = performance.now();
      if (sent > before) first ??= now;
      if (first === null) {
        if (now - begun > mostWaiting) return;
      } else {
        const enough = available === null || available >= this.#needed();
        const most = enough ? firstProbes : mostTending;
        if (now - first > most) return;
        if (!enough && now - Math.max(first, probed) > probeEvery) {
          probed = now;
          this.#probes++;
          this.apply(this.#send);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }

  #proved(): void {
    if (!this.#proving) return;
    this.#proving = false;
    this.apply(this.#send);
  }

  /** Bits per second of what is to run. */
  #needed(): number {
    const bitrates = this.#bitrates ?? [];
    const { state, layer } = this.#wish;
    const active = activeLayers(bitrates.length, state, layer);
    return bitrates.reduce<number>((sum, most, index) => sum + (active[index] === true ? (most ?? 0) : 0), 0);
  }
}
