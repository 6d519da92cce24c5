import type { Instant } from "../../shared/ids.ts";
import type { Clock } from "../../shared/protocol/views.ts";
import { minute, offsetAt } from "./time.ts";

export type BandName = "kind" | "bearable" | "shoulder" | "night";

/** What the hours of a day are like, by minute of the local day: kind 08–21, bearable 07–22, shoulder 06–23, else night. */
const dayOfBands: readonly (readonly [from: number, to: number, band: BandName])[] = [
  [0, 360, "night"],
  [360, 420, "shoulder"],
  [420, 480, "bearable"],
  [480, 1260, "kind"],
  [1260, 1320, "bearable"],
  [1320, 1380, "shoulder"],
  [1380, 1440, "night"],
];

/** A band on a strip: minutes after the strip's beginning. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly band: BandName;
}

/** The bands of the 24 hours that begin at `start`, in a place. One offset holds for the strip: the one in its middle. */
export function bandsFrom(start: Instant, clock: Pick<Clock, "offset" | "until" | "nextOffset">): readonly Band[] {
  const offset = offsetAt(clock, start + 720 * minute);
  const startOfStrip = (((Math.floor(start / minute) + offset) % 1440) + 1440) % 1440;
  const bands: Band[] = [];
  for (const dayStart of [0, 1440]) {
    for (const [from, to, band] of dayOfBands) {
      const a = Math.max(0, dayStart + from - startOfStrip);
      const b = Math.min(1440, dayStart + to - startOfStrip);
      if (b > a) bands.push({ from: a, to: b, band });
    }
  }
  return bands;
}

/** Which band a moment of the day in a place is in. */
export function bandAt(instant: Instant, clock: Pick<Clock, "offset" | "until" | "nextOffset">): BandName {
  const local = (((Math.floor(instant / minute) + offsetAt(clock, instant)) % 1440) + 1440) % 1440;
  return dayOfBands.find(([from, to]) => local >= from && local < to)?.[2] ?? "night";
}
