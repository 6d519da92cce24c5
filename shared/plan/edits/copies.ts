import type { ConferenceId, GroupId, OccurrenceId, PoolId, RoomId, SessionId, VenueId } from "../../ids.ts";
import type { Conference, Day, Link, Occurrence, Plan, Session, Start } from "../model.ts";
import { addDays, dayNumber, dayOf, startDespite } from "../times.ts";
import type { Zones } from "../zones.ts";
import { all, find } from "./apply.ts";
import { badField, refused, refusedFor } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { occurrencesOfSession } from "./occurrences.ts";
import { Rewrite } from "./rewrite.ts";
import { conferenceFaults } from "./rules.ts";
import { notSane, saneDay } from "./sane.ts";
import { using } from "./use.ts";

// Copies keep wall times. One that the clocks skip on its new day, or that comes twice there, is copied all the same and
// is a conflict (gap, fold): the rest of the day or conference is not refused for it.

/** Not placed, not pinned, with the same links. */
export function duplicateSession(plan: Plan, input: InputFor<"duplicateSession">, ground: Ground): EditResult {
  const session = find(plan, "sessions", input.sessionId);
  const occurrences = session === undefined ? [] : occurrencesOfSession(plan, session.id);
  if (session === undefined || occurrences.length === 0) return refused("not-found");
  const sessionId = ground.newId() as SessionId;
  const rewrite = new Rewrite(plan);
  rewrite.put("sessions", { ...session, id: sessionId, title: input.title });
  const ids = occurrences.map((occurrence) => {
    const id = ground.newId() as OccurrenceId;
    rewrite.put("occurrences", { ...occurrence, id, sessionId, start: null, pinned: false });
    return id;
  });
  const answer = { sessionId, occurrenceId: ids[0] };
  return { ok: true, changes: rewrite.changes(), subject: input.title, answer };
}

/**
 * Sessions with an occurrence that begins on the day, with those of that day. Their ranges go along; a copy comes after
 * the copies of what the session came after, where these are copied too.
 */
export function duplicateDay(plan: Plan, input: InputFor<"duplicateDay">, ground: Ground): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  if (input.day === input.to) return badField("to", "the same day");
  const taken = all(plan, "sessions")
    .filter((session) => session.conferenceId === conference.id)
    .map((session) => ({
      session,
      occurrences: occurrencesOfSession(plan, session.id).filter(({ start }) => start?.wall.slice(0, 10) === input.day),
    }))
    .filter(({ occurrences }) => occurrences.length > 0)
    .sort(
      (a, b) => firstInstant(a.occurrences) - firstInstant(b.occurrences) || (a.session.id < b.session.id ? -1 : 1),
    );

  const copies = new Map(taken.map(({ session }) => [session.id, ground.newId() as SessionId]));
  const days = dayNumber(input.to) - dayNumber(input.day);
  const shifted = taken.flatMap(({ session, occurrences }) => [...rangeDays(session), ...startDays(occurrences)]);
  if (!allSane(shifted, days)) return badField("to", notSane);
  const rewrite = new Rewrite(plan);
  for (const { session, occurrences } of taken) {
    const id = copies.get(session.id) ?? session.id;
    const after = session.after.map((first) => copies.get(first) ?? first);
    rewrite.put("sessions", { ...session, id, after, range: shiftedRange(session.range, days) });
    for (const occurrence of occurrences) {
      const start = shiftedStart(ground.zones, occurrence.start, days);
      rewrite.put("occurrences", { ...occurrence, id: ground.newId() as OccurrenceId, sessionId: id, start });
    }
  }
  const answer = { sessionIds: [...copies.values()] };
  return { ok: true, changes: rewrite.changes(), subject: conference.name, answer };
}

function firstInstant(occurrences: readonly Occurrence[]): number {
  return Math.min(...occurrences.map(({ start }) => start?.instant ?? Infinity));
}

/**
 * Venues (with their operators), rooms, audiences, sessions and occurrences are copied; groups, people and other pools
 * are used by both. Dated hours stay on their dates: a holiday does not move with a conference.
 */
