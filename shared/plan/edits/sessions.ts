import type { ConferenceId, PersonId, RoomId, SessionId } from "../../ids.ts";
import type { Plan, Session } from "../model.ts";
import { all, find } from "./apply.ts";
import { badField, given, refused, refusedFor } from "./ground.ts";
import type { Checked, EditResult, Ground, InputFor } from "./ground.ts";
import {
  mostLinks,
  newOccurrence,
  occurrencesOfSession,
  occurrenceWith,
  withHost,
  withoutRoom,
} from "./occurrences.ts";
import { Rewrite } from "./rewrite.ts";
import { sessionFaults } from "./rules.ts";

type Input = InputFor<"createSession">;

export function createSession(plan: Plan, input: Input, ground: Ground): EditResult {
  const rewrite = new Rewrite(plan);
  const made = putNewSession(plan, rewrite, input, ground);
  if (!made.ok) return made;
  return { ok: true, changes: rewrite.changes(), subject: input.title, answer: made.value };
}

/** Puts a session with its one occurrence into the rewrite; their ids, or why not. */
export function putNewSession(
  plan: Plan,
  rewrite: Rewrite,
  input: Input,
  ground: Ground,
): Checked<{ readonly sessionId: SessionId; readonly occurrenceId: string }> {
  const session: Session = {
    id: ground.newId() as SessionId,
    conferenceId: input.conferenceId as ConferenceId,
    title: input.title,
    state: input.state ?? "tentative",
    minutes: input.minutes,
    overrun: input.overrun ?? 10,
    hostRoomId: (input.hostRoomId ?? null) as RoomId | null,
    priority: input.priority ?? 2,
    range: input.range ?? null,
    languages: input.languages ?? [],
    personIds: (input.personIds ?? []).map((id) => id as PersonId),
    after: (input.after ?? []).map((id) => id as SessionId),
  };
  const faults = sessionFaults(plan, session);
  if (faults.length > 0) return refusedFor(faults);
  const occurrence = newOccurrence(plan, session, input, ground);
  if (!occurrence.ok) return occurrence;
  rewrite.put("sessions", session);
  rewrite.put("occurrences", occurrence.value);
  return { ok: true, value: { sessionId: session.id, occurrenceId: occurrence.value.id } };
}

/** Another host room takes the place of the old one in the links of all occurrences; no start moves. */
export function updateSession(plan: Plan, input: InputFor<"updateSession">, ground: Ground): EditResult {
  const session = find(plan, "sessions", input.sessionId);
  if (session === undefined) return refused("not-found");
  const { hostRoomId, personIds, after, ...plain } = given(input.set ?? {});
  const changed: Session = {
    ...session,
    ...plain,
    hostRoomId: (hostRoomId === undefined ? session.hostRoomId : hostRoomId) as RoomId | null,
    personIds: personIds?.map((id) => id as PersonId) ?? session.personIds,
    after: after?.map((id) => id as SessionId) ?? session.after,
  };
  const faults = sessionFaults(plan, changed);
  if (faults.length > 0) return refusedFor(faults);

  const rewrite = new Rewrite(plan);
  rewrite.put("sessions", changed);
  if (changed.hostRoomId !== session.hostRoomId) {
    for (const occurrence of occurrencesOfSession(plan, session.id)) {
      const links = withHost(changed.hostRoomId, withoutRoom(session.hostRoomId, occurrence.links));
      if (links.length > mostLinks) return badField("set.hostRoomId", "too many links");
      rewrite.put("occurrences", { ...occurrence, links });
    }
  }
  const at = input.at ?? null;
  if (at !== null) {
    const occurrence = rewrite.find("occurrences", at.occurrenceId);
    if (occurrence?.sessionId !== session.id) return refused("not-found");
    const made = occurrenceWith(plan, changed, occurrence, at, ground);
    if (!made.ok) return made;
    rewrite.put("occurrences", made.value);
  }
  return { ok: true, changes: rewrite.changes(), subject: changed.title, answer: null };
}

export function removeSession(plan: Plan, input: InputFor<"removeSession">): EditResult {
  const session = find(plan, "sessions", input.sessionId);
  if (session === undefined) return refused("not-found");
  const rewrite = new Rewrite(plan);
  rewrite.remove("sessions", session.id);
  for (const { id } of occurrencesOfSession(plan, session.id)) rewrite.remove("occurrences", id);
  for (const other of all(plan, "sessions")) {
    if (other.id !== session.id && other.after.includes(session.id)) {
      rewrite.put("sessions", { ...other, after: other.after.filter((id) => id !== session.id) });
    }
  }
  return { ok: true, changes: rewrite.changes(), subject: session.title, answer: null };
}
