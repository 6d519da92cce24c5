import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZoneData } from "../../../server/plan/zonedata.ts";
import { canonicalZone, offsetAt, readZones, resolveWall, wallAt } from "../../../shared/plan/zones.ts";

const data = await ZoneData.load();
const names = [...data.zones.index.values()].map(({ name }) => name);
const minutes = fc.integer({
  min: Date.parse("1970-01-01T00:00Z") / 60_000,
  max: Date.parse("2120-01-01T00:00Z") / 60_000,
});

describe("the data of some zones, as a page reads them", () => {
  test("give the same names and times as the whole", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }), minutes, (asked, at) => {
        const packed = data.packed(asked);
        // Over the line and back.
        const page = readZones(JSON.parse(JSON.stringify(packed)) as typeof packed);
        expect(page.version).toBe(data.version);
        for (const name of asked) {
          const canonical = canonicalZone(data.zones, name) ?? "";
          expect(canonicalZone(page, name)).toBe(canonical);
          for (const each of [name, canonical, name.toUpperCase()]) {
            expect(offsetAt(page, each, at * 60_000)).toBe(offsetAt(data.zones, each, at * 60_000));
            const wall = wallAt(page, each, at * 60_000);
            expect(resolveWall(page, each, wall)).toEqual(resolveWall(data.zones, each, wall));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("are these zones' only, each once, in one order", () => {
    const packed = data.packed(["Europe/Kiev", "Asia/Calcutta", "Europe/Kyiv", "asia/kolkata", "Africa/Maseru"]);
    expect(packed.zones.map((zone) => zone.split("|")[0])).toEqual([
      "Africa/Johannesburg",
      "Asia/Kolkata",
      "Europe/Kiev",
    ]);
    expect(packed.links).toContain("Africa/Johannesburg|Africa/Maseru");
    // Packed under the older name, known by the newer.
    expect(packed.links).toContain("Europe/Kiev|Europe/Kyiv");
    expect(data.packed(["asia/kolkata", "Africa/Maseru", "Europe/Kyiv", "Asia/Calcutta", "Europe/Kiev"])).toEqual(
      packed,
    );
  });

  test("put together with others are both", () => {
    const [one, other] = [
      data.packed(["Asia/Calcutta", "Europe/Berlin"]),
      data.packed(["Europe/Berlin", "Asia/Kolkata"]),
    ];
    const both = readZones({
      version: one.version,
      zones: [...one.zones, ...other.zones],
      links: [...one.links, ...other.links],
    });
    expect(canonicalZone(both, "Asia/Calcutta")).toBe("Asia/Kolkata");
    expect(offsetAt(both, "Europe/Berlin", Date.parse("2026-07-01T00:00Z"))).toBe(120);
  });

  test("of a name that is none: nothing", () => {
    const packed = data.packed(["Mars/Olympus", "", "Etc/UTC"]);
    expect(packed.zones).toHaveLength(1);
    expect(canonicalZone(readZones(packed), "Mars/Olympus")).toBeNull();
    expect(data.packed([])).toEqual({ version: data.version, zones: [], links: [] });
  });
});
