import type { PlanKind, ProgressPoint, SuggestedPlan, Suggestion, SuggestionState, Placement } from "../suggestion.ts";
import type { Ending, FigureFacts, HeadlineFacts, PlotFacts, ProofFacts, StepFacts } from "./facts.ts";

// What may be said of a plan and of the search, reckoned out of what is proven. Whatever is rounded is rounded so that
// what is said stays true: savings up, bounds down.

const tiny = 1e-6;
/** The next quarter of an hour that is not less. */
const up = (hours: number): number => Math.max(0, Math.ceil(hours * 4 - tiny) / 4);
/** The next quarter that is not more. */
const down = (hours: number): number => Math.max(0, Math.floor(hours * 4 + tiny) / 4);

const endings: Readonly<Record<SuggestionState, Ending>> = {
  waiting: "running",
  running: "running",
  done: "time",
  stopped: "stopped",
  interrupted: "interrupted",
  failed: "failed",
};

export function endingOf({ state }: Pick<Suggestion, "state">): Ending {
  return endings[state];
}

/** The facts of a plan as one of a kind: a plan that is of several is proven for the first of them. */
export function proofFacts(suggestion: Pick<Suggestion, "state">, plan: SuggestedPlan): ProofFacts {
  const { proof, placed, of, total, worst, movedLinks, reached } = plan;
  const kind: PlanKind = plan.kinds[0];
  const saved = (bound: number | null, value: number): number | null =>
    bound === null ? null : up(value - Math.min(bound, value));
  const leastTotal = known(proof.leastTotal, total);
  const leastWorst = known(proof.leastWorst, worst);
  const moves = known(proof.leastMoved, movedLinks);
  const leastMoved = moves === null ? null : Math.ceil(moves - tiny);
  return {
    kind,
    // A plan is not the best of its kind as long as another one might place or reach more.
    best: proof.best && proof.placed && proof.reached,
    ending: endingOf(suggestion),
    placed,
    of,
    placedProven: proof.placed,
    morePlaced: Math.max(0, Math.min(of, proof.mostPlaced) - placed),
    reachedProven: proof.reached,
    among: placed < of || reached > 0 || plan.placements.some(({ playback }) => playback.length > 0),
    saved: saved(leastTotal, total),
    worstSaved: saved(leastWorst, worst),
    moved: movedLinks,
    fewer: leastMoved === null ? null : Math.max(0, movedLinks - leastMoved),
    leastTotal: leastTotal === null ? null : down(leastTotal),
    leastWorst: leastWorst === null ? null : down(leastWorst),
    leastMoved,
  };
}

/** A bound, if it says anything: that nothing costs less than nothing everybody knows. */
function known(bound: number | null, value: number): number | null {
  return bound === null || (bound <= tiny && value > tiny) ? null : Math.max(0, bound);
}

/** How far a session moves, in minutes; null if it had no time or has none. */
function moveOf({ was, start }: Placement): number | null {
  return was === null || start === null ? null : Math.round(Math.abs(start.instant - was.instant) / 60_000);
}

export function headlineFacts({ placements }: Pick<SuggestedPlan, "placements">): HeadlineFacts {
  const moves = placements.map(moveOf).filter((minutes) => minutes !== null && minutes > 0);
  return {
    moved: moves.length,
    most: Math.max(0, ...moves.map((minutes) => minutes ?? 0)),
    added: placements.filter(({ was, start }) => was === null && start !== null).length,
    taken: placements.filter(({ was, start }) => was !== null && start === null).length,
    playback: placements.reduce((sum, one) => sum + (one.start === null ? 0 : one.playback.length), 0),
  };
}

export function figureFacts({ wish }: Pick<Suggestion, "wish">, plan: SuggestedPlan, kind?: PlanKind): FigureFacts {
  const { moved, most } = headlineFacts(plan);
  const { total, worst, movedLinks } = plan;
  return { kind: kind ?? plan.kinds[0], total, worst, moved, most, links: movedLinks, repair: wish.mode === "repair" };
}

/** Where the search stands after so many milliseconds; null before there is a plan. */
export function plotFacts({ progress, before, wish }: Suggestion, elapsed: number): PlotFacts | null {
  const last = progress.findLast(({ placed }) => placed > 0) ?? null;
  if (last === null) return null;
  const bound = known(last.leastTotal, last.total);
  return {
    seconds: Math.floor(elapsed / 1000),
    total: last.total,
    before: before.placed === last.placed ? before.total : null,
    repair: wish.mode === "repair",
    leastTotal: bound === null ? null : down(Math.min(bound, last.total)),
  };
}

/** The stops of the route: first plan, placement, sharing, proof. `elapsed`: milliseconds since it began. */
export function stepsOf(
  suggestion: Suggestion,
  elapsed: number,
): readonly (StepFacts & { readonly state: StepState })[] {
  const { progress, plans, stage, wish } = suggestion;
  const plan = plans[0];
  const first = progress.find(({ placed }) => placed > 0);
  const isOver = suggestion.state !== "running" && suggestion.state !== "waiting";
  const facts = plan === undefined ? null : proofFacts(suggestion, plan);
  const { times, last } = improvements(progress);
  const isSharing = stage === "sharing" || stage === "over";
  const isPlaced = facts?.placedProven === true;
  const placement = isPlaced ? "done" : isSharing || isOver ? "open" : stage === "proving" ? "here" : "ahead";
  const sharing = isOver ? "done" : isSharing ? "here" : "ahead";
  const best = isOver && facts?.best === true;
  return [
    {
      key: "first",
      state: first === undefined ? (isOver ? "open" : "here") : "done",
      // What the first plan placed, of all.
      placed: first?.placed ?? 0,
      of: plan?.of ?? 0,
      seconds: first === undefined ? null : Math.max(1, Math.round(first.at / 1000)),
    },
    {
      key: "placement",
      state: placement,
      placed: plan?.placed ?? 0,
      of: plan?.of ?? 0,
      more: facts?.morePlaced ?? null,
    },
    {
      key: "sharing",
      state: sharing,
      times,
      ago: last === null || isOver ? null : Math.max(0, Math.round((elapsed - last) / 1000)),
    },
    { key: "proof", state: best ? "done" : isOver ? "open" : "ahead", best, over: isOver, seconds: wish.seconds },
  ];
}

/** *open*: it was left without an answer. */
export type StepState = "done" | "here" | "ahead" | "open";

/** How often sharing the hours has brought a better plan, and when the last time. */
function improvements(progress: readonly ProgressPoint[]): { readonly times: number; readonly last: number | null } {
  let times = 0;
  let last: number | null = null;
  for (const [i, point] of progress.entries()) {
    const before = progress[i - 1];
    if (before === undefined || point.stage !== "sharing" || before.placed !== point.placed) continue;
    if (point.penalty >= before.penalty - tiny) continue;
    times += 1;
    last = point.at;
  }
  return { times, last };
}
