/** One measured figure. `target`: what it must not exceed; null: printed for comparison. */
export interface Figure {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | null;
  /** A figure that must be met on both sides: `target` ± this. */
  readonly within?: number;
}

export function isMet({ value, target, within }: Figure): boolean {
  if (target === null) return true;
  return within === undefined ? value <= target : Math.abs(value - target) <= within;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new Error("a median of nothing");
  return (low + high) / 2;
};

/** Least squares: y = slope · x + constant. */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number;
  readonly constant: number;
} {
  const mean = (part: 0 | 1): number => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  return { slope, constant: y0 - slope * x0 };
}
