import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

export interface Act {
  readonly busy: ReadonlySignal<boolean>;
  /** What the last one threw; null: nothing, or not yet. */
  readonly error: ReadonlySignal<unknown>;
  /** Runs one thing at a time; true: it went well. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** What a key does on the server, with its waiting and its failure for the page to show. */
export function useAct(): Act {
  const busy = useSignal(false);
  const error = useSignal<unknown>(null);
  return {
    busy,
    error,
    run: async (act) => {
      if (busy.peek()) return false;
      busy.value = true;
      try {
        await act();
        error.value = null;
        return true;
      } catch (thrown) {
        error.value = thrown;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
