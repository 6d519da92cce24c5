/** So many messages at once, and so many a second for long: a page shows no more, and each is read on the server's thread. */
const burst = 10;
const perSecond = 10;

/**
 * Lets the newest of a stream of contents out, never faster than that; contents are made only when they go out. What waits
 * is let out by the next `offer` or `breathe`. Whoever is about to block the thread for long says `flush`: it has no
 * timers then.
 */
export class Outbox {
  readonly #now: () => number;
  #left = burst;
  #counted: number;
  #waiting: (() => void) | null = null;

  /** `now`: milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#counted = now();
  }

  /** The newest; what waited is forgotten. */
  offer(send: () => void): void {
    this.#waiting = send;
    this.breathe();
  }

  /** Lets out what waits, if it is time. */
  breathe(): void {
    if (this.#waiting === null) return;
    const now = this.#now();
    this.#left = Math.min(burst, this.#left + ((now - this.#counted) / 1000) * perSecond);
    this.#counted = now;
    if (this.#left >= 1) this.flush();
  }

  /** Lets out what waits, now. */
  flush(): void {
    const send = this.#waiting;
    if (send === null) return;
    this.#waiting = null;
    this.#left -= 1;
    send();
  }
}
