import type { CommandId, ConferenceId, Instant, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import type { OccurrenceInfo, OrganiserPlan, PassInfo } from "../../shared/protocol/views.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { Phase, StageSeed } from "../../shared/stage/model.ts";
import { newId } from "../ids.ts";
import type { OccurrenceRow, RoomRow, Store } from "../store/port.ts";
import { Book } from "./book.ts";
import * as edits from "./edits.ts";
import type { Edit, Ground } from "./edits.ts";
import * as reads from "./reads.ts";
import type { ListedInvite, PhaseOf } from "./reads.ts";
import type { ZoneData } from "./zonedata.ts";

export type { ListedInvite, PhaseOf } from "./reads.ts";

export interface PlanOptions {
  readonly now: () => Instant;
  /** Makes identities; tests give their own. */
  readonly newId?: () => string;
}

type Done<Answer> = Promise<Result<Answer, ErrorCode>>;

/**
 * The plan: conferences, rooms, sessions and when they take place. Kept in memory whole; an edit is in the store before
 * it is here, so that what is shown survives. Edits run one after the other; the same command twice is done once and
 * answered twice.
 */
export class Plan {
  readonly #store: Store;
  readonly #zones: ZoneData;
  readonly #book: Book;
  readonly #now: () => Instant;
  readonly #newId: () => string;
  readonly #listeners = new Set<() => void>();
  #lastEdit: Promise<unknown> = Promise.resolve();

  private constructor(store: Store, zones: ZoneData, book: Book, options: PlanOptions) {
    this.#store = store;
    this.#zones = zones;
    this.#book = book;
    this.#now = options.now;
    this.#newId = options.newId ?? newId;
  }

  /** Reads the plan from the store. */
  static async open(store: Store, zones: ZoneData, options: PlanOptions): Promise<Plan> {
    const book = new Book();
    book.put(await store.readPlan());
    return new Plan(store, zones, book, options);
  }

  /** Calls the listener after every change, once it is durable. @returns what ends that */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  createConference(input: Parsed<"createConference">, by: PassId): Done<{ readonly id: ConferenceId }> {
    return this.#edit(input.commandId, by, (ground) => edits.createConference(ground, input));
  }

  renameConference(input: Parsed<"renameConference">, by: PassId): Done<null> {
    return this.#edit(input.commandId, by, (ground) => edits.renameConference(ground, input));
  }

  createRoom(input: Parsed<"createRoom">, by: PassId): Done<{ readonly id: RoomId }> {
    return this.#edit(input.commandId, by, (ground) => edits.createRoom(ground, input));
  }

  updateRoom(input: Parsed<"updateRoom">, by: PassId): Done<null> {
    return this.#edit(input.commandId, by, (ground) => edits.updateRoom(ground, input));
  }

  createSession(input: Parsed<"createSession">, by: PassId): Done<{ readonly occurrenceId: OccurrenceId }> {
    return this.#edit(input.commandId, by, (ground) => edits.createSession(ground, input));
  }

  /** Only while it waits: a stage that is open keeps its rooms. */
  updateSession(input: Parsed<"updateSession">, by: PassId, phaseOf: PhaseOf): Done<null> {
    return this.#edit(input.commandId, by, (ground) => edits.updateSession(ground, input), phaseOf);
  }

  cancelSession(input: Parsed<"cancelSession">, by: PassId, phaseOf: PhaseOf): Done<null> {
    return this.#edit(input.commandId, by, (ground) => edits.cancelSession(ground, input), phaseOf);
  }

  /** Null if unknown or cancelled. */
  occurrence(id: OccurrenceId): (OccurrenceRow & { readonly conferenceId: ConferenceId }) | null {
    const entry = this.#book.find(id);
    return entry === null ? null : { ...entry.occurrence, conferenceId: entry.conference.id };
  }

  /** All that are not cancelled, by their start. */
  occurrences(): readonly OccurrenceRow[] {
    return this.#book.entries().map((entry) => entry.occurrence);
  }

  room(id: RoomId): RoomRow | null {
    return this.#book.rooms.get(id) ?? null;
  }

  hasConference(id: ConferenceId): boolean {
    return this.#book.conferences.has(id);
  }

  conferenceOfRoom(id: RoomId): ConferenceId | null {
    return this.#book.rooms.get(id)?.conferenceId ?? null;
  }

  conferenceOfOccurrence(id: OccurrenceId): ConferenceId | null {
    return this.#book.find(id)?.conference.id ?? null;
  }

  /** What a stage begins with; null if unknown or cancelled. */
  seed(id: OccurrenceId): StageSeed | null {
    const entry = this.#book.find(id);
    if (entry === null) return null;
    return {
      occurrenceId: id,
      hostRoomId: entry.session.hostRoomId,
      roomIds: this.#book.linked(entry).map((room) => room.id),
    };
  }

  /** Null if unknown or cancelled. */
  occurrenceInfo(id: OccurrenceId, phase: Phase, now: Instant): OccurrenceInfo | null {
    const entry = this.#book.find(id);
    return entry === null ? null : reads.occurrenceInfo(this.#book, this.#zones, entry, phase, now);
  }

  /** May this pass join this occurrence? */
  isWithin(scope: PassInfo, id: OccurrenceId): boolean {
    const entry = this.#book.find(id);
    return entry !== null && reads.isWithin(scope, entry);
  }

  /** Within the pass's scope: live ones, then those that wait and begin within 36 h, then those that ended in the last 3 h. */
  todays(scope: PassInfo, phaseOf: PhaseOf, now: Instant): readonly OccurrenceInfo[] {
    return reads
      .todays(this.#book, scope, phaseOf, now)
      .map(({ entry, phase }) => reads.occurrenceInfo(this.#book, this.#zones, entry, phase, now));
  }

  /** Where a room's station belongs now: its live session, else the next that waits; null: nothing today. */
  nextForRoom(roomId: RoomId, phaseOf: PhaseOf, now: Instant): OccurrenceId | null {
    return reads.nextForRoom(this.#book, roomId, phaseOf, now);
  }

  view(phaseOf: PhaseOf, invites: readonly ListedInvite[], now: Instant): OrganiserPlan {
    return reads.organiserPlan(this.#book, this.#zones, phaseOf, invites, now);
  }

  /** One edit after the other: each sees the plan that the one before has made. */
  #edit<Answer>(
    id: CommandId,
    by: PassId,
    decide: (ground: Ground) => Edit<Answer>,
    phaseOf: PhaseOf = () => "waiting",
  ): Done<Answer> {
    const run = async (): Done<Answer> => {
      const before = await this.#store.readAnswer(id, by);
      // The store keeps an answer for one command of one pass, and that command has one kind of answer.
      if (before !== undefined) return ok(before as Answer);
      const ground = { book: this.#book, zones: this.#zones.zones, now: this.#now(), newId: this.#newId, phaseOf };
      const edit = decide(ground);
      if (!edit.ok) return edit;
      await this.#store.writePlan(edit.value.change, { id, passId: by, answer: edit.value.answer });
      this.#book.put(edit.value.change);
      for (const listener of this.#listeners) listener();
      return ok(edit.value.answer);
    };
    const done = this.#lastEdit.then(run, run);
    this.#lastEdit = done;
    return done;
  }
}
