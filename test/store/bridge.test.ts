import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { ConferenceId, OccurrenceId } from "../../shared/ids.ts";
import type { Kind } from "../../shared/plan/model.ts";
import * as schema from "../../shared/plan/schema.ts";
import { Draft } from "../../server/plan/draft.ts";
import { Plan } from "../../server/plan/plan.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import { migrate } from "../../server/store/migrate.ts";
import { bridge } from "../../server/store/migrations/001-bridge.ts";
import { databasePath, freshStore } from "../support/database.ts";

// A database of the bridge, with all that can be in one, is brought up to date: nothing that was effective is lost.

const plenary = Date.parse("2026-10-15T13:00:00Z");
const hour = 3_600_000;

/** As the bridge wrote it: written out in SQL, by hand. */
const filled = `
INSERT INTO conferences VALUES ('four', 'Four Regions', 100), ('empty', 'Nothing yet', 200);
INSERT INTO venues VALUES ('v1', 'four', 'Workers'' college'), ('v2', 'four', 'Community hall');
INSERT INTO rooms VALUES
  ('dur', 'four', 'v1', 'Durban', 'Durban', 'Africa/Johannesburg', 1),
  ('la', 'four', 'v2', 'Los Angeles', 'Los Angeles', 'America/Los_Angeles', 0),
  ('dur2', 'four', 'v1', 'Small hall', 'Durban', 'Africa/Johannesburg', 2);
INSERT INTO sessions VALUES
  ('s1', 'four', 'Opening plenary', 'dur', 0),
  ('s2', 'four', 'Called off', 'la', 1),
  ('s3', 'four', 'Twice at night', NULL, 0);
INSERT INTO occurrences VALUES
  ('o1', 's1', '2026-10-15T15:00', 'Africa/Johannesburg', 120, ${plenary}, ${plenary + 1.5 * hour}, '2026c'),
  ('o2', 's2', '2026-10-16T09:00', 'America/Los_Angeles', -420, ${plenary + 27 * hour}, ${plenary + 28 * hour}, '2026c'),
  ('o3', 's3', '2026-11-01T01:30', 'America/Los_Angeles', -480, ${Date.parse("2026-11-01T09:30:00Z")}, ${Date.parse("2026-11-01T10:15:00Z")}, '2026f');
INSERT INTO linkedRooms VALUES ('o1', 0, 'dur'), ('o1', 1, 'la'), ('o2', 0, 'la'), ('o3', 0, 'la'), ('o3', 1, 'dur2');
INSERT INTO answers VALUES ('command', 'pass', '{"id":"four"}');
INSERT INTO events VALUES ('o1', 1, 5, NULL, NULL, '{"type":"opened","at":5}');
INSERT INTO snapshots VALUES ('o1', 1, '{}');
INSERT INTO invites VALUES
  ('i1', 'hash1', 'operator', 'four', 'dur', NULL, 'Durban station', 1, 300, NULL, NULL),
  ('i2', 'hash2', 'participant', 'four', NULL, 'o1', 'Everybody', 1, 200, 999, 500),
  ('i3', 'hash3', 'organiser', NULL, NULL, NULL, 'Rosa', 0, 200, NULL, NULL);
INSERT INTO passes VALUES ('p1', 'i1', 'token1', 'browser1', 400, NULL), ('p2', 'i2', 'token2', 'browser2', 300, 450);
INSERT INTO settings VALUES ('epoch', '7');
`;

async function migrated() {
  const path = databasePath();
  // As the store opens it: with the foreign keys looked at.
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  migrate(database, [bridge]);
  database.exec(filled);
  database.close();
  const store = await freshStore(path);
  const zones = await ZoneData.load();
  const draft = await Draft.open(store, zones, { now: () => plenary });
  return { path, store, draft, plan: new Plan(draft, zones) };
}

