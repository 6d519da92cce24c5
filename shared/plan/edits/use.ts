import type { ConferenceId } from "../../ids.ts";
import type { Plan } from "../model.ts";
import { all, find } from "./apply.ts";
import { badField, inUse, refused, refusedFor } from "./ground.ts";
import type { EditResult, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { poolFaults } from "./rules.ts";

// Groups, people and pools belong to the installation; conferences use them.

/** The conference uses the thing (once), or does so no more. */
export function using<Thing extends { readonly conferenceIds: readonly ConferenceId[] }>(
  thing: Thing,
  conferenceId: ConferenceId,
  use: boolean,
): Thing {
  if (thing.conferenceIds.includes(conferenceId) === use) return thing;
  const others = thing.conferenceIds.filter((id) => id !== conferenceId);
  return { ...thing, conferenceIds: use ? [...others, conferenceId] : others };
}

export function useInConference(plan: Plan, input: InputFor<"useInConference">): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  const thing = find(plan, input.kind, input.id);
  if (conference === undefined || thing === undefined) return refused("not-found");
  if (!input.use && thing.conferenceIds.includes(conference.id)) {
    const users = usersIn(plan, input, conference.id);
    if (users.length > 0) return inUse(users);
  }
  const rewrite = new Rewrite(plan);
  switch (input.kind) {
    case "groups": {
      const group = find(plan, "groups", input.id);
      if (group === undefined) return refused("not-found");
      if (input.use && group.roomId !== null && !group.conferenceIds.includes(conference.id)) {
        return badField("id", "an audience is in its room's conference only");
      }
      rewrite.put("groups", using(group, conference.id, input.use));
      break;
    }
    case "people": {
      const person = find(plan, "people", input.id);
      if (person === undefined) return refused("not-found");
      rewrite.put("people", using(person, conference.id, input.use));
      break;
    }
    case "pools": {
      const pool = find(plan, "pools", input.id);
      if (pool === undefined) return refused("not-found");
      const used = using(pool, conference.id, input.use);
      const faults = poolFaults(plan, used);
      if (faults.length > 0) return refusedFor(faults);
      rewrite.put("pools", used);
      break;
    }
  }
  return { ok: true, changes: rewrite.changes(), subject: thing.name, answer: null };
}

/** What keeps a conference from doing without the thing: sessions; of an audience its room; of operators their venue. */
function usersIn(plan: Plan, input: InputFor<"useInConference">, conferenceId: ConferenceId): readonly string[] {
  switch (input.kind) {
    case "groups":
      return groupUsers(plan, input.id, conferenceId);
    case "people":
      return personUsers(plan, input.id, conferenceId);
    case "pools": {
      const serves = find(plan, "pools", input.id)?.serves;
      return serves?.kind === "venue" ? [find(plan, "venues", serves.venueId)?.name ?? ""] : [];
    }
  }
}

/** The names of what a group cannot be taken from: the room whose audience it is, the sessions that link it. */
export function groupUsers(plan: Plan, groupId: string, conferenceId: ConferenceId | null): readonly string[] {
  const roomId = find(plan, "groups", groupId)?.roomId ?? null;
  const room = roomId === null ? undefined : find(plan, "rooms", roomId);
  const linking = all(plan, "occurrences").filter(({ links }) =>
    links.some((link) => link.kind === "group" && link.id === groupId),
  );
  const titles = linking.flatMap(({ sessionId }) => {
    const session = find(plan, "sessions", sessionId);
    return session !== undefined && (conferenceId === null || session.conferenceId === conferenceId)
      ? [session.title]
      : [];
  });
  return room === undefined ? titles : [room.name, ...titles];
}

/** The titles of the sessions that need a person. */
export function personUsers(plan: Plan, personId: string, conferenceId: ConferenceId | null): readonly string[] {
  return all(plan, "sessions")
    .filter((session) => conferenceId === null || session.conferenceId === conferenceId)
    .filter((session) => session.personIds.some((id) => id === personId))
    .map(({ title }) => title);
}
