import type { Cost } from "../problem.ts";
import type { Frame } from "./frame.ts";
import type { Sum } from "./model.ts";

// What a placing is worth, as sums over the columns of a frame. The same numbers as `valueOf` for whole columns.

/** How many jobs of a class have a start. */
export function placedSum(frame: Frame, priority: 1 | 2 | 3): Sum {
  const columns = frame.problem.jobs.flatMap((job, j) => (job.priority === priority ? (frame.starts[j] ?? []) : []));
  return { constant: 0, columns, values: columns.map(() => 1) };
}

/** People who come by options. */
export function reachedSum(frame: Frame): Sum {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [j, job] of frame.problem.jobs.entries()) {
    for (const [o, { people }] of job.options.entries()) {
      for (const column of frame.options[j]?.[o] ?? []) {
        if (column < 0 || people === 0) continue;
        columns.push(column);
        values.push(people);
      }
    }
  }
  return { constant: 0, columns, values };
}

/** Links that move: all of a job's that does not start where it was; where it does, one for each that becomes playback. */
export function movedSum(frame: Frame): Sum {
  let constant = 0;
  const columns: number[] = [];
  const values: number[] = [];
  for (const [j, job] of frame.problem.jobs.entries()) {
    if (!job.hadTime) continue;
    constant += job.links;
    const start = frame.starts[j]?.[job.was];
    if (job.was < 0 || start === undefined) continue;
    const optional = job.options.reduce((sum, { links }) => sum + links.length, 0);
    columns.push(start);
    values.push(optional - job.links);
    for (const [o, { links }] of job.options.entries()) {
      const column = frame.options[j]?.[o]?.[job.was] ?? -1;
      if (column < 0) continue;
      columns.push(column);
      values.push(-links.length);
    }
  }
  return { constant, columns, values };
}

/** Each group's burden in this conference, in weighted minutes. */
export function burdenSums(frame: Frame): readonly Sum[] {
  const sums = frame.problem.groups.map(() => new Map<number, number>());
  const add = (group: number, column: number | undefined, cost: Cost | undefined): void => {
    const sum = sums[group];
    if (sum === undefined || column === undefined || column < 0 || (cost ?? 0) === 0) return;
    sum.set(column, (sum.get(column) ?? 0) + (cost ?? 0));
  };
  for (const [j, job] of frame.problem.jobs.entries()) {
    for (const [c, candidate] of job.candidates.entries()) {
      for (const [i, group] of job.attends.entries()) add(group, frame.starts[j]?.[c], candidate.costs[i]);
      for (const [o, option] of job.options.entries()) {
        for (const [i, group] of option.groups.entries())
          add(group, frame.options[j]?.[o]?.[c], candidate.options[o]?.[i]);
      }
    }
  }
  return sums.map((sum, g) => ({
    constant: frame.problem.groups[g]?.fixed ?? 0,
    columns: [...sum.keys()],
    values: [...sum.values()],
  }));
}

/** All groups' burdens together. */
export function totalSum(burdens: readonly Sum[]): Sum {
  const sum = new Map<number, number>();
  for (const { columns, values } of burdens) {
    for (const [i, column] of columns.entries()) sum.set(column, (sum.get(column) ?? 0) + (values[i] ?? 0));
  }
  return {
    constant: burdens.reduce((total, { constant }) => total + constant, 0),
    columns: [...sum.keys()],
    values: [...sum.values()],
  };
}
