import type { Instant, OccurrenceId } from "../../shared/ids.ts";
import { hostZone } from "../../shared/plan/look.ts";
import type { Occurrence, Plan, Session } from "../../shared/plan/model.ts";
import { slotMinutes } from "../../shared/plan/needs.ts";
import { possibleStart, possibleStarts } from "../../shared/plan/starts.ts";
import type { PossibleStart } from "../../shared/plan/starts.ts";
import { addDays, dayOf, midnight, startAt } from "../../shared/plan/times.ts";
import { at } from "../../shared/record.ts";
import type { Board, Moving } from "./contract.ts";

// What is known of the starts of what one moves: reckoned by whole days, and looked up while it moves.

const minute = 60_000;
const slot = slotMinutes * minute;
/** So far from where it was one looks for a start in a conference without days (days). */
const reach = 14;

/** What is in the hand, as the plan has it. */
export interface Thing {
  readonly occurrence: Occurrence;
  readonly session: Session;
  /** The zone in whose wall time it stands: the host room's, else the conference's. */
  readonly zone: string;
}

export function thingOf(board: Board, id: OccurrenceId): Thing | null {
  const plan = board.plan.peek();
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return null;
  return { occurrence, session, zone: hostZone(plan, session).zone };
}

/** All possible starts of the days from `first` to `last`, both included, in the zone in which it stands. */
export function reckon(
  board: Board,
  { occurrence, zone }: Thing,
  first: string,
  last: string,
): readonly PossibleStart[] {
  const zones = board.zones.peek();
  const [from, to] = [midnight(zones, zone, first), midnight(zones, zone, addDays(last, 1))];
  return possibleStarts(board.plan.peek(), zones, occurrence.id, from, to);
}

/** The start at an instant; where it was need not be on the grid. */
export function startIn(
  board: Board,
  { occurrence, zone }: Thing,
  starts: readonly PossibleStart[],
  instant: Instant,
): PossibleStart | null {
  const found = lookUp(starts, instant);
  if (found !== null) return found;
  const zones = board.zones.peek();
  return possibleStart(board.plan.peek(), zones, occurrence.id, startAt(zones, zone, instant));
}

function lookUp(starts: readonly PossibleStart[], instant: Instant): PossibleStart | null {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = starts[middle];
    if (found === undefined) return null;
    if (found.start.instant === instant) return found;
    if (found.start.instant < instant) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The same hand with starts that reach as far as `to`. */
export function reaching(board: Board, thing: Thing, moving: Moving, to: Instant): Moving {
  const [first, last] = [moving.starts[0], moving.starts.at(-1)];
  if (first === undefined || last === undefined) return moving;
  const zones = board.zones.peek();
  const day = (instant: Instant): string => dayOf(zones, thing.zone, instant);
  if (to < first.start.instant) {
    const starts = reckon(board, thing, addDays(day(to), -1), addDays(day(first.start.instant), -1));
    return { ...moving, starts: [...starts, ...moving.starts] };
  }
  if (to >= last.start.instant + slot) {
    const starts = reckon(board, thing, addDays(day(last.start.instant), 1), addDays(day(to), 1));
    return { ...moving, starts: [...moving.starts, ...starts] };
  }
  return moving;
}

/** The plan as it would be: what is wrong there is said of this one. */
export function planThere(plan: Plan, { occurrenceId, here }: Pick<Moving, "occurrenceId" | "here">): Plan {
  const occurrence = at(plan.occurrences, occurrenceId);
  if (occurrence === undefined || here === null) return plan;
  return { ...plan, occurrences: { ...plan.occurrences, [occurrenceId]: { ...occurrence, start: here.start } } };
}

/** Is an instant where nobody would look any further? */
export function beyond(board: Board, moving: Moving, instant: Instant, direction: 1 | -1): boolean {
  const conference = board.conference.peek();
  const zones = board.zones.peek();
  const last = direction === 1 ? conference?.lastDay : conference?.firstDay;
  if (conference !== null && last != null) {
    const end = midnight(zones, conference.zone, direction === 1 ? addDays(last, 1) : last);
    return (instant - end) * direction >= 0;
  }
  return (instant - (moving.from ?? moving.to)) * direction > reach * 1440 * minute;
}
