import type { Placing, Problem } from "../problem.ts";
import type { Columns, Row, Rows } from "./model.ts";

// What all models of a problem have in common: a column for each start that a job may have (1: it has it), one for each
// option that is live there, and the rows that say which of them go together.

export interface Frame {
  readonly problem: Problem;
  /** By job and candidate: its column. */
  readonly starts: readonly (readonly number[])[];
  /** By job, option and candidate: its column; −1: the option cannot be live there. */
  readonly options: readonly (readonly (readonly number[])[])[];
  readonly columns: Columns;
  /** Of starts, options and orders. */
  readonly rows: Rows;
  /** Of resources: many, of which few bind. */
  readonly resources: readonly Row[];
}

/** The columns of a placing: those of the frame only. */
export function columnsOf(frame: Frame, placing: Placing): Float64Array {
  const values = new Float64Array(frame.columns.cost.length);
  for (const [j, c] of placing.starts.entries()) {
    if (c < 0) continue;
    const start = frame.starts[j]?.[c];
    if (start !== undefined) values[start] = 1;
    for (const [o, live] of (placing.options[j] ?? []).entries()) {
      const column = frame.options[j]?.[o]?.[c] ?? -1;
      if (live && column >= 0) values[column] = 1;
    }
  }
  return values;
}

/** The placing that these values say; they are rounded, so whether it is legal has to be asked. */
export function placingOf(frame: Frame, values: ArrayLike<number>): Placing {
  const on = (column: number | undefined): boolean =>
    column !== undefined && column >= 0 && (values[column] ?? 0) > 0.5;
  const starts = frame.starts.map((own) => own.findIndex(on));
  const options = frame.options.map((ofJob, j) => ofJob.map((live) => on(live[starts[j] ?? -1])));
  return { starts, options };
}
