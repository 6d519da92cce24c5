import type { ConferenceId } from "../../shared/ids.ts";
import { planFile } from "../../shared/plan/file.ts";
import type { PlanFile } from "../../shared/plan/model.ts";
import type { Suggestion, Wish } from "../../shared/plan/suggest/suggestion.ts";
import { newCommandId, openCaller } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { planInstance } from "./planinstances.ts";
import type { InstanceKind, InstanceOptions } from "./planinstances.ts";
import { conferenceId } from "./planmaker.ts";
import { valueOf } from "./session.ts";

/** An instance of that size as a plan.json with identities of its own, so that a server can have several. `id`: the conference's. */
export function instanceFile(kind: InstanceKind, seed: number, id: string, options: InstanceOptions = {}): PlanFile {
  const own = (identity: unknown): unknown =>
    typeof identity !== "string" ? identity : identity === conferenceId ? id : `${id}-${identity}`;
  const marked = JSON.stringify(planFile(planInstance(kind, seed, options), conferenceId), (key, value: unknown) => {
    if ((key === "after" || key === "personIds") && Array.isArray(value)) return value.map(own);
    return key === "id" || key.endsWith("Id") ? own(value) : value;
  });
  return JSON.parse(marked) as PlanFile;
}

export async function importFile(caller: Caller, file: PlanFile): Promise<void> {
  valueOf(await caller.send("importPlan", { commandId: newCommandId(), file }));
}

/** A page that has the planner open, and hears of suggestions. */
export interface Follower {
  readonly caller: Caller;
  /** All that it was told, in order. */
  readonly told: readonly Suggestion[];
  /** The first that fits, among what it was told of that suggestion and what it will be told. */
  until(id: string, fits: (suggestion: Suggestion) => boolean): Promise<Suggestion>;
}

export async function openFollower(inviteUrl: string, token?: string): Promise<Follower> {
  const caller = await openCaller(inviteUrl, token === undefined ? {} : { token });
  const told: Suggestion[] = [];
  caller.socket.on("suggestion", (suggestion: Suggestion) => void told.push(suggestion));
  valueOf(await caller.call("planner", {}));
  return {
    caller,
    told,
    async until(id, fits) {
      const wanted = (suggestion: Suggestion): boolean => suggestion.id === id && fits(suggestion);
      const known = told.find(wanted);
      if (known !== undefined) return known;
      const [found] = await caller.notice("suggestion", wanted);
      return found;
    },
  };
}

/** Asks for a suggestion, as a page does. */
export async function ask(
  caller: Caller,
  id: string,
  wish: Partial<Omit<Wish, "conferenceId">> = {},
): Promise<Suggestion> {
  const { days = null, occurrenceIds = null, ...rest } = wish;
  const asked = {
    conferenceId: id as ConferenceId,
    days: days && [...days],
    occurrenceIds: occurrenceIds && [...occurrenceIds],
    ...rest,
  };
  return valueOf(await caller.call("suggest", { commandId: newCommandId(), wish: asked }));
}

export async function stop(caller: Caller, { id }: Pick<Suggestion, "id">): Promise<Suggestion> {
  return valueOf(await caller.call("stopSuggestion", { commandId: newCommandId(), suggestionId: id }));
}

export async function latest(caller: Caller, id: string): Promise<Suggestion | null> {
  return valueOf(await caller.call("suggestion", { conferenceId: id }));
}
