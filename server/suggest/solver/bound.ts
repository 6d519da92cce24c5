import type { Model, Row } from "../../../shared/plan/suggest/milp.ts";

/** What prices of the rows prove. */
export interface Reckoned {
  readonly bound: number;
  /** By column: what raising it by one costs beside its rows. A column at 0 with more than the gap here is 0 in all better plans. */
  readonly rest: Float64Array;
}

/**
 * A bound of a model's relaxation that is true for any prices of its rows, good or bad: with prices y and what they leave
 * of the costs, d = c − yA, no values within their limits are below offset + Σ y·row + Σ d·column, each at its cheaper end
 * (weak duality; A. Neumaier and O. Shcherbina, Safe bounds in linear and mixed-integer programming, 2004). Only rounding
 * is left (relative 1e-12 or so). A price on the side of a row that has no end counts as 0. `costs` false: as if all were 0;
 * above 0 then, it proves that no values keep all rows (Farkas).
 */
export function reckon(model: Model, rows: readonly Row[], prices: ArrayLike<number>, costs = true): Reckoned {
  const rest = costs ? Float64Array.from(model.cost) : new Float64Array(model.columns);
  let bound = costs ? model.offset : 0;
  const pay = (column: number, amount: number): void => {
    rest[column] = (rest[column] ?? 0) - amount;
  };
  for (let row = 0; row < model.rows; row += 1) {
    const price = prices[row] ?? 0;
    const end = (price > 0 ? model.rowLower[row] : model.rowUpper[row]) ?? 0;
    if (price === 0 || !Number.isFinite(end)) continue;
    bound += price * end;
    for (let i = model.starts[row] ?? 0; i < (model.starts[row + 1] ?? 0); i += 1) {
      pay(model.indices[i] ?? 0, price * (model.values[i] ?? 0));
    }
  }
  for (const [r, { columns, values, upper }] of rows.entries()) {
    const price = prices[model.rows + r] ?? 0;
    if (price >= 0) continue;
    bound += price * upper;
    for (const [i, column] of columns.entries()) pay(column, price * (values[i] ?? 0));
  }
  for (let column = 0; column < model.columns; column += 1) {
    const left = rest[column] ?? 0;
    if (left !== 0) bound += left * ((left > 0 ? model.lower[column] : model.upper[column]) ?? 0);
  }
  return { bound, rest };
}
