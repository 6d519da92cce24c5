/** What the browser knows of the line that a sender's packets take. */
export interface Uplink {
  /** What it thinks the line carries (bits per second); null: this browser does not say. */
  readonly available: number | null;
  /** Bytes that the sender has sent in all. */
  readonly sent: number;
}

interface Stat {
  readonly type: string;
  readonly nominated?: boolean;
  readonly availableOutgoingBitrate?: number;
  readonly bytesSent?: number;
}

/** `list`: statistics of one sender. */
export function uplinkOf(list: { forEach(look: (stat: Stat) => void): void }): Uplink {
  let available: number | null = null;
  let sent = 0;
  list.forEach((stat) => {
    if (stat.type === "outbound-rtp") sent += stat.bytesSent ?? 0;
    if (stat.type !== "candidate-pair" || stat.nominated !== true) return;
    if (stat.availableOutgoingBitrate !== undefined)
      available = Math.max(available ?? 0, stat.availableOutgoingBitrate);
  });
  return { available, sent };
}
