import type { Counted } from "./limits.ts";
import { settle } from "./options.ts";
import type { State } from "./state.ts";
import { sumsOf, worseThan } from "./weights.ts";
import type { Weights } from "./weights.ts";
import { missing, offers, worthAt } from "./worth.ts";

/** How many jobs may be moved in one step. */
const mostMoved = 4;
/** How many of them may have to make room for one: in every other step one, else two. */
const mostPushed = 2;
/** A cell where somebody has to make room has so much against it for each, in temperatures. */
const makingRoom = 1.5;
/** What is worse by so many temperatures is not looked at: it would be taken once in a million times. */
const tooMuch = 14;

/**
 * The steps of annealing. A job goes to one of all its cells, drawn by what it would be worth there (heat bath: Geman and
 * Geman, 1984). Where one or two others are in the way, they must go on to other cells, and so on: an ejection chain
 * (Glover, 1996), taken or left as a whole (Metropolis). A job that is not placed may push one of no higher class out.
 */
export class Chains {
  /** Cells looked at since the beginning: the measure of work. */
  looked = 0;
  readonly #state: State;
  readonly #random: () => number;
  readonly #weights: Weights;
  readonly #base: Int32Array;
  /** The chain: jobs, and the candidates that they leave and take. Those from `#settled` on have no place yet. */
  readonly #job = new Int32Array(mostMoved);
  readonly #old = new Int32Array(mostMoved);
  readonly #new = new Int32Array(mostMoved);
  #length = 0;
  #settled = 0;
  #mostPushed = mostPushed;
  /** What the chain changes so far. */
  #change = 0;

  constructor(state: State, weights: Weights, random: () => number) {
    this.#state = state;
    this.#random = random;
    this.#weights = weights;
    this.#base = new Int32Array(state.rows.mostGroups);
  }

  /** One step. True if anything changed. */
  step(temperature: number): boolean {
    this.#length = 0;
    this.#settled = 0;
    this.#change = 0;
    // Of more jobs than `State.near` is made for, one is moved at a time.
    this.#mostPushed = this.#state.near === null ? 0 : this.#random() < 0.5 ? 1 : mostPushed;
    this.#lift(Math.floor(this.#random() * this.#state.rows.jobs));
    const isWhole = this.#grow(temperature);
    this.#putBack();
    return isWhole && this.#take(temperature);
  }

