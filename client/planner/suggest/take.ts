import { batch } from "@preact/signals";
import { placementsInput } from "../../../shared/plan/suggest/placing.ts";
import type { SuggestedPlan, Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import type { OpenBoard } from "../board.ts";
import { changedSince } from "./changed.ts";
import { words } from "./words.ts";

/**
 * Makes the draft what a plan suggests, as one edit, and goes back to the planner, where it can be undone. What the server
 * refuses, because somebody has just moved one of the sessions, stands over the page (`board.refused`).
 */
export async function takePlan(board: OpenBoard, suggestion: Suggestion, plan: SuggestedPlan): Promise<void> {
  const [kind] = plan.kinds;
  // Somebody who has read that the draft has changed, and that the plan still fits it, has seen it as it is now.
  const seen = changedSince(board, suggestion) === null ? suggestion.seq : board.seq.peek();
  const input = { conferenceId: suggestion.wish.conferenceId, ...placementsInput(plan.placements) };
  try {
    await board.editSince(seen, "placeOccurrences", input);
  } catch {
    return;
  }
  const edit = board.view.peek()?.mine.undo ?? null;
  const t = words();
  const name = t.kinds[kind];
  batch(() => {
    board.suggestions.taken.value =
      edit?.command === "placeOccurrences" ? { seq: edit.seq, kind: name, moves: plan.movedSessions } : null;
    board.suggestions.putAway();
    board.say(t.result.taken(name, plan.movedSessions));
    board.go({ view: "overview", kind: null });
  });
}
