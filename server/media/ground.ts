import type { DataProducer, Router, WebRtcServer, Worker } from "mediasoup/types";
import type { SourceId } from "../../shared/stage/sources.ts";
import { mediaCodecs } from "./codecs.ts";
import { Tap } from "./tap.ts";
import type { WorkerPool } from "./workers.ts";

/** Where an endpoint's media is made. */
export interface Ground {
  readonly router: Router;
  readonly server: WebRtcServer;
  readonly heartbeat: DataProducer;
}

/** What all media of one stage stand on: a router on one of the workers, its heartbeat, and the ear on its voices. */
export interface StageGround extends Ground {
  readonly worker: Worker;
  readonly tap: Tap;
  readonly close: () => void;
}

/** `onSound`: the first packet of a source that the tap expects; it is not expected any more then. */
export async function openGround(pool: WorkerPool, onSound: (source: SourceId) => void): Promise<StageGround> {
  const { seat, release } = pool.take();
  const router = await seat.worker.createRouter({ mediaCodecs });
  const direct = await router.createDirectTransport();
  const heartbeat = await direct.produceData({ label: "heartbeat" });
  const tap = await Tap.open(router, (source) => {
    tap.expected = new Set([...tap.expected].filter((other) => other !== source));
    onSound(source);
  });
  // One beat a second to all who have a path: it opens the path, keeps it, and its absence says that it is broken.
  const pulse = setInterval(() => heartbeat.send("."), 1000);
  return {
    worker: seat.worker,
    server: seat.server,
    router,
    heartbeat,
    tap,
    close() {
      clearInterval(pulse);
      tap.close();
      router.close();
      release();
    },
  };
}
