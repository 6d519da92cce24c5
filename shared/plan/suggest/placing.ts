import { at } from "../../record.ts";
import type { PlanInput } from "../../protocol/plan.ts";
import { sameThing } from "../edits/apply.ts";
import type { Plan, Start } from "../model.ts";
import type { Built } from "./build.ts";
import { withPlayback } from "./options.ts";
import type { Placing } from "./problem.ts";
import { withStarts } from "./scope.ts";
import type { Placement } from "./suggestion.ts";

/**
 * A placing in the plan's words: the jobs of which anything is not as it was, or not as the draft has it now (in Repair
 * these are two things), in the order of the jobs. A job that is not placed keeps its links as they are.
 */
export function placementsOf(built: Built, placing: Placing): readonly Placement[] {
  return built.problem.jobs.flatMap((job, j): readonly Placement[] => {
    const candidate = job.candidates[placing.starts[j] ?? -1];
    const start = candidate?.start ?? null;
    const was = built.was[j] ?? null;
    const now = at(built.plan.occurrences, job.id)?.start ?? null;
    const playback =
      candidate === undefined
        ? []
        : job.options.flatMap(({ links }, o) => (placing.options[j]?.[o] === true ? [] : links));
    if (playback.length === 0 && sameStart(start, was) && sameStart(start, now)) return [];
    return [{ occurrenceId: job.id, was, start, playback }];
  });
}

/** Whether two starts say the same time at the same instant, in the same zone. */
export function sameStart(one: Start | null, other: Start | null): boolean {
  // The same time is the same, whichever zone data made it.
  const said = (start: Start | null) => start && { ...start, zoneData: "" };
  return sameThing(said(one), said(other));
}

/** The plan with what a suggestion would do to it. Occurrences that it does not have are passed over. */
export function withPlacements(plan: Plan, placements: readonly Placement[]): Plan {
  const starts = new Map(placements.map(({ occurrenceId, start }) => [occurrenceId, start]));
  const playback = new Map(placements.map(({ occurrenceId, playback: links }) => [occurrenceId, new Set(links)]));
  return withPlayback(withStarts(plan, starts), playback);
}

/** The input of `placeOccurrences` that accepts a suggestion, without the envelope. */
export function placementsInput(placements: readonly Placement[]): Pick<PlanInput<"placeOccurrences">, "placements"> {
  return {
    placements: placements.map(({ occurrenceId, start, playback }) => ({
      occurrenceId,
      start: start === null ? null : { wall: start.wall, zone: start.zone, offset: start.offset },
      playback: [...playback],
    })),
  };
}
