import type { DatabaseSync } from "node:sqlite";
import type { CommandId, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type {
  ConferenceRow,
  EventRow,
  InviteRow,
  OccurrenceRow,
  PassRow,
  RoomRow,
  SessionRow,
  SnapshotRow,
  VenueRow,
} from "./port.ts";
import { integer, nullable, Table, text, truth } from "./table.ts";

type InLog<Row> = Row & { readonly occurrenceId: OccurrenceId };

interface LinkedRoom {
  readonly occurrenceId: OccurrenceId;
  readonly position: number;
  readonly roomId: RoomId;
}

interface Answer {
  readonly commandId: CommandId;
  readonly passId: PassId;
  readonly answer: string;
}

interface Setting {
  readonly key: string;
  readonly value: string;
}

export type Tables = ReturnType<typeof tablesOf>;

/** The tables of `migrations/`, as rows of the port. */
export function tablesOf(database: DatabaseSync) {
  return {
    conferences: new Table<ConferenceRow>(database, "conferences", { id: text(), name: text(), createdAt: integer }, [
      "id",
    ]),
    venues: new Table<VenueRow>(database, "venues", { id: text(), conferenceId: text(), name: text() }, ["id"]),
    rooms: new Table<RoomRow>(
      database,
      "rooms",
      {
        id: text(),
        conferenceId: text(),
        venueId: text(),
        name: text(),
        city: text(),
        zone: text(),
        position: integer,
      },
      ["id"],
    ),
    sessions: new Table<SessionRow>(
      database,
      "sessions",
      { id: text(), conferenceId: text(), title: text(), hostRoomId: nullable(text()), cancelled: truth },
      ["id"],
    ),
    occurrences: new Table<Omit<OccurrenceRow, "roomIds">>(
      database,
      "occurrences",
      {
        id: text(),
        sessionId: text(),
        wall: text(),
        zone: text(),
        offset: integer,
        startsAt: integer,
        endsAt: integer,
        zoneData: text(),
      },
      ["id"],
    ),
    linkedRooms: new Table<LinkedRoom>(
      database,
      "linkedRooms",
      { occurrenceId: text(), position: integer, roomId: text() },
      ["occurrenceId", "position"],
    ),
    answers: new Table<Answer>(database, "answers", { commandId: text(), passId: text(), answer: text() }, [
      "commandId",
      "passId",
    ]),
    events: new Table<InLog<EventRow>>(
      database,
      "events",
      {
        occurrenceId: text(),
        seq: integer,
        at: integer,
        commandId: nullable(text()),
        passId: nullable(text()),
        event: text(),
      },
      ["occurrenceId", "seq"],
    ),
    snapshots: new Table<InLog<SnapshotRow>>(
      database,
      "snapshots",
      { occurrenceId: text(), seq: integer, stage: text() },
      ["occurrenceId"],
    ),
    invites: new Table<InviteRow>(
      database,
      "invites",
      {
        id: text(),
        secretHash: text(),
        role: text(),
        conferenceId: nullable(text()),
        roomId: nullable(text()),
        occurrenceId: nullable(text()),
        label: text(),
        shared: truth,
        createdAt: integer,
        expiresAt: nullable(integer),
        revokedAt: nullable(integer),
      },
      ["id"],
    ),
    passes: new Table<PassRow>(
      database,
      "passes",
      {
        id: text(),
        inviteId: text(),
        tokenHash: text(),
        browserHash: text(),
        createdAt: integer,
        endedAt: nullable(integer),
      },
      ["id"],
    ),
    settings: new Table<Setting>(database, "settings", { key: text(), value: text() }, ["key"]),
  };
}
