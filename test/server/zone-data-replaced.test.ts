import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { ConferenceId, OccurrenceId } from "../../shared/ids.ts";
import type { Occurrence, PlanFile } from "../../shared/plan/model.ts";
import { zoneMoves } from "../../shared/plan/zonemoves.ts";
import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { Script } from "../support/scripting.ts";
import { startServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { tokenFor } from "../support/tokens.ts";

// A server gets newer zone data (2026c → 2026f, in which Winnipeg and Havana keep summer time) with a released plan in its
// database: nothing moves by itself, what would move is known with both times, and each way to go on does what it says.

const older = createRequire(import.meta.url).resolve("moment-timezone-2026c/data/packed/latest.json");
const env: Record<string, string> = { ZONE_DATA: older };
let server: TestServer;
let organiser: Caller;
let token: string;
let script: Script;
let conferenceId: ConferenceId;
let winnipeg: OccurrenceId;
let havana: OccurrenceId;
let berlin: OccurrenceId;

beforeAll(async () => {
  server = await startServer({ env });
  organiser = await openCaller(server.invite("organiser"));
  token = await tokenFor(organiser, "scheduler");
  script = await Script.read(server.url, token);
  const place = { city: "Berlin", zone: "Europe/Berlin" };
  conferenceId = (await script.command("createConference", { name: "Winter school", ...place }))["id"] as ConferenceId;
  winnipeg = await session("Winnipeg", "America/Winnipeg", "2026-12-15T09:00");
  havana = await session("Havana", "America/Havana", "2026-12-16T09:00");
  berlin = await session("Berlin", "Europe/Berlin", "2026-12-17T09:00");
  await script.command("release", { conferenceId });
});
afterAll(async () => {
  organiser.close();
  await server.close();
});

async function session(city: string, zone: string, wall: string): Promise<OccurrenceId> {
  const room = await script.command("createRoom", { conferenceId, name: city, city, zone });
  const made = await script.command("createSession", {
    conferenceId,
    title: `${city} in December`,
    state: "firm",
    minutes: 60,
    hostRoomId: room["id"],
    start: { wall, zone },
  });
  return made["occurrenceId"] as OccurrenceId;
}

const file = async (number?: number): Promise<PlanFile> =>
  (await (number === undefined
    ? script.done("plan", { conferenceId })
    : script.done("released", { conferenceId, number }))) as PlanFile;
const startOf = ({ occurrences }: PlanFile, id: OccurrenceId): Occurrence["start"] =>
  occurrences.find((occurrence) => occurrence.id === id)?.start ?? null;
const utc = (iso: string): number => Date.parse(`${iso}Z`);

test("nothing moves by itself; what would move is told with both times", async () => {
  const before = await file();
  expect(before.zoneData).toBe("2026c");
  await server.kill("SIGTERM");
  delete env["ZONE_DATA"];
  await server.start();
  const after = await file();
  expect(after).toEqual(before);
  expect(await file(1)).toEqual(before);

  organiser.close();
  organiser = await openCaller(server.invite("organiser"), { token: organiser.token });
  const opened = await organiser.call("planner", {});
  if (!opened.ok) throw new Error(opened.error.code);
  const { zones } = await ZoneData.load();
  const moves = zoneMoves(opened.value.plan, zones, conferenceId);
  expect(moves).toMatchObject([
    {
      occurrenceId: winnipeg,
      was: { wall: "2026-12-15T09:00", instant: utc("2026-12-15T15:00"), zoneData: "2026c" },
      keepWall: { wall: "2026-12-15T09:00", instant: utc("2026-12-15T14:00") },
      keepInstant: { wall: "2026-12-15T10:00", instant: utc("2026-12-15T15:00") },
    },
    {
      occurrenceId: havana,
      keepWall: { wall: "2026-12-16T09:00", instant: utc("2026-12-16T13:00") },
      keepInstant: { wall: "2026-12-16T10:00", instant: utc("2026-12-16T14:00") },
    },
  ]);
  // The list of conflicts tells of them too, as warnings.
  const { conflicts } = (await script.done("conflicts", { conferenceId })) as {
    readonly conflicts: readonly {
      readonly kind: string;
      readonly weight: string;
      readonly occurrenceIds: readonly string[];
    }[];
  };
  const told = conflicts.filter(({ kind }) => kind === "zone-moved");
  expect(told.map(({ weight, occurrenceIds }) => [weight, ...occurrenceIds])).toEqual([
    ["warning", winnipeg],
    ["warning", havana],
  ]);
});

test("the wall time of one is kept, the instant of the other; the rest is as it was", async () => {
  const before = await file();
  await script.command("chooseZoneData", { keepInstant: [havana] });
  const after = await file();
  expect(startOf(after, winnipeg)).toMatchObject({
    wall: "2026-12-15T09:00",
    instant: utc("2026-12-15T14:00"),
    offset: -300,
  });
  expect(startOf(after, havana)).toMatchObject({
    wall: "2026-12-16T10:00",
    instant: utc("2026-12-16T14:00"),
    offset: -240,
  });
  expect(startOf(after, berlin)).toEqual({ ...startOf(before, berlin), zoneData: "2026f" });
  const rest = ({ occurrences, zoneData: _data, ...others }: PlanFile): unknown => ({
    ...others,
    occurrences: occurrences.map(({ start: _start, ...occurrence }) => occurrence),
  });
  expect(rest(after)).toEqual(rest(before));
});

test("participants are told the new time with the next release, not before", async () => {
  const shown = async (): Promise<readonly number[]> => {
    const plan = await organiser.call("plan", {});
    if (!plan.ok) throw new Error(plan.error.code);
    const ours = plan.value.conferences.find(({ id }) => id === conferenceId);
    return (ours?.sessions ?? []).map(({ startsAt }) => startsAt);
  };
  expect(await shown()).toEqual([utc("2026-12-15T15:00"), utc("2026-12-16T14:00"), utc("2026-12-17T08:00")]);
  await script.command("release", { conferenceId });
  expect(await shown()).toEqual([utc("2026-12-15T14:00"), utc("2026-12-16T14:00"), utc("2026-12-17T08:00")]);
  // Taken back, the draft is as it was; what is released is not touched.
  await script.command("undo", {});
  expect(startOf(await file(), winnipeg)).toMatchObject({ instant: utc("2026-12-15T15:00") });
  expect(startOf(await file(2), winnipeg)).toMatchObject({ instant: utc("2026-12-15T14:00") });
});
