import { readFileSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { CommandId, ConferenceId, InviteId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Change, Conference, Edit, PlanFile } from "../../shared/plan/model.ts";
import type { AnsweredCommand, EventRow, InviteRow, PassRow, ReleaseRow } from "../../server/store/port.ts";
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

const conference = (id: string, name = "Regiones, பிராந்தியங்கள்"): Conference => ({
  id: id as ConferenceId,
  name,
  zone: "Africa/Johannesburg",
  city: "Durban",
  firstDay: null,
  lastDay: null,
  createdAt: 5,
});

const by = "p" as PassId;
const change = (id: string, before: Conference | null, after: Conference | null): Change => ({
  kind: "conferences",
  id,
  before,
  after,
});
const edit = (seq: number, ...changes: Change[]): Edit => ({
  seq,
  at: 1000 + seq,
  by,
  author: "Scheduler, Thabo",
  command: "createConference",
  subject: "Regiones",
  of: null,
  changes,
});
const command = (id: string, answer: unknown = { seq: 1 }): AnsweredCommand => ({
  id: id as CommandId,
  passId: by,
  answer,
});
const file = (of: Conference): PlanFile => ({
  format: "crossroom-plan",
  version: 1,
  zoneData: "2026f",
  conference: of,
  venues: [],
  rooms: [],
  groups: [],
  people: [],
  pools: [],
  sessions: [],
  occurrences: [],
});
const release = (id: string, number: number, seq = number): ReleaseRow => ({
  conferenceId: id as ConferenceId,
  number,
  at: 2000 + number,
  author: "Scheduler, Thabo",
  seq,
  despite: ["room-double|a,b"],
  file: file(conference(id, `release ${number}`)),
});

const invite: InviteRow = {
  id: "i" as InviteId,
  secretHash: "aa",
  role: "operator",
  conferenceId: "c" as ConferenceId,
  roomId: "r1" as RoomId,
  groupId: null,
  occurrenceId: null,
  label: "Station",
  shared: true,
  token: false,
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
  await before.writeEdit(edit(1, change("c", null, conference("c"))), command("k", { id: "c" }));
  await before.writeEdit(edit(2), command("l"), release("c", 1));
  await before.writeInvite(invite);
  await before.writePasses([pass]);
  await before.appendEvents(first, [row(1), row(2)]);
  await before.appendEvents(second, [row(1)]);
  await before.writeSnapshot(first, { seq: 1, stage: "{}" });
  await before.writeSnapshot(first, { seq: 2, stage: '{"seq":2}' });
  await before.writeSetting("epoch", "1");
  await before.close();

  const store = await freshStore(path);
  expect(await store.readThings()).toEqual([{ kind: "conferences", thing: conference("c") }]);
  expect(await store.readEdits(10)).toEqual([edit(1, change("c", null, conference("c"))), edit(2)]);
  expect(await store.readEdits(1)).toEqual([edit(2)]);
  expect(await store.readLatestReleases()).toEqual([release("c", 1)]);
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
  await store.writeAnswer(command("k", null));
  expect(await store.readAnswer("k" as CommandId, "p" as PassId)).toBeNull();
});

test("an edit changes, adds and removes things, and is refused out of order or twice", async () => {
  const store = await freshStore();
  const [c, d, e] = [conference("c"), conference("d"), conference("e")];
  await store.writeEdit(edit(1, change("c", null, c), change("d", null, d)), command("1"));
  const renamed = { ...c, name: "Renamed" };
  await store.writeEdit(edit(2, change("c", c, renamed), change("d", d, null), change("e", null, e)), command("2"));
  const things = [renamed, e].map((thing) => ({ kind: "conferences", thing }));
  expect(await store.readThings()).toEqual(things);
  await expect(store.writeEdit(edit(2, change("c", null, c)), command("3"))).rejects.toThrow("seq 2 where 3 is next");
  await expect(store.writeEdit(edit(4), command("3"))).rejects.toThrow("seq 4 where 3 is next");
  expect(await store.readThings()).toEqual(things);
  expect(await store.readAnswer("3" as CommandId, by)).toBeUndefined();
});

test("a release stays as it is: the same number again is refused, with all that came along", async () => {
  const store = await freshStore();
  await store.writeEdit(edit(1, change("c", null, conference("c"))), command("1"));
  await store.writeEdit(edit(2), command("2"), release("c", 1, 2));
  await store.writeEdit(edit(3), command("3"), release("d", 1, 3));
  await expect(
    store.writeEdit(edit(4, change("c", conference("c"), null)), command("4"), release("c", 1, 4)),
  ).rejects.toThrow();
  expect(await store.readThings()).toHaveLength(1);
  expect((await store.readEdits(9)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  await store.writeEdit(edit(4), command("4"), release("c", 2, 4));
  expect(await store.readRelease("c" as ConferenceId, 1)).toEqual(release("c", 1, 2));
  expect(await store.readRelease("c" as ConferenceId, 3)).toBeNull();
  expect(await store.readLatestReleases()).toEqual([release("d", 1, 3), release("c", 2, 4)]);
  expect((await store.readReleases()).map(({ conferenceId, number }) => `${conferenceId} ${number}`)).toEqual([
    "c 2",
    "c 1",
    "d 1",
  ]);
});

test("no release is ever changed, whatever is asked of the database", async () => {
  const path = databasePath();
  const store = await freshStore(path);
  await store.writeThings([{ kind: "conferences", thing: conference("c") }], [release("c", 1)]);
  const database = new DatabaseSync(path);
  expect(() => database.exec("UPDATE releases SET author = 'somebody else'")).toThrow("a release is never changed");
  database.close();
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
  const results = await Promise.allSettled([
    store.appendEvents(first, [row(1)]),
    store.writeEdit(edit(5, change("c", null, conference("c"))), command("k")),
    store.appendEvents(first, [row(7)]),
    store.appendEvents(first, [row(2)]),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  expect(await store.readThings()).toEqual([]);
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
