// Run as a process of its own, under another TZ: what the zone literals are there, and the machine's own zone as proof.
import { dateTime } from "../../shared/plan/luxonzone.ts";
import { resolveWall } from "../../shared/plan/zones.ts";
import { zoneLiterals } from "./zone-literals.ts";
import { zonesOf } from "./zonedata.ts";

const zones = zonesOf();
const answers = zoneLiterals.map(({ zone, wall, instants }) => ({
  resolved: resolveWall(zones, zone, wall),
  shown: instants.map((instant) => dateTime(zones, zone, Date.parse(instant), "en").toFormat("yyyy-MM-dd'T'HH:mm ZZ")),
}));
const machine = ["2026-01-15T00:00:00Z", "2026-07-15T00:00:00Z"].map((iso) => new Date(iso).getTimezoneOffset());
process.stdout.write(JSON.stringify({ machine, answers }));
