import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId, RoomId } from "../../../shared/ids.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { applyChanges, emptyPlan, invert } from "../../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../../shared/plan/edits/edits.ts";
import type { Plan, Start } from "../../../shared/plan/model.ts";
import { startAt } from "../../../shared/plan/times.ts";
import { zoneMoves } from "../../../shared/plan/zonemoves.ts";
import type { ZoneMove } from "../../../shared/plan/zonemoves.ts";
import { resolveWall } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { PlanCommand } from "../../../shared/protocol/plan.ts";
import { readTzif } from "../../support/tzif.ts";
import { zoneLiterals } from "../../support/zone-literals.ts";
import { zonesOf } from "../../support/zonedata.ts";

// Since 2026c Manitoba, the Northwest Territories and Cuba have decided not to put their clocks back on 1 November 2026.
const older = zonesOf("2026c");
const newer = zonesOf("2026f");
const at = (iso: string): number => Date.parse(iso);

/** A plan that is made by commands, with some zone data. */
class Maker {
  plan: Plan = emptyPlan;
  readonly #zones: Zones;
  #ids = 0;

  constructor(zones: Zones) {
    this.#zones = zones;
  }

  do(command: PlanCommand): unknown {
    const ground = { zones: this.#zones, now: at("2026-09-01T00:00Z"), newId: () => `id-${(this.#ids += 1)}` };
    const result = decideEdit(this.plan, command, ground);
    if (!result.ok) throw new Error(`${command.name}: ${result.code} ${JSON.stringify(result.detail)}`);
    this.plan = applyChanges(this.plan, result.changes);
    return result.answer;
  }

  conference(name: string): ConferenceId {
    const input = { name, city: "Berlin", zone: "Europe/Berlin" };
    return (this.do({ name: "createConference", input }) as { id: ConferenceId }).id;
  }

  room(conferenceId: ConferenceId, city: string, zone: string): RoomId {
    const input = { conferenceId, name: city, city, zone };
    return (this.do({ name: "createRoom", input }) as { id: RoomId }).id;
  }

  session(title: string, hostRoomId: RoomId | null, wall: string | null, offset: number | null = null): OccurrenceId {
    const { conferenceId, zone } = this.plan.rooms[hostRoomId ?? ""] ?? this.#first();
    const start = wall === null ? null : { wall, zone, offset };
    const input = { conferenceId, title, minutes: 60, hostRoomId, start };
    return (this.do({ name: "createSession", input }) as { occurrenceId: OccurrenceId }).occurrenceId;
  }

  #first(): { readonly conferenceId: ConferenceId; readonly zone: string } {
    const [conference] = Object.values(this.plan.conferences);
    if (conference === undefined) throw new Error("no conference yet");
    return { conferenceId: conference.id, zone: conference.zone };
  }
}

/** Sessions in rooms whose clocks the newer data leave alone, and in others; placed with the older data. */
function made() {
  const maker = new Maker(older);
  const conferenceId = maker.conference("Winter school");
  const other = maker.conference("Another");
  const winnipeg = maker.room(conferenceId, "Winnipeg", "America/Winnipeg");
  const havana = maker.room(conferenceId, "Havana", "America/Havana");
  const inuvik = maker.room(conferenceId, "Inuvik", "America/Inuvik");
  const berlin = maker.room(conferenceId, "Berlin", "Europe/Berlin");
  const elsewhere = maker.room(other, "Havana", "America/Havana");
  const ids = {
    winnipeg: maker.session("Winnipeg in December", winnipeg, "2026-12-15T09:00"),
    havana: maker.session("Havana in December", havana, "2026-12-16T09:00"),
    inuvik: maker.session("Inuvik in January", inuvik, "2027-01-20T10:00"),
    // By the older data it comes twice; the second was chosen.
    twice: maker.session("Winnipeg by night", winnipeg, "2026-11-01T01:30", -360),
    // The first of the two is the one that is left.
    first: maker.session("Winnipeg by night, earlier", winnipeg, "2026-11-01T01:45", -300),
    summer: maker.session("Winnipeg in July", winnipeg, "2026-07-15T09:00"),
    spring: maker.session("Havana in May", havana, "2027-05-15T09:00"),
    berlin: maker.session("Berlin in December", berlin, "2026-12-15T16:00"),
    remote: maker.session("Remote only", null, "2026-12-15T16:00"),
    unplaced: maker.session("Not placed", winnipeg, null),
    elsewhere: maker.session("Of another conference", elsewhere, "2026-12-15T09:00"),
  };
  maker.do({
    name: "createPerson",
    input: {
      conferenceId,
      name: "Ana",
      city: "Winnipeg",
      zone: "America/Winnipeg",
      travel: [
        {
          from: { wall: "2026-12-14T08:00", zone: "America/Winnipeg" },
          to: { wall: "2026-12-14T20:00", zone: "Europe/Berlin" },
          why: "flight",
        },
      ],
    },
  });
  return { plan: maker.plan, conferenceId, other, ids };
}

