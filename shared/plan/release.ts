import type { ConferenceId } from "../ids.ts";
import type { Plan, PlanFile } from "./model.ts";

export function changedSince(plan: Plan, file: PlanFile | null, conferenceId: ConferenceId): number {
  throw new RangeError(`${Object.keys(plan).length}${conferenceId}${file === null}`);
}
