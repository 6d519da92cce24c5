import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { chooseLanguage, language } from "../i18n/language.ts";
import type { ScreenSource, Showing } from "./channel.ts";

/** How often the screen looks whether its station is still, or again, there (milliseconds). */
const looking = 250;

/** *none*: this window was not opened by a station; *gone*: its page is closed or loading. */
export type Station = "there" | "gone" | "none";

export interface Followed {
  /** The last that the station gave; kept when it goes, so that title and clocks stay. */
  readonly showing: ReadonlySignal<Showing | null>;
  readonly station: ReadonlySignal<Station>;
  readonly source: ReadonlySignal<ScreenSource | null>;
  /** The server's time; goes on while the station is away. */
  now(): number;
}

/**
 * Follows the station that has opened this window, over reloads of either. The station's page is reached directly
 * (same origin): its tracks are shown here without a second way over the network.
 */
export function followStation(): Followed {
  const showing = signal<Showing | null>(null);
  const source = signal<ScreenSource | null>(null);
  const station = signal<Station>(stationOf() === "none" ? "none" : "gone");
  let detach = (): void => undefined;
  /** Server's time minus the time since this page was loaded. */
  let offset = Date.now() - performance.now();

  const show = (next: Showing | null): void => {
    if (next === null) {
      release();
      return;
    }
    const from = source.peek();
    if (from !== null) offset = from.now() - performance.now();
    showing.value = next;
    if (next.language !== language.peek()) {
      // Its words cannot be loaded: the screen stays in the language that it has.
      chooseLanguage(next.language).catch(() => undefined);
    }
  };
  const release = (): void => {
    source.value = null;
    // A closed station's window is no opener any more: who has seen one knows that it is gone.
    station.value = "gone";
    detach = () => undefined;
  };
  const look = (): void => {
    const found = stationOf();
    const there = typeof found === "string" ? null : found;
    if (there === source.peek() && there !== null) return;
    if (there === null) {
      if (source.peek() !== null) release();
      return;
    }
    source.value = there;
    station.value = "there";
    detach = there.attach({ window, show });
    sayHeight();
  };
  const sayHeight = (): void => {
    const seen = document.visibilityState === "visible";
    source.peek()?.resized(seen ? Math.round(innerHeight * devicePixelRatio) : 0);
  };

  look();
  setInterval(look, looking);
  addEventListener("resize", sayHeight);
  document.addEventListener("visibilitychange", sayHeight);
  addEventListener("pagehide", () => detach());
  return { showing, station, source, now: () => performance.now() + offset };
}

/** The station's end of the channel, or why there is none. */
function stationOf(): ScreenSource | "gone" | "none" {
  const opener: unknown = window.opener;
  if (opener === null || opener === undefined) return "none";
  try {
    const page = window.opener as Window;
    return page.closed ? "gone" : (page.crossroomScreen ?? "gone");
  } catch (error) {
    // The opener has gone to another site: its window must not be touched.
    if (error instanceof DOMException) return "gone";
    throw error;
  }
}
