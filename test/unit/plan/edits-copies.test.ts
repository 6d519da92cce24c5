import { describe, expect, test } from "vitest";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith } from "../../support/planmaker.ts";
import { faultsOf } from "../../../shared/plan/edits/faults.ts";

const berlin = "Europe/Berlin";
const plan = planWith({
  conference: { firstDay: "2026-10-23", lastDay: "2026-10-25" },
  venues: { hall: {} },
  rooms: { berlin: { city: "Berlin", zone: berlin, venueId: "hall" }, durban: {} },
  groups: { andes: {} },
  people: { rosa: {} },
  pools: { spanish: {}, operators: { serves: { kind: "venue", venueId: "hall" } } },
  sessions: {
    night: { at: { wall: "2026-10-24T02:30" }, in: "berlin", personIds: ["rosa"] },
    talk: {
      at: ["2026-10-24T10:00", "2026-10-25T10:00", null],
      in: "durban",
      links: ["andes", "berlin"],
      after: ["night"],
      pinned: true,
    },
    later: {
      at: "2026-10-25T12:00",
      after: ["talk"],
      range: { firstDay: "2026-10-24", lastDay: null, earliest: 600, latest: null },
    },
  },
});

test("a copy of a session has its links, and neither time nor pin", () => {
  const desk = new Desk(plan);
  const { sessionId, occurrenceId } = desk.do("duplicateSession", { sessionId: "talk", title: "Talk again" });
  expect(desk.plan.sessions[sessionId]).toEqual({ ...plan.sessions["talk"], id: sessionId, title: "Talk again" });
  const copies = Object.values(desk.plan.occurrences).filter((occurrence) => occurrence?.sessionId === sessionId);
  const { links } = plan.occurrences["talk"] ?? {};
  expect(copies).toEqual(copies.map((copy) => ({ id: copy?.id, sessionId, start: null, pinned: false, links })));
  expect(copies).toHaveLength(3);
  expect(copies[0]?.id).toBe(occurrenceId);
});

describe("a copy of a day", () => {
  test("has the wall times; order and ranges go along; a time that comes twice there is left to be chosen", () => {
    const desk = new Desk(plan);
    const { sessionIds } = desk.do("duplicateDay", { conferenceId, day: "2026-10-24", to: "2026-10-25" });
    const copies = sessionIds.map((id) => desk.plan.sessions[id]);
    expect(copies).toMatchObject([{ title: "night" }, { title: "talk", after: [sessionIds[0]] }]);
    const occurrences = sessionIds.map((id) =>
      Object.values(desk.plan.occurrences).filter((one) => one?.sessionId === id),
    );
    // The clocks of Berlin go back that night: of the two the earlier is taken, and nobody has said so.
    expect(occurrences).toMatchObject([
      [{ start: { wall: "2026-10-25T02:30", offset: null, instant: Date.parse("2026-10-25T00:30Z") } }],
      [{ start: { wall: "2026-10-25T10:00", offset: 120 }, pinned: true }],
    ]);
    expect(faultsOf(desk.plan)).toEqual([]);
  });

  test("moves ranges", () => {
    const desk = new Desk(plan);
    const { sessionIds } = desk.do("duplicateDay", { conferenceId, day: "2026-10-25", to: "2026-10-26" });
    expect(sessionIds.map((id) => desk.plan.sessions[id])).toMatchObject([
      { title: "talk", after: ["night"] },
      { title: "later", after: [sessionIds[0]], range: { firstDay: "2026-10-25", lastDay: null, earliest: 600 } },
    ]);
  });

  test("of an empty day is nothing; onto itself, or before 1970, it is refused", () => {
    const desk = new Desk(plan);
    const day = "2026-10-24";
    expect(desk.decide("duplicateDay", { conferenceId, day: "2026-10-01", to: day })).toMatchObject({ changes: [] });
    for (const to of [day, "0001-01-01"]) {
      expect(desk.decide("duplicateDay", { conferenceId, day, to })).toMatchObject({ code: "bad-request" });
    }
  });
});

describe("a copy of a conference", () => {
  test("begins on another day and shares groups, people and interpreters only", () => {
    const desk = new Desk(plan);
    // The second night is that of 28 to 29 March then: the clocks go forward in Berlin.
    const { id } = desk.do("duplicateConference", { conferenceId, name: "Spring", firstDay: "2026-03-28" });
    expect(desk.plan.conferences[id]).toMatchObject({ name: "Spring", firstDay: "2026-03-28", lastDay: "2026-03-30" });
    expect(faultsOf(desk.plan)).toEqual([]);
    expect(desk.plan.groups["andes"]?.conferenceIds).toEqual([conferenceId, id]);
    expect(desk.plan.people["rosa"]?.conferenceIds).toEqual([conferenceId, id]);
    expect(desk.plan.pools["spanish"]?.conferenceIds).toEqual([conferenceId, id]);
    for (const [kind, before, after] of [
      ["venues", 2, 4],
      ["rooms", 2, 4],
      ["groups", 3, 5],
      ["people", 1, 1],
      ["pools", 2, 3],
      ["sessions", 3, 6],
      ["occurrences", 5, 10],
    ] as const) {
      expect([kind, Object.keys(plan[kind]).length, Object.keys(desk.plan[kind]).length]).toEqual([
        kind,
        before,
        after,
      ]);
    }
    const night = Object.values(desk.plan.sessions).find((one) => one?.title === "night" && one.conferenceId === id);
    const [copy] = Object.values(desk.plan.occurrences).filter((one) => one?.sessionId === night?.id);
    // Skipped by the clocks: the instant is that of the offset before.
    expect(copy?.start).toMatchObject({ wall: "2026-03-29T02:30", instant: Date.parse("2026-03-29T01:30Z") });
    desk.undo();
    expect(desk.plan).toEqual(plan);
  });

  test("without a day keeps all times as they are", () => {
    const desk = new Desk(plan);
    const { id } = desk.do("duplicateConference", { conferenceId, name: "Again" });
    const starts = (of: string) =>
      Object.values(desk.plan.occurrences)
        .filter((one) => desk.plan.sessions[one?.sessionId ?? ""]?.conferenceId === of)
        .map((one) => one?.start);
    expect(starts(id)).toEqual(starts(conferenceId));
  });

  test("whose days are not known begins with its first session", () => {
    const desk = new Desk(plan);
    desk.do("updateConference", { conferenceId, set: { firstDay: null, lastDay: null } });
    const { id } = desk.do("duplicateConference", { conferenceId, name: "Later", firstDay: "2027-01-01" });
    expect(desk.plan.conferences[id]).toMatchObject({ firstDay: "2027-01-01", lastDay: null });
    const walls = Object.values(desk.plan.occurrences)
      .filter((one) => desk.plan.sessions[one?.sessionId ?? ""]?.conferenceId === id)
      .map((one) => one?.start?.wall ?? null);
    expect(walls).toEqual(["2027-01-01T02:30", "2027-01-01T10:00", "2027-01-02T10:00", null, "2027-01-02T12:00"]);
  });
});
