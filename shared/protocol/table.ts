import { stageCommands } from "./commands.ts";
import type { InputOf, OutputOf, ParsedOf, Request } from "./define.ts";
import type { Reply } from "./errors.ts";
import { planCommands } from "./plan.ts";
import { plannerRequests } from "./planner.ts";
import { planningRequests } from "./planning.ts";
import { sessionRequests } from "./session.ts";
import { suggestRequests } from "./suggest.ts";

/**
 * The one table of the protocol. From it come the socket's types, the server's dispatcher, the client's `call()`
 * and docs/PROTOCOL.md.
 */
export const requests = {
  ...sessionRequests,
  ...stageCommands,
  ...planningRequests,
  ...plannerRequests,
  ...suggestRequests,
  ...planCommands,
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type StageCommandName = keyof typeof stageCommands;
export type Input<Name extends RequestName> = InputOf<Requests[Name]>;
export type Parsed<Name extends RequestName> = ParsedOf<Requests[Name]>;
export type Output<Name extends RequestName> = OutputOf<Requests[Name]>;

/** The same, seen as a list: for the dispatcher and the documentation. */
export const entries = Object.entries(requests) as readonly (readonly [RequestName, Request])[];

/** socket.io's map of what pages send. */
export type ClientEvents = {
  [Name in RequestName]: (input: Input<Name>, reply: (reply: Reply<Output<Name>>) => void) => void;
};

/** What a page says of itself when its socket opens. */
export interface Handshake {
  readonly token: string;
  readonly tab: string;
  /** IANA zone as the browser tells it ("UTC" in private ones). */
  readonly zone: string;
}
