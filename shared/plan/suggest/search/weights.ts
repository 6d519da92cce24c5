import type { SearchKind } from "./best.ts";
import type { State } from "./state.ts";

/**
 * What annealing goes by: one number for a change, less is better. It only guides: which of two states is the better one is
 * decided level after level. Also what does not change while it goes.
 */
export interface Weights {
  /** Of a job that is not placed, by priority. */
  readonly missing: readonly number[];
  readonly person: number;
  readonly moved: number;
  readonly total: number;
  /** By cell of a job: what it is worth there beside penalty and options. */
  readonly bonus: Float64Array;
  /** What one more hour costs the average group now, in penalty: the scale of temperatures. */
  readonly unit: number;
}

/** `strict`: a higher level counts more than all below it together, else only much more, so that it can be left for a while. */
export function weightsOf(state: State, kind: SearchKind, strict: boolean): Weights {
  const { rows } = state;
  const unit = mean(
    Float64Array.from(state.burden, (minutes) =>
      minutes === 0 ? 0 : state.priceOf(minutes + 60) - state.priceOf(minutes),
    ),
  );
  // Not strict: one option or one session more or less is worth a few hours.
  const total = kind === "least-total" ? unit * (strict ? 20 : 0.1) : 0;
  const moved = kind === "least-change" ? unit * (strict ? 1e3 : 4 / mean(rows.links.subarray(0, rows.jobs))) : 0;
  const person = unit * (strict ? 1e7 : 8 / mean(rows.people.subarray(rows.jobs)));
  const third = unit * 1e11;
  const second = third * (rows.jobs + 1);

  const bonus = new Float64Array(rows.from[rows.jobs]!);
  for (let j = 0; j < rows.jobs; j += 1) {
    const first = rows.from[j]!;
    const groups = rows.groupFrom[j + 1]! - rows.groupFrom[j]!;
    for (let c = 0; c < rows.from[j + 1]! - first; c += 1) {
      const costAt = rows.costFrom[j]! + c * groups;
      const sum = rows.cost.subarray(costAt, costAt + groups).reduce((a, b) => a + b, 0);
      bonus[first + c] = total * sum + (c === rows.was[j]! ? 0 : moved * rows.links[j]!);
    }
  }
  return { missing: [0, second * (rows.jobs + 1), second, third], person, moved, total, bonus, unit };
}

/** What a state consists of, to compare another one with. */
export function sumsOf({ penalty, total, moved, reached, unplaced }: State): readonly number[] {
  return [penalty, total, moved, reached, ...unplaced];
}

/** How much worse a state is now than these sums; negative: better. Of each sum the difference, as some are huge. */
export function worseThan(before: readonly number[], state: State, weights: Weights): number {
  const [penalty, total, moved, reached, , first, second, third] = sumsOf(state).map((sum, i) => sum - before[i]!);
  return (
    penalty! +
    weights.total * total! +
    weights.moved * moved! -
    weights.person * reached! +
    weights.missing[1]! * first! +
    weights.missing[2]! * second! +
    weights.missing[3]! * third!
  );
}

/** Of those that are not zero; 1 if all are. */
function mean(values: Int32Array | Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    sum += value;
    count += value === 0 ? 0 : 1;
  }
  return count === 0 ? 1 : sum / count;
}
