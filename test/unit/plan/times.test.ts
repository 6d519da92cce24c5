import { describe, expect, test } from "vitest";
import {
  addDays,
  dayNumber,
  dayOf,
  dayOfNumber,
  endOf,
  midnight,
  startAt,
  startDespite,
  startOf,
  weekdayOf,
} from "../../../shared/plan/times.ts";
import { start as startSchema } from "../../../shared/plan/schema.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const at = (iso: string): number => Date.parse(iso);
const asked = (zone: string, wall: string, offset: number | null = null) => startOf(zones, { zone, wall, offset });

describe("a start", () => {
  test("has the zone's one name, its offset, its instant and the data's version", () => {
    const value = {
      wall: "2026-10-01T09:00",
      zone: "Asia/Kolkata",
      offset: 330,
      instant: at("2026-10-01T03:30Z"),
      zoneData: "2026f",
    };
    expect(asked("Asia/Calcutta", "2026-10-01T09:00")).toEqual({ ok: true, value });
    expect(startAt(zones, "asia/calcutta", value.instant)).toEqual(value);
    expect(startSchema.parse(value)).toEqual(value);
  });

  test("of an unknown zone", () => {
    expect(asked("Mars/Olympus", "2026-10-01T09:00")).toEqual({ ok: false, code: "unknown-zone", detail: null });
    expect(startDespite(zones, { zone: "Mars/Olympus", wall: "2026-10-01T09:00", offset: null })).toBeNull();
    expect(() => startAt(zones, "Mars/Olympus", 0)).toThrow(RangeError);
  });

  test("in a gap: refused, with the minutes that there are before and after it", () => {
    expect(asked("Australia/Lord_Howe", "2026-10-04T02:15")).toEqual({
      ok: false,
      code: "gap",
      detail: {
        kind: "gap",
        at: at("2026-10-03T15:30Z"),
        earlier: "2026-10-04T01:59",
        later: "2026-10-04T02:30",
      },
    });
    expect(asked("Pacific/Apia", "2011-12-30T12:00", 840)).toMatchObject({
      code: "gap",
      detail: { earlier: "2011-12-29T23:59", later: "2011-12-31T00:00" },
    });
  });

  test("in a fold: refused, or the one that the offset says", () => {
    const earlier = { instant: at("2026-10-25T00:30Z"), offset: 120 };
    const later = { instant: at("2026-10-25T01:30Z"), offset: 60 };
    for (const offset of [null, 0, 61])
      expect(asked("Europe/Berlin", "2026-10-25T02:30", offset)).toEqual({
        ok: false,
        code: "fold",
        detail: { kind: "fold", earlier, later },
      });
    expect(asked("Europe/Berlin", "2026-10-25T02:30", 120)).toMatchObject({ ok: true, value: earlier });
    expect(asked("Europe/Berlin", "2026-10-25T02:30", 60)).toMatchObject({ ok: true, value: later });
  });

  test("of a time that comes once: the wall counts, whatever the offset says", () => {
    expect(asked("Europe/Berlin", "2026-10-25T12:00", 120)).toMatchObject({
      ok: true,
      value: { offset: 60, instant: at("2026-10-25T11:00Z") },
    });
  });

  test("of no time at all is an error", () => {
    expect(() => asked("Europe/Berlin", "2026-02-30T12:00")).toThrow(RangeError);
  });
});

describe("a start where nobody can be asked", () => {
  const despite = (zone: string, wall: string, offset: number | null = null) =>
    startDespite(zones, { zone, wall, offset });

  test("in a gap has the instant of the offset before it", () => {
    expect(despite("America/Los_Angeles", "2026-03-08T02:30")).toEqual({
      wall: "2026-03-08T02:30",
      zone: "America/Los_Angeles",
      offset: -480,
      instant: at("2026-03-08T10:30Z"),
      zoneData: "2026f",
    });
    expect(despite("Pacific/Apia", "2011-12-30T12:00")?.instant).toBe(at("2011-12-30T22:00Z"));
    expect(despite("Africa/Cairo", "2026-04-24T00:00")?.instant).toBe(at("2026-04-23T22:00Z"));
  });

  test("in a fold is the earlier one, and says that nobody chose", () => {
    expect(despite("Europe/Berlin", "2026-10-25T02:30")).toMatchObject({
      offset: null,
      instant: at("2026-10-25T00:30Z"),
    });
    expect(despite("Europe/Berlin", "2026-10-25T02:30", 60)).toMatchObject({
      offset: 60,
      instant: at("2026-10-25T01:30Z"),
    });
  });

  test("anywhere else is the usual one", () => {
    const usual = asked("Europe/Berlin", "2026-10-25T12:00");
    expect(usual).toEqual({ ok: true, value: despite("Europe/Berlin", "2026-10-25T12:00") });
  });
});

test("a session ends after its minutes, whatever the clocks do", () => {
  const start = startAt(zones, "Europe/Berlin", at("2026-10-24T23:00Z"));
  expect(endOf(start, 180)).toBe(at("2026-10-25T02:00Z"));
});

test.each([
  ["Asia/Kathmandu", "2026-09-30T18:15Z", "2026-10-01"],
  ["Asia/Kathmandu", "2026-09-30T18:14:59.999Z", "2026-09-30"],
  ["Pacific/Apia", "2011-12-30T09:59Z", "2011-12-29"],
  ["Pacific/Apia", "2011-12-30T10:00Z", "2011-12-31"],
])("in %s at %s it is %s", (zone, instant, day) => {
  expect(dayOf(zones, zone, at(instant))).toBe(day);
});

test.each([
  ["Africa/Johannesburg", "2026-10-01", "2026-09-30T22:00Z"],
  // The clocks go from 24:00 to 01:00.
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z"],
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00Z"],
  // They go back at 24:00 to 23:00 of the same day.
  ["Africa/Cairo", "2026-10-30", "2026-10-29T22:00Z"],
  // At 01:00 to 00:00: midnight comes twice.
  ["America/Havana", "2027-11-07", "2027-11-07T04:00Z"],
  // Never was; the next one.
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z"],
  ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z"],
])("in %s %s begins at %s", (zone, day, instant) => {
  expect(midnight(zones, zone, day)).toBe(at(instant));
});

test("days", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(["2026-10-01", "2026-10-04", "2026-10-05", "1970-01-01", "1969-12-29", "1900-01-01"].map(weekdayOf)).toEqual([
    4, 7, 1, 4, 1, 1,
  ]);
  expect(dayNumber("2026-10-01")).toBe(20_727);
  expect(dayOfNumber(-1)).toBe("1969-12-31");
  expect(() => dayNumber("today")).toThrow(RangeError);
  expect(() => midnight(zones, "UTC", "2026-02-30")).toThrow(RangeError);
});
