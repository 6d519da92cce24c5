import { describe, expect, test } from "vitest";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith } from "../../support/planmaker.ts";

const lima = { city: "Lima", zone: "America/Lima" };
const losAngeles = "America/Los_Angeles";

describe("people", () => {
  test("stay elsewhere, and travel by the clocks of where they are", () => {
    const desk = new Desk(planWith({ rooms: { durban: {} } }));
    const places = [
      { firstDay: "2020-01-10", lastDay: "2020-01-11", city: "Chennai", zone: "Asia/Calcutta", roomId: "durban" },
    ];
    const travel = [
      {
        from: { wall: "2020-01-09T20:00", zone: "America/Lima" },
        to: { wall: "2020-01-10T09:00", zone: "Asia/Calcutta" },
        why: "flight",
      },
    ];
    const { id } = desk.do("createPerson", { conferenceId, name: "Rosa", ...lima, places, travel });
    expect(desk.plan.people[id]).toMatchObject({
      rest: 0,
      places: [{ zone: "Asia/Kolkata", roomId: "durban" }],
      travel: [
        {
          from: { instant: Date.parse("2020-01-10T01:00Z"), offset: -300, zoneData: "2026f" },
          to: { instant: Date.parse("2020-01-10T03:30Z"), offset: 330, zone: "Asia/Kolkata" },
        },
      ],
    });
    desk.do("updatePerson", { personId: id, set: { rest: 30, travel: [] } });
    expect(desk.plan.people[id]).toMatchObject({ rest: 30, travel: [], places: [{ city: "Chennai" }] });
  });

  const at = (wall: string) => ({ wall, zone: losAngeles });
  test.each([
    [{ zone: "Nowhere/Land" }, "unknown-zone", undefined],
    [{ travel: [{ from: at("2026-03-08T02:30"), to: at("2026-03-08T05:00"), why: "" }] }, "gap", { kind: "gap" }],
    [{ travel: [{ from: at("2026-10-31T02:30"), to: at("2026-11-01T01:30"), why: "" }] }, "fold", { kind: "fold" }],
    [
      { travel: [{ from: at("2026-06-08T02:30"), to: at("2026-06-08T02:00"), why: "" }] },
      "bad-request",
      { fields: [{ path: "travel.0.to", why: "ends before it begins" }] },
    ],
    [
      { places: [{ firstDay: "2020-01-11", lastDay: "2020-01-10", ...lima, roomId: null }] },
      "bad-request",
      { fields: [{ path: "places.0.lastDay" }] },
    ],
    [
      { places: [{ firstDay: "2020-01-10", lastDay: "2020-01-10", ...lima, roomId: "nowhere" }] },
      "not-found",
      { fields: [{ path: "places.0.roomId" }] },
    ],
  ])("%j is %s", (set, code, detail) => {
    const desk = new Desk(planWith({ people: { rosa: {} } }));
    const expected = detail === undefined ? { ok: false, code } : { ok: false, code, detail };
    expect(desk.decide("updatePerson", { personId: "rosa", set })).toMatchObject(expected);
  });

  test("are not removed while a session needs them", () => {
    const desk = new Desk(planWith({ people: { rosa: {} }, sessions: { talk: { personIds: ["rosa"] } } }));
    expect(desk.decide("removePerson", { personId: "rosa" })).toMatchObject({
      code: "in-use",
      detail: { names: ["talk"] },
    });
    desk.do("updateSession", { sessionId: "talk", set: { personIds: [] } });
    desk.do("removePerson", { personId: "rosa" });
    expect(desk.plan.people).toEqual({});
  });
});

describe("groups", () => {
  test("are not removed while a session links them", () => {
    const desk = new Desk(
      planWith({ groups: { andes: {} }, sessions: { talk: { links: ["andes"], at: [null, null] } } }),
    );
    expect(desk.decide("removeGroup", { groupId: "andes" })).toEqual({
      ok: false,
      code: "in-use",
      detail: { kind: "users", names: ["talk"] },
    });
    desk.do("removeSession", { sessionId: "talk" });
    desk.do("removeGroup", { groupId: "andes" });
    expect(desk.plan.groups).toEqual({});
  });
});

