import { computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { OccurrenceId } from "../../shared/ids.ts";
import type { Clock, OccurrenceInfo, RoomInfo } from "../../shared/protocol/views.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";
import type { Connection, Joined } from "../session/contract.ts";
import { join } from "../session/join.ts";
import { pathTo } from "../session/pass.ts";
import type { PageAddress } from "../session/pass.ts";
import { second } from "../ui/time.ts";
import { ticking } from "../ui/ticking.ts";
import type { Floor } from "./floor.ts";
import { Kept } from "./kept.ts";
import { words } from "./words.ts";

/** A break shorter than this (milliseconds) is nothing to be told about. */
const alarming = 2 * second;

/** One person's visit to the conference's sessions with this page: what all parts of the page share. */
export class Visit {
  readonly address: PageAddress;
  readonly connection: Connection;
  readonly kept: Kept;
  /** The server's time in whole seconds. */
  readonly time: ReadonlySignal<number>;
  readonly joined: Joined<"participant">;
  /** Made when the hand goes up: microphone, camera, shared screen. */
  readonly floor = signal<Floor | null>(null);
  readonly left = signal(false);
  /** The last thing that failed, until it is dismissed. */
  readonly trouble = signal<unknown>(null);
  /** A name is needed before this goes on. */
  readonly naming = signal<{ readonly why: "hand" | "chat"; readonly goOn: () => void } | null>(null);

  readonly view: ReadonlySignal<ParticipantView | null> = computed(() => this.joined.stage.value);
  /** The session of this page; its phase is the stage's, which is newer than the list's. */
  readonly occurrence: ReadonlySignal<OccurrenceInfo | null> = computed(() => {
    const info = this.joined.occurrence.value ?? this.#listed(this.#wanted.value);
    const phase = this.view.value?.phase;
    return info !== null && phase !== undefined ? { ...info, phase } : info;
  });
  /** The clock of the person's own place. */
  readonly here: ReadonlySignal<Clock> = computed(
    () => this.kept.clock.value ?? this.connection.welcome.value?.here ?? utc,
  );
  /** The room one sits in, by one's own word or by the invite. */
  readonly seat: ReadonlySignal<RoomInfo | null> = computed(() => {
    const said = this.kept.roomId.value;
    const roomId = said === undefined ? (this.connection.welcome.value?.pass.roomId ?? null) : said;
    return this.occurrence.value?.rooms.find((room) => room.id === roomId) ?? null;
  });
  /** In a room and without headphones: this device stays silent, the room is heard through the air. */
  readonly silent: ReadonlySignal<boolean> = computed(() => this.seat.value !== null && !this.kept.headphones.value);
  /** The line is lost for long enough that one should know. */
  readonly lost: ReadonlySignal<boolean> = computed(() => {
    const { value } = this.connection.lost;
    return value !== null && this.time.value - value.since >= alarming;
  });
  /** Up to which message of the chat has been on the screen; null: not looked at yet. */
  readonly chatSeen = signal<number | null>(null);
  readonly #wanted = signal<OccurrenceId | null>(null);
  #begun = false;
  #introduced = "";

  constructor(address: PageAddress, connection: Connection) {
    this.address = address;
    this.connection = connection;
    this.kept = new Kept(address.passId);
    this.time = ticking(() => connection.now());
    this.#wanted.value = address.occurrenceId;
    this.joined = join(connection, "participant", { headphones: this.kept.headphones.peek() });
    // Where this tab listened before a reload; read before anything else is remembered.
    const listened = this.kept.listened;
    effect(() => this.#begin(listened));
    void this.#freshClock();
    effect(() => this.#remember());
    effect(() => this.#introduceAgain());
    effect(() => this.#prepareFloor());
    effect(() => this.#hearAtAPress());
  }

  /** Sound and picture; must be called in the press itself, for the browser's autoplay rule. */
  async listen(): Promise<void> {
    await this.joined.listen(true, { headphones: this.kept.headphones.peek() });
  }

  /** To another session, with the same page. */
  async goTo(occurrenceId: OccurrenceId): Promise<void> {
    history.replaceState(null, "", pathTo("participant", this.address.passId, occurrenceId));
    this.#wanted.value = occurrenceId;
    await this.joined.goTo(occurrenceId);
  }

  /** Does something and shows it if it fails. True: it was done. */
  async attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      this.trouble.value = null;
      return true;
    } catch (error) {
      this.trouble.value = error;
      return false;
    }
  }

  /** Does something that others see by name: asks for one first if there is none. */
  withName(why: "hand" | "chat", act: () => Promise<unknown>): void {
    const goOn = (): void =>
      void this.attempt(async () => {
        await this.introduce();
        await act();
      });
    if (this.kept.name.peek() === "") this.naming.value = { why, goOn };
    else goOn();
  }

  /** Tells the stage one's name, place and room, if it does not know them yet. */
  async introduce(): Promise<void> {
    const mine = this.view.peek()?.mine;
    const me = this.#me();
    if (mine === undefined || me === null) return;
    if (mine.name === me.name && mine.place === me.place && mine.roomId === me.roomId) return;
    await this.connection.command("introduce", me);
  }

  async leave(): Promise<void> {
    this.left.value = true;
    this.kept.listened = null;
    this.floor.peek()?.close();
    this.floor.value = null;
    await this.joined.leave();
  }

  /** Leaves, ends the pass, and takes all that this device knows of the person away. */
  async forget(): Promise<void> {
    await this.leave();
    this.kept.forget();
    await this.connection.call("forget", {});
  }

  #me(): { name: string; place: string; roomId: RoomInfo["id"] | null } | null {
    const seat = this.seat.value;
    const name = this.kept.name.value || (seat === null ? "" : words().self.somebody(seat.city));
    return name === "" ? null : { name, place: this.kept.place.value, roomId: seat?.id ?? null };
  }

  #listed(occurrenceId: OccurrenceId | null): OccurrenceInfo | null {
    const { value } = this.connection.occurrences;
    // The server lists the live one first.
    return (occurrenceId === null ? value[0] : value.find(({ id }) => id === occurrenceId)) ?? null;
  }

  /** Once, as soon as it is known where to: the path's session, the one listened to, or the first. */
  #begin(listened: OccurrenceId | null): void {
    if (this.#begun || this.connection.welcome.value === null || this.connection.state.value !== "open") return;
    const id = this.#wanted.value ?? this.#listed(listened)?.id ?? this.#listed(null)?.id;
    if (id === undefined) return;
    this.#begun = true;
    untracked(() => {
      this.#wanted.value = id;
      // Said before `goTo`, so that it travels with the first request.
      if (id === listened) void this.attempt(() => this.listen());
      void this.attempt(() => this.joined.goTo(id));
    });
  }

  /** The clock that was chosen another day may have a change behind it. */
  async #freshClock(): Promise<void> {
    const chosen = this.kept.clock.peek();
    if (chosen === null) return;
    await this.attempt(async () => {
      const { zone, city } = chosen;
      const fresh = await this.connection.call("clock", { zone, city });
      if (this.kept.clock.peek()?.zone === zone) this.kept.clock.value = { ...fresh, city };
    });
  }

  #remember(): void {
    const id = this.joined.occurrence.value?.id;
    if (id !== undefined && this.joined.listening.value && !this.left.peek()) this.kept.listened = id;
  }

  /** Name, place and room change also while one listens. */
  #introduceAgain(): void {
    const me = this.#me();
    if (me === null || this.view.value === null || !this.joined.listening.value || !this.joined.attached.value) return;
    // Once for each change in each session: what the server refused or has trimmed is not sent for ever.
    const said = JSON.stringify([this.joined.occurrence.value?.id, me]);
    if (said === this.#introduced) return;
    this.#introduced = said;
    untracked(() => void this.attempt(() => this.introduce()));
  }

  /** A browser that waits for a press takes any: not only the key that asks for it. */
  #hearAtAPress(): (() => void) | undefined {
    const { media } = this.joined;
    if (!media.soundBlocked.value) return undefined;
    const hear = (): void => void this.attempt(() => media.resumeSound());
    document.addEventListener("click", hear, { capture: true, once: true });
    return () => document.removeEventListener("click", hear, { capture: true });
  }

  /** The microphone's part of the page is loaded as soon as it may be needed. */
  #prepareFloor(): void {
    const state = this.view.value?.mine.state ?? "none";
    if (!this.joined.listening.value || state === "none" || this.floor.peek() !== null) return;
    untracked(
      () =>
        void this.attempt(async () => {
          const { Floor } = await import("./floor.ts");
          if (this.left.peek() || this.floor.peek() !== null) return;
          const mine = computed(() => this.view.value?.mine ?? null);
          const { address, connection, joined, kept } = this;
          this.floor.value = new Floor({ passId: address.passId, connection, joined, kept, mine });
        }),
    );
  }
}

const utc: Clock = { zone: "UTC", city: "UTC", offset: 0, until: null, nextOffset: null };
