import { describe, expect, test } from "vitest";
import { PlaceSearch } from "../../server/plan/places.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";

const zones = await ZoneData.load();
const now = Date.parse("2026-10-15T12:00:00Z");

describe("clocks", () => {
  test.each([
    ["Africa/Johannesburg", null, "Johannesburg", 120],
    ["Asia/Calcutta", null, "Kolkata", 330],
    ["Asia/Singapore", null, "Singapore", 480],
    ["America/Argentina/Buenos_Aires", null, "Buenos Aires", -180],
    ["US/Pacific", null, "Los Angeles", -420],
    ["UTC", null, "UTC", 0],
    ["Africa/Johannesburg", "Durban", "Durban", 120],
  ])("of %s (%s): %s", (zone, city, named, offset) => {
    expect(zones.clockOf(zone, city, now)).toMatchObject({ city: named, offset });
  });

  test("of no zone", () => {
    expect(zones.clockOf("Mars/Olympus", null, now)).toBeNull();
  });

  test("out of a file that is none", async () => {
    await expect(ZoneData.load(import.meta.filename)).rejects.toThrow("not zone data");
  });
});

describe("places", () => {
  const search = async (query: string) =>
    (await new PlaceSearch(zones).search(query, now)).map(
      ({ city, country, clock }) => `${city}, ${country}: ${clock.zone} as ${clock.city}`,
    );

  test.each([
    ["durb", "Durban, South Africa: Africa/Johannesburg as Durban"],
    ["Los A", "Los Angeles, United States of America: America/Los_Angeles as Los Angeles"],
    ["san salvador", "San Salvador, El Salvador: America/El_Salvador as San Salvador"],
    ["Bangalore", "Bengaluru, India: Asia/Kolkata as Bengaluru"],
    ["Bombay", "Mumbai, India: Asia/Kolkata as Mumbai"],
    ["madras", "Chennai, India: Asia/Kolkata as Chennai"],
    ["calcutta", "Kolkata, India: Asia/Kolkata as Kolkata"],
    ["São Paulo", "Sao Paulo, Brazil: America/Sao_Paulo as Sao Paulo"],
    ["bogota", "Bogota, Colombia: America/Bogota as Bogota"],
  ])("%s", async (query, first) => {
    expect((await search(query))[0]).toBe(first);
  });

  test("are eight at most; nothing for nothing", async () => {
    expect(await search("s")).toHaveLength(8);
    expect(await search("  ")).toEqual([]);
    expect(await search("xyzzy")).toEqual([]);
  });
});
