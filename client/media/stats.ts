/** What we use of the browsers' statistics (https://www.w3.org/TR/webrtc-stats/). */
interface Stat {
  readonly id: string;
  readonly type: string;
  readonly mid?: string;
  readonly selected?: boolean;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly selectedCandidatePairId?: string;
  readonly currentRoundTripTime?: number;
  readonly bytesReceived?: number;
  readonly bytesSent?: number;
  readonly packetsReceived?: number;
  readonly packetsSent?: number;
  readonly packetsLost?: number;
}

/** The section that carries mediasoup's tests of the bandwidth: what is lost of them says nothing of the line. */
const probator = "probator";

/** Anything that lists statistics: an RTCStatsReport, or a Map in tests. */
export interface StatsList {
  forEach(look: (stat: Stat) => void): void;
}

interface Stream {
  readonly mid: string | null;
  readonly packets: number;
  readonly lost: number;
}

/** The counters of one transport at one moment. */
export interface Counters {
  readonly at: number;
  /** Milliseconds; null: not known. */
  readonly rtt: number | null;
  readonly bytesDown: number;
  readonly bytesUp: number;
  readonly incoming: ReadonlyMap<string, Stream>;
  readonly outgoing: ReadonlyMap<string, Stream>;
  /** What the server reports of our packets; it counts only losses. */
  readonly reported: ReadonlyMap<string, Stream>;
}

/** `at`: milliseconds on any steady clock. */
export function countersOf(list: StatsList, at: number): Counters {
  const stats: Stat[] = [];
  list.forEach((stat) => stats.push(stat));
  const pair = selectedPair(stats);
  const streams = (type: string): ReadonlyMap<string, Stream> =>
    new Map(
      stats
        .filter((stat) => stat.type === type && stat.mid !== probator)
        .map((stat) => [
          stat.id,
          {
            mid: stat.mid ?? null,
            packets: stat.packetsReceived ?? stat.packetsSent ?? 0,
            lost: stat.packetsLost ?? 0,
          },
        ]),
    );
  return {
    at,
    rtt: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000,
    bytesDown: pair?.bytesReceived ?? 0,
    bytesUp: pair?.bytesSent ?? 0,
    incoming: streams("inbound-rtp"),
    outgoing: streams("outbound-rtp"),
    reported: streams("remote-inbound-rtp"),
  };
}

function selectedPair(stats: readonly Stat[]): Stat | undefined {
  const chosen = stats.find((stat) => stat.type === "transport")?.selectedCandidatePairId;
  const pairs = stats.filter((stat) => stat.type === "candidate-pair");
  return (
    pairs.find((pair) => pair.id === chosen) ??
    // Firefox marks the pair itself.
    pairs.find((pair) => pair.selected) ??
    pairs.find((pair) => pair.nominated && pair.state === "succeeded")
  );
}

/** What happened between two looks at the same transport. */
export interface Flow {
  readonly rtt: number | null;
  /** Bits per second. */
  readonly down: number;
  readonly up: number;
  /** Shares of packets lost, 0–1. */
  readonly lostDown: number;
  readonly lostUp: number;
  /** Media sections (mid) on which packets came. */
  readonly arrived: ReadonlySet<string>;
}

export const noFlow: Flow = { rtt: null, down: 0, up: 0, lostDown: 0, lostUp: 0, arrived: new Set() };

export function flowBetween(before: Counters | null, after: Counters): Flow {
  if (before === null || after.at <= before.at) return { ...noFlow, rtt: after.rtt };
  const seconds = (after.at - before.at) / 1000;
  const rate = (from: number, to: number): number => Math.max(0, ((to - from) * 8) / seconds);
  const came = growth(before.incoming, after.incoming);
  const went = growth(before.outgoing, after.outgoing);
  const missed = growth(before.reported, after.reported);
  const arrived = [...after.incoming].filter(
    ([id, stream]) => stream.packets > (before.incoming.get(id)?.packets ?? 0),
  );
  return {
    rtt: after.rtt,
    down: rate(before.bytesDown, after.bytesDown),
    up: rate(before.bytesUp, after.bytesUp),
    lostDown: share(came.lost, came.lost + came.packets),
    lostUp: share(missed.lost, went.packets),
    arrived: new Set(arrived.flatMap(([, { mid }]) => mid ?? [])),
  };
}

/** Streams that came meanwhile count from zero, those that went not at all. */
function growth(
  before: ReadonlyMap<string, Stream>,
  after: ReadonlyMap<string, Stream>,
): { readonly packets: number; readonly lost: number } {
  let packets = 0;
  let lost = 0;
  for (const [id, stream] of after) {
    packets += Math.max(0, stream.packets - (before.get(id)?.packets ?? 0));
    // Late packets make the count of lost ones fall again.
    lost += Math.max(0, stream.lost - (before.get(id)?.lost ?? 0));
  }
  return { packets, lost };
}

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole));
