import { describe, expect, test } from "vitest";
import type { ConferenceId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Link } from "../../shared/plan/model.ts";
import type { PlanInput } from "../../shared/protocol/plan.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import type { Phase } from "../../shared/stage/model.ts";
import { furnished as furnish, linked, openPlanning } from "../support/plans.ts";

// What stages and participants' pages get of the plan: the latest release, and of that what takes place.

const now = Date.parse("2026-10-15T12:00:00Z");
const hour = 3_600_000;

type SessionInput = Partial<Omit<PlanInput<"createSession">, "commandId" | "conferenceId">>;

/** A conference with rooms in Durban and Los Angeles; `create` makes a session and releases it. */
async function furnished() {
  const planning = await openPlanning(() => now);
  const furniture = await furnish(planning);
  const { conferenceId, durban, angeles } = furniture;
  const draw = (change: SessionInput = {}) =>
    planning.edit("createSession", {
      conferenceId,
      title: "Plenary",
      start: { wall: "2026-10-15T15:00", zone: "Africa/Johannesburg" },
      minutes: 60,
      hostRoomId: durban,
      links: linked(durban, angeles),
      ...change,
    });
  const create = async (change: SessionInput = {}): Promise<OccurrenceId> => {
    const { occurrenceId } = await draw(change);
    await planning.release(conferenceId);
    return occurrenceId;
  };
  return { ...planning, ...furniture, draw, create };
}

const participant = (conferenceId: ConferenceId, change: Partial<PassInfo> = {}): PassInfo => ({
  id: "p" as PassId,
  role: "participant",
  conferenceId,
  roomId: null,
  groupId: null,
  occurrenceId: null,
  label: "",
  ...change,
});

describe("an occurrence", () => {
  test("keeps what was said and what it means: wall, zone, offset, instant, zone data", async () => {
    const { plan, create, durban, angeles, conferenceId } = await furnished();
    const id = await create();
    const startsAt = Date.parse("2026-10-15T13:00:00Z");
    expect(plan.occurrence(id)).toEqual({
      id,
      start: {
        wall: "2026-10-15T15:00",
        zone: "Africa/Johannesburg",
        offset: 120,
        instant: startsAt,
        zoneData: "2026f",
      },
      startsAt,
      endsAt: startsAt + hour,
      roomIds: [durban, angeles],
    });
    expect(plan.conferenceOfOccurrence(id)).toBe(conferenceId);
  });

  test("gives the stage its rooms that are linked live, the host first", async () => {
    const { plan, create, durban, angeles } = await furnished();
    const seed = async (links: Link[], hostRoomId: RoomId | null) => plan.seed(await create({ links, hostRoomId }));
    expect(await seed(linked(angeles, durban), durban)).toMatchObject({
      hostRoomId: durban,
      roomIds: [durban, angeles],
    });
    expect(await seed(linked(angeles), durban)).toMatchObject({ hostRoomId: durban, roomIds: [durban, angeles] });
    expect(await seed([], durban)).toMatchObject({ roomIds: [durban] });
    expect(await seed(linked(angeles, durban), null)).toMatchObject({ hostRoomId: null, roomIds: [angeles, durban] });
    const playback: Link = { kind: "room", id: angeles, need: "may", mode: "playback" };
    expect(await seed([...linked(durban), playback], durban)).toMatchObject({ roomIds: [durban] });
  });

  test.each<[string, SessionInput]>([
    ["an idea", { state: "idea" }],
    ["cancelled", { state: "cancelled" }],
    ["not placed", { start: null }],
  ])("that is %s is in the release and nowhere else", async (_what, change) => {
    const { plan, draft, create, conferenceId } = await furnished();
    const id = await create(change);
    expect((await draft.releaseFile(conferenceId, 1))?.occurrences.map((one) => one.id)).toEqual([id]);
    expect([plan.occurrence(id), plan.seed(id), plan.occurrenceInfo(id, "waiting", now)]).toEqual([null, null, null]);
    expect(plan.occurrences()).toEqual([]);
    expect(plan.isWithin(participant(conferenceId), id)).toBe(false);
  });

  test("takes effect by a release, and changes by the next one only", async () => {
    const { plan, draw, edit, release, conferenceId, angeles } = await furnished();
    const { sessionId, occurrenceId: id } = await draw();
    expect(plan.seed(id)).toBeNull();
    await release(conferenceId);
    const before = plan.occurrenceInfo(id, "waiting", now);
    expect(before).toMatchObject({ title: "Plenary", endsAt: Date.parse("2026-10-15T14:00:00Z") });

    const set = { title: "Moved", hostRoomId: angeles, minutes: 30 };
    await edit("updateSession", { sessionId, set, at: { occurrenceId: id, links: linked(angeles) } });
    expect(plan.occurrenceInfo(id, "waiting", now)).toEqual(before);
    await release(conferenceId);
    expect(plan.occurrenceInfo(id, "waiting", now)).toMatchObject({
      title: "Moved",
      hostRoomId: angeles,
      endsAt: Date.parse("2026-10-15T13:30:00Z"),
    });
    expect(plan.seed(id)).toMatchObject({ roomIds: [angeles] });

    await edit("removeSession", { sessionId });
    expect(plan.seed(id)).not.toBeNull();
    await release(conferenceId);
    expect(plan.seed(id)).toBeNull();
  });

  test("tells who listens of a release, and of nothing else", async () => {
    const { plan, draw, edit, release, conferenceId } = await furnished();
    let told = 0;
    const stop = plan.onChange(() => (told += 1));
    const { sessionId } = await draw();
    await edit("updateSession", { sessionId, set: { title: "Another" } });
    expect(told).toBe(0);
    await release(conferenceId);
    expect(told).toBe(1);
    stop();
  });
});

