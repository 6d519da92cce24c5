import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { GroupId, Instant } from "../../../shared/ids.ts";
import { possibleStarts } from "../../../shared/plan/starts.ts";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { addDays, dayOf, midnight } from "../../../shared/plan/times.ts";
import type { Board, Moving } from "../contract.ts";
import { toldIn } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";

/** A session as the page shows it: where it is, or where it would be put. */
export interface Shown {
  readonly occasion: Occasion;
  /** It is in the hand. */
  readonly moving: Moving | null;
  /** When it begins and ends, or would; null: not placed. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Where it was before it was taken. */
  readonly was: Instant | null;
  readonly costs: ReadonlyMap<GroupId, number>;
  /** What it costs where it was. */
  readonly costsBefore: ReadonlyMap<GroupId, number>;
  /** Whose wall time it is told in. */
  readonly zone: string;
  readonly city: string;
}

const nothing: ReadonlyMap<GroupId, number> = new Map();

export function shownOf(board: Board, occasion: Occasion): Shown {
  const held = board.moving.value;
  const moving = held?.occurrenceId === occasion.occurrence.id ? held : null;
  const start = moving === null ? occasion.start : moving.to;
  const costsBefore = board.burdens.value.ofOccurrence.get(occasion.occurrence.id) ?? nothing;
  return {
    occasion,
    moving,
    start,
    end: start === null ? null : start + occasion.session.minutes * 60_000,
    was: moving === null || moving.from === moving.to ? null : moving.from,
    costs: moving?.here?.costs ?? (moving === null ? costsBefore : nothing),
    costsBefore,
    ...toldIn(board.plan.value, occasion),
  };
}

/**
 * The possible starts around a session, every 15 minutes: those of the hand, else those of its day and its neighbours,
 * reckoned once the page has been drawn. Null: not yet, or it has no time.
 */
export function useStarts(board: Board, shown: Shown): readonly PossibleStart[] | null {
  const { occasion, zone, moving } = shown;
  const plan = board.plan.value;
  const zones = board.zones.value;
  const { id } = occasion.occurrence;
  const found = useSignal<readonly PossibleStart[] | null>(null);
  const isHeld = moving !== null;
  useEffect(() => {
    found.value = null;
    const { start } = occasion;
    if (isHeld || start === null) return undefined;
    const timer = setTimeout(() => {
      const day = dayOf(zones, zone, start);
      const [from, to] = [midnight(zones, zone, addDays(day, -1)), midnight(zones, zone, addDays(day, 2))];
      found.value = possibleStarts(plan, zones, id, from, to);
    }, 60);
    return () => clearTimeout(timer);
  }, [plan, zones, zone, id, occasion.start, isHeld]);
  return moving?.starts ?? found.value;
}
