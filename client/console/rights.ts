import type { RoomId } from "../../shared/ids.ts";
import type { PassInfo, PresentPerson } from "../../shared/protocol/views.ts";
import { runsTheStage } from "../../shared/stage/rights.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import type { Names } from "./names.ts";

/** What this console may do now; where it may not, the reason in words. Null: nothing stands against it. */
export interface Rights {
  /** Runs program and queue: the desk, or a moderator. */
  readonly runs: boolean;
  /** Against what only the desk may do. */
  readonly desk: string | null;
  /** Against what only the desk may do, and only while the session is open. */
  readonly live: string | null;
  readonly ownRoom: (roomId: RoomId) => boolean;
  /** Against what a room's own operator may do too. */
  readonly room: (roomId: RoomId) => string | null;
  readonly moderatorHere: boolean;
}

export function rightsOf(
  stage: Stage,
  pass: PassInfo,
  people: readonly PresentPerson[],
  names: Names,
  t: ConsoleWords,
): Rights {
  const { role } = pass;
  const runs = (role === "moderator" || role === "operator") && runsTheStage(stage, { passId: pass.id, role });
  const moderatorHere = people.some((person) => person.role === "moderator" && person.state === "here");
  const ended = stage.phase === "ended" ? t.reasons.ended : null;
  const noDesk = (): string => {
    if (stage.desk !== null) return t.reasons.deskWith(names.person(stage.desk));
    return moderatorHere ? t.reasons.moderatorHere : t.reasons.takeDesk;
  };
  const desk = ended ?? (runs ? null : noDesk());
  const ownRoom = (roomId: RoomId): boolean => role === "operator" && pass.roomId === roomId;
  return {
    runs,
    desk,
    live: desk ?? (stage.phase === "live" ? null : t.reasons.notLive),
    ownRoom,
    room: (roomId) => (ownRoom(roomId) ? ended : desk),
    moderatorHere,
  };
}
