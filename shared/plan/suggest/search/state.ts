import type { Problem } from "../problem.ts";
import { penaltyOf } from "../value.ts";
import { limitsOf, nearOf } from "./limits.ts";
import type { Counted, CountedUse, Limits, Near } from "./limits.ts";
import { firstAt, rowsOf } from "./rows.ts";
import type { Rows } from "./rows.ts";

/** So much in the way that nothing can be there. */
const shut = 1 << 20;
/** Burdens up to this have their price looked up. */
const mostPriced = 1 << 19;

/**
 * A placing with all that depends on it, kept up with each step: what is in the way of every cell, what is taken of what
 * is counted, burdens and sums. It does not ask whether a step is allowed. Every step can be taken back (`mark`, `back`).
 */
export class State {
  readonly rows: Rows;
  readonly limits: Limits;
  readonly near: Near | null;
  /** By job: its candidate, −1 if it is not placed. */
  readonly start: Int32Array;
  /** By row: 1 if that job is placed, or that option is live. */
  readonly on: Uint8Array;
  /** By cell: how many placed jobs stand in the way there, and the sum of their numbers + 1: of one, the one. */
  readonly inTheWay: Int32Array;
  readonly who: Int32Array;
  /** By group: what counts for the penalty, with what is fixed and carried. */
  readonly burden: Int32Array;
  /** What is counted that a row uses, and what is taken: by jobs and fixed ones, and by options too. */
  readonly uses: readonly (readonly { readonly of: CountedUse; readonly counted: number }[])[];
  readonly taken: readonly Float64Array[];
  readonly takenByAll: readonly Float64Array[];
  /** The same by weighted minutes. */
  readonly price: Float64Array;
  readonly unplaced = [0, 0, 0, 0];
  penalty = 0;
  total = 0;
  reached = 0;
  moved = 0;
  /** Σ burden², to see whether two states of one penalty have the same burdens. */
  squares = 0;
  /** What was done: a job is ~j, an option its row; then the candidate, or −1 for taken away. */
  readonly #done: number[] = [];
  #noted = false;

  readonly #pricing: (minutes: number) => number;

  /** `pricing`: what a burden of so many weighted minutes counts; 60·h, unless something else is looked for. */
  constructor(problem: Problem, pricing: (minutes: number) => number = penaltyOf) {
    this.#pricing = pricing;
    this.rows = rowsOf(problem);
    this.limits = limitsOf(problem, this.rows);
    const { rows } = this;
    this.near = nearOf(rows, this.limits.pairs);
    this.start = new Int32Array(rows.jobs).fill(-1);
    this.on = new Uint8Array(rows.count);
    this.inTheWay = Int32Array.from(rows.shut, (isShut) => (isShut === 1 ? shut : 0));
    this.who = new Int32Array(rows.at.length);
    this.burden = Int32Array.from(problem.groups, ({ carried, fixed }) => carried + fixed);
    const highest = this.burden.reduce((most, burden) => Math.max(most, burden), 0) + mostCost(rows);
    this.price = Float64Array.from({ length: Math.min(highest, mostPriced) + 1 }, (_, minutes) => pricing(minutes));
    for (const burden of this.burden) {
      this.penalty += pricing(burden);
      this.squares += burden * burden;
    }
    this.total = problem.groups.reduce((sum, { fixed }) => sum + fixed, 0);
    for (let j = 0; j < rows.jobs; j += 1) {
      this.unplaced[rows.priority[j]!]! += 1;
      this.moved += rows.links[j]!;
    }
    this.uses = Array.from({ length: rows.count }, (_, row) =>
      this.limits.counted.flatMap((one: Counted, counted) =>
        one.uses.filter((use) => use.row === row).map((of) => ({ of, counted })),
      ),
    );
    this.taken = this.limits.counted.map(({ busy }) => busy.slice());
    this.takenByAll = this.limits.counted.map(({ busy }) => busy.slice());
  }

  /** What so many weighted minutes count. */
  priceOf(minutes: number): number {
    return minutes < this.price.length ? this.price[minutes]! : this.#pricing(minutes);
  }

  /** Places a job that is not placed. Its options stay off. */
  put(job: number, candidate: number): void {
    this.#note(~job, candidate);
    this.start[job] = candidate;
    this.on[job] = 1;
    this.#stand(job, candidate, 1);
    this.#pay(job, candidate, 1);
    this.use(job, candidate, 1);
    this.#useByAll(job, candidate, 1);
    this.unplaced[this.rows.priority[job]!]! -= 1;
    if (candidate === this.rows.was[job]!) this.moved += this.#offLinks(job) - this.rows.links[job]!;
  }

  /** Takes a placed job away, its options first. */
  take(job: number): void {
    for (let row = this.rows.optionFrom[job]!; row < this.rows.optionFrom[job + 1]!; row += 1)
      if (this.on[row] === 1) this.turnOff(row);
    const candidate = this.start[job]!;
    this.#note(~job, ~candidate);
    if (candidate === this.rows.was[job]!) this.moved -= this.#offLinks(job) - this.rows.links[job]!;
    this.start[job] = -1;
    this.on[job] = 0;
    this.#stand(job, candidate, -1);
    this.#pay(job, candidate, -1);
    this.use(job, candidate, -1);
    this.#useByAll(job, candidate, -1);
    this.unplaced[this.rows.priority[job]!]! += 1;
  }

  /** An option of a placed job becomes live. */
  turnOn(row: number): void {
    this.#note(row, 0);
    this.#turn(row, 1);
  }

