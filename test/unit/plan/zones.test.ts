import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalZone, nextChange, offsetAt, readZones, resolveWall, wallAt } from "../../../shared/plan/zones.ts";
import type { PackedZones } from "../../../shared/plan/zones.ts";

const file = createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json");
const zones = readZones(JSON.parse(readFileSync(file, "utf8")) as PackedZones);
const at = (iso: string): number => Date.parse(iso);

test("the data is the one that is pinned", () => {
  expect(zones.version).toBe("2026f");
});

describe("offsets, minutes east of UTC", () => {
  test.each([
    ["America/Los_Angeles", "2026-01-15T12:00:00Z", -480],
    ["America/Los_Angeles", "2026-07-15T12:00:00Z", -420],
    ["America/El_Salvador", "2026-07-15T12:00:00Z", -360],
    ["Africa/Johannesburg", "2026-07-15T12:00:00Z", 120],
    ["Asia/Kolkata", "2026-07-15T12:00:00Z", 330],
    ["Asia/Calcutta", "2026-07-15T12:00:00Z", 330],
    ["Asia/Kathmandu", "1985-12-31T18:00:00Z", 330],
    ["Asia/Kathmandu", "2026-07-15T12:00:00Z", 345],
    ["Australia/Lord_Howe", "2026-01-15T12:00:00Z", 660],
    ["Australia/Lord_Howe", "2026-07-15T12:00:00Z", 630],
    ["Australia/Sydney", "2026-01-15T12:00:00Z", 660],
    ["America/Santiago", "2026-01-15T12:00:00Z", -180],
    // Morocco puts its clocks back for Ramadan, 15 February to 22 March in 2026.
    ["Africa/Casablanca", "2026-02-01T12:00:00Z", 60],
    ["Africa/Casablanca", "2026-03-01T12:00:00Z", 0],
    ["UTC", "2026-07-15T12:00:00Z", 0],
    ["Etc/GMT+5", "2026-07-15T12:00:00Z", -300],
  ])("%s at %s: %i", (zone, instant, offset) => {
    expect(offsetAt(zones, zone, at(instant))).toBe(offset);
  });

  test("change at the very millisecond", () => {
    expect(offsetAt(zones, "Europe/Berlin", at("2026-03-29T00:59:59.999Z"))).toBe(60);
    expect(offsetAt(zones, "Europe/Berlin", at("2026-03-29T01:00:00Z"))).toBe(120);
  });

  test("a zone that is not there is an error, not a guess", () => {
    expect(() => offsetAt(zones, "Mars/Olympus", 0)).toThrow(RangeError);
  });
});

describe("a wall time that exists once", () => {
  test.each([
    ["America/Los_Angeles", "2026-03-08T01:59", "2026-03-08T09:59:00Z"],
    ["America/Los_Angeles", "2026-03-08T03:00", "2026-03-08T10:00:00Z"],
    ["Asia/Kolkata", "2026-10-01T00:00", "2026-09-30T18:30:00Z"],
    ["Asia/Kathmandu", "2026-10-01T00:00", "2026-09-30T18:15:00Z"],
    ["Pacific/Apia", "2011-12-29T23:59", "2011-12-30T09:59:00Z"],
    ["Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00Z"],
    ["Africa/Johannesburg", "2028-02-29T12:00", "2028-02-29T10:00:00Z"],
  ])("%s %s is %s", (zone, wall, instant) => {
    expect(resolveWall(zones, zone, wall)).toMatchObject({ kind: "unique", instant: at(instant) });
  });
});

describe("a wall time that the clocks are put forward over", () => {
  test.each([
    ["America/Los_Angeles", "2026-03-08T02:30", "2026-03-08T10:00:00Z", -480, -420],
    ["Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00:00Z", 60, 120],
    ["Australia/Sydney", "2026-10-04T02:59", "2026-10-03T16:00:00Z", 600, 660],
    // At midnight: the day begins at one.
    ["Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00:00Z", 120, 180],
    ["America/Santiago", "2026-09-06T00:30", "2026-09-06T04:00:00Z", -240, -180],
    // Half an hour only.
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z", 630, 660],
    // A whole day that never was.
    ["Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00:00Z", -600, 840],
    ["Pacific/Apia", "2011-12-30T23:59", "2011-12-30T10:00:00Z", -600, 840],
  ])("%s %s", (zone, wall, instant, before, after) => {
    expect(resolveWall(zones, zone, wall)).toEqual({ kind: "gap", at: at(instant), before, after });
  });

  test("Lord Howe's gap ends after thirty minutes", () => {
    expect(resolveWall(zones, "Australia/Lord_Howe", "2026-10-04T02:30")).toEqual({
      kind: "unique",
      instant: at("2026-10-03T15:30:00Z"),
      offset: 660,
    });
  });
});

