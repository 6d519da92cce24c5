import type { Producer, RtpParameters, WebRtcTransport } from "mediasoup/types";
import type { TransportOffer } from "../../shared/protocol/views.ts";
import type { Send } from "../../shared/stage/sends.ts";
import { isVoice } from "../../shared/stage/sources.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import type { Ground } from "./ground.ts";
import { ignoreClosed, offerOf } from "./transport.ts";

interface Published {
  readonly producer: Producer;
  readonly source: SourceId;
  running: boolean;
}

/** What one page sends: a transport, and on it a producer for each track that is published. */
export class Sending {
  readonly #published = new Map<Track, Published>();
  #transport: WebRtcTransport | null = null;

  /** Null: the page has none to publish on now. */
  get transport(): WebRtcTransport | null {
    return this.#transport === null || this.#transport.closed ? null : this.#transport;
  }

  /** What is published now. */
  get tracks(): readonly Track[] {
    return [...this.#published.keys()].sort();
  }

  /** A new transport to publish on; the old one and what it carried are gone. */
  async open(ground: Ground): Promise<TransportOffer> {
    this.close();
    this.#transport = await ground.router.createWebRtcTransport({
      webRtcServer: ground.server,
      preferUdp: true,
      enableSctp: false,
    });
    return offerOf(this.#transport);
  }

  /** Publishes. Throws TypeError on parameters that mediasoup refuses; null: no such transport. */
  async produce(
    transportId: string,
    track: Track,
    source: SourceId,
    rtpParameters: RtpParameters,
    running: boolean,
  ): Promise<Producer | null> {
    const { transport } = this;
    if (transport?.id !== transportId) return null;
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

  close(): void {
    this.#transport?.close();
    this.#transport = null;
    this.#published.clear();
  }
}
