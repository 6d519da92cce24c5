import { createWorker } from "mediasoup";
import type { Router, WebRtcServer, WebRtcTransport, Worker } from "mediasoup/types";
import type { FeedOffer, TransportOffer } from "../../shared/protocol/views.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { mediaCodecs } from "../../server/media/codecs.ts";
import { newSsrc, receive, soundOnly, startVoice, voiceParameters } from "../support/peer.ts";
import type { Path } from "../support/path.ts";
import type { Reception, Voice } from "../support/peer.ts";
import { freePort } from "../support/server.ts";

/** mediasoup and nothing else, with the same peers: one voice and its listeners. What Crossroom's cost is compared with. */
export interface BareHall {
  readonly voice: Voice;
  readonly streams: readonly Reception[];
  readonly workerPid: number;
  close(): void;
}

const source: SourceId = "room:bare:sound";
const together = 10;

export async function openBareHall(listeners: number): Promise<BareHall> {
  const workerBin = process.env["MEDIASOUP_WORKER_BIN"];
  const worker: Worker = await createWorker({ logLevel: "warn", ...(workerBin === undefined ? {} : { workerBin }) });
  const port = await freePort();
  const server = await worker.createWebRtcServer({ listenInfos: [{ protocol: "udp", ip: "127.0.0.1", port }] });
  const router = await worker.createRouter({ mediaCodecs });
  const stage: Stage = { router, server };
  const into = await open(stage);
  const parameters = voiceParameters(newSsrc());
  let producerId = "";
  const voice = await startVoice(offerOf(into), parameters, connecting(into), async () => {
    const producer = await into.produce({ kind: "audio", rtpParameters: parameters });
    producerId = producer.id;
  });
  const paths: Path[] = [];
  const streams: Reception[] = [];
  for (let left = listeners; left > 0; left -= together) {
    await Promise.all(
      Array.from({ length: Math.min(together, left) }, async () => {
        const { path, stream } = await listener(stage, producerId);
        paths.push(path);
        streams.push(stream);
      }),
    );
  }
  return {
    voice,
    streams,
    workerPid: worker.pid,
    close() {
      voice.close();
      for (const path of paths) path.close();
      worker.close();
    },
  };
}

interface Stage {
  readonly router: Router;
  readonly server: WebRtcServer;
}

const open = ({ router, server }: Stage): Promise<WebRtcTransport> =>
  router.createWebRtcTransport({ webRtcServer: server });

async function listener(
  stage: Stage,
  producerId: string,
): Promise<{ readonly path: Path; readonly stream: Reception }> {
  const transport = await open(stage);
  const { id, kind, rtpParameters } = await transport.consume({
    producerId,
    rtpCapabilities: soundOnly(stage.router.rtpCapabilities),
  });
  const feed: FeedOffer = { id, producerId, source, kind, rtpParameters, flowing: true };
  const { path, streams } = await receive(offerOf(transport), null, [feed], connecting(transport));
  const stream = streams.get(source);
  if (stream === undefined) throw new Error("the peer has lost its feed");
  return { path, stream };
}

const offerOf = ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
  sctpParameters,
}: WebRtcTransport): TransportOffer => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
  sctpParameters,
});

const connecting =
  (transport: WebRtcTransport) => (dtlsParameters: Parameters<WebRtcTransport["connect"]>[0]["dtlsParameters"]) =>
    transport.connect({ dtlsParameters });
