import type { JSX } from "preact";
import type { Suggestion } from "../../../shared/plan/suggest/suggestion.ts";
import { narrow } from "../narrow.ts";
import { hoursText } from "../times.ts";
import { drawingOf, roundedDown } from "./plot.ts";
import type { Size } from "./plot.ts";
import { plotLabel } from "./said.ts";
import { words } from "./words.ts";

interface Props {
  readonly suggestion: Suggestion;
  /** Milliseconds. */
  readonly elapsed: number;
}

const wide: Size = { width: 860, height: 240, left: 42, right: 220, top: 12, bottom: 28 };
const small: Size = { width: 328, height: 190, left: 30, right: 4, top: 10, bottom: 26 };
/** Two names at the right are so far apart at least (units of the drawing). */
const line = 22;

/** Hours of all groups over time: the draft, the best plan so far, and what no plan can be below. */
export function Plot({ suggestion, elapsed }: Props): JSX.Element {
  const t = words().plot;
  const isNarrow = narrow.value;
  const size = isNarrow ? small : wide;
  const { progress, before, wish } = suggestion;
  const drawing = drawingOf(progress, before.total, elapsed, size);
  const last = progress.at(-1);
  if (drawing === null || last === undefined) return <p class="nothing">{t.none}</p>;
  const right = size.width - size.right;
  const bottom = size.height - size.bottom;
  // The lines are a second long at least.
  const seconds = Math.max(1, Math.floor(elapsed / 1000));
  const beforeWords = (wish.mode === "repair" ? t.release : t.draft)(hoursText(before.total));
  const planWords = t.plan(hoursText(last.total));
  const boundWords =
    last.leastTotal === null || drawing.boundEnds === null ? null : t.bound(hoursText(roundedDown(last.leastTotal)));
  const planY = drawing.planEnds;
  const boundY = drawing.boundEnds === null ? null : Math.max(drawing.boundEnds, planY + line);
  return (
    <figure class="plot-of">
      <svg
        class="plot"
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={plotLabel(suggestion, elapsed)}
      >
        <path class="ax" d={drawing.across.map(({ y }) => `M${size.left} ${y}H${right}`).join("")} />
        {drawing.gap !== null && <path class="gap" d={drawing.gap} />}
        {drawing.bound !== null && <path class="bound" d={drawing.bound} />}
        <path class="now" d={drawing.plan} />
        <g class="q">
          {drawing.across.map(({ y, hours }) => (
            <text key={hours} x={0} y={y + 5}>
              {hoursText(hours)}
            </text>
          ))}
        </g>
        <text class="q" text-anchor="end" x={right} y={bottom + 20}>
          {seconds < 120 ? t.seconds(seconds) : t.minutes(Math.floor(seconds / 60))}
        </text>
        <g class="q" text-anchor="middle">
          {drawing.down.map((tick) => (
            <text key={tick.seconds} x={tick.x} y={bottom + 20}>
              {tick.seconds === 0
                ? t.seconds(0)
                : tick.seconds % 60 === 0
                  ? t.minutes(tick.seconds / 60)
                  : tick.seconds}
            </text>
          ))}
        </g>
        {!isNarrow && (
          <>
            <text class="over-line" x={drawing.beforeAt.x + 8} y={drawing.beforeAt.y + 5}>
              {beforeWords}
            </text>
            <text class="b" x={right + 12} y={planY + 5}>
              {planWords}
            </text>
            {boundWords !== null && boundY !== null && (
              <text class="q" x={right + 12} y={boundY + 5}>
                {boundWords}
              </text>
            )}
          </>
        )}
      </svg>
      {isNarrow && (
        <figcaption class="legend" aria-hidden="true">
          <span>
            <i class="key-plan" />
            <b>{planWords}</b>
          </span>
          {boundWords !== null && (
            <span>
              <i class="key-bound" />
              {boundWords}
            </span>
          )}
          <span>{beforeWords}</span>
        </figcaption>
      )}
    </figure>
  );
}
