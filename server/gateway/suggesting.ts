import type { CommandId, ConferenceId } from "../../shared/ids.ts";
import { occurrencesOf, sessionOf } from "../../shared/plan/look.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { dayOutside } from "../../shared/plan/suggest/scope.ts";
import type { Suggestion, Wish } from "../../shared/plan/suggest/suggestion.ts";
import type { suggestRequests } from "../../shared/protocol/suggest.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";
import type { Handlers } from "./dispatch.ts";
import { Refused, unwrap } from "./refusal.ts";
import type { Services } from "./services.ts";

/** Searches for better link times: whose invite is for one conference sees and begins those of that conference. */
export const suggestHandlers: Pick<Handlers, keyof typeof suggestRequests> = {
  suggest: ({ commandId, wish }, { pass }, services) => orderSuggestion(wish, commandId, pass, services, "wish."),

  async stopSuggestion({ suggestionId }, { pass }, services) {
    const found = services.jobs.find(suggestionId);
    if (found === null || !seesSuggestion(pass, found)) throw new Refused("not-found");
    return stopped(found, services);
  },

  suggestion({ conferenceId }, { pass }, services) {
    return latestSuggestion(conferenceId, pass, services);
  },
};

/** Is a pass told of this suggestion? */
export function seesSuggestion(pass: PassInfo, { wish }: Suggestion): boolean {
  return reaches(pass, wish.conferenceId);
}

/**
 * Begins a search. Throws `Refused`: `not-found`, `already`, or `bad-request` with what of the wish cannot be. `within`: where
 * the wish is in what was sent.
 */
export async function orderSuggestion(
  wish: Wish,
  commandId: CommandId,
  pass: PassInfo,
  services: Services,
  within = "",
): Promise<Suggestion> {
  const { draft, jobs } = services;
  conferenceFor(wish.conferenceId, pass, services);
  const fault = faultOf(wish, draft.plan, draft.releasesOf(wish.conferenceId).length > 0);
  if (fault !== null)
    throw new Refused("bad-request", { kind: "fields", fields: [{ ...fault, path: within + fault.path }] });
  return unwrap(await jobs.suggest(wish, { commandId, passId: pass.id, author: pass.label }));
}

/** A conference's newest suggestion. Throws `not-found` for a conference that the pass does not reach. */
export function latestSuggestion(id: ConferenceId, pass: PassInfo, services: Services): Suggestion | null {
  return services.jobs.latest(conferenceFor(id, pass, services));
}

/** Stops a conference's newest, also where the conference has been removed since: others wait for it. Throws `not-found`. */
export async function stopLatest(id: ConferenceId, pass: PassInfo, services: Services): Promise<Suggestion> {
  const latest = reaches(pass, id) ? services.jobs.latest(id) : null;
  if (latest === null) throw new Refused("not-found");
  return stopped(latest, services);
}

/** Stops it; as it is then. */
async function stopped({ id }: Suggestion, { jobs }: Services): Promise<Suggestion> {
  const suggestion = await jobs.stop(id);
  if (suggestion === null) throw new Refused("not-found");
  return suggestion;
}

function reaches(pass: PassInfo, id: ConferenceId): boolean {
  return pass.conferenceId === null || pass.conferenceId === id;
}

function conferenceFor(id: ConferenceId, pass: PassInfo, { draft }: Services): ConferenceId {
  if (!reaches(pass, id) || at(draft.plan.conferences, id) === undefined) throw new Refused("not-found");
  return id;
}

interface Fault {
  readonly path: string;
  readonly why: string;
}

/** What of a wish cannot be, as far as it is seen without building the problem. */
function faultOf(wish: Wish, plan: Plan, isReleased: boolean): Fault | null {
  if (wish.mode === "repair" && !isReleased)
    return { path: "mode", why: "nothing of this conference has been released yet" };
  const all = occurrencesOf(plan, wish.conferenceId);
  const ids = new Set<string>(all.map(({ id }) => id));
  const stranger = wish.occurrenceIds?.findIndex((id) => !ids.has(id)) ?? -1;
  if (stranger >= 0) return { path: `occurrenceIds.${stranger}`, why: "is not of this conference" };
  const conference = at(plan.conferences, wish.conferenceId);
  const outside = conference === undefined ? -1 : dayOutside(wish, conference);
  if (outside >= 0) return { path: `days.${outside}`, why: "is not a day of the conference" };
  const isPlaced = all.some(
    ({ start, ...one }) => start !== null && sessionOf(plan, { start, ...one })?.state !== "cancelled",
  );
  if ((conference?.firstDay == null || conference.lastDay === null) && !isPlaced)
    return { path: "conferenceId", why: "the conference has no days, and nothing of it has a time" };
  return null;
}
