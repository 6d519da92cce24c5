import type { JSX } from "preact";
import type { OccurrenceId } from "../../../shared/ids.ts";
import { all } from "../../../shared/plan/look.ts";
import type { Occurrence, Session } from "../../../shared/plan/model.ts";
import { useActing } from "../../ui/acting.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { cityOfZone } from "../cities.ts";
import { shortDayWords } from "../times.ts";
import { words as pageWords } from "../words.ts";
import { FormError } from "./frame.tsx";
import { asInput } from "./input.ts";
import { words } from "./words.ts";

interface OccasionsProps {
  readonly board: OpenBoard;
  readonly session: Session;
  /** The one whose time the form shows. */
  readonly edited: OccurrenceId | null;
  readonly onLook: (occurrence: Occurrence) => void;
}

/** The dates and times of a session: one, or several where it is held again. */
export function Occasions({ board, session, edited, onLook }: OccasionsProps): JSX.Element {
  const t = words().occasions;
  const acting = useActing();
  const plan = board.plan.value;
  const occurrences = all(plan.occurrences).filter((each) => each.sessionId === session.id);
  occurrences.sort((a, b) => (a.start?.instant ?? Infinity) - (b.start?.instant ?? Infinity) || (a.id < b.id ? -1 : 1));
  const more = (): void => {
    const shown = occurrences.find(({ id }) => id === edited);
    void acting.run(() => board.edit("addOccurrence", asInput({ sessionId: session.id, links: shown?.links ?? [] })));
  };
  const remove = ({ id }: Occurrence): void =>
    void acting.run(() => board.edit("removeOccurrence", { occurrenceId: id }));
  return (
    <fieldset>
      <legend>{t.legend}</legend>
      {occurrences.length > 1 && (
        <ul class="rows">
          {occurrences.map((occurrence) => {
            const when = whenWords(board, occurrence);
            return (
              <li key={occurrence.id}>
                <span class="whom">{when}</span>
                {occurrence.id === edited ? (
                  <span class="quiet">{t.shown}</span>
                ) : (
                  <>
                    <Key label={t.lookAt(when)} onPress={() => onLook(occurrence)}>
                      {t.look}
                    </Key>
                    <Key label={t.removeOf(when)} onPress={() => remove(occurrence)}>
                      {words().hours.remove}
                    </Key>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p class="keys">
        <Key busy={acting.busy.value} onPress={more}>
          {t.more}
        </Key>
      </p>
      <FormError board={board} error={acting.error.value} />
    </fieldset>
  );
}

function whenWords(board: OpenBoard, { start }: Occurrence): string {
  if (start === null) return pageWords().keeper.unplaced;
  return `${shortDayWords(start.wall.slice(0, 10))}, ${start.wall.slice(11)}, ${cityOfZone(board, start.zone)}`;
}