const said = (start: Start | null | undefined) =>
  start && [start.wall, start.offset, new Date(start.instant).toISOString().slice(0, 16), start.zoneData].join(" ");
const list = (moves: readonly ZoneMove[]) =>
  moves.map((move) => [move.occurrenceId, said(move.was), said(move.keepWall), said(move.keepInstant)]);

describe("what moves", () => {
  const { plan, conferenceId, other, ids } = made();

  test("nothing with the data that made the plan", () => {
    expect(zoneMoves(plan, older, null)).toEqual([]);
  });

  test("is listed with both times, in order", () => {
    expect(list(zoneMoves(plan, newer, conferenceId))).toEqual([
      [
        ids.twice,
        "2026-11-01T01:30 -360 2026-11-01T07:30 2026c",
        "2026-11-01T01:30 -300 2026-11-01T06:30 2026f",
        "2026-11-01T02:30 -300 2026-11-01T07:30 2026f",
      ],
      [
        ids.winnipeg,
        "2026-12-15T09:00 -360 2026-12-15T15:00 2026c",
        "2026-12-15T09:00 -300 2026-12-15T14:00 2026f",
        "2026-12-15T10:00 -300 2026-12-15T15:00 2026f",
      ],
      [
        ids.havana,
        "2026-12-16T09:00 -300 2026-12-16T14:00 2026c",
        "2026-12-16T09:00 -240 2026-12-16T13:00 2026f",
        "2026-12-16T10:00 -240 2026-12-16T14:00 2026f",
      ],
      [
        ids.inuvik,
        "2027-01-20T10:00 -420 2027-01-20T17:00 2026c",
        "2027-01-20T10:00 -360 2027-01-20T16:00 2026f",
        "2027-01-20T11:00 -360 2027-01-20T17:00 2026f",
      ],
    ]);
  });

  test("in another conference, and in all", () => {
    expect(zoneMoves(plan, newer, other).map(({ occurrenceId }) => occurrenceId)).toEqual([ids.elsewhere]);
    expect(zoneMoves(plan, newer, null)).toHaveLength(5);
  });

  test("is a warning in the list of conflicts until somebody chooses", () => {
    const moved = conflicts(plan, newer, conferenceId).filter(({ kind }) => kind === "zone-moved");
    expect(moved.map(({ occurrenceIds }) => occurrenceIds[0]).sort()).toEqual(
      [ids.twice, ids.winnipeg, ids.havana, ids.inuvik].sort(),
    );
    expect(moved.map(({ weight }) => weight)).toEqual(["warning", "warning", "warning", "warning"]);
  });
});

