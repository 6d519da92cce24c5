import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { OccurrenceId } from "../../../shared/ids.ts";
import type { Day } from "../../../shared/plan/model.ts";
import { addDays } from "../../../shared/plan/times.ts";
import type { Wish } from "../../../shared/plan/suggest/suggestion.ts";
import { at } from "../../../shared/record.ts";
import type { OpenBoard } from "../board.ts";
import { occurrencesIn, spanOf } from "../days.ts";
import type { Occasion } from "../reading/occasion.ts";
import { occasionsOf } from "../reading/occasion.ts";

export type ScopeName = "whole" | "days" | "some";

/** What is asked for before the search begins, as it stands in the form. */
export interface WishDraft {
  readonly mode: Signal<Wish["mode"]>;
  readonly scope: Signal<ScopeName>;
  readonly days: Signal<ReadonlySet<Day>>;
  readonly chosen: Signal<ReadonlySet<OccurrenceId>>;
  readonly carry: Signal<boolean>;
  readonly seconds: Signal<number>;
  /** Those that could move: neither cancelled nor pinned. */
  readonly free: ReadonlySignal<readonly Occasion[]>;
  readonly pinned: ReadonlySignal<number>;
}

/** How long one may let it look (seconds). */
export const lengths = [30, 120, 600] as const;
/** The form has a tick for each day of a conference of up to so many. */
const mostDays = 60;

/** As the form opens: the whole conference, or what the search has left. */
export function openWish(board: OpenBoard): WishDraft {
  const shown = board.shown.peek();
  const living = computed(() => {
    const conference = board.conference.value;
    const all = conference === null ? [] : occasionsOf(board.plan.value, conference);
    return all.filter(({ session }) => session.state !== "cancelled");
  });
  const free = computed(() => living.value.filter(({ occurrence }) => !occurrence.pinned));
  const found = shown === null ? [] : free.peek().filter(({ session }) => shown.has(session.id));
  return {
    mode: signal("plan"),
    scope: signal<ScopeName>(found.length > 0 ? "some" : "whole"),
    days: signal<ReadonlySet<Day>>(new Set()),
    chosen: signal<ReadonlySet<OccurrenceId>>(new Set(found.map(({ occurrence }) => occurrence.id))),
    carry: signal(false),
    seconds: signal(120),
    free,
    pinned: computed(() => living.value.filter(({ occurrence }) => occurrence.pinned).length),
  };
}

/** The conference's days. */
export function daysOf(board: OpenBoard): readonly Day[] {
  const span = spanOf(board);
  if (span === null) return [];
  const days: Day[] = [];
  for (let day = span[0]; day <= span[1] && days.length < mostDays; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What stands in the way of any search; null: nothing. */
export function missingIn(board: OpenBoard, draft: WishDraft): "sessions" | "days" | null {
  const conference = board.conference.value;
  if (conference === null || draft.free.value.length === 0) return "sessions";
  const hasDays = conference.firstDay !== null && conference.lastDay !== null;
  const placed = occurrencesIn(board.plan.value, conference.id).some(
    ({ session, occurrence }) => occurrence.start !== null && session.state !== "cancelled",
  );
  return hasDays || placed ? null : "days";
}

/** What is wrong with the choice; null: it can be asked for. */
export function wrongIn({ scope, days, chosen }: WishDraft): "days" | "sessions" | null {
  if (scope.value === "days" && days.value.size === 0) return "days";
  return scope.value === "some" && chosen.value.size === 0 ? "sessions" : null;
}

export function wishOf(conferenceId: Wish["conferenceId"], draft: WishDraft): Wish {
  const scope = draft.scope.peek();
  const ids = new Set(draft.free.peek().map(({ occurrence }) => occurrence.id));
  return {
    conferenceId,
    mode: draft.mode.peek(),
    days: scope === "days" ? [...draft.days.peek()].sort() : null,
    // Chosen ones may be gone, or pinned, by now.
    occurrenceIds: scope === "some" ? [...draft.chosen.peek()].filter((id) => ids.has(id)) : null,
    carry: draft.carry.peek(),
    seconds: draft.seconds.peek(),
  };
}

/**
 * The same wish for the draft as it is now: of chosen sessions what is gone is left out, and what has no time belongs to
 * them, as the second time of one that is held twice since.
 */
export function wishAgain({ plan }: OpenBoard, wish: Wish): Wish {
  if (wish.occurrenceIds === null) return wish;
  const { occurrences } = plan.peek();
  const chosen = new Set<string>(wish.occurrenceIds);
  const sessions = new Set(wish.occurrenceIds.map((id) => at(occurrences, id)?.sessionId));
  const ids = Object.values(occurrences).flatMap((each) => {
    if (each === undefined || !sessions.has(each.sessionId)) return [];
    return chosen.has(each.id) || each.start === null ? [each.id] : [];
  });
  return ids.length === 0 ? wish : { ...wish, occurrenceIds: ids };
}

/** The set with or without one more. */
export function turned<Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(items);
  if (!next.delete(item)) next.add(item);
  return next;
}
