import { describe, expect, test } from "vitest";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith } from "../../support/planmaker.ts";

const plan = planWith({
  conferences: { july: {} },
  rooms: {
    durban: {},
    chennai: { city: "Chennai", zone: "Asia/Kolkata" },
    angeles: { city: "Los Angeles", zone: "America/Los_Angeles" },
    elsewhere: { conferenceId: "july" },
  },
  groups: { andes: {}, unused: { conferenceIds: ["july"] } },
  people: { rosa: {}, stranger: { conferenceIds: [] } },
  sessions: {
    opening: { at: "2020-01-10T10:00", in: "durban" },
    talk: { at: ["2020-01-10T12:00", "2020-01-11T12:00"], in: "durban", links: ["andes"], after: ["opening"] },
    closing: { after: ["talk"] },
    foreign: { conferenceId: "july" },
  },
});
const room = (id: string, need: "must" | "may" = "must", mode: "live" | "playback" = "live") =>
  ({ kind: "room", id, need, mode }) as const;
const group = (id: string) => ({ kind: "group", id, need: "must", mode: "live" }) as const;
const start = (wall: string, zone = "Africa/Johannesburg", offset?: number) =>
  offset === undefined ? { wall, zone } : { wall, zone, offset };

describe("a new session", () => {
  test("has one occurrence, with the host first whatever is said of it", () => {
    const desk = new Desk(plan);
    const links = [group("andes"), room("durban", "may", "playback"), room("chennai", "may")];
    const made = desk.do("createSession", { conferenceId, title: "Panel", minutes: 45, hostRoomId: "durban", links });
    expect(desk.plan.sessions[made.sessionId]).toEqual({
      id: made.sessionId,
      conferenceId,
      title: "Panel",
      state: "tentative",
      minutes: 45,
      overrun: 10,
      hostRoomId: "durban",
      priority: 2,
      range: null,
      languages: [],
      personIds: [],
      after: [],
    });
    expect(desk.plan.occurrences[made.occurrenceId]).toEqual({
      id: made.occurrenceId,
      sessionId: made.sessionId,
      start: null,
      pinned: false,
      links: [room("durban"), group("andes"), room("chennai", "may")],
    });
  });

  test.each([
    [{ conferenceId: "nobody" }, "not-found", "conferenceId"],
    [{ hostRoomId: "elsewhere" }, "not-found", "hostRoomId"],
    [{ hostRoomId: "nowhere" }, "not-found", "hostRoomId"],
    [{ links: [room("chennai"), room("elsewhere")] }, "not-found", "links.1.id"],
    [{ links: [group("unused")] }, "not-found", "links.0.id"],
    [{ links: [group("durban")] }, "not-found", "links.0.id"],
    [{ links: [group("durban-audience")] }, "bad-request", "links.0.id"],
    [{ hostRoomId: "durban", links: [group("andes"), room("chennai"), group("andes")] }, "bad-request", "links.2"],
    [{ personIds: ["rosa", "stranger"] }, "not-found", "personIds.1"],
    [{ personIds: ["rosa", "rosa"] }, "bad-request", "personIds.1"],
    [{ languages: ["en", "es", "en"] }, "bad-request", "languages.2"],
    [{ after: ["foreign"] }, "not-found", "after.0"],
    [{ after: ["talk", "talk"] }, "bad-request", "after.1"],
    [
      { range: { firstDay: "2020-01-12", lastDay: "2020-01-11", earliest: null, latest: null } },
      "bad-request",
      "range.lastDay",
    ],
    [{ range: { firstDay: null, lastDay: null, earliest: 600, latest: 600 } }, "bad-request", "range.latest"],
    [{ start: start("1969-12-31T12:00") }, "bad-request", "start.wall"],
  ])("with %j is %s at %s", (more, code, path) => {
    const result = new Desk(plan).decide("createSession", { conferenceId, title: "Panel", minutes: 45, ...more });
    expect(result).toMatchObject({ ok: false, code, detail: { kind: "fields", fields: [{ path }] } });
  });

  test("takes no more links than fit, the host's among them", () => {
    const groups = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`g${i}`, {}]));
    const desk = new Desk(planWith({ rooms: { durban: {} }, groups }));
    const panel = { conferenceId, title: "Panel", minutes: 45, links: Object.keys(groups).map(group) };
    expect(desk.decide("createSession", { ...panel, hostRoomId: "durban" })).toMatchObject({ code: "bad-request" });
    const { sessionId } = desk.do("createSession", panel);
    const set = { hostRoomId: "durban" };
    expect(desk.decide("updateSession", { sessionId, set })).toMatchObject({ code: "bad-request" });
  });
});

