import type { GroupId, Instant, OccurrenceId } from "../../../ids.ts";
import { at } from "../../../record.ts";
import type { Conflict, Trouble } from "../../conflict.ts";
import { attendance, hostZone } from "../../look.ts";
import type { Link, Occurrence, Session, Start } from "../../model.ts";
import { hoursOf, timelineOf } from "../../timeline.ts";
import { dayOf, endOf } from "../../times.ts";
import type { Moment } from "../../words/facts.ts";
import {
  groupName,
  linkedName,
  momentAt,
  momentOf,
  personName,
  roomName,
  sessionFor,
  titleFor,
} from "../../words/names.ts";
import type { Source } from "../../words/names.ts";
import { clock, utcOffset } from "../../words/numbers.ts";
import { resolveWall, wallAt } from "../../zones.ts";
import type { Demand, Pairs, Placement, Reason, Unplaced } from "../suggestion.ts";
import type {
  Change,
  ClashFacts,
  DemandFacts,
  MoveFacts,
  Obstacle,
  PairsFacts,
  RangeFacts,
  ReasonFacts,
  Shift,
  WideFacts,
} from "./facts.ts";

// Looks up in the plan what the sentences about placings, clashes and ways out are made of.

const minute = 60_000;

function hostOf({ plan }: Source, occurrenceId: string) {
  const occurrence = at(plan.occurrences, occurrenceId);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  return session === undefined ? { zone: "Etc/UTC", city: "UTC" } : hostZone(plan, session);
}

const dayOfMoment = ({ year, month, day }: Moment): string => `${year}-${month}-${day}`;

function clockOf(source: Source, groupId: GroupId, instant: Instant): string {
  return momentAt(source, at(source.plan.groups, groupId)?.zone ?? "Etc/UTC", instant).time;
}

export function reasonFacts(source: Source, reason: Reason): ReasonFacts {
  const { zone, city } = hostOf(source, reason.occurrenceId);
  const moment = momentAt(source, zone, reason.start);
  const placed = { session: titleFor(source, reason.occurrenceId), at: moment, city };
  const shift = (by: number): Shift => {
    const to = momentAt(source, zone, reason.start + by * minute);
    return { by, to, city, sameDay: dayOfMoment(to) === dayOfMoment(moment) };
  };
  switch (reason.kind) {
    case "costs":
      return {
        ...placed,
        kind: "costs",
        shift: shift(reason.by),
        group: groupName(source, reason.groupId),
        edge: reason.at === reason.start + reason.by * minute ? "begins" : "ends",
        time: clockOf(source, reason.groupId, reason.at),
        more: reason.more,
      };
    case "breaks":
      return {
        ...placed,
        kind: "breaks",
        shift: shift(reason.by),
        obstacle: obstacleOf(source, reason.occurrenceId, reason.conflict),
      };
    case "cheapest":
      return {
        ...placed,
        kind: "cheapest",
        groups: reason.groupIds.map((id) => groupName(source, id)),
        total: reason.total,
      };
    case "fixed":
      return { ...placed, kind: reason.because };
    case "free":
    case "stays":
      return { ...placed, kind: reason.kind };
  }
}

function obstacleOf(source: Source, occurrenceId: OccurrenceId, conflict: Conflict): Obstacle {
  const { plan } = source;
  const trouble: Trouble = conflict;
  const other = conflict.occurrenceIds.find((id) => id !== occurrenceId);
  const conference = at(plan.conferences, sessionFor(source, occurrenceId)?.conferenceId ?? "");
  const { zone, lastDay } = conference ?? { zone: "Etc/UTC", lastDay: null };
  return {
    kind: conflict.kind,
    room: "roomId" in trouble ? roomName(source, trouble.roomId) : null,
    group: "groupId" in trouble ? groupName(source, trouble.groupId) : null,
    name:
      "personId" in trouble
        ? personName(source, trouble.personId)
        : "poolId" in trouble
          ? (at(plan.pools, trouble.poolId)?.name ?? trouble.poolId)
          : "venueId" in trouble
            ? (at(plan.venues, trouble.venueId)?.name ?? trouble.venueId)
            : "",
    other: other === undefined ? "" : titleFor(source, other),
    otherFirst: conflict.kind === "order" && conflict.occurrenceIds[0] === occurrenceId,
    part: conflict.kind === "room-closed" || conflict.kind === "outside-range" ? conflict.part : "session",
    because: "because" in trouble ? trouble.because : "",
    late: lastDay !== null && dayOf(source.zones, zone, conflict.when.to - 1) > lastDay,
  };
}

/** A placement: those who pay where it goes. @throws RangeError for a zone that the data do not have */
export function moveFacts(source: Source, { occurrenceId, was, start, playback }: Placement): MoveFacts {
  const { zone, city } = hostOf(source, occurrenceId);
  const paid = start === null ? new Map<GroupId, number>() : costsAt(source, occurrenceId, start, playback);
  return {
    session: titleFor(source, occurrenceId),
    was: was === null ? null : momentAt(source, zone, was.instant),
    start: start === null ? null : momentAt(source, zone, start.instant),
    stays: was !== null && start !== null && was.instant === start.instant,
    twice: start === null ? null : twiceAt(source, zone, start.instant),
    city,
    clocks: [...paid].flatMap(([id, cost]) =>
      start === null || cost === 0 ? [] : [{ group: groupName(source, id), time: clockOf(source, id, start.instant) }],
    ),
    playback: playback.map((link) => linkedName(source, link)),
  };
}

