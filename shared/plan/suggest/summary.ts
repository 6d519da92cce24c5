import type { Built } from "./build.ts";
import { placementsOf } from "./placing.ts";
import type { Cost, Placing, Problem } from "./problem.ts";
import type { Proof, Reason, SuggestedPlan } from "./suggestion.ts";
import { valueOf } from "./value.ts";

/**
 * A placing as pages, the command line and scripts are told of it. `placed` and `of` count the jobs: what may move in this
 * search; what is fixed is placed anyway, and costs what it costs (it is in the burdens and their sum).
 */
export function suggestedPlan(
  built: Built,
  placing: Placing,
  kinds: SuggestedPlan["kinds"],
  proof: Proof,
  reasons: readonly Reason[],
): SuggestedPlan {
  const { problem, beforeBurdens, carried } = built;
  const value = valueOf(problem, placing);
  const unavoidable = unavoidableIn(problem, placing);
  const hours = (minutes: number): number => minutes / 60;
  return {
    kinds,
    placements: placementsOf(built, placing),
    placed: value.placed[0] + value.placed[1] + value.placed[2],
    of: problem.jobs.length,
    reached: value.reached,
    movedLinks: value.moved,
    movedSessions: problem.jobs.filter((_, j) => isMoved(built, placing, j)).length,
    penalty: hours(value.penalty),
    total: hours(value.total),
    worst: hours(value.worst),
    burdens: problem.groups.map(({ id }, g) => ({
      groupId: id,
      burden: hours(value.burdens[g] ?? 0),
      unavoidable: hours(unavoidable[g] ?? 0),
      before: beforeBurdens.get(id) ?? 0,
      carried: carried.get(id) ?? 0,
    })),
    proof,
    reasons,
  };
}

/** What each group pays at least, weighted minutes: what a job that is not placed would cost it is none of its burden. */
function unavoidableIn({ jobs, groups }: Problem, { starts }: Placing): readonly Cost[] {
  const least = groups.map(({ unavoidable }) => unavoidable);
  for (const [j, { attends, candidates }] of jobs.entries()) {
    if (candidates.length === 0 || (starts[j] ?? -1) >= 0) continue;
    for (const [i, g] of attends.entries())
      least[g] = (least[g] ?? 0) - Math.min(...candidates.map(({ costs }) => costs[i] ?? 0));
  }
  return least;
}

/** Whether a job that had a time begins at another one or nowhere, or loses a link. */
function isMoved({ problem }: Built, { starts, options }: Placing, j: number): boolean {
  const job = problem.jobs[j];
  if (job === undefined || !job.hadTime) return false;
  const start = starts[j] ?? -1;
  return start < 0 || start !== job.was || job.options.some((_, o) => options[j]?.[o] !== true);
}
