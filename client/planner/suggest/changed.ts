import type { EditName } from "../../../shared/plan/detail.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { SuggestedPlan, Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import type { PlannerView } from "../../../shared/protocol/planner.ts";
import { at } from "../../../shared/record.ts";
import type { OpenBoard } from "../board.ts";

/** What stands in the journal since a search began; newest first. `more`: older ones that this page does not know. */
export interface Since {
  readonly edits: readonly EditName[];
  readonly more: number;
}

/**
 * The edits that stand since. What was undone again is left out: a plan that was taken and undone leaves the draft as it
 * was. Null: the draft is as it was.
 */
export const changedSince = (board: OpenBoard, { seq }: Suggestion): Since | null =>
  board.view.value === null ? null : editsSince(board.view.value, seq);

/** The same of what a page knows of the journal. */
export function editsSince(view: Pick<PlannerView, "seq" | "journal">, seq: number): Since | null {
  if (view.seq <= seq) return null;
  const known = view.journal.filter((edit) => edit.seq > seq).toReversed();
  const more = view.seq - seq - known.length;
  const standing: EditName[] = [];
  const undone: EditName[] = [];
  for (const edit of known) {
    const isSame = (other: EditName): boolean => other.author === edit.author && other.subject === edit.subject;
    if (edit.command === "undo") {
      const index = standing.findLastIndex(isSame);
      // What it took back is older than the search: the draft is another one.
      if (index === -1) standing.push(edit);
      else undone.push(...standing.splice(index, 1));
    } else if (edit.command === "redo") {
      const index = undone.findLastIndex(isSame);
      standing.push(...(index === -1 ? [edit] : undone.splice(index, 1)));
      // A release changes nothing of the draft.
    } else if (edit.command !== "release") standing.push(edit);
  }
  return standing.length === 0 && more <= 0 ? null : { edits: standing.toReversed(), more: Math.max(0, more) };
}

/**
 * Can a plan still be taken, though the draft has changed? What it moves stands where the search saw it, and where it puts
 * it no rule is broken by it in the draft as it is now.
 */
export function stillFits(board: OpenBoard, { wish }: Suggestion, { placements }: SuggestedPlan): boolean {
  // A repair began from the release: this page cannot tell what of the draft it has seen.
  if (wish.mode === "repair") return false;
  const plan = board.plan.value;
  const moved = new Set<string>(placements.map(({ occurrenceId }) => occurrenceId));
  const isThere = placements.every(({ occurrenceId, was }) => {
    const occurrence = at(plan.occurrences, occurrenceId);
    return occurrence !== undefined && (occurrence.start?.instant ?? null) === (was?.instant ?? null);
  });
  if (!isThere) return false;
  const then = withPlacements(plan, placements);
  return !conflicts(then, board.zones.value, wish.conferenceId).some(
    ({ weight, occurrenceIds }) => weight === "error" && occurrenceIds.some((id) => moved.has(id)),
  );
}
