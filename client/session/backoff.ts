const eachSecondFor = 60_000;
const longest = 10_000;

/**
 * How long to wait before the next try (whole milliseconds): about a second during the first minute, then growing to ten
 * seconds, without end. `random` (0–1) spreads it by a fifth each way: three hundred pages that lost the same server
 * must not come back in one moment.
 */
export function retryDelay(lostFor: number, random: number): number {
  const beyond = Math.max(0, lostFor - eachSecondFor);
  const wait = Math.min(longest, 1000 + beyond / 6);
  return Math.round(wait * (0.8 + 0.4 * random));
}

/** How long one try may take before it counts as failed (milliseconds): a dead try must not hold up the next. */
export const tryPatience = (lostFor: number): number => (lostFor < eachSecondFor ? 4000 : 10_000);
