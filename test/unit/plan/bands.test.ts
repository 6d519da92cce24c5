import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bandAt,
  bandSpans,
  defaultGroupHours,
  defaultPersonHours,
  defaultRoomHours,
} from "../../../shared/plan/bands.ts";
import type { BandSpan } from "../../../shared/plan/bands.ts";
import type { Band, Hours } from "../../../shared/plan/model.ts";
import { hours as hoursSchema } from "../../../shared/plan/schema.ts";
import { offsetAt } from "../../../shared/plan/zones.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const minute = 60_000;
const day = 1440 * minute;
const at = (iso: string): number => Date.parse(iso);

/** "kind 06:00–14:00" by UTC, so that literals can be read. */
function told(spans: readonly BandSpan[]): string[] {
  const time = (instant: number) => new Date(instant).toISOString().slice(8, 16);
  return spans.map(({ from, to, band, why }) => `${time(from)} ${time(to)} ${band}${why === "" ? "" : ` (${why})`}`);
}

test("the defaults are hours as the schema has them", () => {
  for (const hours of [defaultGroupHours, defaultPersonHours, defaultRoomHours])
    expect(hoursSchema.parse(hours)).toEqual(hours);
});

describe("the defaults", () => {
  const span = (hours: Hours) => told(bandSpans(hours, zones, "UTC", at("2026-10-01T00:00Z"), at("2026-10-02T00:00Z")));

  test("people", () => {
    expect(span(defaultGroupHours)).toEqual([
      "01T00:00 01T06:00 night",
      "01T06:00 01T07:00 shoulder",
      "01T07:00 01T08:00 bearable",
      "01T08:00 01T21:00 kind",
      "01T21:00 01T22:00 bearable",
      "01T22:00 01T23:00 shoulder",
      "01T23:00 02T00:00 night",
    ]);
  });

  test("rooms and needed people", () => {
    const open = ["01T08:00 01T22:00 kind", "01T22:00 02T00:00 blocked"];
    expect(span(defaultRoomHours)).toEqual(["01T00:00 01T08:00 blocked", ...open]);
    expect(span(defaultPersonHours)[1]).toBe("01T07:00 01T23:00 kind");
  });
});

describe("over changes of the clocks", () => {
  const hours: Hours = {
    rest: "night",
    week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 60, to: 150, band: "kind", why: "" }],
    dated: [],
  };
  test.each<[string, string, string, string, string[]]>([
    // 01:00–02:30: at 02:00 clocks go to 03:00, half an hour of it is not there.
    ["put forward", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T03:00Z", ["29T00:00 29T01:00 kind"]],
    // At 03:00 they go back to 02:00: 02:00–02:30 comes twice.
    [
      "put back",
      "Europe/Berlin",
      "2026-10-24T22:00Z",
      "2026-10-25T04:00Z",
      ["24T23:00 25T00:30 kind", "25T01:00 25T01:30 kind"],
    ],
    // 02:00 → 02:30.
    [
      "put forward by half an hour",
      "Australia/Lord_Howe",
      "2026-10-03T13:30Z",
      "2026-10-03T17:00Z",
      ["03T14:30 03T15:30 kind"],
    ],
    // 02:00 → 01:30: 01:30–02:00 comes twice without a break.
    [
      "put back by half an hour",
      "Australia/Lord_Howe",
      "2026-04-04T13:00Z",
      "2026-04-04T19:00Z",
      ["04T14:00 04T16:00 kind"],
    ],
    // 00:00 → 01:00.
    ["put forward at midnight", "Africa/Cairo", "2026-04-23T20:00Z", "2026-04-24T01:00Z", ["23T22:00 23T23:30 kind"]],
  ])("%s: %s", (_name, zone, from, to, kind) => {
    const spans = bandSpans(hours, zones, zone, at(from), at(to));
    expect(told(spans.filter(({ band }) => band === "kind"))).toEqual(kind);
  });

  test("a day that never was: Samoa's 30 December 2011, a Friday", () => {
    const fridays: Hours = {
      rest: "night",
      week: [{ days: [5], from: 0, to: 1440, band: "blocked", why: "Friday" }],
      dated: [{ date: "2011-12-30", from: 600, to: 1560, band: "kind", why: "reaches over" }],
    };
    // It reaches into Saturday until 02:00 even so.
    expect(told(bandSpans(fridays, zones, "Pacific/Apia", at("2011-12-29T10:00Z"), at("2011-12-31T10:00Z")))).toEqual([
      "29T10:00 30T10:00 night",
      "30T10:00 30T12:00 kind (reaches over)",
      "30T12:00 31T10:00 night",
    ]);
  });
});

