import { describe, expect, test } from "vitest";
import { emptyPlan } from "../../../shared/plan/edits/apply.ts";
import type { Plan, Start } from "../../../shared/plan/model.ts";
import * as schema from "../../../shared/plan/schema.ts";
import { startAt, startDespite } from "../../../shared/plan/times.ts";
import { zoneMoves } from "../../../shared/plan/zonemoves.ts";
import { readZones, resolveWall } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { zonesOf } from "../../support/zonedata.ts";

// Whole plans: zone-data-replaced.test.ts.
const older = zonesOf("2026c");
const newer = zonesOf("2026f");
const at = (iso: string): number => Date.parse(iso);
const said = (start: Start | null) =>
  start && [start.wall, start.offset, new Date(start.instant).toISOString().slice(0, 16), start.zoneData].join(" ");

describe("a start that other data put into a gap or a fold", () => {
  const session = schema.session.parse({
    id: "s",
    conferenceId: "c",
    title: "Only one",
    state: "firm",
    minutes: 60,
    overrun: 0,
    hostRoomId: null,
    priority: 2,
    range: null,
    languages: [],
    personIds: [],
    after: [],
  });
  const holding = (start: Start): Plan => ({
    ...emptyPlan,
    sessions: { s: session },
    occurrences: { o: schema.occurrence.parse({ id: "o", sessionId: "s", start, pinned: false, links: [] }) },
  });
  const only = (start: Start | null, zones: Zones) =>
    start === null
      ? []
      : zoneMoves(holding(start), zones, null).map(({ keepWall, keepInstant }) => [said(keepWall), said(keepInstant)]);

  test("in a gap there is no wall time to keep", () => {
    const start = startAt(newer, "America/Winnipeg", at("2027-03-14T07:30Z"));
    expect(start.wall).toBe("2027-03-14T02:30");
    expect(only(start, older)).toEqual([[null, "2027-03-14T01:30 -360 2027-03-14T07:30 2026c"]]);
  });

  test("the other way round: what stood in a gap exists now", () => {
    const start = startDespite(older, { wall: "2027-03-14T02:30", zone: "America/Winnipeg", offset: null });
    expect(only(start, older)).toEqual([]);
    expect(only(start, newer)).toEqual([
      ["2027-03-14T02:30 -300 2027-03-14T07:30 2026f", "2027-03-14T03:30 -300 2027-03-14T08:30 2026f"],
    ]);
  });

  test("a fold in which nobody had chosen", () => {
    const start = startDespite(older, { wall: "2026-11-01T01:30", zone: "America/Winnipeg", offset: null });
    expect(start?.offset).toBeNull();
    // Once only now, at the instant that it was put at.
    expect(only(start, newer)).toEqual([]);
    // In Berlin it is there twice with both.
    const berlin = startDespite(older, { wall: "2026-10-25T02:30", zone: "Europe/Berlin", offset: null });
    expect(only(berlin, newer)).toEqual([]);
  });

  test("a new fold with neither offset has to be asked about", () => {
    const data = (version: string, zone: string) => readZones({ version, zones: [zone], links: [] });
    // Until 01:00 on 2 January 1970 by UTC it is two hours ahead, then one: 02:00 to 03:00 come twice.
    const folded = data("new", "Made/Up|A B|-20 -10|01|p0|");
    expect(resolveWall(folded, "Made/Up", "1970-01-02T02:30").kind).toBe("fold");
    const start = startAt(data("old", "Made/Up|C|-30|0||"), "Made/Up", at("1970-01-01T23:30Z"));
    expect(start.wall).toBe("1970-01-02T02:30");
    expect(only(start, folded)).toEqual([[null, "1970-01-02T01:30 120 1970-01-01T23:30 new"]]);
  });

  test("a zone that the data lack is an error", () => {
    const start = startAt(older, "America/Winnipeg", at("2026-12-15T15:00Z"));
    const lacking = readZones({ version: "x", zones: ["Etc/UTC|UTC|0|0||"], links: [] });
    expect(() => only(start, lacking)).toThrow("America/Winnipeg");
  });
});
