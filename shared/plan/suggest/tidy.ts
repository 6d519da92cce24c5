import type { Placing, Problem } from "./problem.ts";
import { settle } from "./search/options.ts";
import { State } from "./search/state.ts";
import type { PlanKind } from "./suggestion.ts";

/** At most so many jobs make room for one that goes back. */
const mostPushed = 2;

/**
 * The same plan with less in it that is moved for nothing: each job goes back to where it was, or nearer to it, and each
 * optional link is live again, as long as the plan stays as good for its kind. Jobs in the way go elsewhere. It takes the
 * first way that helps, so a plan that is worth as much with even fewer moves may remain. `isOver` is asked often; with
 * it the plan so far comes back.
 */
export function tidied(problem: Problem, placing: Placing, kind: PlanKind, isOver: () => boolean): Placing {
  return new Tidying(problem, placing, kind).run(isOver);
}

/** Where nothing counts but what else is moved: all jobs' distance from where they were, and what is playback for nothing. */
export function untidiness(problem: Problem, { starts, options }: Placing): readonly [playback: number, away: number] {
  let playback = 0;
  let away = 0;
  for (const [j, job] of problem.jobs.entries()) {
    const start = job.candidates[starts[j] ?? -1];
    if (start === undefined) continue;
    playback += (options[j] ?? []).filter((isLive) => !isLive).length;
    const had = job.hadTime ? job.candidates[job.was] : undefined;
    if (had !== undefined) away += Math.abs(start.at - had.at);
  }
  return [playback, away];
}

class Tidying {
  readonly #problem: Problem;
  readonly #state: State;
  readonly #kind: PlanKind;

  constructor(problem: Problem, { starts, options }: Placing, kind: PlanKind) {
    this.#problem = problem;
    this.#kind = kind;
    this.#state = new State(problem);
    const { rows } = this.#state;
    for (const [j, start] of starts.entries()) if (start >= 0) this.#state.put(j, start);
    for (let row = rows.jobs; row < rows.count; row += 1) {
      const j = rows.jobOf[row]!;
      if ((starts[j] ?? -1) >= 0 && options[j]?.[row - rows.optionFrom[j]!] === true) this.#state.turnOn(row);
    }
  }