describe("which entry counts", () => {
  const week = (from: number, to: number, band: Band, why = "", days = [4]) => ({ days, from, to, band, why });
  const dated = (date: string, from: number, to: number, band: Band, why = "") => ({ date, from, to, band, why });
  const on = (hours: Partial<Hours>) =>
    // 1 October 2026 is a Thursday.
    told(
      bandSpans(
        { rest: "night", week: [], dated: [], ...hours },
        zones,
        "Asia/Kolkata",
        at("2026-10-01T00:00+05:30"),
        at("2026-10-02T06:00+05:30"),
      ),
    ).map((line) => line.replace(/^\S+ \S+ /, ""));

  test("the later of two, dated over weekly in whatever order", () => {
    expect(on({ week: [week(0, 1440, "kind"), week(600, 720, "blocked", "prayer")] })).toEqual([
      "kind",
      "blocked (prayer)",
      "kind",
      "night",
    ]);
    expect(on({ week: [week(600, 720, "blocked"), week(0, 1440, "kind")] })).toEqual(["kind", "night"]);
    const holiday = dated("2026-10-01", 0, 1440, "blocked", "holiday");
    expect(on({ week: [week(0, 1440, "kind")], dated: [holiday] })).toEqual(["blocked (holiday)", "night"]);
    expect(on({ dated: [holiday, dated("2026-10-01", 600, 660, "kind")] })).toEqual([
      "blocked (holiday)",
      "kind",
      "blocked (holiday)",
      "night",
    ]);
  });

  test("one that reaches into the next day", () => {
    expect(on({ week: [week(1320, 1620, "kind", "second shift")] })).toEqual(["night", "kind (second shift)", "night"]);
    // From the day before, a Sunday into Monday too.
    expect(on({ week: [week(1320, 1620, "kind", "", [3])] })).toEqual(["kind", "night"]);
    const sundays: Hours = { rest: "night", week: [week(1380, 1500, "kind", "", [7])], dated: [] };
    expect(bandAt(sundays, zones, "UTC", at("2026-10-05T00:59Z"))).toBe("kind");
    expect(bandAt(sundays, zones, "UTC", at("2026-10-05T01:00Z"))).toBe("night");
    expect(on({ dated: [dated("2026-09-30", 1380, 1740, "blocked")], week: [week(0, 600, "kind")] })).toEqual([
      "blocked",
      "kind",
      "night",
    ]);
  });

  test("a dated one is told from a weekly one, also where the band is the same", () => {
    const hours: Hours = {
      rest: "night",
      week: [week(0, 1440, "kind")],
      dated: [dated("2026-10-01", 0, 720, "kind")],
    };
    const spans = bandSpans(hours, zones, "UTC", at("2026-10-01T00:00Z"), at("2026-10-02T00:00Z"));
    expect(spans.map(({ dated }) => dated)).toEqual([true, false]);
  });
});

test("nothing of nothing", () => {
  expect(bandSpans(defaultGroupHours, zones, "UTC", 1000, 1000)).toEqual([]);
  expect(bandSpans(defaultGroupHours, zones, "UTC", 1000, 0)).toEqual([]);
});

