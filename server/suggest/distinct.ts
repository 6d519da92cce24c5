import { sameThing } from "../../shared/plan/edits/apply.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import type { SuggestedPlan } from "../../shared/plan/suggest/suggestion.ts";

/** A plan that was found, and the same as the problem numbers things. */
export interface Found {
  readonly plan: SuggestedPlan;
  readonly placing: Placing;
}

/**
 * The plans that are worth showing side by side, in their order. Those that are the same become one, named after both only
 * where the second is proven best of its kind too: a plan that happened to be the best found so far by both aims is no
 * reason to claim the second. Of two that differ too little the later one is left out: a choice between them would be none.
 */
export function distinctPlans(
  found: readonly Found[],
  differ: (a: SuggestedPlan, b: SuggestedPlan) => boolean,
): readonly Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const same = kept.findIndex(({ plan }) => sameThing(plan.placements, one.plan.placements));
    const twin = kept[same];
    if (twin !== undefined) {
      const [first, ...rest] = twin.plan.kinds;
      const more = one.plan.proof.best ? one.plan.kinds : [];
      kept[same] = { ...twin, plan: { ...twin.plan, kinds: [first, ...rest, ...more] } };
    } else if (kept.every(({ plan }) => differ(plan, one.plan))) kept.push(one);
  }
  return kept;
}
