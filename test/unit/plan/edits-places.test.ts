import { describe, expect, test } from "vitest";
import { defaultGroupHours, defaultRoomHours } from "../../../shared/plan/bands.ts";
import { Desk } from "../../support/planedits.ts";

const durban = { city: "Durban", zone: "Africa/Johannesburg" };

function gathering() {
  const desk = new Desk();
  const { id: conferenceId } = desk.do("createConference", { name: "January" });
  return { desk, conferenceId };
}

describe("a conference", () => {
  test("without a city is at UTC", () => {
    const { desk, conferenceId } = gathering();
    expect(desk.plan.conferences[conferenceId]).toEqual({
      id: "n1",
      name: "January",
      city: "UTC",
      zone: "Etc/UTC",
      firstDay: null,
      lastDay: null,
      createdAt: 1_700_000_000_000,
    });
    expect(desk.edits).toMatchObject([{ command: "createConference", subject: "January" }]);
  });

  test("takes the one name of a zone", () => {
    const { desk, conferenceId } = gathering();
    desk.do("updateConference", { conferenceId, set: { zone: "asia/calcutta", city: "Chennai" } });
    expect(desk.plan.conferences[conferenceId]).toMatchObject({ zone: "Asia/Kolkata", name: "January" });
  });

  test.each([
    [{ zone: "Mars/Olympus" }, { ok: false, code: "unknown-zone" }],
    [
      { firstDay: "2020-01-12", lastDay: "2020-01-10" },
      {
        ok: false,
        code: "bad-request",
        detail: { kind: "fields", fields: [{ path: "lastDay", why: "ends before it begins" }] },
      },
    ],
    [{ name: "January" }, { ok: true, changes: [] }],
    [{ name: undefined }, { ok: true, changes: [] }],
  ])("set to %j", (set, result) => {
    const { desk, conferenceId } = gathering();
    expect(desk.decide("updateConference", { conferenceId, set })).toMatchObject(result);
  });

  test("that is not there", () => {
    const { desk } = gathering();
    for (const conferenceId of ["nobody", "constructor", "__proto__"]) {
      expect(desk.decide("updateConference", { conferenceId, set: {} })).toEqual({
        ok: false,
        code: "not-found",
        detail: null,
      });
    }
  });

  test("is removed with all that is its own; groups, people and interpreters stay", () => {
    const { desk, conferenceId } = gathering();
    const before = desk.plan;
    const group = desk.do("createGroup", { conferenceId, name: "Andes", city: "Lima", zone: "America/Lima" });
    const pool = {
      conferenceId,
      name: "en–es",
      serves: { kind: "languages" as const, pair: ["en", "es"] as [string, string] },
      size: 2,
    };
    const interpreters = desk.do("createPool", pool);
    const { id: venueId } = desk.do("createVenue", { conferenceId, name: "ICC" });
    desk.do("createPool", { ...pool, name: "operators", serves: { kind: "venue", venueId } });
    const room = desk.do("createRoom", { conferenceId, name: "Hall", ...durban, venueId });
    const stays = { firstDay: "2020-01-10", lastDay: "2020-01-12", ...durban, roomId: room.id };
    const rosa = { conferenceId, name: "Rosa", city: "Lima", zone: "America/Lima", places: [stays] };
    const person = desk.do("createPerson", rosa);
    desk.do("createSession", { conferenceId, title: "Plenary", minutes: 60, hostRoomId: room.id });

    desk.do("removeConference", { conferenceId });
    expect(desk.plan).toEqual({
      ...before,
      conferences: {},
      groups: { [group.id]: expect.objectContaining({ conferenceIds: [] }) },
      pools: { [interpreters.id]: expect.objectContaining({ conferenceIds: [] }) },
      people: { [person.id]: expect.objectContaining({ conferenceIds: [], places: [{ ...stays, roomId: null }] }) },
    });
    desk.undo();
    expect(desk.plan.people[person.id]?.places).toEqual([stays]);
  });
});