export function duplicateConference(plan: Plan, input: InputFor<"duplicateConference">, ground: Ground): EditResult {
  const original = find(plan, "conferences", input.conferenceId);
  if (original === undefined) return refused("not-found");
  const id = ground.newId() as ConferenceId;
  const rewrite = new Rewrite(plan);
  const firstDay = input.firstDay ?? null;
  const begins = firstDay === null ? null : firstDayOf(plan, ground.zones, original);
  const days = firstDay === null || begins === null ? 0 : dayNumber(firstDay) - dayNumber(begins);
  const shifted = [
    original.lastDay,
    ...of("sessions").flatMap((session) => [
      ...rangeDays(session),
      ...startDays(occurrencesOfSession(plan, session.id)),
    ]),
  ];
  if (!allSane(shifted, days)) return badField("firstDay", notSane);
  const conference = {
    ...original,
    id,
    name: input.name,
    firstDay: firstDay ?? original.firstDay,
    lastDay: shiftedDay(original.lastDay, days),
    createdAt: ground.now,
  };
  const faults = conferenceFaults(conference);
  if (faults.length > 0) return refusedFor(faults);
  rewrite.put("conferences", conference);

  const venues = fresh<VenueId>(of("venues"), ground);
  const rooms = fresh<RoomId>(of("rooms"), ground);
  const sessions = fresh<SessionId>(of("sessions"), ground);
  for (const venue of of("venues")) rewrite.put("venues", { ...venue, id: copyOf(venues, venue.id), conferenceId: id });
  for (const room of of("rooms")) {
    const venueId = copyOf(venues, room.venueId);
    rewrite.put("rooms", { ...room, id: copyOf(rooms, room.id), conferenceId: id, venueId });
  }
  for (const group of all(plan, "groups")) {
    if (!group.conferenceIds.includes(original.id)) continue;
    if (group.roomId === null) rewrite.put("groups", using(group, id, true));
    else {
      const roomId = copyOf(rooms, group.roomId);
      rewrite.put("groups", { ...group, id: ground.newId() as GroupId, conferenceIds: [id], roomId });
    }
  }
  for (const person of all(plan, "people")) {
    if (person.conferenceIds.includes(original.id)) rewrite.put("people", using(person, id, true));
  }
  for (const pool of all(plan, "pools")) {
    if (!pool.conferenceIds.includes(original.id)) continue;
    if (pool.serves.kind === "languages") rewrite.put("pools", using(pool, id, true));
    else {
      const serves = { kind: "venue" as const, venueId: copyOf(venues, pool.serves.venueId) };
      rewrite.put("pools", { ...pool, id: ground.newId() as PoolId, conferenceIds: [id], serves });
    }
  }
  for (const session of of("sessions")) {
    rewrite.put("sessions", {
      ...session,
      id: copyOf(sessions, session.id),
      conferenceId: id,
      hostRoomId: session.hostRoomId === null ? null : copyOf(rooms, session.hostRoomId),
      after: session.after.map((first) => copyOf(sessions, first)),
      range: shiftedRange(session.range, days),
    });
  }
  for (const occurrence of all(plan, "occurrences")) {
    const sessionId = sessions.get(occurrence.sessionId);
    if (sessionId === undefined) continue;
    rewrite.put("occurrences", {
      ...occurrence,
      id: ground.newId() as OccurrenceId,
      sessionId,
      start: shiftedStart(ground.zones, occurrence.start, days),
      links: occurrence.links.map((link): Link =>
        link.kind === "room" ? { ...link, id: copyOf(rooms, link.id) } : link,
      ),
    });
  }
  return { ok: true, changes: rewrite.changes(), subject: input.name, answer: { id } };

  function of<K extends "venues" | "rooms" | "sessions">(kind: K) {
    return all(plan, kind).filter((thing) => thing.conferenceId === original?.id);
  }
}

/** Where its days are not known: the day of its first session, in its own zone; null without any. */
function firstDayOf(plan: Plan, zones: Zones, conference: Conference): Day | null {
  if (conference.firstDay !== null) return conference.firstDay;
  const instants = all(plan, "occurrences").flatMap(({ sessionId, start }) =>
    start !== null && find(plan, "sessions", sessionId)?.conferenceId === conference.id ? [start.instant] : [],
  );
  return instants.length === 0 ? null : dayOf(zones, conference.zone, Math.min(...instants));
}

function fresh<Id extends string>(things: readonly { readonly id: Id }[], ground: Ground): ReadonlyMap<Id, Id> {
  return new Map(things.map(({ id }) => [id, ground.newId() as Id]));
}

function copyOf<Id>(copies: ReadonlyMap<Id, Id>, id: Id): Id {
  const copy = copies.get(id);
  if (copy === undefined) throw new Error(`${String(id)} is of another conference`);
  return copy;
}

function rangeDays({ range }: Session): readonly (Day | null)[] {
  return [range?.firstDay ?? null, range?.lastDay ?? null];
}

function startDays(occurrences: readonly Occurrence[]): readonly (Day | null)[] {
  return occurrences.map(({ start }) => start?.wall.slice(0, 10) ?? null);
}

/** Do all of these days, moved, stay where instants are not negative and years have four digits? */
function allSane(daysMoved: readonly (Day | null)[], days: number): boolean {
  return daysMoved.every((day) => days === 0 || day === null || saneDay(addDays(day, days)));
}

function shiftedDay(day: Day | null, days: number): Day | null {
  return day === null ? null : addDays(day, days);
}

function shiftedRange(range: Session["range"], days: number): Session["range"] {
  if (range === null) return null;
  return { ...range, firstDay: shiftedDay(range.firstDay, days), lastDay: shiftedDay(range.lastDay, days) };
}

function shiftedStart(zones: Zones, start: Start | null, days: number): Start | null {
  // The same wall time on the same day was decided already, whatever the data say now.
  if (start === null || days === 0) return start;
  const wall = `${addDays(start.wall.slice(0, 10), days)}${start.wall.slice(10)}`;
  // What was chosen on another day says nothing about a time that comes twice on this one.
  return startDespite(zones, { wall, zone: start.zone, offset: null });
}
