import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId, SessionId, VenueId } from "../../../shared/ids.ts";
import { emptyPlan } from "../../../shared/plan/edits/apply.ts";
import { planFile } from "../../../shared/plan/file.ts";
import type { Plan, PlanFile } from "../../../shared/plan/model.ts";
import { changedSince } from "../../../shared/plan/release.ts";
import * as schema from "../../../shared/plan/schema.ts";
import { Desk } from "../../support/planedits.ts";
import { conferenceId, planWith } from "../../support/planmaker.ts";
import { diceOf, mutable, randomCommand } from "../../support/randomedits.ts";

const july = "july" as ConferenceId;
const plan = planWith({
  conferences: { july: {} },
  venues: { hall: {} },
  rooms: {
    zulu: { venueId: "hall" },
    alpha: { city: "Berlin", zone: "Europe/Berlin" },
    other: { conferenceId: "july" },
  },
  groups: { andes: {}, both: { conferenceIds: ["conference", "july"] }, "zulu-audience": { people: 300 } },
  people: {
    rosa: {
      conferenceIds: ["conference", "july"],
      places: [
        { firstDay: "2020-01-10", lastDay: "2020-01-10", city: "Durban", zone: "Africa/Johannesburg", roomId: "zulu" },
        { firstDay: "2020-01-12", lastDay: "2020-01-12", city: "Lima", zone: "America/Lima", roomId: "other" },
      ],
    },
  },
  pools: { spanish: {}, operators: { serves: { kind: "venue", venueId: "hall" } } },
  sessions: {
    talk: {
      in: "zulu",
      at: ["2020-01-10T16:15", null],
      links: ["alpha", "andes", { to: "both", need: "may" }],
      personIds: ["rosa"],
    },
    panel: { after: ["talk"] },
    away: { conferenceId: "july", in: "other" },
  },
});
const text = (of: Plan, id: ConferenceId = conferenceId): string => JSON.stringify(planFile(of, id), null, 2);
const imported = (file: PlanFile, into: Plan = emptyPlan) => {
  const desk = new Desk(into);
  const result = desk.try("importPlan", { file: mutable(file) });
  return { desk, result };
};

describe("plan.json", () => {
  test("has what the conference is made of and uses, in one order", () => {
    const file = planFile(plan, conferenceId);
    expect(schema.planFile.parse(mutable(file))).toEqual(file);
    const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
    expect(file).toMatchObject({
      format: "crossroom-plan",
      version: 1,
      zoneData: "2026f",
      conference: { id: "conference" },
    });
    expect(ids(file.venues)).toEqual(["alpha-hall", "hall"]);
    expect(ids(file.rooms)).toEqual(["zulu", "alpha"]);
    expect(ids(file.groups)).toEqual(["alpha-audience", "andes", "both", "zulu-audience"]);
    expect(ids(file.people)).toEqual(["rosa"]);
    expect(ids(file.pools)).toEqual(["operators", "spanish"]);
    expect(ids(file.sessions)).toEqual(["panel", "talk"]);
    expect(ids(file.occurrences)).toEqual(["panel", "talk", "talk-2"]);
    expect(text(plan)).not.toContain("conferenceIds");
    expect(file.people[0]?.places.map(({ roomId }) => roomId)).toEqual(["zulu", null]);
  });

  test("of equal plans is the same text, however they came to be", () => {
    const turned = Object.fromEntries(
      Object.entries(plan).map(([kind, things]) => [kind, Object.fromEntries(Object.entries(things).toReversed())]),
    ) as Plan;
    expect(text(turned)).toBe(text(plan));
    expect(planFile(emptyWith("x"), "x" as ConferenceId).zoneData).toBe("none");
  });

  test("of no conference", () => {
    expect(() => planFile(plan, "nobody" as ConferenceId)).toThrow(RangeError);
  });
});

