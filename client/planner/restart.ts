import type { OccurrenceId } from "../../shared/ids.ts";
import type { Plan, StartInput } from "../../shared/plan/model.ts";
import type { PlanCommand } from "../../shared/protocol/plan.ts";
import { at } from "../../shared/record.ts";
import { firstOccurrence } from "./days.ts";

/** The one start that a command brings; null: it brings none. */
export function startIn(command: PlanCommand): StartInput | null {
  switch (command.name) {
    case "moveOccurrence":
    case "createSession":
    case "addOccurrence":
      return asked(command.input.start);
    case "updateSession":
      return asked(command.input.at?.start);
    default:
      return null;
  }
}

const asked = (start: { wall: string; zone: string; offset?: number | null | undefined } | null | undefined) =>
  start ? { wall: start.wall, zone: start.zone, offset: start.offset ?? null } : null;

/** The same command with another start. */
export function withStart(command: PlanCommand, start: StartInput): PlanCommand {
  switch (command.name) {
    case "moveOccurrence":
      return { name: command.name, input: { ...command.input, start } };
    case "createSession":
      return { name: command.name, input: { ...command.input, start } };
    case "addOccurrence":
      return { name: command.name, input: { ...command.input, start } };
    case "updateSession": {
      const { at: where } = command.input;
      return where ? { name: command.name, input: { ...command.input, at: { ...where, start } } } : command;
    }
    default:
      return command;
  }
}

/** The occurrence that a command is about, for "show it"; null: it is about something else, or that is gone. */
export function occurrenceIn(plan: Plan, command: PlanCommand): OccurrenceId | null {
  const { input } = command;
  const id =
    "occurrenceId" in input && typeof input.occurrenceId === "string"
      ? input.occurrenceId
      : "sessionId" in input && typeof input.sessionId === "string"
        ? firstOccurrence(plan, input.sessionId)
        : null;
  return id === null ? null : (at(plan.occurrences, id)?.id ?? null);
}
