import type { Problem } from "../problem.ts";
import type { Frame } from "./frame.ts";
import { Columns, Rows, atMostOne } from "./model.ts";
import { orderRows } from "./orders.ts";
import { resourceRows } from "./resources.ts";

/**
 * The rows: at most one start a job; an option only with its start; orders and resources, see there. Together they allow
 * just the placings that break no rule.
 */
export function frameOf(problem: Problem): Frame {
  const columns = new Columns();
  const starts = problem.jobs.map((job) => job.candidates.map(() => columns.add(0, 1, true)));
  const options = problem.jobs.map((job) =>
    job.options.map((_, o) =>
      job.candidates.map(({ options: live }) => ((live[o] ?? null) === null ? -1 : columns.add(0, 1, true))),
    ),
  );
  const rows = new Rows();
  for (const own of starts) if (own.length > 1) rows.atMost(atMostOne(own));
  for (const [j, ofJob] of options.entries()) {
    for (const live of ofJob) {
      for (const [c, column] of live.entries()) {
        const start = starts[j]?.[c];
        if (column >= 0 && start !== undefined) rows.add(-Infinity, [column, start], [1, -1], 0);
      }
    }
  }
  const open = { problem, starts, options, columns, rows, resources: [] };
  for (const row of orderRows(open)) rows.atMost(row);
  return { ...open, resources: problem.resources.flatMap((resource) => resourceRows(open, resource)) };
}
