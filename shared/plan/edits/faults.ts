import type { Kind, Plan } from "../model.ts";
import { all } from "./apply.ts";
import {
  conferenceFaults,
  conferencesFaults,
  groupFaults,
  occurrenceFaults,
  personFaults,
  poolFaults,
  roomFaults,
  sessionFaults,
} from "./rules.ts";
import type { Fault } from "./rules.ts";

/** A fault, and the thing that has it. */
export interface ThingFault extends Fault {
  readonly kind: Kind;
  readonly id: string;
}

/** Everything in a plan that breaks a rule. No edit leaves any. */
export function faultsOf(plan: Plan): readonly ThingFault[] {
  const found: ThingFault[] = [];
  const look = <K extends Kind>(
    kind: K,
    faultsOfOne: (thing: ReturnType<typeof all<K>>[number]) => readonly Fault[],
  ) => {
    for (const thing of all(plan, kind)) {
      for (const fault of faultsOfOne(thing)) found.push({ kind, id: thing.id, ...fault });
    }
  };
  const audiences = counted(all(plan, "groups").map(({ roomId }) => roomId));
  const occurrences = counted(all(plan, "occurrences").map(({ sessionId }) => sessionId));

  look("conferences", conferenceFaults);
  look("venues", (venue) => conferencesFaults(plan, [venue.conferenceId]));
  look("rooms", (room) => [
    ...roomFaults(plan, room),
    ...(audiences.get(room.id) === 1 ? [] : [{ path: "id", why: "a room has one audience", missing: false }]),
  ]);
  look("groups", (group) => groupFaults(plan, group));
  look("people", (person) => personFaults(plan, person));
  look("pools", (pool) => poolFaults(plan, pool));
  look("sessions", (session) => [
    ...sessionFaults(plan, session),
    ...(occurrences.has(session.id) ? [] : [{ path: "id", why: "a session has an occurrence", missing: false }]),
  ]);
  look("occurrences", (occurrence) => occurrenceFaults(plan, occurrence));
  return found;
}

/** The faults of `after` that `before` does not have. */
export function newFaults(before: Plan, after: Plan): readonly ThingFault[] {
  const name = ({ kind, id, path, why }: ThingFault) => `${kind} ${id} ${path} ${why}`;
  const found = faultsOf(after);
  if (found.length === 0) return [];
  const known = new Set(faultsOf(before).map(name));
  return found.filter((fault) => !known.has(name(fault)));
}

function counted(ids: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
