import { effect } from "@preact/signals";

/** Waits until a condition over signals holds; settled in this same turn if it does already. */
export function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    effect(function watch() {
      if (!condition()) return;
      this.dispose();
      resolve();
    });
  });
}
