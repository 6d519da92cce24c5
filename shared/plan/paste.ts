import type { ConferenceId } from "../ids.ts";
import { find } from "./edits/apply.ts";
import type { Plan } from "./model.ts";
import { readCells } from "./paste/cells.ts";
import { columnOf } from "./paste/columns.ts";
import type { CellProblem, PastedTable } from "./paste/model.ts";
import { namesOf } from "./paste/names.ts";
import { readRow } from "./paste/row.ts";
import type { Zones } from "./zones.ts";

export type { CellProblem, ColumnName, PasteProblem, PastedRow, PastedSession, PastedTable } from "./paste/model.ts";

/** More than anybody checks in a preview. */
const mostRows = 500;

/**
 * Reads a table of sessions out of a spreadsheet (`readCells`): the first row that is not empty names the columns. It can be
 * pasted if neither it nor any of its rows has a problem; what was not understood is one, nothing is guessed.
 * Empty rows are left out.
 * @throws RangeError for a conference that the plan does not have
 */
export function readTable(text: string, plan: Plan, zones: Zones, conferenceId: ConferenceId): PastedTable {
  const conference = find(plan, "conferences", conferenceId);
  if (conference === undefined) throw new RangeError(`no such conference: ${conferenceId}`);
  const { rows, closed } = readCells(text);
  const top = rows.findIndex((cells) => cells.some((cell) => cell !== ""));
  const headers = rows[top] ?? [];
  const columns = headers.map((header) => ({ header, means: columnOf(header) }));
  const filled = rows
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ row, cells }) => row > top + 1 && cells.some((cell) => cell !== ""));
  const seen = { zones, conference, names: namesOf(plan, conferenceId), columns: columns.map(({ means }) => means) };

  const problems: CellProblem[] = [];
  if (!columns.some(({ means }) => means === "title")) {
    problems.push({ column: "title", why: "no-title-column", cell: headers.join(", ") });
  }
  for (const [i, { header, means }] of columns.entries()) {
    const isSecond = means !== null && columns.findIndex((column) => column.means === means) < i;
    if (isSecond) problems.push({ column: means, why: "column-twice", cell: header });
  }
  if (!closed) problems.push({ column: null, why: "open-quote", cell: "" });
  if (filled.length === 0) problems.push({ column: null, why: "no-rows", cell: "" });
  if (filled.length > mostRows) problems.push({ column: null, why: "too-many-rows", cell: String(filled.length) });
  return { columns, problems, rows: filled.slice(0, mostRows).map(({ row, cells }) => readRow(row, cells, seen)) };
}
