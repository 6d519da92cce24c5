import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { GroupId, Instant, OccurrenceId } from "../../../shared/ids.ts";
import { at } from "../../../shared/record.ts";
import { hour } from "../../ui/time.ts";
import type { Board, Moving } from "../contract.ts";
import { shownDay } from "../days.ts";
import { occasionOf } from "../reading/occasion.ts";
import { scaleOf, startsIn } from "./bars.ts";
import { flagsOf } from "./flags.ts";
import type { Flags } from "./flags.ts";
import { regionsOf } from "./places.ts";
import type { Region } from "./places.ts";
import { itemsOf, linkedPlaces, segmentsOf } from "./segments.ts";
import type { DayItems, Item, Segment } from "./segments.ts";
import { shownHours, windowOf } from "./shown.ts";
import type { Window } from "./shown.ts";

const minute = 60_000;
/** Pixels beside the strips: reading and names, burden. `day.css` has the same. */
export const leftWidth = 280;
export const rightWidth = 148;
/** Minutes of a strip. */
export const stripMinutes = shownHours * 60;

/**
 * What the day view draws, each part reckoned only when what it depends on has changed: while something moves, that is
 * nothing but `moving`, `cursor` and what hangs on those two.
 */
export interface DayState {
  readonly board: Board;
  readonly window: ReadonlySignal<Window>;
  readonly regions: ReadonlySignal<readonly Region[]>;
  readonly items: ReadonlySignal<DayItems>;
  readonly segments: ReadonlySignal<ReadonlyMap<string, readonly Segment[]>>;
  readonly flags: ReadonlySignal<Flags>;
  /** Which one is in the hand; null: none. */
  readonly inHand: ReadonlySignal<OccurrenceId | null>;
  readonly hand: ReadonlySignal<Item | null>;
  /** The one in the hand, else the chosen one. */
  readonly chosen: ReadonlySignal<OccurrenceId | null>;
  /** Its possible starts; the same array as long as they stay the same. */
  readonly starts: ReadonlySignal<Moving["starts"]>;
  /** Pixels that a weighted hour is high in the row of starts. */
  readonly scale: ReadonlySignal<number>;
  /** What each group pays on the day that is shown, as it stands in the plan (weighted hours). */
  readonly dayCosts: ReadonlySignal<ReadonlyMap<GroupId, number>>;
  /** The most that any group pays in all; at least 1. */
  readonly dearest: ReadonlySignal<number>;
  /** The moment that all clocks are read at. */
  readonly cursor: ReadonlySignal<Instant>;
  /** Where the pointer or the focus is. */
  readonly pointed: Signal<Instant | null>;
  /** The flag that had the focus last, by its key. */
  readonly roving: Signal<string | null>;
  /** Regions that were folded or unfolded against the rule. */
  readonly turned: Signal<ReadonlySet<string>>;
  /** The shared flag whose list is open, by its key. */
  readonly opened: Signal<string | null>;
  /** The strips' width in pixels. */
  readonly width: Signal<number>;
}

export function openDay(board: Board): DayState {
  const day = computed(() => shownDay(board));
  const window = computed(() => windowOf(board, day.value));
  const turned = signal<ReadonlySet<string>>(new Set());
  const width = signal(Math.max(320, innerWidth - 48 - leftWidth - rightWidth));
  const pointed = signal<Instant | null>(null);
  const regions = computed(() => {
    const conference = board.conference.value;
    return conference === null
      ? []
      : regionsOf(board.plan.value, board.zones.value, conference, window.value, turned.value);
  });
  const items = computed(() => {
    const conference = board.conference.value;
    if (conference === null) return { placed: [], unplaced: [] };
    const sources = { plan: board.plan.value, conflicts: board.conflicts.value, shown: board.shown.value };
    return itemsOf({ ...sources, conference }, window.value);
  });
  const inHand = computed(() => board.moving.value?.occurrenceId ?? null);
  const chosen = computed(() => inHand.value ?? board.where.value.occurrenceId);
  const hand = computed(() => (inHand.value === null ? null : itemInHand(board, inHand.value)));
  const segments = computed(() => {
    const standing = items.value.placed.filter(({ id }) => id !== inHand.value);
    return segmentsOf(board.plan.value, regions.value, standing);
  });
  const flags = computed(() => {
    const placed = items.value.placed.filter(({ id }) => id !== inHand.value);
    const { from } = window.value;
    const ground = { from, minutes: stripMinutes, width: width.value, left: leftWidth, right: rightWidth };
    return flagsOf(hand.value === null ? placed : [...placed, hand.value], chosen.value, ground);
  });
  const resting = computed(() => {
    const { from, to } = window.value;
    const within = (instant: Instant): boolean => instant >= from && instant < to;
    const start = items.value.placed.find(({ id }) => id === chosen.value)?.start;
    if (start !== undefined && within(start)) return start;
    const now = Math.floor(board.time.peek() / (15 * minute)) * 15 * minute;
    if (within(now)) return now;
    return items.value.placed.find((item) => within(item.start))?.start ?? from + 12 * hour;
  });
  const cursor = computed(() => {
    const { from, to } = window.value;
    const wanted = board.moving.value?.to ?? pointed.value;
    return wanted !== null && wanted >= from && wanted <= to ? wanted : resting.value;
  });
  const starts = computed(() => board.moving.value?.starts ?? none);
  return {
    board,
    window,
    regions,
    items,
    segments,
    flags,
    inHand,
    hand,
    chosen,
    dayCosts: computed(() => costsBetween(board, window.value)),
    dearest: computed(() => Math.max(1, ...board.burdens.value.total.values())),
    starts,
    scale: computed(() => scaleOf(startsIn(starts.value, window.value))),
    cursor,
    pointed,
    turned,
    roving: signal(null),
    opened: signal(null),
    width,
  };
}

/** What sessions cost that begin on the day. */
function costsBetween(board: Board, { from, nextDay }: Window): ReadonlyMap<GroupId, number> {
  const sums = new Map<GroupId, number>();
  for (const [id, costs] of board.burdens.value.ofOccurrence) {
    const start = at(board.plan.value.occurrences, id)?.start?.instant;
    if (start === undefined || start < from || start >= nextDay) continue;
    for (const [groupId, cost] of costs) sums.set(groupId, (sums.get(groupId) ?? 0) + cost);
  }
  return sums;
}

const none: Moving["starts"] = [];

/** What is moved, at the place where it stands in the plan. */
function itemInHand(board: Board, id: OccurrenceId): Item | null {
  const occasion = occasionOf(board.plan.value, id);
  if (occasion === null) return null;
  const start = occasion.start ?? board.moving.peek()?.to ?? 0;
  return {
    id,
    occasion,
    session: occasion.session,
    start,
    end: start + occasion.session.minutes * minute,
    places: linkedPlaces(board.plan.value, occasion.occurrence),
    clash: new Set(),
    dim: false,
  };
}

/** Minutes after the window's beginning. */
export function minutesIn({ from }: Window, instant: Instant): number {
  return (instant - from) / minute;
}
