import { batch } from "@preact/signals";
import type { Plan } from "../../../shared/plan/model.ts";
import { placementsInput } from "../../../shared/plan/suggest/placing.ts";
import type { SuggestedPlan, Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { at } from "../../../shared/record.ts";
import type { OpenBoard } from "../board.ts";
import { changedSince, stillFits } from "./changed.ts";
import type { Change } from "./followed.ts";
import { words } from "./words.ts";

/**
 * Makes the draft what a plan suggests, as one edit, and goes back to the planner, where it can be undone. What the server
 * refuses, because somebody has just moved one of the sessions, stands over the page (`board.refused`).
 */
export async function takePlan(board: OpenBoard, suggestion: Suggestion, plan: SuggestedPlan): Promise<void> {
  const [kind] = plan.kinds;
  // Somebody who has read that the draft has changed, and that the plan still fits it, has seen it as it is now.
  const isSeen = changedSince(board, suggestion) !== null && stillFits(board, suggestion, plan);
  const seen = isSeen ? board.seq.peek() : suggestion.seq;
  const change = changeBy(board.plan.peek(), plan);
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
    board.suggestions.taken.value = edit?.command === "placeOccurrences" ? { seq: edit.seq, kind: name, change } : null;
    board.suggestions.putAway();
    board.say(t.result.taken(name, change));
    board.go({ view: "overview", kind: null });
  });
}

/** What a suggested plan changes in the draft as it is. */
function changeBy({ occurrences }: Plan, { placements }: SuggestedPlan): Change {
  let [moved, placed, lost] = [0, 0, 0];
  for (const { occurrenceId, start } of placements) {
    const [was, now] = [at(occurrences, occurrenceId)?.start?.instant ?? null, start?.instant ?? null];
    if (was === now) continue;
    if (was === null) placed += 1;
    else if (now === null) lost += 1;
    else moved += 1;
  }
  return { moved, placed, lost };
}
