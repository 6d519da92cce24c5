import type { Region, Row } from "./places.ts";

/*
 * Where the strips are, in pixels from the board's top: the spines and what is moved are drawn over the table. `day.css`
 * has the same heights.
 */

export const laneHeight = 24;
/** The hours' line under the flags. */
export const hoursHeight = 32;
const stripHeight = 24;
const rowHeight = 32;
/** A region with one strip is as high as its reading. */
const loneHeight = 52;
/** Between regions. */
const gap = 8;

export interface Spot {
  readonly row: Row;
  /** Of the strip itself. */
  readonly top: number;
  readonly bottom: number;
}

export const headHeight = (lanes: number): number => lanes * laneHeight + hoursHeight;

/** Every strip from top to bottom. */
export function spotsOf(regions: readonly Region[], lanes: number): readonly Spot[] {
  const spots: Spot[] = [];
  let y = headHeight(lanes);
  for (const { rows } of regions) {
    y += gap;
    const height = rows.length === 1 ? loneHeight : rowHeight;
    for (const row of rows) {
      const top = y + (height - stripHeight) / 2;
      spots.push({ row, top, bottom: top + stripHeight });
      y += height;
    }
  }
  return spots;
}

/** The strips on which something stands. */
export function spotsWith(spots: readonly Spot[], places: ReadonlySet<string>): readonly Spot[] {
  return spots.filter(({ row }) => row.places.some(({ key }) => places.has(key)));
}
