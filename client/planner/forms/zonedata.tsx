import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceId } from "../../../shared/ids.ts";
import { wallAtOffset } from "../../../shared/plan/civil.ts";
import { sessionOf } from "../../../shared/plan/look.ts";
import type { Start } from "../../../shared/plan/model.ts";
import { zoneMoves } from "../../../shared/plan/zonemoves.ts";
import { at } from "../../../shared/record.ts";
import { useActing } from "../../ui/acting.ts";
import { cityOfZone } from "../cities.ts";
import { offsetIn, shortDayWords } from "../times.ts";
import { FormFrame } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

/** Other zone data move some sessions: for each, the wall time stays or the instant does. */
export function ZoneDataForm({ board, onDone }: FormProps): JSX.Element {
  const t = words().zoneData;
  const keepInstant = useSignal<ReadonlySet<OccurrenceId>>(new Set());
  const acting = useActing();
  const [plan, zones] = [board.plan.value, board.zones.value];
  const moves = zoneMoves(plan, zones, null);
  const choose = (id: OccurrenceId, instant: boolean): void => {
    const next = new Set(keepInstant.peek());
    if (instant) next.add(id);
    else next.delete(id);
    keepInstant.value = next;
  };
  const submit = (): Promise<void> =>
    acting.run(async () => {
      await board.edit("chooseZoneData", { keepInstant: [...keepInstant.peek()] });
      onDone();
    });
  return (
    <FormFrame board={board} acting={acting} onSubmit={() => void submit()} onDone={onDone} act={t.take}>
      <p>{t.is(zones.version)}</p>
      {moves.length === 0 && <p>{t.none}</p>}
      {moves.map(({ occurrenceId, was, keepWall, keepInstant: moved }) => {
        const occurrence = at(plan.occurrences, occurrenceId);
        const title = (occurrence === undefined ? undefined : sessionOf(plan, occurrence)?.title) ?? "";
        const city = cityOfZone(board, was.zone);
        return (
          <fieldset key={occurrenceId} class="fares">
            <legend>{title}</legend>
            <p class="quiet">{t.was(said(was), city, was.zoneData)}</p>
            <label>
              <input
                type="radio"
                name={occurrenceId}
                checked={!keepInstant.value.has(occurrenceId)}
                onChange={() => choose(occurrenceId, false)}
              />
              <span>
                {keepWall === null
                  ? t.wallAsks(said(was), city)
                  : t.wall(said(keepWall), city, offsetIn(zones, keepWall.zone, keepWall.instant), utc(keepWall))}
              </span>
            </label>
            <label>
              <input
                type="radio"
                name={occurrenceId}
                checked={keepInstant.value.has(occurrenceId)}
                onChange={() => choose(occurrenceId, true)}
              />
              <span>{t.instant(said(moved), city, offsetIn(zones, moved.zone, moved.instant), utc(moved))}</span>
            </label>
          </fieldset>
        );
      })}
    </FormFrame>
  );
}

/** "14:15", the same moment in UTC: what does not hang on anybody's zone data. With its day, if that is another one there. */
function utc({ instant, wall }: Start): string {
  const there = wallAtOffset(instant, 0);
  return there.slice(0, 10) === wall.slice(0, 10) ? there.slice(11) : said({ wall: there });
}

/** "Fri 10 Jan, 16:15", as the wall has it. */
const said = ({ wall }: Pick<Start, "wall">): string => `${shortDayWords(wall.slice(0, 10))}, ${wall.slice(11)}`;
