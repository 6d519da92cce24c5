/**
 * The plan, the stages' logs, and who may come in. Instants are milliseconds since 1970 UTC.
 *
 * `events` and `snapshots` have no foreign key to the plan on purpose: a log outlives the plan's entry that it was made for.
 */
export const bridge = `
CREATE TABLE conferences (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  createdAt INTEGER NOT NULL
) STRICT;

CREATE TABLE venues (
  id TEXT PRIMARY KEY,
  conferenceId TEXT NOT NULL REFERENCES conferences (id),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE rooms (
  id TEXT PRIMARY KEY,
  conferenceId TEXT NOT NULL REFERENCES conferences (id),
  venueId TEXT NOT NULL REFERENCES venues (id),
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  zone TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  conferenceId TEXT NOT NULL REFERENCES conferences (id),
  title TEXT NOT NULL,
  hostRoomId TEXT REFERENCES rooms (id),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;

CREATE TABLE occurrences (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES sessions (id),
  wall TEXT NOT NULL,
  zone TEXT NOT NULL,
  "offset" INTEGER NOT NULL,
  startsAt INTEGER NOT NULL,
  endsAt INTEGER NOT NULL CHECK (endsAt > startsAt),
  zoneData TEXT NOT NULL
) STRICT;

CREATE TABLE linkedRooms (
  occurrenceId TEXT NOT NULL REFERENCES occurrences (id),
  position INTEGER NOT NULL,
  roomId TEXT NOT NULL REFERENCES rooms (id),
  PRIMARY KEY (occurrenceId, position),
  UNIQUE (occurrenceId, roomId)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  commandId TEXT NOT NULL,
  passId TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (commandId, passId)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  occurrenceId TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  commandId TEXT,
  passId TEXT,
  event TEXT NOT NULL,
  PRIMARY KEY (occurrenceId, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  occurrenceId TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  stage TEXT NOT NULL
) STRICT;

CREATE TABLE invites (
  id TEXT PRIMARY KEY,
  secretHash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('organiser', 'operator', 'moderator', 'participant')),
  conferenceId TEXT REFERENCES conferences (id),
  roomId TEXT REFERENCES rooms (id),
  occurrenceId TEXT REFERENCES occurrences (id),
  label TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  createdAt INTEGER NOT NULL,
  expiresAt INTEGER,
  revokedAt INTEGER
) STRICT;

CREATE TABLE passes (
  id TEXT PRIMARY KEY,
  inviteId TEXT NOT NULL REFERENCES invites (id),
  tokenHash TEXT NOT NULL UNIQUE,
  browserHash TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  endedAt INTEGER
) STRICT;
CREATE INDEX passesByInvite ON passes (inviteId);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`;
