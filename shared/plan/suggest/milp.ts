import { addPenalty, addWorst, limitPenalty } from "./milp/burdens.ts";
import type { Extra } from "./milp/burdens.ts";
import type { Frame } from "./milp/frame.ts";
import { allPlaced, leastCosts, openStarts, rangesOf } from "./milp/limits.ts";
import type { Bars, Range } from "./milp/limits.ts";
import { modelFrom } from "./milp/model.ts";
import type { Columns, Model, Row, Rows, Sum } from "./milp/model.ts";
import type { Cost } from "./problem.ts";
import { burdenSums, movedSum, placedSum, reachedSum, totalSum } from "./milp/sums.ts";

export { brokenCliques, conflictsOf } from "./milp/cliques.ts";
export type { Conflicts } from "./milp/cliques.ts";
export { columnsOf, placingOf } from "./milp/frame.ts";
export type { Frame } from "./milp/frame.ts";
export { frameOf } from "./milp/making.ts";
export { latticesOf, raised } from "./milp/lattice.ts";
export type { Lattice, Lattices } from "./milp/lattice.ts";
export { allPlaced, leastCosts, openStarts, placeable, rangesOf } from "./milp/limits.ts";
export type { Bars, Range } from "./milp/limits.ts";
export { excess } from "./milp/model.ts";
export { divisor } from "./milp/resources.ts";
export type { Model, Row } from "./milp/model.ts";

// A problem as linear models with whole numbers, one for each level of what a plan is worth (scheduling.md, *Suggest*):
// time-indexed starts; earlier levels are rows of the later ones, never weights in one sum.

/** What is asked for among the plans within the bars. */
export type Goal =
  | { readonly kind: "placed"; readonly priority: 1 | 2 | 3 }
  | { readonly kind: "reached" | "moved" | "worst" | "total" | "penalty" };

/** A model, and how values of the frame's columns become values of all of its columns. */
export interface Asked {
  readonly model: Model;
  /** For a placing's columns of the frame (`columnsOf`). */
  readonly from: (values: Float64Array) => Float64Array;
}

/** Beside what the frame says. */
export interface More {
  /** Rows: of resources, cliques. */
  readonly rows?: readonly Row[];
  /** Columns of the frame that are 0 in any plan that is asked for. */
  readonly closed?: readonly number[];
}

/**
 * The model of one level. Its value, always the less the better: for *placed* and *reached* the number with a minus; *moved* links;
 * *worst* and *total* in weighted hours; *penalty* as Σ h (`Value.penalty` / 60). Null: the bars alone say that there is no such plan.
 * The rows of the frame's resources are not in it unless they are given.
 */
export function modelOf(frame: Frame, goal: Goal, bars: Bars, more: More = {}): Asked | null {
  const columns = frame.columns.copy();
  const rows = frame.rows.copy();
  const least = leastCosts(frame, bars);
  const ranges = rangesOf(frame, bars, least);
  if (ranges.some(({ least: low, most }) => low > most)) return null;
  const burdens = burdenSums(frame);
  barRows(frame, rows, bars);
  close(frame, columns, least, ranges);
  for (const column of more.closed ?? []) columns.upper[column] = 0;
  for (const row of more.rows ?? []) rows.atMost(row);
  const own = frame.columns.cost.length;
  const { offset, values } = aim(frame, goal, columns, rows, burdens, ranges);
  if (bars.worst !== null && goal.kind !== "penalty" && goal.kind !== "worst") limitRows(rows, burdens, ranges);
  if (bars.total !== null) {
    const { constant, columns: paying, values: minutes } = totalSum(burdens);
    rows.add(-Infinity, paying, minutes, bars.total - constant);
  }
  const barred =
    bars.penalty === null || goal.kind === "penalty"
      ? null
      : limitPenalty(bars.penalty, frame.problem, columns, rows, burdens, ranges);
  return {
    model: modelFrom(columns, rows, offset),
    from: (of) => {
      const all = new Float64Array(columns.cost.length);
      all.set(of.subarray(0, own));
      all.set([...values(all), ...(barred?.values(all) ?? [])], own);
      return all;
    },
  };
}

function aim(
  frame: Frame,
  goal: Goal,
  columns: Columns,
  rows: Rows,
  burdens: readonly Sum[],
  ranges: readonly Range[],
): Extra {
  const sum = (of: Sum, factor: number): Extra => {
    for (const [i, column] of of.columns.entries()) columns.cost[column] = (of.values[i] ?? 0) * factor;
    return { offset: of.constant * factor, values: () => [] };
  };
  switch (goal.kind) {
    case "placed":
      return sum(placedSum(frame, goal.priority), -1);
    case "reached":
      return sum(reachedSum(frame), -1);
    case "moved":
      return sum(movedSum(frame), 1);
    case "total":
      return sum(totalSum(burdens), 1 / 60);
    case "worst":
      return addWorst(columns, rows, burdens, ranges);
    case "penalty":
      return addPenalty(frame.problem, columns, rows, burdens, ranges);
  }
}

function barRows(frame: Frame, rows: Rows, bars: Bars): void {
  const all = allPlaced(frame, bars);
  for (const [j, job] of frame.problem.jobs.entries()) {
    const open = openStarts(frame, job, j).map((c) => frame.starts[j]?.[c] ?? 0);
    if (all[job.priority - 1] === true && open.length > 0)
      rows.add(
        1,
        open,
        open.map(() => 1),
        1,
      );
  }
  for (const priority of [1, 2, 3] as const) {
    const { columns, values } = placedSum(frame, priority);
    const least = bars.placed[priority - 1] ?? 0;
    if (all[priority - 1] !== true && least > 0) rows.add(least, columns, values, Infinity);
  }
  if (bars.reached > 0) {
    const { columns, values } = reachedSum(frame);
    rows.add(bars.reached, columns, values, Infinity);
  }
  if (bars.moved !== null) {
    const { constant, columns, values } = movedSum(frame);
    rows.add(-Infinity, columns, values, bars.moved - constant);
  }
}

/** Closes starts that alone would put a group over the most that it may pay. */
function close(
  frame: Frame,
  columns: Columns,
  least: readonly ReadonlyMap<number, Cost>[],
  ranges: readonly Range[],
): void {
  for (const [j, job] of frame.problem.jobs.entries()) {
    for (const [c, candidate] of job.candidates.entries()) {
      const over = job.attends.some((group, i) => {
        const range = ranges[group];
        return (
          range !== undefined && range.least - (least[j]?.get(group) ?? 0) + (candidate.costs[i] ?? 0) > range.most
        );
      });
      const column = frame.starts[j]?.[c];
      if (over && column !== undefined) columns.upper[column] = 0;
    }
  }
}

/** No group pays more than it may. */
function limitRows(rows: Rows, burdens: readonly Sum[], ranges: readonly Range[]): void {
  for (const [g, { constant, columns, values }] of burdens.entries()) {
    const most = (ranges[g]?.most ?? 0) - constant;
    if (columns.length > 0)
      rows.add(
        -Infinity,
        columns,
        values.map((value) => value / 60),
        most / 60,
      );
  }
}