test("invites may be for rooms, groups and sessions that are not released yet", async () => {
  const { plan, draw, edit, conferenceId, durban } = await furnished();
  const { occurrenceId } = await draw();
  const place = { city: "Nairobi", zone: "Africa/Nairobi" };
  const { id: groupId } = await edit("createGroup", { conferenceId, name: "By telephone", ...place });
  expect(plan.hasConference(conferenceId)).toBe(true);
  expect(plan.conferenceOfRoom(durban)).toBe(conferenceId);
  expect(plan.conferencesOfGroup(groupId)).toEqual([conferenceId]);
  expect(plan.conferenceOfOccurrence(occurrenceId)).toBe(conferenceId);
  expect(plan.room(durban)?.name).toBe("Durban");
  expect(plan.conferenceOfRoom("nowhere" as RoomId)).toBeNull();
  expect(plan.conferenceOfOccurrence("constructor" as OccurrenceId)).toBeNull();
});

test("everything is found again after a restart", async () => {
  const { plan, draft, store, path, create, phaseOf } = await furnished();
  await create();
  const before = [plan.view(phaseOf, [], now), draft.plan, draft.journal(), draft.infos()];
  await store.close();
  const later = await openPlanning(() => now, path);
  expect([later.plan.view(phaseOf, [], now), later.draft.plan, later.draft.journal(), later.draft.infos()]).toEqual(
    before,
  );
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
    const alone = await create({ ...inHours(2), links: linked(durban) });
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
  const b = await create({ ...inHours(1), links: linked(durban) });
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

test("what was opened is known of the draft's occurrences and of the released ones", async () => {
  const { plan, create, edit, phases, phaseOf } = await furnished();
  const id = await create();
  expect(plan.phases(phaseOf)).toEqual({});
  phases.set(id, "live");
  expect(plan.phases(phaseOf)).toEqual({ [id]: "live" });
  await edit("undo", {});
  expect(plan.phases(phaseOf)).toEqual({ [id]: "live" });
});
