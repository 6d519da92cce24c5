import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { undoLast } from "../undo.ts";
import { words } from "./words.ts";

/** A suggested plan was taken a moment ago: what that did, and the way back. Gone with the next edit of one's own. */
export function TakenNote({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const t = words().result;
  const { taken } = board.suggestions;
  const edit = taken.value;
  const note = useRef<HTMLDivElement>(null);
  const isLast = edit !== null && board.view.value?.mine.undo?.seq === edit.seq;
  // The key that took it is gone.
  useEffect(() => {
    if (isLast) note.current?.focus();
  }, [edit?.seq, isLast]);
  if (edit === null || !isLast) return null;
  const away = (): void => {
    taken.value = null;
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  return (
    <div class="taken" role="group" aria-label={t.taken(edit.kind, edit.change)} tabIndex={-1} ref={note}>
      <p>{t.taken(edit.kind, edit.change)}</p>
      <p class="keys">
        <Key
          busy={board.busy.value}
          onPress={() => {
            void undoLast(board, "undo").then(away);
          }}
        >
          {t.undo}
        </Key>
        <Key look="plain" onPress={away}>
          {t.away}
        </Key>
      </p>
    </div>
  );
}
