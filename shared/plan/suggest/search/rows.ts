import type { Problem } from "../problem.ts";

/**
 * A problem in typed arrays. A *row* is what can be switched on at a candidate: a job (row numbers as in the problem) or one
 * of its options (behind the jobs, in their order). The candidates of a row are those of its job, in one list for all rows;
 * a *cell* is an index into it. Typed arrays are read within their lengths: `!` says so, and costs nothing.
 */
export interface Rows {
  readonly jobs: number;
  /** Jobs and options. */
  readonly count: number;
  /** Cells of row r: [from[r], from[r + 1]). */
  readonly from: Int32Array;
  /** By cell: when it begins. */
  readonly at: Float64Array;
  /** By cell: 1 if nothing may be there at all. */
  readonly shut: Uint8Array;
  /** Groups of row r: group[groupFrom[r]] … only those that it may cost anything. */
  readonly groupFrom: Int32Array;
  readonly group: Int32Array;
  /** Costs of row r: cost[costFrom[r] + candidate × groups + i]. */
  readonly costFrom: Int32Array;
  readonly cost: Int32Array;
  /** Most groups of a row. */
  readonly mostGroups: number;
  /** By row: the job. */
  readonly jobOf: Int32Array;
  /** Option rows of job j: [optionFrom[j], optionFrom[j + 1]). */
  readonly optionFrom: Int32Array;
  /** By row: people who come by it (jobs: 0), and links that are not as they were while it is off. */
  readonly people: Float64Array;
  readonly links: Int32Array;
  /** By job. */
  readonly was: Int32Array;
  readonly priority: Uint8Array;
}

export function rowsOf({ jobs }: Problem): Rows {
  const of = jobs.flatMap(({ options }, j) => options.map((option, o) => ({ j, o, option })));
  const count = jobs.length + of.length;
  const jobOf = Int32Array.from([...jobs.keys(), ...of.map(({ j }) => j)]);
  const candidates = Array.from(jobOf, (j) => jobs[j]?.candidates ?? []);
  const from = sums(candidates.map((list) => list.length));
  const at = Float64Array.from(candidates.flatMap((list) => list.map((candidate) => candidate.at)));
  const shut = new Uint8Array(at.length);

  const kept: (readonly number[])[] = [];
  const costs: number[][] = [];
  for (let r = 0; r < count; r += 1) {
    const option = of[r - jobs.length];
    const job = jobs[jobOf[r] ?? -1];
    const groups = (option === undefined ? job?.attends : option.option.groups) ?? [];
    const list = (candidates[r] ?? []).map((candidate, c) => {
      const own = option === undefined ? candidate.costs : (candidate.options[option.o] ?? null);
      if (own === null) shut[(from[r] ?? 0) + c] = 1;
      return own;
    });
    const places = [...groups.keys()].filter((i) => list.some((own) => own !== null && own[i] !== 0));
    kept.push(places.map((i) => groups[i] ?? 0));
    costs.push(list.flatMap((own) => places.map((i) => own?.[i] ?? 0)));
  }
  return {
    jobs: jobs.length,
    count,
    from,
    at,
    shut,
    groupFrom: sums(kept.map((list) => list.length)),
    group: Int32Array.from(kept.flat()),
    costFrom: sums(costs.map((list) => list.length)),
    cost: Int32Array.from(costs.flat()),
    mostGroups: kept.reduce((most, { length }) => Math.max(most, length), 0),
    jobOf,
    optionFrom: sums(jobs.map(({ options }) => options.length)).map((offset) => jobs.length + offset),
    people: Float64Array.from([...jobs.map(() => 0), ...of.map(({ option }) => option.people)]),
    links: Int32Array.from([
      ...jobs.map(({ links }) => links),
      ...of.map(({ j, option }) => (jobs[j]?.hadTime === true ? option.links.length : 0)),
    ]),
    was: Int32Array.from(jobs, ({ was, hadTime }) => (hadTime ? was : -1)),
    priority: Uint8Array.from(jobs, ({ priority }) => priority),
  };
}

/** The offsets of lists of these lengths, and where the last one ends. */
function sums(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) offsets[i + 1] = (offsets[i] ?? 0) + length;
  return offsets;
}

/** The first cell of [first, end) that begins at `instant` or later (`after`: later); `end` if none does. */
export function firstAt(at: Float64Array, first: number, end: number, instant: number, after: boolean): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = at[middle]!;
    if (there > instant || (!after && there === instant)) high = middle;
    else low = middle + 1;
  }
  return low;
}
