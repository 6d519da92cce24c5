import type { Instant, OccurrenceId } from "../../ids.ts";
import type { Mend } from "../conflict.ts";
import { conflictsOf } from "../conflicts.ts";
import { gridStarts } from "../grid.ts";
import type { Start } from "../model.ts";
import { possibleStart } from "../starts.ts";
import { hoursOf } from "../timeline.ts";
import type { Days, Placed } from "../world.ts";
import type { Trial } from "./trial.ts";

const minute = 60_000;
const week = 7 * 1440 * minute;
/** Of a conference that is longer (or has no first or last day) only the weeks around a session are looked at. */
const longest = 15 * 1440 * minute;
/** Two moves that are offered together are so far apart, unless they move different sessions. */
const apart = 60 * minute;

interface Move {
  readonly placed: Placed;
  readonly start: Start;
  /** What it adds to the burden of all groups, in weighted hours; negative if it takes away. */
  readonly costs: number;
  readonly away: number;
}

/**
 * The moves that mend, best first: of those that add least burden (taking some away counts as adding none) the nearest.
 * Every start within the conference's days is looked at; where these are not known, or more than 15, those within a week
 * of where the session is. Pinned ones stay.
 */
export function moves(trial: Trial, most: number): readonly Mend[] {
  const found: Move[] = [];
  const stuck = new Set<Placed>();
  for (const move of candidates(trial)) {
    if (found.length >= most) break;
    if (stuck.has(move.placed) || found.some((other) => isLike(other, move)) || !isLegal(trial, move)) continue;
    if (trial.mends(mendOf(move).command)) found.push(move);
    // Where it comes to, all is well: so it is what it leaves behind (less of a clash than before, but another), and that
    // is the same wherever it goes.
    else stuck.add(move.placed);
  }
  return found.map(mendOf);
}

/** Is somebody among those whom it is about whom only a person may move? */
export function isHeld(trial: Trial): boolean {
  return trial.conflict.occurrenceIds.some((id) => trial.world.placed(id)?.occurrence.pinned === true);
}

function candidates(trial: Trial): readonly Move[] {
  const all = trial.conflict.occurrenceIds.flatMap((id) => movesOf(trial, id));
  const added = ({ costs }: Move): number => Math.max(0, costs);
  return all.sort((a, b) => added(a) - added(b) || a.away - b.away || a.start.instant - b.start.instant);
}

function movesOf({ world, zones }: Trial, id: OccurrenceId): readonly Move[] {
  const placed = world.placed(id);
  if (placed === null || placed.occurrence.pinned) return [];
  const { from, to } = searched(world.daysOf(placed.session.conferenceId), placed);
  const now = costOf(placed, placed.from);
  const length = placed.to - placed.from;
  return gridStarts(zones, placed.host.zone, from, to - length + 1)
    .filter(({ instant }) => instant !== placed.from)
    .map((start) => ({
      placed,
      start,
      costs: hoursOf(costOf(placed, start.instant) - now),
      away: Math.abs(start.instant - placed.from),
    }));
}

/** Where moves are looked for. */
function searched(days: Days, placed: Placed): Days {
  if (days.to - days.from <= longest) return days;
  // Of what lies outside the days, the day that is nearest to it.
  const near = Math.min(Math.max(placed.from, days.from), days.to);
  return { from: Math.max(days.from, near - week), to: Math.min(days.to, near + week) };
}

function costOf({ attends, from, to }: Placed, at: Instant): number {
  let cost = 0;
  for (const { hours } of attends) cost += hours.cost(at, at + to - from);
  return cost;
}

/** No error there, no new warning, and the conflict not either. */
function isLegal(trial: Trial, { placed, start }: Move): boolean {
  const { id } = placed.occurrence;
  const found = conflictsOf(trial.world, id, start).map(({ key }) => key);
  return trial.isFree(found) && possibleStart(trial.plan, trial.zones, id, start)?.legal === true;
}

function isLike(one: Move, other: Move): boolean {
  return one.placed === other.placed && Math.abs(one.start.instant - other.start.instant) < apart;
}

function mendOf({ placed, start, costs }: Move): Mend {
  const occurrenceId = placed.occurrence.id;
  const { wall, zone, offset, instant } = start;
  return {
    how: { kind: "move", occurrenceId, to: instant, costs },
    command: { name: "moveOccurrence", input: { occurrenceId, start: { wall, zone, offset } } },
  };
}
