import type { RoomId } from "../ids.ts";
import type { Actor, StageCommand } from "./commands.ts";
import type { Stage } from "./model.ts";
import { parseSource } from "./sources.ts";
import type { SourceId } from "./sources.ts";

/** Does this person run program and queue: a moderator always, an operator with the desk. */
export function runsTheStage(stage: Stage, actor: Pick<Actor, "passId" | "role">): boolean {
  return actor.role === "moderator" || (actor.role === "operator" && stage.desk === actor.passId);
}

/** Commands that are for the desk; which ones are an operator's in the own room is said in `decide`. */
export function needsDesk(command: StageCommand, actor: Actor): boolean {
  switch (command.type) {
    case "moveInQueue":
    case "callNext":
    case "call":
    case "callPerson":
    case "skip":
    case "withdrawFloor":
    case "remove":
    case "openSession":
    case "endSession":
    case "setFormat":
    case "setSpeakingTime":
    case "giveDesk":
    case "deleteMessage":
    case "switchChat":
      return true;
    case "take":
      return command.to === "program" || !ownRoom(actor, command.to);
    case "followProgram":
    case "closeRoom":
      return !ownRoom(actor, command.roomId);
    default:
      return false;
  }
}

export const ownRoom = (actor: Actor, roomId: RoomId): boolean => actor.role === "operator" && actor.roomId === roomId;

/** One's own microphone, or the sound and pictures of the room that one operates. */
export function owns(actor: Actor, source: SourceId): boolean {
  const parsed = parseSource(source);
  return parsed.owner === "room" ? ownRoom(actor, parsed.roomId) : parsed.passId === actor.passId;
}
