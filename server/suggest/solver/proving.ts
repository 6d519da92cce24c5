import { columnsOf, modelOf, placingOf } from "../../../shared/plan/suggest/milp.ts";
import type { Bars, Goal } from "../../../shared/plan/suggest/milp.ts";
import { unitsOf, valueAbove, valuesOf, worthOf } from "./context.ts";
import type { Context } from "./context.ts";
import type { Root } from "./relaxing.ts";
import { root } from "./relaxing.ts";
import type { Found } from "./standing.ts";

/** A level to be proven: from a plan within the bars downwards. */
export interface Level {
  readonly goal: Goal;
  readonly bars: Bars;
  /** The best plan known, anew at each call. */
  readonly best: () => Found;
  /** No plan within the bars is worth less, in the units of `worthOf`. Says whether that proves the best one. */
  readonly bound: (least: number) => boolean;
}

/** What a relaxation has left to branching. */
export interface Left extends Root {
  /** `Standing.era`: of another one, it says nothing. */
  readonly era: number;
}

/** By the relaxation alone. @returns what may help branching; null: nothing found out, or no more to do */
export function proveByRoot(context: Context, level: Level, until: number): Left | null {
  if (level.bound(-Infinity)) return null;
  const { goal, bars, best, bound } = level;
  const values = valuesOf(context.frame, goal, bars);
  // Plans with a larger penalty than the best are no rivals: with them left out, its own value is the most that is proven.
  const own = worthOf(goal, best().value);
  const rivals = goal.kind === "penalty" ? { ...bars, penalty: own } : bars;
  const found = root(context, goal, rivals, until, (least) => bound(Math.min(own, valueAbove(goal, least, values))));
  // The best one is a plan within the bars: that there is none is a mistake, which proves nothing.
  return found === "none" || found === null ? null : { ...found, era: context.standing.era };
}

/** A hair more than rounding, in what a relaxation says of its columns. */
const hair = 1e-6;

/** Columns a second: with less time than that, branching would hardly have begun. */
const worthwhile = 10_000;

export function isWorthwhile({ frame, now }: Context, until: number): boolean {
  return ((until - now()) / 1000) * worthwhile >= frame.columns.cost.length;
}

/** By branching, from the best plan; better ones are offered as they come. @returns whether the best is proven */
export function proveByBranching(context: Context, level: Level, left: Left | null, until: number): boolean {
  const { goal, bars, best, bound } = level;
  const { frame, solver, cliques, standing, now, offer } = context;
  if (bound(-Infinity)) return true;
  const seconds = (until - now()) / 1000;
  if (!isWorthwhile(context, until)) return false;
  const begin = best();
  const own = worthOf(goal, begin.value);
  const values = valuesOf(frame, goal, bars);
  const rivals = {
    ...bars,
    penalty: goal.kind === "penalty" ? own : bars.penalty,
    worst: goal.kind === "worst" ? own : bars.worst,
  };
  const start = columnsOf(frame, begin.placing);
  const limit = unitsOf(goal, own) - values.step + hair * Math.max(1, Math.abs(unitsOf(goal, own)));
  // What costs so much by itself that no better plan can have it. The start keeps its columns, so that it stays a plan.
  const price = (column: number): number =>
    left === null || left.era !== standing.era ? -Infinity : left.bound + (left.rest[column] ?? 0);
  const closed = [...start.keys()].filter((column) => start[column] === 0 && price(column) > limit);
  const asked = modelOf(frame, goal, rivals, { rows: [...frame.resources, ...cliques.rows], closed });
  if (asked === null) return false;
  const claim = (least: number): boolean => bound(Math.min(own, valueAbove(goal, least, values)));
  const solved = solver.run(asked.model, {
    seconds,
    start: asked.from(start),
    gap: Math.max(1e-6, values.step * 0.9),
    onBound: (least) => void claim(least),
    onValues: (found) => offer(placingOf(frame, found)),
  });
  if (solved.values !== null) offer(placingOf(frame, solved.values));
  // With its start, the model has a plan: that it has none is a mistake, which proves nothing.
  return (solved.ending === "optimal" || solved.ending === "limit") && claim(solved.bound);
}

/** Both, one after the other; the relaxation has up to half of the time. @returns whether the best is proven */
export function prove(context: Context, level: Level, until: number): boolean {
  const now = context.now();
  return proveByBranching(context, level, proveByRoot(context, level, now + (until - now) / 2), until);
}
