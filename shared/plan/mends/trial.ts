import type { PlanCommand } from "../../protocol/plan.ts";
import type { Conflict } from "../conflict.ts";
import { conflicts } from "../conflicts.ts";
import { applyChanges } from "../edits/apply.ts";
import { decideEdit } from "../edits/edits.ts";
import { all } from "../look.ts";
import type { Plan } from "../model.ts";
import { worldOf } from "../world.ts";
import type { World } from "../world.ts";
import type { Zones } from "../zones.ts";

/**
 * Tries what may end a conflict: the command is done to the plan, and all conflicts of all conferences are looked for
 * anew. It mends if the conflict is gone and no other, error or warning, is new.
 */
export class Trial {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly conflict: Conflict;
  readonly world: World;
  readonly #before: ReadonlySet<string>;
  #ended = false;

  constructor(plan: Plan, zones: Zones, conflict: Conflict) {
    this.plan = plan;
    this.zones = zones;
    this.conflict = conflict;
    this.world = worldOf(plan, zones);
    this.#before = this.#keysOf(plan);
  }

  /** Whether something has ended the conflict so far, be it at the price of another. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Of some conflicts: is the one that is to end not among them, and is none new? */
  isFree(found: Iterable<string>): boolean {
    let isGone = true;
    let isNew = false;
    for (const key of found) {
      if (key === this.conflict.key) isGone = false;
      else if (!this.#before.has(key)) isNew = true;
    }
    if (isGone) this.#ended = true;
    return isGone && !isNew;
  }

  mends(command: PlanCommand): boolean {
    const result = decideEdit(this.plan, command, { zones: this.zones, now: 0, newId: () => this.#freeId() });
    return result.ok && this.isFree(this.#keysOf(applyChanges(this.plan, result.changes)));
  }

  #keysOf(plan: Plan): ReadonlySet<string> {
    return new Set(all(plan.conferences).flatMap(({ id }) => conflicts(plan, this.zones, id).map(({ key }) => key)));
  }

  /** For a thing that is made for the trial only; after all others, so that it takes nothing from them. */
  #freeId(): string {
    let id = "zzzz";
    while (Object.hasOwn(this.plan.pools, id)) id += "z";
    return id;
  }
}
