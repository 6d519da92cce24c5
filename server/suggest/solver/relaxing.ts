import { brokenCliques, excess, modelOf } from "../../../shared/plan/suggest/milp.ts";
import type { Bars, Goal, Row } from "../../../shared/plan/suggest/milp.ts";
import type { Context } from "./context.ts";
import type { Relaxed } from "./highs.ts";

/** A relaxation with all the rows that it breaks added, or as many as there was time for. */
export type Root = Relaxed;

/** So many rows of either kind are added at once. */
const atOnce = 300;
const broken = 0.01;
/** Ends after so many rounds in which the bound rose by less than this part of it and few rows were broken. */
const patience = 4;
const worthwhile = 1e-4;
/** Columns a second that become a model: with less time than that there would be none. */
const made = 100_000;

/**
 * Bounds a goal by its relaxation. It begins without the rows of resources, as few of many thousand bind, and adds those
 * that it breaks, and cliques (those that bind at the end are kept for the branching of any goal); each round has a bound that is true. `onBound` hears it in the model's units and says whether
 * that is enough. "none": there is no such plan. Null: nothing found out in the time.
 */
export function root(
  { solver, frame, conflicts, cliques, now }: Context,
  goal: Goal,
  bars: Bars,
  until: number,
  onBound: (bound: number) => boolean,
): Root | "none" | null {
  if (((until - now()) / 1000) * made < frame.columns.cost.length) return null;
  const asked = modelOf(frame, goal, bars);
  if (asked === null) return "none";
  const relaxation = solver.relax(asked.model);
  if (relaxation === null) return null;
  try {
    let last: Relaxed | null = null;
    let idle = 0;
    const left = new Set(frame.resources);
    const own: Row[] = [];
    while (now() < until) {
      const solved = relaxation.solve((until - now()) / 1000);
      if (solved === "none") return "none";
      if (solved === null) break;
      const rise: number = solved.bound - (last?.bound ?? -Infinity);
      last = last !== null && rise < 0 ? { ...solved, bound: last.bound, rest: last.rest } : solved;
      if (onBound(last.bound)) break;
      const over = [...left].map((row) => ({ row, by: excess(row, solved.values) })).filter(({ by }) => by > broken);
      const worst = over.toSorted((a, b) => b.by - a.by).slice(0, atOnce);
      const more = brokenCliques(frame, conflicts, solved.values, atOnce);
      idle = over.length < atOnce / 10 && rise < worthwhile * Math.abs(last.bound) ? idle + 1 : 0;
      if (worst.length + more.length === 0 || idle >= patience) break;
      for (const { row } of worst) left.delete(row);
      own.push(...more);
      relaxation.add([...worst.map(({ row }) => row), ...more]);
    }
    if (last === null) return null;
    const { values } = last;
    cliques.keep(own.filter((row) => excess(row, values) > -1e-6));
    return last;
  } finally {
    relaxation.close();
  }
}
