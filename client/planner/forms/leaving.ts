import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useMemo } from "preact/hooks";

/** What a form and its dialog know of each other: whether what was typed would be lost. */
export interface Leaving {
  /** Something was typed that is not sent yet. */
  typed(): void;
  /** Esc was pressed since: the form says so, and Esc closes it now. */
  readonly warned: ReadonlySignal<boolean>;
}

/** Null: the form is in no dialog. */
export const LeavingContext = createContext<Leaving | null>(null);

/** Esc closes a form in which nothing was typed; else it has to be pressed twice. */
export function useLeaving(): { readonly leaving: Leaving; readonly staysOpen: () => boolean } {
  const typed = useSignal(false);
  const warned = useSignal(false);
  return useMemo(
    () => ({
      leaving: {
        typed() {
          typed.value = true;
          warned.value = false;
        },
        warned,
      },
      staysOpen() {
        if (!typed.peek() || warned.peek()) return false;
        warned.value = true;
        return true;
      },
    }),
    [],
  );
}
