import type { GroupId, Instant, OccurrenceId } from "../../ids.ts";
import type { Start } from "../model.ts";

// What is asked of the solver, free of everything that it does not need: whole numbers and indices. `build.ts` makes it of
// a plan; `value.ts` says what a placing is worth; search and solver know nothing but this.

/** Weighted minutes: 60 are one weighted hour (`Timeline.cost` / 60 000). Whole numbers, so that equal plans are equal. */
export type Cost = number;

export interface Problem {
  /** The occurrences that may move, in a fixed order. Whatever else is placed is in `base`, `busy` and the candidates. */
  readonly jobs: readonly Job[];
  readonly groups: readonly BurdenGroup[];
  readonly resources: readonly Resource[];
  /** `then` begins at or after the end of `first`, where both are placed. Job numbers; fixed ones are in the candidates. */
  readonly orders: readonly { readonly first: number; readonly then: number }[];
}

export interface Job {
  readonly id: OccurrenceId;
  /** 1 is placed before 2, 2 before 3. */
  readonly priority: 1 | 2 | 3;
  /** Milliseconds. */
  readonly length: number;
  /** Where it may begin: no rule is broken by it alone or with what is fixed. Ascending. May be empty. */
  readonly candidates: readonly Candidate[];
  /** The groups that attend by *must* links, as indices of `groups`. */
  readonly attends: readonly number[];
  /** Its live *may* links. */
  readonly options: readonly Option[];
  /** The candidate where it was before (draft, or release in Repair); −1: nowhere, or that place is no candidate any more. */
  readonly was: number;
  /** It had a time before. */
  readonly hadTime: boolean;
  /** Links that move if its start is not the one it had, or if it is not placed: its live ones, at least 1. 0 if it had no time. */
  readonly links: number;
}

export interface Candidate {
  readonly start: Start;
  /** `start.instant`. */
  readonly at: Instant;
  /** For each of `Job.attends`. */
  readonly costs: readonly Cost[];
  /** For each of `Job.options`: what it costs each of its groups; null: the option cannot be kept live here. */
  readonly options: readonly (readonly Cost[] | null)[];
}

/**
 * One or more *may* links that are kept live together or become playback together (more than one only where they bring the
 * same group). Kept live, it reaches people; only within their bearable hours, else a candidate does not allow it.
 */
export interface Option {
  /** "room:ID" or "group:ID", as in mends. */
  readonly links: readonly string[];
  /** The groups that come by it and would not come otherwise. */
  readonly groups: readonly number[];
  /** How many people these are. */
  readonly people: number;
}

export interface BurdenGroup {
  readonly id: GroupId;
  /** Its burden by what is fixed in this conference. */
  readonly fixed: Cost;
  /** Carried over from earlier conferences, where that is switched on; else 0. Shifts the penalty, is no burden of this plan. */
  readonly carried: Cost;
  /** The sum over the jobs that it must attend of the cheapest candidate for it, and `fixed`. */
  readonly unavoidable: Cost;
}

/**
 * Something of which there is so much at any time: a room, a person, a group that may not split (capacity 1), a pool, a
 * line. A job takes `amount` of it during [start − before, end + after). What is fixed has been taken: `busy`.
 */
export interface Resource {
  /** "room:ID", "person:ID", "group:ID", "pool:ID", "up:VENUE", "down:VENUE". */
  readonly name: string;
  readonly capacity: number;
  readonly uses: readonly Use[];
  readonly busy: readonly { readonly from: Instant; readonly to: Instant; readonly amount: number }[];
}

export interface Use {
  readonly job: number;
  /** Index of the option by which it is used; null: whenever the job is placed. */
  readonly option: number | null;
  readonly before: number;
  readonly after: number;
  readonly amount: number;
}

/** An answer: for each job the number of its candidate (−1: not placed) and which of its options are kept live. */
export interface Placing {
  readonly starts: readonly number[];
  readonly options: readonly (readonly boolean[])[];
}

/** What an answer is worth. Levels in this order, never blended: placed, reached, (moved,) penalty. */
export interface Value {
  /** Jobs placed of priority 1, 2, 3. */
  readonly placed: readonly [number, number, number];
  /** People reached by options. */
  readonly reached: number;
  /** Links that are not as they were: another start, not placed any more, or playback now. */
  readonly moved: number;
  /** 60 × Σ h(carried + b) over the groups, a whole number; h(b) = b(b+1)/2 at whole weighted hours, linear between. */
  readonly penalty: number;
  /** Σ b. */
  readonly total: Cost;
  /** The largest b. */
  readonly worst: Cost;
  /** b of each group: `fixed` and what the placed jobs cost it. */
  readonly burdens: readonly Cost[];
}
