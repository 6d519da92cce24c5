import type { Plan } from "../model.ts";
import { groupName } from "../words/names.ts";
import type { Source } from "../words/names.ts";
import type { PlanLocale } from "../words.ts";
import { mendWords } from "../words.ts";
import type { Zones } from "../zones.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";
import type {
  GroupBurden,
  Placement,
  PlanKind,
  Reason,
  SuggestedPlan,
  Suggestion,
  Unplaced,
  Way,
} from "./suggestion.ts";
import en from "./words/en.ts";
import es from "./words/es.ts";
import type { ReasonWords, StepKey, SuggestCatalogue } from "./words/facts.ts";
import { endingOf, figureFacts, headlineFacts, plotFacts, proofFacts, stepsOf } from "./words/prooffacts.ts";
import type { StepState } from "./words/prooffacts.ts";
import { changesOf, clashFacts, moveFacts, pairsFacts, reasonFacts, widerFacts } from "./words/whyfacts.ts";

export type { ReasonWords } from "./words/facts.ts";
export type { StepState } from "./words/prooffacts.ts";

// What suggestions say, for pages, command line and HTTP alike. Nothing is called the best that is not proven so, and what
// could still be saved is never said to be less than it may be.

const catalogues: Readonly<Record<PlanLocale, SuggestCatalogue>> = { en, es };

/** One stop of the route that shows how far the search is. */
export interface StepWords {
  readonly key: StepKey;
  readonly state: StepState;
  readonly title: string;
  readonly text: string;
}

/**
 * Where a session lies ("“Opening plenary”, Friday 10 January 17:00 in Durban") and why ("An hour earlier would put Los
 * Angeles at 06:00: …"). @throws RangeError for a zone that the data do not have, as all that take a plan
 */
export function reasonWords(plan: Plan, zones: Zones, reason: Reason, locale: PlanLocale): ReasonWords {
  return catalogues[locale].reason(reasonFacts({ plan, zones }, reason));
}

/** Where a session goes: "“Opening plenary” goes from 16:15 to 17:00 on Friday 10 January in Durban: Los Angeles 07:00." */
export function placementWords(plan: Plan, zones: Zones, placement: Placement, locale: PlanLocale): string {
  return catalogues[locale].move(moveFacts({ plan, zones }, placement));
}

/** Who gains and who pays by a placement: "Los Angeles 2¼ to ¾; Chennai 0 to ¼". */
export function changeWords(plan: Plan, zones: Zones, placement: Placement, locale: PlanLocale): string {
  return catalogues[locale].changes(changesOf({ plan, zones }, placement));
}

/** Why a session finds no time. */
export function clashWords(plan: Plan, zones: Zones, unplaced: Unplaced, locale: PlanLocale): string {
  return catalogues[locale].clash(clashFacts({ plan, zones }, unplaced));
}

/** What would help it. */
export function wayWords(plan: Plan, zones: Zones, way: Way, locale: PlanLocale): string {
  const source: Source = { plan, zones };
  if (way.command === null) return catalogues[locale].pairs(pairsFacts(source, way));
  const { how, command } = way;
  // A mend is about where a session is, and this one is nowhere: so the range is said.
  if (how.kind === "wider-range" && command.name === "updateSession" && command.input.set?.range !== undefined)
    return catalogues[locale].wider(widerFacts(source, how.sessionId, command.input.set.range));
  return mendWords(plan, zones, { how, command }, locale);
}

/** What a plan changes: "Moves 5 sessions, each by an hour or less." One sentence or more. */
export function headlineWords(plan: Pick<SuggestedPlan, "placements">, locale: PlanLocale): readonly string[] {
  return catalogues[locale].headline(headlineFacts(plan));
}

/** How much is proven of a plan, or how far from the best it may be; in whole sentences, the most important first. */
export function proofWords(
  suggestion: Pick<Suggestion, "state">,
  plan: SuggestedPlan,
  locale: PlanLocale,
): readonly string[] {
  return catalogues[locale].proof(proofFacts(suggestion, plan));
}

