import type { ConferenceId, Instant } from "../../shared/ids.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import { keptSuggestions } from "../store/port.ts";
import type { Store } from "../store/port.ts";

/** While a search runs its newest best is written so often at most, in milliseconds. */
const writeEvery = 1000;

/** The newest suggestions of every conference: in memory at once, in the store within the second. */
export class Kept {
  readonly #store: Pick<Store, "writeSuggestion">;
  readonly #onTrouble: (error: unknown) => void;
  /** Each conference's, the newest last. */
  readonly #byConference = new Map<ConferenceId, Suggestion[]>();
  /** What is newer here than in the store. */
  readonly #unwritten = new Map<string, Suggestion>();
  #timer: NodeJS.Timeout | null = null;

  private constructor(store: Pick<Store, "writeSuggestion">, onTrouble: (error: unknown) => void) {
    this.#store = store;
    this.#onTrouble = onTrouble;
  }

  /** Reads all; what waited or ran when the server ended is *interrupted* from now on, with the best that it had. */
  static async open(
    store: Pick<Store, "readSuggestions" | "writeSuggestion">,
    now: Instant,
    onTrouble: (error: unknown) => void,
  ): Promise<Kept> {
    const kept = new Kept(store, onTrouble);
    const writes: Promise<void>[] = [];
    for (const suggestion of await store.readSuggestions()) {
      if (!isOpen(suggestion)) kept.#put(suggestion);
      else writes.push(kept.write({ ...suggestion, state: "interrupted", endedAt: now }));
    }
    await Promise.all(writes);
    return kept;
  }

  /** A conference's newest; null: nobody has asked for one. */
  latest(conferenceId: ConferenceId): Suggestion | null {
    return this.#byConference.get(conferenceId)?.at(-1) ?? null;
  }

  find(id: string): Suggestion | null {
    for (const suggestions of this.#byConference.values()) {
      const found = suggestions.find((suggestion) => suggestion.id === id);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Keeps it as it is now; it is in the store within the second. */
  keep(suggestion: Suggestion): void {
    this.#put(suggestion);
    this.#unwritten.set(suggestion.id, suggestion);
    this.#timer ??= setTimeout(() => {
      this.flush().catch(this.#onTrouble);
    }, writeEvery);
  }

  /** The same; it is in the store when the promise resolves. */
  write(suggestion: Suggestion): Promise<void> {
    this.#put(suggestion);
    this.#unwritten.delete(suggestion.id);
    return this.#store.writeSuggestion(suggestion);
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const suggestions = [...this.#unwritten.values()];
    await Promise.all(suggestions.map((suggestion) => this.write(suggestion)));
  }

  #put(suggestion: Suggestion): void {
    const { conferenceId } = suggestion.wish;
    const suggestions = this.#byConference.get(conferenceId) ?? [];
    const index = suggestions.findIndex(({ id }) => id === suggestion.id);
    if (index >= 0) suggestions[index] = suggestion;
    else suggestions.push(suggestion);
    this.#byConference.set(conferenceId, suggestions.slice(-keptSuggestions));
  }
}

/** It waits, or runs. */
export function isOpen({ state }: Suggestion): boolean {
  return state === "waiting" || state === "running";
}
