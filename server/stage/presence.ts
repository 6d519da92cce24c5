import type { Instant, PassId, RoomId } from "../../shared/ids.ts";
import type { Role } from "../../shared/protocol/define.ts";

export interface Member {
  /** One tab of one pass. */
  readonly key: string;
  readonly passId: PassId;
  readonly role: Role;
  readonly page: "participant" | "station" | "console";
  readonly roomId: RoomId | null;
  /** Null: connected; else since when it is away. */
  readonly awaySince: Instant | null;
  readonly since: Instant;
}

/** How long a person who lost the line keeps the place in the queue and on air. */
export const placeKept = 5 * 60_000;

/**
 * Who is connected to a stage and who is away. Memory, not log: only its consequences are events.
 * Losing a connection starts a grace, never a close.
 */
export class Presence {
  readonly #members = new Map<string, Member>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #now: () => Instant;
  readonly #awayTooLong: (passId: PassId) => void;

  /** `awayTooLong` is called when no tab of a person has been connected for `placeKept`. */
  constructor(now: () => Instant, awayTooLong: (passId: PassId) => void) {
    this.#now = now;
    this.#awayTooLong = awayTooLong;
  }

  arrive(member: Omit<Member, "awaySince" | "since">): void {
    const known = this.#members.get(member.key);
    this.#members.set(member.key, { ...member, awaySince: null, since: known?.since ?? this.#now() });
    clearTimeout(this.#timers.get(member.passId));
    this.#timers.delete(member.passId);
  }

  /** The line of a tab is lost. */
  lose(key: string): void {
    const member = this.#members.get(key);
    if (member === undefined || member.awaySince !== null) return;
    this.#members.set(key, { ...member, awaySince: this.#now() });
    this.expect(member.passId);
  }

  /** Starts the grace of a person who is not connected: also of all whom a restarted server finds in its log. */
  expect(passId: PassId): void {
    if (this.isPresent(passId) || this.#timers.has(passId)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(passId);
      for (const [key, member] of this.#members) if (member.passId === passId) this.#members.delete(key);
      this.#awayTooLong(passId);
    }, placeKept);
    timer.unref();
    this.#timers.set(passId, timer);
  }

  /** A tab has left for good. */
  leave(key: string): void {
    this.#members.delete(key);
  }

  isPresent(passId: PassId): boolean {
    return this.members().some((member) => member.passId === passId && member.awaySince === null);
  }

  present(): ReadonlySet<PassId> {
    return new Set(
      this.members()
        .filter((member) => member.awaySince === null)
        .map((member) => member.passId),
    );
  }

  moderatorPresent(): boolean {
    return this.members().some((member) => member.role === "moderator" && member.awaySince === null);
  }

  members(): readonly Member[] {
    return [...this.#members.values()];
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#members.clear();
  }
}
