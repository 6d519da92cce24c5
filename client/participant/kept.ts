import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Clock } from "../../shared/protocol/views.ts";

/** What this device remembers of the person between visits; all of it goes with "Forget me on this device". */
interface Memory {
  readonly name: string;
  readonly place: string;
  /** The room one sits in; absent: never said, the invite decides. */
  readonly roomId?: RoomId | null;
  readonly headphones: boolean;
  /** The city that was chosen for the own time; null: what the browser says. */
  readonly clock: Clock | null;
  readonly microphoneId: string;
}

const blank: Memory = { name: "", place: "", headphones: false, clock: null, microphoneId: "" };

/** The memory of one pass, as signals that store themselves. */
export class Kept {
  readonly name: Signal<string>;
  readonly place: Signal<string>;
  readonly roomId: Signal<RoomId | null | undefined>;
  readonly headphones: Signal<boolean>;
  readonly clock: Signal<Clock | null>;
  readonly microphoneId: Signal<string>;
  /** The message that is being written: a reload must not lose it. For this tab only. */
  readonly draft: Signal<string>;
  /** The camera was on: after a reload it is on again. For this tab only. */
  readonly showing: Signal<boolean>;
  readonly #passId: PassId;
  readonly #stop: () => void;

  constructor(passId: PassId) {
    this.#passId = passId;
    const memory = { ...blank, ...parsed(read(() => localStorage, this.#me)) };
    this.name = signal(memory.name);
    this.place = signal(memory.place);
    this.roomId = signal(memory.roomId);
    this.headphones = signal(memory.headphones);
    this.clock = signal(memory.clock);
    this.microphoneId = signal(memory.microphoneId);
    this.draft = signal(read(() => sessionStorage, this.#draft) ?? "");
    this.showing = signal(read(() => sessionStorage, this.#showing) !== null);
    const stops = [
      effect(() => write(() => localStorage, this.#me, JSON.stringify(this.#memory()))),
      effect(() => write(() => sessionStorage, this.#draft, this.draft.value)),
      effect(() => write(() => sessionStorage, this.#showing, this.showing.value ? "yes" : "")),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  /** The session that this tab listened to when it was closed or reloaded; it then listens again by itself. */
  get listened(): OccurrenceId | null {
    return read(() => sessionStorage, this.#listened) as OccurrenceId | null;
  }

  set listened(occurrenceId: OccurrenceId | null) {
    write(() => sessionStorage, this.#listened, occurrenceId ?? "");
  }

  /** Takes everything away and writes no more. */
  forget(): void {
    this.#stop();
    write(() => localStorage, this.#me, "");
    write(() => sessionStorage, this.#draft, "");
    write(() => sessionStorage, this.#listened, "");
    write(() => sessionStorage, this.#showing, "");
  }

  get #me(): string {
    return `crossroom.me.${this.#passId}`;
  }
  get #draft(): string {
    return `crossroom.draft.${this.#passId}`;
  }
  get #showing(): string {
    return `crossroom.showing.${this.#passId}`;
  }
  get #listened(): string {
    return `crossroom.listening.${this.#passId}`;
  }

  #memory(): Memory {
    const { name, place, roomId, headphones, clock, microphoneId } = this;
    return {
      name: name.value,
      place: place.value,
      ...(roomId.value === undefined ? {} : { roomId: roomId.value }),
      headphones: headphones.value,
      clock: clock.value,
      microphoneId: microphoneId.value,
    };
  }
}

function parsed(stored: string | null): Partial<Memory> {
  if (stored === null) return {};
  try {
    return JSON.parse(stored) as Partial<Memory>;
  } catch (error) {
    // Written by something broken: as if nothing were there.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key) || null;
  } catch {
    return null; // Storage is switched off: nothing is remembered, all else works.
  }
}

/** An empty value takes the key away. */
function write(storage: () => Storage, key: string, value: string): void {
  try {
    if (value === "") storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    return; // Switched off or full: what is on the page counts until it is closed.
  }
}
