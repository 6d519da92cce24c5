import type { Cost, Problem } from "../problem.ts";
import { penaltyOf } from "../value.ts";
import type { Range } from "./limits.ts";
import { worth } from "./model.ts";
import type { Columns, Rows, Sum } from "./model.ts";
import { piecesOf } from "./penalty.ts";

/** What a goal adds: the constant part of its value, and the values of its own columns for given ones of the frame. */
export interface Extra {
  readonly offset: number;
  readonly values: (all: Float64Array) => readonly number[];
}

/**
 * A column for the burden of the worst-off group. It may lie above what the bars allow: they close starts, and that the least
 * burden is above them then is the proof that there is no such plan.
 */
export function addWorst(columns: Columns, rows: Rows, burdens: readonly Sum[], ranges: readonly Range[]): Extra {
  const floor = Math.max(0, ...ranges.map(({ least }) => least));
  const top = Math.max(
    floor,
    ...burdens.map(({ constant, values }) => values.reduce((sum, value) => sum + value, constant)),
  );
  const worst = columns.add(hours(floor), hours(top), false);
  columns.cost[worst] = 1;
  for (const { constant, columns: own, values } of burdens) {
    if (own.length > 0) rows.add(-Infinity, [...own, worst], [...values.map(hours), -1], -hours(constant));
  }
  return { offset: 0, values: (all) => [hours(Math.max(floor, ...burdens.map((sum) => worth(sum, all))))] };
}

/** Columns for the pieces of each group's penalty: they fill in their order by themselves, as the later ones cost more. */
export function addPenalty(
  problem: Problem,
  columns: Columns,
  rows: Rows,
  burdens: readonly Sum[],
  ranges: readonly Range[],
): Extra {
  let offset = 0;
  const filled: { group: number; least: Cost; pieces: ReturnType<typeof piecesOf> }[] = [];
  for (const [g, { constant, columns: own, values }] of burdens.entries()) {
    const { carried } = problem.groups[g] ?? { carried: 0 };
    const { least, most } = ranges[g] ?? { least: constant, most: constant };
    offset += penaltyOf(carried + least) / 60;
    const pieces = piecesOf(carried + least, carried + most);
    filled.push({ group: g, least, pieces });
    const filling = pieces.map(({ length, slope }) => {
      const column = columns.add(0, hours(length), false);
      columns.cost[column] = slope;
      return column;
    });
    if (own.length > 0)
      rows.add(
        -Infinity,
        [...own, ...filling],
        [...values.map(hours), ...filling.map(() => -1)],
        hours(least - constant),
      );
  }
  const fill = (all: Float64Array): readonly number[] =>
    filled.flatMap(({ group, least, pieces }) => {
      const sum = burdens[group];
      let rest = sum === undefined ? 0 : worth(sum, all) - least;
      return pieces.map(({ length }) => {
        const here = Math.max(0, Math.min(length, rest));
        rest -= here;
        return hours(here);
      });
    });
  return { offset, values: fill };
}

/** The same columns, but nothing is aimed at: the penalty (as `Value.penalty`) is no more than this. */
export function limitPenalty(
  most: number,
  problem: Problem,
  columns: Columns,
  rows: Rows,
  burdens: readonly Sum[],
  ranges: readonly Range[],
): Extra {
  const first = columns.cost.length;
  const { offset, values } = addPenalty(problem, columns, rows, burdens, ranges);
  const slopes = columns.cost.splice(first);
  columns.cost.push(...slopes.map(() => 0));
  // It is a whole number, so half of one more is room for rounding and for no other plan.
  rows.add(
    -Infinity,
    slopes.map((_, i) => first + i),
    slopes,
    (most + 0.5) / 60 - offset,
  );
  return { offset: 0, values };
}

const hours = (minutes: Cost): number => minutes / 60;
