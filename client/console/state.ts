import { computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import type { Connection, Joined } from "../session/contract.ts";
import { pathTo } from "../session/pass.ts";
import { ticking } from "../ui/ticking.ts";
import { Acts } from "./acts.ts";
import { firstChoice } from "./choice.ts";
import { OwnVoice } from "./own.ts";
import { Preview } from "./preview.ts";

/** What the console asks about in a dialog. */
export type Asking =
  | { readonly about: "remove"; readonly passId: PassId }
  | { readonly about: "end" | "keys" | "sessions" | "desk" | "name" }
  | { readonly about: "hand"; readonly roomId: RoomId | null };

/** Set in a tab while it hears the program: a reloaded tab then hears it again by itself. */
const hearing = "crossroom.console.hears";
export const heardBefore = (): boolean => sessionStorage.getItem(hearing) !== null;

/** Everything that the console's parts share. */
export interface Console {
  readonly connection: Connection;
  readonly joined: Joined<"console">;
  readonly pass: ReadonlySignal<PassInfo | null>;
  /** The server's time, each second. */
  readonly time: ReadonlySignal<number>;
  readonly acts: Acts;
  readonly preview: Preview;
  readonly own: OwnVoice;
  readonly asking: Signal<Asking | null>;
  readonly tab: Signal<"queue" | "chat">;
  /** The newest chat message that was looked at, by its `seq`. */
  readonly chatSeen: Signal<number>;
  readonly draft: Signal<string>;
  /** What is shown is how it was: the line or the session is not there now. */
  readonly stale: ReadonlySignal<boolean>;
  goTo(occurrenceId: OccurrenceId): void;
}

/** `named`: the session in the page's path. */
export function createConsole(connection: Connection, joined: Joined<"console">, named: OccurrenceId | null): Console {
  const pass = computed(() => connection.welcome.value?.pass ?? null);
  const acts = new Acts();
  const goTo = (occurrenceId: OccurrenceId): void => acts.run("goTo", () => joined.goTo(occurrenceId));
  chooseSession(connection, goTo, named);
  keepAddress(joined, pass);
  listenByItself(joined, pass);
  return {
    connection,
    joined,
    pass,
    acts,
    time: ticking(() => connection.now()),
    preview: new Preview(connection, joined),
    own: new OwnVoice(
      connection,
      joined,
      computed(() => pass.value?.id ?? null),
    ),
    asking: signal<Asking | null>(null),
    tab: signal<"queue" | "chat">("queue"),
    chatSeen: signal(0),
    draft: signal(""),
    stale: computed(() => connection.state.value !== "open" || !joined.attached.value),
    goTo,
  };
}

/** Goes to the first choice as soon as there is one; from then on only by a press. */
function chooseSession(connection: Connection, goTo: (id: OccurrenceId) => void, named: OccurrenceId | null): void {
  let chosen = false;
  effect(() => {
    const welcome = connection.welcome.value;
    if (chosen || welcome === null) return;
    const choice = firstChoice(connection.occurrences.value, named, welcome.pass.roomId);
    if (choice === null) return;
    chosen = true;
    untracked(() => goTo(choice));
  });
}

/** The path names the session: a reload comes back to it. */
function keepAddress(joined: Joined<"console">, pass: ReadonlySignal<PassInfo | null>): void {
  effect(() => {
    const occurrence = joined.occurrence.value;
    if (occurrence === null || pass.value === null) return;
    const path = pathTo("console", pass.value.id, occurrence.id);
    if (location.pathname !== path) history.replaceState(history.state, "", path);
  });
}

/**
 * A moderator hears the program from the first press on (browsers let no sound start before one). An operator sits in
 * the room and hears it there.
 */
function listenByItself(joined: Joined<"console">, pass: ReadonlySignal<PassInfo | null>): void {
  effect(() => (joined.listening.value ? sessionStorage.setItem(hearing, "1") : sessionStorage.removeItem(hearing)));
  const begin = (event: Event): void => {
    const role = pass.peek()?.role;
    if (role === undefined) return;
    removeEventListener("pointerup", begin);
    removeEventListener("keyup", begin);
    // The key that switches it does so itself.
    const onKey = event.target instanceof Element && event.target.closest(".hear") !== null;
    if (onKey) return;
    if (joined.listening.peek()) void joined.media.resumeSound();
    else if (role === "moderator") void joined.listen(true);
  };
  addEventListener("pointerup", begin);
  addEventListener("keyup", begin);
}
