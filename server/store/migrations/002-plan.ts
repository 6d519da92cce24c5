import type { DatabaseSync, SQLOutputValue } from "node:sqlite";

/**
 * The plan as things with a journal and releases.
 *
 * `things` is one table for all kinds, and a thing's body is JSON: an edit is a list of things before and after, the
 * whole plan is in memory, and nobody asks the database for a column of it. What fits is said by `shared/plan/schema.ts`.
 * `releases` and `edits` are only ever added to. Invites have no foreign key to the plan: a room may go, and what was
 * handed out for it stays in the list until it is revoked.
 */
const tables = `
CREATE TABLE things (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE edits (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  passId TEXT NOT NULL,
  author TEXT NOT NULL,
  command TEXT NOT NULL,
  subject TEXT NOT NULL,
  "of" INTEGER REFERENCES edits (seq),
  changes TEXT NOT NULL,
  commandId TEXT NOT NULL
) STRICT;

CREATE TABLE releases (
  conferenceId TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  seq INTEGER NOT NULL,
  despite TEXT NOT NULL,
  file TEXT NOT NULL,
  PRIMARY KEY (conferenceId, number)
) STRICT;
CREATE TRIGGER releasesStay BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;

CREATE TABLE newInvites (
  id TEXT PRIMARY KEY,
  secretHash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN
    ('organiser', 'scheduler', 'room-keeper', 'group-contact', 'operator', 'moderator', 'participant')),
  conferenceId TEXT,
  roomId TEXT,
  groupId TEXT,
  occurrenceId TEXT,
  label TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  token INTEGER NOT NULL CHECK (token IN (0, 1)),
  createdAt INTEGER NOT NULL,
  expiresAt INTEGER,
  revokedAt INTEGER
) STRICT;
INSERT INTO newInvites (rowid, id, secretHash, role, conferenceId, roomId, groupId, occurrenceId, label, shared, token, createdAt, expiresAt, revokedAt)
  SELECT rowid, id, secretHash, role, conferenceId, roomId, NULL, occurrenceId, label, shared, 0, createdAt, expiresAt, revokedAt FROM invites;

CREATE TABLE newPasses (
  id TEXT PRIMARY KEY,
  inviteId TEXT NOT NULL REFERENCES newInvites (id),
  tokenHash TEXT NOT NULL UNIQUE,
  browserHash TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  endedAt INTEGER
) STRICT;
INSERT INTO newPasses (rowid, id, inviteId, tokenHash, browserHash, createdAt, endedAt)
  SELECT rowid, id, inviteId, tokenHash, browserHash, createdAt, endedAt FROM passes;
DROP TABLE passes;
DROP TABLE invites;
ALTER TABLE newInvites RENAME TO invites;
ALTER TABLE newPasses RENAME TO passes;
CREATE INDEX passesByInvite ON passes (inviteId);
`;

const oldTables = `
DROP TABLE linkedRooms;
DROP TABLE occurrences;
DROP TABLE sessions;
DROP TABLE rooms;
DROP TABLE venues;
DROP TABLE conferences;
`;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** Open 08:00–22:00. */
const roomHours = {
  rest: "blocked",
  week: [{ days: everyDay, from: 480, to: 1320, band: "kind", why: "" }],
  dated: [],
};
/** Kind 08–21, bearable 07–22, shoulder 06–23, night the rest. */
const peopleHours = {
  rest: "night",
  week: [
    { days: everyDay, from: 360, to: 1380, band: "shoulder", why: "" },
    { days: everyDay, from: 420, to: 1320, band: "bearable", why: "" },
    { days: everyDay, from: 480, to: 1260, band: "kind", why: "" },
  ],
  dated: [],
};

type Row = Record<string, SQLOutputValue>;

/**
 * Moves the bridge's plan into the new tables and drops the old ones. Identities are kept: the stages' logs name
 * occurrences. What was effective stays so: each conference gets a release number 1 of all that was in it.
 *
 * Written out with its own defaults: what a migration does must not change with the program.
 */
