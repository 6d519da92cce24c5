import type { EntryId, MessageId, PassId, RoomId } from "../ids.ts";
import type { Format, Microphone, Scene } from "./model.ts";
import type { SourceId } from "./sources.ts";

/** What people ask of a stage. The protocol's table says in words what each does, who may, and how it can fail. */
export type StageCommand =
  | {
      readonly type: "introduce";
      readonly name: string;
      readonly place: string;
      readonly roomId: RoomId | null;
    }
  | { readonly type: "raiseHand" }
  | { readonly type: "lowerHand"; readonly entryId: EntryId }
  | { readonly type: "typeHand"; readonly roomId: RoomId; readonly label: string }
  | { readonly type: "moveInQueue"; readonly entryId: EntryId; readonly before: EntryId | null }
  | { readonly type: "callNext" }
  | { readonly type: "call"; readonly entryId: EntryId }
  | { readonly type: "callPerson"; readonly passId: PassId }
  | { readonly type: "skip"; readonly entryId: EntryId }
  | { readonly type: "reportMicrophone"; readonly microphone: Microphone }
  | { readonly type: "makeReady" }
  | { readonly type: "decline" }
  | { readonly type: "yieldFloor" }
  | { readonly type: "withdrawFloor"; readonly entryId: EntryId }
  | { readonly type: "openRoom"; readonly roomId: RoomId }
  | { readonly type: "closeRoom"; readonly roomId: RoomId }
  | { readonly type: "openMic" }
  | { readonly type: "closeMic" }
  | { readonly type: "mute"; readonly source: SourceId }
  | { readonly type: "unmute"; readonly source: SourceId }
  | { readonly type: "take"; readonly to: "program" | RoomId; readonly scene: Scene }
  | { readonly type: "followProgram"; readonly roomId: RoomId }
  | { readonly type: "remove"; readonly passId: PassId }
  | { readonly type: "openSession" }
  | { readonly type: "endSession" }
  | { readonly type: "setFormat"; readonly format: Format }
  | { readonly type: "setSpeakingTime"; readonly seconds: number }
  | { readonly type: "giveDesk"; readonly passId: PassId | null }
  | { readonly type: "takeDesk" }
  | { readonly type: "say"; readonly text: string }
  | { readonly type: "deleteMessage"; readonly messageId: MessageId }
  | { readonly type: "switchChat"; readonly on: boolean };

/** What the server itself observes and the stage has to know: consequences of presence and of media. */
export type Observation =
  | { readonly type: "soundObserved"; readonly source: SourceId }
  | { readonly type: "awayTooLong"; readonly passId: PassId };

export type StageRole = "operator" | "moderator" | "participant";

/** Who commands, and what the server knows of the moment. Presence is memory, so it comes in as an argument. */
export interface Actor {
  readonly passId: PassId;
  readonly role: StageRole;
  /** The room of an operator; a participant whose invite names a room sits there. */
  readonly roomId: RoomId | null;
  readonly moderatorPresent: boolean;
  readonly present: ReadonlySet<PassId>;
}

/** Fresh identities and the time, made by the caller: the stage is pure. */
export interface Context {
  readonly now: number;
  readonly newId: () => string;
}

export type Refusal =
  | "forbidden"
  | "not-found"
  | "not-live"
  | "ended"
  | "conflict"
  | "already"
  | "not-in-queue"
  | "not-on-floor"
  | "not-a-picture"
  | "wrong-count"
  | "moderator-present"
  | "removed"
  | "chat-off"
  | "introduce-first";
