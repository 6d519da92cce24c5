import { giveWay, settle } from "./options.ts";
import { firstAt } from "./rows.ts";
import type { State } from "./state.ts";

/** How much more it takes to push a job of class 1 or 2 out than one of class 3. */
const classes = [0, 25, 5, 1];

/**
 * Placing what is not placed yet: a job goes where the least must be pushed out, what was pushed out waits, and whoever
 * finds no free place becomes harder to push (Nagata and Bräysy, A powerful route minimization heuristic, 2009).
 */
export class Fill {
  looked = 0;
  readonly #state: State;
  readonly #random: () => number;
  readonly #waiting: number[];
  readonly #tried: Float64Array;
  readonly #weight: Float64Array;

  constructor(state: State, random: () => number) {
    this.#state = state;
    this.#random = random;
    const { rows } = state;
    const cells = (job: number): number => rows.from[job + 1]! - rows.from[job]!;
    const open = (job: number): boolean => rows.shut.subarray(rows.from[job], rows.from[job + 1]).includes(0);
    // The last comes first: high classes, then those with few places.
    this.#waiting = [...state.start.keys()]
      .filter((job) => state.start[job]! < 0 && open(job))
      .sort((a, b) => rows.priority[b]! - rows.priority[a]! || cells(b) - cells(a) || b - a);
    this.#tried = new Float64Array(rows.jobs).fill(1);
    this.#weight = new Float64Array([...state.start.keys()].reduce((most, job) => Math.max(most, cells(job)), 0));
  }

  get isDone(): boolean {
    return this.#waiting.length === 0;
  }

  /** Places one job that waits. */
  step(): void {
    const job = this.#waiting.pop();
    if (job === undefined) return;
    const candidate = this.#choose(job);
    if (candidate < 0) {
      this.#waiting.unshift(job);
      return;
    }
    const moved = [job];
    for (const other of this.#inTheWay(job, candidate)) {
      this.#state.take(other);
      this.#waiting.unshift(other);
      moved.push(other);
    }
    if (moved.length > 1) this.#tried[job]! += 1;
    this.#state.put(job, candidate);
    giveWay(this.#state, job);
    if (this.#state.rows.count > this.#state.rows.jobs) settle(this.#state, moved);
  }

  /** The candidate at which the least is in the way, and of those the one that costs least; −1: none is open. */
  #choose(job: number): number {
    const state = this.#state;
    const { from, shut, groupFrom, group, costFrom, cost } = state.rows;
    const first = from[job]!;
    const count = from[job + 1]! - first;
    this.#weigh(job);
    const groups = groupFrom[job + 1]! - groupFrom[job]!;
    let best = -1;
    let least = Infinity;
    let leastWeight = Infinity;
    for (let c = 0; c < count; c += 1) {
      const weight = this.#weight[c]!;
      if (shut[first + c] === 1 || weight > leastWeight) continue;
      // Where somebody must go, which of several equal ones is left to chance, or it would go round in circles.
      let worth = weight > 0 ? this.#random() : 0;
      const paying = weight > 0 ? 0 : groups;
      for (let i = 0; i < paying; i += 1) {
        const burden = state.burden[group[groupFrom[job]! + i]!]!;
        worth += state.priceOf(burden + cost[costFrom[job]! + c * groups + i]!) - state.priceOf(burden);
      }
      if (weight < leastWeight || worth < least) {
        best = c;
        least = worth;
        leastWeight = weight;
      }
    }
    this.looked += count;
    return best;
  }

  /** By candidate: how hard it is to push those out who are in the way there. */
  #weigh(job: number): void {
    const state = this.#state;
    const { rows, limits } = state;
    const first = rows.from[job]!;
    const end = rows.from[job + 1]!;
    this.#weight.fill(0, 0, end - first);
    const { from, other, low, high } = limits.pairs;
    for (let i = from[job]!; i < from[job + 1]!; i += 1) {
      const row = other[i]!;
      const start = row < rows.jobs ? state.start[row]! : -1;
      if (start < 0) continue;
      const there = rows.at[rows.from[row]! + start]!;
      const hard = this.#hard(row);
      for (let cell = firstAt(rows.at, first, end, there - high[i]!, true); cell < end; cell += 1) {
        if (rows.at[cell]! >= there - low[i]!) break;
        this.#weight[cell - first]! += hard;
      }
    }
    for (const { of, counted } of state.uses[job]!) {
      const taken = state.taken[counted]!;
      const { capacity, uses } = limits.counted[counted]!;
      const usual = uses.reduce((sum, { row }) => sum + (row < rows.jobs ? this.#hard(row) : 0), 0) / uses.length;
      for (let c = 0; c < end - first; c += 1) {
        let most = 0;
        for (let i = of.first[c]!; i < of.end[c]!; i += 1) most = Math.max(most, taken[i]! + of.amount - capacity);
        if (most > 0) this.#weight[c]! += usual * Math.ceil(most / of.amount);
      }
    }
  }

  #hard(job: number): number {
    return this.#tried[job]! * classes[this.#state.rows.priority[job]!]!;
  }

  /** Who has to go. */
  #inTheWay(job: number, candidate: number): readonly number[] {
    const state = this.#state;
    const { rows, limits } = state;
    const here = rows.at[rows.from[job]! + candidate]!;
    const out = new Set<number>();
    const { from, other, low, high } = limits.pairs;
    for (let i = from[job]!; i < from[job + 1]!; i += 1) {
      const row = other[i]!;
      if (row >= rows.jobs || state.start[row]! < 0) continue;
      const away = rows.at[rows.from[row]! + state.start[row]!]! - here;
      if (low[i]! < away && away < high[i]!) out.add(row);
    }
    for (const { of, counted } of state.uses[job]!) {
      const { capacity, busy, uses } = limits.counted[counted]!;
      const users = uses.filter(
        ({ row, first, end }) =>
          row < rows.jobs &&
          state.start[row]! >= 0 &&
          first[state.start[row]!]! < of.end[candidate]! &&
          of.first[candidate]! < end[state.start[row]!]!,
      );
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) {
        const there = users.filter(({ row, first, end }) => {
          const start = state.start[row]!;
          return !out.has(row) && first[start]! <= i && i < end[start]!;
        });
        let left = there.reduce((sum, { amount }) => sum + amount, busy[i]! + of.amount - capacity);
        while (left > 0 && there.length > 0) {
          const [gone] = there.splice(Math.floor(this.#random() * there.length), 1);
          if (gone === undefined) break;
          out.add(gone.row);
          left -= gone.amount;
        }
      }
    }
    return [...out];
  }
}