export function plan(database: DatabaseSync): void {
  database.exec(tables);
  const rows = (sql: string, ...values: string[]): readonly Row[] => database.prepare(sql).all(...values);
  const put = database.prepare("INSERT INTO things (kind, id, body) VALUES (?, ?, ?)");
  const release = database.prepare(
    "INSERT INTO releases (conferenceId, number, at, author, seq, despite, file) VALUES (?, 1, unixepoch() * 1000, 'Crossroom', 0, '[]', ?)",
  );
  const keep = <Thing extends { readonly id: string }>(kind: string, thing: Thing): Thing => {
    put.run(kind, thing.id, JSON.stringify(thing));
    return thing;
  };

  for (const row of rows("SELECT * FROM conferences ORDER BY createdAt, rowid")) {
    const conferenceId = word(row, "id");
    const oldRooms = rows("SELECT * FROM rooms WHERE conferenceId = ? ORDER BY position, id", conferenceId);
    const oldSessions = rows("SELECT * FROM sessions WHERE conferenceId = ? ORDER BY id", conferenceId);
    const oldOccurrences = rows(
      "SELECT o.* FROM occurrences o JOIN sessions s ON s.id = o.sessionId WHERE s.conferenceId = ? ORDER BY o.id",
      conferenceId,
    );
    const [first] = oldRooms;
    const conference = keep("conferences", {
      id: conferenceId,
      name: word(row, "name"),
      // Nobody was asked for it then: that of the first room.
      zone: first === undefined ? "Etc/UTC" : word(first, "zone"),
      city: first === undefined ? "UTC" : word(first, "city"),
      firstDay: null,
      lastDay: null,
      createdAt: number(row, "createdAt"),
    });
    const venues = rows("SELECT * FROM venues WHERE conferenceId = ? ORDER BY id", conferenceId).map((venue) =>
      keep("venues", {
        id: word(venue, "id"),
        conferenceId,
        name: word(venue, "name"),
        uplink: { up: null, down: null },
      }),
    );
    const rooms = oldRooms.map((room) =>
      keep("rooms", {
        id: word(room, "id"),
        conferenceId,
        venueId: word(room, "venueId"),
        name: word(room, "name"),
        city: word(room, "city"),
        zone: word(room, "zone"),
        position: number(room, "position"),
        setUp: 15,
        turnRound: 15,
        equipment: [],
        hours: roomHours,
      }),
    );
    const groups = rooms.map(({ id: roomId, name, city, zone }) => {
      // An identity has forty characters at most.
      const id = `audience-${roomId}`.slice(-40);
      const group = { id, roomId, name, city, zone, people: 20, maySplit: false, hours: peopleHours };
      keep("groups", { ...group, conferenceIds: [conferenceId] });
      return group;
    });
    const sessions = oldSessions.map((session) => {
      const own = oldOccurrences.find((occurrence) => occurrence["sessionId"] === session["id"]);
      return keep("sessions", {
        id: word(session, "id"),
        conferenceId,
        title: word(session, "title"),
        state: session["cancelled"] === 1 ? "cancelled" : "firm",
        minutes: own === undefined ? 60 : Math.round((number(own, "endsAt") - number(own, "startsAt")) / 60_000),
        overrun: 10,
        hostRoomId: session["hostRoomId"] === null ? null : word(session, "hostRoomId"),
        priority: 2,
        range: null,
        languages: [],
        personIds: [],
        after: [],
      });
    });
    const occurrences = oldOccurrences.map((occurrence) => {
      const id = word(occurrence, "id");
      const linked = rows("SELECT roomId FROM linkedRooms WHERE occurrenceId = ? ORDER BY position", id);
      return keep("occurrences", {
        id,
        sessionId: word(occurrence, "sessionId"),
        start: {
          wall: word(occurrence, "wall"),
          zone: word(occurrence, "zone"),
          offset: number(occurrence, "offset"),
          instant: number(occurrence, "startsAt"),
          zoneData: word(occurrence, "zoneData"),
        },
        pinned: false,
        links: linked.map((link) => ({ kind: "room", id: word(link, "roomId"), need: "must", mode: "live" })),
      });
    });
    const zoneData = occurrences.map(({ start }) => start.zoneData).sort();
    const file = {
      format: "crossroom-plan",
      version: 1,
      zoneData: zoneData.at(-1) ?? "none",
      conference,
      venues,
      rooms,
      groups,
      people: [],
      pools: [],
      sessions,
      occurrences,
    };
    release.run(conferenceId, JSON.stringify(file));
  }
  database.exec(oldTables);
}

function word(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column}: not a text`);
  return value;
}

function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column}: not a number`);
  return value;
}
