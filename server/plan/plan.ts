import type { ConferenceId, GroupId, Instant, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Room } from "../../shared/plan/model.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { OccurrenceInfo, OrganiserPlan, PassInfo } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";
import type { Phase, StageSeed } from "../../shared/stage/model.ts";
import { Book } from "./book.ts";
import type { Entry, Placed } from "./book.ts";
import type { Draft } from "./draft.ts";
import { organiserPlan } from "./overview.ts";
import * as reads from "./reads.ts";
import type { ListedInvite, PhaseOf } from "./reads.ts";
import type { ZoneData } from "./zonedata.ts";

export type { ListedInvite, PhaseOf } from "./reads.ts";

/**
 * The plan as it takes effect: what the latest release of each conference says. An edit of the draft changes nothing
 * here but what invites can be made for, and the organiser's list of rooms.
 */
export class Plan {
  readonly #draft: Draft;
  readonly #zones: ZoneData;
  readonly #listeners = new Set<() => void>();
  #book: Book;

  constructor(draft: Draft, zones: ZoneData) {
    this.#draft = draft;
    this.#zones = zones;
    this.#book = new Book(draft.latestFiles(), zones.zones);
    draft.onRelease(() => {
      this.#book = new Book(draft.latestFiles(), zones.zones);
      for (const listener of this.#listeners) listener();
    });
  }

  /** Calls the listener after every release, once it is durable. @returns what ends that */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Null if unknown, cancelled, or not placed. */
  occurrence(id: OccurrenceId): Placed | null {
    return this.#book.find(id)?.occurrence ?? null;
  }

  /** All that take place, by their start. */
  occurrences(): readonly Placed[] {
    return this.#book.entries().map((entry) => entry.occurrence);
  }

  /** As it was released, else as it is in the draft. */
  room(id: RoomId): Room | null {
    return this.#book.room(id) ?? at(this.#draft.plan.rooms, id) ?? null;
  }

  hasConference(id: ConferenceId): boolean {
    return at(this.#draft.plan.conferences, id) !== undefined;
  }

  conferenceOfRoom(id: RoomId): ConferenceId | null {
    return at(this.#draft.plan.rooms, id)?.conferenceId ?? null;
  }

  conferencesOfGroup(id: GroupId): readonly ConferenceId[] {
    return at(this.#draft.plan.groups, id)?.conferenceIds ?? [];
  }

  /** As it was released, else as it is in the draft: an invite may be for a session that is still to be released. */
  conferenceOfOccurrence(id: OccurrenceId): ConferenceId | null {
    const released = this.#book.find(id)?.conference.id;
    if (released !== undefined) return released;
    const { occurrences, sessions } = this.#draft.plan;
    const sessionId = at(occurrences, id)?.sessionId;
    return sessionId === undefined ? null : (at(sessions, sessionId)?.conferenceId ?? null);
  }

  /** What a stage begins with; null if it does not take place. */
  seed(id: OccurrenceId): StageSeed | null {
    const entry = this.#book.find(id);
    if (entry === null) return null;
    return { occurrenceId: id, hostRoomId: entry.session.hostRoomId, roomIds: entry.occurrence.roomIds };
  }

  /** Null if it does not take place. */
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

  /** What has been opened, of the draft's occurrences and the released ones. */
  phases(phaseOf: PhaseOf): PlannerView["phases"] {
    const released = this.#book.entries().map(({ occurrence }: Entry): OccurrenceId => occurrence.id);
    const drafted = Object.values(this.#draft.plan.occurrences).flatMap((one) => (one === undefined ? [] : [one.id]));
    const entries = [...new Set([...released, ...drafted])].map((id) => [id, phaseOf(id)] as const);
    return Object.fromEntries(entries.flatMap(([id, phase]) => (phase === "waiting" ? [] : [[id, phase]])));
  }

  /** What the organiser's page shows. */
  view(phaseOf: PhaseOf, invites: readonly ListedInvite[], now: Instant): OrganiserPlan {
    return organiserPlan(this.#draft, this.#book, this.#zones, phaseOf, invites, now);
  }
}
