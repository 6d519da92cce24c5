import { batch, effect } from "@preact/signals";
import type { Instant, OccurrenceId } from "../../shared/ids.ts";
import { slotMinutes } from "../../shared/plan/needs.ts";
import { nextBetter as betterThan } from "../../shared/plan/starts.ts";
import type { PossibleStart } from "../../shared/plan/starts.ts";
import { addDays, dayOf, startAt } from "../../shared/plan/times.ts";
import { offsetAt, resolveWall, wallAt } from "../../shared/plan/zones.ts";
import type { Board, Moving } from "./contract.ts";
import { shownDay } from "./days.ts";
import { windowOf } from "./day/shown.ts";
import { beyond, reaching, reckon, startIn, thingOf } from "./reach.ts";
import type { Thing } from "./reach.ts";

/*
 * One occurrence in the hand. What every start would cost is reckoned when it is taken, for the days around, and only
 * looked up while it moves; nothing is sent before it is put down.
 */

const minute = 60_000;
const slot = slotMinutes * minute;

/** What goes on while something is in the hand: its starts are reckoned again when the plan changes. */
const following = new WeakMap<Board, () => void>();

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
  // It is being put down.
  if (board.busy.peek()) return;
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
  // While it is being put down it stays, and so does the page.
  if (moving === null || thing === null || board.busy.peek()) return;
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
  if (thing === null) return false;
  while (moving !== null) {
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
