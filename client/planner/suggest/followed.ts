import { batch, computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { ConferenceId } from "../../../shared/ids.ts";
import type { Suggestion, Wish } from "../../../shared/plan/suggest/suggestion.ts";
import type { Connection } from "../../session/contract.ts";
import { randomId } from "../../session/tab.ts";

/** A plan that was taken on this page a moment ago: its edit, and what it was. */
export interface Taken {
  readonly seq: number;
  /** The plan's name. */
  readonly kind: string;
  readonly change: Change;
}

/** How many sessions have another time by it, a time at last, and none any more. */
export interface Change {
  readonly moved: number;
  readonly placed: number;
  readonly lost: number;
}

/** The latest suggestion of the conference that is shown. Whoever asked for it, every page of a scheduler follows it. */
export interface Suggestions {
  /** Undefined: not known yet. Null: nobody has ever asked. */
  readonly latest: ReadonlySignal<Suggestion | null | undefined>;
  /** It could not be fetched: what was thrown. */
  readonly failure: ReadonlySignal<unknown>;
  /** The latest, unless somebody at this browser has put it away; null: there is none to show. */
  readonly shown: ReadonlySignal<Suggestion | null>;
  /** Waits or runs. */
  readonly running: ReadonlySignal<boolean>;
  readonly taken: Signal<Taken | null>;
  /** The draft stays as it is; the page asks anew. */
  putAway(): void;
  /** Shows what was put away. */
  takeOut(): void;
  /** Throws CallError: *already*: one of this conference waits or runs; *bad-request*: the conference has no days. */
  begin(wish: Wish): Promise<void>;
  /** Stops the search and keeps the best plan so far. */
  stop(): Promise<void>;
}

interface Source {
  readonly connection: Connection;
  readonly conferenceId: ReadonlySignal<ConferenceId | null>;
  readonly mayEdit: ReadonlySignal<boolean>;
}

export function followSuggestions({ connection, conferenceId, mayEdit }: Source): Suggestions {
  const known = signal<ReadonlyMap<ConferenceId, Suggestion | null>>(new Map());
  const failure = signal<unknown>(null);
  const away = signal(keptAway());
  const keep = (id: ConferenceId, suggestion: Suggestion | null): void => {
    const before = known.peek().get(id) ?? null;
    known.value = new Map(known.peek()).set(id, suggestion === null ? null : withKnownPlans(suggestion, before));
  };

  const fetch = async (id: ConferenceId): Promise<void> => {
    try {
      const found = await connection.call("suggestion", { conferenceId: id });
      batch(() => {
        keep(id, found);
        failure.value = null;
      });
    } catch (error) {
      failure.value = error;
    }
  };
  // After every lost line too: what happened meanwhile was told to nobody.
  effect(() => {
    const id = conferenceId.value;
    if (connection.welcome.value !== null && id !== null && mayEdit.value) void fetch(id);
  });
  connection.on("suggestion", (suggestion) => keep(suggestion.wish.conferenceId, suggestion));

  const latest = computed(() => (conferenceId.value === null ? undefined : known.value.get(conferenceId.value)));
  const shown = computed(() => {
    const suggestion = latest.value ?? null;
    return suggestion === null || suggestion.id === away.value ? null : suggestion;
  });
  return {
    latest,
    failure,
    shown,
    running: computed(() => latest.value?.state === "waiting" || latest.value?.state === "running"),
    taken: signal<Taken | null>(null),
    putAway() {
      away.value = latest.peek()?.id ?? null;
      keepAway(away.peek());
    },
    takeOut() {
      away.value = null;
      keepAway(null);
    },
    async begin(wish) {
      const { conferenceId: id, mode, carry, seconds } = wish;
      const [days, occurrenceIds] = [wish.days, wish.occurrenceIds];
      const begun = await connection.call("suggest", {
        commandId: randomId(),
        wish: {
          conferenceId: id,
          mode,
          carry,
          seconds,
          days: days === null ? null : [...days],
          occurrenceIds: occurrenceIds === null ? null : [...occurrenceIds],
        },
      });
      // A notice may have been faster.
      if (known.peek().get(id)?.id !== begun.id) keep(id, begun);
    },
    async stop() {
      const suggestion = latest.peek();
      if (suggestion == null) return;
      const stopped = await connection.call("stopSuggestion", { commandId: randomId(), suggestionId: suggestion.id });
      keep(stopped.wish.conferenceId, stopped);
    },
  };
}

/** The same plans are the same objects: what hangs on them, as who gains and pays, is not reckoned again at each notice. */
function withKnownPlans(suggestion: Suggestion, before: Suggestion | null): Suggestion {
  const same = before?.id === suggestion.id && JSON.stringify(before.plans) === JSON.stringify(suggestion.plans);
  return same ? { ...suggestion, plans: before.plans } : suggestion;
}

/** In this browser, over reloads. */
const key = "crossroom.suggestion-away";

function keptAway(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is switched off: it is shown again after a reload.
  }
}

function keepAway(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(key);
    else localStorage.setItem(key, id);
  } catch {
    return; // As above.
  }
}
