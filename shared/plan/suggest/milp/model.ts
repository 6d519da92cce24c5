// A linear model with whole numbers in it, in the form in which a solver takes it: sparse rows. Always minimised.

/** A sum over columns: `constant` + Σ values[i] × columns[i]. No column twice. */
export interface Sum {
  readonly constant: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** Σ values × columns ≤ upper. */
export interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly upper: number;
}

export interface Model {
  readonly columns: number;
  readonly rows: number;
  /** Added to the value. */
  readonly offset: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1: a whole number. */
  readonly integer: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** The entries of row r are those from starts[r] to starts[r + 1]. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** Rows as they are collected. */
export class Rows {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];

  /** lower ≤ Σ values × columns ≤ upper. */
  add(lower: number, columns: readonly number[], values: readonly number[], upper: number): void {
    for (const [i, column] of columns.entries()) {
      this.indices.push(column);
      this.values.push(values[i] ?? 0);
    }
    this.lower.push(lower);
    this.upper.push(upper);
    this.starts.push(this.indices.length);
  }

  atMost({ columns, values, upper }: Row): void {
    this.add(-Infinity, columns, values, upper);
  }

  /** A copy that more can be added to. */
  copy(): Rows {
    const copy = new Rows();
    for (const key of ["lower", "upper", "indices", "values"] as const)
      for (const value of this[key]) copy[key].push(value);
    for (const start of this.starts.slice(1)) copy.starts.push(start);
    return copy;
  }
}

/** At most one of these columns. */
export function atMostOne(columns: readonly number[]): Row {
  return { columns, values: columns.map(() => 1), upper: 1 };
}

/** By how much these values go over a row. */
export function excess({ columns, values, upper }: Row, of: ArrayLike<number>): number {
  let sum = -upper;
  for (let i = 0; i < columns.length; i += 1) sum += (values[i] ?? 0) * (of[columns[i] ?? 0] ?? 0);
  return sum;
}

/** Columns as they are collected. */
export class Columns {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly integer: number[] = [];

  /** @returns the new column's number */
  add(lower: number, upper: number, integer: boolean): number {
    this.cost.push(0);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer ? 1 : 0);
    return this.cost.length - 1;
  }

  copy(): Columns {
    const copy = new Columns();
    for (const key of ["cost", "lower", "upper", "integer"] as const)
      for (const value of this[key]) copy[key].push(value);
    return copy;
  }
}

export function modelFrom(columns: Columns, rows: Rows, offset: number): Model {
  return {
    columns: columns.cost.length,
    rows: rows.lower.length,
    offset,
    cost: Float64Array.from(columns.cost),
    lower: Float64Array.from(columns.lower),
    upper: Float64Array.from(columns.upper),
    integer: Int32Array.from(columns.integer),
    rowLower: Float64Array.from(rows.lower),
    rowUpper: Float64Array.from(rows.upper),
    starts: Int32Array.from(rows.starts),
    indices: Int32Array.from(rows.indices),
    values: Float64Array.from(rows.values),
  };
}

/** What a sum comes to for these values of the columns. */
export function worth(sum: Sum, values: ArrayLike<number>): number {
  return sum.columns.reduce((total, column, i) => total + (values[column] ?? 0) * (sum.values[i] ?? 0), sum.constant);
}
