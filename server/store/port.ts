import type {
  CommandId,
  ConferenceId,
  GroupId,
  Instant,
  InviteId,
  OccurrenceId,
  PassId,
  RoomId,
} from "../../shared/ids.ts";
import type { Edit, Kind, PlanFile, Things } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import type { Role } from "../../shared/protocol/define.ts";

/**
 * The store's port: a few async methods, each durable when its promise resolves ("acknowledged means durable").
 * Everything that is written in one turn of the event loop is committed in one transaction.
 */
export interface Store {
  /** Appends to an occurrence's log. Rejects if `rows[0].seq` is not the next one: the log has one owner. */
  appendEvents(occurrenceId: OccurrenceId, rows: readonly EventRow[]): Promise<void>;
  /** All rows after `afterSeq`, in order. */
  readEvents(occurrenceId: OccurrenceId, afterSeq: number): Promise<readonly EventRow[]>;
  readSnapshot(occurrenceId: OccurrenceId): Promise<SnapshotRow | null>;
  writeSnapshot(occurrenceId: OccurrenceId, snapshot: SnapshotRow): Promise<void>;

  /** Every thing of the plan, in no order. */
  readThings(): Promise<readonly ThingRow[]>;
  /** The journal's newest edits, at most `most`, in order. */
  readEdits(most: number): Promise<readonly Edit[]>;
  /**
   * Adds an edit to the journal, does its changes to the things, adds a release where it made one, and keeps the answer
   * for its command: all or nothing. Rejects if `edit.seq` is not the next one, or the release is there already.
   */
  writeEdit(edit: Edit, command: AnsweredCommand, release?: ReleaseRow): Promise<void>;
  /** Things and releases that stand at the beginning of a plan, before its first edit: the demo's. */
  writeThings(things: readonly ThingRow[], releases: readonly ReleaseRow[]): Promise<void>;
  /** The latest release of each conference. */
  readLatestReleases(): Promise<readonly ReleaseRow[]>;
  readRelease(conferenceId: ConferenceId, number: number): Promise<ReleaseRow | null>;
  /** All releases without their files, newest first. */
  readReleases(): Promise<readonly ReleaseHead[]>;
  /** Keeps the answer of a command that changed nothing. */
  writeAnswer(command: AnsweredCommand): Promise<void>;
  /** The stored answer of a plan command that was done before; undefined: there is none. */
  readAnswer(id: CommandId, passId: PassId): Promise<unknown>;

  /** Keeps a suggestion as it is now; of each conference the newest `keptSuggestions` stay. */
  writeSuggestion(suggestion: Suggestion): Promise<void>;
  /** All that are kept, in the order in which they were asked for. */
  readSuggestions(): Promise<readonly Suggestion[]>;

  findInvite(secretHash: string): Promise<InviteRow | null>;
  readInvites(): Promise<readonly InviteRow[]>;
  writeInvite(invite: InviteRow): Promise<void>;
  findPass(tokenHash: string): Promise<PassRow | null>;
  readPasses(): Promise<readonly PassRow[]>;
  writePasses(passes: readonly PassRow[]): Promise<void>;

  /** A value of the installation (the last epoch, the demo's marker). */
  readSetting(key: string): Promise<string | null>;
  writeSetting(key: string, value: string): Promise<void>;
  /** Waits for what is under way and closes the database. */
  close(): Promise<void>;
}

/** How many suggestions of a conference are kept. */
export const keptSuggestions = 5;

export interface EventRow {
  readonly seq: number;
  readonly at: Instant;
  /** Null: an observation of the server. */
  readonly commandId: CommandId | null;
  readonly passId: PassId | null;
  /** The event as JSON. */
  readonly event: string;
}

export interface SnapshotRow {
  readonly seq: number;
  /** The stage as JSON. */
  readonly stage: string;
}

/** One thing of the plan. */
export type ThingRow = { readonly [K in Kind]: { readonly kind: K; readonly thing: Things[K] } }[Kind];

export interface AnsweredCommand {
  readonly id: CommandId;
  readonly passId: PassId;
  readonly answer: unknown;
}

export interface ReleaseHead {
  readonly conferenceId: ConferenceId;
  readonly number: number;
  readonly at: Instant;
  /** The label of the invite of who released it. */
  readonly author: string;
  /** The journal's last edit that is in it. */
  readonly seq: number;
  /** The keys of the conflicts that were left so. */
  readonly despite: readonly string[];
}

export interface ReleaseRow extends ReleaseHead {
  readonly file: PlanFile;
}

export interface InviteRow {
  readonly id: InviteId;
  /** SHA-256 of the secret, hex; the secret itself is nowhere. */
  readonly secretHash: string;
  readonly role: Role;
  readonly conferenceId: ConferenceId | null;
  readonly roomId: RoomId | null;
  readonly groupId: GroupId | null;
  readonly occurrenceId: OccurrenceId | null;
  readonly label: string;
  readonly shared: boolean;
  /** A token for scripts: the secret was thrown away, its one pass is what was handed out. */
  readonly token: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface PassRow {
  readonly id: PassId;
  readonly inviteId: InviteId;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  /** SHA-256 of the browser's cookie: keeps a removed browser out, names nobody. */
  readonly browserHash: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}
