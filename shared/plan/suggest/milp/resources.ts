import type { Instant } from "../../../ids.ts";
import type { Resource } from "../problem.ts";
import type { Frame } from "./frame.ts";
import type { Row } from "./model.ts";

/** A column takes so much of a resource during [from, to). */
interface Taking {
  readonly job: number;
  readonly candidate: number;
  readonly column: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly amount: number;
}

/** What goes on in a resource from an instant on. */
interface Moment {
  readonly at: Instant;
  /** What the fixed ones leave. */
  readonly free: number;
  readonly takings: readonly Taking[];
}

/**
 * At no instant is more taken than there is. It is enough to look where a taking or a busy time begins, as the sum rises
 * nowhere else; and of these only at those instants whose takings are not all in the next or the last one's row (*maximal
 * cliques*). A start for which there is not enough by itself is closed. What the fixed ones leave is never below nothing: whether they agree among themselves is not asked.
 */
export function resourceRows(frame: Frame, resource: Resource): readonly Row[] {
  const moments = momentsOf(resource, takingsOf(frame, resource));
  const kept = moments.filter(
    (moment, i) => !within(moment, moments[i + 1], true) && !within(moment, moments[i - 1], false),
  );
  return kept.flatMap((moment) => rowOf(frame, moment));
}

function takingsOf(frame: Frame, resource: Resource): readonly Taking[] {
  const takings: Taking[] = [];
  for (const use of resource.uses) {
    const job = frame.problem.jobs[use.job];
    const columns = use.option === null ? frame.starts[use.job] : frame.options[use.job]?.[use.option];
    if (job === undefined || columns === undefined || use.amount <= 0) continue;
    for (const [c, { at }] of job.candidates.entries()) {
      const column = columns[c] ?? -1;
      if (column < 0) continue;
      takings.push({
        job: use.job,
        candidate: c,
        column,
        from: at - use.before,
        to: at + job.length + use.after,
        amount: use.amount,
      });
    }
  }
  return takings.toSorted((a, b) => a.from - b.from || a.column - b.column);
}

function momentsOf(resource: Resource, takings: readonly Taking[]): readonly Moment[] {
  const instants = [
    ...new Set([...takings.map(({ from }) => from), ...resource.busy.map(({ from }) => from)]),
  ].toSorted((a, b) => a - b);
  const moments: Moment[] = [];
  let running: readonly Taking[] = [];
  let next = 0;
  for (const at of instants) {
    const going = running.filter(({ to }) => to > at);
    for (let taking = takings[next]; taking !== undefined && taking.from <= at; taking = takings[++next]) {
      if (taking.to > at) going.push(taking);
    }
    running = going;
    const taken = resource.busy.reduce((sum, { from, to, amount }) => (from <= at && at < to ? sum + amount : sum), 0);
    if (going.length > 0) moments.push({ at, free: Math.max(0, resource.capacity - taken), takings: going });
  }
  return moments;
}

/** Whether the other moment's row says at least as much: it has all these takings and no more room. Equal ones: the later stays. */
function within(moment: Moment, other: Moment | undefined, later: boolean): boolean {
  if (other === undefined || other.free > moment.free) return false;
  const all = later
    ? moment.takings.every(({ to }) => to > other.at)
    : moment.takings.every(({ from }) => from <= other.at);
  if (!all) return false;
  return later || other.free < moment.free || other.takings.length > moment.takings.length;
}

function rowOf(frame: Frame, { free, takings }: Moment): readonly Row[] {
  const amounts = new Map<number, number>();
  for (const { column, amount } of takings) amounts.set(column, (amounts.get(column) ?? 0) + amount);
  for (const [column, amount] of amounts) if (amount > free) frame.columns.upper[column] = 0;
  const open = takings.filter(({ column }) => frame.columns.upper[column] !== 0);
  if (most(open) <= free) return [];
  const columns = [...new Set(open.map(({ column }) => column))];
  const values = columns.map((column) => amounts.get(column) ?? 0);
  const step = values.reduce(divisor, 0);
  return [{ columns, values: values.map((value) => value / step), upper: Math.floor(free / step) }];
}

/** The most that these could take: a job has one start only, so what its greediest start takes. */
function most(takings: readonly Taking[]): number {
  const ofJobs = new Map<number, Map<number, number>>();
  for (const { job, candidate, amount } of takings) {
    const ofStarts = ofJobs.get(job) ?? new Map<number, number>();
    ofStarts.set(candidate, (ofStarts.get(candidate) ?? 0) + amount);
    ofJobs.set(job, ofStarts);
  }
  return [...ofJobs.values()].reduce((sum, ofStarts) => sum + Math.max(...ofStarts.values()), 0);
}

/** The greatest common divisor of whole numbers. */
export function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
