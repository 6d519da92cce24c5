import type { PassId } from "../../shared/ids.ts";
import { applyChanges, emptyPlan } from "../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../shared/plan/edits/edits.ts";
import type { EditResult, Ground } from "../../shared/plan/edits/edits.ts";
import { redoOf, undoOf } from "../../shared/plan/journal.ts";
import type { Turn } from "../../shared/plan/journal.ts";
import type { Change, Edit, Plan } from "../../shared/plan/model.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { PlanAnswer, PlanCommand, PlanCommandName } from "../../shared/protocol/plan.ts";
import { zones } from "./planmaker.ts";

type Input<Name extends PlanCommandName> = Extract<PlanCommand, { readonly name: Name }>["input"];

/** A draft with its journal, in memory: what schedulers do to a plan, one command after the other. Ids are "n1", "n2" … */
export class Desk {
  plan: Plan;
  readonly first: Plan;
  readonly edits: Edit[] = [];
  readonly #ground: Ground;
  #ids = 0;

  constructor(plan: Plan = emptyPlan, data: Zones = zones) {
    this.plan = plan;
    this.first = plan;
    this.#ground = { zones: data, now: 1_700_000_000_000, newId: () => `n${(this.#ids += 1)}` };
  }

  /** What a command would do; nothing is done. */
  decide<Name extends PlanCommandName>(name: Name, input: Input<Name>): EditResult {
    return decideEdit(this.plan, { name, input } as PlanCommand, this.#ground);
  }

  /** Does it and gives its answer. @throws if it is refused */
  do<Name extends PlanCommandName>(name: Name, input: Input<Name>, by = "a"): PlanAnswer<Name> {
    const result = this.try(name, input, by);
    if (!result.ok) throw new Error(`${name} is refused: ${JSON.stringify(result)}`);
    return result.answer as PlanAnswer<Name>;
  }

  try<Name extends PlanCommandName>(name: Name, input: Input<Name>, by = "a"): EditResult {
    const result = this.decide(name, input);
    if (result.ok && result.changes.length > 0) this.#write(name, by, result.subject, null, result.changes);
    return result;
  }

  undo(by = "a", seq: number | null = null): Turn {
    return this.#turn("undo", by, undoOf(this.edits, this.plan, by as PassId, seq));
  }

  redo(by = "a"): Turn {
    return this.#turn("redo", by, redoOf(this.edits, this.plan, by as PassId));
  }

  #turn(command: string, by: string, turn: Turn): Turn {
    if (turn.ok) this.#write(command, by, turn.subject, turn.of, turn.changes);
    return turn;
  }

  #write(command: string, by: string, subject: string, of: number | null, changes: readonly Change[]): void {
    this.plan = applyChanges(this.plan, changes);
    const seq = this.edits.length + 1;
    this.edits.push({ seq, at: seq, by: by as PassId, author: `Scheduler ${by}`, command, subject, of, changes });
  }
}