describe("a room", () => {
  test("gets a venue, an audience, a place in the order, and opening hours", () => {
    const { desk, conferenceId } = gathering();
    const { id, audienceId } = desk.do("createRoom", { conferenceId, name: "Hall", ...durban });
    desk.do("createRoom", { conferenceId, name: "Foyer", ...durban, venue: "Hall", setUp: 0 });
    const [venue, ...more] = Object.values(desk.plan.venues);
    expect(more).toEqual([]);
    expect(venue).toMatchObject({ name: "Hall", conferenceId, uplink: { up: null, down: null } });
    expect(desk.plan.rooms[id]).toEqual({
      id,
      conferenceId,
      venueId: venue?.id,
      name: "Hall",
      ...durban,
      position: 0,
      setUp: 15,
      turnRound: 15,
      equipment: [],
      hours: defaultRoomHours,
    });
    expect(Object.values(desk.plan.rooms)).toMatchObject([{ position: 0 }, { position: 1, setUp: 0 }]);
    expect(desk.plan.groups[audienceId]).toEqual({
      id: audienceId,
      conferenceIds: [conferenceId],
      roomId: id,
      name: "Hall",
      ...durban,
      people: 20,
      maySplit: false,
      hours: defaultGroupHours,
    });
  });

  test("shares no venue with another conference", () => {
    const { desk, conferenceId } = gathering();
    const other = desk.do("createConference", { name: "July" }).id;
    const { id: venueId } = desk.do("createVenue", { conferenceId: other, name: "Hall" });
    expect(desk.decide("createRoom", { conferenceId, name: "Hall", ...durban, venueId })).toMatchObject({
      code: "not-found",
    });
    const { id } = desk.do("createRoom", { conferenceId, name: "Hall", ...durban });
    expect(desk.plan.rooms[id]?.venueId).not.toBe(venueId);
    expect(desk.decide("updateRoom", { roomId: id, set: { venueId } })).toMatchObject({
      code: "not-found",
      detail: { fields: [{ path: "venueId" }] },
    });
  });

  test("takes its audience along; the audience itself cannot move", () => {
    const { desk, conferenceId } = gathering();
    const { id, audienceId } = desk.do("createRoom", { conferenceId, name: "Hall", ...durban });
    const placed = { wall: "2020-01-10T16:15", zone: durban.zone };
    const { occurrenceId } = desk.do("createSession", {
      conferenceId,
      title: "Plenary",
      minutes: 60,
      hostRoomId: id,
      start: placed,
    });
    const { start } = desk.plan.occurrences[occurrenceId] ?? {};
    desk.do("updateRoom", { roomId: id, set: { name: "Sala", city: "Chennai", zone: "Asia/Calcutta" } });
    expect(desk.plan.groups[audienceId]).toMatchObject({ name: "Sala", city: "Chennai", zone: "Asia/Kolkata" });
    expect(desk.plan.occurrences[occurrenceId]?.start).toEqual(start);

    desk.do("updateGroup", { groupId: audienceId, set: { people: 300, name: "Sala" } });
    expect(desk.plan.groups[audienceId]).toMatchObject({ people: 300 });
    expect(desk.decide("updateGroup", { groupId: audienceId, set: { city: "Durban" } })).toMatchObject({
      code: "bad-request",
      detail: { fields: [{ path: "set.city" }] },
    });
    expect(desk.decide("removeGroup", { groupId: audienceId })).toMatchObject({
      code: "in-use",
      detail: { names: ["Sala"] },
    });
  });

  test("is removed with its audience, unless a session uses it", () => {
    const { desk, conferenceId } = gathering();
    const host = desk.do("createRoom", { conferenceId, name: "Hall", ...durban }).id;
    const guest = desk.do("createRoom", { conferenceId, name: "Foyer", ...durban, venue: "Hall" }).id;
    const link = { kind: "room" as const, id: guest, need: "may" as const, mode: "playback" as const };
    const { sessionId } = desk.do("createSession", {
      conferenceId,
      title: "Plenary",
      minutes: 60,
      hostRoomId: host,
      links: [link],
    });
    for (const roomId of [host, guest]) {
      expect(desk.decide("removeRoom", { roomId })).toEqual({
        ok: false,
        code: "in-use",
        detail: { kind: "users", names: ["Plenary"] },
      });
    }
    desk.do("removeSession", { sessionId });
    desk.do("removeRoom", { roomId: guest });
    const venueId = desk.plan.rooms[host]?.venueId ?? "";
    expect(desk.decide("removeVenue", { venueId })).toMatchObject({ code: "in-use", detail: { names: ["Hall"] } });
    desk.do("removeRoom", { roomId: host });
    desk.do("removeVenue", { venueId });
    expect(desk.plan).toEqual({ ...desk.first, conferences: desk.plan.conferences });
  });
});
