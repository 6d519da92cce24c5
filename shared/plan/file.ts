import type { ConferenceId } from "../ids.ts";
import type { Plan, PlanFile } from "./model.ts";

/** plan.json of a conference. @throws RangeError for a conference that the plan does not have. */
export function planFile(plan: Plan, conferenceId: ConferenceId): PlanFile {
  throw new RangeError(`${Object.keys(plan).length}${conferenceId}`);
}
