import type { GroupId, OccurrenceId, RoomId } from "../../ids.ts";
import type { Link, Occurrence, Plan, Session, Start } from "../model.ts";
import { startOf } from "../times.ts";
import { all, find } from "./apply.ts";
import { badField, refused, refusedFor } from "./ground.ts";
import type { Checked, EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { linksFaults } from "./rules.ts";
import type { Linked } from "./rules.ts";
import { notSane, saneDay } from "./sane.ts";

type Input = InputFor<"addOccurrence">;

/** As the schema has it; the host room's, which nobody needs to name, is one of them. */
export const mostLinks = 80;

/** The session's time: null takes it off the timetable. A wall time is always reckoned anew, with the data in use. */
export function moveOccurrence(plan: Plan, input: InputFor<"moveOccurrence">, ground: Ground): EditResult {
  const occurrence = find(plan, "occurrences", input.occurrenceId);
  const session = occurrence && find(plan, "sessions", occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return refused("not-found");
  const changed = occurrenceWith(plan, session, occurrence, { start: input.start }, ground);
  if (!changed.ok) return changed;
  const rewrite = new Rewrite(plan);
  rewrite.put("occurrences", changed.value);
  return { ok: true, changes: rewrite.changes(), subject: session.title, answer: null };
}

export function addOccurrence(plan: Plan, input: Input, ground: Ground): EditResult {
  const session = find(plan, "sessions", input.sessionId);
  if (session === undefined) return refused("not-found");
  const made = newOccurrence(plan, session, input, ground);
  if (!made.ok) return made;
  const rewrite = new Rewrite(plan);
  rewrite.put("occurrences", made.value);
  const answer = { occurrenceId: made.value.id };
  return { ok: true, changes: rewrite.changes(), subject: session.title, answer };
}

export function removeOccurrence(plan: Plan, input: InputFor<"removeOccurrence">): EditResult {
  const occurrence = find(plan, "occurrences", input.occurrenceId);
  const session = occurrence && find(plan, "sessions", occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return refused("not-found");
  if (occurrencesOfSession(plan, session.id).length === 1) {
    return badField("occurrenceId", "the only one of its session");
  }
  const rewrite = new Rewrite(plan);
  rewrite.remove("occurrences", occurrence.id);
  return { ok: true, changes: rewrite.changes(), subject: session.title, answer: null };
}

/** A session's occurrences, the earliest first, those without a time last. */
export function occurrencesOfSession(plan: Plan, sessionId: string): readonly Occurrence[] {
  const begin = ({ start }: Occurrence): number => start?.instant ?? Infinity;
  return all(plan, "occurrences")
    .filter((occurrence) => occurrence.sessionId === sessionId)
    .sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : a.id < b.id ? -1 : 1));
}

/** A new occurrence of a session; what is not given: not placed, not pinned, no links but the host room's. */
export function newOccurrence(
  plan: Plan,
  session: Session,
  { start, pinned, links }: Pick<Input, "start" | "pinned" | "links">,
  ground: Ground,
): Checked<Occurrence> {
  const blank = { id: ground.newId() as OccurrenceId, sessionId: session.id, start: null, pinned: false, links: [] };
  return occurrenceWith(plan, session, blank, { start, pinned, links: links ?? [] }, ground);
}

/** The occurrence with what is given. Links get the host room put first. */
export function occurrenceWith(
  plan: Plan,
  session: Session,
  occurrence: Occurrence,
  { start, pinned, links }: Pick<Input, "start" | "pinned" | "links">,
  ground: Ground,
): Checked<Occurrence> {
  let made = { ...occurrence, pinned: pinned ?? occurrence.pinned };
  if (start !== undefined) {
    const placed = placedAt(ground, start);
    if (!placed.ok) return placed;
    made = { ...made, start: placed.value };
  }
  if (links !== undefined) {
    const faults = linksFaults(plan, session.conferenceId, links);
    if (faults.length > 0) return refusedFor(faults);
    made = { ...made, links: withHost(session.hostRoomId, links.map(branded)) };
    if (made.links.length > mostLinks) return badField("links", "too many links");
  }
  return { ok: true, value: made };
}

function placedAt(ground: Ground, start: NonNullable<Input["start"]> | null): Checked<Start | null> {
  return start === null ? { ok: true, value: null } : saneStart(ground, start, "start.wall");
}

/** The start of a wall time; `bad-request` (at `path`) for one that the schema of starts does not take. */
export function saneStart(ground: Ground, start: NonNullable<Input["start"]>, path: string): Checked<Start> {
  if (!saneDay(start.wall.slice(0, 10))) return badField(path, notSane);
  return startOf(ground.zones, { ...start, offset: start.offset ?? null });
}

function branded({ kind, id, need, mode }: Linked): Link {
  return kind === "room" ? { kind, id: id as RoomId, need, mode } : { kind, id: id as GroupId, need, mode };
}

/** The host room first, live and *must*, whatever else was said of it. */
export function withHost(hostRoomId: RoomId | null, links: readonly Link[]): readonly Link[] {
  if (hostRoomId === null) return links;
  return [{ kind: "room", id: hostRoomId, need: "must", mode: "live" }, ...withoutRoom(hostRoomId, links)];
}

export function withoutRoom(roomId: RoomId | null, links: readonly Link[]): readonly Link[] {
  return links.filter((link) => link.kind !== "room" || link.id !== roomId);
}