describe("a plan that is taken in", () => {
  test("comes out as the same text", () => {
    const { desk } = imported(planFile(plan, conferenceId));
    expect(text(desk.plan)).toBe(text(plan));
    expect(desk.plan.groups["both"]?.conferenceIds).toEqual([conferenceId]);
    expect(imported(planFile(plan, conferenceId), plan).result).toMatchObject({ ok: true, changes: [] });
  });

  test("whatever was done to it", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), (seed, count) => {
        const desk = new Desk(plan);
        const dice = diceOf(seed);
        for (let i = 0; i < count; i += 1) {
          const command = randomCommand(desk.plan, dice);
          desk.try(command.name, command.input);
        }
        for (const id of Object.keys(desk.plan.conferences) as ConferenceId[]) {
          const file = planFile(desk.plan, id);
          const back = imported(file).desk.plan;
          expect(text(back, id)).toBe(text(desk.plan, id));
          expect(changedSince(desk.plan, schema.planFile.parse(mutable(file)), id)).toBe(0);
          // What is there already becomes the same again, and nothing else changes.
          expect(imported(file, desk.plan).result).toMatchObject({ ok: true, changes: [] });
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 10_000 },
    );
  });

  test("replaces what was there; the installation keeps its groups and people", () => {
    const file = planFile(plan, conferenceId);
    const desk = new Desk(plan);
    desk.do("createRoom", { conferenceId, name: "New", city: "Lima", zone: "America/Lima" });
    const link = { kind: "group" as const, id: "andes", need: "must" as const, mode: "live" as const };
    desk.do("createSession", { conferenceId, title: "New", minutes: 60, links: [link], personIds: ["rosa"] });
    desk.do("updateConference", { conferenceId, set: { name: "New" } });
    desk.do("createGroup", { conferenceId, name: "New", city: "Lima", zone: "America/Lima" });
    desk.do("importPlan", { file: mutable(file) });
    expect(text(desk.plan)).toBe(text(plan));
    const left = Object.values(desk.plan.groups).filter((group) => group?.name === "New");
    expect(left).toMatchObject([{ conferenceIds: [], roomId: null }]);
    expect(text(desk.plan, july)).toBe(text(plan, july));
    desk.undo();
    expect(desk.plan.conferences[conferenceId]?.name).toBe("New");
  });

  test("brings nothing into another conference", () => {
    const file = planFile(plan, conferenceId);
    const venue = { id: "planted" as VenueId, conferenceId: july, name: "Planted", uplink: { up: null, down: null } };
    const [session] = file.sessions;
    const [occurrence] = file.occurrences;
    if (session === undefined || occurrence === undefined) throw new Error("the file has sessions");
    const id = "planted" as SessionId;
    const planted = { ...session, id, conferenceId: july, hostRoomId: null, personIds: [], after: [] };
    const files: readonly [PlanFile, string][] = [
      [{ ...file, venues: [...file.venues, venue] }, "venues.2.conferenceId"],
      [
        {
          ...file,
          sessions: [...file.sessions, planted],
          occurrences: [
            ...file.occurrences,
            { ...occurrence, id: "planted" as OccurrenceId, sessionId: id, links: [] },
          ],
        },
        `sessions.${file.sessions.length}.conferenceId`,
      ],
    ];
    for (const [bad, path] of files) {
      const { desk, result } = imported(bad, plan);
      expect(result).toMatchObject({ ok: false, code: "bad-request", detail: { fields: [{ path }] } });
      expect(desk.plan).toBe(plan);
    }
  });

  test("takes the one name of each zone", () => {
    const file = planFile(plan, conferenceId);
    const groups = file.groups.map((group) => ({
      ...group,
      zone: group.id === "andes" ? "Asia/Calcutta" : group.zone,
    }));
    expect(imported({ ...file, groups }).desk.plan.groups["andes"]?.zone).toBe("Asia/Kolkata");
  });

  const file = planFile(plan, conferenceId);
  const bad = (change: Partial<PlanFile>, into: Plan = emptyPlan) => imported({ ...file, ...change }, into);
  const [talk] = file.occurrences.filter(({ id }) => id === "talk");
  if (talk === undefined || talk.start === null) throw new Error("the file has a talk");
  const { start } = talk;
  const others = file.occurrences.filter(({ id }) => id !== "talk");

  test.each<[string, Partial<PlanFile>, string, string]>([
    ["a zone", { conference: { ...file.conference, zone: "Mars/Olympus" } }, "unknown-zone", "conference.zone"],
    [
      "a start's zone",
      { occurrences: [{ ...talk, start: { ...start, zone: "Mars/Olympus" } }] },
      "unknown-zone",
      "occurrences.0.start.zone",
    ],
    ["a room's venue", { venues: file.venues.slice(0, 1) }, "bad-request", "rooms.0.venueId"],
    [
      "a linked group",
      { groups: file.groups.filter(({ id }) => id !== "andes") },
      "bad-request",
      "occurrences.1.links.2.id",
    ],
    ["an audience", { groups: file.groups.filter(({ id }) => id !== "alpha-audience") }, "bad-request", "rooms.1.id"],
    ["a person", { people: [] }, "bad-request", "sessions.1.personIds.0"],
    [
      "a session before",
      { sessions: file.sessions.slice(0, 1), occurrences: file.occurrences.slice(0, 1) },
      "bad-request",
      "sessions.0.after.0",
    ],
    ["an occurrence", { occurrences: others.filter(({ id }) => id !== "panel") }, "bad-request", "sessions.0.id"],
    ["one id for one thing", { occurrences: [talk, ...others, talk] }, "bad-request", "occurrences.3.id"],
    [
      "the right instant",
      { occurrences: [...others, { ...talk, start: { ...start, instant: start.instant + 60_000 } }] },
      "bad-request",
      "occurrences.2.start.instant",
    ],
    [
      "the right offset",
      { occurrences: [...others, { ...talk, start: { ...start, offset: null } }] },
      "bad-request",
      "occurrences.2.start.instant",
    ],
    [
      "the host first",
      { occurrences: [...others, { ...talk, links: talk.links.toReversed() }] },
      "bad-request",
      "occurrences.2.links.0",
    ],
  ])("without %s it is refused whole", (_what, change, code, path) => {
    const { desk, result } = bad(change);
    expect(result).toMatchObject({ ok: false, code });
    expect(result).toHaveProperty("detail.kind", "fields");
    const fields =
      !result.ok && result.detail?.kind === "fields" ? result.detail.fields.map((field) => field.path) : [];
    expect(fields).toContain(path);
    expect(desk.plan).toBe(emptyPlan);
  });

  test("with other zone data's instants is taken as it is", () => {
    const older = { ...talk, start: { ...start, instant: start.instant + 3_600_000, zoneData: "2019c" } };
    const { desk } = bad({ occurrences: [...others, older] });
    expect(desk.plan.occurrences["talk"]).toEqual(older);
  });

  test("with ids of another conference is refused", () => {
    const { venues, rooms, groups, sessions, occurrences } = planFile(plan, july);
    expect(bad({ venues: [...file.venues, ...venues] }, plan).result).toEqual({
      ok: false,
      code: "already",
      detail: { kind: "fields", fields: [{ path: "venues.2.id", why: "is another conference's" }] },
    });
    for (const change of [{ rooms }, { groups }, { sessions }, { occurrences }]) {
      expect(bad(change, plan).result).toMatchObject({ ok: false, code: "already" });
    }
  });
});

