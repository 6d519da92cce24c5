import type { Producer } from "mediasoup-client/types";
import type { Send } from "../../shared/stage/sends.ts";
import { activeLayers } from "./encodings.ts";

const mostFailures = 5;

/**
 * One published track. What is not wanted rests in its encodings (`active`): no packet leaves, the capture goes on for
 * one's own picture and level meter, and starting again needs neither a request nor a negotiation.
 */
export class Publication {
  readonly producer: Producer;
  readonly #byTrack: boolean;
  #send: Send;
  #applied = "";
  #running = false;

  /** `byTrack`: this browser's sound does not rest in its encodings (Firefox); its sender is then left without a track. */
  constructor(producer: Producer, send: Send, byTrack: boolean) {
    this.producer = producer;
    this.#byTrack = byTrack && producer.kind === "audio";
    this.#send = send;
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

  async #run(): Promise<void> {
    this.#running = true;
    for (let failures = 0; failures < mostFailures && !this.producer.closed;) {
      const wish = keyOf(this.#send);
      if (wish === this.#applied) break;
      try {
        await this.#set(this.#send);
        this.#applied = wish;
      } catch (error) {
        // A negotiation came between reading and setting: read again.
        if (!(error instanceof DOMException)) throw error;
        failures++;
      }
    }
    this.#running = false;
  }

  async #set(send: Send): Promise<void> {
    const sender = this.producer.rtpSender;
    if (sender === undefined) return;
    if (this.#byTrack) {
      await sender.replaceTrack(send.state === "flowing" ? this.producer.track : null);
      return;
    }
    const parameters = sender.getParameters();
    const active = activeLayers(parameters.encodings.length, send.state, send.layer);
    if (parameters.encodings.every((encoding, index) => encoding.active === active[index])) return;
    for (const [index, encoding] of parameters.encodings.entries()) encoding.active = active[index] ?? false;
    await sender.setParameters(parameters);
  }
}

const keyOf = (send: Send): string => `${send.state} ${send.layer ?? ""}`;
