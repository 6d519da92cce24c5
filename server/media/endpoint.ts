import type { DtlsParameters, WebRtcTransport } from "mediasoup/types";
import type { Viewer } from "../../shared/stage/feeds.ts";
import type { Send } from "../../shared/stage/sends.ts";
import { Receiving } from "./receiving.ts";
import { Sending } from "./sending.ts";

/** The server's half of one page's media: what it receives and what it sends. */
export class Endpoint {
  readonly key: string;
  viewer: Viewer;
  connected = true;
  /** What the page was told last. */
  sends: readonly Send[] = [];
  readonly receiving = new Receiving();
  readonly sending = new Sending();
  #queue: Promise<unknown> = Promise.resolve();
  /** A worker connects a transport once; a page whose reply was lost asks again. */
  readonly #connecting = new WeakMap<WebRtcTransport, Promise<void>>();

  constructor(key: string, viewer: Viewer) {
    this.key = key;
    this.viewer = viewer;
  }

  /** Runs one change of this endpoint's media after the other. */
  inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(change, change);
    this.#queue = turn.catch(() => undefined);
    return turn;
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

  /** What was open is gone; the page may open anew. */
  close(): void {
    this.receiving.close();
    this.sending.close();
  }

  #transport(id: string): WebRtcTransport | null {
    return [this.receiving.transport, this.sending.transport].find((transport) => transport?.id === id) ?? null;
  }
}
