import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCells } from "../../../shared/plan/paste/cells.ts";
import { columnOf } from "../../../shared/plan/paste/columns.ts";

describe("cells", () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      "commas",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "tabs, with commas in cells",
      "a\tb\nc, d\te",
      [
        ["a", "b"],
        ["c, d", "e"],
      ],
    ],
    [
      "semicolons, with decimal commas and quotes",
      '\ufeffa;b\r\n1,5 h;"c; d"\r\n',
      [
        ["a", "b"],
        ["1,5 h", "c; d"],
      ],
    ],
    [
      "commas, with semicolons in cells",
      "a,b,c; d\n1;2,x,y",
      [
        ["a", "b", "c; d"],
        ["1;2", "x", "y"],
      ],
    ],
    [
      "quotes",
      '"a, b","say ""hi"""\n"two\nlines",x',
      [
        ["a, b", 'say "hi"'],
        ["two\nlines", "x"],
      ],
    ],
    ["a mark of byte order", "\ufeffa,b", [["a", "b"]]],
    [
      "old line ends",
      "a,b\rc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells, also the last",
      "a,,\n,,b\n",
      [
        ["a", "", ""],
        ["", "", "b"],
      ],
    ],
    ["empty rows", "a\n\nb", [["a"], [""], ["b"]]],
    ["blanks around", " a , b ", [["a", "b"]]],
    [
      "text that begins with a quoted word",
      'a\tb\n"Ubuntu" today\tx',
      [
        ["a", "b"],
        ['"Ubuntu" today', "x"],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_what, text, rows) => {
    expect(readCells(text)).toEqual({ rows, closed: true });
  });

  test("an open quote", () => {
    expect(readCells('a,b\nc,"d\ne,f')).toEqual({ rows: [["a", "b"], ["c"]], closed: false });
  });

  test("whatever is written as RFC 4180 says is read back", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "é", ",", "\t", '"', "\n", "\r\n", ";") })
      .map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(",", "\t"), (rows, delimiter) => {
        const named = [["Title", "Day"], ...rows];
        const text = named
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
          .join("\r\n");
        expect(readCells(text)).toEqual({ rows: named, closed: true });
      }),
    );
  });
});

test.each([
  ["Title", "title"],
  ["SESIÓN", "title"],
  [" título ", "title"],
  ["Día", "day"],
  ["Fecha:", "day"],
  ["Start", "time"],
  ["hora", "time"],
  ["Length (min)", "length"],
  ["Duración", "length"],
  ["Host  room", "host"],
  ["Salas", "rooms"],
  ["Grupos", "groups"],
  ["Ponentes", "speakers"],
  ["Idiomas", "languages"],
  ["Estado", "state"],
  ["Prioridad", "priority"],
  ["hasta", "end"],
  ["Notes", null],
  ["constructor", null],
  ["", null],
])("a column named %j is the %s", (header, column) => {
  expect(columnOf(header)).toBe(column);
});
