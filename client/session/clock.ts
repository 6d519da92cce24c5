/** One look at the server's clock. All in milliseconds. */
export interface Sample {
  /** Server's time minus own time, as this sample says. */
  readonly offset: number;
  /** How long the answer took: the sample is right within half of it. */
  readonly rtt: number;
  /** Own time at which it was taken. */
  readonly at: number;
}

/** Own clocks drift: after this long a worse sample is better than an old one. */
const stale = 600_000;
/** What two samples may differ by beyond their own errors before the own clock is taken to have jumped or slept. */
const slack = 100;

/** What a reply says: `sent` and `received` in own time, `time` the server's clock when it answered. */
export function sampleOf(time: number, sent: number, received: number): Sample {
  const rtt = Math.max(0, received - sent);
  return { offset: time + rtt / 2 - received, rtt, at: received };
}

/** The better of two samples: the quicker one, unless the older is stale or the own clock has jumped since. */
export function better(held: Sample | null, next: Sample): Sample {
  if (held === null || next.rtt <= held.rtt || next.at - held.at > stale) return next;
  const apart = Math.abs(next.offset - held.offset);
  return apart > (next.rtt + held.rtt) / 2 + slack ? next : held;
}
