import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { solve } from "../../server/suggest/solver/engine.ts";
import { buildProblem } from "../../shared/plan/suggest/build.ts";
import { isLegal, valueOf } from "../../shared/plan/suggest/value.ts";
import { otherBound } from "../support/otherbound.ts";
import { conferenceId, zones } from "../support/planmaker.ts";
import { planInstance } from "../support/planinstances.ts";
import type { InstanceKind, InstanceOptions } from "../support/planinstances.ts";

// One instance in a thread of its own, as on the server: builds it, solves it, and says what it found and when.

export interface PlanCase {
  readonly kind: InstanceKind;
  readonly options: InstanceOptions;
  readonly seed: number;
  readonly seconds: number;
}

/** Of the best plan; seconds since the beginning (null: not within the time), penalty and hours as on the page. */
export interface PlanOutcome {
  readonly sessions: number;
  readonly placed: number;
  readonly mostPlaced: number;
  /**
   * When a plan was known: small, any; big, one that leaves out at most two more than the proof says must be. And when all
   * was placed that is placed in the end.
   */
  readonly first: number;
  readonly whole: number;
  readonly mostProven: number | null;
  readonly worst: number;
  readonly leastWorst: number | null;
  readonly worstProven: number | null;
  readonly penalty: number;
  readonly leastPenalty: number | null;
  readonly penaltyProven: number | null;
  readonly otherBound: number;
  /** The plan breaks no rule, and its value is what it was said to be. */
  readonly isTrue: boolean;
}

async function measure({ kind, options, seed, seconds }: PlanCase): Promise<PlanOutcome> {
  const plan = planInstance(kind, seed, options);
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const wish = { conferenceId, mode: "plan", days: null, occurrenceIds: null, carry: false, seconds } as const;
  const built = buildProblem(plan, zones, wish, { now: 0, released: null });
  if (!built.ok) throw new Error(`no problem: ${built.code}`);
  const { problem } = built.value;
  const placedAt: (readonly [placed: number, at: number])[] = [];
  const proven: Partial<Record<"most" | "worst" | "penalty", number>> = {};
  // By what is placed, of any plan on the way: the one that shares best need not be that in which the worst-off pays least.
  const worsts = new Map<string, number>();
  const settings = { repair: false, seconds, now: () => performance.now(), seed: 1 };
  const outcome = await solve(problem, settings, ({ value, proof, worstProven }) => {
    const placed = value.placed.reduce((sum, count) => sum + count, 0);
    if (placed > (placedAt.at(-1)?.[0] ?? 0)) placedAt.push([placed, since()]);
    if (proof.placed) proven.most ??= since();
    if (worstProven) proven.worst ??= since();
    if (proof.leastPenalty !== null && proof.leastPenalty * 60 >= value.penalty) proven.penalty ??= since();
    const hours = worstProven ? (proof.leastWorst ?? Infinity) : value.worst / 60;
    worsts.set(String(value.placed), Math.min(worsts.get(String(value.placed)) ?? Infinity, hours));
  });
  const [fairest] = outcome.plans;
  if (fairest === undefined) throw new Error("no plan");
  const { placing, proof } = fairest;
  const value = valueOf(problem, placing);
  const placed = value.placed.reduce((sum, count) => sum + count, 0);
  const reached = (count: number): number => placedAt.find(([placed]) => placed >= count)?.[1] ?? Infinity;
  return {
    sessions: problem.jobs.length,
    placed,
    mostPlaced: proof.mostPlaced,
    first: reached(kind === "small" ? 1 : proof.mostPlaced - 2),
    whole: reached(placed),
    mostProven: proven.most ?? null,
    worst: worsts.get(String(value.placed)) ?? value.worst / 60,
    leastWorst: proof.leastWorst,
    worstProven: proven.worst ?? null,
    penalty: value.penalty / 60,
    leastPenalty: proof.leastPenalty,
    penaltyProven: proven.penalty ?? null,
    otherBound: otherBound(problem, value.placed, value.penalty) / 60,
    isTrue: isLegal(problem, placing) && value.penalty === fairest.value.penalty,
  };
}

if (parentPort === null) throw new Error("this file is for a thread");
const port = parentPort;
port.postMessage(await measure(workerData as PlanCase));