/** The rule of the hours once more, by a calendar of another's: looks at one instant, minute by minute. */
function plainly(hours: Hours, zone: string, instant: number): Pick<BandSpan, "band" | "why" | "dated"> {
  const local = new Date(instant + offsetAt(zones, zone, instant) * minute);
  const today = local.toISOString().slice(0, 10);
  const yesterday = new Date(local.getTime() - day).toISOString().slice(0, 10);
  const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay() || 7;
  const time = local.getUTCHours() * 60 + local.getUTCMinutes();
  const holds = (from: number, to: number, begins: (date: string) => boolean) =>
    (begins(today) && time >= from && time < to) || (begins(yesterday) && time + 1440 >= from && time + 1440 < to);
  const dated = hours.dated.findLast(({ date, from, to }) => holds(from, to, (each) => each === date));
  if (dated !== undefined) return { band: dated.band, why: dated.why, dated: true };
  const weekly = hours.week.findLast(({ days, from, to }) => holds(from, to, (each) => days.includes(weekday(each))));
  return { band: weekly?.band ?? hours.rest, why: weekly?.why ?? "", dated: false };
}

test("random hours around changes of the clocks: contiguous, merged, and right at each edge and between", () => {
  const band = fc.constantFrom<Band>("kind", "bearable", "shoulder", "night", "blocked");
  const stretch = { band, why: fc.constantFrom("", "shift") };
  const times = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([from, length]) => ({ from: from * 15, to: from * 15 + length * 15 }));
  const around = fc.constantFrom<readonly [string, string]>(
    ["Europe/Berlin", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25"],
    ["Africa/Cairo", "2026-04-24"],
    ["Africa/Cairo", "2026-10-29"],
    ["America/Santiago", "2026-09-06"],
    ["America/Havana", "2027-11-07"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Pacific/Apia", "2011-12-30"],
    // At one minute after midnight, back to the day before.
    ["America/St_Johns", "2006-10-29"],
    ["Asia/Kathmandu", "2026-10-01"],
  );
  const input = around.chain(([zone, date]) => {
    const near = fc
      .integer({ min: -2, max: 2 })
      .map((days) => new Date(at(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10));
    return fc.record({
      zone: fc.constant(zone),
      hours: fc.record({
        rest: band,
        week: fc.array(
          fc
            .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), times, fc.record(stretch))
            .map(([days, time, said]) => ({ days, ...time, ...said })),
          { maxLength: 6 },
        ),
        dated: fc.array(
          fc.tuple(near, times, fc.record(stretch)).map(([on, time, said]) => ({ date: on, ...time, ...said })),
          { maxLength: 4 },
        ),
      }),
      from: fc.integer({ min: -3 * 1440, max: 2 * 1440 }).map((minutes) => at(`${date}T00:00Z`) + minutes * minute),
      length: fc.integer({ min: 1, max: 4 * day }),
      share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
  });
  fc.assert(
    fc.property(input, ({ zone, hours, from, length, share }) => {
      const to = from + length;
      const spans = bandSpans(hours, zones, zone, from, to);
      let end = from;
      let last: BandSpan | null = null;
      for (const span of spans) {
        expect(span.from).toBe(end);
        expect(span.to).toBeGreaterThan(span.from);
        const { band, why, dated } = span;
        if (last !== null) expect([last.band, last.why, last.dated]).not.toEqual([band, why, dated]);
        for (const instant of [span.from, span.from + Math.floor(share * (span.to - span.from)), span.to - 1]) {
          expect(plainly(hours, zone, instant)).toEqual({ band, why, dated });
          expect(bandAt(hours, zones, zone, instant)).toBe(band);
        }
        end = span.to;
        last = span;
      }
      expect(end).toBe(to);
      // Also where an edge was left out.
      const somewhere = from + Math.floor(share * length);
      expect(spans.find((span) => somewhere < span.to)?.band).toBe(plainly(hours, zone, somewhere).band);
    }),
    { numRuns: 1500 },
  );
});