describe("a wall time that comes twice", () => {
  test.each([
    ["America/Los_Angeles", "2026-11-01T01:30", "2026-11-01T08:30:00Z", -420, "2026-11-01T09:30:00Z", -480],
    ["Europe/Berlin", "2026-10-25T02:00", "2026-10-25T00:00:00Z", 120, "2026-10-25T01:00:00Z", 60],
    ["Africa/Cairo", "2026-10-29T23:30", "2026-10-29T20:30:00Z", 180, "2026-10-29T21:30:00Z", 120],
    ["Australia/Sydney", "2026-04-05T02:30", "2026-04-04T15:30:00Z", 660, "2026-04-04T16:30:00Z", 600],
    ["America/Santiago", "2026-04-04T23:30", "2026-04-05T02:30:00Z", -180, "2026-04-05T03:30:00Z", -240],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z", 660, "2026-04-04T15:15:00Z", 630],
  ])("%s %s", (zone, wall, earlier, before, later, after) => {
    expect(resolveWall(zones, zone, wall)).toEqual({
      kind: "fold",
      earlier: { instant: at(earlier), offset: before },
      later: { instant: at(later), offset: after },
    });
  });

  test("the minute before and the minute after come once", () => {
    expect(resolveWall(zones, "America/Los_Angeles", "2026-11-01T00:59").kind).toBe("unique");
    expect(resolveWall(zones, "America/Los_Angeles", "2026-11-01T02:00").kind).toBe("unique");
  });
});

test.each([
  "2026-02-29T10:00",
  "2026-04-31T10:00",
  "2026-13-01T10:00",
  "2026-00-10T10:00",
  "2026-01-00T10:00",
  "2026-01-01T24:00",
  "2026-01-01T10:60",
  "tomorrow",
])("%s is no time at all", (wall) => {
  expect(resolveWall(zones, "Europe/Berlin", wall)).toEqual({ kind: "invalid" });
});

describe("the next change", () => {
  const month = 31 * 86_400_000;

  test("is the first after the instant", () => {
    expect(nextChange(zones, "America/Los_Angeles", at("2026-10-15T00:00:00Z"), month)).toEqual({
      at: at("2026-11-01T09:00:00Z"),
      offset: -480,
    });
    expect(nextChange(zones, "Europe/Berlin", at("2026-03-29T01:00:00Z"), 8 * month)).toEqual({
      at: at("2026-10-25T01:00:00Z"),
      offset: 60,
    });
  });

  test("is none beyond what was asked, or where clocks stay", () => {
    expect(nextChange(zones, "America/Los_Angeles", at("2026-07-01T00:00:00Z"), month)).toBeNull();
    expect(nextChange(zones, "Asia/Kolkata", at("2026-07-01T00:00:00Z"), 120 * month)).toBeNull();
    expect(nextChange(zones, "Etc/UTC", 0, 1200 * month)).toBeNull();
  });

  test("is not a mere change of the abbreviation", () => {
    // Two entries with one offset: the data of a made-up zone.
    const made = readZones({ version: "x", zones: ["A/B|X Y Z|0 0 -10|012|1 1|"], links: [] });
    expect(nextChange(made, "A/B", 0, month)).toEqual({ at: 120_000, offset: 60 });
  });
});

describe("names", () => {
  test.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["US/Pacific", "America/Los_Angeles"],
    ["america/los_angeles", "America/Los_Angeles"],
    ["UTC", "Etc/UTC"],
  ])("%s is %s", (name, canonical) => {
    expect(canonicalZone(zones, name)).toBe(canonical);
  });

  test("of nothing", () => {
    expect(canonicalZone(zones, "Mars/Olympus")).toBeNull();
    expect(canonicalZone(zones, "")).toBeNull();
  });
});

test("data that cannot be read is an error", () => {
  expect(() => readZones({ version: "x", zones: [], links: ["A/B|C/D"] })).toThrow("A/B");
  const torn = readZones({ version: "x", zones: ["A/B|X|0|01||"], links: [] });
  expect(() => offsetAt(torn, "A/B", 0)).toThrow("A/B");
});

test("every instant of a hundred years comes back from its own wall time, in every zone", () => {
  const names = [...zones.index.values()].map(({ name }) => name);
  const minutes = fc.integer({ min: at("1972-01-01T00:00:00Z") / 60_000, max: at("2072-01-01T00:00:00Z") / 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...names), minutes, (zone, minute) => {
      const instant = minute * 60_000;
      const offset = offsetAt(zones, zone, instant);
      // Liberia kept 44 minutes and 30 seconds until 1972.
      fc.pre(Number.isInteger(offset));
      const resolved = resolveWall(zones, zone, wallAt(zones, zone, instant));
      if (resolved.kind === "unique") expect(resolved).toEqual({ kind: "unique", instant, offset });
      else if (resolved.kind === "fold") expect([resolved.earlier, resolved.later]).toContainEqual({ instant, offset });
      else expect.unreachable(`a ${resolved.kind}`);
    }),
    { numRuns: 20_000 },
  );
});
