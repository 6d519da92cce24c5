import { batch, effect } from "@preact/signals";
import type { Instant, OccurrenceId } from "../../shared/ids.ts";
import { hostZone, sessionOf } from "../../shared/plan/look.ts";
import type { Occurrence, Plan, Session } from "../../shared/plan/model.ts";
import { slotMinutes } from "../../shared/plan/needs.ts";
import { nextBetter as betterThan, possibleStart, possibleStarts } from "../../shared/plan/starts.ts";
import type { PossibleStart } from "../../shared/plan/starts.ts";
import { addDays, dayOf, midnight, startAt } from "../../shared/plan/times.ts";
import { offsetAt, resolveWall, wallAt } from "../../shared/plan/zones.ts";
import { at } from "../../shared/record.ts";
import type { Board, Moving } from "./contract.ts";
import { shownDay } from "./days.ts";
import { windowOf } from "./day/shown.ts";

/*
 * One occurrence in the hand. What every start would cost is reckoned when it is taken, for the days around, and only
 * looked up while it moves; nothing is sent before it is put down.
 */

const minute = 60_000;
const slot = slotMinutes * minute;
/** So far beyond the conference's days, or beyond where it was, one looks for a start (days). */
const reach = 14;

/** What goes on while something is in the hand: its starts are reckoned again when the plan changes. */
const following = new WeakMap<Board, () => void>();

interface Thing {
  readonly occurrence: Occurrence;
  readonly session: Session;
  /** The zone in whose wall time it stands: the host room's, else the conference's. */
  readonly zone: string;
}

function thingOf(board: Board, id: OccurrenceId): Thing | null {
  const plan = board.plan.peek();
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return null;
  return { occurrence, session, zone: hostZone(plan, session).zone };
}

/** May it be taken now? Cancelled ones have no time any more that would matter. */
export function mayTake(board: Board, id: OccurrenceId): boolean {
  const thing = thingOf(board, id);
  return board.mayEdit.peek() && thing !== null && thing.session.state !== "cancelled";
}

/**
 * Takes an occurrence. What was in the hand before goes back to where it was. One that has no time yet gets, for the
 * time being, `to`, or the cheapest possible start of the day that is shown. False: it cannot be taken.
 */
export function take(board: Board, id: OccurrenceId, by: Moving["by"], to: Instant | null = null): boolean {
  const thing = thingOf(board, id);
  if (thing === null || !mayTake(board, id)) return false;
  if (board.moving.peek()?.occurrenceId === id) return true;
  putBack(board);
  const from = thing.occurrence.start?.instant ?? null;
  const near = to ?? from ?? windowOf(board).from;
  const today = dayOf(board.zones.peek(), thing.zone, near);
  const starts = reckon(board, thing, addDays(today, -1), addDays(today, 2));
  const first = to ?? from ?? guess(board, thing, starts);
  batch(() => {
    board.moving.value = { occurrenceId: id, from, to: first, starts, here: startIn(board, thing, starts, first), by };
    board.go({ occurrenceId: id });
    show(board, first);
  });
  following.set(board, follow(board));
  return true;
}

/** A first place for what has none. */
function guess(board: Board, thing: Thing, starts: readonly PossibleStart[]): Instant {
  const { from, nextDay } = windowOf(board);
  const [best] = starts
    .filter(({ legal, start }) => legal && start.instant >= from && start.instant < nextDay)
    .sort((a, b) => a.total - b.total || a.start.instant - b.start.instant);
  const nine = resolveWall(board.zones.peek(), thing.zone, `${dayOf(board.zones.peek(), thing.zone, from)}T09:00`);
  return best?.start.instant ?? (nine.kind === "unique" ? nine.instant : from);
}

/** All possible starts of the days from `first` to `last`, both included, in the zone in which it stands. */
function reckon(board: Board, { occurrence, zone }: Thing, first: string, last: string): readonly PossibleStart[] {
  const zones = board.zones.peek();
  const [from, to] = [midnight(zones, zone, first), midnight(zones, zone, addDays(last, 1))];
  return possibleStarts(board.plan.peek(), zones, occurrence.id, from, to);
}

