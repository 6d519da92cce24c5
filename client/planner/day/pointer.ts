import { effect } from "@preact/signals";
import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import { slotMinutes } from "../../../shared/plan/needs.ts";
import { minute } from "../../ui/time.ts";
import { mayTake, moveTo, putBack, putDown, take } from "../moving.ts";
import { focusHandle } from "./names.ts";
import { stripMinutes } from "./state.ts";
import type { DayState } from "./state.ts";

/** Pixels that a press may slip before it is a drag. */
const slip = 5;

interface Drag {
  readonly pointerId: number;
  readonly id: OccurrenceId;
  readonly x: number;
  readonly y: number;
  /** From where one holds it to where it begins, in milliseconds. */
  readonly hold: number;
  /** It has been taken. */
  moves: boolean;
  /** It came from the tray: it has no place before the pointer is over the strips. */
  readonly fromTray: boolean;
}

/**
 * Mouse, pen and finger. A drag takes a session and moves it along the strips; letting go puts it down where it may start.
 * Where it may not, it stays in the hand, and the panel says why. While something is in the hand, a press on the strips
 * moves it there. Else the cursor follows the pointer. Sessions have `touch-action: pan-y`: a finger that goes up or down
 * scrolls, the browser tells us by cancelling, and nothing has happened.
 */
export function followPointer(day: DayState, root: HTMLElement, plane: HTMLElement): () => void {
  let drag: Drag | null = null;
  let frame = 0;
  let latest: PointerEvent | null = null;

  const instantAt = (x: number): Instant => {
    const { left, width } = plane.getBoundingClientRect();
    return day.window.peek().from + Math.round(((x - left) / width) * stripMinutes) * minute;
  };
  const overStrips = ({ clientX: x, clientY: y }: PointerEvent): boolean => {
    const box = plane.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || drag !== null) return;
    const target = event.target instanceof Element ? event.target : null;
    const own = target?.closest<HTMLElement>("[data-occurrence]") ?? null;
    const moving = day.board.moving.peek();
    if (own === null) {
      if (moving !== null && overStrips(event) && target?.closest("button") == null)
        moveTo(day.board, instantAt(event.clientX));
      return;
    }
    const id = own.dataset["occurrence"] as OccurrenceId;
    if (!mayTake(day.board, id)) return;
    const fromTray = own.dataset["tray"] !== undefined;
    const start = moving?.occurrenceId === id ? moving.to : startOf(day, id);
    const hold = start === null ? 0 : start - instantAt(event.clientX);
    drag = { pointerId: event.pointerId, id, x: event.clientX, y: event.clientY, hold, moves: false, fromTray };
  };

  const move = (event: PointerEvent): void => {
    // The browser tells of more moves than it draws frames.
    latest = event;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (latest !== null) follow(latest);
    });
  };

  const follow = (event: PointerEvent): void => {
    if (drag === null) {
      if (day.board.moving.peek() === null && overStrips(event))
        day.pointed.value = onSlot(day, instantAt(event.clientX));
      return;
    }
    if (event.pointerId !== drag.pointerId) return;
    if (!drag.moves && !begin(drag, event)) return;
    const { from } = day.window.peek();
    const wanted = Math.min(
      from + (stripMinutes - slotMinutes) * minute,
      Math.max(from, instantAt(event.clientX) + drag.hold),
    );
    moveTo(day.board, wanted);
  };

  /** Is it a drag by now? Then it is in the hand. */
  const begin = (held: Drag, event: PointerEvent): boolean => {
    if (held.fromTray ? !overStrips(event) : Math.abs(event.clientX - held.x) < slip) return false;
    if (!take(day.board, held.id, "pointer", held.fromTray ? onSlot(day, instantAt(event.clientX)) : null))
      return false;
    held.moves = true;
    root.setPointerCapture(held.pointerId);
    return true;
  };

  const up = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointerId) return;
    if (latest !== null && frame !== 0) follow(event);
    const { id, moves } = drag;
    drag = null;
    if (!moves) return;
    swallowClick(root);
    focusHandle(id);
    const moving = day.board.moving.peek();
    if (moving?.occurrenceId !== id) return;
    if (moving.to === moving.from) putBack(day.board);
    else if (moving.here?.legal === true) void putDown(day.board);
  };

  const cancel = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointerId) return;
    if (drag.moves) putBack(day.board);
    drag = null;
  };

  /** A segment is no button: for keys and ears its flag is there. */
  const choose = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const segment = target?.closest<HTMLElement>(".seg[data-occurrence]") ?? null;
    if (segment === null || day.board.moving.peek() !== null) return;
    day.board.go({ occurrenceId: segment.dataset["occurrence"] as OccurrenceId });
  };

  // Escape, or an edit by somebody else, takes it out of the hand while the finger is still down.
  const stop = effect(() => {
    if (day.inHand.value === null && drag?.moves === true) drag = null;
  });
  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", cancel);
  root.addEventListener("click", choose);
  return () => {
    stop();
    cancelAnimationFrame(frame);
    root.removeEventListener("pointerdown", down);
    root.removeEventListener("pointermove", move);
    root.removeEventListener("pointerup", up);
    root.removeEventListener("pointercancel", cancel);
    root.removeEventListener("click", choose);
  };
}

/** The click that comes after a drag chooses nothing. */
function swallowClick(root: HTMLElement): void {
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  root.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => root.removeEventListener("click", swallow, { capture: true }), 0);
}

function startOf(day: DayState, id: OccurrenceId): Instant | null {
  return day.items.peek().placed.find((item) => item.id === id)?.start ?? null;
}

/** To the quarter-hour of the strips. */
function onSlot(day: DayState, instant: Instant): Instant {
  const { from } = day.window.peek();
  return from + Math.round((instant - from) / (slotMinutes * minute)) * slotMinutes * minute;
}
