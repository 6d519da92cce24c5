import { effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { ConferenceId } from "../../shared/ids.ts";
import type { planningRequests } from "../../shared/protocol/planning.ts";
import type { Input, Output } from "../../shared/protocol/table.ts";
import type { InviteView, OrganiserPlan } from "../../shared/protocol/views.ts";
import type { Connection } from "../session/contract.ts";
import { randomId } from "../session/tab.ts";
import { ticking } from "../ui/ticking.ts";

/** Requests of this page that change something. */
type Change = Exclude<keyof typeof planningRequests, "plan">;

/** What a browser is shown once of a new invite. */
export interface Fresh {
  readonly invite: InviteView;
  readonly url: string;
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
  /** The invite whose link is on the page. */
  readonly fresh: Signal<Fresh | null>;
  /**
   * Sends a change. The same input after a failure is sent under the same id: an answer that was lost on the way
   * does not make a second room.
   */
  change<Name extends Change>(name: Name, input: Omit<Input<Name>, "commandId">): Promise<Output<Name>>;
}

export function openDesk(connection: Connection): Desk {
  const plan = signal<OrganiserPlan | null>(null);
  const failure = signal<unknown>(null);
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

  return {
    connection,
    time: ticking(() => connection.now()),
    plan,
    failure,
    chosen: signal<ConferenceId | null>(null),
    fresh: signal<Fresh | null>(null),
    async change(name, input) {
      const same = `${name} ${JSON.stringify(input)}`;
      const commandId = unanswered.get(same) ?? randomId();
      unanswered.set(same, commandId);
      const output = await connection.call(name, { ...input, commandId } as Input<typeof name>);
      unanswered.delete(same);
      return output;
    },
  };
}
