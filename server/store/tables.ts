import type { DatabaseSync } from "node:sqlite";
import type { CommandId, ConferenceId, OccurrenceId, PassId } from "../../shared/ids.ts";
import type { Edit, Kind } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import type { EventRow, InviteRow, PassRow, ReleaseHead, ReleaseRow, SnapshotRow } from "./port.ts";
import { integer, json, nullable, Table, text, truth } from "./table.ts";
import type { Columns } from "./table.ts";

type InLog<Row> = Row & { readonly occurrenceId: OccurrenceId };

interface ThingBody {
  readonly kind: Kind;
  readonly id: string;
  readonly body: string;
}

/** An edit as it is stored: with the command that made it. */
export type StoredEdit = Omit<Edit, "by"> & { readonly passId: PassId; readonly commandId: CommandId };

const releaseHead: Columns<ReleaseHead> = {
  conferenceId: text(),
  number: integer,
  at: integer,
  author: text(),
  seq: integer,
  despite: json(),
};

interface Answer {
  readonly commandId: CommandId;
  readonly passId: PassId;
  readonly answer: string;
}

/** A suggestion's place in the order in which they were asked for. */
interface SuggestionHead {
  readonly id: string;
  readonly conferenceId: ConferenceId;
  readonly number: number;
}

const suggestionHead: Columns<SuggestionHead> = { id: text(), conferenceId: text(), number: integer };

interface Setting {
  readonly key: string;
  readonly value: string;
}

export type Tables = ReturnType<typeof tablesOf>;

/** The tables of `migrations/`, as rows of the port. */
export function tablesOf(database: DatabaseSync) {
  return {
    things: new Table<ThingBody>(database, "things", { kind: text(), id: text(), body: text() }, ["kind", "id"]),
    edits: new Table<StoredEdit>(
      database,
      "edits",
      {
        seq: integer,
        at: integer,
        passId: text(),
        author: text(),
        command: text(),
        subject: text(),
        of: nullable(integer),
        changes: json(),
        commandId: text(),
      },
      ["seq"],
    ),
    releases: new Table<ReleaseRow>(database, "releases", { ...releaseHead, file: json() }, ["conferenceId", "number"]),
    /** The same without the files, which are large. */
    releaseHeads: new Table<ReleaseHead>(database, "releases", releaseHead, ["conferenceId", "number"]),
    answers: new Table<Answer>(database, "answers", { commandId: text(), passId: text(), answer: text() }, [
      "commandId",
      "passId",
    ]),
    suggestions: new Table<SuggestionHead & { readonly body: Suggestion }>(
      database,
      "suggestions",
      { ...suggestionHead, body: json() },
      ["id"],
    ),
    /** The same without the bodies, which are large. */
    suggestionHeads: new Table<SuggestionHead>(database, "suggestions", suggestionHead, ["id"]),
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
        groupId: nullable(text()),
        occurrenceId: nullable(text()),
        label: text(),
        shared: truth,
        token: truth,
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