/** The start at an instant; where it was need not be on the grid. */
function startIn(
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
function reaching(board: Board, thing: Thing, moving: Moving, to: Instant): Moving {
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

/** Would put it to an instant, on the quarter-hours of the host's wall time. The day that is shown follows. */
export function moveTo(board: Board, instant: Instant): void {
  const moving = board.moving.peek();
  const thing = moving === null ? null : thingOf(board, moving.occurrenceId);
  if (moving === null || thing === null) return;
  const to = backHome(moving, instant) ?? onGrid(board, thing, instant, Math.round);
  if (to !== moving.to) setTo(board, thing, moving, to);
}

/** Where it was may lie between two quarter-hours; it finds back there. */
function backHome({ from }: Moving, instant: Instant): Instant | null {
  return from !== null && Math.abs(instant - from) < slot / 2 ? from : null;
}

function setTo(board: Board, thing: Thing, moving: Moving, to: Instant): void {
  const wide = reaching(board, thing, moving, to);
  batch(() => {
    board.moving.value = { ...wide, to, here: startIn(board, thing, wide.starts, to) };
    show(board, to);
  });
}

/** Turns the page to the day of an instant, unless it is among the hours that are shown. */
function show(board: Board, instant: Instant): void {
  const { from, to } = windowOf(board);
  if (instant < from || instant >= to - 60 * minute)
    board.go({ day: dayOf(board.zones.peek(), board.ruler.peek().zone, instant) });
}

/** The quarter-hour of the host's wall time at, before or after an instant. */
function onGrid(board: Board, { zone }: Thing, instant: Instant, round: (slots: number) => number): Instant {
  const shift = Math.round(offsetAt(board.zones.peek(), zone, instant) * minute) % slot;
  return round((instant + shift) / slot) * slot - shift;
}

/** Later by so many minutes; earlier, if negative. From a time between two quarter-hours it goes to the next one first. */
export function step(board: Board, minutes: number): void {
  const moving = board.moving.peek();
  const thing = moving === null ? null : thingOf(board, moving.occurrenceId);
  if (moving === null || thing === null) return;
  setTo(board, thing, moving, onGrid(board, thing, moving.to + minutes * minute, minutes > 0 ? Math.floor : Math.ceil));
}

/** The same wall time on another day, in the zone in which it stands. The page turns with it. */
export function stepDays(board: Board, days: number): void {
  const moving = board.moving.peek();
  const thing = moving === null ? null : thingOf(board, moving.occurrenceId);
  if (moving === null || thing === null) return;
  const zones = board.zones.peek();
  const wall = wallAt(zones, thing.zone, moving.to);
  const there = resolveWall(zones, thing.zone, `${addDays(wall.slice(0, 10), days)}T${wall.slice(11)}`);
  if (there.kind === "invalid") return;
  const to = there.kind === "unique" ? there.instant : there.kind === "gap" ? there.at : there.earlier.instant;
  const day = addDays(shownDay(board), days);
  batch(() => {
    board.go({ day });
    setTo(board, thing, moving, to);
  });
}

/** The plan as it would be: what is wrong there is said of this one. */
export function planThere(plan: Plan, { occurrenceId, here }: Pick<Moving, "occurrenceId" | "here">): Plan {
  const occurrence = at(plan.occurrences, occurrenceId);
  if (occurrence === undefined || here === null) return plan;
  return { ...plan, occurrences: { ...plan.occurrences, [occurrenceId]: { ...occurrence, start: here.start } } };
}

/** Goes to the next start at which it may begin: 1 later, -1 earlier. False: there is none within reach. */
export function nextLegal(board: Board, direction: 1 | -1): boolean {
  return search(
    board,
    ({ starts, to }) => {
      const further = starts.filter(({ legal, start }) => legal && (start.instant - to) * direction > 0);
      return (direction === 1 ? further[0] : further.at(-1)) ?? null;
    },
    direction,
  );
}

/** Goes to the next better start, as `better` says. False: there is none within reach. */
export function nextBetter(board: Board): boolean {
  return search(board, better, 1) || search(board, better, -1);
}

/**
 * The next start that costs less than where it is now, among those that are reckoned; where it cannot stay, the next one
 * that is possible.
 */
export function better({ starts, here }: Pick<Moving, "starts" | "here">): PossibleStart | null {
  if (here === null) return null;
  return betterThan(starts, here.legal ? here : { ...here, total: Infinity });
}

/** Looks among the starts, and reckons further days until there is one or the end is reached. */
function search(board: Board, find: (moving: Moving) => PossibleStart | null, direction: 1 | -1): boolean {
  let moving = board.moving.peek();
  const thing = moving === null ? null : thingOf(board, moving.occurrenceId);
  while (moving !== null && thing !== null) {
    const found = find(moving);
    if (found !== null) {
      setTo(board, thing, moving, found.start.instant);
      return true;
    }
    const edge = (direction === 1 ? moving.starts.at(-1) : moving.starts[0])?.start.instant;
    if (edge === undefined || beyond(board, moving, edge, direction)) return false;
    moving = reaching(board, thing, moving, edge + direction * 1440 * minute);
  }
  return false;
}

/** Is an instant where nobody would look any further? */
function beyond(board: Board, moving: Moving, instant: Instant, direction: 1 | -1): boolean {
  const conference = board.conference.peek();
  const zones = board.zones.peek();
  const last = direction === 1 ? conference?.lastDay : conference?.firstDay;
  if (conference !== null && last != null) {
    const end = midnight(zones, conference.zone, direction === 1 ? addDays(last, 1) : last);
    return (instant - end) * direction >= 0;
  }
  return (instant - (moving.from ?? moving.to)) * direction > reach * 1440 * minute;
}

/**
 * Puts it down where it is: one edit. It stays in the hand while that is on its way, and if it was refused
 * (`board.refused` says why): nothing is lost.
 */
export async function putDown(board: Board): Promise<void> {
  const moving = board.moving.peek();
  if (moving === null || board.busy.peek()) return;
  const thing = thingOf(board, moving.occurrenceId);
  if (thing === null || moving.to === moving.from) {
    putBack(board);
    return;
  }
  const { wall, zone, offset } = startAt(board.zones.peek(), thing.zone, moving.to);
  unfollow(board);
  try {
    await board.edit("moveOccurrence", { occurrenceId: moving.occurrenceId, start: { wall, zone, offset } });
    // What somebody took meanwhile stays in the hand.
    if (board.moving.peek()?.occurrenceId === moving.occurrenceId) putBack(board);
  } catch {
    // Shown as `board.refused`. The plan may have changed: that is the usual reason.
    if (board.moving.peek()?.occurrenceId === moving.occurrenceId) following.set(board, follow(board));
  }
}

/** Lets go of it; it is where it was. */
export function putBack(board: Board): void {
  unfollow(board);
  board.moving.value = null;
}

function unfollow(board: Board): void {
  following.get(board)?.();
  following.delete(board);
}

/** Others edit too: what can be done is reckoned anew, and what is gone falls out of the hand. */
function follow(board: Board): () => void {
  let known = board.plan.peek();
  return effect(() => {
    const plan = board.plan.value;
    const moving = board.moving.peek();
    if (plan === known || moving === null) return;
    known = plan;
    const thing = thingOf(board, moving.occurrenceId);
    const [first, last] = [moving.starts[0], moving.starts.at(-1)];
    if (thing === null || thing.session.state === "cancelled" || !board.mayEdit.peek()) {
      board.moving.value = null;
      return;
    }
    const day = (start: PossibleStart | undefined): string =>
      dayOf(board.zones.peek(), thing.zone, start?.start.instant ?? moving.to);
    const starts = reckon(board, thing, day(first), day(last));
    const from = thing.occurrence.start?.instant ?? null;
    board.moving.value = { ...moving, from, starts, here: startIn(board, thing, starts, moving.to) };
  });
}
