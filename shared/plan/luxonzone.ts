import { DateTime, Zone } from "luxon";
import type { Instant } from "../ids.ts";
import { canonicalZone, offsetAt } from "./zones.ts";
import type { Zones } from "./zones.ts";

/**
 * A zone for Luxon out of our own zone data. Its kind is not "iana": for those Luxon asks the runtime. Where clocks
 * change, Luxon's own arithmetic on wall times guesses (it moves gaps, and in folds its answer depends on the date that
 * it came from): resolve those with `resolveWall` and use Luxon to show instants. Offsets are shown by tokens of
 * `toFormat` (ZZ, ZZZZ): the zone that `toLocaleString` names is wrong in the hours around a change.
 */
class DataZone extends Zone {
  readonly #zones: Zones;
  readonly #name: string;

  constructor(zones: Zones, name: string) {
    super();
    this.#zones = zones;
    this.#name = name;
  }

  override get type(): string {
    return "crossroom";
  }

  override get name(): string {
    return this.#name;
  }

  override get isUniversal(): boolean {
    return false;
  }

  override get isValid(): boolean {
    return true;
  }

  /** Zones have no names in the data, only offsets: "UTC+05:45". */
  override offsetName(instant: number): string {
    return `UTC${this.formatOffset(instant, "short")}`;
  }

  /** "+5:45" narrow (whole hours "+5"), "+05:45" short, "+0545" techie. */
  override formatOffset(instant: number, format: string): string {
    const minutes = Math.round(this.offset(instant));
    const sign = minutes < 0 ? "-" : "+";
    const hours = Math.floor(Math.abs(minutes) / 60);
    const rest = Math.abs(minutes) % 60;
    const two = (value: number) => String(value).padStart(2, "0");
    if (format === "narrow") return `${sign}${hours}${rest === 0 ? "" : `:${two(rest)}`}`;
    if (format === "techie") return `${sign}${two(hours)}${two(rest)}`;
    return `${sign}${two(hours)}:${two(rest)}`;
  }

  /** Minutes east of UTC. Luxon looks up the year's ends of invalid times too: NaN is answered with NaN. */
  override offset(instant: number): number {
    return Number.isNaN(instant) ? NaN : offsetAt(this.#zones, this.#name, instant);
  }

  override equals(other: Zone): boolean {
    return other instanceof DataZone && other.#name === this.#name && other.#zones.version === this.#zones.version;
  }
}

/** The Luxon zone of a name, by our data. @throws RangeError for an unknown zone */
export function luxonZone(zones: Zones, name: string): Zone {
  const canonical = canonicalZone(zones, name);
  if (canonical === null) throw new RangeError(`no such time zone: ${name}`);
  return new DataZone(zones, canonical);
}

/** An instant to be shown in a zone's time and a language ("en", "es"). @throws RangeError for an unknown zone */
export function dateTime(zones: Zones, zone: string, instant: Instant, locale: string): DateTime {
  return DateTime.fromMillis(instant, { zone: luxonZone(zones, zone), locale });
}
