import type { OccurrenceId } from "../../shared/ids.ts";
import type {
  Placement,
  Proof,
  ProgressPoint,
  SuggestedPlan,
  Suggestion,
  Wish,
} from "../../shared/plan/suggest/suggestion.ts";
import { conferenceId, startWith } from "./planmaker.ts";

// Suggestions as they could come out of a search, for tests of what is said of them.

export const nothingProven: Proof = {
  placed: false,
  reached: false,
  best: false,
  mostPlaced: 17,
  leastPenalty: null,
  leastTotal: null,
  leastWorst: null,
  leastMoved: null,
};
/** That no plan places more or reaches more, and no more than that. */
export const placementProven: Proof = { ...nothingProven, placed: true, reached: true };

/** A plan of 17 sessions, all placed, that costs 14¾ hours. What is given replaces that. */
export function planOf({
  proof,
  ...change
}: Partial<Omit<SuggestedPlan, "proof">> & { readonly proof?: Partial<Proof> }) {
  const plan: SuggestedPlan = {
    kinds: ["fairest"],
    placements: [],
    placed: 17,
    of: 17,
    reached: 0,
    movedLinks: 0,
    movedSessions: 0,
    penalty: 30,
    total: 14.75,
    worst: 3.25,
    burdens: [],
    reasons: [],
    ...change,
    proof: { ...placementProven, ...proof },
  };
  return plan;
}

export const wish: Wish = {
  conferenceId,
  mode: "plan",
  days: null,
  occurrenceIds: null,
  carry: false,
  seconds: 120,
};

/** A search that goes on. */
export function suggestionWith(change: Partial<Suggestion>): Suggestion {
  return {
    id: "suggestion",
    wish,
    state: "running",
    seq: 7,
    author: "Scheduler",
    startedAt: 0,
    endedAt: null,
    stage: "sharing",
    progress: [],
    plans: [],
    unplaced: [],
    before: { total: 22.75, worst: 7.5, placed: 17 },
    ...change,
  };
}

/** Where the search stood, with all 17 placed. */
export function point(change: Partial<ProgressPoint>): ProgressPoint {
  return {
    at: 4000,
    stage: "placing",
    placed: 17,
    total: 19.25,
    worst: 5,
    penalty: 60,
    leastTotal: null,
    leastPenalty: null,
    ...change,
  };
}

/** A session that goes from one wall time in Durban to another. */
export function moved(
  id: string,
  was: string | null,
  start: string | null,
  playback: readonly string[] = [],
): Placement {
  return {
    occurrenceId: id as OccurrenceId,
    was: was === null ? null : startWith(was),
    start: start === null ? null : startWith(start),
    playback,
  };
}
