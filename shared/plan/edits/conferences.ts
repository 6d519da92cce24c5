import type { ConferenceId } from "../../ids.ts";
import type { Conference, Plan } from "../model.ts";
import { all, find } from "./apply.ts";
import { given, refused, refusedFor, zoneNamed } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { removeRooms } from "./places.ts";
import { Rewrite } from "./rewrite.ts";
import { conferenceFaults } from "./rules.ts";
import { using } from "./use.ts";

export function createConference(plan: Plan, input: InputFor<"createConference">, ground: Ground): EditResult {
  const zone = zoneNamed(ground, input.zone ?? "Etc/UTC");
  if (!zone.ok) return zone;
  const conference: Conference = {
    id: ground.newId() as ConferenceId,
    name: input.name,
    city: input.city ?? "UTC",
    zone: zone.value,
    firstDay: input.firstDay ?? null,
    lastDay: input.lastDay ?? null,
    createdAt: ground.now,
  };
  return written(plan, conference, { id: conference.id });
}

export function updateConference(plan: Plan, input: InputFor<"updateConference">, ground: Ground): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  const set = given(input.set);
  const zone = zoneNamed(ground, set.zone ?? conference.zone);
  if (!zone.ok) return zone;
  return written(plan, { ...conference, ...set, zone: zone.value }, null);
}

function written(plan: Plan, conference: Conference, answer: { readonly id: ConferenceId } | null): EditResult {
  const faults = conferenceFaults(conference);
  if (faults.length > 0) return refusedFor(faults);
  const rewrite = new Rewrite(plan);
  rewrite.put("conferences", conference);
  return { ok: true, changes: rewrite.changes(), subject: conference.name, answer };
}

/**
 * With its venues (and their operators), rooms, audiences, sessions and occurrences. Groups, people and other pools stay:
 * they belong to the installation.
 */
export function removeConference(plan: Plan, input: InputFor<"removeConference">): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  const { id } = conference;
  const rewrite = new Rewrite(plan);
  rewrite.remove("conferences", id);
  for (const venue of all(plan, "venues")) if (venue.conferenceId === id) rewrite.remove("venues", venue.id);
  removeRooms(rewrite, new Set(all(plan, "rooms").flatMap((room) => (room.conferenceId === id ? [room.id] : []))));
  for (const session of all(plan, "sessions")) if (session.conferenceId === id) rewrite.remove("sessions", session.id);
  for (const occurrence of all(plan, "occurrences")) {
    if (find(plan, "sessions", occurrence.sessionId)?.conferenceId === id) rewrite.remove("occurrences", occurrence.id);
  }
  for (const pool of all(plan, "pools")) {
    if (!pool.conferenceIds.includes(id)) continue;
    if (pool.serves.kind === "venue") rewrite.remove("pools", pool.id);
    else rewrite.put("pools", using(pool, id, false));
  }
  for (const group of rewrite.all("groups")) rewrite.put("groups", using(group, id, false));
  for (const person of rewrite.all("people")) rewrite.put("people", using(person, id, false));
  return { ok: true, changes: rewrite.changes(), subject: conference.name, answer: null };
}
