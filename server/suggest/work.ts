import { performance } from "node:perf_hooks";
import type { Plan, PlanFile } from "../../shared/plan/model.ts";
import { buildProblem } from "../../shared/plan/suggest/build.ts";
import type { Built } from "../../shared/plan/suggest/build.ts";
import { differs } from "../../shared/plan/suggest/differ.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import type { PlanKind, ProgressPoint } from "../../shared/plan/suggest/suggestion.ts";
import { suggestedPlan } from "../../shared/plan/suggest/summary.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { distinctPlans } from "./distinct.ts";
import { explained } from "./explaining.ts";
import type { Explaining } from "./explaining.ts";
import type { FromThread, Order } from "./messages.ts";
import { Outbox } from "./outbox.ts";
import { solve } from "./solver/engine.ts";
import type { Outcome, Report } from "./solver/engine.ts";

/** What a thread works on, put together again. */
export interface Work extends Omit<Order, "released" | "zones"> {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly released: PlanFile | null;
}

type Say = (message: FromThread) => void;

/** Milliseconds that say nothing about the time of day. */
const now = (): number => performance.now();

/** Looks for the best plans of a wish and says what it has found, as it finds it. */
export async function search(work: Work, say: Say): Promise<void> {
  const began = now();
  const built = builtOf(work, say);
  if (built === null) return;
  say({ kind: "begun", before: built.beforeValue });
  const repair = work.wish.mode === "repair";
  const kind: PlanKind = repair ? "least-change" : "fairest";

  const outbox = new Outbox(now);
  let newest: Report | null = null;
  let said: Placing | null = null;
  const tell = (report: Report): void =>
    outbox.offer(() => {
      said = report.best;
      const plan = suggestedPlan(built, report.best, [kind], report.proof, []);
      say({ kind: "best", plan, placing: report.best, point: pointOf(report, now() - began) });
    });
  const seconds = Math.max(1, work.wish.seconds - (now() - began) / 1000);
  const clock = (): number => {
    outbox.breathe();
    return now();
  };
  const outcome = await solve(built.problem, { repair, seconds, now: clock, seed: work.seed }, (report) => {
    const isLate = report.best === newest?.best && report.best !== said;
    const isTurn = report.stage !== newest?.stage;
    newest = report;
    tell(report);
    // A plan that nobody has heard of yet, and the solver goes on to something else: that may block it for long.
    if (isLate || isTurn) outbox.flush();
  });

  const found = distinctPlans(plansOf(built, outcome), (a, b) => differs(built.plan, a.placements, b.placements));
  const point = newest === null ? null : { ...pointOf(newest, now() - began), stage: "over" as const };
  const placings = found.map(({ placing }) => placing);
  say({ kind: "found", stage: "over", point, plans: found.map(({ plan }) => plan), placings });
  say({ kind: "explained", ...(await explained(explainingOf(work, built), placings)) });
}

/** Explains plans of a search that was stopped before it came to that. */
export async function explain(work: Work, placings: readonly Placing[], say: Say): Promise<void> {
  const built = builtOf(work, say);
  if (built !== null) say({ kind: "explained", ...(await explained(explainingOf(work, built), placings)) });
}

function explainingOf({ zones, now: instant, released }: Work, built: Built): Explaining {
  return { built, zones, ground: { now: instant, released }, now };
}

function builtOf({ plan, zones, wish, now: instant, released }: Work, say: Say): Built | null {
  const built = buildProblem(plan, zones, wish, { now: instant, released });
  if (built.ok) return built.value;
  say({ kind: "refused", code: built.code });
  return null;
}

function plansOf(built: Built, { plans }: Outcome) {
  return plans.map(({ kind, placing, proof }) => ({ placing, plan: suggestedPlan(built, placing, [kind], proof, []) }));
}

/** `at`: milliseconds since the search began. */
function pointOf({ stage, value, proof }: Report, at: number): ProgressPoint {
  const { placed, total, worst, penalty } = value;
  return {
    at: Math.round(at),
    stage,
    placed: placed[0] + placed[1] + placed[2],
    total: total / 60,
    worst: worst / 60,
    penalty: penalty / 60,
    leastTotal: proof.leastTotal,
    leastPenalty: proof.leastPenalty,
  };
}
