import { z } from "zod";
import type { ConferenceId } from "../../../shared/ids.ts";
import type { Role } from "../../../shared/protocol/define.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { commandId, conferenceId } from "../../../shared/protocol/schemas.ts";
import { suggestRequests, wish } from "../../../shared/protocol/suggest.ts";
import { suggestion } from "../../../shared/protocol/suggestanswers.ts";
import type { SuggestionAnswer } from "../../../shared/protocol/suggestanswers.ts";
import type { PassInfo } from "../../../shared/protocol/views.ts";
import { newId } from "../../ids.ts";
import type { Reckoned } from "../../reckon/reckoner.ts";
import { fieldsOf, Refused } from "../refusal.ts";
import type { Services } from "../services.ts";
import { orderSuggestion, stopLatest } from "../suggesting.ts";
import { reckoned } from "./reads.ts";
import type { Route } from "./routes.ts";

/** Something that is set going or stopped: neither a command of the plan nor a read. */
export interface Order extends Omit<Route, "who" | "etag"> {
  readonly who: readonly Role[];
  /** Null: it takes no body. */
  readonly body: z.ZodType | null;
  readonly errors: readonly ErrorCode[];
}

export const orders = {
  suggest: {
    path: "/api/suggest",
    who: suggestRequests.suggest.who,
    doc: "Looks for better link times. It goes on after the answer: read the conference’s `suggestion` until its `state` is `done`.",
    parameters: {},
    body: z.strictObject({ ...wish.shape, commandId: commandId.optional() }),
    returns: suggestion,
    errors: suggestRequests.suggest.errors,
  },
  stopSuggestion: {
    path: "/api/conferences/{conferenceId}/suggestion/stop",
    who: suggestRequests.stopSuggestion.who,
    doc: "Stops the conference’s search and keeps the best plan so far. One that is over stays as it is.",
    parameters: { conferenceId: { in: "path", schema: conferenceId, doc: "The conference's id." } },
    body: null,
    returns: suggestion,
    errors: suggestRequests.stopSuggestion.errors,
  },
} as const satisfies Readonly<Record<string, Order>>;

export type OrderName = keyof typeof orders;

/** The same as a list, each with its name. */
export const orderList: readonly (Order & { readonly name: OrderName })[] = Object.entries(orders).map(
  ([name, order]) => ({ name: name as OrderName, ...order }),
);

interface Asked {
  readonly pass: PassInfo;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

type Does = { readonly [Name in OrderName]: (asked: Asked, services: Services) => Promise<Reckoned<SuggestionAnswer>> };

/** What each order does, and answers. Throws `Refused`. */
export const doing: Does = {
  async suggest({ pass, body }, services) {
    const parsed = orders.suggest.body.safeParse(body);
    if (!parsed.success) throw new Refused("bad-request", fieldsOf(parsed.error));
    const { commandId: given, ...asked } = parsed.data;
    const begun = await orderSuggestion(asked, given ?? newId<"CommandId">(), pass, services);
    return reckoned(services.quickReckoner.ask("bareSuggestion", "en", { suggestion: begun }));
  },

  async stopSuggestion({ pass, parameters }, services) {
    // The path's schema has looked at it.
    const suggested = await stopLatest((parameters["conferenceId"] ?? "") as ConferenceId, pass, services);
    return reckoned(services.quickReckoner.ask("bareSuggestion", "en", { suggestion: suggested }));
  },
};
