import type { PlanCommand } from "../../protocol/plan.ts";
import { conflicts } from "../conflicts.ts";
import { applyChanges } from "../edits/apply.ts";
import { decideEdit } from "../edits/edits.ts";
import { all } from "../look.ts";
import type { Plan } from "../model.ts";
import type { Zones } from "../zones.ts";

/** What becomes of a plan by a command; null: it is refused. */
export function after(plan: Plan, zones: Zones, command: PlanCommand): Plan | null {
  const result = decideEdit(plan, command, { zones, now: 0, newId: () => freeId(plan) });
  return result.ok ? applyChanges(plan, result.changes) : null;
}

/** For what is made for the trial only; after all others, so that it takes nothing from them. */
export function freeId(plan: Plan): string {
  let id = "zzzz";
  while ([plan.pools, plan.occurrences].some((things) => Object.hasOwn(things, id))) id += "z";
  return id;
}

/** The errors of all conferences, by key. */
export function errorKeys(plan: Plan, zones: Zones): ReadonlySet<string> {
  const found = all(plan.conferences).flatMap(({ id }) => conflicts(plan, zones, id));
  return new Set(found.filter(({ weight }) => weight === "error").map(({ key }) => key));
}