  turnOff(row: number): void {
    this.#note(row, -1);
    this.#turn(row, -1);
  }

  /** From here on, what is done can be taken back. */
  mark(): void {
    this.#done.length = 0;
    this.#noted = true;
  }

  /** Takes back what was done since the mark. */
  back(): void {
    this.#noted = false;
    while (this.#done.length > 0) {
      const how = this.#done.pop()!;
      const row = this.#done.pop()!;
      if (row >= 0) this.#turn(row, how < 0 ? 1 : -1);
      else if (how < 0) this.put(~row, ~how);
      else this.take(~row);
    }
  }

  /** What is counted would be enough for a job there, options aside. It must not be counted itself now. */
  fits(job: number, candidate: number): boolean {
    for (const { of, counted } of this.uses[job]!) {
      const taken = this.taken[counted]!;
      const most = this.limits.counted[counted]!.capacity - of.amount;
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) if (taken[i]! > most) return false;
    }
    return true;
  }

  /** Whether an option that is off can be live now, where its job is. */
  canTurnOn(row: number): boolean {
    const { rows, limits } = this;
    const candidate = this.start[rows.jobOf[row]!]!;
    if (candidate < 0) return false;
    const cell = rows.from[row]! + candidate;
    if (this.inTheWay[cell]! > 0) return false;
    const { from, other, low, high } = limits.pairs;
    for (let i = from[row]!; i < from[row + 1]!; i += 1) {
      const o = other[i]!;
      if (o < rows.jobs || this.on[o] === 0) continue;
      const away = rows.at[rows.from[o]! + this.start[rows.jobOf[o]!]!]! - rows.at[cell]!;
      if (low[i]! < away && away < high[i]!) return false;
    }
    for (const { of, counted } of this.uses[row]!) {
      const taken = this.takenByAll[counted]!;
      const most = limits.counted[counted]!.capacity - of.amount;
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) if (taken[i]! > most) return false;
    }
    return true;
  }

  /** Adds what a row costs its groups to their burdens, and to nothing else. */
  lay(row: number, candidate: number, sign: 1 | -1): void {
    const { groupFrom, group, costFrom, cost } = this.rows;
    const first = groupFrom[row]!;
    const count = groupFrom[row + 1]! - first;
    const at = costFrom[row]! + candidate * count;
    for (let i = 0; i < count; i += 1) this.burden[group[first + i]!]! += sign * cost[at + i]!;
  }

  /** Adds what a job takes of what is counted, options aside. */
  use(job: number, candidate: number, sign: 1 | -1): void {
    for (const { of, counted } of this.uses[job]!) {
      const taken = this.taken[counted]!;
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) taken[i]! += sign * of.amount;
    }
  }

  #useByAll(row: number, candidate: number, sign: 1 | -1): void {
    for (const { of, counted } of this.uses[row]!) {
      const taken = this.takenByAll[counted]!;
      for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) taken[i]! += sign * of.amount;
    }
  }

  #turn(row: number, sign: 1 | -1): void {
    const job = this.rows.jobOf[row]!;
    const candidate = this.start[job]!;
    this.on[row] = sign === 1 ? 1 : 0;
    this.#pay(row, candidate, sign);
    this.#useByAll(row, candidate, sign);
    this.reached += sign * this.rows.people[row]!;
    if (candidate === this.rows.was[job]!) this.moved -= sign * this.rows.links[row]!;
  }

  /** Stands in the way of others, or no longer. */
  #stand(job: number, candidate: number, sign: 1 | -1): void {
    const { inTheWay, who } = this;
    const { from, at } = this.rows;
    const { from: pairsFrom, other, low, high } = this.limits.pairs;
    const here = at[from[job]! + candidate]!;
    const name = sign * (job + 1);
    for (let i = pairsFrom[job]!; i < pairsFrom[job + 1]!; i += 1) {
      const row = other[i]!;
      const end = from[row + 1]!;
      const until = here + high[i]!;
      for (let cell = firstAt(at, from[row]!, end, here + low[i]!, true); cell < end && at[cell]! < until; cell += 1) {
        inTheWay[cell]! += sign;
        who[cell]! += name;
      }
    }
  }

  #pay(row: number, candidate: number, sign: 1 | -1): void {
    const { groupFrom, group, costFrom, cost } = this.rows;
    const first = groupFrom[row]!;
    const count = groupFrom[row + 1]! - first;
    const at = costFrom[row]! + candidate * count;
    for (let i = 0; i < count; i += 1) {
      const more = sign * cost[at + i]!;
      if (more === 0) continue;
      const g = group[first + i]!;
      const burden = this.burden[g]!;
      this.penalty += this.priceOf(burden + more) - this.priceOf(burden);
      this.squares += more * (2 * burden + more);
      this.total += more;
      this.burden[g] = burden + more;
    }
  }

  #offLinks(job: number): number {
    let sum = 0;
    for (let row = this.rows.optionFrom[job]!; row < this.rows.optionFrom[job + 1]!; row += 1)
      if (this.on[row] === 0) sum += this.rows.links[row]!;
    return sum;
  }

  #note(row: number, how: number): void {
    if (this.#noted) this.#done.push(row, how);
  }
}

/** What a group pays at most, if each row costs it what it costs anybody at worst. */
function mostCost({ count, costFrom, cost }: Rows): number {
  let sum = 0;
  for (let row = 0; row < count; row += 1)
    sum += cost.subarray(costFrom[row], costFrom[row + 1]).reduce((most, minutes) => Math.max(most, minutes), 0);
  return sum;
}
