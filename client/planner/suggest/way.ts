import type { PlanCommand } from "../../../shared/protocol/plan.ts";
import type { Unplaced } from "../../../shared/plan/suggest/suggestion.ts";
import type { OpenBoard } from "../board.ts";
import { undoLast } from "../undo.ts";

export type Way = Unplaced["ways"][number];

/** A way out that was gone: so many edits, the last of them `seq`. */
export interface Gone {
  readonly way: Way;
  readonly edits: number;
  readonly seq: number;
}

/** What it does, one after the other; empty: it is advice only. */
export function commandsOf(way: Way): readonly PlanCommand[] {
  if (way.command !== null) return [way.command];
  return "commands" in way ? way.commands : [];
}

/** Does all of it or nothing. Null: something was refused, which `board.refused` says. */
export async function goWay(board: OpenBoard, way: Way): Promise<Gone | null> {
  const commands = commandsOf(way);
  let edits = 0;
  for (const command of commands) {
    try {
      await board.run(command);
    } catch (error) {
      await takeBack(board, edits);
      board.refused.value = error;
      return null;
    }
    edits += 1;
  }
  const seq = board.view.peek()?.mine.undo?.seq;
  return seq === undefined ? null : { way, edits, seq };
}

/** Is it the last thing that one has done? Then it can be taken back. */
export const canGoBack = (board: OpenBoard, { seq }: Gone): boolean => board.view.value?.mine.undo?.seq === seq;

export const goBack = (board: OpenBoard, { edits }: Gone): Promise<void> => takeBack(board, edits);

async function takeBack(board: OpenBoard, edits: number): Promise<void> {
  for (let i = 0; i < edits; i += 1) await undoLast(board, "undo");
}
