import type { Placing } from "../problem.ts";
import type { PlanKind } from "../suggestion.ts";
import type { State } from "./state.ts";

/** *least-worst*: the worst-off group pays as little as can be, whatever the others pay. */
export type SearchKind = PlanKind | "least-worst";

/** The best state seen, judged as `compareValues` judges, level after level. */
export class Best {
  readonly #state: State;
  readonly #kind: SearchKind;
  readonly #start: Int32Array;
  readonly #on: Uint8Array;
  #levels: readonly number[];
  #squares: number;
  #burdens: Int32Array;
  #isNew = true;

  constructor(state: State, kind: SearchKind) {
    this.#state = state;
    this.#kind = kind;
    this.#start = state.start.slice();
    this.#on = state.on.slice();
    this.#levels = this.#levelsNow();
    this.#squares = state.squares;
    this.#burdens = state.burden.toSorted();
  }

  /** Keeps the state as it is now, if it is better than all before. */
  see(): boolean {
    if (!this.#isBetter()) return false;
    const state = this.#state;
    this.#start.set(state.start);
    this.#on.set(state.on);
    this.#levels = this.#levelsNow();
    this.#squares = state.squares;
    this.#burdens = state.burden.toSorted();
    this.#isNew = true;
    return true;
  }

  /** The best one, if it has not been asked for since it was found. */
  news(): Placing | null {
    if (!this.#isNew) return null;
    this.#isNew = false;
    return this.placing();
  }

  placing(): Placing {
    const { optionFrom, jobs } = this.#state.rows;
    return {
      starts: [...this.#start],
      options: Array.from({ length: jobs }, (_, j) =>
        Array.from(this.#on.subarray(optionFrom[j], optionFrom[j + 1]), (live) => live === 1),
      ),
    };
  }

  /** Takes the state back to it. */
  restore(): void {
    const state = this.#state;
    const { jobs, count } = state.rows;
    for (let j = 0; j < jobs; j += 1) if (state.start[j]! >= 0 && state.start[j] !== this.#start[j]) state.take(j);
    for (let row = jobs; row < count; row += 1) if (state.on[row] === 1 && this.#on[row] === 0) state.turnOff(row);
    for (let j = 0; j < jobs; j += 1) if (state.start[j]! < 0 && this.#start[j]! >= 0) state.put(j, this.#start[j]!);
    for (let row = jobs; row < count; row += 1) if (state.on[row] === 0 && this.#on[row] === 1) state.turnOn(row);
  }

  /** Less is better, the first one that differs decides. */
  #levelsNow(): readonly number[] {
    const { unplaced, reached, penalty, moved } = this.#state;
    return [unplaced[1] ?? 0, unplaced[2] ?? 0, unplaced[3] ?? 0, -reached, this.#own(), penalty, moved];
  }

  /** What the kind is about. */
  #own(): number {
    const { total, moved, burden } = this.#state;
    if (this.#kind === "least-total") return total;
    if (this.#kind === "least-change") return moved;
    let worst = 0;
    if (this.#kind === "least-worst") for (const minutes of burden) worst = Math.max(worst, minutes);
    return worst;
  }

  #isBetter(): boolean {
    const state = this.#state;
    const best = this.#levels;
    // Asked after each step: no list is made for most of them.
    const { unplaced } = state;
    if (unplaced[1] !== best[0]) return unplaced[1]! < best[0]!;
    if (unplaced[2] !== best[1]) return unplaced[2]! < best[1]!;
    if (unplaced[3] !== best[2]) return unplaced[3]! < best[2]!;
    if (-state.reached !== best[3]) return -state.reached < best[3]!;
    const own = this.#own();
    if (own !== best[4]) return own < best[4]!;
    if (state.penalty !== best[5]) return state.penalty < best[5]!;
    if (state.moved !== best[6]) return state.moved < best[6]!;
    // Most states of one penalty have the same burdens.
    if (state.squares === this.#squares) return false;
    const burdens = state.burden.toSorted();
    for (let i = burdens.length - 1; i >= 0; i -= 1)
      if (burdens[i] !== this.#burdens[i]) return burdens[i]! < this.#burdens[i]!;
    return false;
  }
}
