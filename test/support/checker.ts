import type { Plan } from "../../shared/plan/model.ts";
import { alone } from "./checkeralone.ts";
import type { Fact } from "./checkerfacts.ts";
import { later, placedOf } from "./checkerplan.ts";
import { shared, together } from "./checkershared.ts";
import type { Clock } from "./checkertime.ts";

export { factOf } from "./checkerfacts.ts";

/**
 * A second opinion on a plan's conflicts. It shares types with `shared/plan` and nothing else: it looks at every step of
 * time there is, asks of each what happens in it, and knows no intervals. Slow, and so simple that one can see it is right.
 *
 * Every fact of a conference's plan, sorted. `clock`: whoever knows the zones.
 */
export function factsOf(plan: Plan, clock: Clock, conferenceId: string): readonly Fact[] {
  const placed = placedOf(plan);
  const mine = new Set(placed.filter(({ session }) => session.conferenceId === conferenceId).map(({ id }) => id));
  const found: { readonly ids: readonly string[]; readonly fact: Fact }[] = [];
  const say = (ids: readonly string[], line: Fact): void => {
    found.push({ ids, fact: line });
  };

  for (const one of placed) {
    for (const line of alone(plan, clock, one)) say([one.id], line);
    for (const other of placed)
      if (later(one, other)) for (const line of together(plan, one, other)) say([one.id, other.id], line);
    for (const { ids, line } of shared(plan, one, placed)) say([one.id, ...ids], line);
  }
  return found
    .filter(({ ids }) => ids.some((id) => mine.has(id)))
    .map(({ fact: line }) => line)
    .toSorted();
}