/** The same in two or three words, beside a plan's name. */
export function plateWords(suggestion: Pick<Suggestion, "state">, plan: SuggestedPlan, locale: PlanLocale): string {
  return catalogues[locale].plate(proofFacts(suggestion, plan));
}

/** What a repair moves: "Moves 2 links; no plan moves fewer." */
export function repairWords(suggestion: Pick<Suggestion, "state">, plan: SuggestedPlan, locale: PlanLocale): string {
  return catalogues[locale].repair(proofFacts(suggestion, plan));
}

/** The number by which a plan is told from the others, and what it is. `kind`: the first of the plan's, if not said. */
export function figureWords(
  suggestion: Pick<Suggestion, "wish">,
  plan: SuggestedPlan,
  locale: PlanLocale,
  kind?: PlanKind,
): { readonly figure: string; readonly text: string } {
  return catalogues[locale].figure(figureFacts(suggestion, plan, kind));
}

/** Why there are fewer than three plans; null if there are three, or it still runs, or there is none at all. */
export function fewerWords(
  suggestion: Pick<Suggestion, "state" | "stage" | "plans">,
  locale: PlanLocale,
): string | null {
  const { plans, stage, state } = suggestion;
  if (plans.length === 0 || plans.length >= 3 || state === "running" || state === "waiting") return null;
  if (stage !== "over") return catalogues[locale].fewer(plans.length, endingOf(suggestion));
  const found = plans.reduce((sum, { kinds }) => sum + kinds.length, 0);
  return catalogues[locale].fewer(plans.length, found >= 3 ? "same" : "alike");
}

/** What has become of the search: that it runs, is over, was stopped, was interrupted by a restart, … */
export function stateWords(suggestion: Pick<Suggestion, "state" | "plans">, locale: PlanLocale): string {
  const { state, plans } = suggestion;
  return catalogues[locale].ending(state === "waiting" ? "waiting" : endingOf(suggestion), plans.length > 0);
}

/** The route: first plan, placement, sharing the hours, proof. `elapsed`: milliseconds since it began. */
export function progressWords(suggestion: Suggestion, elapsed: number, locale: PlanLocale): readonly StepWords[] {
  return stepsOf(suggestion, elapsed).map((facts) => ({
    key: facts.key,
    state: facts.state,
    ...catalogues[locale].step(facts),
  }));
}

/** "42 seconds, of at most 2 minutes" */
export function timerWords({ wish }: Pick<Suggestion, "wish">, elapsed: number, locale: PlanLocale): string {
  return catalogues[locale].timer(Math.min(wish.seconds, Math.floor(elapsed / 1000)), wish.seconds);
}

/** What the plot shows, for those who do not see it; empty as long as there is no plan. */
export function plotWords(suggestion: Suggestion, elapsed: number, locale: PlanLocale): string {
  const facts = plotFacts(suggestion, elapsed);
  return facts === null ? "" : catalogues[locale].plot(facts);
}

/** A group's bar: "Los Angeles: 3¼ hours, of which 2¼ unavoidable". */
export function barWords(plan: Plan, zones: Zones, burden: GroupBurden, locale: PlanLocale): string {
  return catalogues[locale].bar(groupName({ plan, zones }, burden.groupId), burden.burden, burden.unavoidable);
}

/** A row of the ledger: "Chennai pays 2¾ hours, after 4 hours before (Spring 4): 6¾ hours in all." */
export function ledgerWords(
  plan: Plan,
  zones: Zones,
  { conferences }: Pick<Ledger, "conferences">,
  row: LedgerRow,
  locale: PlanLocale,
): string {
  const by = row.by.map((hours, i) => ({ conference: conferences[i]?.name ?? "", hours }));
  const group = groupName({ plan, zones }, row.groupId);
  return catalogues[locale].ledger({ group, by, carried: row.carried, total: row.total });
}
