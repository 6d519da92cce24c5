import type { ConnectionState } from "mediasoup-client/types";

/** Without a heartbeat for this long the line is *stalled* … */
const stalledAfter = 3000;
/** … and for this long it is given up (milliseconds; the server beats once a second). */
const brokenAfter = 5000;
/** A new path may take this long to its first heartbeat: ICE and DTLS over a bad line. */
const openingTime = 10_000;
/** *disconnected* often mends itself; longer than this it does not. */
const disconnectedFor = 3000;
/** When our own clockwork has stood still for this long (a sleeping phone), silence before that proves nothing. */
const slept = 2000;

export type Health = "opening" | "well" | "stalled" | "broken";

/** Listens to one transport's heartbeat. Pure but for the clock that it is given. */
export class Pulse {
  readonly #now: () => number;
  #last: number | null = null;
  #since: number;
  #looked: number;
  #state: ConnectionState = "new";
  #stateSince: number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
    this.#looked = this.#since;
    this.#stateSince = this.#since;
  }

  beat(): void {
    this.#last = this.#now();
  }

  connection(state: ConnectionState): void {
    this.#state = state;
    this.#stateSince = this.#now();
  }

  /** To be asked at least each second. */
  health(): Health {
    const now = this.#now();
    if (now - this.#looked > slept) this.#since = now;
    this.#looked = now;
    if (this.#state === "failed" || this.#state === "closed") return "broken";
    if (this.#state === "disconnected" && now - this.#stateSince > disconnectedFor) return "broken";
    const silent = now - Math.max(this.#last ?? 0, this.#since);
    if (this.#last === null) return silent > openingTime ? "broken" : "opening";
    if (silent > brokenAfter) return "broken";
    return silent > stalledAfter ? "stalled" : "well";
  }
}
