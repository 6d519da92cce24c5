import type {
  CommandId,
  ConferenceId,
  Instant,
  InviteId,
  OccurrenceId,
  PassId,
  RoomId,
  SessionId,
  VenueId,
} from "../../shared/ids.ts";
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

  readPlan(): Promise<PlanRows>;
  /** Inserts or replaces rows by id, all or nothing, together with the id of the command that asked for it. */
  writePlan(
    change: Partial<PlanRows>,
    command?: { readonly id: CommandId; readonly passId: PassId; readonly answer: unknown },
  ): Promise<void>;
  /** The stored answer of a plan command that was done before. */
  readAnswer(id: CommandId, passId: PassId): Promise<unknown>;

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

export interface PlanRows {
  readonly conferences: readonly ConferenceRow[];
  readonly venues: readonly VenueRow[];
  readonly rooms: readonly RoomRow[];
  readonly sessions: readonly SessionRow[];
  readonly occurrences: readonly OccurrenceRow[];
}

export interface ConferenceRow {
  readonly id: ConferenceId;
  readonly name: string;
  readonly createdAt: Instant;
}

export interface VenueRow {
  readonly id: VenueId;
  readonly conferenceId: ConferenceId;
  readonly name: string;
}

export interface RoomRow {
  readonly id: RoomId;
  readonly conferenceId: ConferenceId;
  readonly venueId: VenueId;
  readonly name: string;
  readonly city: string;
  readonly zone: string;
  readonly position: number;
}

export interface SessionRow {
  readonly id: SessionId;
  readonly conferenceId: ConferenceId;
  readonly title: string;
  readonly hostRoomId: RoomId | null;
  readonly cancelled: boolean;
}

/** People mean wall time in a zone: both are kept, with the offset that was chosen and the instant it made. */
export interface OccurrenceRow {
  readonly id: OccurrenceId;
  readonly sessionId: SessionId;
  readonly wall: string;
  readonly zone: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Which zone data made the instant. */
  readonly zoneData: string;
  readonly roomIds: readonly RoomId[];
}

export interface InviteRow {
  readonly id: InviteId;
  /** SHA-256 of the secret, hex; the secret itself is nowhere. */
  readonly secretHash: string;
  readonly role: Role;
  readonly conferenceId: ConferenceId | null;
  readonly roomId: RoomId | null;
  readonly occurrenceId: OccurrenceId | null;
  readonly label: string;
  readonly shared: boolean;
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
