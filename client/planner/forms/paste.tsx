import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import { readTable } from "../../../shared/plan/paste.ts";
import type { CellProblem, PastedRow, PastedTable } from "../../../shared/plan/paste.ts";
import { at } from "../../../shared/record.ts";
import { useActing } from "../../ui/acting.ts";
import { Field } from "../../ui/field.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { OpenBoard } from "../board.ts";
import { shortDayWords } from "../times.ts";
import { words as pageWords } from "../words.ts";
import { FormFrame, typed } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

/** Sessions out of a spreadsheet: what would become of each row is seen before; all are made, or none. */
export function PasteForm({ board, onDone }: FormProps): JSX.Element | null {
  const t = words().paste;
  const text = useSignal("");
  const acting = useActing();
  const conference = board.conference.value;
  const [plan, zones] = [board.plan.value, board.zones.value];
  const table = useMemo(
    () => (conference === null || text.value.trim() === "" ? null : readTable(text.value, plan, zones, conference.id)),
    [text.value, plan, zones, conference],
  );
  if (conference === null) return null;
  const good = table?.rows.filter(({ session }) => session !== null).length ?? 0;
  const ready = table !== null && table.problems.length === 0 && good === table.rows.length && good > 0;
  const submit = (): Promise<void> =>
    acting.run(async () => {
      await board.edit("pasteSessions", { conferenceId: conference.id, text: text.peek() });
      board.go({ view: "table" });
      onDone();
    });
  return (
    <FormFrame
      board={board}
      acting={acting}
      onSubmit={() => void submit()}
      onDone={onDone}
      disabled={!ready}
      act={ready ? t.make(good) : t.paste}
    >
      <Field label={t.label} hint={t.hint}>
        {(control) => (
          <textarea
            {...control}
            class="sheet-text"
            rows={6}
            maxLength={200_000}
            spellcheck={false}
            placeholder={t.example}
            {...typed({ value: text.value, onChange: (next) => (text.value = next) })}
          />
        )}
      </Field>
      <p role="status">
        {table === null ? "" : ready ? t.ready(good) : t.notReady(table.rows.length - good, table.rows.length)}
      </p>
      {table !== null && <Preview board={board} table={table} />}
    </FormFrame>
  );
}

function Preview({ board, table }: { readonly board: OpenBoard; readonly table: PastedTable }): JSX.Element {
  const t = words().paste;
  const passed = table.columns.filter(({ means }) => means === null).map(({ header }) => header);
  return (
    <>
      {table.problems.map((problem, index) => (
        <p key={index} class="wrong">
          {problemWords(problem)}
        </p>
      ))}
      {passed.length > 0 && <p class="quiet">{t.passed(passed)}</p>}
      {table.rows.length > 0 && (
        <div class="scroll" role="region" aria-label={t.preview} tabIndex={0}>
          <table class="tt">
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                <th scope="col">{words().session.title}</th>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.understood}</th>
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <Row key={row.row} board={board} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ board, row }: { readonly board: OpenBoard; readonly row: PastedRow }): JSX.Element {
  const t = words().paste;
  const { session } = row;
  if (session === null)
    return (
      <tr>
        <th scope="row">{row.row}</th>
        <td colSpan={3}>
          <Plate look="look">{pageWords().look.word}</Plate> {row.problems.map(problemWords).join(" ")}
        </td>
      </tr>
    );
  const host = session.hostRoomId === null ? undefined : at(board.plan.value.rooms, session.hostRoomId);
  return (
    <tr>
      <th scope="row">{row.row}</th>
      <td>{session.title}</td>
      <td class="nowrap">
        {session.start === null
          ? pageWords().keeper.unplaced
          : `${shortDayWords(session.start.wall.slice(0, 10))}, ${session.start.wall.slice(11)}`}
      </td>
      <td>
        {t.says(
          session.minutes,
          host?.name ?? null,
          session.links.length - (host === undefined ? 0 : 1),
          pageWords().states[session.state],
        )}
      </td>
    </tr>
  );
}

function problemWords({ column, why, cell }: CellProblem): string {
  const t = words().paste;
  const where = column === null ? "" : `${t.columns[column]}: `;
  return `${where}${t.problems[why](cell)}`;
}
