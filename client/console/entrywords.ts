import type { PresentPerson } from "../../shared/protocol/views.ts";
import type { Entry } from "../../shared/stage/model.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";

/** What is known of a person and their microphone; nothing of a hand in a room, which needs none. */
export function microphoneWords(entry: Entry, people: readonly PresentPerson[], t: ConsoleWords): readonly string[] {
  const { hand, microphone, ready } = entry;
  if (hand.kind === "room") return [];
  const isHere = people.some((person) => person.passId === hand.passId && person.state === "here");
  // Before the first word about presence nobody is called away.
  const away = people.length > 0 && !isHere ? [t.queue.states.away] : [];
  if (microphone === "refused") return [...away, t.queue.states.refused];
  if (microphone === "none") return [...away, t.queue.states.none];
  if (microphone === "asked") return [...away, t.queue.states.asked];
  return ready ? [...away, t.queue.states.ready] : away;
}
