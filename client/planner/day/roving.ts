import { addDays } from "../../../shared/plan/times.ts";
import type { OccurrenceId } from "../../../shared/ids.ts";
import { shownDay } from "../days.ts";
import { isForUs } from "../keys.ts";
import { focusFlag } from "./names.ts";
import { takeByKeys } from "./flag.tsx";
import type { DayState } from "./state.ts";

/**
 * The keys of the sessions while nothing moves: arrows go from one to the next, Home and End to the first and last, Page up
 * and down turn the day, Enter takes.
 */
export function rovingKeys(day: DayState): (event: KeyboardEvent) => void {
  return (event) => {
    if (day.board.moving.peek() !== null || !isForUs(event) || event.shiftKey) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target === null) return;
    const own = target.closest<HTMLElement>("[data-flag], [data-listed], [data-tray]");
    // Between two days the strips themselves have the focus.
    const onStrips = own !== null || target.dataset["strips"] !== undefined;
    const turns = event.key === "PageUp" ? -1 : event.key === "PageDown" ? 1 : null;
    const done = turns !== null && onStrips ? turn(day, turns, target) : own !== null && act(day, event, own);
    if (done) event.preventDefault();
  };
}

function act(day: DayState, event: KeyboardEvent, own: HTMLElement): boolean {
  const id = own.dataset["occurrence"] as OccurrenceId | undefined;
  switch (event.key) {
    case "Enter":
      // A shared flag opens, as buttons do.
      if (id === undefined || event.repeat) return event.repeat;
      takeByKeys(day, id);
      return true;
    case "ArrowLeft":
    case "ArrowUp":
      return go(own, -1);
    case "ArrowRight":
    case "ArrowDown":
      if (own.getAttribute("aria-expanded") === "true") return intoList(own);
      return go(own, 1);
    case "Home":
      return go(own, -Infinity);
    case "End":
      return go(own, Infinity);
    case "Escape":
      return closeList(day, own);
    default:
      return false;
  }
}

/** Among those that it stands with: the flags, a list, the tray. */
function go(own: HTMLElement, by: number): boolean {
  const kind = ["listed", "tray"].find((name) => own.dataset[name] !== undefined) ?? "flag";
  const within = own.closest("[data-list], [data-strips], [data-trays]");
  const all = [...(within?.querySelectorAll<HTMLElement>(`[data-${kind}]`) ?? [])];
  const wanted = all.indexOf(own) + by;
  all[Math.max(0, Math.min(all.length - 1, wanted))]?.focus();
  return true;
}

function intoList(own: HTMLElement): boolean {
  document
    .getElementById(own.getAttribute("aria-controls") ?? "")
    ?.querySelector<HTMLElement>("[data-listed]")
    ?.focus();
  return true;
}

function closeList(day: DayState, own: HTMLElement): boolean {
  const key = day.opened.peek();
  if (key === null) return false;
  day.opened.value = null;
  const flag = own.closest("[data-strips]")?.querySelector<HTMLElement>(`[data-flag="${CSS.escape(key)}"]`);
  flag?.focus();
  return true;
}

/** Another day; its first session gets the focus, if it has one. */
function turn(day: DayState, by: 1 | -1, from: HTMLElement): boolean {
  // What has the focus goes with its day.
  from.closest<HTMLElement>("[data-strips]")?.focus();
  day.board.go({ day: addDays(shownDay(day.board), by), occurrenceId: null });
  day.roving.value = null;
  const [first] = day.flags.peek().flags;
  if (first !== undefined) focusFlag(first.key);
  return true;
}
