import type { PlanCommand } from "../../protocol/plan.ts";
import type { Plan } from "../model.ts";
import { refused } from "./ground.ts";
import type { EditResult, Ground } from "./ground.ts";

export type { EditResult, Ground, InputFor, Refused } from "./ground.ts";

/** What a command changes. */
export function decideEdit(plan: Plan, command: PlanCommand, ground: Ground): EditResult {
  void plan;
  void command;
  void ground;
  return refused("bad-request");
}
