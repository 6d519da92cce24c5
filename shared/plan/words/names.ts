import type { Instant, RoomId } from "../../ids.ts";
import { at } from "../../record.ts";
import type { Wall } from "../civil.ts";
import { audienceOf, hostZone } from "../look.ts";
import type { Group, Hours, Occurrence, Plan, Session, Start } from "../model.ts";
import { bandSpans } from "../bands.ts";
import { dayNumber, endOf, weekdayOfNumber } from "../times.ts";
import { canonicalZone, wallAt } from "../zones.ts";
import type { Zones } from "../zones.ts";
import type { GroupName, Hole, Moment, RoomName, Stretch } from "./facts.ts";

// What the plan calls things, and instants as calendar and clock show them. What is not in the plan (any more) is
// called by its id.

/** What names are looked up in. */
export interface Source {
  readonly plan: Plan;
  readonly zones: Zones;
}

/** "2026-01-09T19:30" in parts. */
export function momentOf(wall: Wall): Moment {
  const day = wall.slice(0, 10);
  return {
    time: wall.slice(11, 16),
    year: Number(wall.slice(0, 4)),
    month: Number(wall.slice(5, 7)) - 1,
    day: Number(wall.slice(8, 10)),
    weekday: weekdayOfNumber(dayNumber(day)) % 7,
  };
}

export function momentAt({ zones }: Source, zone: string, instant: Instant): Moment {
  return momentOf(wallAt(zones, zone, instant));
}

export function stretchIn(source: Source, zone: string, from: Instant, to: Instant): Stretch {
  return { from: momentAt(source, zone, from), to: momentAt(source, zone, to) };
}

export function sessionFor({ plan }: Source, occurrenceId: string): Session | undefined {
  const occurrence = at(plan.occurrences, occurrenceId);
  return occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
}

export function titleFor(source: Source, occurrenceId: string): string {
  return sessionFor(source, occurrenceId)?.title ?? occurrenceId;
}

export function titleOf({ plan }: Source, sessionId: string): string {
  return at(plan.sessions, sessionId)?.title ?? sessionId;
}

/** [from, to) of an occurrence where it stands; null if it stands nowhere. */
export function timesOf(source: Source, occurrenceId: string): { readonly from: Instant; readonly to: Instant } | null {
  const start = at(source.plan.occurrences, occurrenceId)?.start ?? null;
  const session = sessionFor(source, occurrenceId);
  if (start === null || session === undefined) return null;
  return { from: start.instant, to: endOf(start, session.minutes) };
}

export function roomName({ plan }: Source, roomId: string): RoomName {
  const { name, city } = at(plan.rooms, roomId) ?? { name: roomId, city: "" };
  return { kind: "room", name, city };
}

export function groupName(source: Source, groupId: string): GroupName {
  const group: Pick<Group, "name" | "city" | "roomId"> = at(source.plan.groups, groupId) ?? {
    name: groupId,
    city: "",
    roomId: null,
  };
  const audience = group.roomId === null ? null : roomName(source, group.roomId);
  return { kind: "group", name: group.name, city: group.city, audience };
}

/** A room is the people in it where one speaks of who attends. */
export function linkedName(source: Source, link: string): RoomName | GroupName {
  const id = link.slice(link.indexOf(":") + 1);
  if (!link.startsWith("room:")) return groupName(source, id);
  const audience = audienceOf(source.plan, id as RoomId);
  return audience === undefined ? roomName(source, id) : groupName(source, audience.id);
}

export function personName({ plan }: Source, personId: string): string {
  return at(plan.people, personId)?.name ?? personId;
}

/** The city whose time a start is said in: the host's, or else what the zone is named after. */
export function cityOf({ plan, zones }: Source, occurrence: Occurrence, start: Start): string {
  const session = at(plan.sessions, occurrence.sessionId);
  const host = session === undefined ? null : hostZone(plan, session);
  if (host !== null && canonicalZone(zones, start.zone) === canonicalZone(zones, host.zone)) return host.city;
  return (start.zone.split("/").at(-1) ?? start.zone).replaceAll("_", " ");
}

const far = 36 * 3_600_000;

/** The blocked hours around an instant, as far as their ends lie within a day and a half. */
export function holeAround(
  { zones }: Source,
  hours: Hours,
  zone: string,
  instant: Instant,
): { readonly from: Instant | null; readonly to: Instant | null } {
  const spans = bandSpans(hours, zones, zone, instant - far, instant + far);
  const open = spans.filter(({ band }) => band !== "blocked");
  return {
    from: open.findLast(({ to }) => to <= instant)?.to ?? null,
    to: open.find(({ from }) => from > instant)?.from ?? null,
  };
}

export function holeIn(
  source: Source,
  zone: string,
  hole: { readonly from: Instant | null; readonly to: Instant | null },
  because: string,
): Hole {
  const said = (instant: Instant | null) => (instant === null ? null : momentAt(source, zone, instant));
  return { from: said(hole.from), to: said(hole.to), because };
}
