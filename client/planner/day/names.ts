import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import type { Session } from "../../../shared/plan/model.ts";
import { hostZone } from "../../../shared/plan/look.ts";
import type { Board } from "../contract.ts";
import { totalCost } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import { dayIn, hoursText, timeIn } from "../times.ts";
import { words } from "./words.ts";

/** "Fri 10 Jan 16:15 Durban": in the time of the host. */
export function whenIn(board: Board, session: Session, instant: Instant): string {
  const { zone, city } = hostZone(board.plan.value, session);
  const zones = board.zones.value;
  return words().session.when(dayIn(zones, zone, instant), timeIn(zones, zone, instant), city);
}

/** What is read out of a session's handle after its title, for those who do not see where it stands. */
export function restOfName(board: Board, { occurrence, session, start }: Occasion, notes: readonly string[]): string {
  const t = words().session;
  const when = start === null ? t.unplaced : whenIn(board, session, start);
  const name = t.name(when, session.minutes, t.states[session.state], costText(board, occurrence.id));
  return name + (occurrence.pinned ? t.pinned : "") + notes.join("");
}

function costText(board: Board, id: OccurrenceId): string {
  const t = words().session;
  const cost = totalCost(board.burdens.value.ofOccurrence.get(id));
  return cost === 0 ? t.costsNobody : t.costs(hoursText(cost));
}

/** The button that stands for an occurrence gets the focus, if the day shows one. `ifLost`: only if nothing has it. */
export const focusHandle = (id: OccurrenceId, options?: { readonly ifLost: boolean }): void =>
  focusSoon(`[data-handle="${CSS.escape(id)}"]`, options?.ifLost);

/** A flag gets the focus, its own or a shared one. */
export const focusFlag = (key: string): void => focusSoon(`[data-flag="${CSS.escape(key)}"]`);

function focusSoon(selector: string, ifLost = false): void {
  // It may be about to be drawn.
  requestAnimationFrame(() => {
    if (!ifLost || document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus();
  });
}
