import { describe, expect, test } from "vitest";
import type { CommandId, ConferenceId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import type { Phase } from "../../shared/stage/model.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import { databasePath, freshStore } from "../support/database.ts";

const zones = await ZoneData.load();
const by = "organiser" as PassId;
const now = Date.parse("2026-10-15T12:00:00Z");
const hour = 3_600_000;

let count = 0;
const commandId = (): CommandId => `command-${(count += 1)}` as CommandId;

function value<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: string },
): Value {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const refused = (code: string) => ({ ok: false, code });

async function fresh(path = databasePath()) {
  const store = await freshStore(path);
  const plan = await Plan.open(store, zones, { now: () => now });
  const phases = new Map<OccurrenceId, Phase>();
  return { path, store, plan, phases, phaseOf: (id: OccurrenceId): Phase => phases.get(id) ?? "waiting" };
}

/** A conference with rooms in Durban and Los Angeles. */
async function furnished() {
  const base = await fresh();
  const conferenceId = value(await base.plan.createConference({ commandId: commandId(), name: "Four Regions" }, by)).id;
  const room = async (name: string, zone: string, venue = "") =>
    value(await base.plan.createRoom({ commandId: commandId(), conferenceId, name, city: name, zone, venue }, by)).id;
  const durban = await room("Durban", "Africa/Johannesburg");
  const angeles = await room("Los Angeles", "US/Pacific");
  const session = (change: Partial<Parsed<"createSession">> = {}): Parsed<"createSession"> => ({
    commandId: commandId(),
    conferenceId,
    title: "Plenary",
    start: { wall: "2026-10-15T15:00", zone: "Africa/Johannesburg" },
    minutes: 60,
    hostRoomId: durban,
    roomIds: [angeles, durban],
    ...change,
  });
  const create = async (change: Partial<Parsed<"createSession">> = {}) =>
    value(await base.plan.createSession(session(change), by)).occurrenceId;
  return { ...base, conferenceId, durban, angeles, session, create };
}

const participant = (conferenceId: ConferenceId, change: Partial<PassInfo> = {}): PassInfo => ({
  id: "p" as PassId,
  role: "participant",
  conferenceId,
  roomId: null,
  occurrenceId: null,
  label: "",
  ...change,
});

describe("a session", () => {
  test("keeps what was said and what it means: wall, zone, offset, instant, zone data", async () => {
    const { plan, create, durban, angeles, conferenceId } = await furnished();
    const id = await create();
    expect(plan.occurrence(id)).toEqual({
      id,
      sessionId: expect.any(String) as string,
      conferenceId,
      wall: "2026-10-15T15:00",
      zone: "Africa/Johannesburg",
      offset: 120,
      startsAt: Date.parse("2026-10-15T13:00:00Z"),
      endsAt: Date.parse("2026-10-15T14:00:00Z"),
      zoneData: "2026f",
      roomIds: [durban, angeles],
    });
  });

  test("gives the stage its rooms, the host first, also if only the host was named or it was left out", async () => {
    const { plan, create, durban, angeles } = await furnished();
    const seed = async (roomIds: RoomId[], hostRoomId: RoomId | null) =>
      plan.seed(await create({ roomIds, hostRoomId }));
    expect(await seed([angeles, durban], durban)).toMatchObject({ hostRoomId: durban, roomIds: [durban, angeles] });
    expect(await seed([angeles], durban)).toMatchObject({ hostRoomId: durban, roomIds: [durban, angeles] });
    expect(await seed([], durban)).toMatchObject({ roomIds: [durban] });
    expect(await seed([angeles, durban], null)).toMatchObject({ hostRoomId: null, roomIds: [angeles, durban] });
  });

  test.each<[string, { wall: string; zone: string; offset?: number }, string]>([
    ["a time that the clocks leap over", { wall: "2026-03-08T02:30", zone: "America/Los_Angeles" }, "gap"],
    ["a time that comes twice", { wall: "2026-11-01T01:30", zone: "America/Los_Angeles" }, "fold"],
    [
      "a time that comes twice, with an offset of neither",
      { wall: "2026-11-01T01:30", zone: "America/Los_Angeles", offset: 60 },
      "fold",
    ],
    ["a zone that is none", { wall: "2026-11-01T01:30", zone: "Mars/Olympus" }, "unknown-zone"],
    ["a date that is none", { wall: "2026-02-30T01:30", zone: "America/Los_Angeles" }, "bad-request"],
  ])("is refused at %s", async (_what, start, code) => {
    const { plan, session, store } = await furnished();
    expect(await plan.createSession(session({ start }), by)).toEqual(refused(code));
    expect((await store.readPlan()).sessions).toEqual([]);
  });

  test.each([
    [-420, "2026-11-01T08:30:00Z"],
    [-480, "2026-11-01T09:30:00Z"],
  ])("at a time that comes twice is at the one whose offset is %i", async (offset, instant) => {
    const { plan, create } = await furnished();
    const id = await create({ start: { wall: "2026-11-01T01:30", zone: "US/Pacific", offset } });
    expect(plan.occurrence(id)).toMatchObject({ zone: "America/Los_Angeles", offset, startsAt: Date.parse(instant) });
  });

  test("has rooms of its own conference only", async () => {
    const { plan, session } = await furnished();
    const other = value(await plan.createConference({ commandId: commandId(), name: "Other" }, by)).id;
    expect(await plan.createSession(session({ conferenceId: other }), by)).toEqual(refused("not-found"));
    expect(await plan.createSession(session({ conferenceId: "none" as ConferenceId }), by)).toEqual(
      refused("not-found"),
    );
    expect(await plan.createSession(session({ roomIds: ["none" as RoomId] }), by)).toEqual(refused("not-found"));
  });

  test("can be changed and cancelled while it waits, and not later", async () => {
    const { plan, create, session, phases, phaseOf, angeles, conferenceId } = await furnished();
    const id = await create();
    const { conferenceId: _conferenceId, ...rest } = session({
      title: "Moved",
      hostRoomId: angeles,
      roomIds: [],
      minutes: 30,
    });
    const change = (): Parsed<"updateSession"> => ({ ...rest, commandId: commandId(), occurrenceId: id });
    expect(await plan.updateSession(change(), by, phaseOf)).toEqual({ ok: true, value: null });
    expect(plan.occurrenceInfo(id, "waiting", now)).toMatchObject({
      title: "Moved",
      hostRoomId: angeles,
      endsAt: Date.parse("2026-10-15T13:30:00Z"),
    });
    expect(plan.seed(id)).toMatchObject({ roomIds: [angeles] });

    phases.set(id, "live");
    expect(await plan.updateSession(change(), by, phaseOf)).toEqual(refused("already"));
    expect(await plan.cancelSession({ commandId: commandId(), occurrenceId: id }, by, phaseOf)).toEqual(
      refused("already"),
    );
    phases.set(id, "waiting");
    expect(await plan.cancelSession({ commandId: commandId(), occurrenceId: id }, by, phaseOf)).toEqual({
      ok: true,
      value: null,
    });
    expect([plan.occurrence(id), plan.seed(id), plan.occurrenceInfo(id, "waiting", now)]).toEqual([null, null, null]);
    expect(plan.isWithin(participant(conferenceId), id)).toBe(false);
    expect(await plan.cancelSession({ commandId: commandId(), occurrenceId: id }, by, phaseOf)).toEqual(
      refused("not-found"),
    );
  });
});

describe("rooms", () => {
  test("have the canonical zone, share a venue by its name, keep their order", async () => {
    const { plan, conferenceId, phaseOf, store } = await furnished();
    const add = (name: string, venue: string) =>
      plan.createRoom(
        { commandId: commandId(), conferenceId, name, city: "Chennai", zone: "Asia/Calcutta", venue },
        by,
      );
    await add("Hall", "Union office");
    await add("Library", "Union office");
    const [conference] = plan.view(phaseOf, [], now).conferences;
    expect(conference?.rooms.map(({ name, venue, clock }) => [name, venue, clock.zone, clock.offset])).toEqual([
      ["Durban", "Durban", "Africa/Johannesburg", 120],
      ["Los Angeles", "Los Angeles", "America/Los_Angeles", -420],
      ["Hall", "Union office", "Asia/Kolkata", 330],
      ["Library", "Union office", "Asia/Kolkata", 330],
    ]);
    expect((await store.readPlan()).venues).toHaveLength(3);
  });

  test("are refused without a conference or a zone, and can be changed", async () => {
    const { plan, conferenceId, durban } = await furnished();
    const room = { name: "Hall", city: "Pietermaritzburg", zone: "Africa/Maseru", venue: "" };
    expect(
      await plan.createRoom({ ...room, commandId: commandId(), conferenceId: "none" as ConferenceId }, by),
    ).toEqual(refused("not-found"));
    expect(await plan.createRoom({ ...room, commandId: commandId(), conferenceId, zone: "Nowhere" }, by)).toEqual(
      refused("unknown-zone"),
    );
    expect(await plan.updateRoom({ ...room, commandId: commandId(), roomId: "none" as RoomId }, by)).toEqual(
      refused("not-found"),
    );
    expect(await plan.updateRoom({ ...room, commandId: commandId(), roomId: durban }, by)).toEqual({
      ok: true,
      value: null,
    });
    expect(plan.room(durban)).toMatchObject({
      name: "Hall",
      city: "Pietermaritzburg",
      zone: "Africa/Johannesburg",
      position: 0,
    });
  });
});

describe("a command", () => {
  test("that comes twice is done once and answered twice, also at the same time and after a restart", async () => {
    const { plan, store, path } = await fresh();
    const command = { commandId: commandId(), name: "Once" };
    const [first, second] = await Promise.all([plan.createConference(command, by), plan.createConference(command, by)]);
    expect(second).toEqual(first);
    await store.close();
    const later = await Plan.open(await freshStore(path), zones, { now: () => now });
    expect(await later.createConference(command, by)).toEqual(first);
    expect(later.view(() => "waiting", [], now).conferences.map(({ name }) => name)).toEqual(["Once"]);
    // The same id from somebody else is another command.
    expect(await later.createConference(command, "another" as PassId)).not.toEqual(first);
  });

  test("that the store does not take changes nothing and tells nobody", async () => {
    const { plan, store, phaseOf, conferenceId } = await furnished();
    let told = 0;
    const stop = plan.onChange(() => (told += 1));
    value(await plan.renameConference({ commandId: commandId(), conferenceId, name: "Before" }, by));
    await store.close();
    await expect(plan.renameConference({ commandId: commandId(), conferenceId, name: "After" }, by)).rejects.toThrow();
    expect(plan.view(phaseOf, [], now).conferences[0]?.name).toBe("Before");
    expect(told).toBe(1);
    stop();
  });

  test("finds everything again after a restart", async () => {
    const { plan, store, path, create, phaseOf } = await furnished();
    await create();
    const before = plan.view(phaseOf, [], now);
    await store.close();
    const later = await Plan.open(await freshStore(path), zones, { now: () => now });
    expect(later.view(phaseOf, [], now)).toEqual(before);
  });
});

/** `hours` from now, as Durban's clocks show it. */
function inHours(hours: number) {
  const wall = new Date(now + (hours + 2) * hour).toISOString().slice(0, 16);
  return { start: { wall, zone: "Africa/Johannesburg" } };
}

describe("today's sessions", () => {
  test("are the live ones, then those that wait, then those that ended, each by time; not the too far", async () => {
    const { plan, create, phases, phaseOf, conferenceId } = await furnished();
    const add = async (title: string, hours: number, phase: Phase) =>
      phases.set(await create({ title, ...inHours(hours) }), phase);
    await add("ended long ago", -5, "ended");
    await add("ended an hour ago", -2, "ended");
    await add("never opened", -5, "waiting");
    await add("late, not opened yet", -1, "waiting");
    await add("tomorrow", 20, "waiting");
    await add("soon", 1, "waiting");
    await add("in two days", 37, "waiting");
    await add("overruns since yesterday", -20, "live");
    await add("live", -0.5, "live");
    const list = plan.todays(participant(conferenceId), phaseOf, now);
    expect(list.map(({ title, phase }) => [title, phase])).toEqual([
      ["overruns since yesterday", "live"],
      ["live", "live"],
      ["late, not opened yet", "waiting"],
      ["soon", "waiting"],
      ["tomorrow", "waiting"],
      ["ended an hour ago", "ended"],
    ]);
  });

  test("are those of the pass: its conference, its occurrence, an operator's room", async () => {
    const { plan, create, phaseOf, conferenceId, durban, angeles } = await furnished();
    const both = await create({ ...inHours(1) });
    const alone = await create({ ...inHours(2), roomIds: [] });
    const ids = (pass: Partial<PassInfo>) =>
      plan.todays(participant(conferenceId, pass), phaseOf, now).map(({ id }) => id);
    expect(ids({})).toEqual([both, alone]);
    expect(ids({ conferenceId: "other" as ConferenceId })).toEqual([]);
    expect(ids({ occurrenceId: alone })).toEqual([alone]);
    expect(ids({ role: "operator", roomId: angeles })).toEqual([both]);
    expect(ids({ role: "operator", roomId: durban })).toEqual([both, alone]);
    // A participant who sits in a room may look at the others' sessions.
    expect(ids({ roomId: angeles })).toEqual([both, alone]);
    expect(plan.isWithin(participant(conferenceId, { role: "operator", roomId: angeles }), alone)).toBe(false);
  });

  test("name the linked rooms, host first, with their clocks", async () => {
    const { plan, create, phaseOf, conferenceId } = await furnished();
    await create();
    const [info] = plan.todays(participant(conferenceId), phaseOf, now);
    expect(info?.rooms.map(({ clock }) => clock)).toEqual([
      { zone: "Africa/Johannesburg", city: "Durban", offset: 120, until: null, nextOffset: null },
      {
        zone: "America/Los_Angeles",
        city: "Los Angeles",
        offset: -420,
        until: Date.parse("2026-11-01T09:00:00Z"),
        nextOffset: -480,
      },
    ]);
  });
});

test("a station belongs to its live session, else the next that waits, else nowhere", async () => {
  const { plan, create, phases, phaseOf, durban, angeles } = await furnished();
  const next = (room: RoomId) => plan.nextForRoom(room, phaseOf, now);
  expect(next(durban)).toBeNull();
  const a = await create({ ...inHours(-0.5) });
  const b = await create({ ...inHours(1), roomIds: [] });
  const c = await create({ ...inHours(2) });
  expect([next(durban), next(angeles)]).toEqual([a, a]);
  phases.set(a, "ended");
  expect([next(durban), next(angeles)]).toEqual([b, c]);
  phases.set(c, "live");
  expect([next(durban), next(angeles)]).toEqual([c, c]);
  phases.set(b, "ended").set(c, "ended");
  await create({ ...inHours(48) });
  expect([next(durban), next(angeles)]).toEqual([null, null]);
});
