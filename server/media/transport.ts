import type { WebRtcTransport } from "mediasoup/types";
import type { TransportOffer } from "../../shared/protocol/views.ts";

/** What a page needs to make its end of a transport. */
export function offerOf(transport: WebRtcTransport): TransportOffer {
  const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = transport;
  return { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters };
}

/** A request to the worker about something that was closed meanwhile: the closing is what counts. */
export function ignoreClosed(request: Promise<void>): void {
  request.catch(() => undefined);
}
