import { expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { evolve } from "../../shared/stage/evolve.ts";
import type { StageEvent } from "../../shared/stage/events.ts";
import { newStage } from "../../shared/stage/model.ts";
import type { Phase, Stage } from "../../shared/stage/model.ts";
import { Access } from "../../server/access/access.ts";
import { demoInvites, openDemo } from "../../server/demo/demo.ts";
import { Draft } from "../../server/plan/draft.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { Store } from "../../server/store/port.ts";
import { databasePath } from "../support/database.ts";

const zones = await ZoneData.load();
const now = Date.parse("2026-10-15T12:03:20Z");
const minute = 60_000;

async function planIn(store: Store): Promise<Plan> {
  return new Plan(await Draft.open(store, zones, { now: () => now }), zones);
}

async function stagesIn(store: Store, plan: Plan): Promise<Map<OccurrenceId, Stage>> {
  const stages = new Map<OccurrenceId, Stage>();
  for (const { id } of plan.occurrences()) {
    const seed = plan.seed(id);
    if (seed === null) throw new Error("an occurrence has no seed");
    const log = await store.readEvents(id, 0);
    stages.set(id, log.map((row) => JSON.parse(row.event) as StageEvent).reduce(evolve, newStage(seed)));
  }
  return stages;
}

test("the sample: four rooms, six sessions, one live now with all rooms and for hours", async () => {
  const store = await openDemo(databasePath(), zones, now);
  const plan = await planIn(store);
  const stages = await stagesIn(store, plan);
  const phaseOf = (id: OccurrenceId): Phase => stages.get(id)?.phase ?? "waiting";
  const conference = plan.view(phaseOf, [], now).conferences.find(({ name }) => name === "Four Regions Conference");
  // As it was released.
  expect(conference?.draft).toEqual({ latest: { number: 1, at: now, author: "Crossroom" }, changed: 0 });
  expect(conference?.rooms.map(({ city, clock }) => `${city} ${clock.zone}`)).toEqual([
    "Los Angeles America/Los_Angeles",
    "San Salvador America/El_Salvador",
    "Durban Africa/Johannesburg",
    "Chennai Asia/Kolkata",
  ]);
  expect(new Set(conference?.rooms.map(({ venue }) => venue)).size).toBe(4);
  expect(conference?.sessions.map(({ title, phase }) => [title, phase])).toEqual([
    ["Opening plenary", "ended"],
    ["Women on the line", "ended"],
    ["Reports from the regions", "live"],
    ["Down the supply chain", "waiting"],
    ["Law and the courts", "waiting"],
    ["Closing plenary", "waiting"],
  ]);
  const live = conference?.sessions.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("none is live");
  expect([live.startsAt, live.endsAt]).toEqual([
    Date.parse("2026-10-15T11:50:00Z"),
    Date.parse("2026-10-15T15:00:00Z"),
  ]);
  expect(live.clock.city).toBe("Durban");
  expect(plan.occurrence(live.occurrenceId)?.start).toEqual({
    wall: "2026-10-15T13:50",
    zone: "Africa/Johannesburg",
    offset: 120,
    instant: Date.parse("2026-10-15T11:50:00Z"),
    zoneData: zones.version,
  });
  const stage = stages.get(live.occurrenceId);
  expect(stage?.roomIds).toHaveLength(4);
  expect(stage?.roomIds[0]).toBe(live.hostRoomId);
  expect(stage?.openRooms).toEqual({ [live.hostRoomId ?? ""]: "host" });
  await store.close();
});

test("its invites: one a role, for operators one a room, for keepers and contacts one; three fields; each opens what it says", async () => {
  const store = await openDemo(databasePath(), zones, now);
  const draft = await Draft.open(store, zones, { now: () => now });
  const plan = new Plan(draft, zones);
  const access = await Access.open(store, plan, { now: () => now });
  const lines = await demoInvites(store, "https://crossroom.example");
  expect(lines.map((line) => line.replace(/#[\w-]{32}$/, "#SECRET"))).toEqual([
    "organiser\t-\thttps://crossroom.example/join#SECRET",
    "scheduler\t-\thttps://crossroom.example/join#SECRET",
    "moderator\t-\thttps://crossroom.example/join#SECRET",
    "operator\tLos Angeles\thttps://crossroom.example/join#SECRET",
    "operator\tSan Salvador\thttps://crossroom.example/join#SECRET",
    "operator\tDurban\thttps://crossroom.example/join#SECRET",
    "operator\tChennai\thttps://crossroom.example/join#SECRET",
    "room-keeper\tDurban\thttps://crossroom.example/join#SECRET",
    "group-contact\tNairobi by telephone\thttps://crossroom.example/join#SECRET",
    "participant\t-\thttps://crossroom.example/join#SECRET",
  ]);
  for (const line of lines) {
    const [role, where, url = ""] = line.split("\t");
    const secret = url.split("#")[1] ?? "";
    // Several browsers may try the demo.
    for (const browser of ["one", "two"]) {
      const entered = await access.exchange({ secret, held: [], browser });
      if (!entered.ok) throw new Error(entered.code);
      const { pass } = entered.value;
      expect(pass.role).toBe(role);
      const group = Object.values(draft.plan.groups).find((one) => one?.id === pass.groupId);
      expect(pass.roomId === null ? (group?.name ?? "-") : plan.room(pass.roomId)?.name).toBe(where);
    }
  }
  await store.close();
});

test("a second start finds the same; once all sessions are over it is made anew", async () => {
  const path = databasePath();
  const first = await openDemo(path, zones, now);
  const [things, invites] = [await first.readThings(), await demoInvites(first, "")];
  const before = (await planIn(first)).occurrences();
  await first.close();

  const last = Math.max(...before.map(({ endsAt }) => endsAt));
  const second = await openDemo(path, zones, last - minute);
  expect(await second.readThings()).toEqual(things);
  expect(await demoInvites(second, "")).toEqual(invites);
  await second.close();

  const anew = await openDemo(path, zones, last);
  const after = (await planIn(anew)).occurrences();
  expect(after.filter(({ startsAt, endsAt }) => startsAt <= last && endsAt > last)).toHaveLength(1);
  expect(after.map(({ id }) => id)).not.toContain(before[0]?.id);
  expect(await anew.readInvites()).toHaveLength(invites.length);
  await anew.close();
});

test("its draft has one conflict: a session that runs beside another in two rooms", async () => {
  const store = await openDemo(databasePath(), zones, now);
  const { plan } = await Draft.open(store, zones, { now: () => now });
  const sample = Object.values(plan.conferences).find((one) => one?.name === "Four Regions Conference");
  if (sample === undefined) throw new Error("no sample");
  const errors = conflicts(plan, zones.zones, sample.id).filter(({ weight }) => weight === "error");
  expect(errors.map(({ kind }) => kind)).toEqual(["room-double", "room-double"]);
  await store.close();
});
