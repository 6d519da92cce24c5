import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import type {
  CommandId,
  ConferenceId,
  InviteId,
  OccurrenceId,
  PassId,
  RoomId,
  SessionId,
  VenueId,
} from "../../shared/ids.ts";
import type { EventRow, InviteRow, PassRow, PlanRows } from "../../server/store/port.ts";
import { openStore } from "../../server/store/sqlite.ts";
import { databasePath, freshStore } from "../support/database.ts";

const first = "first" as OccurrenceId;
const second = "second" as OccurrenceId;

const row = (seq: number): EventRow => ({
  seq,
  at: 1000 + seq,
  commandId: `command-${seq}` as CommandId,
  passId: null,
  event: `{"type":"opened","at":${seq}}`,
});

const plan: PlanRows = {
  conferences: [{ id: "c" as ConferenceId, name: "Regiones, பிராந்தியங்கள்", createdAt: 5 }],
  venues: [{ id: "v" as VenueId, conferenceId: "c" as ConferenceId, name: "Hall" }],
  rooms: ["r1", "r2"].map((id, position) => ({
    id: id as RoomId,
    conferenceId: "c" as ConferenceId,
    venueId: "v" as VenueId,
    name: id,
    city: "Durban",
    zone: "Africa/Johannesburg",
    position,
  })),
  sessions: [
    {
      id: "s" as SessionId,
      conferenceId: "c" as ConferenceId,
      title: "Plenary",
      hostRoomId: "r2" as RoomId,
      cancelled: false,
    },
  ],
  occurrences: [
    {
      id: first,
      sessionId: "s" as SessionId,
      wall: "2026-10-01T10:00",
      zone: "Africa/Johannesburg",
      offset: 120,
      startsAt: 1_790_841_600_000,
      endsAt: 1_790_845_200_000,
      zoneData: "2026f",
      roomIds: ["r2" as RoomId, "r1" as RoomId],
    },
  ],
};

const invite: InviteRow = {
  id: "i" as InviteId,
  secretHash: "aa",
  role: "operator",
  conferenceId: "c" as ConferenceId,
  roomId: "r1" as RoomId,
  occurrenceId: null,
  label: "Station",
  shared: true,
  createdAt: 7,
  expiresAt: null,
  revokedAt: null,
};

const pass: PassRow = {
  id: "p" as PassId,
  inviteId: "i" as InviteId,
  tokenHash: "bb",
  browserHash: "cc",
  createdAt: 8,
  endedAt: null,
};

/** How many transactions stand in the write-ahead log: frames whose header says how large the database is (https://www.sqlite.org/fileformat2.html#walformat). */
function commitsIn(path: string): number {
  const wal = readFileSync(`${path}-wal`);
  const frame = wal.readUInt32BE(8) + 24;
  let commits = 0;
  for (let at = 32; at + frame <= wal.length; at += frame) if (wal.readUInt32BE(at + 4) !== 0) commits += 1;
  return commits;
}

test("everything is read back as it was written, also after closing", async () => {
  const path = databasePath();
  const before = await openStore(path);
  await before.writePlan(plan, { id: "k" as CommandId, passId: "p" as PassId, answer: { id: "c" } });
  await before.writeInvite(invite);
  await before.writePasses([pass]);
  await before.appendEvents(first, [row(1), row(2)]);
  await before.appendEvents(second, [row(1)]);
  await before.writeSnapshot(first, { seq: 1, stage: "{}" });
  await before.writeSnapshot(first, { seq: 2, stage: '{"seq":2}' });
  await before.writeSetting("epoch", "1");
  await before.close();

  const store = await freshStore(path);
  expect(await store.readPlan()).toEqual(plan);
  expect(await store.readAnswer("k" as CommandId, "p" as PassId)).toEqual({ id: "c" });
  expect(await store.readAnswer("k" as CommandId, "another" as PassId)).toBeUndefined();
  expect(await store.readInvites()).toEqual([invite]);
  expect(await store.findInvite("aa")).toEqual(invite);
  expect(await store.findInvite("bb")).toBeNull();
  expect(await store.readPasses()).toEqual([pass]);
  expect(await store.findPass("bb")).toEqual(pass);
  expect(await store.readEvents(first, 0)).toEqual([row(1), row(2)]);
  expect(await store.readEvents(first, 1)).toEqual([row(2)]);
  expect(await store.readEvents(second, 0)).toEqual([row(1)]);
  expect(await store.readSnapshot(first)).toEqual({ seq: 2, stage: '{"seq":2}' });
  expect(await store.readSnapshot(second)).toBeNull();
  expect(await store.readSetting("epoch")).toBe("1");
  expect(await store.readSetting("none")).toBeNull();
});

