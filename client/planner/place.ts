import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { PlanKind } from "../../shared/plan/suggest/suggestion.ts";
import type { ViewName, Where } from "./contract.ts";

const views: readonly ViewName[] = ["overview", "day", "session", "table", "suggest", "preview"];
const kinds: readonly PlanKind[] = ["fairest", "least-total", "least-change"];

/**
 * What stands behind "#": `day/2020-01-10/OCCURRENCE`, `preview/2020-01-10/-/fairest`, parts that are not known as "-". Null:
 * something else.
 */
export function readPlace(hash: string): Where | null {
  const [name, day = "", occurrence = "", plan = ""] = hash.replace(/^#/, "").split("/");
  const view = views.find((known) => known === name);
  if (view === undefined) return null;
  return {
    view,
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    occurrenceId: /^[A-Za-z0-9_-]{2,40}$/.test(occurrence) ? (occurrence as OccurrenceId) : null,
    ...(view === "preview" ? { kind: kinds.find((known) => known === plan) ?? null } : {}),
  };
}

export function writePlace({ view, day, occurrenceId, kind }: Where): string {
  const parts = [view, day ?? "-", occurrenceId ?? "-", (view === "preview" ? kind : null) ?? "-"];
  while (parts.at(-1) === "-") parts.pop();
  return `#${parts.join("/")}`;
}

/** Where one is in the planner, tied to the address: the browser's back key goes one view or day back. */
export function placeInAddress(): {
  readonly where: ReadonlySignal<Where>;
  readonly go: (where: Partial<Where>) => void;
} {
  const where = signal<Where>(readPlace(location.hash) ?? { view: "overview", day: null, occurrenceId: null });
  addEventListener("hashchange", () => {
    // The skip link's "#content" is no place of the planner.
    const next = readPlace(location.hash);
    if (next !== null) where.value = next;
  });
  addEventListener("popstate", () => {
    const next = readPlace(location.hash);
    if (next !== null) where.value = next;
  });
  return {
    where,
    go(change) {
      const before = where.peek();
      const next = { ...before, ...change };
      const address = location.pathname + writePlace(next);
      // Another choice within a view is no step that one would go back.
      if (
        next.view === before.view &&
        next.day === before.day &&
        next.view !== "session" &&
        (next.kind ?? null) === (before.kind ?? null)
      )
        history.replaceState(null, "", address);
      else if (writePlace(next) !== writePlace(before)) history.pushState(null, "", address);
      where.value = next;
    },
  };
}
