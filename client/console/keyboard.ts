import { useEffect } from "preact/hooks";
import { heardVoices, newestVoice } from "./heard.ts";
import { namesIn } from "./names.ts";
import { whyNotTake } from "./take.ts";
import { rightsOf } from "./rights.ts";
import { usesKeys } from "./settings.ts";
import { publishedOf } from "./published.ts";
import { gridSources } from "./sources.ts";
import type { Console } from "./state.ts";
import { words } from "./words.ts";

/** The single keys of the console: see the sheet behind `?`. */
export function useShortcuts(bridge: Console): void {
  useEffect(() => {
    let byPointer = false;
    const pointed = (): void => {
      byPointer = true;
    };
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === "Tab") byPointer = false;
      if (!isForUs(event, byPointer)) return;
      if (act(event.key, bridge)) event.preventDefault();
    };
    addEventListener("pointerdown", pointed);
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("pointerdown", pointed);
      removeEventListener("keydown", pressed);
    };
  }, [bridge]);
}

/**
 * Typing, dialogs and the browser's own keys come first. Enter presses what has the focus, as everywhere, unless the
 * focus came there by a pointer: after a click on a source, Enter takes.
 */
function isForUs(event: KeyboardEvent, byPointer: boolean): boolean {
  if (!usesKeys.peek() || event.defaultPrevented || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.matches("input:not([type='radio'], [type='checkbox']), textarea, select, [contenteditable]"))
    return false;
  return event.key !== "Enter" || byPointer || target?.closest("button, a, summary") === null;
}

/** Does what the key says, if it may be done now; true: the key was ours. */
function act(key: string, bridge: Console): boolean {
  const { joined, pass, connection, acts, preview, asking } = bridge;
  const stage = joined.stage.peek();
  const occurrence = joined.occurrence.peek();
  const me = pass.peek();
  if (stage === null || occurrence === null || me === null) return false;
  const t = words();
  const people = joined.people.peek();
  const names = namesIn(stage, occurrence, people, t);
  const rights = rightsOf(stage, me, people, names, t);
  if (/^[1-9]$/.test(key)) {
    const source = gridSources(stage, publishedOf(bridge))[Number(key) - 1];
    if (source !== undefined) preview.press(source.source);
    return source !== undefined;
  }
  switch (key.toLowerCase()) {
    case "enter":
      if (whyNotTake(stage, rights, preview.scene.peek(), t) === null) acts.run("take", () => preview.take());
      return true;
    case "n":
      if (rights.live === null && stage.queue.length > 0) {
        acts.run("callNext", () => connection.command("callNext", { baseSeq: stage.seq }));
      }
      return true;
    case "m": {
      const source = newestVoice(stage, me.id);
      const voice = heardVoices(stage).find((heard) => heard.source === source);
      const may = rights.desk === null || (voice?.roomId != null && rights.ownRoom(voice.roomId));
      if (source !== null && may) acts.run(`mute ${source}`, () => connection.command("mute", { source }));
      return true;
    }
    case "?":
      asking.value = { about: "keys" };
      return true;
    default:
      return false;
  }
}
