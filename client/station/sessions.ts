import { computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import type { Connection, Joined } from "../session/contract.ts";

/**
 * Which session the room belongs in: never away from a live one; else the live one, else the one that comes next.
 * `here`: the session that the station is in.
 */
export function sessionFor(here: OccurrenceId | null, known: readonly OccurrenceInfo[]): OccurrenceId | null {
  const current = known.find(({ id }) => id === here);
  if (current?.phase === "live") return current.id;
  const live = known.find(({ phase }) => phase === "live");
  if (live !== undefined) return live.id;
  const waiting = known.filter(({ phase }) => phase === "waiting").sort((a, b) => a.startsAt - b.startsAt);
  return waiting[0]?.id ?? here;
}

/** The session after this one, for what is announced. */
export function sessionAfter(here: OccurrenceId | null, known: readonly OccurrenceInfo[]): OccurrenceInfo | null {
  const waiting = known.filter(({ id, phase }) => phase === "waiting" && id !== here);
  return waiting.sort((a, b) => a.startsAt - b.startsAt)[0] ?? null;
}

export interface Following {
  /** The session of the room, also in the moment before it is joined. */
  readonly occurrence: ReadonlySignal<OccurrenceInfo | null>;
  readonly next: ReadonlySignal<OccurrenceInfo | null>;
  /** Goes there although another station runs the room. */
  takeOver(): void;
  /** Asks once more where it was refused. */
  again(): void;
  close(): void;
}

/** Goes from session to session of its room without a touch: by the server's word, and by the list of sessions. */
export function followSessions(connection: Connection, joined: Joined<"station">): Following {
  const target = signal<OccurrenceId | null>(null);

  const go = (occurrenceId: OccurrenceId, takeOver: boolean): void => {
    target.value = occurrenceId;
    void joined.goTo(occurrenceId, { takeOver });
  };
  // `join` itself obeys the server's word; here it is only remembered.
  const stopNotices = connection.on("goTo", ({ occurrenceId }) => {
    target.value = occurrenceId;
  });
  const stopLists = effect(() => {
    const known = connection.occurrences.value;
    // The list is there a moment before the line is said to be open.
    if (connection.state.value !== "open") return;
    untracked(() => {
      const best = sessionFor(target.value, known);
      if (best !== null && best !== target.value) go(best, false);
    });
  });
  const repeat = (takeOver: boolean): void => {
    const here = target.peek();
    if (here !== null) go(here, takeOver);
  };
  return {
    occurrence: computed(
      () => joined.occurrence.value ?? connection.occurrences.value.find(({ id }) => id === target.value) ?? null,
    ),
    next: computed(() => sessionAfter(target.value, connection.occurrences.value)),
    takeOver: () => repeat(true),
    again: () => repeat(false),
    close: () => {
      stopNotices();
      stopLists();
    },
  };
}
