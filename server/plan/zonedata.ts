import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { z } from "zod";
import type { Instant } from "../../shared/ids.ts";
import { canonicalZone, nextChange, offsetAt, readZones } from "../../shared/plan/zones.ts";
import type { PackedZones, Zones } from "../../shared/plan/zones.ts";
import type { Clock } from "../../shared/protocol/views.ts";

const packedZones = z.object({
  version: z.string().min(1).max(40),
  zones: z.array(z.string()).min(1),
  links: z.array(z.string()),
});

/** Orders strings by their code units: the same on every machine. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pages ask for clocks again long before: half a year, in milliseconds. */
const halfYear = 183 * 86_400_000;

/** The installation's zone data, and clocks out of it. */
export class ZoneData {
  readonly zones: Zones;

  private constructor(zones: Zones) {
    this.zones = zones;
  }

  /**
   * Reads npm moment-timezone's data, or the file of the setting ZONE_DATA. The only place that does.
   * Rejects if the file is not zone data in that format.
   */
  static async load(file?: string): Promise<ZoneData> {
    const path = file ?? createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json");
    try {
      return new ZoneData(readZones(packedZones.parse(JSON.parse(await readFile(path, "utf8")))));
    } catch (error) {
      throw new Error(`${path} is not zone data in moment-timezone's packed format`, { cause: error });
    }
  }

  /** The IANA release, e.g. "2026f". */
  get version(): string {
    return this.zones.version;
  }

  /**
   * The data of some zones only, for a page: `readZones` of it gives the same answers and the same canonical names for
   * these names. Sorted; names that are none are left out, as they are none on the page then too.
   */
  packed(names: Iterable<string>): PackedZones {
    const zones = new Set<string>();
    const links = new Set<string>();
    for (const asked of names) {
      const entry = this.zones.index.get(asked.toLowerCase());
      if (entry === undefined) continue;
      zones.add(entry.packed);
      const [target = ""] = entry.packed.split("|", 1);
      // Of zones that share one entry all but one name are links to it.
      for (const name of [entry.name, entry.canonical]) if (name !== target) links.add(`${target}|${name}`);
    }
    return { version: this.version, zones: [...zones].sort(byCode), links: [...links].sort(byCode) };
  }

  /**
   * A zone's clock as pages need it; null if there is no such zone.
   * `city`: whose time it is said to be; null: the city that the zone is named after.
   */
  clockOf(zone: string, city: string | null, now: Instant): Clock | null {
    const canonical = canonicalZone(this.zones, zone);
    if (canonical === null) return null;
    const change = nextChange(this.zones, canonical, now, halfYear);
    return {
      zone: canonical,
      city: city ?? cityOf(zone, canonical),
      // Whole minutes: since 1972 every zone's offset is.
      offset: Math.round(offsetAt(this.zones, canonical, now)),
      until: change?.at ?? null,
      nextOffset: change === null ? null : Math.round(change.offset),
    };
  }
}

const areas = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/**
 * The city that a zone is named after ("Africa/Johannesburg" → "Johannesburg"). People in Singapore are not told
 * "Kuala Lumpur" although both share one zone; but old spellings ("Calcutta") give way to the canonical name's.
 */
function cityOf(asked: string, canonical: string): string {
  const spelledAnew = oldSpellings.has(asked);
  const name = areas.test(asked) && !spelledAnew && !/\/[A-Z]+$/.test(asked) ? asked : canonical;
  return (name.split("/").at(-1) ?? name).replaceAll("_", " ");
}

const oldSpellings: ReadonlySet<string> = new Set([
  "Africa/Asmera",
  "America/Godthab",
  "Asia/Ashkhabad",
  "Asia/Calcutta",
  "Asia/Chungking",
  "Asia/Dacca",
  "Asia/Katmandu",
  "Asia/Macao",
  "Asia/Rangoon",
  "Asia/Saigon",
  "Asia/Thimbu",
  "Asia/Ujung_Pandang",
  "Asia/Ulan_Bator",
  "Atlantic/Faeroe",
  "Europe/Kiev",
]);
