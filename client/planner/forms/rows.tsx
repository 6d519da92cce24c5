import type { ComponentChildren, JSX } from "preact";
import { Key } from "../../ui/key.tsx";
import { replaced, without } from "./lists.ts";
import { words } from "./words.ts";

interface RowsProps<Row extends object> {
  readonly legend: string;
  readonly how: string;
  readonly rows: readonly Row[];
  /** What is wrong with one of them; null: nothing, or it was not asked yet. */
  readonly wrong: string | null;
  /** A row by its number, for the key that removes it. */
  readonly nameOf: (number: number) => string;
  readonly addLabel: string;
  /** A new row; null: none can be made. */
  readonly add: (() => Row) | null;
  readonly onChange: (rows: readonly Row[]) => void;
  /** A row's fields. */
  readonly children: (row: Row, set: (change: Partial<Row>) => void) => ComponentChildren;
}

/** Any number of rows of fields, each with a key that removes it, and one that adds another. */
export function Rows<Row extends object>(props: RowsProps<Row>): JSX.Element {
  const { remove } = words().hours;
  const { legend, how, rows, wrong, nameOf, addLabel, add, onChange, children } = props;
  return (
    <fieldset class="hours">
      <legend>{legend}</legend>
      <p class="quiet">{how}</p>
      <ul class="rows">
        {rows.map((row, index) => (
          <li key={index}>
            {children(row, (change) => onChange(replaced(rows, index, { ...row, ...change })))}
            <Key label={`${remove} ${nameOf(index + 1)}`} onPress={() => onChange(without(rows, index))}>
              {remove}
            </Key>
          </li>
        ))}
      </ul>
      {wrong !== null && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p class="keys">
        <Key disabled={add === null} onPress={() => add !== null && onChange([...rows, add()])}>
          {addLabel}
        </Key>
      </p>
    </fieldset>
  );
}
