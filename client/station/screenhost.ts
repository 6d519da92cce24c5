import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { PassId } from "../../shared/ids.ts";
import type { AttachedScreen, ScreenSource, Showing } from "../screen/channel.ts";
import type { Connection, Joined } from "../session/contract.ts";
import { pathTo } from "../session/pass.ts";

/** How often the station looks whether its screen was closed (milliseconds). */
const looking = 1000;

interface Held {
  readonly screen: AttachedScreen;
  readonly stops: Set<() => void>;
}

/** The station's end of the way to its screen window: what is shown there, how large it is, whether it is still open. */
export class ScreenHost {
  readonly #open = signal(false);
  readonly #blocked = signal(false);
  readonly #passId: PassId;
  readonly #joined: Pick<Joined<"station">, "look" | "media">;
  readonly #showing: ReadonlySignal<Showing>;
  readonly #stops: (() => void)[] = [];
  #held: Held | null = null;

  constructor(
    passId: PassId,
    connection: Pick<Connection, "now">,
    joined: Pick<Joined<"station">, "look" | "media">,
    showing: ReadonlySignal<Showing>,
  ) {
    this.#passId = passId;
    this.#joined = joined;
    this.#showing = showing;
    const source: ScreenSource = {
      now: () => connection.now(),
      attach: (screen) => this.#attach(screen),
      resized: (height) => joined.look(height),
      watch: (name, element) => this.#watch(name, element),
    };
    window.crossroomScreen = source;
    const timer = setInterval(() => this.#lookForIt(), looking);
    const going = (): void => this.#held?.screen.show(null);
    addEventListener("pagehide", going);
    this.#stops.push(
      () => clearInterval(timer),
      () => removeEventListener("pagehide", going),
      effect(() => {
        const { value } = showing;
        this.#held?.screen.show(value);
      }),
    );
  }

  /** Is a screen window open? */
  get open(): ReadonlySignal<boolean> {
    return this.#open;
  }

  /** The browser has kept the window from opening. */
  get blocked(): ReadonlySignal<boolean> {
    return this.#blocked;
  }

  /** Opens the window, or brings the open one to the front. Needs a gesture. */
  show(): void {
    if (this.#held !== null && !this.#held.screen.window.closed) {
      this.#held.screen.window.focus();
      return;
    }
    // The same name finds the window of before a reload, if this browser still knows it.
    const opened = window.open(
      pathTo("screen", this.#passId),
      `crossroom-screen-${this.#passId}`,
      "popup,width=1280,height=720",
    );
    this.#blocked.value = opened === null;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#held?.screen.show(null);
    this.#release();
    delete window.crossroomScreen;
  }

  #attach(screen: AttachedScreen): () => void {
    this.#release();
    const held: Held = { screen, stops: new Set() };
    this.#held = held;
    this.#open.value = true;
    this.#blocked.value = false;
    this.#joined.media.screenOpen.value = true;
    screen.show(this.#showing.peek());
    return () => {
      if (this.#held === held) this.#release();
    };
  }

  #watch(name: Parameters<ScreenSource["watch"]>[0], element: HTMLVideoElement): () => void {
    const stop = this.#joined.media.watch(name, element);
    // A closed window does not take its pictures back itself.
    const { stops } = this.#held ?? { stops: new Set<() => void>() };
    stops.add(stop);
    return () => {
      stops.delete(stop);
      stop();
    };
  }

  #lookForIt(): void {
    if (this.#held?.screen.window.closed === true) this.#release();
  }

  #release(): void {
    if (this.#held === null) return;
    for (const stop of this.#held.stops) stop();
    this.#held = null;
    this.#open.value = false;
    this.#joined.media.screenOpen.value = false;
    this.#joined.look(0);
  }
}