describe("what has changed since a release", () => {
  const released = schema.planFile.parse(mutable(planFile(plan, conferenceId)));

  test("is everything if there was none", () => {
    // The conference, two venues, two rooms with their audiences, two groups, a person, two pools, two sessions.
    expect(changedSince(plan, null, conferenceId)).toBe(12);
  });

  test("counts a session with its occurrences once, and a room with its audience", () => {
    const desk = new Desk(plan);
    const changed = () => changedSince(desk.plan, released, conferenceId);
    expect(changed()).toBe(0);
    desk.do("moveOccurrence", { occurrenceId: "talk", start: null });
    desk.do("addOccurrence", { sessionId: "talk" });
    expect(changed()).toBe(1);
    desk.do("updateRoom", { roomId: "zulu", set: { city: "Lima" } });
    expect(changed()).toBe(2);
    desk.do("updateGroup", { groupId: "zulu-audience", set: { people: 7 } });
    expect(changed()).toBe(2);
    desk.do("updateConference", { conferenceId, set: { name: "New" } });
    desk.do("removeSession", { sessionId: "panel" });
    desk.do("updateSession", { sessionId: "away", set: { title: "Elsewhere" } });
    expect(changed()).toBe(4);
  });
});

function emptyWith(id: string): Plan {
  const conference = { ...plan.conferences[conferenceId], id } as NonNullable<Plan["conferences"][string]>;
  return { ...emptyPlan, conferences: { [id]: conference } };
}
