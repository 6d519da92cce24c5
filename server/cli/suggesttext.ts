import type { Plan } from "../../shared/plan/model.ts";
import { ledgerOf } from "../../shared/plan/suggest/ledger.ts";
import { withPlacements } from "../../shared/plan/suggest/placing.ts";
import type { PlanKind, SuggestedPlan, Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import * as say from "../../shared/plan/suggest/words.ts";
import type { PlanLocale } from "../../shared/plan/words.ts";
import type { Zones } from "../../shared/plan/zones.ts";

/** The few words that a page says by its layout. */
const catalogues: Readonly<Record<PlanLocale, Labels>> = {
  en: {
    kinds: { fairest: "Fairest", "least-total": "Least total", "least-change": "Least change" },
    burden: "Burden",
    before: (hours) => `before: ${hours}`,
    placements: "What moves",
    reasons: "Why there",
    unplaced: "Not placed",
    ways: "What would help",
    ledger: "With earlier conferences",
    none: "No plan was found.",
  },
  es: {
    kinds: { fairest: "La más justa", "least-total": "Menor total", "least-change": "Menos cambios" },
    burden: "Carga",
    before: (hours) => `antes: ${hours}`,
    placements: "Qué cambia",
    reasons: "Por qué ahí",
    unplaced: "Sin hora",
    ways: "Qué ayudaría",
    ledger: "Con conferencias anteriores",
    none: "No se encontró ningún plan.",
  },
};

interface Labels {
  readonly kinds: Readonly<Record<PlanKind, string>>;
  readonly burden: string;
  readonly before: (hours: string) => string;
  readonly placements: string;
  readonly reasons: string;
  readonly unplaced: string;
  readonly ways: string;
  readonly ledger: string;
  readonly none: string;
}

/** Of each plan so many reasons are printed; all are in the JSON. */
const mostReasons = 12;

interface Told {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly locale: PlanLocale;
}

/** A suggestion as a text for people. */
export function suggestionText(suggestion: Suggestion, told: Told): string {
  const { plan, zones, locale } = told;
  const labels = catalogues[locale];
  const { plans, unplaced } = suggestion;
  const fewer = say.fewerWords(suggestion, locale);
  const clashes = unplaced.flatMap((one) => [
    say.clashWords(plan, zones, one, locale),
    ...one.ways.map(
      (way, index) => `${index === 0 ? `${labels.ways}: ` : ""}${say.wayWords(plan, zones, way, locale)}`,
    ),
  ]);
  return [
    say.stateWords(suggestion, locale),
    ...(plans.length === 0 ? [labels.none] : []),
    ...plans.map((one) => planText(suggestion, one, told)),
    ...(clashes.length === 0 ? [] : [titled(labels.unplaced, clashes)]),
    ...(fewer === null ? [] : [fewer]),
    ...ledgerText(suggestion, told),
  ].join("\n\n");
}

/** One line of how far a search is. `elapsed`: milliseconds. */
export function progressText(suggestion: Suggestion, elapsed: number, locale: PlanLocale): string {
  const steps = say.progressWords(suggestion, elapsed, locale);
  const step = steps.find(({ state }) => state === "here") ?? steps.findLast(({ state }) => state === "done");
  const plot = say.plotWords(suggestion, elapsed, locale);
  const title = step === undefined ? "" : `${step.title}: ${step.text}.`;
  return [title, plot].filter((part) => part !== "").join(" ");
}

function planText(suggestion: Suggestion, suggested: SuggestedPlan, { plan, zones, locale }: Told): string {
  const labels = catalogues[locale];
  const name = suggested.kinds.map((kind) => labels.kinds[kind]).join(" · ");
  const { figure, text } = say.figureWords(suggestion, suggested, locale);
  const reasons = suggested.reasons.slice(0, mostReasons).map((reason) => {
    const { about, text: why } = say.reasonWords(plan, zones, reason, locale);
    return `${about}: ${why}`;
  });
  return [
    `${name.toUpperCase()}: ${figure} ${text}`,
    ...say.headlineWords(suggested, locale),
    ...say.proofWords(suggestion, suggested, locale),
    ...listed(
      labels.burden,
      suggested.burdens.map((burden) => say.barWords(plan, zones, burden, locale)),
    ),
    ...listed(
      labels.placements,
      suggested.placements.map((placement) => say.placementWords(plan, zones, placement, locale)),
    ),
    ...listed(labels.reasons, reasons),
  ].join("\n");
}

/** By the first of the plans; there is nothing to add up if there is none. */
function ledgerText({ wish, plans }: Suggestion, { plan, zones, locale }: Told): readonly string[] {
  const [first] = plans;
  if (first === undefined) return [];
  const suggested = withPlacements(plan, first.placements);
  const ledger = ledgerOf(suggested, zones, wish.conferenceId);
  if (ledger.conferences.length < 2) return [];
  const labels = catalogues[locale];
  const rows = ledger.rows.map((row) => say.ledgerWords(suggested, zones, ledger, row, locale));
  return listed(`${labels.ledger} (${labels.kinds[first.kinds[0]]})`, rows);
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [titled(title, lines)];
}

function titled(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}
