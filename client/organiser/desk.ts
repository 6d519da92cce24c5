import { effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { ConferenceId } from "../../shared/ids.ts";
import type { PlanAnswer, PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { planningRequests } from "../../shared/protocol/planning.ts";
import type { Input, Output, RequestName } from "../../shared/protocol/table.ts";
import type { InviteView, OrganiserPlan } from "../../shared/protocol/views.ts";
import { CallError } from "../session/contract.ts";
import type { Connection } from "../session/contract.ts";
import { keepConference, lastConference } from "../session/lastconference.ts";
import { randomId } from "../session/tab.ts";
import { ticking } from "../ui/ticking.ts";

/** Requests of this page that change something. */
type Change = Exclude<keyof typeof planningRequests, "plan">;

/** What a browser is shown once: the link of a new invite, or a token for scripts. */
export interface Fresh {
  readonly invite: InviteView;
  readonly secret: string;
}

/** What all parts of the organiser's page work on. */
export interface Desk {
  readonly connection: Connection;
  /** The server's time in whole seconds. */
  readonly time: ReadonlySignal<number>;
  readonly plan: ReadonlySignal<OrganiserPlan | null>;
  /** The plan could not be fetched. */
  readonly failure: ReadonlySignal<unknown>;
  /** The conference that is shown; null: the first. */
  readonly chosen: Signal<ConferenceId | null>;
  /** The invite or token whose secret is on the page. */
  readonly fresh: Signal<Fresh | null>;
  /**
   * Sends a change. The same input after a failure is sent under the same id: an answer that was lost on the way
   * does not make a second room.
   */
  change<Name extends Change>(name: Name, input: Omit<Input<Name>, "commandId">): Promise<Output<Name>>;
  /** An edit of the draft, by the same rule. */
  edit<Name extends PlanCommandName>(
    name: Name,
    input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
  ): Promise<PlanAnswer<Name>>;
  /** The whole draft as it is now. */
  draft(): Promise<PlannerView>;
}

export function openDesk(connection: Connection): Desk {
  const plan = signal<OrganiserPlan | null>(null);
  const failure = signal<unknown>(null);
  const chosen = signal<ConferenceId | null>(lastConference());
  effect(() => {
    if (chosen.value !== null) keepConference(chosen.value);
  });
  const unanswered = new Map<string, string>();

  connection.on("plan", (next) => {
    plan.value = next;
  });
  // After every lost line: what happened meanwhile was told to nobody.
  effect(() => {
    if (connection.welcome.value !== null) void fetchPlan();
  });

  async function fetchPlan(): Promise<void> {
    try {
      plan.value = await connection.call("plan", {});
      failure.value = null;
    } catch (error) {
      failure.value = error;
    }
  }

  /** The same input goes out under the same id until it is answered. */
  async function send(name: RequestName, input: object): Promise<unknown> {
    const same = `${name} ${JSON.stringify(input)}`;
    const commandId = unanswered.get(same) ?? randomId();
    unanswered.set(same, commandId);
    try {
      const output = await connection.call(name, { ...input, commandId });
      unanswered.delete(same);
      return output;
    } catch (error) {
      // Answered, and with no: the next try is another command.
      if (error instanceof CallError && !error.failure.retry) unanswered.delete(same);
      throw error;
    }
  }

  return {
    connection,
    time: ticking(() => connection.now()),
    plan,
    failure,
    chosen,
    fresh: signal<Fresh | null>(null),
    change: async (name, input) => (await send(name, input)) as Output<typeof name>,
    async edit(name, input) {
      const done = (await send(name, input)) as { readonly value: PlanAnswer<typeof name> };
      return done.value;
    },
    draft: () => connection.call("planner", {}),
  };
}
