import { frameOf, modelOf, placeable, placingOf } from "../../../shared/plan/suggest/milp.ts";
import type { Bars } from "../../../shared/plan/suggest/milp.ts";
import type { Problem } from "../../../shared/plan/suggest/problem.ts";
import { isLegal } from "../../../shared/plan/suggest/value.ts";
import { openSolver } from "./highs.ts";

/** Seconds; most questions are answered in hundredths. */
const patience = 2;

/**
 * Whether these jobs can all be placed together, nothing else being placed beside what is fixed: yes by a legal placing,
 * no by the solver's proof. Null: not found out in two seconds.
 */
export type Placer = (problem: Problem, jobs: readonly number[]) => boolean | null;

/** Loads the solver. */
export async function openPlacer(): Promise<Placer> {
  const solver = await openSolver();
  return (problem, wanted) => {
    const jobs = problem.jobs.map((job, j) => (wanted.includes(j) ? job : { ...job, candidates: [] }));
    if (wanted.some((j) => jobs[j]?.candidates.length === 0)) return false;
    const part: Problem = { ...problem, jobs };
    const frame = frameOf(part);
    const count = (priority: number): number =>
      [...new Set(wanted)].filter((j) => jobs[j]?.priority === priority).length;
    const placed: Bars["placed"] = [count(1), count(2), count(3)];
    if (([1, 2, 3] as const).some((priority) => placeable(frame, priority) < (placed[priority - 1] ?? 0))) return false;
    const bars: Bars = { placed, reached: 0, moved: null, penalty: null, worst: null, total: null };
    const asked = modelOf(frame, { kind: "moved" }, bars, { rows: frame.resources });
    if (asked === null) return false;
    // Any placing will do, so nothing is aimed at.
    const solved = solver.run({ ...asked.model, cost: new Float64Array(asked.model.columns) }, { seconds: patience });
    if (solved.ending === "infeasible") return false;
    if (solved.values === null) return null;
    const placing = placingOf(frame, solved.values);
    return isLegal(part, placing) && wanted.every((j) => (placing.starts[j] ?? -1) >= 0) ? true : null;
  };
}