function twiceAt({ zones }: Source, zone: string, instant: Instant): MoveFacts["twice"] {
  const resolved = resolveWall(zones, zone, wallAt(zones, zone, instant));
  if (resolved.kind !== "fold") return null;
  const isFirst = resolved.earlier.instant === instant;
  const { offset } = isFirst ? resolved.earlier : resolved.later;
  return { which: isFirst ? "first" : "second", offset: utcOffset(offset) };
}

/** What an occurrence costs those who attend it, were it there, in weighted hours. */
function costsAt(
  { plan, zones }: Source,
  occurrenceId: OccurrenceId,
  start: Start,
  playback: readonly string[],
): ReadonlyMap<GroupId, number> {
  const occurrence = at(plan.occurrences, occurrenceId);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return new Map();
  const links = occurrence.links.map((link): Link =>
    playback.includes(`${link.kind}:${link.id}`) ? { ...link, mode: "playback" } : link,
  );
  const there: Occurrence = { ...occurrence, links };
  const end = endOf(start, session.minutes);
  return new Map(
    attendance(plan, there).flatMap(({ groupId }) => {
      const group = at(plan.groups, groupId);
      if (group === undefined) return [];
      return [[groupId, hoursOf(timelineOf(zones, group.hours, group.zone).cost(start.instant, end))] as const];
    }),
  );
}

/** Who gains and who pays by a placement, those who gain first, most first. */
export function changesOf(source: Source, { occurrenceId, was, start, playback }: Placement): readonly Change[] {
  const before = was === null ? new Map<GroupId, number>() : costsAt(source, occurrenceId, was, []);
  const after = start === null ? new Map<GroupId, number>() : costsAt(source, occurrenceId, start, playback);
  const quarter = (value: number): number => Math.round(value * 4);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ group: groupName(source, id), before: before.get(id) ?? 0, after: after.get(id) ?? 0 }))
    .filter((change) => quarter(change.before) !== quarter(change.after))
    .sort((a, b) => a.after - a.before - (b.after - b.before));
}

export function clashFacts(source: Source, { occurrenceId, clash, smallest }: Unplaced): ClashFacts {
  const sessionIdOf = (id: OccurrenceId): string => at(source.plan.occurrences, id)?.sessionId ?? id;
  const orders = clash.filter((one) => one.kind === "order");
  // A session that it comes after, or that comes after it, is named by that.
  const named = new Set(orders.flatMap((order) => [sessionIdOf(order.occurrenceId), sessionIdOf(order.first)]));
  const others = clash.filter(
    (one) => one.kind !== "order" && (one.kind !== "session" || !named.has(sessionIdOf(one.occurrenceId))),
  );
  // Clauses come after names.
  const said = [...others, ...orders];
  return {
    session: titleFor(source, occurrenceId),
    demands: said.map((one) => demandFacts(source, occurrenceId, one)),
    smallest,
  };
}

function demandFacts(source: Source, occurrenceId: OccurrenceId, demand: Demand): DemandFacts {
  const session = sessionFor(source, occurrenceId);
  switch (demand.kind) {
    case "session": {
      const other = at(source.plan.occurrences, demand.occurrenceId);
      const start = other?.pinned === true ? other.start : null;
      const { zone, city } = hostOf(source, demand.occurrenceId);
      const pinnedAt = start === null ? null : { ...momentAt(source, zone, start.instant), city };
      return { kind: "session", session: titleFor(source, demand.occurrenceId), pinnedAt };
    }
    case "link":
      // A room is what is demanded here, rather than the people in it.
      return { kind: "link", who: namedBy(source, demand.link) };
    case "range":
      return { kind: "range", range: rangeFacts(session?.range ?? null) };
    case "person":
      return { kind: "person", person: personName(source, demand.personId) };
    case "languages":
      return { kind: "languages", languages: [...new Set(session?.languages ?? [])] };
    case "order": {
      const otherFirst = demand.occurrenceId === occurrenceId;
      const other = titleFor(source, otherFirst ? demand.first : demand.occurrenceId);
      return { kind: "order", other, otherFirst };
    }
  }
}

function namedBy(source: Source, link: string) {
  return link.startsWith("room:") ? roomName(source, link.slice("room:".length)) : linkedName(source, link);
}

export function rangeFacts(range: Session["range"]): RangeFacts {
  const { firstDay = null, lastDay = null, earliest = null, latest = null } = range ?? {};
  return {
    firstDay: firstDay === null ? null : momentOf(`${firstDay}T00:00`),
    lastDay: lastDay === null ? null : momentOf(`${lastDay}T00:00`),
    earliest: earliest === null ? null : clock(earliest),
    latest: latest === null ? null : { time: clock(latest), nextDay: latest > 1440 },
  };
}

export function widerFacts({ plan }: Source, sessionId: string, range: Session["range"]): WideFacts {
  return { session: at(plan.sessions, sessionId)?.title ?? sessionId, range: rangeFacts(range) };
}

export function pairsFacts(source: Source, { how }: Pairs): PairsFacts {
  return {
    session: titleFor(source, how.occurrenceId),
    first: how.first.map((link) => linkedName(source, link)),
    second: how.second.map((link) => linkedName(source, link)),
  };
}
