import { conflictsOf, frameOf, placeable } from "../../../shared/plan/suggest/milp.ts";
import type { Placing, Problem, Value } from "../../../shared/plan/suggest/problem.ts";
import { search } from "../../../shared/plan/suggest/search.ts";
import type { SearchKind } from "../../../shared/plan/suggest/search/best.ts";
import type { PlanKind, Proof, Stage } from "../../../shared/plan/suggest/suggestion.ts";
import { tidied } from "../../../shared/plan/suggest/tidy.ts";
import { Kept } from "./context.ts";
import type { Context } from "./context.ts";
import { openSolver } from "./highs.ts";
import { boundPlainly, boundWorst } from "./levels.ts";
import {
  changeLevel,
  movedLevel,
  penaltyLevel,
  placedLevel,
  reachedLevel,
  totalLevel,
  tidyLevel,
  worstLevel,
} from "./levels.ts";
import { isWorthwhile, prove, proveByBranching, proveByRoot } from "./proving.ts";
import type { Level } from "./proving.ts";
import { Standing, kinds } from "./standing.ts";

export { openPlacer } from "./placer.ts";

export interface SolveOptions {
  /** The plan that moves least comes before the fairest one. */
  readonly repair: boolean;
  /** It ends after these, or when all is proven. */
  readonly seconds: number;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  readonly seed: number;
}

/** Where it stands: the best plan of the first kind, and what is proven of it. */
export interface Report {
  readonly stage: Stage;
  readonly best: Placing;
  readonly value: Value;
  readonly proof: Proof;
  /** No plan's worst-off group pays less than `proof.leastWorst`, and a plan is known in which it pays just that. */
  readonly worstProven: boolean;
}

export interface Outcome {
  readonly plans: readonly {
    readonly kind: PlanKind;
    readonly placing: Placing;
    readonly value: Value;
    readonly proof: Proof;
  }[];
  readonly stage: Stage;
  readonly worstProven: boolean;
}

/**
 * Looks for the best plans, level after level: a local search finds them, relaxations and branching prove them or say how
 * far they may be from the best. Each better plan and each better bound is reported at once. It blocks its thread; to stop
 * it, end that. Plans of three kinds at the end, the one that was asked for first.
 */
export async function solve(
  problem: Problem,
  options: SolveOptions,
  onReport: (report: Report) => void,
): Promise<Outcome> {
  const solver = await openSolver();
  const { repair, now } = options;
  const kind: PlanKind = repair ? "least-change" : "fairest";
  const end = now() + options.seconds * 1000;
  const standing = new Standing(problem);
  let stage: Stage = "placing";
  let seed = options.seed;

  const tell = (): void => {
    const { placing, value } = standing.of(kind);
    onReport({ stage, best: placing, value, proof: standing.proof(kind), worstProven: standing.isWorstProven });
  };
  const offer = (placing: Placing): void => {
    if (standing.offer(placing).includes(kind)) tell();
  };
  const isAnything = problem.jobs.some(({ candidates }) => candidates.length > 0);
  const polish = (of: SearchKind, until: number): void => {
    const isOver = (): boolean => now() >= until;
    if (isOver() || !isAnything) return;
    const from = of === "least-worst" ? standing.kindest.placing : standing.of(of).placing;
    const isFirst = from.starts.every((start) => start < 0);
    search(problem, { seed: seed++, until: isOver, kind: of, onBetter: offer, ...(isFirst ? {} : { from }) });
  };

  const unit = paceOf(problem);
  polish(kind, now() + Math.min(unit, options.seconds * 250));
  if (seed === options.seed) tell();
  const frame = frameOf(problem);
  const context: Context = {
    solver,
    frame,
    conflicts: conflictsOf(problem),
    cliques: new Kept(),
    standing,
    now,
    offer,
    tell,
    polish,
  };
  const turn = (next: Stage): void => {
    stage = next;
    tell();
  };
  turn("proving");
  place(context, kind, end, unit);
  turn("sharing");
  const order = repair ? kinds.toReversed() : kinds;
  const forOrder = Math.min(options.seconds * 1000 * tidying, (end - now()) / 2);
  share(context, repair, end - forOrder, unit);
  tidy(context, order, Math.min(end, now() + forOrder));
  turn("over");
  const plans = order.map((of) => ({ kind: of, ...standing.of(of), proof: standing.proof(of) }));
  return { plans, stage, worstProven: standing.isWorstProven };
}

