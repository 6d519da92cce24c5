import { effect, untracked } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Attached } from "../../shared/protocol/views.ts";
import type { Media } from "../media/session.ts";
import { retryDelay } from "./backoff.ts";
import { CallError } from "./contract.ts";
import type { Connection, PageKind } from "./contract.ts";

/** What the page says of itself with `attach`. */
export interface Personal {
  readonly listening: boolean;
  readonly headphones: boolean;
  readonly glass: number;
  readonly lastSeq: number | undefined;
}

export interface AttachmentPorts {
  readonly page: PageKind;
  readonly media: Pick<Media, "capabilities" | "keep" | "attached">;
  readonly personal: () => Personal;
  readonly begins: () => void;
  readonly attached: (attached: Attached) => void;
  readonly refused: (code: ErrorCode) => void;
}

/** The stage does not wait for the media library longer than this; it is attached again when it has come (milliseconds). */
const libraryPatience = 1500;
/** A path that breaks again within this time is made anew ever more slowly (milliseconds). */
const calmAfter = 20_000;
const longestPause = 10_000;

/** Keeps a page attached to the session it wants to be in. One `attach` is under way at a time. */
export class Attachment {
  readonly #connection: Connection;
  readonly #ports: AttachmentPorts;
  readonly #stopWatching: () => void;
  #target: OccurrenceId | null = null;
  #here: OccurrenceId | null = null;
  #takeOver = false;
  #dirty = false;
  #running = false;
  #early: { readonly occurrenceId: OccurrenceId; readonly act: () => void }[] = [];
  #brokenAt = 0;
  #pause = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, ports: AttachmentPorts) {
    this.#connection = connection;
    this.#ports = ports;
    // Each opening of the line brings a welcome, and no server knows a page over a broken line until it attaches.
    this.#stopWatching = effect(() => {
      if (connection.welcome.value !== null) untracked(() => this.#attachAgain());
    });
  }

  goTo(occurrenceId: OccurrenceId, takeOver: boolean): void {
    this.#target = occurrenceId;
    this.#takeOver = takeOver;
    this.#ports.begins();
    this.#attachAgain();
  }

  /** The media is broken or gone: attach again, at once the first time, then with growing pauses. */
  again(): void {
    if (this.#timer !== undefined || this.#target === null) return;
    const now = performance.now();
    this.#pause = now - this.#brokenAt > calmAfter ? 0 : Math.min(longestPause, Math.max(1000, this.#pause * 2));
    this.#brokenAt = now;
    this.#later(this.#pause * (0.8 + 0.4 * Math.random()));
  }

  /** Acts on a notice of this session: now, or after the answer to the `attach` that is under way. */
  whenHere(occurrenceId: OccurrenceId, act: () => void): void {
    if (this.#running) this.#early.push({ occurrenceId, act });
    else if (this.#here === occurrenceId) act();
  }

  leave(): void {
    this.#target = null;
    this.#here = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  close(): void {
    this.leave();
    this.#stopWatching();
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#attachAgain();
    }, wait);
  }

  #attachAgain(): void {
    this.#dirty = true;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#dirty) {
      this.#dirty = false;
      const target = this.#target;
      // A lost line's next welcome starts this again.
      if (target !== null && this.#connection.state.peek() === "open") await this.#attach(target);
    }
    this.#running = false;
    const early = this.#early;
    this.#early = [];
    for (const { occurrenceId, act } of early) this.whenHere(occurrenceId, act);
  }

  async #attach(target: OccurrenceId): Promise<void> {
    const { media, page } = this.#ports;
    const rtpCapabilities = await this.#capabilities();
    const { lastSeq, ...personal } = this.#ports.personal();
    const keep = this.#here === target ? media.keep : null;
    try {
      const attached = await this.#connection.once("attach", {
        occurrenceId: target,
        page,
        media:
          rtpCapabilities === null
            ? null
            : { rtpCapabilities: { ...rtpCapabilities }, ...(keep === null ? {} : { keep }), ...lineGuess() },
        takeOver: this.#takeOver,
        ...personal,
        ...(lastSeq === undefined ? {} : { lastSeq }),
      });
      // Somebody has gone on, or away, while the answer was under way.
      if (this.#target !== target) return;
      this.#takeOver = false;
      this.#here = target;
      this.#ports.attached(attached);
      // Not awaited: the new path is in place at once, and notices that follow find it.
      void media.attached(attached.media, attached.sends, keep);
    } catch (error) {
      this.#refused(error, target);
    }
  }

  #refused(error: unknown, target: OccurrenceId): void {
    if (!(error instanceof CallError)) throw error;
    if (this.#target !== target) return;
    const { code, failure } = error;
    if (!failure.retry) this.#ports.refused(code);
    // A lost line comes back with a welcome; a busy server is asked again.
    else if (this.#connection.state.peek() === "open") this.#later(retryDelay(0, Math.random()));
  }

  async #capabilities() {
    const wanted = this.#ports.media.capabilities();
    const late = Symbol("late");
    const soon = new Promise<typeof late>((resolve) => setTimeout(resolve, libraryPatience, late));
    try {
      const first = await Promise.race([wanted, soon]);
      if (first !== late) return first;
      wanted.then(
        (capabilities) => capabilities !== null && this.#attachAgain(),
        () => this.#later(libraryPatience),
      );
    } catch {
      // The library's file did not come over this line: without media first, and asked for again.
      this.#later(libraryPatience);
    }
    return null;
  }
}

/** What the browser thinks that the line carries, where it says so: Chromium does (Network Information API, Mbit/s). */
function lineGuess(): { readonly down?: number } {
  const { connection } = navigator as { readonly connection?: { readonly downlink?: number } };
  const downlink = connection?.downlink;
  return downlink === undefined ? {} : { down: Math.round(downlink * 1e6) };
}
