import { effect, useComputed, useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { Board } from "../contract.ts";
import { Chosen } from "./chosen.tsx";
import { DayList } from "./list.tsx";
import { focusHandle } from "./names.ts";
import { followPointer } from "./pointer.ts";
import { rovingKeys } from "./roving.ts";
import { MoveSaid } from "./said.tsx";
import { openDay } from "./state.ts";
import type { DayState } from "./state.ts";
import { Strips } from "./strips.tsx";
import { Tray } from "./tray.tsx";
import "./day.css";
import "./plane.css";
import "./moving.css";
import "./list.css";

/** Thirty hours of one day: every place as a strip, every session as a segment on those that it links. A list on a phone. */
export function DayView({ board }: { readonly board: Board }): JSX.Element | null {
  const day = useMemo(() => openDay(board), [board]);
  const onPhone = usePhone();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const plane = root.current?.querySelector<HTMLElement>("[data-plane]");
    if (root.current === null || plane == null) return undefined;
    const resized = new ResizeObserver(() => {
      day.width.value = plane.clientWidth;
    });
    resized.observe(plane);
    const stop = followPointer(day, root.current, plane);
    const keys = rovingKeys(day);
    const element = root.current;
    element.addEventListener("keydown", keys);
    return () => {
      resized.disconnect();
      stop();
      element.removeEventListener("keydown", keys);
    };
  }, [day, onPhone.value]);
  useEffect(() => keepFocus(day), [day]);
  // Another conference than the one whose lists are open.
  useEffect(() => {
    day.opened.value = null;
  }, [day, board.conference.value?.id]);
  return (
    <div class="day-view" ref={root}>
      {onPhone.value ? (
        <DayList day={day} />
      ) : (
        <>
          <Tray day={day} />
          <Strips day={day} />
          {board.before === undefined && <Chosen day={day} />}
        </>
      )}
      <MoveSaid board={board} />
    </div>
  );
}

/**
 * What was in the hand has the focus again when its panel, or the flag that it had over the strips, is gone. Not if the
 * person has gone elsewhere meanwhile.
 */
function keepFocus(day: DayState): () => void {
  let before = day.inHand.peek();
  return effect(() => {
    const now = day.inHand.value;
    if (now === null && before !== null) focusHandle(before, { ifLost: true });
    before = now;
  });
}

/** Strips need a desk: below this width the day is a list. */
const phone = "(max-width: 760px)";

function usePhone(): ReadonlySignal<boolean> {
  const query = useMemo(() => matchMedia(phone), []);
  const matches = useSignal(query.matches);
  useEffect(() => {
    const changed = (): void => {
      matches.value = query.matches;
    };
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, [query, matches]);
  return useComputed(() => matches.value);
}
