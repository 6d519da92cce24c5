import type { ProgressPoint } from "../../../shared/plan/suggest/suggestion.ts";

// The plot in numbers: hours of all groups over the seconds since the search began, and what no plan can be below.

export interface Size {
  readonly width: number;
  readonly height: number;
  /** What the labels take beside the lines (units of the drawing). */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawing {
  /** The line of the plan: the draft first. */
  readonly plan: string;
  /** Null: no bound is known yet. */
  readonly bound: string | null;
  /** What lies between the two; null as the bound. */
  readonly gap: string | null;
  readonly across: readonly { readonly y: number; readonly hours: number }[];
  readonly down: readonly { readonly x: number; readonly seconds: number }[];
  /** Where the lines end. */
  readonly planEnds: number;
  readonly boundEnds: number | null;
  /** Where the line of the draft ends, and its name begins. */
  readonly beforeAt: { readonly x: number; readonly y: number };
}

interface Step {
  readonly at: number;
  readonly value: number;
}

/** `before`: hours of what it began with. `elapsed`: milliseconds. Null: there is no plan yet. */
export function drawingOf(
  points: readonly ProgressPoint[],
  before: number,
  elapsed: number,
  size: Size,
): Drawing | null {
  const [first] = points;
  if (first === undefined) return null;
  const end = Math.max(elapsed, points.at(-1)?.at ?? 0, 1000);
  const plan = steps(points.map(({ at, total }) => ({ at, value: total })));
  // That no plan costs less than nothing says nothing.
  const bound = steps(
    points.flatMap(({ at, leastTotal }) => (leastTotal === null || leastTotal <= 0 ? [] : [{ at, value: leastTotal }])),
  );
  const values = [before, ...plan.map(({ value }) => value), ...bound.map(({ value }) => value)];
  const scale = scaleOf(Math.min(...values), Math.max(...values), 4);
  const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const x = (at: number): number => round(size.left + (Math.min(at, end) / end) * inner.width);
  const y = (value: number): number =>
    round(size.top + (1 - (value - scale.from) / (scale.to - scale.from)) * inner.height);

  const planLine = `M${x(0)} ${y(before)}${stairs(plan, x, y)}H${x(end)}`;
  const [begins] = bound;
  const boundLine =
    begins === undefined ? null : `M${x(begins.at)} ${y(begins.value)}${stairs(bound.slice(1), x, y)}H${x(end)}`;
  const last = plan.at(-1)?.value ?? first.total;
  const planUpTo = plan.filter(({ at }) => begins !== undefined && at <= begins.at).at(-1)?.value ?? last;
  const under = begins === undefined ? "" : `V${y(bound.at(-1)?.value ?? begins.value)}${stairsBack(bound, x, y)}Z`;
  const over = begins === undefined ? [] : plan.filter(({ at }) => at > begins.at);
  const gap = begins === undefined ? null : `M${x(begins.at)} ${y(planUpTo)}${stairs(over, x, y)}H${x(end)}${under}`;
  return {
    plan: planLine,
    bound: boundLine,
    gap,
    across: scale.ticks.map((hours) => ({ y: y(hours), hours })),
    down: ticksOf(end).map((seconds) => ({ x: x(seconds * 1000), seconds })),
    planEnds: y(last),
    boundEnds: begins === undefined ? null : y(bound.at(-1)?.value ?? begins.value),
    // Beside the step that leaves it; above a line that goes on as it was.
    beforeAt: { x: x(Math.min(first.at, end)), y: y(before) - (first.total === before ? 14 : 0) },
  };
}

/** Only where the value changes. */
function steps(all: readonly Step[]): readonly Step[] {
  return all.filter(({ value }, i) => i === 0 || value !== all[i - 1]?.value);
}

type Map1 = (value: number) => number;

const stairs = (all: readonly Step[], x: Map1, y: Map1): string =>
  all.map(({ at, value }) => `H${x(at)}V${y(value)}`).join("");

/** The same from its end to its beginning. */
const stairsBack = (all: readonly Step[], x: Map1, y: Map1): string =>
  all
    .toReversed()
    .map(({ at }, i, back) => {
      const earlier = back[i + 1];
      return `H${x(at)}${earlier === undefined ? "" : `V${y(earlier.value)}`}`;
    })
    .join("");

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Round numbers around [least, most], about `about` of them. */
export function scaleOf(least: number, most: number, about: number): Scale {
  const span = Math.max(1, most - least);
  const step = niceStep(span / about);
  const from = Math.max(0, Math.floor((least - span * 0.08) / step) * step);
  const to = Math.max(from + step, Math.ceil((most + span * 0.02) / step) * step);
  const ticks: number[] = [];
  for (let tick = from; tick <= to + step / 1000; tick += step) ticks.push(Math.round(tick * 1000) / 1000);
  return { from, to, ticks };
}

const niceSteps = [0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] as const;
const niceStep = (least: number): number =>
  niceSteps.find((step) => step >= least) ?? 10 ** Math.ceil(Math.log10(least));

const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180] as const;

/** Seconds at which a tick stands, none close to the end, where the time itself is said in whole seconds. */
function ticksOf(end: number): readonly number[] {
  const seconds = end / 1000;
  const step = secondSteps.find((each) => seconds / each <= 5) ?? 300;
  const ticks: number[] = [];
  for (let tick = 0; tick < Math.min(seconds - step * 0.55, Math.floor(seconds)); tick += step) ticks.push(tick);
  return ticks;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const quarters = 4;
/** Against floating point's dust: far less than a minute. */
const dust = 1e-6;

/** Hours to the quarter below: of a bound, so that it stays true. */
export const roundedDown = (hours: number): number => Math.floor(hours * quarters + dust) / quarters;
/** Hours to the quarter above: of what could be saved at most. */
export const roundedUp = (hours: number): number => Math.max(0, Math.ceil(hours * quarters - dust)) / quarters;
