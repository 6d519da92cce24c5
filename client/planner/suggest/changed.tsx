import type { JSX } from "preact";
import type { Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { OpenBoard } from "../board.ts";
import { timeIn } from "../times.ts";
import { editWords } from "../undo.ts";
import { words as pageWords } from "../words.ts";
import type { Since } from "./changed.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly suggestion: Suggestion;
  readonly since: Since;
  /** Can all of its plans still be taken? */
  readonly fits: boolean;
  readonly onAgain: () => void;
  readonly busy: boolean;
}

/** So many edits are named. */
const most = 4;

/** Somebody has worked on the draft since the search began: what was done, and what that means for its plans. */
export function ChangedNote({ board, suggestion, since, fits, onAgain, busy }: Props): JSX.Element {
  const t = words();
  const { zone } = board.ruler.value;
  const named = since.edits.slice(0, most);
  const more = since.edits.length - named.length + since.more;
  return (
    <div class="trouble" role="status">
      <p>
        <Plate look="look">{pageWords().look.word}</Plate> <b>{t.changed.title}</b>
      </p>
      <ul>
        {named.map((edit) => (
          <li key={edit.seq}>
            {t.changed.edit(edit.author, editWords(edit), timeIn(board.zones.value, zone, edit.at))}
          </li>
        ))}
        {more > 0 && <li>{t.changed.more(more)}</li>}
      </ul>
      {suggestion.plans.some(({ placements }) => placements.length > 0) && (
        <p>{fits ? t.changed.fits : t.changed.fitsNot}</p>
      )}
      <p class="keys">
        <Key look="main" busy={busy} onPress={onAgain}>
          {t.result.again}
        </Key>
      </p>
    </div>
  );
}
