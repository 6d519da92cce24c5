/** The rows of a table as text, and whether its last quote was closed. */
export interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly closed: boolean;
}

/**
 * Splits a table into its cells: by tabs if the first row that is not empty has one, else by commas, or by semicolons (which
 * spreadsheets write where the comma is in numbers) if these make more cells of that row. Quotes as in RFC 4180: a cell that
 * begins with one goes to the next single one, over commas, tabs and line ends; two are one. Lines end with CRLF, LF or
 * CR. Cells are trimmed; rows in which all are empty are kept, so that rows can be counted.
 */
export function readCells(text: string): Cells {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const tabbed = split(source, "\t");
  if (headersOf(tabbed) > 1) return tabbed;
  const commas = split(source, ",");
  const semicolons = split(source, ";");
  return headersOf(semicolons) > headersOf(commas) ? semicolons : commas;
}

/** How many cells the first row has that is not empty. */
function headersOf({ rows }: Cells): number {
  return rows.find((cells) => cells.some((cell) => cell !== ""))?.length ?? 0;
}

function split(text: string, delimiter: string): Cells {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = readCell(text, at, delimiter);
    if (cell === null) return { rows: [...rows, row], closed: false };
    row.push(cell.value.trim());
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end has an empty cell after it.
      if (at === text.length) row.push("");
    } else {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return { rows, closed: true };
}

interface Cell {
  readonly value: string;
  /** Where the text goes on. */
  readonly end: number;
}

/** Null: a quote is open. */
function readCell(text: string, from: number, delimiter: string): Cell | null {
  if (text[from] !== '"') return plain(text, from, delimiter);
  const cell = quoted(text, from);
  if (cell === null) return null;
  const rest = plain(text, cell.end, delimiter);
  // Spreadsheets copy text that only begins with a quoted word as it is: "Ubuntu" today.
  return rest.value.trim() === "" ? { value: cell.value, end: rest.end } : plain(text, from, delimiter);
}

function plain(text: string, from: number, delimiter: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(from, end), end };
}

/** From an opening quote to behind the closing one; null: there is none. */
function quoted(text: string, from: number): Cell | null {
  let value = "";
  let begin = from + 1;
  for (;;) {
    const quote = text.indexOf('"', begin);
    if (quote < 0) return null;
    value += text.slice(begin, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    begin = quote + 2;
  }
}
