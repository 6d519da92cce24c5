import type { Conflict, Mend, Mends, TroubleKind } from "./conflict.ts";
import type { Plan } from "./model.ts";
import { conflictFacts } from "./words/conflictfacts.ts";
import type { ConflictOf } from "./words/conflictfacts.ts";
import en from "./words/en.ts";
import es from "./words/es.ts";
import type { Catalogue, ConflictWords, How } from "./words/facts.ts";
import { mendFacts } from "./words/mendfacts.ts";
import type { HowOf } from "./words/mendfacts.ts";
import type { Source } from "./words/names.ts";
import type { Zones } from "./zones.ts";

export type { ConflictWords } from "./words/facts.ts";

/** The languages in which conflicts and mends are said. */
export type PlanLocale = "en" | "es";

const catalogues: Readonly<Record<PlanLocale, Catalogue>> = { en, es };

/**
 * A conflict in whole sentences: what, whom, when and in which city's time. `plan` is the one that has the conflict.
 * @throws RangeError for a zone that the data do not have
 */
export function conflictWords(plan: Plan, zones: Zones, conflict: Conflict, locale: PlanLocale): ConflictWords {
  return tell({ plan, zones }, conflict.kind, conflict, catalogues[locale]);
}

/** What a mend would do, in a sentence. `plan` is the one before it. @throws RangeError as `conflictWords` */
export function mendWords(plan: Plan, zones: Zones, mend: Mend, locale: PlanLocale): string {
  return tellMend({ plan, zones }, mend.how.kind, mend.how, catalogues[locale]);
}

/** Why nothing mends a conflict; empty if something does. */
export function noMendWords(mends: Mends, locale: PlanLocale): string {
  return mends.why === null ? "" : catalogues[locale].none[mends.why];
}

function tell<Kind extends TroubleKind>(
  source: Source,
  kind: Kind,
  conflict: ConflictOf[Kind],
  catalogue: Catalogue,
): ConflictWords {
  return catalogue.conflicts[kind](conflictFacts[kind](source, conflict));
}

function tellMend<Kind extends How["kind"]>(
  source: Source,
  kind: Kind,
  how: HowOf[Kind],
  catalogue: Catalogue,
): string {
  return catalogue.mends[kind](mendFacts[kind](source, how));
}
