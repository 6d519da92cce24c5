import * as fc from "fast-check";
import { DateTime, Settings } from "luxon";
import { afterEach, describe, expect, test, vi } from "vitest";
import { dateTime, luxonZone } from "../../../shared/plan/luxonzone.ts";
import { addDays, dayOf, midnight } from "../../../shared/plan/times.ts";
import { offsetAt, resolveWall, wallAt } from "../../../shared/plan/zones.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const at = (iso: string): number => Date.parse(iso);
afterEach(() => {
  vi.useRealTimers();
});

const changing = [
  ["America/Los_Angeles", "2026-03-08T10:00Z"],
  ["America/Los_Angeles", "2026-11-01T09:00Z"],
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["Africa/Cairo", "2026-04-23T22:00Z"],
  ["Africa/Cairo", "2026-10-29T21:00Z"],
  ["America/Santiago", "2026-09-06T04:00Z"],
  ["America/Santiago", "2026-04-05T03:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z"],
  ["America/Havana", "2027-11-07T05:00Z"],
  ["America/Winnipeg", "2026-11-01T07:00Z"],
] as const;

/** A zone and an instant within two days of a change of its clocks. */
const near = fc
  .tuple(fc.constantFrom(...changing), fc.integer({ min: -2880, max: 2880 }))
  .map(([[zone, change], minutes]) => [zone, at(change) + minutes * 60_000] as const);

describe("Luxon with our zone", () => {
  test("shows instants by our data, around every kind of change", () => {
    fc.assert(
      fc.property(near, ([zone, instant]) => {
        const shown = dateTime(zones, zone, instant, "en");
        expect(shown.toFormat("yyyy-MM-dd'T'HH:mm")).toBe(wallAt(zones, zone, instant));
        expect(shown.offset).toBe(offsetAt(zones, zone, instant));
        expect(shown.toMillis()).toBe(instant);
        expect(DateTime.fromISO(shown.toISO() ?? "", { zone: luxonZone(zones, zone) }).toMillis()).toBe(instant);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds the start of each day around them", () => {
    fc.assert(
      fc.property(near, ([zone, instant]) => {
        const day = dayOf(zones, zone, instant);
        // Midnight that comes twice: whichever Luxon takes, ours is the first.
        fc.pre(resolveWall(zones, zone, `${day}T00:00`).kind !== "fold");
        expect(dateTime(zones, zone, instant, "en").startOf("day").toMillis()).toBe(midnight(zones, zone, day));
      }),
      { numRuns: 2000 },
    );
  });

  test("goes on by days of the calendar, where the wall time comes once there", () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -2, max: 2 }), ([zone, instant], days) => {
        const wall = wallAt(zones, zone, instant);
        const there = resolveWall(zones, zone, `${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`);
        fc.pre(there.kind === "unique");
        const moved = dateTime(zones, zone, instant, "en").plus({ days });
        expect(moved.toMillis()).toBe(there.kind === "unique" ? there.instant : NaN);
      }),
      { numRuns: 2000 },
    );
  });

  test("moves a wall time in a gap unasked: that is what `resolveWall` is for", () => {
    const gap = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(DateTime.fromObject(gap, { zone: luxonZone(zones, "Europe/Berlin") }).toFormat("HH:mm")).toBe("03:30");
    expect(resolveWall(zones, "Europe/Berlin", "2026-03-29T02:30").kind).toBe("gap");
  });

  test("does not ask the machine: its zone and its season change nothing", () => {
    for (const [zone, change] of changing)
      for (const now of ["2026-01-15T00:00Z", "2026-07-15T00:00Z"])
        for (const machine of ["Pacific/Apia", "America/New_York"]) {
          vi.useFakeTimers({ toFake: ["Date"], now: at(now) });
          Settings.defaultZone = machine;
          try {
            expect(dateTime(zones, zone, at(change), "en").offset).toBe(offsetAt(zones, zone, at(change)));
          } finally {
            Settings.defaultZone = "system";
            vi.useRealTimers();
          }
        }
  });

  test("Winnipeg keeps summer time by our data, though the runtime's may not know", () => {
    expect(dateTime(zones, "America/Winnipeg", at("2026-12-15T14:00Z"), "en").toFormat("HH:mm ZZ")).toBe(
      "09:00 -05:00",
    );
    const older = zonesOf("2026c");
    expect(dateTime(older, "America/Winnipeg", at("2026-12-15T14:00Z"), "en").toFormat("HH:mm ZZ")).toBe(
      "08:00 -06:00",
    );
  });
});

test("languages, and offsets in Luxon's forms", () => {
  const kathmandu = dateTime(zones, "Asia/Katmandu", at("2026-10-01T03:15Z"), "es");
  expect(kathmandu.toFormat("cccc d LLLL HH:mm")).toBe("jueves 1 octubre 09:00");
  expect(kathmandu.toLocaleString(DateTime.TIME_24_SIMPLE)).toBe("9:00");
  expect(["Z", "ZZ", "ZZZ", "ZZZZ"].map((token) => kathmandu.toFormat(token))).toEqual([
    "+5:45",
    "+05:45",
    "+0545",
    "UTC+05:45",
  ]);
  expect(dateTime(zones, "America/Los_Angeles", at("2026-10-01T12:00Z"), "en").toFormat("Z ZZ ZZZ")).toBe(
    "-7 -07:00 -0700",
  );
  expect(kathmandu.zoneName).toBe("Asia/Kathmandu");
});

test("zones are the same by name and data", () => {
  const zone = luxonZone(zones, "Asia/Calcutta");
  expect(zone.equals(luxonZone(zones, "Asia/Kolkata"))).toBe(true);
  expect(zone.equals(luxonZone(zones, "Asia/Kathmandu"))).toBe(false);
  expect(zone.equals(luxonZone(zonesOf("2026c"), "Asia/Kolkata"))).toBe(false);
  expect(() => luxonZone(zones, "Mars/Olympus")).toThrow(RangeError);
});