describe("a start", () => {
  test("is reckoned where it is said", () => {
    const desk = new Desk(plan);
    desk.do("moveOccurrence", { occurrenceId: "opening", start: start("2020-01-10T16:15", "asia/calcutta") });
    expect(desk.plan.occurrences["opening"]?.start).toEqual({
      wall: "2020-01-10T16:15",
      zone: "Asia/Kolkata",
      offset: 330,
      instant: Date.parse("2020-01-10T10:45Z"),
      zoneData: "2026f",
    });
    desk.do("moveOccurrence", { occurrenceId: "opening", start: null });
    expect(desk.plan.occurrences["opening"]?.start).toBeNull();
    expect(desk.decide("moveOccurrence", { occurrenceId: "opening", start: null })).toMatchObject({
      ok: true,
      changes: [],
    });
  });

  test("that the clocks skip is refused, with the times around", () => {
    const input = { occurrenceId: "opening", start: start("2026-03-08T02:30", "America/Los_Angeles") };
    expect(new Desk(plan).decide("moveOccurrence", input)).toEqual({
      ok: false,
      code: "gap",
      detail: {
        kind: "gap",
        at: Date.parse("2026-03-08T10:00Z"),
        earlier: "2026-03-08T01:59",
        later: "2026-03-08T03:00",
      },
    });
  });

  test("that comes twice is refused until somebody says which", () => {
    const desk = new Desk(plan);
    const wall = start("2026-11-01T01:30", "America/Los_Angeles");
    expect(desk.decide("moveOccurrence", { occurrenceId: "opening", start: wall })).toEqual({
      ok: false,
      code: "fold",
      detail: {
        kind: "fold",
        earlier: { instant: Date.parse("2026-11-01T08:30Z"), offset: -420 },
        later: { instant: Date.parse("2026-11-01T09:30Z"), offset: -480 },
      },
    });
    desk.do("moveOccurrence", { occurrenceId: "opening", start: { ...wall, offset: -480 } });
    expect(desk.plan.occurrences["opening"]?.start).toMatchObject({
      instant: Date.parse("2026-11-01T09:30Z"),
      offset: -480,
    });
  });

  test("in no zone", () => {
    const input = { occurrenceId: "opening", start: start("2020-01-10T10:00", "Mars/Olympus") };
    expect(new Desk(plan).decide("moveOccurrence", input)).toMatchObject({ code: "unknown-zone" });
  });
});

describe("a changed session", () => {
  test("with another host has that room's link everywhere in place of the old one; nothing moves", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", { sessionId: "talk", set: { hostRoomId: "chennai" } });
    for (const id of ["talk", "talk-2"]) {
      expect(desk.plan.occurrences[id]).toEqual({ ...plan.occurrences[id], links: [room("chennai"), group("andes")] });
    }
    desk.do("updateSession", { sessionId: "talk", set: { hostRoomId: null } });
    expect(desk.plan.occurrences["talk-2"]?.links).toEqual([group("andes")]);
  });

  test("and one of its occurrences, in one edit", () => {
    const desk = new Desk(plan);
    desk.do("updateSession", {
      sessionId: "talk",
      set: { hostRoomId: "angeles", state: "cancelled" },
      at: {
        occurrenceId: "talk",
        links: [room("durban")],
        pinned: true,
        start: start("2020-01-10T09:00", "America/Los_Angeles"),
      },
    });
    expect(desk.edits).toHaveLength(1);
    expect(desk.plan.sessions["talk"]).toMatchObject({ state: "cancelled", hostRoomId: "angeles" });
    expect(desk.plan.occurrences).toMatchObject({
      talk: {
        pinned: true,
        links: [room("angeles"), room("durban")],
        start: { instant: Date.parse("2020-01-10T17:00Z") },
      },
      "talk-2": { pinned: false, links: [room("angeles"), group("andes")] },
    });
  });

  test.each([
    [{ set: { title: "talk" } }, { ok: true, changes: [] }],
    [{ at: { occurrenceId: "talk" } }, { ok: true, changes: [] }],
    [{ at: { occurrenceId: "opening", pinned: true } }, { code: "not-found" }],
    [{ set: { after: ["talk"] } }, { code: "bad-request", detail: { fields: [{ path: "after.0" }] } }],
    [{ set: { after: ["closing"] } }, { code: "bad-request", detail: { fields: [{ path: "after.0" }] } }],
  ])("by %j", (more, result) => {
    expect(new Desk(plan).decide("updateSession", { sessionId: "talk", ...more })).toMatchObject(result);
  });

  test("comes after nothing that comes after it, over any number of others", () => {
    const result = new Desk(plan).decide("updateSession", { sessionId: "opening", set: { after: ["closing"] } });
    expect(result).toMatchObject({
      code: "bad-request",
      detail: { fields: [{ path: "after.0", why: "it comes before this one: a circle" }] },
    });
  });
});

describe("occurrences", () => {
  test("are added, with the host", () => {
    const desk = new Desk(plan);
    const { occurrenceId } = desk.do("addOccurrence", { sessionId: "talk", start: start("2020-01-12T12:00") });
    expect(desk.plan.occurrences[occurrenceId]).toMatchObject({
      sessionId: "talk",
      links: [room("durban")],
      pinned: false,
    });
    expect(desk.edits).toMatchObject([{ subject: "talk" }]);
  });

  test("are removed, but not the last", () => {
    const desk = new Desk(plan);
    desk.do("removeOccurrence", { occurrenceId: "talk" });
    expect(desk.decide("removeOccurrence", { occurrenceId: "talk-2" })).toMatchObject({ code: "bad-request" });
    expect(desk.decide("removeOccurrence", { occurrenceId: "talk" })).toMatchObject({ code: "not-found" });
  });
});

test("a removed session goes with its occurrences; what came after it comes after nothing", () => {
  const desk = new Desk(plan);
  desk.do("removeSession", { sessionId: "talk" });
  expect(Object.keys(desk.plan.sessions)).toEqual(["opening", "closing", "foreign"]);
  expect(Object.keys(desk.plan.occurrences)).toEqual(["opening", "closing", "foreign"]);
  expect(desk.plan.sessions["closing"]?.after).toEqual([]);
  desk.undo();
  expect(desk.plan).toEqual(plan);
});

test("what is the journal's is no edit", () => {
  const desk = new Desk(plan);
  expect(desk.decide("undo", {})).toEqual({ ok: false, code: "bad-request", detail: null });
  expect(desk.decide("redo", {})).toEqual({ ok: false, code: "bad-request", detail: null });
  expect(desk.decide("release", { conferenceId })).toEqual({ ok: false, code: "bad-request", detail: null });
});
