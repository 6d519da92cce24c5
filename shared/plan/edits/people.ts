import type { ConferenceId, PersonId, RoomId } from "../../ids.ts";
import { defaultPersonHours } from "../bands.ts";
import type { Person, Plan } from "../model.ts";
import { find } from "./apply.ts";
import { given, inUse, refused, refusedFor, zoneNamed } from "./ground.ts";
import type { Checked, EditResult, Ground, InputFor } from "./ground.ts";
import { saneStart } from "./occurrences.ts";
import { Rewrite } from "./rewrite.ts";
import { personFaults } from "./rules.ts";
import { personUsers } from "./use.ts";

type Input = InputFor<"createPerson">;

export function createPerson(plan: Plan, input: Input, ground: Ground): EditResult {
  const blank = {
    id: ground.newId() as PersonId,
    conferenceIds: [input.conferenceId as ConferenceId],
    name: input.name,
    city: input.city,
    zone: input.zone,
    hours: input.hours ?? defaultPersonHours,
    rest: input.rest ?? 0,
    places: [],
    travel: [],
  };
  return written(plan, blank, input, ground, { id: blank.id });
}

export function updatePerson(plan: Plan, input: InputFor<"updatePerson">, ground: Ground): EditResult {
  const person = find(plan, "people", input.personId);
  if (person === undefined) return refused("not-found");
  const { places, travel, ...plain } = given(input.set);
  return written(plan, { ...person, ...plain }, given({ places, travel }), ground, null);
}

function written(
  plan: Plan,
  plain: Person,
  { places, travel }: Pick<Input, "places" | "travel">,
  ground: Ground,
  answer: { readonly id: PersonId } | null,
): EditResult {
  const zone = zoneNamed(ground, plain.zone);
  if (!zone.ok) return zone;
  const placed = places === undefined ? { ok: true as const, value: plain.places } : placesOf(places, ground);
  if (!placed.ok) return placed;
  const travelled = travel === undefined ? { ok: true as const, value: plain.travel } : travelOf(travel, ground);
  if (!travelled.ok) return travelled;
  const person: Person = { ...plain, zone: zone.value, places: placed.value, travel: travelled.value };
  const faults = personFaults(plan, person);
  if (faults.length > 0) return refusedFor(faults);
  const rewrite = new Rewrite(plan);
  rewrite.put("people", person);
  return { ok: true, changes: rewrite.changes(), subject: person.name, answer };
}

function placesOf(places: NonNullable<Input["places"]>, ground: Ground): Checked<Person["places"]> {
  const made: Person["places"][number][] = [];
  for (const place of places) {
    const zone = zoneNamed(ground, place.zone);
    if (!zone.ok) return zone;
    made.push({ ...place, zone: zone.value, roomId: place.roomId as RoomId | null });
  }
  return { ok: true, value: made };
}

function travelOf(travel: NonNullable<Input["travel"]>, ground: Ground): Checked<Person["travel"]> {
  const made: Person["travel"][number][] = [];
  for (const [i, { from, to, why }] of travel.entries()) {
    const begins = saneStart(ground, from, `travel.${i}.from.wall`);
    if (!begins.ok) return begins;
    const ends = saneStart(ground, to, `travel.${i}.to.wall`);
    if (!ends.ok) return ends;
    made.push({ from: begins.value, to: ends.value, why });
  }
  return { ok: true, value: made };
}

export function removePerson(plan: Plan, input: InputFor<"removePerson">): EditResult {
  const person = find(plan, "people", input.personId);
  if (person === undefined) return refused("not-found");
  const users = personUsers(plan, person.id, null);
  if (users.length > 0) return inUse(users);
  const rewrite = new Rewrite(plan);
  rewrite.remove("people", person.id);
  return { ok: true, changes: rewrite.changes(), subject: person.name, answer: null };
}
