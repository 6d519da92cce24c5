import { describe, expect, test } from "vitest";
import { byOffset, dayMarks } from "../../../shared/plan/marks.ts";
import { dayOf, midnight } from "../../../shared/plan/times.ts";
import { nextChange, offsetAt } from "../../../shared/plan/zones.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const at = (iso: string): number => Date.parse(iso);

/** "25T00:00Z midnight 2026-10-25 120" */
function marks(zone: string, from: string, to: string): string[] {
  return dayMarks(zones, zone, at(from), at(to)).map(
    ({ at: instant, kind, day, before, after }) =>
      `${new Date(instant).toISOString().slice(8, 16)} ${kind} ${day} ${before === after ? after : `${before}>${after}`}`,
  );
}

describe("marks", () => {
  test("at each midnight, the first included, the last not", () => {
    expect(marks("Asia/Kathmandu", "2026-09-30T18:15Z", "2026-10-02T18:15Z")).toEqual([
      "30T18:15 midnight 2026-10-01 345",
      "01T18:15 midnight 2026-10-02 345",
    ]);
    expect(marks("Asia/Kathmandu", "2026-09-30T18:16Z", "2026-10-01T18:15Z")).toEqual([]);
  });

  test("where clocks change during a day of 25 hours", () => {
    expect(marks("Europe/Berlin", "2026-10-24T20:00Z", "2026-10-26T00:00Z")).toEqual([
      "24T22:00 midnight 2026-10-25 120",
      "25T01:00 clock-change 2026-10-25 120>60",
      "25T23:00 midnight 2026-10-26 60",
    ]);
    expect(marks("Europe/Berlin", "2026-10-25T01:00Z", "2026-10-25T01:01Z")).toEqual([
      "25T01:00 clock-change 2026-10-25 120>60",
    ]);
    expect(marks("Europe/Berlin", "2026-10-25T00:00Z", "2026-10-25T01:00Z")).toEqual([]);
  });

  test("where they go forward over midnight, both, midnight first", () => {
    expect(marks("Africa/Cairo", "2026-04-23T12:00Z", "2026-04-25T00:00Z")).toEqual([
      "23T22:00 midnight 2026-04-24 120>180",
      "23T22:00 clock-change 2026-04-24 120>180",
      "24T21:00 midnight 2026-04-25 180",
    ]);
  });

  test("midnight that comes twice begins the day once", () => {
    expect(marks("America/Havana", "2027-11-07T00:00Z", "2027-11-08T00:00Z")).toEqual([
      "07T04:00 midnight 2027-11-07 -240",
      "07T05:00 clock-change 2027-11-07 -240>-300",
    ]);
    // Back from 24:00 to 23:00.
    expect(marks("Africa/Cairo", "2026-10-29T12:00Z", "2026-10-30T12:00Z")).toEqual([
      "29T21:00 clock-change 2026-10-29 180>120",
      "29T22:00 midnight 2026-10-30 120",
    ]);
  });

  test("clocks that go back over midnight pass it twice", () => {
    // At 00:01 to 23:01 of the day before.
    expect(marks("America/St_Johns", "2006-10-29T00:00Z", "2006-10-29T12:00Z")).toEqual([
      "29T02:30 midnight 2006-10-29 -150",
      "29T02:31 clock-change 2006-10-28 -150>-210",
      "29T03:30 midnight 2006-10-29 -210",
    ]);
  });

  test("a day that is skipped has none", () => {
    expect(marks("Pacific/Apia", "2011-12-28T12:00Z", "2012-01-01T00:00Z")).toEqual([
      "29T10:00 midnight 2011-12-29 -600",
      "30T10:00 midnight 2011-12-31 -600>840",
      "30T10:00 clock-change 2011-12-31 -600>840",
      "31T10:00 midnight 2012-01-01 840",
    ]);
  });

  test("a year has one for every day and every change, in any zone", () => {
    for (const zone of [
      "America/Los_Angeles",
      "Europe/Berlin",
      "Africa/Casablanca",
      "Australia/Lord_Howe",
      "Etc/UTC",
    ]) {
      const [from, to] = [midnight(zones, zone, "2026-01-01"), midnight(zones, zone, "2027-01-01")];
      const all = dayMarks(zones, zone, from, to);
      expect(all.filter(({ kind }) => kind === "midnight")).toHaveLength(365);
      for (const mark of all) {
        expect(mark.day).toBe(dayOf(zones, zone, mark.at));
        expect([mark.before, mark.after]).toEqual([mark.at - 1, mark.at].map((each) => offsetAt(zones, zone, each)));
      }
      let changes = 0;
      for (let change = nextChange(zones, zone, from, to - from); change !== null; changes += 1)
        change = nextChange(zones, zone, change.at, to - change.at);
      expect(all.filter(({ kind }) => kind === "clock-change")).toHaveLength(changes);
    }
  });
});

test("places by their offset, west to east, as it is at that instant", () => {
  const places = [
    { id: "durban", zone: "Africa/Johannesburg" },
    { id: "chennai", zone: "Asia/Kolkata" },
    { id: "los-angeles", zone: "America/Los_Angeles" },
    { id: "berlin", zone: "Europe/Berlin" },
    { id: "cape-town", zone: "Africa/Johannesburg" },
  ];
  expect(byOffset(places, zones, at("2026-07-01T12:00Z"))).toEqual([
    { offset: -420, ids: ["los-angeles"] },
    { offset: 120, ids: ["durban", "berlin", "cape-town"] },
    { offset: 330, ids: ["chennai"] },
  ]);
  expect(byOffset(places, zones, at("2026-01-01T12:00Z")).map(({ offset }) => offset)).toEqual([-480, 60, 120, 330]);
  expect(byOffset([], zones, 0)).toEqual([]);
});
