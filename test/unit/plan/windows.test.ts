import { describe, expect, test } from "vitest";
import { emptyPlan } from "../../../shared/plan/edits/apply.ts";
import { defaultGroupHours, defaultRoomHours } from "../../../shared/plan/bands.ts";
import type { Link, Occurrence, Plan } from "../../../shared/plan/model.ts";
import { occurrence, room, session, group } from "../../../shared/plan/schema.ts";
import { startAt } from "../../../shared/plan/times.ts";
import { windowOf } from "../../../shared/plan/windows.ts";
import { zonesOf } from "../../support/zonedata.ts";

const zones = zonesOf();
const at = (iso: string): number => Date.parse(iso);

const durban = room.parse({
  id: "durban",
  conferenceId: "c",
  venueId: "v",
  name: "Main hall",
  city: "Durban",
  zone: "Africa/Johannesburg",
  position: 0,
  setUp: 45,
  turnRound: 20,
  equipment: [],
  hours: defaultRoomHours,
});
const somebody = (id: string, roomId: string | null) =>
  group.parse({
    id,
    conferenceIds: ["c"],
    roomId,
    name: id,
    city: "Durban",
    zone: "Africa/Johannesburg",
    people: 20,
    maySplit: false,
    hours: defaultGroupHours,
  });
const plenary = (changes: object = {}) =>
  session.parse({
    id: "s",
    conferenceId: "c",
    title: "Opening plenary",
    state: "firm",
    minutes: 60,
    overrun: 10,
    hostRoomId: "durban",
    priority: 1,
    range: null,
    languages: [],
    personIds: [],
    after: [],
    ...changes,
  });
const opening: Occurrence = occurrence.parse({
  id: "o",
  sessionId: "s",
  start: startAt(zones, "Africa/Johannesburg", at("2026-10-01T07:00Z")),
  pinned: false,
  links: [
    { kind: "room", id: "durban", need: "must", mode: "live" },
    { kind: "group", id: "audience", need: "must", mode: "live" },
    { kind: "group", id: "remote", need: "may", mode: "live" },
    { kind: "room", id: "durban", need: "may", mode: "playback" },
  ],
});
const [live, audience, remote, playback] = opening.links as readonly [Link, Link, Link, Link];
const planWith = (changes: object = {}, roomChanges: object = {}): Plan => ({
  ...emptyPlan,
  rooms: { durban: { ...durban, ...roomChanges } },
  groups: { audience: somebody("audience", "durban"), remote: somebody("remote", null) },
  sessions: { s: plenary(changes) },
  occurrences: { o: opening },
});

describe("a link's window", () => {
  test("of a room: set-up, line check, live, overrun, closed", () => {
    expect(windowOf(planWith(), opening, live)).toEqual({
      setUpAt: at("2026-10-01T06:15Z"),
      lineCheckAt: at("2026-10-01T06:45Z"),
      start: at("2026-10-01T07:00Z"),
      end: at("2026-10-01T08:00Z"),
      overrunUntil: at("2026-10-01T08:10Z"),
      closed: at("2026-10-01T08:20Z"),
    });
  });

  test("of a room with little time for it: the check takes what there is, and the overrun closes it", () => {
    expect(windowOf(planWith({ overrun: 30 }, { setUp: 5, turnRound: 0 }), opening, live)).toMatchObject({
      setUpAt: at("2026-10-01T06:55Z"),
      lineCheckAt: at("2026-10-01T06:55Z"),
      overrunUntil: at("2026-10-01T08:30Z"),
      closed: at("2026-10-01T08:30Z"),
    });
  });

  test("of an audience is its room's, of remote people from start to overrun", () => {
    expect(windowOf(planWith(), opening, audience)).toEqual(windowOf(planWith(), opening, live));
    expect(windowOf(planWith(), opening, remote)).toMatchObject({
      setUpAt: at("2026-10-01T07:00Z"),
      lineCheckAt: at("2026-10-01T07:00Z"),
      closed: at("2026-10-01T08:10Z"),
    });
  });

  test("there is none for playback, without a time, and when cancelled", () => {
    expect(windowOf(planWith(), opening, playback)).toBeNull();
    expect(windowOf(planWith(), { ...opening, start: null }, live)).toBeNull();
    expect(windowOf(planWith({ state: "cancelled" }), opening, live)).toBeNull();
    expect(windowOf(emptyPlan, opening, live)).toBeNull();
  });
});
