import type { JSX } from "preact";
import type { StartInput } from "../../../shared/plan/model.ts";
import type { OpenBoard } from "../board.ts";
import { clockChoices, clockWords } from "../clocks.tsx";
import type { ClocksDetail } from "../clocks.tsx";
import { InSight } from "./insight.tsx";
import type { SessionDraft } from "./sessiondraft.ts";

interface WhichProps {
  readonly board: OpenBoard;
  /** What was sent, and what the clocks do there. */
  readonly start: StartInput;
  readonly detail: ClocksDetail;
  readonly draft: SessionDraft;
  readonly onEdit: (change: Partial<SessionDraft>) => void;
}

/** A time that the clocks skip, or show twice: the two that can be meant. */
export function Which({ board, start, detail, draft, onEdit }: WhichProps): JSX.Element {
  const isChosen = (choice: StartInput): boolean =>
    choice.wall === `${draft.date}T${draft.time}` &&
    choice.offset === draft.offset &&
    (detail.kind === "gap" || draft.offset !== null);
  return (
    <InSight>
      <fieldset class="fares">
        <legend>
          <span role="alert">{clockWords(board, start, detail)}</span>
        </legend>
        {clockChoices(start, detail).map((choice) => (
          <label key={choice.words}>
            <input
              type="radio"
              name="clocks"
              checked={isChosen(choice.start)}
              onChange={() => {
                const { wall, offset } = choice.start;
                onEdit({ date: wall.slice(0, 10), time: wall.slice(11), offset });
              }}
            />
            <span>{choice.words}</span>
          </label>
        ))}
      </fieldset>
    </InSight>
  );
}
