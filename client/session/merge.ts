import { chatKept } from "../../shared/stage/model.ts";
import type { Message, Stage } from "../../shared/stage/model.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";

/** Lays a notice's patch over a view: top-level keys are replaced, chat messages merged by their ids. */
export function merge<View extends Stage | ParticipantView>(
  view: View,
  patch: Partial<Stage> | Partial<ParticipantView>,
): View {
  const { chat, ...rest } = patch;
  return { ...view, ...rest, chat: chat === undefined ? view.chat : mergeChat(view.chat, chat) };
}

/** New messages at the end, changed ones in their old place; only the newest are kept, as on the server. */
export function mergeChat(held: readonly Message[], changed: readonly Message[]): readonly Message[] {
  const byId = new Map(held.map((message) => [message.id, message]));
  for (const message of changed) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq).slice(-chatKept);
}
