import type { EditName } from "../../shared/plan/detail.ts";
import { at } from "../../shared/record.ts";
import { until } from "../session/until.ts";
import type { OpenBoard } from "./board.ts";
import { words } from "./words.ts";

/** An edit's name in words: "move “Opening plenary”". */
export function editWords({ command, subject }: Pick<EditName, "command" | "subject">): string {
  // By a name that comes from the server: a newer one may know commands that this page does not.
  return at<(subject: string) => string>(words().edits, command)?.(subject) ?? subject;
}

/**
 * Takes back, or makes again, the last of one's own edits, and says so. What is refused is said by the board. An edit that
 * is on its way comes first: its change can be seen before its answer is there, and is what one means then.
 */
export async function undoLast(board: OpenBoard, which: "undo" | "redo"): Promise<void> {
  while (board.busy.peek()) await until(() => !board.busy.value);
  const mine = board.view.peek()?.mine;
  const edit = which === "undo" ? mine?.undo : mine?.redo;
  if (edit === null || edit === undefined || board.moving.peek() !== null) return;
  const name = editWords(edit);
  try {
    if (which === "undo") await board.edit("undo", { seq: edit.seq });
    else await board.edit("redo", {});
  } catch {
    return; // `board.refused` has it.
  }
  const t = words().done;
  board.say(which === "undo" ? t.undone(name) : t.redone(name));
}

/** Ctrl Z and Ctrl Y (⌘ Z, ⇧⌘ Z), except where one types: fields have an undo of their own. */
export function undoKeys(board: OpenBoard): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const target = event.target;
    if (target instanceof Element && target.closest("input, textarea, select, dialog") !== null) return;
    const key = event.key.toLowerCase();
    const which = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    if (which === null) return;
    event.preventDefault();
    // Held down it goes as fast as the line, and no further.
    if (event.repeat && board.busy.peek()) return;
    void undoLast(board, which);
  };
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}
