import { Draft } from "../../server/plan/draft.ts";
import type { Edited } from "../../server/plan/draft.ts";
import { Plan } from "../../server/plan/plan.ts";
import type { Editor } from "../../server/plan/rights.ts";
import { ZoneData } from "../../server/plan/zonedata.ts";
import type { Store } from "../../server/store/port.ts";
import type { CommandId, ConferenceId, Instant, OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Link } from "../../shared/plan/model.ts";
import type { PlanAnswer, PlanCommandName, PlanInput, PlanParsed } from "../../shared/protocol/plan.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import type { Phase } from "../../shared/stage/model.ts";
import { databasePath, freshStore } from "./database.ts";

export const zones = await ZoneData.load();

export const scheduler: Editor = {
  id: "scheduler" as PassId,
  role: "scheduler",
  conferenceId: null,
  roomId: null,
  groupId: null,
  label: "Scheduler, Thabo",
};

let count = 0;
const nextCommandId = (): CommandId => `command-${(count += 1)}` as CommandId;

type Fields<Name extends PlanCommandName> = Omit<PlanInput<Name>, "commandId"> & { readonly commandId?: string };

/** A draft and the plan that takes effect, on a real database; commands go in as the wire brings them. */
export interface Planning {
  readonly path: string;
  readonly store: Store;
  readonly draft: Draft;
  readonly plan: Plan;
  /** How far stages are; what is not in it waits. */
  readonly phases: Map<OccurrenceId, Phase>;
  readonly phaseOf: (id: OccurrenceId) => Phase;
  ask<Name extends PlanCommandName>(
    name: Name,
    input: Fields<Name>,
    editor?: Editor,
  ): Promise<Edited<PlanAnswer<Name>>>;
  /** The same; throws the code if it is refused. */
  edit<Name extends PlanCommandName>(name: Name, input: Fields<Name>, editor?: Editor): Promise<PlanAnswer<Name>>;
  /** Releases a conference despite all its conflicts. @returns the number */
  release(conferenceId: ConferenceId): Promise<number>;
}

export async function openPlanning(now: () => Instant, path = databasePath()): Promise<Planning> {
  const store = await freshStore(path);
  const phases = new Map<OccurrenceId, Phase>();
  const phaseOf = (id: OccurrenceId): Phase => phases.get(id) ?? "waiting";
  const draft = await Draft.open(store, zones, { now, phaseOf });
  const ask: Planning["ask"] = (name, input, editor = scheduler) => {
    const parsed = planCommands[name].input.parse({ commandId: nextCommandId(), ...input });
    return draft.execute(name, parsed as PlanParsed<typeof name>, editor);
  };
  const edit: Planning["edit"] = async (name, input, editor) => {
    const edited = await ask(name, input, editor);
    if (!edited.ok) throw new Error(edited.code);
    return edited.value.value;
  };
  const release = async (conferenceId: ConferenceId): Promise<number> => {
    const refused = await ask("release", { conferenceId });
    if (refused.ok) return refused.value.value.number;
    if (refused.detail?.kind !== "conflicts") throw new Error(refused.code);
    return (await edit("release", { conferenceId, despite: [...refused.detail.keys] })).number;
  };
  return { path, store, draft, plan: new Plan(draft, zones), phases, phaseOf, ask, edit, release };
}

/** Rooms linked live. */
export const linked = (...roomIds: readonly RoomId[]): Link[] =>
  roomIds.map((id) => ({ kind: "room", id, need: "must", mode: "live" }));

/** A conference with rooms in Durban and Los Angeles. */
export async function furnished(planning: Planning) {
  const { edit } = planning;
  const { id: conferenceId } = await edit("createConference", { name: "Four Regions" });
  const room = async (name: string, zone: string): Promise<RoomId> =>
    (await edit("createRoom", { conferenceId, name, city: name, zone })).id;
  const durban = await room("Durban", "Africa/Johannesburg");
  const angeles = await room("Los Angeles", "US/Pacific");
  return { conferenceId, durban, angeles };
}
