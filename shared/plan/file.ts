import type { ConferenceId } from "../ids.ts";
import { all, find } from "./edits/apply.ts";
import type { Person, Plan, PlanFile, Start } from "./model.ts";

/**
 * plan.json of a conference: what it is made of, and the groups, people and pools that it uses, as they are. The order is
 * always the same (rooms by position, all else by id), and so is the order of the fields: equal plans are equal texts.
 * Rooms of other conferences, in which somebody may stay for some days, are not named in it.
 * @throws RangeError for a conference that the plan does not have
 */
export function planFile(plan: Plan, conferenceId: ConferenceId): PlanFile {
  const conference = find(plan, "conferences", conferenceId);
  if (conference === undefined) throw new RangeError(`no such conference: ${conferenceId}`);
  const own = (thing: { readonly conferenceId: ConferenceId }) => thing.conferenceId === conferenceId;
  const used = (thing: { readonly conferenceIds: readonly ConferenceId[] }) =>
    thing.conferenceIds.includes(conferenceId);

  const people = all(plan, "people").filter(used).sort(byId);
  const occurrences = all(plan, "occurrences")
    .filter(({ sessionId }) => find(plan, "sessions", sessionId)?.conferenceId === conferenceId)
    .sort(byId);
  const travel = people.flatMap((person) => person.travel.flatMap(({ from, to }) => [from, to]));
  return {
    format: "crossroom-plan",
    version: 1,
    zoneData: newestData([...occurrences.flatMap(({ start }) => (start === null ? [] : [start])), ...travel]),
    conference: sorted(conference),
    venues: all(plan, "venues").filter(own).sort(byId).map(sorted),
    rooms: all(plan, "rooms")
      .filter(own)
      .sort((a, b) => a.position - b.position || byId(a, b))
      .map(sorted),
    groups: all(plan, "groups").filter(used).sort(byId).map(withoutUsers).map(sorted),
    people: people
      .map((person) => withoutUsers({ ...person, places: ownPlaces(plan, conferenceId, person) }))
      .map(sorted),
    pools: all(plan, "pools").filter(used).sort(byId).map(withoutUsers).map(sorted),
    sessions: all(plan, "sessions").filter(own).sort(byId).map(sorted),
    occurrences: occurrences.map(sorted),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function withoutUsers<Thing extends { readonly conferenceIds: unknown }>(thing: Thing): Omit<Thing, "conferenceIds"> {
  const { conferenceIds: _, ...rest } = thing;
  return rest;
}

function ownPlaces(plan: Plan, conferenceId: ConferenceId, { places }: Person): Person["places"] {
  return places.map((place) =>
    place.roomId === null || find(plan, "rooms", place.roomId)?.conferenceId === conferenceId
      ? place
      : { ...place, roomId: null },
  );
}

/** The data that made the instants: versions sort by their age ("2026c" < "2026f"). "none": there are no instants. */
function newestData(starts: readonly Start[]): string {
  return starts.reduce((newest, { zoneData }) => (newest === "none" || zoneData > newest ? zoneData : newest), "none");
}

/** The same with the fields of every object in one order: `id` first, then by name. */
function sorted<Value>(value: Value): Value {
  return inOrder(value) as Value;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => Number(b === "id") - Number(a === "id") || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key])]));
}
