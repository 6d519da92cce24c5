import { divisor, latticesOf, leastCosts, raised, rangesOf } from "../../../shared/plan/suggest/milp.ts";
import type { Bars, Conflicts, Frame, Goal, Lattice, Row } from "../../../shared/plan/suggest/milp.ts";
import type { Placing, Value } from "../../../shared/plan/suggest/problem.ts";
import type { SearchKind } from "../../../shared/plan/suggest/search/best.ts";
import type { Solver } from "./highs.ts";
import type { Standing } from "./standing.ts";

/** Cliques that were worth their row somewhere: true in every model, whatever its goal. */
export class Kept {
  readonly #rows = new Map<string, Row>();

  keep(rows: readonly Row[]): void {
    for (const row of rows) this.#rows.set(row.columns.join(), row);
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()];
  }
}

/** What every part of a solve needs. */
export interface Context {
  readonly solver: Solver;
  readonly frame: Frame;
  readonly conflicts: Conflicts;
  readonly cliques: Kept;
  readonly standing: Standing;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  /** Takes a placing in, if it is legal and better, and tells of it. */
  readonly offer: (placing: Placing) => void;
  /** Something else is known: a bound. */
  readonly tell: () => void;
  /** Local search from the best of this kind. */
  readonly polish: (kind: SearchKind, until: number) => void;
}

/** The values that a goal can have, in the units of its models (`modelOf`). */
export interface Values {
  readonly lattices: readonly Lattice[];
  /** Two values are so far apart at least; 0: there is only one. */
  readonly step: number;
}

export function valuesOf(frame: Frame, goal: Goal, bars: Bars): Values {
  if (!inHours(goal)) return { lattices: [{ base: 0, step: 1 }], step: 1 };
  const free = { ...bars, penalty: null, worst: null };
  const lattices = latticesOf(frame, rangesOf(frame, free, leastCosts(frame, free)))[goal.kind];
  const first = lattices[0]?.base ?? 0;
  const step = lattices.reduce((all, lattice) => divisor(divisor(all, lattice.step), lattice.base - first), 0);
  return { lattices: lattices.map(({ base, step: own }) => ({ base: base / 60, step: own / 60 })), step: step / 60 };
}

/** The least value that a bound of a goal's models leaves: whole, weighted minutes, or as `Value.penalty`. */
export function valueAbove(goal: Goal, bound: number, { lattices }: Values): number {
  const value = raised(bound, lattices);
  return Math.round(inHours(goal) ? value * 60 : value);
}

/** What a plan is worth by a goal, the less the better, in the units of `valueAbove`. */
export function worthOf(goal: Goal, value: Value): number {
  if (goal.kind === "placed") return -(value.placed[goal.priority - 1] ?? 0);
  return goal.kind === "reached" ? -value.reached : value[goal.kind];
}

/** The same in the units of the models. */
export function unitsOf(goal: Goal, worth: number): number {
  return inHours(goal) ? worth / 60 : worth;
}

function inHours(goal: Goal): goal is { readonly kind: "worst" | "total" | "penalty" } {
  return goal.kind === "worst" || goal.kind === "total" || goal.kind === "penalty";
}