test("an answer of null is told from no answer", async () => {
  const store = await freshStore();
  await store.writePlan({}, { id: "k" as CommandId, passId: "p" as PassId, answer: null });
  expect(await store.readAnswer("k" as CommandId, "p" as PassId)).toBeNull();
});

test("writing a row again changes it and what it links, and keeps what refers to it", async () => {
  const store = await freshStore();
  await store.writePlan(plan);
  await store.writeInvite(invite);
  const [room] = plan.rooms;
  const [occurrence] = plan.occurrences;
  if (room === undefined || occurrence === undefined) throw new Error("the plan has both");
  await store.writePlan({
    rooms: [{ ...room, name: "Big hall" }],
    occurrences: [{ ...occurrence, roomIds: ["r2" as RoomId] }],
  });
  const read = await store.readPlan();
  expect(read.rooms.map(({ name }) => name)).toEqual(["Big hall", "r2"]);
  expect(read.occurrences[0]?.roomIds).toEqual(["r2"]);
  expect(await store.readInvites()).toEqual([invite]);
});

test("what twenty commands of one turn write is one transaction", async () => {
  const path = databasePath();
  const store = await freshStore(path);
  const before = commitsIn(path);
  await Promise.all([
    ...Array.from({ length: 20 }, (_, index) => store.appendEvents(`o${index}` as OccurrenceId, [row(1)])),
    store.writeSetting("a", "b"),
  ]);
  expect(commitsIn(path) - before).toBe(1);
  await store.writeSetting("a", "c");
  expect(commitsIn(path) - before).toBe(2);
});

test("a log takes only the next seq: from one, without holes, once", async () => {
  const store = await freshStore();
  await expect(store.appendEvents(first, [row(2)])).rejects.toThrow("seq 2 where 1 is next");
  await store.appendEvents(first, [row(1), row(2)]);
  await expect(store.appendEvents(first, [row(2)])).rejects.toThrow("seq 2 where 3 is next");
  await expect(store.appendEvents(first, [row(3), row(5)])).rejects.toThrow("seq 5 where 4 is next");
  expect((await store.readEvents(first, 0)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test("a write that fails is undone whole and alone: the others of its turn are kept", async () => {
  const store = await freshStore();
  const noConference = plan.rooms.map((room) => ({ ...room, conferenceId: "nowhere" as ConferenceId }));
  const results = await Promise.allSettled([
    store.appendEvents(first, [row(1)]),
    store.writePlan({ conferences: plan.conferences, venues: plan.venues, rooms: noConference }),
    store.appendEvents(first, [row(7)]),
    store.appendEvents(first, [row(2)]),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  expect((await store.readPlan()).conferences).toEqual([]);
  expect((await store.readEvents(first, 0)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test("closing commits what waits; afterwards nothing is taken", async () => {
  const path = databasePath();
  const store = await openStore(path);
  const waiting = store.writeSetting("last", "word");
  await store.close();
  await waiting;
  await store.close();
  await expect(store.writeSetting("too", "late")).rejects.toThrow("closed");
  expect(await (await freshStore(path)).readSetting("last")).toBe("word");
});

test("in one process, too, a second server is refused until the first has closed", async () => {
  const path = databasePath();
  const store = await openStore(path);
  await expect(openStore(path)).rejects.toThrow("another server");
  await store.close();
  await freshStore(path);
});

test("only the owner can read the files", async () => {
  const path = databasePath();
  const store = await freshStore(path);
  await store.writeSetting("a", "b");
  expect([path, `${path}-wal`].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0]);
});
