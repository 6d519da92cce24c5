import { placementsInput } from "../../shared/plan/suggest/placing.ts";
import type { Suggestion, SuggestedPlan, Unplaced, Way } from "../../shared/plan/suggest/suggestion.ts";
import {
  barWords,
  clashWords,
  headlineWords,
  placementWords,
  proofWords,
  reasonWords,
  stateWords,
  wayWords,
} from "../../shared/plan/suggest/words.ts";
import type { PlanCommand } from "../../shared/protocol/plan.ts";
import type { SuggestionAnswer } from "../../shared/protocol/suggestanswers.ts";
import type { Told } from "./answers.ts";

/** A suggestion as scripts are told it, in the words of the draft as it is now: that may have gone on since. */
export function suggestionAnswer(suggestion: Suggestion, told: Told): SuggestionAnswer {
  const { wish, plans, unplaced, progress } = suggestion;
  const { days, occurrenceIds } = wish;
  return {
    ...suggestion,
    text: stateWords(suggestion, told.locale),
    wish: { ...wish, days: days && [...days], occurrenceIds: occurrenceIds && [...occurrenceIds] },
    progress: [...progress],
    plans: plans.map((plan) => planAnswer(suggestion, plan, told)),
    unplaced: unplaced.map((one) => unplacedAnswer(one, told)),
  };
}

function planAnswer(suggestion: Suggestion, suggested: SuggestedPlan, { plan, zones, locale }: Told) {
  const { kinds, burdens, placements, reasons } = suggested;
  const { conferenceId } = suggestion.wish;
  return {
    ...suggested,
    kinds: [...kinds],
    text: [...headlineWords(suggested, locale), ...proofWords(suggestion, suggested, locale)],
    burdens: burdens.map((burden) => ({ ...burden, text: barWords(plan, zones, burden, locale) })),
    placements: placements.map((placement) => ({
      ...placement,
      playback: [...placement.playback],
      text: placementWords(plan, zones, placement, locale),
    })),
    reasons: reasons.map((reason) => {
      const { occurrenceId, kind } = reason;
      return { occurrenceId, kind, ...reasonWords(plan, zones, reason, locale) };
    }),
    take: commandOf({ name: "placeOccurrences", input: { conferenceId, ...placementsInput(placements) } }),
  };
}

function unplacedAnswer(unplaced: Unplaced, { plan, zones, locale }: Told) {
  const { occurrenceId, smallest, ways } = unplaced;
  return {
    occurrenceId,
    smallest,
    text: clashWords(plan, zones, unplaced, locale),
    ways: ways.map((way) => ({ text: wayWords(plan, zones, way, locale), commands: commandsOf(way) })),
  };
}

function commandsOf(way: Way) {
  return (way.command === null ? way.commands : [way.command]).map(commandOf);
}

function commandOf({ name, input }: PlanCommand) {
  return { name, input: { ...input } };
}
