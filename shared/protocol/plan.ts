import type { InputOf, OutputOf, ParsedOf } from "./define.ts";
import { draftCommands } from "./plan/draft.ts";
import type { Done } from "./plan/edit.ts";
import { peopleCommands } from "./plan/people.ts";
import { placeCommands } from "./plan/places.ts";
import { placingCommands } from "./plan/placing.ts";
import { sessionCommands } from "./plan/sessions.ts";

export { conflictKey } from "./plan/edit.ts";
export type { Done } from "./plan/edit.ts";

/** The edits of the plan, on the socket and over HTTP. Every one can be undone but `release` and `chooseZoneData`'s choice of data. */
export const planCommands = {
  ...placeCommands,
  ...peopleCommands,
  ...sessionCommands,
  ...placingCommands,
  ...draftCommands,
} as const;

export type PlanCommands = typeof planCommands;
export type PlanCommandName = keyof PlanCommands;
export type PlanInput<Name extends PlanCommandName> = InputOf<PlanCommands[Name]>;
export type PlanParsed<Name extends PlanCommandName> = ParsedOf<PlanCommands[Name]>;
export type PlanAnswer<Name extends PlanCommandName> =
  OutputOf<PlanCommands[Name]> extends Done<infer Value> ? Value : never;

/** A command as data, without the envelope: what a mend is, and what `POST /api/commands` takes beside it. */
export type PlanCommand = {
  [Name in PlanCommandName]: {
    readonly name: Name;
    readonly input: Omit<PlanInput<Name>, "commandId" | "baseSeq">;
  };
}[PlanCommandName];
