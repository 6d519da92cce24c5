import { describe, expect, test } from "vitest";
import { at } from "../../../shared/record.ts";
import { Desk } from "../../support/planedits.ts";
import { planWith, zones } from "../../support/planmaker.ts";

const winnipeg = { city: "Winnipeg", zone: "America/Winnipeg" };
const old = "2026c";
/** As older data had it: Winnipeg an hour further west in winter. */
const january = {
  wall: "2027-01-10T10:00",
  zone: winnipeg.zone,
  offset: -360,
  instant: Date.parse("2027-01-10T16:00Z"),
};

function aged() {
  const plan = planWith({
    rooms: { winnipeg, durban: {} },
    people: { rosa: {} },
    sessions: {
      first: { in: "winnipeg", at: january },
      second: { in: "winnipeg", at: january },
      home: { in: "durban", at: "2027-01-10T10:00" },
    },
  });
  const occurrences = Object.fromEntries(
    Object.entries(plan.occurrences).map(([id, one]) => [
      id,
      one?.start ? { ...one, start: { ...one.start, zoneData: old, offset: id === "home" ? 120 : -360 } } : one,
    ]),
  );
  return { ...plan, occurrences };
}

describe("with other zone data", () => {
  test("the ones named keep their instant, the others their wall time; all are of the new data", () => {
    const desk = new Desk(aged());
    desk.do("chooseZoneData", { keepInstant: ["second"] });
    const start = (id: string) => at(desk.plan.occurrences, id)?.start;
    expect(start("first")).toEqual({
      wall: january.wall,
      zone: winnipeg.zone,
      offset: -300,
      instant: january.instant - 3_600_000,
      zoneData: zones.version,
    });
    expect(start("second")).toEqual({
      wall: "2027-01-10T11:00",
      zone: winnipeg.zone,
      offset: -300,
      instant: january.instant,
      zoneData: zones.version,
    });
    expect(start("home")).toEqual({ ...aged().occurrences["home"]?.start, zoneData: zones.version });
    expect(desk.decide("chooseZoneData", { keepInstant: [] })).toMatchObject({ ok: true, changes: [] });
    desk.undo();
    expect(desk.plan).toEqual(aged());
  });

  test("nothing else does", () => {
    const desk = new Desk(aged());
    desk.do("updateSession", { sessionId: "first", set: { minutes: 30 }, at: { occurrenceId: "first", pinned: true } });
    desk.do("updateRoom", { roomId: "winnipeg", set: { zone: "Africa/Johannesburg" } });
    expect(at(desk.plan.occurrences, "first")?.start).toEqual(aged().occurrences["first"]?.start);
  });

  test("an unknown occurrence", () => {
    expect(new Desk(aged()).decide("chooseZoneData", { keepInstant: ["first", "nobody"] })).toMatchObject({
      code: "not-found",
      detail: { fields: [{ path: "keepInstant.1" }] },
    });
  });
});
