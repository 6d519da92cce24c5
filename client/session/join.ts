import { effect, signal, untracked } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Attached, Line, OccurrenceInfo, PresentPerson, StageNotice } from "../../shared/protocol/views.ts";
import { personSource, roomSource } from "../../shared/stage/sources.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { Media } from "../media/session.ts";
import type { MediaPorts } from "../media/session.ts";
import { Attachment } from "./attachment.ts";
import type { Personal } from "./attachment.ts";
import { CallError } from "./contract.ts";
import type { Connection, Joined, PageKind, ViewOf } from "./contract.ts";
import { merge } from "./merge.ts";
import { until } from "./until.ts";

export interface JoinOptions {
  /** Where to; without it the page joins nothing until `goTo`. */
  readonly occurrenceId?: OccurrenceId | null;
  /** A station takes its room over from another one. */
  readonly takeOver?: boolean;
  /** Sound and picture from the start: after a reload, where the browser still counts the gesture or `resumeSound` follows. */
  readonly listening?: boolean;
  readonly headphones?: boolean;
  /** See `MediaPorts.frames`. */
  readonly frames?: NonNullable<MediaPorts["frames"]>;
}

const reportEvery = 2000;
const lookEvery = 250;

/** Joins a session with this page and stays in it: over lost lines, restarted servers and failed media. */
export function join<Kind extends PageKind>(
  connection: Connection,
  page: Kind,
  options: JoinOptions = {},
): Joined<Kind> {
  return new Membership(connection, page, options);
}

class Membership<Kind extends PageKind> implements Joined<Kind> {
  readonly occurrence = signal<OccurrenceInfo | null>(null);
  readonly stage = signal<ViewOf<Kind> | null>(null);
  readonly present = signal(0);
  readonly away = signal(0);
  readonly people = signal<readonly PresentPerson[]>([]);
  readonly lines = signal<readonly Line[]>([]);
  readonly levels = signal<Readonly<Record<SourceId, number>>>({});
  readonly refused = signal<ErrorCode | null>(null);
  readonly listening = signal(false);
  readonly attached = signal(false);
  readonly media: Media;
  readonly #connection: Connection;
  readonly #page: Kind;
  readonly #attachment: Attachment;
  /** Commands wait for this: attached, or refused for good. */
  readonly #settled = signal(false);
  readonly #endings: (() => void)[] = [];
  #headphones: boolean;
  #said = { on: false, headphones: false };
  #glass = 0;
  #saidGlass = 0;
  #seq: number | undefined;
  #closed = false;

