import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import * as say from "../../../shared/plan/suggest/words.ts";
import type { GroupBurden, SuggestedPlan, Suggestion, Unplaced } from "../../../shared/plan/suggest/suggestion.ts";
import { at } from "../../../shared/record.ts";
import { language } from "../../i18n/language.ts";
import type { Board } from "../contract.ts";
import { words } from "./words.ts";

// What command line and HTTP say too, in the page's language.

/** How many of the worst-off are named. */
const mostNamed = 3;

/** "Worst off: Los Angeles, Pacific coast."; empty where nobody pays. */
export function worstOff({ plan }: Board, { burdens, worst }: SuggestedPlan): string {
  if (worst <= 0) return "";
  const names = burdens
    .filter(({ burden }) => burden === worst)
    .map(({ groupId }) => at(plan.value.groups, groupId)?.name ?? groupId);
  return words().result.worst(names.slice(0, mostNamed), Math.max(0, names.length - mostNamed));
}

export interface Said {
  readonly occurrenceId: OccurrenceId;
  readonly start: Instant;
  /** Where it lies. */
  readonly about: string;
  readonly text: string;
}

/** Those that tell most first. What is no longer in the draft is passed over. */
export function reasonsOf({ plan, zones }: Board, { reasons }: SuggestedPlan): readonly Said[] {
  return reasons.flatMap((reason) => {
    const { occurrenceId, start } = reason;
    if (at(plan.value.occurrences, occurrenceId) === undefined) return [];
    return [{ occurrenceId, start, ...say.reasonWords(plan.value, zones.value, reason, language.value) }];
  });
}

export const clashText = ({ plan, zones }: Board, unplaced: Unplaced): string =>
  say.clashWords(plan.value, zones.value, unplaced, language.value);

export const wayText = ({ plan, zones }: Board, way: Unplaced["ways"][number]): string =>
  say.wayWords(plan.value, zones.value, way, language.value);

export const barText = ({ zones }: Board, plan: Plan, burden: GroupBurden): string =>
  say.barWords(plan, zones.value, burden, language.value);

/** "Moves 5 sessions, each by an hour or less." In a repair what must move, too. */
export function headlineOf(suggestion: Suggestion, plan: SuggestedPlan): readonly string[] {
  const moves = say.headlineWords(plan, language.value);
  return suggestion.wish.mode === "repair" ? [...moves, repairText(suggestion, plan)] : moves;
}

/** Of a repair: what it moves, and what must move. */
export const repairText = (suggestion: Suggestion, plan: SuggestedPlan): string =>
  say.repairWords(suggestion, plan, language.value);

export const proofText = (suggestion: Suggestion, plan: SuggestedPlan): string =>
  say.proofWords(suggestion, plan, language.value).join(" ");

export const plateText = (suggestion: Suggestion, plan: SuggestedPlan): string =>
  say.plateWords(suggestion, plan, language.value);

export const figureOf = (
  suggestion: Suggestion,
  plan: SuggestedPlan,
): { readonly figure: string; readonly text: string } => say.figureWords(suggestion, plan, language.value);

/** Empty where there is nothing to say. */
export const fewerText = (suggestion: Suggestion): string => say.fewerWords(suggestion, language.value) ?? "";

export const endingText = (suggestion: Suggestion): string => say.stateWords(suggestion, language.value);

/** The stops of the route. `elapsed`: milliseconds. */
export const stagesOf = (suggestion: Suggestion, elapsed: number): readonly say.StepWords[] =>
  say.progressWords(suggestion, elapsed, language.value);

export const timerText = (suggestion: Suggestion, elapsed: number): string =>
  say.timerWords(suggestion, elapsed, language.value);

export const plotLabel = (suggestion: Suggestion, elapsed: number): string =>
  say.plotWords(suggestion, elapsed, language.value);