  run(isOver: () => boolean): Placing {
    const state = this.#state;
    const { rows } = state;
    for (let isBetter = true; isBetter && !isOver();) {
      isBetter = false;
      for (let j = 0; j < rows.jobs && !isOver(); j += 1) {
        const was = rows.was[j]!;
        if (was >= 0 && state.start[j] !== was && this.#try(() => this.#move(j, was, mostPushed))) isBetter = true;
      }
      for (let row = rows.jobs; row < rows.count && !isOver(); row += 1)
        if (this.#try(() => this.#wake(row))) isBetter = true;
      for (let j = 0; j < rows.jobs && !isOver(); j += 1) if (this.#approach(j)) isBetter = true;
    }
    return this.#placing();
  }

  /** The nearest place to where it was that is as good. */
  #approach(job: number): boolean {
    const { rows, start } = this.#state;
    const was = rows.was[job]!;
    const now = start[job]!;
    if (was < 0 || now < 0) return false;
    return this.#byDistance(job)
      .filter((c) => this.#away(job, c) < this.#away(job, now))
      .some((c) => this.#try(() => this.#move(job, c, 0)));
  }

  /** A job's candidates, the nearest to where it was first. */
  #byDistance(job: number): readonly number[] {
    const { rows } = this.#state;
    const all = Array.from({ length: rows.from[job + 1]! - rows.from[job]! }, (_, c) => c);
    return rows.was[job]! < 0 ? all : all.sort((a, b) => this.#away(job, a) - this.#away(job, b));
  }

  #away(job: number, candidate: number): number {
    const { at, from, was } = this.#state.rows;
    return Math.abs(at[from[job]! + candidate]! - at[from[job]! + was[job]!]!);
  }

  /** Does it, and takes it back unless the plan is tidier then and as good. */
  #try(step: () => boolean): boolean {
    const state = this.#state;
    const before = this.#levels();
    const squares = state.squares;
    const burdens = state.burden.slice();
    const untidy = this.#untidy();
    state.mark();
    if (step() && this.#isBetter(before, squares, burdens, untidy)) return true;
    state.back();
    return false;
  }

  #levels(): readonly number[] {
    const { unplaced, reached, total, penalty, moved } = this.#state;
    const own = this.#kind === "least-total" ? total : this.#kind === "least-change" ? moved : 0;
    return [unplaced[1] ?? 0, unplaced[2] ?? 0, unplaced[3] ?? 0, -reached, own, penalty, moved];
  }

  #isBetter(before: readonly number[], squares: number, burdens: Int32Array, untidy: readonly number[]): boolean {
    for (const [i, level] of this.#levels().entries()) if (level !== before[i]) return level < (before[i] ?? 0);
    // Nobody pays for the order of things.
    if (this.#state.squares !== squares || this.#state.burden.some((minutes, g) => minutes !== burdens[g]))
      return false;
    for (const [i, more] of this.#untidy().entries()) if (more !== untidy[i]) return more < (untidy[i] ?? 0);
    return false;
  }

  #untidy(): readonly number[] {
    const { rows, start, on } = this.#state;
    let playback = 0;
    let away = 0;
    for (let row = rows.jobs; row < rows.count; row += 1)
      if (on[row] === 0 && start[rows.jobOf[row]!]! >= 0) playback += 1;
    for (let j = 0; j < rows.jobs; j += 1) if (start[j]! >= 0 && rows.was[j]! >= 0) away += this.#away(j, start[j]!);
    return [playback, away];
  }

  #wake(row: number): boolean {
    const state = this.#state;
    if (state.on[row] === 1 || !state.canTurnOn(row)) return false;
    state.turnOn(row);
    return true;
  }

  /** Puts a job there; up to `most` others make room. False: it cannot be. */
  #move(job: number, candidate: number, most: number): boolean {
    const state = this.#state;
    const cell = state.rows.from[job]! + candidate;
    if (state.rows.shut[cell] === 1 || state.start[job] === candidate) return false;
    if (state.start[job]! >= 0) state.take(job);
    if (state.inTheWay[cell]! > most) return false;
    const pushed = state.inTheWay[cell] === 0 ? [] : this.#inTheWay(job, candidate);
    for (const other of pushed) state.take(other);
    if (state.inTheWay[cell] !== 0 || !state.fits(job, candidate)) return false;
    state.put(job, candidate);
    if (!pushed.every((other) => this.#putAnywhere(other))) return false;
    settle(state, [job, ...pushed]);
    return true;
  }

  #inTheWay(job: number, candidate: number): readonly number[] {
    const { rows, limits, start } = this.#state;
    const here = rows.at[rows.from[job]! + candidate]!;
    const { from, other, low, high } = limits.pairs;
    const found: number[] = [];
    for (let k = from[job]!; k < from[job + 1]!; k += 1) {
      const row = other[k]!;
      if (row >= rows.jobs || start[row]! < 0) continue;
      const away = rows.at[rows.from[row]! + start[row]!]! - here;
      if (low[k]! < away && away < high[k]!) found.push(row);
    }
    return found;
  }

  /** Where it costs least, of equal places the one nearest to where it was. */
  #putAnywhere(job: number): boolean {
    const state = this.#state;
    let best = -1;
    let least = Infinity;
    for (const c of this.#byDistance(job)) {
      if (state.inTheWay[state.rows.from[job]! + c] !== 0 || !state.fits(job, c)) continue;
      state.lay(job, c, 1);
      let penalty = 0;
      for (const minutes of state.burden) penalty += state.priceOf(minutes);
      state.lay(job, c, -1);
      if (penalty < least) [best, least] = [c, penalty];
    }
    if (best >= 0) state.put(job, best);
    return best >= 0;
  }

  #placing(): Placing {
    const { rows, start, on } = this.#state;
    const options = this.#problem.jobs.map((_, j) =>
      Array.from(on.subarray(rows.optionFrom[j], rows.optionFrom[j + 1]), (live) => live === 1),
    );
    return { starts: [...start], options };
  }
}
