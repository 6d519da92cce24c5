import { allPlaced, leastCosts, modelOf, openStarts, rangesOf } from "../../../shared/plan/suggest/milp.ts";
import type { Bars, Frame } from "../../../shared/plan/suggest/milp.ts";
import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";
import { penaltyOf } from "../../../shared/plan/suggest/value.ts";
import type { Context } from "./context.ts";
import { valueAbove, valuesOf } from "./context.ts";
import type { Level } from "./proving.ts";
import { root } from "./relaxing.ts";

const nothing: Bars = { placed: [0, 0, 0], reached: 0, moved: null, penalty: null, worst: null, total: null };

/** Most jobs of a class, among the plans that place as many as the best of the classes before it. */
export function placedLevel({ standing, tell }: Context, priority: 1 | 2 | 3): Level {
  const { placed } = standing.of("fairest").value;
  return {
    goal: { kind: "placed", priority },
    bars: { ...nothing, placed: [priority > 1 ? placed[0] : 0, priority > 2 ? placed[1] : 0, 0] },
    best: () => standing.of("fairest"),
    bound: (least) => {
      const was = standing.isPlacedProven(priority);
      standing.boundPlaced(priority, -least);
      if (standing.isPlacedProven(priority) !== was) tell();
      return standing.isPlacedProven(priority);
    },
  };
}

/** Most people, among the plans that place as many. */
export function reachedLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "reached" },
    bars: { ...standing.bars, reached: 0 },
    best: () => standing.of("fairest"),
    bound: (least) => {
      const was = standing.isReachedProven;
      standing.boundReached(-least);
      if (standing.isReachedProven !== was) tell();
      return standing.isReachedProven;
    },
  };
}

export function penaltyLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "penalty" },
    bars: standing.bars,
    best: () => standing.of("fairest"),
    bound: (least) => {
      if (standing.bound("penalty", least)) tell();
      return standing.bounds.penalty >= standing.of("fairest").value.penalty;
    },
  };
}

export function totalLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "total" },
    bars: standing.bars,
    best: () => standing.of("least-total"),
    bound: (least) => {
      if (standing.bound("total", least)) tell();
      return standing.bounds.total >= standing.of("least-total").value.total;
    },
  };
}

export function movedLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "moved" },
    bars: standing.bars,
    best: () => standing.of("least-change"),
    bound: (least) => {
      if (standing.bound("moved", least)) tell();
      return standing.bounds.moved >= standing.of("least-change").value.moved;
    },
  };
}

/** The least penalty of the plans that move no more than the one that moves least. */
export function changeLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "penalty" },
    bars: { ...standing.bars, moved: standing.of("least-change").value.moved },
    best: () => standing.of("least-change"),
    bound: (least) => {
      if (standing.bound("penaltyMoved", least)) tell();
      const { penalty, penaltyMoved } = standing.bounds;
      return Math.max(penalty, penaltyMoved) >= standing.of("least-change").value.penalty;
    },
  };
}

/**
 * The fewest moved links of the plans that are as good as the best of a kind: of all that it is about, and the penalty.
 * What it proves is said to nobody; it only ends the looking.
 */
export function tidyLevel({ standing }: Context, kind: PlanKind): Level {
  const { penalty, total } = standing.of(kind).value;
  let proven = standing.bounds.moved;
  return {
    goal: { kind: "moved" },
    bars: { ...standing.bars, penalty, total: kind === "least-total" ? total : null },
    best: () => standing.of(kind),
    bound: (least) => {
      proven = Math.max(proven, least);
      return proven >= standing.of(kind).value.moved;
    },
  };
}

export function worstLevel({ standing, tell }: Context): Level {
  return {
    goal: { kind: "worst" },
    bars: standing.bars,
    best: () => standing.kindest,
    bound: (least) => {
      if (standing.bound("worst", least)) tell();
      return standing.bounds.worst >= standing.kindest.value.worst;
    },
  };
}

/**
 * What no plan within the bars can spare, without any solver: each group's cheapest starts, and for the total each job's
 * cheapest start for all of its groups together.
 */
export function boundPlainly({ frame, standing }: Context): void {
  const { bars } = standing;
  const { groups, jobs } = frame.problem;
  const least = leastCosts(frame, bars);
  const ranges = rangesOf(frame, bars, least);
  const must = leastTotals(frame, bars);
  standing.bound("worst", Math.max(0, ...ranges.map((range) => range.least)));
  standing.bound(
    "penalty",
    ranges.reduce((sum, range, g) => sum + penaltyOf((groups[g]?.carried ?? 0) + range.least), 0),
  );
  standing.bound(
    "total",
    groups.reduce((sum, { fixed }) => sum + fixed, must),
  );
  standing.bound(
    "moved",
    jobs.reduce((sum, job) => sum + (job.hadTime && job.was < 0 ? job.links : 0), 0),
  );
}

function leastTotals(frame: Frame, bars: Bars): number {
  const all = allPlaced(frame, bars);
  return frame.problem.jobs.reduce((total, job, j) => {
    const open = openStarts(frame, job, j);
    if (!all[job.priority - 1] || open.length === 0) return total;
    const costs = open.map((c) => (job.candidates[c]?.costs ?? []).reduce((sum, cost) => sum + cost, 0));
    return total + Math.min(...costs);
  }, 0);
}

/**
 * Raises the bound of the worst-off group: for a limit between what is proven and what is known, starts that alone would
 * put a group above it are closed, and the relaxation of what is left says whether any plan keeps to it. Halves the way
 * until there is no limit left to try, each in a share of the time.
 */
export function boundWorst(context: Context, until: number): void {
  const { frame, standing, now } = context;
  const { goal, bars, bound } = worstLevel(context);
  const values = valuesOf(frame, goal, bars);
  const step = Math.max(1, Math.round(values.step * 60));
  for (let [low, high] = [standing.bounds.worst, standing.kindest.value.worst]; low < high && now() < until;) {
    const limit = Math.min(high - step, low + Math.floor((high - low) / 2 / step) * step);
    const barred = { ...bars, worst: limit };
    const isOut = (least: number): boolean => valueAbove(goal, least, values) > limit;
    const found =
      modelOf(frame, goal, barred) === null ? "none" : root(context, goal, barred, now() + (until - now()) / 2, isOut);
    if (found === "none" || (found !== null && isOut(found.bound))) {
      bound(limit + 1 <= high ? valueAbove(goal, (limit + 1) / 60, values) : high);
      low = Math.max(standing.bounds.worst, limit + step);
    } else high = limit;
  }
}
