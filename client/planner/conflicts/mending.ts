import { signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Conflict, Mends } from "../../../shared/plan/conflict.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { Answered, Asked } from "./mender.ts";

/** *asked*: on its way. Null: it could not be reckoned. */
export type Found = Mends | "asked" | null;

/** So many mends are offered for one conflict. */
const most = 3;

/**
 * Finds mends, one conflict after the other, in a thread beside the page. What is asked for an older plan is dropped:
 * nobody looks at it any more.
 */
export class Mending {
  #thread: Worker | null = null;
  #ground: { readonly plan: Plan; readonly zones: Zones } | null = null;
  #found = new Map<string, Signal<Found>>();
  readonly #waiting: { readonly id: number; readonly conflict: Conflict }[] = [];
  #asked: { readonly id: number; readonly found: Signal<Found> } | null = null;
  #last = 0;

  /** What is known of a conflict's mends; asks for them if nobody has yet. */
  of(plan: Plan, zones: Zones, conflict: Conflict): ReadonlySignal<Found> {
    this.#stand(plan, zones);
    const known = this.#found.get(conflict.key);
    if (known !== undefined) return known;
    const found = signal<Found>("asked");
    this.#found.set(conflict.key, found);
    this.#last += 1;
    this.#waiting.push({ id: this.#last, conflict });
    this.#next();
    return found;
  }

  close(): void {
    this.#thread?.terminate();
    this.#thread = null;
    this.#asked = null;
    this.#waiting.length = 0;
    this.#found = new Map();
    this.#ground = null;
  }

  #stand(plan: Plan, zones: Zones): void {
    if (this.#ground?.plan === plan && this.#ground.zones === zones) return;
    this.#ground = { plan, zones };
    this.#found = new Map();
    this.#waiting.length = 0;
    this.#post({ plan, zones });
  }

  #next(): void {
    if (this.#asked !== null) return;
    const next = this.#waiting.shift();
    const found = next === undefined ? undefined : this.#found.get(next.conflict.key);
    if (next === undefined || found === undefined) return;
    this.#asked = { id: next.id, found };
    this.#post({ ...next, most });
  }

  #post(asked: Asked): void {
    if (this.#thread === null) {
      this.#thread = new Worker(new URL("./mender.ts", import.meta.url), { type: "module" });
      this.#thread.addEventListener("message", ({ data }: MessageEvent<Answered>) => this.#answered(data));
      // The thread itself could not be started: the conflicts are shown without mends.
      this.#thread.addEventListener("error", () => this.#answered({ id: this.#asked?.id ?? 0, mends: null }));
    }
    this.#thread.postMessage(asked, []);
  }

  #answered({ id, mends }: Answered): void {
    if (this.#asked?.id !== id) return;
    this.#asked.found.value = mends;
    this.#asked = null;
    this.#next();
  }
}
