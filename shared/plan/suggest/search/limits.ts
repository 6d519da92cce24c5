import type { Problem, Resource } from "../problem.ts";
import type { Rows } from "./rows.ts";

// What may not be together. Where any two users are too many (a room, a person, most pools) and for orders, it is a matter
// of pairs: so long before or after each other they are in each other's way. Other resources are counted over time.

/** Rows that are in each other's way: `other` if low < at(other) − at(row) < high. Both ways round. */
export interface Pairs {
  readonly from: Int32Array;
  readonly other: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A resource of which several may take, cut where anybody could begin or end to take. */
export interface Counted {
  readonly capacity: number;
  /** By stretch: what fixed ones take. */
  readonly busy: Float64Array;
  readonly uses: readonly CountedUse[];
}
export interface CountedUse {
  readonly row: number;
  readonly amount: number;
  /** By candidate: the stretches [first, end) that it takes. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

export interface Limits {
  readonly pairs: Pairs;
  readonly counted: readonly Counted[];
}

/** Also shuts the cells at which a row alone is too much beside what is fixed. */
export function limitsOf(problem: Problem, rows: Rows): Limits {
  const near: Map<number, { low: number; high: number }>[] = Array.from({ length: rows.count }, () => new Map());
  const meet = (row: number, other: number, low: number, high: number): void => {
    const known = near[row]?.get(other);
    near[row]?.set(other, { low: Math.min(low, known?.low ?? low), high: Math.max(high, known?.high ?? high) });
  };
  const counted: Counted[] = [];
  for (const resource of problem.resources) {
    const users = usersOf(problem, rows, resource);
    shutBesideFixed(rows, resource, users);
    const [least = 0, next = Infinity] = users.map(({ amount }) => amount).sort((a, b) => a - b);
    if (least + next <= resource.capacity) counted.push(count(rows, resource, users));
    else {
      for (const one of users) {
        for (const other of users) {
          if (one.row === other.row) continue;
          meet(one.row, other.row, -(one.before + other.length + other.after), one.length + one.after + other.before);
        }
      }
    }
  }
  for (const { first, then } of problem.orders) {
    const length = problem.jobs[first]?.length ?? 0;
    meet(first, then, -Infinity, length);
    meet(then, first, -length, Infinity);
  }
  const lists = near.map((map) => [...map]);
  const from = new Int32Array(rows.count + 1);
  for (const [r, { length }] of lists.entries()) from[r + 1] = (from[r] ?? 0) + length;
  const all = lists.flat();
  return {
    pairs: {
      from,
      other: Int32Array.from(all, ([other]) => other),
      low: Float64Array.from(all, ([, { low }]) => low),
      high: Float64Array.from(all, ([, { high }]) => high),
    },
    counted,
  };
}

interface User {
  readonly row: number;
  readonly length: number;
  readonly before: number;
  readonly after: number;
  readonly amount: number;
}

function usersOf({ jobs }: Problem, rows: Rows, { uses }: Resource): readonly User[] {
  const byRow = new Map<number, User>();
  for (const { job, option, before, after, amount } of uses) {
    if (amount <= 0) continue;
    const row = option === null ? job : (rows.optionFrom[job] ?? 0) + option;
    const known = byRow.get(row) ?? { before: 0, after: 0, amount: 0 };
    byRow.set(row, {
      row,
      length: jobs[job]?.length ?? 0,
      before: Math.max(before, known.before),
      after: Math.max(after, known.after),
      amount: amount + known.amount,
    });
  }
  return [...byRow.values()];
}

function shutBesideFixed(rows: Rows, { capacity, busy }: Resource, users: readonly User[]): void {
  for (const { row, length, before, after, amount } of users) {
    for (let cell = rows.from[row] ?? 0; cell < (rows.from[row + 1] ?? 0); cell += 1) {
      const from = (rows.at[cell] ?? 0) - before;
      const to = (rows.at[cell] ?? 0) + length + after;
      const there = busy.filter((one) => one.from < to && from < one.to);
      const taken = (instant: number): number =>
        there.reduce((sum, one) => sum + (one.from <= instant && instant < one.to ? one.amount : 0), 0);
      const most = there.reduce((sum, one) => Math.max(sum, taken(Math.max(from, one.from))), 0);
      if (most + amount > capacity) rows.shut[cell] = 1;
    }
  }
}

function count(rows: Rows, { capacity, busy }: Resource, users: readonly User[]): Counted {
  const cellsOf = (row: number): Float64Array => rows.at.subarray(rows.from[row] ?? 0, rows.from[row + 1] ?? 0);
  const edges = new Set<number>();
  for (const { row, length, before, after } of users) {
    for (const at of cellsOf(row)) edges.add(at - before).add(at + length + after);
  }
  for (const { from, to } of busy) edges.add(from).add(to);
  const stretch = new Map([...edges].sort((a, b) => a - b).map((edge, i) => [edge, i]));
  const fixed = new Float64Array(stretch.size);
  for (const { from, to, amount } of busy) {
    for (let i = stretch.get(from) ?? 0; i < (stretch.get(to) ?? 0); i += 1) fixed[i] = (fixed[i] ?? 0) + amount;
  }
  const uses = users.map(({ row, length, before, after, amount }) => ({
    row,
    amount,
    first: Int32Array.from(cellsOf(row), (at) => stretch.get(at - before) ?? 0),
    end: Int32Array.from(cellsOf(row), (at) => stretch.get(at + length + after) ?? 0),
  }));
  return { capacity, busy: fixed, uses };
}

/** The same pairs by job × jobs + other job; low above high where two are not in each other's way. */
export interface Near {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Null for more jobs than it is worth the memory for. */
export function nearOf({ jobs }: Rows, { from, other, low, high }: Pairs): Near | null {
  if (jobs > 1500) return null;
  const near = {
    low: new Float64Array(jobs * jobs).fill(Infinity),
    high: new Float64Array(jobs * jobs).fill(-Infinity),
  };
  for (let j = 0; j < jobs; j += 1) {
    for (let i = from[j] ?? 0; i < (from[j + 1] ?? 0); i += 1) {
      const one = other[i] ?? 0;
      if (one >= jobs) continue;
      near.low[j * jobs + one] = low[i] ?? 0;
      near.high[j * jobs + one] = high[i] ?? 0;
    }
  }
  return near;
}
