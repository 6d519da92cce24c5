import type { Change, Kind, Plan, PlanFile, Things } from "../../shared/plan/model.ts";

/** Every zone that a plan names. */
export function zonesOfPlan(plan: Plan): ReadonlySet<string> {
  const zones = new Set<string>();
  for (const things of Object.values(plan))
    for (const thing of Object.values(things)) if (thing !== undefined) addZones(thing, zones);
  return zones;
}

/** A thing of a plan.json, which does not say which conferences use it. */
type FileThing = PlanFile["groups" | "people"][number];

/** Every zone that a plan.json names. */
export function zonesOfFile(file: PlanFile | null): ReadonlySet<string> {
  const zones = new Set<string>();
  if (file === null) return zones;
  zones.add(file.conference.zone);
  for (const list of [file.rooms, file.groups, file.people, file.occurrences])
    for (const thing of list) addZones(thing, zones);
  return zones;
}

/** Every zone that these changes bring in. */
export function zonesOfChanges(changes: readonly Change[]): ReadonlySet<string> {
  const zones = new Set<string>();
  for (const { after } of changes) if (after !== null) addZones(after, zones);
  return zones;
}

function addZones(thing: Things[Kind] | FileThing, zones: Set<string>): void {
  if ("zone" in thing) zones.add(thing.zone);
  if ("start" in thing && thing.start !== null) zones.add(thing.start.zone);
  if (!("places" in thing)) return;
  for (const place of thing.places) zones.add(place.zone);
  for (const { from, to } of thing.travel) zones.add(from.zone).add(to.zone);
}