test("what took place takes place: the same sessions at the same instants in the same rooms", async () => {
  const { plan } = await migrated();
  expect(plan.occurrences().map(({ id, startsAt, endsAt, roomIds }) => [id, startsAt, endsAt, roomIds])).toEqual([
    ["o1", plenary, plenary + 1.5 * hour, ["dur", "la"]],
    ["o3", Date.parse("2026-11-01T09:30:00Z"), Date.parse("2026-11-01T10:15:00Z"), ["la", "dur2"]],
  ]);
  expect(plan.seed("o1" as OccurrenceId)).toEqual({ occurrenceId: "o1", hostRoomId: "dur", roomIds: ["dur", "la"] });
  expect(plan.seed("o2" as OccurrenceId)).toBeNull();
  expect(plan.occurrenceInfo("o1" as OccurrenceId, "live", plenary)).toMatchObject({
    title: "Opening plenary",
    conference: "Four Regions",
    rooms: [{ name: "Durban" }, { name: "Los Angeles" }],
  });
  const [four, empty] = plan.view(() => "waiting", [], plenary).conferences;
  expect(four?.rooms.map(({ name, venue }) => [name, venue])).toEqual([
    ["Los Angeles", "Community hall"],
    ["Durban", "Workers' college"],
    ["Small hall", "Workers' college"],
  ]);
  expect(empty).toMatchObject({ name: "Nothing yet", rooms: [], sessions: [] });
});

test("the draft is whole, fits the plan's schema, and is as it was released", async () => {
  const { draft, store } = await migrated();
  const schemas: Readonly<Record<Kind, { parse(thing: unknown): unknown }>> = {
    conferences: schema.conference,
    venues: schema.venue,
    rooms: schema.room,
    groups: schema.group,
    people: schema.person,
    pools: schema.pool,
    sessions: schema.session,
    occurrences: schema.occurrence,
  };
  const things = await store.readThings();
  for (const { kind, thing } of things) expect(schemas[kind].parse(thing)).toEqual(thing);
  expect(Object.values(draft.plan.rooms)).toHaveLength(3);
  // An audience for each room.
  expect(
    Object.values(draft.plan.groups)
      .map((group) => `${group?.roomId}, ${group?.name}, ${group?.zone}`)
      .sort(),
  ).toEqual([
    "dur, Durban, Africa/Johannesburg",
    "dur2, Small hall, Africa/Johannesburg",
    "la, Los Angeles, America/Los_Angeles",
  ]);
  expect(draft.plan.rooms["dur"]).toMatchObject({ setUp: 15, turnRound: 15, hours: { rest: "blocked" } });
  expect(draft.plan.sessions["s2"]).toMatchObject({ state: "cancelled", minutes: 60 });
  for (const id of ["four", "empty"] as ConferenceId[]) {
    expect(draft.infos()[id]).toMatchObject({ latest: { number: 1, author: "Crossroom" }, changed: 0 });
    expect(schema.planFile.parse(await draft.releaseFile(id, 1))).toBeTruthy();
  }
  expect([draft.seq, draft.journal()]).toEqual([0, []]);
});

test("invites, passes, logs and answers are as they were, and the old tables are gone", async () => {
  const { store, path } = await migrated();
  const none = { groupId: null, token: false };
  expect(await store.readInvites()).toMatchObject([
    { id: "i2", secretHash: "hash2", role: "participant", occurrenceId: "o1", expiresAt: 999, revokedAt: 500, ...none },
    { id: "i3", secretHash: "hash3", role: "organiser", conferenceId: null, shared: false, ...none },
    { id: "i1", secretHash: "hash1", role: "operator", roomId: "dur", shared: true, ...none },
  ]);
  expect(await store.readPasses()).toEqual([
    { id: "p2", inviteId: "i2", tokenHash: "token2", browserHash: "browser2", createdAt: 300, endedAt: 450 },
    { id: "p1", inviteId: "i1", tokenHash: "token1", browserHash: "browser1", createdAt: 400, endedAt: null },
  ]);
  expect(await store.readEvents("o1" as OccurrenceId, 0)).toHaveLength(1);
  expect(await store.readSnapshot("o1" as OccurrenceId)).toEqual({ seq: 1, stage: "{}" });
  expect(await store.readSetting("epoch")).toBe("7");
  await store.close();
  const database = new DatabaseSync(path);
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  expect(names.map((row) => row["name"])).toEqual([
    "answers",
    "edits",
    "events",
    "invites",
    "passes",
    "releases",
    "settings",
    "snapshots",
    "suggestions",
    "things",
  ]);
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  // A pass still needs its invite.
  expect(() =>
    database.exec("PRAGMA foreign_keys = ON; INSERT INTO passes VALUES ('x', 'none', 't', 'b', 1, NULL)"),
  ).toThrow("FOREIGN KEY");
  database.close();
});
