import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { InstanceKind, InstanceOptions } from "../support/planinstances.ts";
import { median } from "./figures.ts";
import type { Figure } from "./figures.ts";
import type { PlanCase, PlanOutcome } from "./planthread.ts";

// How good suggested plans are and how soon they come: random conferences of two sizes (planinstances.ts), the real engine
// in a thread, one after the other. Which conferences: `npm run bench -- plan 11 12 13` takes these seeds.

const usual = [1, 2, 3, 4, 5];

interface Series {
  readonly name: string;
  readonly kind: InstanceKind;
  readonly options: InstanceOptions;
  readonly seconds: number;
  /** What is promised: seconds to the first plan, of the worst-off group's proof, the median gap in %. */
  readonly first: number;
  readonly worst?: number;
  readonly gap?: number;
}

const series: readonly Series[] = [
  { name: "small, may split", kind: "small", options: { groupExclusive: false }, seconds: 60, first: 2 },
  { name: "small, may not", kind: "small", options: { groupExclusive: true }, seconds: 60, first: 2 },
  {
    name: "small, one day",
    kind: "small",
    options: { oneDay: true, groupExclusive: true },
    seconds: 30,
    first: 2,
    worst: 30,
  },
  { name: "big, 10 days", kind: "big", options: { groupExclusive: true }, seconds: 60, first: 10 },
  {
    name: "big, may split",
    kind: "big",
    options: { ranges: true, groupExclusive: false },
    seconds: 60,
    first: 10,
    gap: 5,
  },
  { name: "big, may not", kind: "big", options: { ranges: true, groupExclusive: true }, seconds: 60, first: 10 },
];

/** `seeds`: none for the usual five. */
export async function plan(say: (figure: Figure) => void, seeds: readonly number[] = []): Promise<void> {
  const all = seeds.length === 0 ? usual : seeds;
  for (const one of series) {
    const outcomes: PlanOutcome[] = [];
    for (const seed of all) {
      const outcome = await solved({ kind: one.kind, options: one.options, seed, seconds: one.seconds });
      outcomes.push(outcome);
      for (const figure of figuresOf(one, outcome))
        say({ name: "plan", ...figure, figure: `${one.name}, ${seed}: ${figure.figure}` });
    }
    for (const figure of summaryOf(one, outcomes))
      say({ name: "plan", ...figure, figure: `${one.name}: ${figure.figure}` });
  }
}

async function solved(workerData: PlanCase): Promise<PlanOutcome> {
  const thread = new Worker(new URL("planthread.ts", import.meta.url), { workerData });
  const [outcome] = (await once(thread, "message")) as [PlanOutcome];
  await thread.terminate();
  return outcome;
}

type Unnamed = Omit<Figure, "name">;
const gapOf = ({ penalty, leastPenalty }: PlanOutcome): number =>
  penalty === 0 ? 0 : 100 * (1 - (leastPenalty ?? 0) / penalty);

function figuresOf({ first, kind }: Series, outcome: PlanOutcome): readonly Unnamed[] {
  const { sessions, placed, mostPlaced, worst, leastWorst, penalty, leastPenalty } = outcome;
  const seconds = (figure: string, value: number | null): readonly Unnamed[] =>
    value === null ? [] : [{ figure, value, unit: "s", target: null }];
  return [
    // A big plan may leave out two more than must be.
    { figure: "first plan", value: kind === "big" ? outcome.first : outcome.whole, unit: "s", target: first },
    { figure: "placed", value: placed, unit: `of ${sessions}`, target: null },
    { figure: "nobody can place more than", value: mostPlaced, unit: "sessions", target: null },
    ...seconds("… proven after", outcome.mostProven),
    { figure: "left out beyond that", value: mostPlaced - placed, unit: "sessions", target: kind === "big" ? 2 : null },
    { figure: "worst-off group pays", value: worst, unit: "h", target: null },
    { figure: "… cannot pay less than", value: leastWorst ?? 0, unit: "h", target: null },
    ...seconds("… proven after", outcome.worstProven),
    { figure: "penalty", value: penalty, unit: "", target: null },
    { figure: "… cannot be below", value: leastPenalty ?? 0, unit: "", target: null },
    ...seconds("… proven after", outcome.penaltyProven),
    { figure: "… gap", value: gapOf(outcome), unit: "%", target: null },
    // A bound above what a plan has would be no bound.
    {
      figure: "bound, of the penalty",
      value: penalty === 0 ? 0 : (100 * (leastPenalty ?? 0)) / penalty,
      unit: "%",
      target: 100,
    },
    {
      figure: "independent bound, of it",
      value: penalty === 0 ? 0 : (100 * outcome.otherBound) / penalty,
      unit: "%",
      target: 100.001,
    },
    { figure: "plans with a broken rule", value: outcome.isTrue ? 0 : 1, unit: "", target: 0 },
  ];
}

function summaryOf({ worst, gap }: Series, outcomes: readonly PlanOutcome[]): readonly Unnamed[] {
  const late = outcomes.filter(({ worstProven }) => (worstProven ?? Infinity) > (worst ?? Infinity)).length;
  return [
    { figure: "median gap", value: median(outcomes.map(gapOf)), unit: "%", target: gap ?? null },
    // Four of five must be in time.
    ...(worst === undefined
      ? []
      : [
          {
            figure: `worst-off not proven in ${worst} s`,
            value: late,
            unit: `of ${outcomes.length}`,
            target: Math.floor(outcomes.length / 5),
          },
        ]),
  ];
}
