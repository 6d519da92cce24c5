import type { EntryId, Instant, MessageId, PassId, RoomId } from "../ids.ts";
import type { Entry, Format, Microphone, MutedBy, OpenedBy, Person, Scene } from "./model.ts";
import type { SourceId } from "./sources.ts";

/** What has happened on a stage. Events are facts: they are never refused, and old ones must be readable for ever. */
export type StageEvent =
  | { readonly type: "introduced"; readonly passId: PassId; readonly person: Person }
  | { readonly type: "opened"; readonly at: Instant }
  | { readonly type: "ended"; readonly at: Instant }
  | { readonly type: "formatSet"; readonly format: Format }
  | { readonly type: "speakingTimeSet"; readonly seconds: number }
  | { readonly type: "handRaised"; readonly entry: Entry }
  | { readonly type: "handLowered"; readonly entryId: EntryId; readonly why: "lowered" | "away" | "removed" }
  | { readonly type: "queueMoved"; readonly entryId: EntryId; readonly before: EntryId | null }
  | { readonly type: "called"; readonly entry: Entry; readonly at: Instant; readonly limit: number }
  | { readonly type: "skipped"; readonly entryId: EntryId }
  | { readonly type: "microphoneReported"; readonly entryId: EntryId; readonly microphone: Microphone }
  | { readonly type: "madeReady"; readonly entryId: EntryId }
  | { readonly type: "wentOnAir"; readonly entryId: EntryId; readonly at: Instant }
  | {
      readonly type: "floorLeft";
      readonly entryId: EntryId;
      readonly why: "yielded" | "withdrawn" | "away" | "removed";
    }
  | { readonly type: "roomOpened"; readonly roomId: RoomId; readonly by: OpenedBy }
  | { readonly type: "roomClosed"; readonly roomId: RoomId }
  | { readonly type: "micOpened"; readonly passId: PassId }
  | { readonly type: "micClosed"; readonly passId: PassId }
  | { readonly type: "muted"; readonly source: SourceId; readonly by: MutedBy }
  | { readonly type: "unmuted"; readonly source: SourceId }
  | { readonly type: "programTaken"; readonly scene: Scene; readonly at: Instant }
  | { readonly type: "screenTaken"; readonly roomId: RoomId; readonly scene: Scene | null }
  | { readonly type: "personRemoved"; readonly passId: PassId }
  | { readonly type: "deskMoved"; readonly passId: PassId | null }
  | {
      readonly type: "chatted";
      readonly messageId: MessageId;
      readonly at: Instant;
      readonly passId: PassId;
      readonly text: string;
    }
  | { readonly type: "chatDeleted"; readonly messageId: MessageId }
  | { readonly type: "chatSwitched"; readonly on: boolean };