  /** Finds a place for everybody in the chain. False: there is none, or all stays as it is. */
  #grow(temperature: number): boolean {
    while (this.#settled < this.#length) {
      const i = this.#settled;
      const job = this.#job[i]!;
      const pick = this.#draw(job, temperature);
      if (pick === nowhere || (i === 0 && pick === this.#old[0])) return false;
      if (pick >= 0) {
        if (!this.#push(job, pick)) return false;
        this.#state.lay(job, pick, 1);
        this.#state.use(job, pick, 1);
      }
      this.#new[i] = pick;
      this.#settled = i + 1;
    }
    return true;
  }

  /** Takes a job into the chain: nothing is laid on its groups for it, nor taken of what is counted. */
  #lift(job: number): void {
    const i = this.#length;
    const old = this.#state.start[job]!;
    this.#job[i] = job;
    this.#old[i] = old;
    this.#length = i + 1;
    if (old >= 0) {
      this.#state.lay(job, old, -1);
      this.#state.use(job, old, -1);
    }
    this.#change -= old < 0 ? missing(this.#state, this.#weights, job) : worthAt(this.#state, this.#weights, job, old);
  }

  /** Lifts those who are in the way of a job. False: they are too many. */
  #push(job: number, candidate: number): boolean {
    const { start, rows, limits, uses, taken } = this.#state;
    const here = rows.at[rows.from[job]! + candidate]!;
    const { from, other, low, high } = limits.pairs;
    for (let k = from[job]!; k < from[job + 1]!; k += 1) {
      const row = other[k]!;
      if (row >= rows.jobs || start[row]! < 0) continue;
      const away = rows.at[rows.from[row]! + start[row]!]! - here;
      if (away <= low[k]! || away >= high[k]! || this.#isIn(row)) continue;
      if (this.#length === mostMoved) return false;
      this.#lift(row);
    }
    for (const { of, counted } of uses[job]!) {
      const most = limits.counted[counted]!.capacity - of.amount;
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) {
        while (taken[counted]![i]! > most) {
          const row = this.#anyTaking(limits.counted[counted]!, i);
          if (row === null || this.#length === mostMoved) return false;
          this.#lift(row);
        }
      }
    }
    return true;
  }

  /** A job that is not in the chain and takes of this stretch of what is counted, each as likely. */
  #anyTaking({ uses }: Counted, stretch: number): number | null {
    const { start, rows } = this.#state;
    let any: number | null = null;
    let seen = 0;
    for (const { row, first, end } of uses) {
      const at = row < rows.jobs ? start[row]! : -1;
      if (at < 0 || first[at]! > stretch || stretch >= end[at]! || this.#isIn(row)) continue;
      seen += 1;
      if (this.#random() * seen < 1) any = row;
    }
    return any;
  }

  #isIn(job: number): boolean {
    for (let i = 0; i < this.#length; i += 1) if (this.#job[i] === job) return true;
    return false;
  }

  /** Takes back what the chain laid on groups and took while it grew. */
  #putBack(): void {
    const state = this.#state;
    for (let i = 0; i < this.#length; i += 1) {
      const job = this.#job[i]!;
      if (i < this.#settled && this.#new[i]! >= 0) {
        state.lay(job, this.#new[i]!, -1);
        state.use(job, this.#new[i]!, -1);
      }
      if (this.#old[i]! >= 0) {
        state.lay(job, this.#old[i]!, 1);
        state.use(job, this.#old[i]!, 1);
      }
    }
  }

  /** Does the chain, if it is taken. */
  #take(temperature: number): boolean {
    const state = this.#state;
    const isExact = state.rows.count === state.rows.jobs;
    // A single job was drawn by what its cells are worth already.
    const isDrawn = this.#length === 1;
    if (isExact && !isDrawn && this.#random() >= Math.exp(-this.#change / temperature)) return false;
    if (isExact) {
      this.#move();
      return true;
    }
    // What becomes of the options is known only when it is done.
    const before = sumsOf(state);
    state.mark();
    this.#move();
    settle(state, this.#job.subarray(0, this.#length));
    const really = worseThan(before, state, this.#weights) - (isDrawn ? this.#change : 0);
    if (this.#random() < Math.exp(-really / temperature)) return true;
    state.back();
    return false;
  }

  #move(): void {
    for (let i = 0; i < this.#length; i += 1) if (this.#old[i]! >= 0) this.#state.take(this.#job[i]!);
    for (let i = 0; i < this.#length; i += 1) if (this.#new[i]! >= 0) this.#state.put(this.#job[i]!, this.#new[i]!);
  }

  /** Draws where a lifted job goes (−1: it is left out) and adds that to what the chain changes. */
  #draw(job: number, temperature: number): number {
    const state = this.#state;
    const weights = this.#weights;
    const base = this.#base;
    const { from, groupFrom, group, costFrom, cost, optionFrom, priority, at } = state.rows;
    const { inTheWay, price } = state;
    const firstGroup = groupFrom[job]!;
    const groups = groupFrom[job + 1]! - firstGroup;
    const costs = costFrom[job]!;
    const first = from[job]!;
    const count = from[job + 1]! - first;
    const moved = this.#length - 1;
    const isFirst = moved === 0;
    const old = this.#old[this.#settled]!;
    const mostInTheWay = Math.min(this.#mostPushed, mostMoved - this.#length);
    const hasOptions = optionFrom[job]! < optionFrom[job + 1]!;
    const isCounted = state.uses[job]!.length > 0;
    let bare = 0;
    for (let i = 0; i < groups; i += 1) {
      base[i] = state.burden[group[firstGroup + i]!]!;
      bare += state.priceOf(base[i]!);
    }
    const least = -600 * temperature;
    const limit = tooMuch * temperature;
    const reference = bare - this.#change;

    let pick = nowhere;
    let worthThere = 0;
    let sum = 0;
    if (isFirst && old >= 0) {
      sum = 1;
      pick = old;
    }
    if (!isFirst && this.#old[0]! < 0 && priority[job]! >= priority[this.#job[0]!]!) {
      const worse = missing(state, weights, job) + this.#change;
      if (worse < limit) {
        sum = Math.exp(-Math.max(worse, least) / temperature);
        pick = leftOut;
        worthThere = missing(state, weights, job);
      }
    }
    this.looked += count;
    for (let c = 0; c < count; c += 1) {
      let blocking = inTheWay[first + c]!;
      if (blocking > mostInTheWay + moved || c === old) continue;
      if (!isFirst) blocking = this.#stillInTheWay(job, at[first + c]!, blocking);
      if (blocking > mostInTheWay) continue;
      let worth = weights.bonus[first + c]!;
      const costAt = costs + c * groups;
      for (let i = 0; i < groups; i += 1) {
        const minutes = base[i]! + cost[costAt + i]!;
        worth += minutes < price.length ? price[minutes]! : state.priceOf(minutes);
      }
      if (hasOptions) worth -= offers(state, weights, job, c);
      let worse = worth - reference + blocking * makingRoom * temperature;
      if (worse > limit) continue;
      if (isCounted && !state.fits(job, c)) {
        if (blocking === mostInTheWay) continue;
        worse += makingRoom * temperature;
      }
      const chance = Math.exp(-Math.max(worse, least) / temperature);
      sum += chance;
      if (this.#random() * sum < chance) {
        pick = c;
        worthThere = worth - bare;
      }
    }
    if (pick !== nowhere) this.#change += worthThere;
    return pick;
  }

  /** How many are in the way of a cell after the moves of the chain so far; too many if one is that has moved just now. */
  #stillInTheWay(job: number, instant: number, blocking: number): number {
    const { jobs, from, at } = this.#state.rows;
    const { near } = this.#state;
    if (near === null) return mostMoved;
    const { low, high } = near;
    for (let i = 0; i < this.#length; i += 1) {
      const other = this.#job[i]!;
      const pair = job * jobs + other;
      if (low[pair]! >= high[pair]!) continue;
      const to = this.#new[i]!;
      if (i < this.#settled && to >= 0) {
        const away = at[from[other]! + to]! - instant;
        if (low[pair]! < away && away < high[pair]!) return mostMoved;
      }
      const left = this.#old[i]!;
      if (left >= 0) {
        const away = at[from[other]! + left]! - instant;
        if (low[pair]! < away && away < high[pair]!) blocking -= 1;
      }
    }
    return blocking;
  }
}

const nowhere = -2;
const leftOut = -1;
