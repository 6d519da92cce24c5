import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readZones } from "../../shared/plan/zones.ts";
import type { PackedZones, Zones } from "../../shared/plan/zones.ts";

/** The packages of packed zone data: the one that the product uses, and an older one. */
const packages = { "2026f": "moment-timezone", "2026c": "moment-timezone-2026c" } as const;

export function packedZones(version: keyof typeof packages = "2026f"): PackedZones {
  const file = createRequire(import.meta.url).resolve(`${packages[version]}/data/packed/latest.json`);
  return JSON.parse(readFileSync(file, "utf8")) as PackedZones;
}

/** Zone data with their index, read anew. Throws if a package does not hold the release that it is here for. */
export function zonesOf(version: keyof typeof packages = "2026f"): Zones {
  const zones = readZones(packedZones(version));
  if (zones.version !== version) throw new Error(`${packages[version]} holds ${zones.version}, not ${version}`);
  return zones;
}
