import type { JSX } from "preact";
import type { GroupId } from "../../../shared/ids.ts";
import { hoursText } from "../times.ts";
import { useDerived } from "./derived.ts";
import type { Row } from "./places.ts";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

interface Paid {
  readonly day: number;
  readonly all: number;
}

/**
 * What the people of a strip pay: on the day that is shown, and in all sessions so far; as a bar, of which the lined part
 * cannot be avoided. Of folded places the most that anybody there pays. What is in the hand counts where it would be.
 */
export function Burden({ day, row }: { readonly day: DayState; readonly row: Row }): JSX.Element {
  const { board } = day;
  const t = words().strips;
  const paid = useDerived(() => most(row.places.map(({ group }) => paidBy(day, group.id))), [day, row]);
  const dayText = useDerived(() => hoursText(paid.value.day), [paid]);
  const allText = useDerived(() => hoursText(paid.value.all), [paid]);
  const width = useDerived(
    () => `width:${(Math.min(1, paid.value.all / day.dearest.value) * 100).toFixed(1)}%`,
    [paid, day],
  );
  const least = useDerived(() => {
    const unavoidable = board.unavoidable.value;
    if (unavoidable === null) return 0;
    return Math.max(0, ...row.places.map(({ group }) => unavoidable.get(group.id) ?? 0));
  }, [board, row]);
  const share = useDerived(
    () => `width:${(paid.value.all === 0 ? 0 : Math.min(1, least.value / paid.value.all) * 100).toFixed(1)}%`,
    [paid, least],
  );
  const read = useDerived(() => {
    const say = row.places.length > 1 ? t.paysMost : t.pays;
    return say(dayText.value, allText.value) + (least.value > 0 ? t.unavoidable(hoursText(least.value)) : "");
  }, [row, t, dayText, allText, least]);
  return (
    <span class="pays">
      <span aria-hidden="true">{dayText}</span>
      <span class="quiet" aria-hidden="true">
        {allText}
      </span>
      <i style={width} aria-hidden="true">
        <i class="least" style={share} />
      </i>
      <span class="sr">{read}</span>
    </span>
  );
}

function paidBy({ board, dayCosts, window }: DayState, groupId: GroupId): Paid {
  const day = dayCosts.value.get(groupId) ?? 0;
  const all = board.burdens.value.total.get(groupId) ?? 0;
  const moving = board.moving.value;
  if (moving === null || moving.here === null) return { day, all };
  const before = board.burdens.value.ofOccurrence.get(moving.occurrenceId)?.get(groupId) ?? 0;
  const there = moving.here.costs.get(groupId) ?? 0;
  const { from, nextDay } = window.value;
  const within = (instant: number | null): boolean => instant !== null && instant >= from && instant < nextDay;
  return {
    day: day - (within(moving.from) ? before : 0) + (within(moving.to) ? there : 0),
    all: all - before + there,
  };
}

const most = (paid: readonly Paid[]): Paid => ({
  day: Math.max(0, ...paid.map(({ day }) => day)),
  all: Math.max(0, ...paid.map(({ all }) => all)),
});
