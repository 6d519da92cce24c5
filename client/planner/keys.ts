import type { OccurrenceId } from "../../shared/ids.ts";
import type { Board } from "./contract.ts";
import { nextBetter, nextLegal, putBack, putDown, step, stepDays } from "./moving.ts";

/** What is said when a key finds nothing. */
export interface Unfound {
  noLegal(): void;
  noBetter(): void;
}

/**
 * The keys of what is in the hand: arrows a quarter of an hour, with Shift an hour, Page up and down a day, `[` and `]` the
 * next possible start, `B` the next better one, Enter down, Escape back. They count on the whole page, so that nobody must
 * find the session again after using the pointer; typing and dialogs come first.
 */
export function movingKeys(board: Board, unfound: Unfound): () => void {
  const pressed = (event: KeyboardEvent): void => {
    const moving = board.moving.peek();
    if (moving === null || !isForUs(event)) return;
    if (act(board, event, moving.occurrenceId, unfound)) event.preventDefault();
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

/** Typing, dialogs and the browser's own keys come first. */
export function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return false;
  // On many keyboards brackets need AltGr, which counts as Ctrl with Alt.
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!alone && !event.getModifierState("AltGraph")) return false;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("input, textarea, select, [contenteditable]") == null;
}

function act(board: Board, event: KeyboardEvent, id: OccurrenceId, unfound: Unfound): boolean {
  const quarters = event.shiftKey ? 60 : 15;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowUp":
      step(board, -quarters);
      return true;
    case "ArrowRight":
    case "ArrowDown":
      step(board, quarters);
      return true;
    case "PageUp":
      stepDays(board, -1);
      return true;
    case "PageDown":
      stepDays(board, 1);
      return true;
    case "[":
      if (!nextLegal(board, -1)) unfound.noLegal();
      return true;
    case "]":
      if (!nextLegal(board, 1)) unfound.noLegal();
      return true;
    case "b":
    case "B":
      if (!nextBetter(board)) unfound.noBetter();
      return true;
    case "Escape":
      putBack(board);
      return true;
    case "Enter":
      // Enter presses the key that has the focus; on the session itself, or nowhere, it puts down.
      if (event.repeat || isOnAnother(event.target, id)) return false;
      void putDown(board);
      return true;
    default:
      return false;
  }
}

function isOnAnother(target: EventTarget | null, id: OccurrenceId): boolean {
  const control = target instanceof Element ? target.closest<HTMLElement>("button, a, summary, [tabindex='0']") : null;
  return control !== null && control.dataset["handle"] !== id;
}
