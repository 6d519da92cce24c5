import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { ConferenceId, GroupId, OccurrenceId, RoomId, SessionId } from "../../shared/ids.ts";
import type { Conflict } from "../../shared/plan/conflict.ts";
import type { Plan, Session, SessionState } from "../../shared/plan/model.ts";
import { at } from "../../shared/record.ts";

/** What the search and the filters ask for. */
export interface Filter {
  readonly text: Signal<string>;
  readonly state: Signal<SessionState | null>;
  /** A room or a group that is linked. */
  readonly place: Signal<RoomId | GroupId | null>;
  readonly conflicts: Signal<boolean>;
  /** On a phone: its fields are on the page. */
  readonly open: Signal<boolean>;
  clear(): void;
}

export function openFilter(): Filter {
  const filter = {
    text: signal(""),
    state: signal<SessionState | null>(null),
    place: signal<RoomId | GroupId | null>(null),
    conflicts: signal(false),
    open: signal(false),
  };
  return {
    ...filter,
    clear() {
      filter.text.value = "";
      filter.state.value = null;
      filter.place.value = null;
      filter.conflicts.value = false;
      filter.open.value = false;
    },
  };
}

interface Sources {
  readonly plan: ReadonlySignal<Plan>;
  readonly conferenceId: ReadonlySignal<ConferenceId | null>;
  readonly conflicts: ReadonlySignal<readonly Conflict[]>;
}

/** The sessions that the filter leaves; null: nothing is filtered. */
export function shownBy(filter: Filter, sources: Sources): ReadonlySignal<ReadonlySet<SessionId> | null> {
  return computed(() => {
    const asked = foldText(filter.text.value).split(/\s+/).filter(Boolean);
    const [state, place] = [filter.state.value, filter.place.value];
    if (asked.length === 0 && state === null && place === null && !filter.conflicts.value) return null;
    const plan = sources.plan.value;
    const conferenceId = sources.conferenceId.value;
    const troubled = filter.conflicts.value ? sessionsWith(plan, sources.conflicts.value) : null;
    const linked = place === null ? null : sessionsLinking(plan, place);
    const found = Object.values(plan.sessions).filter(
      (session): session is Session =>
        session !== undefined &&
        session.conferenceId === conferenceId &&
        holdsWords(foldText(session.title), asked) &&
        (state === null || session.state === state) &&
        (linked === null || linked.has(session.id)) &&
        (troubled === null || troubled.has(session.id)),
    );
    return new Set(found.map(({ id }) => id));
  });
}

/** All of the words, or their beginnings, in any order. */
export const holdsWords = (title: string, asked: readonly string[]): boolean =>
  asked.every((word) => title.includes(word));

/** Without case and accents: "jóvenes" is found by "jovenes". */
export const foldText = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function sessionsWith(plan: Plan, conflicts: readonly Conflict[]): ReadonlySet<SessionId> {
  return new Set(conflicts.flatMap(({ occurrenceIds }) => occurrenceIds.flatMap((id) => sessionIdOf(plan, id))));
}

const sessionIdOf = (plan: Plan, id: OccurrenceId): readonly SessionId[] => {
  const occurrence = at(plan.occurrences, id);
  return occurrence === undefined ? [] : [occurrence.sessionId];
};

function sessionsLinking(plan: Plan, place: RoomId | GroupId): ReadonlySet<SessionId> {
  return new Set(
    Object.values(plan.occurrences).flatMap((occurrence) =>
      occurrence?.links.some(({ id }) => id === place) ? [occurrence.sessionId] : [],
    ),
  );
}