  constructor(connection: Connection, page: Kind, options: JoinOptions) {
    this.#connection = connection;
    this.#page = page;
    this.#headphones = options.headphones ?? false;
    this.listening.value = options.listening ?? false;
    this.media = new Media({
      connection,
      sourceOf: (track) => this.#sourceOf(track),
      broken: () => this.#attachment.again(),
      ...(options.frames === undefined ? {} : { frames: options.frames }),
    });
    if (this.listening.peek()) this.media.listen(true);
    this.#attachment = new Attachment(connection, {
      page,
      media: this.media,
      personal: () => this.#personal(),
      begins: () => {
        this.attached.value = false;
        this.#settled.value = false;
      },
      attached: (attached) => this.#receive(attached),
      refused: (code) => {
        this.refused.value = code;
        this.#settled.value = true;
      },
    });
    connection.gate.value = this.#settled;
    this.#listenToNotices();
    this.#endings.push(
      this.#every(reportEvery, () => this.#report()),
      this.#every(lookEvery, () => this.#sayLook()),
    );
    const target = options.occurrenceId ?? null;
    if (target !== null) this.#attachment.goTo(target, options.takeOver ?? false);
  }

  async goTo(occurrenceId: OccurrenceId, options: { readonly takeOver?: boolean } = {}): Promise<void> {
    this.refused.value = null;
    if (this.occurrence.peek()?.id !== occurrenceId) this.#empty();
    this.#attachment.goTo(occurrenceId, options.takeOver ?? false);
    await until(() => this.#settled.value || this.#connection.state.value === "closed");
  }

  async listen(on: boolean, options: { readonly headphones?: boolean } = {}): Promise<void> {
    // First of all: the browser lets sound start only within the gesture.
    this.media.listen(on);
    this.listening.value = on;
    if (options.headphones !== undefined) this.#headphones = options.headphones;
    await this.#sayListen();
  }

  look(height: number): void {
    this.#glass = Math.min(4320, Math.max(0, Math.round(height)));
  }

  async leave(): Promise<void> {
    const joined = this.attached.peek();
    this.#end();
    if (joined) await this.#say(() => this.#connection.once("leave", {}));
    this.attached.value = false;
    this.#settled.value = false;
    this.#empty();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const end of this.#endings) end();
    this.#attachment.close();
    this.media.close();
    this.attached.value = false;
    if (this.#connection.gate.peek() === this.#settled) this.#connection.gate.value = null;
  }

  #end(): void {
    this.#attachment.leave();
    this.listening.value = false;
    this.media.listen(false);
    this.media.detach();
  }

  #empty(): void {
    this.#seq = undefined;
    this.occurrence.value = null;
    this.stage.value = null;
    this.people.value = [];
    this.lines.value = [];
    this.levels.value = {};
  }

  #personal(): Personal {
    this.#said = { on: this.listening.peek(), headphones: this.#headphones };
    this.#saidGlass = this.#visibleGlass();
    return { listening: this.#said.on, headphones: this.#headphones, glass: this.#saidGlass, lastSeq: this.#seq };
  }

  /** Before it is attached `attach` says it; what was pressed while that was under way is said after it. */
  async #sayListen(): Promise<void> {
    const now = { on: this.listening.peek(), headphones: this.#headphones };
    if (!this.attached.peek() || (now.on === this.#said.on && now.headphones === this.#said.headphones)) return;
    this.#said = now;
    await this.#say(() => this.#connection.once("listen", now));
  }

  #receive(attached: Attached): void {
    this.refused.value = null;
    this.occurrence.value = attached.occurrence;
    this.present.value = attached.present;
    this.#seq = attached.seq;
    if (attached.view !== null) this.stage.value = attached.view.stage as ViewOf<Kind>;
    this.attached.value = true;
    this.#settled.value = true;
    void this.#sayListen();
  }

  #listenToNotices(): void {
    const connection = this.#connection;
    /** What comes while `attach` is under way belongs after its answer. */
    const here = (occurrenceId: OccurrenceId, act: () => void): void => this.#attachment.whenHere(occurrenceId, act);
    this.#endings.push(
      connection.on("stage", (notice) => here(notice.occurrenceId, () => this.#patch(notice))),
      connection.on("feeds", (notice) => here(notice.occurrenceId, () => void this.media.feeds(notice))),
      connection.on("sends", (notice) => here(notice.occurrenceId, () => this.media.want(notice.sends))),
      connection.on("mediaLost", (notice) => here(notice.occurrenceId, () => this.#attachment.again())),
      connection.on("unpublished", (notice) => here(notice.occurrenceId, () => this.media.unpublished(notice.tracks))),
      connection.on("presence", ({ present, away, people }) => {
        this.present.value = present;
        this.away.value = away;
        if (people !== undefined) this.people.value = people;
      }),
      connection.on("lines", (lines) => {
        this.lines.value = lines;
      }),
      connection.on("levels", (levels) => {
        this.levels.value = levels;
      }),
      connection.on("occurrences", (occurrences) => {
        const mine = occurrences.find(({ id }) => id === this.occurrence.peek()?.id);
        if (mine !== undefined) this.occurrence.value = mine;
      }),
      connection.on("goTo", ({ occurrenceId }) => {
        if (this.#page === "station") void this.goTo(occurrenceId);
      }),
      // A server that was restarted counts from the same log; what this page holds may be of another build's making.
      connection.onEpoch(() => {
        this.#seq = undefined;
      }),
      effect(() => {
        const { value: state } = connection.state;
        if (state === "open") return;
        untracked(() => {
          this.attached.value = false;
          this.#settled.value = false;
          // Not a broken line but the end: nothing of this page is heard or seen any more.
          if (state === "closed") this.#end();
        });
      }),
    );
  }

  #patch(notice: StageNotice): void {
    const view = this.stage.peek();
    if (view === null || (this.#seq !== undefined && notice.seq < this.#seq)) return;
    this.#seq = notice.seq;
    this.stage.value = merge(view, notice.patch);
  }

  #sourceOf(track: Track): SourceId | null {
    const pass = this.#connection.welcome.peek()?.pass;
    if (pass === undefined) return null;
    if (track === "mic" || track === "camera" || track === "share") return personSource(pass.id, track);
    return pass.roomId === null ? null : roomSource(pass.roomId, track);
  }

  /** A page that nobody sees shows nothing; a station's screen window is seen while the page lies behind it. */
  #visibleGlass(): number {
    return this.#page !== "station" && document.visibilityState === "hidden" ? 0 : this.#glass;
  }

  #sayLook(): void {
    const glass = this.#visibleGlass();
    if (!this.attached.peek() || glass === this.#saidGlass) return;
    this.#saidGlass = glass;
    void this.#say(() => this.#connection.once("look", { glass }));
  }

  async #report(): Promise<void> {
    if (!this.attached.peek()) return;
    const report = await this.media.report();
    if (!this.attached.peek()) return;
    const { seen, heard, trouble, ...figures } = report;
    await this.#say(() =>
      this.#connection.once("report", { ...figures, seen: [...seen], heard: [...heard], trouble: [...trouble] }),
    );
  }

  /** For what `attach` says again anyway: a line that breaks meanwhile loses nothing. */
  async #say(send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
    }
  }

  #every(interval: number, act: () => void | Promise<void>): () => void {
    const timer = setInterval(() => void act(), interval);
    return () => clearInterval(timer);
  }
}
