import type { ConferenceId, GroupId } from "../../ids.ts";
import { defaultGroupHours } from "../bands.ts";
import type { Group, Plan } from "../model.ts";
import { find } from "./apply.ts";
import { badField, given, inUse, refused, refusedFor, zoneNamed } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { groupFaults } from "./rules.ts";
import { groupUsers } from "./use.ts";

export function createGroup(plan: Plan, input: InputFor<"createGroup">, ground: Ground): EditResult {
  const zone = zoneNamed(ground, input.zone);
  if (!zone.ok) return zone;
  const group: Group = {
    id: ground.newId() as GroupId,
    conferenceIds: [input.conferenceId as ConferenceId],
    roomId: null,
    name: input.name,
    city: input.city,
    zone: zone.value,
    people: input.people ?? 10,
    maySplit: input.maySplit ?? false,
    hours: input.hours ?? defaultGroupHours,
  };
  return written(plan, group, { id: group.id });
}

/** A room's audience keeps the room's name and place: another one is `bad-request`. */
export function updateGroup(plan: Plan, input: InputFor<"updateGroup">, ground: Ground): EditResult {
  const group = find(plan, "groups", input.groupId);
  if (group === undefined) return refused("not-found");
  const set = given(input.set);
  const zone = zoneNamed(ground, set.zone ?? group.zone);
  if (!zone.ok) return zone;
  const changed: Group = { ...group, ...set, zone: zone.value };
  const follows = (["name", "city", "zone"] as const).find((field) => changed[field] !== group[field]);
  if (group.roomId !== null && follows !== undefined) return badField(`set.${follows}`, "an audience follows its room");
  return written(plan, changed, null);
}

function written(plan: Plan, group: Group, answer: { readonly id: GroupId } | null): EditResult {
  const faults = groupFaults(plan, group);
  if (faults.length > 0) return refusedFor(faults);
  const rewrite = new Rewrite(plan);
  rewrite.put("groups", group);
  return { ok: true, changes: rewrite.changes(), subject: group.name, answer };
}

export function removeGroup(plan: Plan, input: InputFor<"removeGroup">): EditResult {
  const group = find(plan, "groups", input.groupId);
  if (group === undefined) return refused("not-found");
  const users = groupUsers(plan, group.id, null);
  if (users.length > 0) return inUse(users);
  const rewrite = new Rewrite(plan);
  rewrite.remove("groups", group.id);
  return { ok: true, changes: rewrite.changes(), subject: group.name, answer: null };
}
