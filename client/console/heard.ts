import type { EntryId, PassId, RoomId } from "../../shared/ids.ts";
import { voiceOf } from "../../shared/stage/places.ts";
import type { MutedBy, Stage } from "../../shared/stage/model.ts";
import { parseSource, personSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { openVoices } from "../../shared/stage/voices.ts";

/** One open microphone as the console lists it; muted ones stay in the list. */
export interface HeardVoice {
  readonly source: SourceId;
  readonly roomId: RoomId | null;
  readonly passId: PassId | null;
  /** The turn that this voice speaks in, if it was called. */
  readonly entryId: EntryId | null;
  readonly muted: MutedBy | null;
}

/** Every microphone that is open or would be but for its mute: called speakers first, the newest on top. */
export function heardVoices(stage: Stage): readonly HeardVoice[] {
  const turn = (source: SourceId): number => stage.floor.findLastIndex(({ hand }) => voiceOf(hand) === source);
  return openVoices({ ...stage, muted: {} })
    .map(({ source, passId }): HeardVoice => {
      const parsed = parseSource(source);
      return {
        source,
        roomId: parsed.owner === "room" ? parsed.roomId : null,
        passId,
        entryId: stage.floor[turn(source)]?.id ?? null,
        muted: stage.muted[source] ?? null,
      };
    })
    .sort((a, b) => turn(b.source) - turn(a.source));
}

/** Whom the key M mutes: who came on air last and is not muted; never oneself. */
export function newestVoice(stage: Stage, self: PassId): SourceId | null {
  const own = personSource(self, "mic");
  return heardVoices(stage).find(({ source, muted }) => muted === null && source !== own)?.source ?? null;
}
