import type { Suggestion, Wish } from "../../shared/plan/suggest/suggestion.ts";
import type { FromThread } from "./messages.ts";
import { withPoint } from "./progress.ts";

/** A suggestion of which nothing is known yet. */
export function newSuggestion(id: string, wish: Wish, author: string, seq: number): Suggestion {
  return {
    id,
    wish,
    state: "waiting",
    seq,
    author,
    startedAt: null,
    endedAt: null,
    stage: "reading",
    progress: [],
    plans: [],
    unplaced: [],
    before: { total: 0, worst: 0, placed: 0 },
  };
}

/** What it is after its thread has said something; the same where that changes nothing. */
export function following(suggestion: Suggestion, message: FromThread): Suggestion {
  switch (message.kind) {
    case "thread":
    case "refused":
      return suggestion;
    case "begun":
      return { ...suggestion, before: message.before };
    case "best": {
      const { plan, point } = message;
      return { ...suggestion, stage: point.stage, plans: [plan], progress: withPoint(suggestion.progress, point) };
    }
    case "found": {
      const { point, stage, plans } = message;
      const progress = point === null ? suggestion.progress : withPoint(suggestion.progress, point);
      return { ...suggestion, stage, plans, progress };
    }
    case "explained": {
      const { reasons, unplaced } = message;
      const plans = suggestion.plans.map((plan, index) => ({ ...plan, reasons: reasons[index] ?? plan.reasons }));
      return { ...suggestion, plans, unplaced };
    }
  }
}

/** Its plans as the thread numbers things, if it has said them. */
export function placingsIn(message: FromThread) {
  if (message.kind === "best") return [message.placing];
  return message.kind === "found" ? message.placings : null;
}
