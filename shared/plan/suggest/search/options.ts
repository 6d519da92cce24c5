import type { State } from "./state.ts";

/**
 * Puts the options right after jobs were moved: those in their way become playback, then theirs and those that they were
 * in the way of become live where they can. Who is reached first stays.
 */
export function settle(state: State, moved: ArrayLike<number>): void {
  for (let i = 0; i < moved.length; i += 1) giveWay(state, moved[i]!);
  for (let i = 0; i < moved.length; i += 1) {
    const job = moved[i]!;
    const { optionFrom, jobs } = state.rows;
    for (let row = optionFrom[job]!; row < optionFrom[job + 1]!; row += 1) wake(state, row);
    const { from, other } = state.limits.pairs;
    for (let k = from[job]!; k < from[job + 1]!; k += 1) if (other[k]! >= jobs) wake(state, other[k]!);
  }
}

/** Turns off what is live and in the way of a placed job. */
export function giveWay(state: State, job: number): void {
  const { rows, limits } = state;
  const candidate = state.start[job]!;
  if (candidate < 0 || rows.count === rows.jobs) return;
  const here = rows.at[rows.from[job]! + candidate]!;
  const { from, other, low, high } = limits.pairs;
  for (let i = from[job]!; i < from[job + 1]!; i += 1) {
    const row = other[i]!;
    if (row < rows.jobs || state.on[row] === 0) continue;
    const away = rows.at[rows.from[row]! + state.start[rows.jobOf[row]!]!]! - here;
    if (low[i]! < away && away < high[i]!) state.turnOff(row);
  }
  for (const { of, counted } of state.uses[job]!) {
    const { capacity, uses } = limits.counted[counted]!;
    const taken = state.takenByAll[counted]!;
    for (let i = of.first[candidate]!; i < of.end[candidate]!; i += 1) {
      for (const use of uses) {
        if (taken[i]! <= capacity) break;
        if (use.row < rows.jobs || state.on[use.row] === 0) continue;
        const at = state.start[rows.jobOf[use.row]!]!;
        if (use.first[at]! <= i && i < use.end[at]!) state.turnOff(use.row);
      }
    }
  }
}

/** Turns an option on that is off, if it can be live and reaches anybody. */
function wake(state: State, row: number): void {
  if (state.on[row] === 0 && state.rows.people[row]! > 0 && state.canTurnOn(row)) state.turnOn(row);
}

/**
 * Turns an option the other way: one that is off becomes live, and the options in its way give it up. Nothing happens if a
 * job is in its way. True if anything changed.
 */
export function flip(state: State, row: number): boolean {
  const { rows, limits } = state;
  const candidate = state.start[rows.jobOf[row]!]!;
  if (candidate < 0) return false;
  if (state.on[row] === 1) {
    state.turnOff(row);
    return true;
  }
  const cell = rows.from[row]! + candidate;
  if (state.inTheWay[cell]! > 0) return false;
  const { from, other, low, high } = limits.pairs;
  for (let i = from[row]!; i < from[row + 1]!; i += 1) {
    const o = other[i]!;
    if (o < rows.jobs || state.on[o] === 0) continue;
    const away = rows.at[rows.from[o]! + state.start[rows.jobOf[o]!]!]! - rows.at[cell]!;
    if (low[i]! < away && away < high[i]!) state.turnOff(o);
  }
  for (const { of, counted } of state.uses[row]!) {
    for (const use of limits.counted[counted]!.uses) {
      if (state.canTurnOn(row)) break;
      const at = state.start[rows.jobOf[use.row]!]!;
      if (use.row < rows.jobs || state.on[use.row] === 0) continue;
      if (use.first[at]! < of.end[candidate]! && of.first[candidate]! < use.end[at]!) state.turnOff(use.row);
    }
  }
  if (state.canTurnOn(row)) state.turnOn(row);
  return true;
}