/** So much of the time is kept for what moves without need. */
const tidying = 0.1;

/** Milliseconds of search that are worth their time for a problem of this size. */
function paceOf({ jobs }: Problem): number {
  const starts = jobs.reduce((sum, { candidates }) => sum + candidates.length, 0);
  return Math.min(6000, Math.max(20, starts / 2));
}

/** Class after class, then the people reached: proven, or as far as there is time. */
function place(context: Context, kind: PlanKind, end: number, unit: number): void {
  const { frame, standing, now, polish } = context;
  const part = (of: number): number => now() + of * (end - now());
  const climb = (level: Level): void => {
    const before = level.best();
    prove(context, level, part(0.2));
    // What branching has found is good at one level only.
    if (level.best() !== before) polish(kind, Math.min(part(0.1), now() + unit));
  };
  for (const priority of [1, 2, 3] as const) {
    standing.boundPlaced(priority, placeable(frame, priority));
    climb(placedLevel(context, priority));
  }
  climb(reachedLevel(context));
}

/** Kind after kind: of plans that are as good, one that moves the fewest links, and those as little as can be seen. */
function tidy(context: Context, order: readonly PlanKind[], end: number): void {
  const { standing, frame, now, tell } = context;
  for (const [i, kind] of order.entries()) {
    const part = (end - now()) / (order.length - i);
    const neaten = (until: number): void => {
      const placing = tidied(frame.problem, standing.of(kind).placing, kind, () => now() >= until);
      if (standing.tidy(placing).length > 0) tell();
    };
    const until = now() + part * 0.8;
    neaten(now() + part * 0.4);
    const { placing } = standing.of(kind);
    if (isWorthwhile(context, until)) prove(context, tidyLevel(context, kind), until);
    if (standing.of(kind).placing !== placing) neaten(now() + part * 0.2);
  }
}

/** The burden, and what moves: relaxations first, as their bounds come soon; then branching, in shares of the time. */
function share(context: Context, repair: boolean, end: number, unit: number): void {
  const { standing, now, polish } = context;
  const part = (of: number): number => now() + of * (end - now());
  const isProven = (level: Level): boolean => level.bound(-Infinity);
  const better = (kind: PlanKind, level: Level, of: number): void => {
    if (!isProven(level)) polish(kind, Math.min(part(of), now() + unit));
  };
  boundPlainly(context);
  context.tell();
  if (repair) {
    prove(context, movedLevel(context), part(0.4));
    better("least-change", changeLevel(context), 0.05);
    prove(context, changeLevel(context), part(0.4));
    better("fairest", penaltyLevel(context), 0.05);
  }
  const penalty = proveByRoot(context, penaltyLevel(context), part(0.35));
  const total = proveByRoot(context, totalLevel(context), part(0.15));
  better("fairest", penaltyLevel(context), 0.1);

  if (!isProven(worstLevel(context))) {
    polish("least-worst", Math.min(part(0.05), now() + unit / 2));
    boundWorst(context, part(0.2));
  }
  // Small conferences of one day take a quarter of a minute here; with less than that at hand the others come first.
  const quarter = Math.min(end - 1000, now() + 20_000);
  proveByBranching(
    context,
    worstLevel(context),
    null,
    end - now() < 12_000 ? part(0.45) : Math.max(part(0.45), quarter),
  );
  better("least-total", totalLevel(context), 0.1);
  proveByBranching(context, totalLevel(context), total, part(0.25));
  if (!repair) {
    better("least-change", movedLevel(context), 0.1);
    prove(context, movedLevel(context), part(0.25));
  }
  proveByBranching(context, penaltyLevel(context), penalty, part(0.9));
  if (!repair) prove(context, changeLevel(context), part(0.5));
  if (standing.isProven("fairest")) proveByBranching(context, worstLevel(context), null, end);
  else polish("fairest", end);
}
