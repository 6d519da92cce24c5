import { isDeepStrictEqual } from "node:util";
import type { Edit, Plan } from "../../shared/plan/model.ts";
import type { EditsNotice, PlannerView } from "../../shared/protocol/planner.ts";
import { newCommandId, openCaller } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { valueOf } from "./session.ts";

type Things = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The state after these edits, written without the plan's own code. Throws where an edit does not fit what is there. */
export function replayed(before: Plan, edits: readonly Edit[]): Things {
  const state: Record<string, Record<string, unknown>> = structuredClone(before);
  for (const { seq, changes } of edits) {
    for (const { kind, id, before: was, after } of changes) {
      const things = (state[kind] ??= {});
      if (!isDeepStrictEqual(things[id] ?? null, was)) throw new Error(`edit ${seq}: ${kind} ${id} was not so`);
      if (after === null) delete things[id];
      else things[id] = after;
    }
  }
  return state;
}

/** An open planner: what it was shown first, and all that it was told since. */
export interface Replica {
  readonly caller: Caller;
  readonly view: PlannerView;
  /** In the order in which they came. */
  readonly edits: readonly Edit[];
  readonly notices: readonly EditsNotice[];
  /** Of the last edit that it knows. */
  seq(): number;
  plan(): Plan;
  /** Until it has been told of this edit. */
  reached(seq: number): Promise<void>;
}

export async function openReplica(inviteUrl: string, token?: string): Promise<Replica> {
  const caller = await openCaller(inviteUrl, token === undefined ? {} : { token });
  const edits: Edit[] = [];
  const notices: EditsNotice[] = [];
  caller.socket.on("edits", (notice: EditsNotice) => {
    notices.push(notice);
    edits.push(...notice.edits);
  });
  const view = valueOf(await caller.call("planner", {}));
  const seq = (): number => edits.at(-1)?.seq ?? view.seq;
  return {
    caller,
    view,
    edits,
    notices,
    seq,
    // The kinds are the plan's: replaying keeps them.
    plan: () =>
      replayed(
        view.plan,
        edits.filter((edit) => edit.seq > view.seq),
      ) as Plan,
    async reached(wanted) {
      if (seq() < wanted) await caller.notice("edits", () => seq() >= wanted);
    },
  };
}

/** Undoes an edit of one's own. */
export async function undo(caller: Caller, seq: number | null = null) {
  return caller.call("undo", { commandId: newCommandId(), seq });
}
