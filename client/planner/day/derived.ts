import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

/**
 * A value out of signals and of what a component was given: `useComputed` would go on with what it was given first.
 * `given`: everything that `reckon` uses and that is no signal.
 */
export function useDerived<Value>(reckon: () => Value, given: readonly unknown[]): ReadonlySignal<Value> {
  return useMemo(() => computed(reckon), given);
}
