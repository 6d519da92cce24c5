import type { ReadonlySignal, Signal } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { ErrorCode, Failure } from "../../shared/protocol/errors.ts";
import type { Input, Output, RequestName, StageCommandName } from "../../shared/protocol/table.ts";
import type { Line, Notices, OccurrenceInfo, PresentPerson, Welcome } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { Send } from "../../shared/stage/sends.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";

/** What the pages know of the line to the server. Made by `connect.ts`. */
export interface Connection {
  /** *opening*: the first time; *open*; *lost*: it comes back by itself; *closed*: it does not, see `goodbye`. */
  readonly state: ReadonlySignal<"opening" | "open" | "lost" | "closed">;
  /** While lost: since when, how many tries, and when the next one is (server time, milliseconds). */
  readonly lost: ReadonlySignal<{ readonly since: number; readonly tries: number; readonly nextAt: number } | null>;
  readonly welcome: ReadonlySignal<Welcome | null>;
  readonly occurrences: ReadonlySignal<readonly OccurrenceInfo[]>;
  readonly goodbye: ReadonlySignal<Parameters<Notices["goodbye"]>[0]["why"] | null>;
  /** The server runs another build than the one this page was loaded from. */
  readonly outdated: ReadonlySignal<boolean>;
  /** Sends a request; waits for the line if it is lost. Throws `CallError`. */
  call<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** A stage command: gives it a `commandId` and sends it again after a lost line, so that it is done exactly once. */
  command<Name extends StageCommandName>(
    name: Name,
    input: Omit<Input<Name>, "commandId">,
  ): Promise<{ readonly seq: number }>;
  /** The server's time now (milliseconds): timers count with this, never with the device's clock. */
  now(): number;
  on<Name extends keyof Notices>(name: Name, handler: Notices[Name]): () => void;
  /**
   * Sends a request once, on the line as it is now: for what means nothing on another line (transports, reports).
   * Throws `CallError` with code `busy` when the line is not open, breaks meanwhile, or no answer came.
   */
  once<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Another run of the server has answered: what it held in memory of this page is gone. */
  onEpoch(handler: (epoch: string) => void): () => void;
  /** Set by `join.ts`: requests that need a joined session wait until this is true; null: there is none to join. */
  readonly gate: Signal<ReadonlySignal<boolean> | null>;
  tryNow(): void;
  close(): void;
}

export class CallError extends Error {
  readonly code: ErrorCode;
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.code = failure.code;
    this.failure = failure;
  }
}

export type PageKind = "participant" | "station" | "console";
export type ViewOf<Kind extends PageKind> = Kind extends "participant" ? ParticipantView : Stage;

/** One page in one session: its stage and its media, over lost lines and server restarts. Made by `join.ts`. */
export interface Joined<Kind extends PageKind> {
  readonly occurrence: ReadonlySignal<OccurrenceInfo | null>;
  readonly stage: ReadonlySignal<ViewOf<Kind> | null>;
  readonly present: ReadonlySignal<number>;
  readonly away: ReadonlySignal<number>;
  /** Staff only; empty for participants. */
  readonly people: ReadonlySignal<readonly PresentPerson[]>;
  readonly lines: ReadonlySignal<readonly Line[]>;
  readonly levels: ReadonlySignal<Readonly<Record<SourceId, number>>>;
  readonly media: MediaSession;
  /** Set when `attach` was refused: `room-taken`, `removed`, `not-found` … */
  readonly refused: ReadonlySignal<ErrorCode | null>;
  /** Goes to another session with the same page, devices kept. */
  goTo(occurrenceId: OccurrenceId, options?: { readonly takeOver?: boolean }): Promise<void>;
  /** Starts (stops) sound and picture; needs a gesture the first time, for the browser's autoplay rule. */
  listen(on: boolean, options?: { readonly headphones?: boolean }): Promise<void>;
  readonly listening: ReadonlySignal<boolean>;
  /** Device pixels of height that the program (screen window, monitor) has on the glass; 0: hidden. Throttle not needed. */
  look(height: number): void;
  leave(): Promise<void>;
  /** True while the server knows this page in its session. Turns true again after each rejoining: what the server may have forgotten is said again then. */
  readonly attached: ReadonlySignal<boolean>;
  /** Ends it without a word to the server (the page goes). Idempotent. */
  close(): void;
}

/** What comes and goes: tracks by source. Made by `client/media`. */
export interface MediaSession {
  /** Incoming tracks that exist now, by source; whether one flows is in `flowing`. Own cameras (station) are in here too. */
  readonly tracks: ReadonlySignal<ReadonlyMap<SourceId, MediaStreamTrack>>;
  readonly flowing: ReadonlySignal<ReadonlySet<SourceId>>;
  /** What the server asks of this page. */
  readonly sends: ReadonlySignal<readonly Send[]>;
  /**
   * Gives a captured track for publishing: it is published as soon as, and as long as, the server asks for it, with
   * the layers that somebody looks at; `null` takes it back. Keeps it over rejoining. `stereo`, `deskFeed`: for room sound.
   */
  offer(track: Track, media: MediaStreamTrack | null, options?: OfferOptions): void;
  /** Which of the own tracks are published and running, as far as this page knows. */
  readonly published: ReadonlySignal<ReadonlySet<Track>>;
  /** Another tab with the same pass publishes; ask, then `takeOver()`. */
  readonly elsewhere: ReadonlySignal<boolean>;
  takeOver(): void;
  /** The state of the line for the page's words. *none*: nothing is expected now. */
  readonly line: ReadonlySignal<{
    readonly state: "none" | "good" | "poor" | "stalled";
    readonly rtt: number | null;
    readonly lost: number;
    readonly up: number;
    readonly down: number;
  }>;
  /** The sink to which sound goes (output device of a station), '' for the default. Rejects where the browser cannot. */
  setOutput(deviceId: string): Promise<void>;
  /** Sound was not allowed to start (autoplay): show what to press, then `resumeSound()` in the gesture. */
  readonly soundBlocked: ReadonlySignal<boolean>;
  resumeSound(): Promise<void>;
  /** For reports: set by a station. */
  readonly trouble: { value: readonly ("camera-lost" | "sound-lost" | "return-blocked" | "output-lost")[] };
  /** Mark pictures as really shown on some element: counts decoded frames of these for the tally (page or its screen window). */
  watch(source: SourceId, element: HTMLVideoElement): () => void;
  /** Is a screen window open (station), for reports. */
  readonly screenOpen: { value: boolean };
}

export interface OfferOptions {
  /** The mixer's output: no browser processing was applied; 48 kbit/s, stereo if asked. */
  readonly deskFeed?: boolean;
  readonly stereo?: boolean;
}
