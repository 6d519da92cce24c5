import { expect, test } from "vitest";
import type { OccurrenceId } from "../../shared/ids.ts";
import { evolve } from "../../shared/stage/evolve.ts";
import type { StageEvent } from "../../shared/stage/events.ts";
import { newStage } from "../../shared/stage/model.ts";
import type { Phase, Stage } from "../../shared/stage/model.ts";
import { Access } from "../../server/access/access.ts";
import { demoInvites, openDemo } from "../../server/demo/demo.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { Store } from "../../server/store/port.ts";
import { databasePath } from "../support/database.ts";

const zones = await ZoneData.load();
const now = Date.parse("2026-10-15T12:03:20Z");
const minute = 60_000;

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
  const plan = await Plan.open(store, zones, { now: () => now });
  const stages = await stagesIn(store, plan);
  const phaseOf = (id: OccurrenceId): Phase => stages.get(id)?.phase ?? "waiting";
  const [conference, ...others] = plan.view(phaseOf, [], now).conferences;
  expect(others).toEqual([]);
  expect(conference?.name).toBe("Four Regions Conference");
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
  expect(plan.occurrence(live.occurrenceId)).toMatchObject({
    wall: "2026-10-15T13:50",
    zone: "Africa/Johannesburg",
    offset: 120,
  });
  const stage = stages.get(live.occurrenceId);
  expect(stage?.roomIds).toHaveLength(4);
  expect(stage?.roomIds[0]).toBe(live.hostRoomId);
  expect(stage?.openRooms).toEqual({ [live.hostRoomId ?? ""]: "host" });
  await store.close();
});

test("its invites: one a role, for operators one a room; three fields; each opens what it says", async () => {
  const store = await openDemo(databasePath(), zones, now);
  const plan = await Plan.open(store, zones, { now: () => now });
  const access = await Access.open(store, plan, { now: () => now });
  const lines = await demoInvites(store, "https://crossroom.example");
  expect(lines.map((line) => line.replace(/#[\w-]{32}$/, "#SECRET"))).toEqual([
    "organiser\t-\thttps://crossroom.example/join#SECRET",
    "moderator\t-\thttps://crossroom.example/join#SECRET",
    "operator\tLos Angeles\thttps://crossroom.example/join#SECRET",
    "operator\tSan Salvador\thttps://crossroom.example/join#SECRET",
    "operator\tDurban\thttps://crossroom.example/join#SECRET",
    "operator\tChennai\thttps://crossroom.example/join#SECRET",
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
      expect(pass.roomId === null ? "-" : plan.room(pass.roomId)?.name).toBe(where);
    }
  }
  await store.close();
});

test("a second start finds the same; once all sessions are over it is made anew", async () => {
  const path = databasePath();
  const first = await openDemo(path, zones, now);
  const [plan, invites] = [await first.readPlan(), await demoInvites(first, "")];
  await first.close();

  const last = Math.max(...plan.occurrences.map(({ endsAt }) => endsAt));
  const second = await openDemo(path, zones, last - minute);
  expect(await second.readPlan()).toEqual(plan);
  expect(await demoInvites(second, "")).toEqual(invites);
  await second.close();

  const anew = await openDemo(path, zones, last);
  const read = await anew.readPlan();
  expect(read.conferences).toHaveLength(1);
  expect(read.occurrences.filter(({ startsAt, endsAt }) => startsAt <= last && endsAt > last)).toHaveLength(1);
  expect(read.occurrences.map(({ id }) => id)).not.toContain(plan.occurrences[0]?.id);
  expect(await anew.readInvites()).toHaveLength(invites.length);
  await anew.close();
});
