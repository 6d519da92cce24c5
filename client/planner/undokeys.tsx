import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import type { OpenBoard } from "./board.ts";
import { narrow } from "./narrow.ts";
import { editWords, undoLast } from "./undo.ts";
import { words } from "./words.ts";

/** Takes back one's own last edit, or makes it again; its name is the keys' description. */
export function Undo({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words().undo;
  const mine = board.view.value?.mine;
  return (
    <>
      <Key
        disabled={mine?.undo === null}
        why={mine?.undo ? editWords(mine.undo) : t.nothing}
        onPress={() => void undoLast(board, "undo")}
      >
        {t.undo}
      </Key>
      {!narrow.value && <Redo board={board} />}
    </>
  );
}

/** The other half of `Undo`, where there is room for it; else behind "More…". */
export function Redo({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words().undo;
  const mine = board.view.value?.mine;
  return (
    <Key
      disabled={mine?.redo === null}
      why={mine?.redo ? editWords(mine.redo) : t.nothingAgain}
      onPress={() => void undoLast(board, "redo")}
    >
      {t.redo}
    </Key>
  );
}
