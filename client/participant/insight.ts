import { useEffect } from "preact/hooks";

/**
 * What has the focus by keyboard stays in sight when the page changes by itself: a part that comes late pushes it below the
 * fold, a bar that grows covers it. Whoever has scrolled away from it is left alone.
 */
export function useFocusInSight(): void {
  useEffect(() => {
    // As it was when one last saw to it: which control, where on the page, and could it be seen?
    let held: HTMLElement | null = null;
    let place = 0;
    let seen = false;
    const observer = new ResizeObserver(() => {
      if (held === null || held !== document.activeElement) return;
      if (seen && !inSight(held)) held.scrollIntoView({ block: "nearest", behavior: "instant" });
      place = placeOf(held);
    });
    const focused = (): void => {
      observer.disconnect();
      held = keyboardFocus();
      if (held === null) return;
      // The browser brings into sight what gets the focus.
      seen = true;
      place = placeOf(held);
      for (const part of document.querySelectorAll("#app, main, main > *, .thumb")) observer.observe(part);
    };
    const scrolled = (): void => {
      if (held === null) return;
      const before = place;
      place = placeOf(held);
      // Where it has moved on the page itself, it was not a person that scrolled.
      if (place === before) seen = inSight(held);
    };
    addEventListener("focusin", focused);
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener("focusin", focused);
      removeEventListener("scroll", scrolled);
    };
  }, []);
}

/** The control in the page's content that has the focus, and shows it. The bar at the thumb and dialogs are always in sight. */
function keyboardFocus(): HTMLElement | null {
  const { activeElement: element } = document;
  if (!(element instanceof HTMLElement) || element.tabIndex < 0) return null;
  return element.closest("main") !== null && element.matches(":focus-visible") ? element : null;
}

/** Pixels from the page's top, rounded: fractions differ by scroll position. */
const placeOf = (element: HTMLElement): number => Math.round(element.getBoundingClientRect().top + scrollY);

/** Is half of it, or of the window if it is taller, between the window's top and the bar at the thumb? */
function inSight(element: HTMLElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  const bar = document.querySelector(".thumb")?.getBoundingClientRect().top ?? innerHeight;
  const end = Math.min(bar, innerHeight);
  return Math.min(bottom, end) - Math.max(top, 0) >= Math.min(height, end) / 2;
}
