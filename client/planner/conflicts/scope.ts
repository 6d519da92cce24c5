import type { Conflict } from "../../../shared/plan/conflict.ts";
import { at } from "../../../shared/record.ts";
import type { Board, ViewName } from "../contract.ts";
import { windowOf } from "../day/shown.ts";

/** The conflicts of what the page shows: of the session, the day, or the sessions that the search leaves. Errors first. */
export function conflictsShown(board: Board): readonly Conflict[] {
  const all = board.conflicts.value.filter((conflict) => isShown(board, conflict));
  return [...all.filter(({ weight }) => weight === "error"), ...all.filter(({ weight }) => weight === "warning")];
}

/** What is looked at: the session, what the search leaves, or all that the view shows. */
export function scopeOf(board: Board): Exclude<ViewName, "suggest" | "preview"> | "found" {
  const { view } = board.where.value;
  // They have no list of conflicts.
  if (view === "suggest" || view === "preview") return "overview";
  return view !== "session" && board.shown.value !== null ? "found" : view;
}

function isShown(board: Board, { occurrenceIds, when }: Conflict): boolean {
  const { view, occurrenceId } = board.where.value;
  if (view === "session") return occurrenceId !== null && occurrenceIds.includes(occurrenceId);
  const shown = board.shown.value;
  const plan = board.plan.value;
  const isFound =
    shown === null ||
    occurrenceIds.some((id) => {
      const sessionId = at(plan.occurrences, id)?.sessionId;
      return sessionId !== undefined && shown.has(sessionId);
    });
  if (view !== "day" || !isFound) return isFound;
  const { from, to } = windowOf(board);
  return when.from < to && when.to > from;
}
