import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

export interface Acting {
  readonly busy: ReadonlySignal<boolean>;
  /** What the last try threw; null: nothing. */
  readonly error: ReadonlySignal<unknown>;
  /** Does it, unless it is being done. */
  run(act: () => Promise<unknown>): Promise<void>;
}

/** One thing that a person asked for and that the server has not answered yet. */
export function useActing(): Acting {
  const busy = useSignal(false);
  const error = useSignal<unknown>(null);
  return {
    busy,
    error,
    async run(act) {
      if (busy.peek()) return;
      busy.value = true;
      error.value = null;
      try {
        await act();
      } catch (thrown) {
        error.value = thrown;
      } finally {
        busy.value = false;
      }
    },
  };
}
