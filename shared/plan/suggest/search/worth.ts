import type { State } from "./state.ts";
import type { Weights } from "./weights.ts";

// What it is worth that a job is somewhere, by the weights; less is better. Nothing is laid on its groups for it meanwhile.

/** That it is not placed. */
export function missing({ rows }: State, weights: Weights, job: number): number {
  return weights.missing[rows.priority[job]!]! + weights.moved * rows.links[job]!;
}

/** That it is at a candidate. */
export function worthAt(state: State, weights: Weights, job: number, candidate: number): number {
  const { burden, rows } = state;
  const { from, groupFrom, group, costFrom, cost, optionFrom } = rows;
  const firstGroup = groupFrom[job]!;
  const groups = groupFrom[job + 1]! - firstGroup;
  const costAt = costFrom[job]! + candidate * groups;
  let worth = weights.bonus[from[job]! + candidate]!;
  for (let i = 0; i < groups; i += 1) {
    const base = burden[group[firstGroup + i]!]!;
    worth += state.priceOf(base + cost[costAt + i]!) - state.priceOf(base);
  }
  return optionFrom[job]! < optionFrom[job + 1]! ? worth - offers(state, weights, job, candidate) : worth;
}

/** What the people are worth whom its options would reach there, as far as no job is in the way. */
export function offers({ rows, inTheWay }: State, weights: Weights, job: number, candidate: number): number {
  const { from, optionFrom, people } = rows;
  let sum = 0;
  for (let row = optionFrom[job]!; row < optionFrom[job + 1]!; row += 1)
    if (inTheWay[from[row]! + candidate] === 0) sum += people[row]!;
  return sum * weights.person;
}
