import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CommandId, ConferenceId, OccurrenceId, PassId } from "../../shared/ids.ts";
import type { Edit } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import { Batch } from "./batch.ts";
import { guard } from "./guard.ts";
import { migrate } from "./migrate.ts";
import { keptSuggestions } from "./port.ts";
import type {
  AnsweredCommand,
  EventRow,
  InviteRow,
  PassRow,
  ReleaseHead,
  ReleaseRow,
  SnapshotRow,
  Store,
  ThingRow,
} from "./port.ts";
import { tablesOf } from "./tables.ts";
import type { Tables } from "./tables.ts";

/** The database in the data folder: the installation's, or the demo's own. */
export function databaseFile(folder: string, demo: boolean): string {
  return join(folder, demo ? "demo.db" : "crossroom.db");
}

/**
 * How long a write waits for another process's, in milliseconds. SQLite's waiting is not fair: beside a server that
 * writes without a pause a tool may try many times, and it blocks nobody meanwhile. A server waits with all its stages.
 */
const patience = { server: 2000, tool: 30_000 } as const;

/**
 * Opens the database in a file, making it and its folder where they are missing and bringing it up to date.
 * `tool`: a short-lived helper beside a running server; the server itself owns the database alone.
 *
 * @throws `DatabaseInUse`, `DatabaseTooNew`, or SQLite's error for a file that is not a database
 */