describe("choosing", () => {
  const { plan, ids } = made();
  const choose = (from: Plan, keepInstant: readonly OccurrenceId[]) => {
    const ground = { zones: newer, now: at("2026-11-10T00:00Z"), newId: () => "none" };
    const result = decideEdit(from, { name: "chooseZoneData", input: { keepInstant: [...keepInstant] } }, ground);
    if (!result.ok) throw new Error(result.code);
    return { changes: result.changes, after: applyChanges(from, result.changes) };
  };
  const starts = (from: Plan) =>
    new Map(Object.values(from.occurrences).map((occurrence) => [occurrence?.id, occurrence?.start ?? null]));

  test("keep the wall time, keep the instant: each does that", () => {
    const { after } = choose(plan, [ids.havana, ids.twice]);
    const now = starts(after);
    expect(said(now.get(ids.winnipeg))).toBe("2026-12-15T09:00 -300 2026-12-15T14:00 2026f");
    expect(said(now.get(ids.inuvik))).toBe("2027-01-20T10:00 -360 2027-01-20T16:00 2026f");
    expect(said(now.get(ids.elsewhere))).toBe("2026-12-15T09:00 -240 2026-12-15T13:00 2026f");
    expect(said(now.get(ids.havana))).toBe("2026-12-16T10:00 -240 2026-12-16T14:00 2026f");
    expect(said(now.get(ids.twice))).toBe("2026-11-01T02:30 -300 2026-11-01T07:30 2026f");
    expect(zoneMoves(after, newer, null)).toEqual([]);
    expect(choose(after, []).changes).toEqual([]);
  });

  test("the plan is otherwise the same", () => {
    const moved = new Set(zoneMoves(plan, newer, null).map(({ occurrenceId }) => occurrenceId));
    const { after } = choose(plan, [ids.havana]);
    const now = starts(after);
    for (const [id, was] of starts(plan)) {
      if (id === undefined || moved.has(id)) continue;
      expect(now.get(id)).toEqual(was === null ? null : { ...was, zoneData: "2026f" });
    }
    const [person] = Object.values(after.people);
    const [journey] = person?.travel ?? [];
    // Travel keeps its wall time.
    expect(said(journey?.from)).toBe("2026-12-14T08:00 -300 2026-12-14T13:00 2026f");
    expect(said(journey?.to)).toBe("2026-12-14T20:00 60 2026-12-14T19:00 2026f");
    const bare = (from: Plan) => ({
      ...from,
      occurrences: Object.values(from.occurrences).map((occurrence) => ({ ...occurrence, start: null })),
      people: Object.values(from.people).map((each) => ({ ...each, travel: [] })),
    });
    expect(bare(after)).toEqual(bare(plan));
  });

  test("taken back, it is as it was", () => {
    const { changes, after } = choose(plan, [ids.havana]);
    expect(applyChanges(after, invert(changes))).toEqual(plan);
  });
});

test("what moves is what the compiled data of 2026f say otherwise, and only that", () => {
  const folder = new URL("../../fixtures/tzif-2026f/", import.meta.url);
  const names = [...new Set(zoneLiterals.map(({ zone }) => zone))];
  const files = new Map(names.map((zone) => [zone, readTzif(readFileSync(new URL(zone, folder)))]));
  const quarter = 15 * 60_000;
  const input = fc.tuple(
    fc.oneof(fc.constantFrom(...names), fc.constantFrom("America/Winnipeg", "America/Havana", "America/Inuvik")),
    fc.integer({ min: at("2026-10-01T00:00Z") / quarter, max: at("2027-12-01T00:00Z") / quarter }),
  );
  const { plan } = made();
  const [occurrence] = Object.values(plan.occurrences);
  if (occurrence === undefined) throw new Error("no occurrence");
  let moved = 0;
  fc.assert(
    fc.property(input, ([zone, quarters]) => {
      const start = startAt(older, zone, quarters * quarter);
      const moves = zoneMoves({ ...plan, occurrences: { [occurrence.id]: { ...occurrence, start } } }, newer, null);
      const now = files.get(zone)?.instantsOf(start.wall) ?? [];
      moved += moves.length;
      expect([zone, start.wall, moves.length]).toEqual([zone, start.wall, now.includes(start.instant) ? 0 : 1]);
    }),
    { numRuns: 3000 },
  );
  expect(moved).toBeGreaterThan(300);
});

test("of the literals the older data have only those wrong that were decided since", () => {
  const wrong = zoneLiterals.filter(({ zone, wall, kind, instants }) => {
    const then = resolveWall(older, zone, wall);
    return then.kind !== kind || (then.kind === "unique" && then.instant !== at(instants[0]));
  });
  expect([...new Set(wrong.map(({ city }) => city))]).toEqual(["Winnipeg", "Havana", "Inuvik"]);
});
