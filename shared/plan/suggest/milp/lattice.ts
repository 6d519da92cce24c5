import { penaltyOf } from "../value.ts";
import type { Frame } from "./frame.ts";
import type { Range } from "./limits.ts";
import { divisor } from "./resources.ts";
import { burdenSums } from "./sums.ts";

// Values are whole numbers, and often only some of them: a bound may be raised to the next that there can be.

/** The next value at or above a bound that a sum of a kind can have: `base` + a multiple of `step` (0: only `base`). */
export interface Lattice {
  readonly base: number;
  readonly step: number;
}

/**
 * A bound as a solver says it may be a little too high: so much of it is not believed, relative to its size. A thousand
 * times what HiGHS allows itself in rows and prices (1e-7 and 1e-6 of units of one), and far below any step.
 */
const doubt = 1e-6;

/** What a bound proves: the least value of these lattices that is not below it, a hair's doubt aside. */
export function raised(bound: number, lattices: readonly Lattice[]): number {
  if (!Number.isFinite(bound)) return bound;
  const sure = bound - doubt * Math.max(1, Math.abs(bound));
  return Math.min(...lattices.map((lattice) => next(sure, lattice)));
}

function next(value: number, { base, step }: Lattice): number {
  if (step === 0) return value <= base ? base : Infinity;
  return base + Math.ceil((value - base) / step) * step;
}

/** The values that burdens, their sum and the penalty can have, in weighted minutes and as `Value.penalty`. */
export interface Lattices {
  readonly worst: readonly Lattice[];
  readonly total: readonly Lattice[];
  readonly penalty: readonly Lattice[];
}

export function latticesOf(frame: Frame, ranges: readonly Range[]): Lattices {
  const { groups } = frame.problem;
  const steps = burdenSums(frame).map(({ values }) => values.reduce(divisor, 0));
  const fixed = groups.reduce((sum, group) => sum + group.fixed, 0);
  let penalty = 0;
  for (const [g, group] of groups.entries()) {
    const step = steps[g] ?? 0;
    const from = group.carried + group.fixed;
    if (step === 0) continue;
    for (let more = step; more <= (ranges[g]?.most ?? 0) - group.fixed + step; more += step)
      penalty = divisor(penalty, penaltyOf(from + more) - penaltyOf(from));
  }
  return {
    worst: groups.map((group, g) => ({ base: group.fixed, step: steps[g] ?? 0 })),
    total: [{ base: fixed, step: steps.reduce(divisor, 0) }],
    penalty: [
      { base: groups.reduce((sum, { carried, fixed: own }) => sum + penaltyOf(carried + own), 0), step: penalty },
    ],
  };
}