describe("what several conferences use", () => {
  const plan = planWith({
    conferences: { july: {} },
    venues: { hall: {} },
    rooms: { durban: { venueId: "hall" } },
    groups: { andes: {} },
    people: { rosa: {} },
    pools: { spanish: {}, operators: { serves: { kind: "venue", venueId: "hall" } } },
    sessions: { talk: { in: "durban", links: ["andes"], personIds: ["rosa"] } },
  });
  const july = { conferenceId: "july", use: true };

  test("is used once it is taken in, and given up when no session needs it", () => {
    const desk = new Desk(plan);
    const link = { kind: "group" as const, id: "andes", need: "must" as const, mode: "live" as const };
    const talk = { conferenceId: "july", title: "Talk", minutes: 30, links: [link], personIds: ["rosa"] };
    expect(desk.decide("createSession", talk)).toMatchObject({
      code: "not-found",
      detail: { fields: [{ path: "personIds.0" }] },
    });
    for (const [kind, id] of [
      ["groups", "andes"],
      ["people", "rosa"],
      ["pools", "spanish"],
    ] as const) {
      desk.do("useInConference", { ...july, kind, id });
      expect(desk.plan[kind][id]?.conferenceIds).toEqual([conferenceId, "july"]);
      expect(desk.decide("useInConference", { ...july, kind, id })).toMatchObject({ ok: true, changes: [] });
    }
    const { sessionId } = desk.do("createSession", talk);
    const refused = { ok: false, code: "in-use", detail: { kind: "users", names: ["Talk"] } };
    expect(desk.decide("useInConference", { ...july, use: false, kind: "groups", id: "andes" })).toEqual(refused);
    expect(desk.decide("useInConference", { ...july, use: false, kind: "people", id: "rosa" })).toEqual(refused);
    desk.do("removeSession", { sessionId });
    desk.do("useInConference", { ...july, use: false, kind: "groups", id: "andes" });
    expect(desk.plan.groups["andes"]?.conferenceIds).toEqual([conferenceId]);
  });

  test.each([
    ["groups", "durban-audience", "bad-request"],
    ["pools", "operators", "not-found"],
    ["groups", "rosa", "not-found"],
  ] as const)("is none of %s %s", (kind, id, code) => {
    expect(new Desk(plan).decide("useInConference", { ...july, kind, id })).toMatchObject({ ok: false, code });
  });

  test.each([
    ["groups", "durban-audience", ["durban"]],
    ["pools", "operators", ["hall"]],
  ] as const)("%s %s cannot leave its conference", (kind, id, names) => {
    const input = { conferenceId, use: false, kind, id };
    expect(new Desk(plan).decide("useInConference", input)).toMatchObject({ code: "in-use", detail: { names } });
  });
});

test("a pool serves two languages, or a venue of its conference", () => {
  const desk = new Desk(planWith({ conferences: { july: {} }, venues: { hall: { conferenceId: "july" } } }));
  const pool = { conferenceId, name: "Pool", size: 1 };
  const pair: [string, string] = ["en", "es"];
  const { id } = desk.do("createPool", { ...pool, serves: { kind: "languages", pair } });
  expect(desk.plan.pools[id]).toMatchObject({ longestStretch: 60, rest: 15 });
  const set = { serves: { kind: "venue" as const, venueId: "hall" } };
  expect(desk.decide("updatePool", { poolId: id, set })).toMatchObject({ code: "not-found" });
  const same = { serves: { kind: "languages" as const, pair: ["en", "en"] as [string, string] } };
  expect(desk.decide("updatePool", { poolId: id, set: same })).toMatchObject({ code: "bad-request" });
  desk.do("updatePool", { poolId: id, set: { size: 3 } });
  expect(desk.plan.pools[id]).toMatchObject({ size: 3, serves: { pair } });
  desk.do("removePool", { poolId: id });
  expect(desk.plan.pools).toEqual({});
});
