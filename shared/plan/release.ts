import type { ConferenceId } from "../ids.ts";
import { at } from "../record.ts";
import { sameThing } from "./edits/apply.ts";
import { planFile } from "./file.ts";
import type { Plan, PlanFile } from "./model.ts";

/**
 * How many things of a conference are not as in a release (null: never released, all are new). A session with its
 * occurrences counts as one thing, a room with its audience too.
 * @throws RangeError for a conference that the plan does not have
 */
export function changedSince(plan: Plan, file: PlanFile | null, conferenceId: ConferenceId): number {
  const now = thingsOf(planFile(plan, conferenceId));
  const then = file === null ? {} : thingsOf(file);
  const keys = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...keys].filter((key) => !sameThing(at(now, key), at(then, key))).length;
}

/** What counts as one thing, by a key that is the same in every file. */
function thingsOf(file: PlanFile): Readonly<Record<string, readonly unknown[]>> {
  const keyed: (readonly [string, unknown])[] = [
    ["conference", file.conference],
    ...file.venues.map((venue) => [`venue ${venue.id}`, venue] as const),
    ...file.rooms.map((room) => [`room ${room.id}`, room] as const),
    ...file.groups.map(
      (group) => [group.roomId === null ? `group ${group.id}` : `room ${group.roomId}`, group] as const,
    ),
    ...file.people.map((person) => [`person ${person.id}`, person] as const),
    ...file.pools.map((pool) => [`pool ${pool.id}`, pool] as const),
    ...file.sessions.map((session) => [`session ${session.id}`, session] as const),
    ...file.occurrences.map((occurrence) => [`session ${occurrence.sessionId}`, occurrence] as const),
  ];
  const things: Record<string, unknown[]> = {};
  for (const [key, part] of keyed) (things[key] ??= []).push(part);
  return things;
}