export async function openStore(path: string, as: "server" | "tool" = "server"): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true });
  const release = as === "server" ? guard(path) : () => {};
  try {
    // Names and chat are in it: for the owner's eyes. SQLite gives its side files the same mode.
    closeSync(openSync(path, "a", 0o600));
    const database = new DatabaseSync(path, { timeout: patience[as], enableForeignKeyConstraints: true });
    try {
      database.exec("PRAGMA journal_mode = WAL");
      database.exec("PRAGMA synchronous = FULL");
      migrate(database);
      return new SqliteStore(database, release);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

/** Thrown when a log is appended to out of order: somebody else has written to it. */
export class WrongSeq extends Error {}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #release: () => void;
  readonly #batch: Batch;
  readonly #tables: Tables;
  #closed = false;

  constructor(database: DatabaseSync, release: () => void) {
    this.#database = database;
    this.#release = release;
    this.#batch = new Batch(database);
    this.#tables = tablesOf(database);
  }

  appendEvents(occurrenceId: OccurrenceId, rows: readonly EventRow[]): Promise<void> {
    return this.#batch.write(() => {
      const last = this.#tables.events.select("WHERE occurrenceId = ? ORDER BY seq DESC LIMIT 1", occurrenceId)[0];
      let next = (last?.seq ?? 0) + 1;
      for (const row of rows) {
        if (row.seq !== next) throw new WrongSeq(`seq ${row.seq} where ${next} is next`);
        this.#tables.events.put({ occurrenceId, ...row });
        next += 1;
      }
    });
  }

  async readEvents(occurrenceId: OccurrenceId, afterSeq: number): Promise<readonly EventRow[]> {
    return this.#tables.events
      .select("WHERE occurrenceId = ? AND seq > ? ORDER BY seq", occurrenceId, afterSeq)
      .map(({ occurrenceId: _occurrenceId, ...row }) => row);
  }

  async readSnapshot(occurrenceId: OccurrenceId): Promise<SnapshotRow | null> {
    const found = this.#tables.snapshots.select("WHERE occurrenceId = ?", occurrenceId)[0];
    return found === undefined ? null : { seq: found.seq, stage: found.stage };
  }

  writeSnapshot(occurrenceId: OccurrenceId, snapshot: SnapshotRow): Promise<void> {
    return this.#batch.write(() => this.#tables.snapshots.put({ occurrenceId, ...snapshot }));
  }

  async readThings(): Promise<readonly ThingRow[]> {
    // What was written with a kind is of that kind.
    return this.#tables.things.select("").map(({ kind, body }): ThingRow => ({ kind, thing: JSON.parse(body) }));
  }

  async readEdits(most: number): Promise<readonly Edit[]> {
    return this.#tables.edits
      .select("ORDER BY seq DESC LIMIT ?", most)
      .map(({ passId, commandId: _commandId, ...edit }) => ({ ...edit, by: passId }))
      .reverse();
  }

  writeEdit(edit: Edit, command: AnsweredCommand, release?: ReleaseRow): Promise<void> {
    const { by, ...rest } = edit;
    return this.#batch.write(() => {
      const next = (this.#tables.edits.select("ORDER BY seq DESC LIMIT 1")[0]?.seq ?? 0) + 1;
      if (edit.seq !== next) throw new WrongSeq(`seq ${edit.seq} where ${next} is next`);
      this.#tables.edits.add({ ...rest, passId: by, commandId: command.id });
      for (const { kind, id, after } of edit.changes) {
        if (after === null) this.#tables.things.delete("WHERE kind = ? AND id = ?", kind, id);
        else this.#tables.things.put({ kind, id, body: JSON.stringify(after) });
      }
      if (release !== undefined) this.#tables.releases.add(release);
      this.#answer(command);
    });
  }

  writeThings(things: readonly ThingRow[], releases: readonly ReleaseRow[]): Promise<void> {
    return this.#batch.write(() => {
      for (const { kind, thing } of things)
        this.#tables.things.put({ kind, id: thing.id, body: JSON.stringify(thing) });
      for (const release of releases) this.#tables.releases.add(release);
    });
  }

  async readLatestReleases(): Promise<readonly ReleaseRow[]> {
    return this.#tables.releases.select(
      "WHERE number = (SELECT max(number) FROM releases r WHERE r.conferenceId = releases.conferenceId) ORDER BY rowid",
    );
  }

  async readRelease(conferenceId: ConferenceId, number: number): Promise<ReleaseRow | null> {
    return this.#tables.releases.select("WHERE conferenceId = ? AND number = ?", conferenceId, number)[0] ?? null;
  }

  async readReleases(): Promise<readonly ReleaseHead[]> {
    return this.#tables.releaseHeads.select("ORDER BY number DESC, conferenceId");
  }

  writeAnswer(command: AnsweredCommand): Promise<void> {
    return this.#batch.write(() => this.#answer(command));
  }

  #answer({ id, passId, answer }: AnsweredCommand): void {
    this.#tables.answers.put({ commandId: id, passId, answer: JSON.stringify(answer) });
  }

  async readAnswer(id: CommandId, passId: PassId): Promise<unknown> {
    const found = this.#tables.answers.select("WHERE commandId = ? AND passId = ?", id, passId)[0];
    return found === undefined ? undefined : JSON.parse(found.answer);
  }

  writeSuggestion(suggestion: Suggestion): Promise<void> {
    return this.#batch.write(() => {
      const { suggestions, suggestionHeads: heads } = this.#tables;
      const { id, wish } = suggestion;
      const { conferenceId } = wish;
      const last = heads.select("ORDER BY number DESC LIMIT 1")[0]?.number ?? 0;
      const number = heads.select("WHERE id = ?", id)[0]?.number ?? last + 1;
      suggestions.put({ id, conferenceId, number, body: suggestion });
      heads.delete(
        "WHERE conferenceId = ? AND number NOT IN (SELECT number FROM suggestions WHERE conferenceId = ? ORDER BY number DESC LIMIT ?)",
        conferenceId,
        conferenceId,
        keptSuggestions,
      );
    });
  }

  async readSuggestions(): Promise<readonly Suggestion[]> {
    return this.#tables.suggestions.select("ORDER BY number").map(({ body }) => body);
  }

  async findInvite(secretHash: string): Promise<InviteRow | null> {
    return this.#tables.invites.select("WHERE secretHash = ?", secretHash)[0] ?? null;
  }

  async readInvites(): Promise<readonly InviteRow[]> {
    return this.#tables.invites.select("ORDER BY createdAt, rowid");
  }

  writeInvite(invite: InviteRow): Promise<void> {
    return this.#batch.write(() => this.#tables.invites.put(invite));
  }

  async findPass(tokenHash: string): Promise<PassRow | null> {
    return this.#tables.passes.select("WHERE tokenHash = ?", tokenHash)[0] ?? null;
  }

  async readPasses(): Promise<readonly PassRow[]> {
    return this.#tables.passes.select("ORDER BY createdAt, rowid");
  }

  writePasses(passes: readonly PassRow[]): Promise<void> {
    return this.#batch.write(() => {
      for (const pass of passes) this.#tables.passes.put(pass);
    });
  }

  async readSetting(key: string): Promise<string | null> {
    return this.#tables.settings.select("WHERE key = ?", key)[0]?.value ?? null;
  }

  writeSetting(key: string, value: string): Promise<void> {
    return this.#batch.write(() => this.#tables.settings.put({ key, value }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.#batch.close();
      this.#database.close();
    } finally {
      this.#release();
    }
  }
}
