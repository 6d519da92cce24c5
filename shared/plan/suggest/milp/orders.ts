import type { Frame } from "./frame.ts";
import { atMostOne } from "./model.ts";
import type { Row } from "./model.ts";

/**
 * `then` not before the end of `first`, in the strong form: for each start s of `then`, its starts up to s and those of `first`
 * that end after s exclude each other all, so at most one of them. A row that is part of its neighbour is left out.
 */
export function orderRows(frame: Frame): readonly Row[] {
  const rows: Row[] = [];
  for (const { first, then } of frame.problem.orders) {
    const before = frame.problem.jobs[first];
    const after = frame.problem.jobs[then];
    if (before === undefined || after === undefined || first === then) continue;
    // Candidates are in order of time, so the later starts of `first` are those that end later.
    const ends = before.candidates.map(({ at }) => at + before.length);
    const firstEndingAfter = (s: number): number => {
      const found = ends.findIndex((end) => end > s);
      return found < 0 ? ends.length : found;
    };
    const cuts = after.candidates.map(({ at }) => firstEndingAfter(at));
    for (const [i, cut] of cuts.entries()) {
      if (cut >= ends.length || cuts[i + 1] === cut) continue;
      const columns = [...(frame.starts[then] ?? []).slice(0, i + 1), ...(frame.starts[first] ?? []).slice(cut)];
      rows.push(atMostOne(columns));
    }
  }
  return rows;
}
