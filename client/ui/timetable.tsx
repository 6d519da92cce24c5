import type { ComponentChildren, JSX } from "preact";

export interface Column {
  readonly key: string;
  readonly title: string;
  /** `num` right-aligned, `opt` left out where it is narrow. */
  readonly class?: string;
  /** The heading is only for those who do not see: a column of keys. */
  readonly unseen?: boolean;
}

interface TimetableProps {
  readonly columns: readonly Column[];
  /** The id of the heading that names it. */
  readonly labelledBy: string;
  /** `<tr>`s, each with a `<th scope="row">` first. */
  readonly children: ComponentChildren;
}

/** A table as in a timetable: a heavy rule on top, hairlines between. */
export function Timetable({ columns, labelledBy, children }: TimetableProps): JSX.Element {
  return (
    <table class="tt" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" class={column.class}>
              {column.unseen ? <span class="sr">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
