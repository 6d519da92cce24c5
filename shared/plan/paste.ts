import type { ConferenceId } from "../ids.ts";
import type { Plan } from "./model.ts";
import type { PastedTable } from "./paste/model.ts";
import type { Zones } from "./zones.ts";

export type {
  CellProblem,
  ColumnName,
  PasteProblem,
  PastedRow,
  PastedSession,
  PastedTable,
} from "./paste/model.ts";

/** Reads a table of sessions; it can be pasted if neither it nor a row of it has a problem. */
export function readTable(text: string, plan: Plan, zones: Zones, conferenceId: ConferenceId): PastedTable {
  throw new Error(`${text}${Object.keys(plan).length}${zones.version}${conferenceId}`);
}
