import type { JSX } from "preact";
import type { EditName } from "../../../shared/plan/detail.ts";
import { useActing } from "../../ui/acting.ts";
import { Key } from "../../ui/key.tsx";
import { dayIn, timeIn } from "../times.ts";
import { editWords } from "../undo.ts";
import { FormError } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

/** Not offered here: the choice of data stays as it is, whatever is undone. */
const final: readonly string[] = ["chooseZoneData"];

/** The newest edits, by whom and when; one's own can be taken back out of turn, where nothing has been built on them. */
export function Journal({ board, onDone }: FormProps): JSX.Element {
  const t = words().journal;
  const acting = useActing();
  const view = board.view.value;
  const undo = ({ seq }: EditName): void => void acting.run(() => board.edit("undo", { seq }));
  return (
    <>
      <FormError board={board} error={acting.error.value} />
      {view === null || view.journal.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ol class="journal">
          {view.journal.map((edit) => (
            <li key={edit.seq}>
              <span>
                <b>{editWords(edit)}</b>
                <br />
                <small>
                  {t.by(
                    edit.author,
                    dayIn(board.zones.value, board.ruler.value.zone, edit.at),
                    timeIn(board.zones.value, board.ruler.value.zone, edit.at),
                    board.ruler.value.city,
                  )}
                </small>
              </span>
              {view.own.includes(edit.seq) && !final.includes(edit.command) && (
                <Key label={t.undoOf(editWords(edit))} busy={acting.busy.value} onPress={() => undo(edit)}>
                  {t.undo}
                </Key>
              )}
            </li>
          ))}
        </ol>
      )}
      <p class="keys">
        <Key onPress={onDone}>{t.close}</Key>
      </p>
    </>
  );
}
