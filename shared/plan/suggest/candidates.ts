import type { GroupId } from "../../ids.ts";
import { breaksNothing } from "../conflicts.ts";
import type { Start } from "../model.ts";
import type { Timeline } from "../timeline.ts";
import type { World } from "../world.ts";
import type { Free } from "./scope.ts";
import type { LiveOption } from "./options.ts";
import type { Candidate, Cost } from "./problem.ts";

/** The worlds in which one asks whether a job may stand somewhere: no job stands anywhere in them. */
export interface Worlds {
  /** All options of all jobs are playback. */
  readonly base: World;
  /** The k-th: the k-th option of every job that has so many is live, and no other. */
  readonly withOption: readonly World[];
}

/** A job with what is to be decided about its links. */
export interface JobOptions extends Free {
  readonly options: readonly LiveOption[];
}

/**
 * What a stretch of a timeline costs in weighted minutes. Whole numbers: starts and lengths are whole minutes, and so are the
 * edges of hours since zones have offsets of whole minutes (1972); what is older is rounded.
 */
export function weightedMinutes(hours: Timeline, from: number, to: number): Cost {
  return Math.round(hours.cost(from, to) / 60_000);
}

/**
 * Those of the starts (by time; the first of two at the same instant counts) at which a job breaks no rule, neither alone
 * nor with what is fixed, by its *must* links only; and which of its options it could keep live there.
 */
export function candidatesOf(worlds: Worlds, job: JobOptions, starts: readonly Start[]): readonly Candidate[] {
  const { base } = worlds;
  const { id } = job.occurrence;
  const found: Candidate[] = [];
  for (const start of starts) {
    const placed = found.at(-1)?.at === start.instant ? null : base.placedAt(id, start);
    if (placed === null || !breaksNothing(base, placed)) continue;
    found.push({
      start,
      at: start.instant,
      costs: placed.attends.map(({ hours }) => weightedMinutes(hours, placed.from, placed.to)),
      options: job.options.map(({ groupIds }, k) => optionCosts(worlds.withOption[k], job, groupIds, start)),
    });
  }
  return found;
}

/** What an option costs the groups that come by it; null: it breaks a rule there, or some of it is beyond bearable hours. */
function optionCosts(
  world: World | undefined,
  { occurrence }: JobOptions,
  groupIds: readonly GroupId[],
  start: Start,
): readonly Cost[] | null {
  const placed = world?.placedAt(occurrence.id, start) ?? null;
  if (world === undefined || placed === null) return null;
  const { from, to } = placed;
  const coming = groupIds.map((id) => placed.attends.find(({ group }) => group.id === id));
  const isBearable = coming.every((one) => {
    const worst = one?.hours.worst(from, to);
    return worst === "kind" || worst === "bearable";
  });
  if (!isBearable || !breaksNothing(world, placed)) return null;
  return coming.map((one) => (one === undefined ? 0 : weightedMinutes(one.hours, from, to)));
}
