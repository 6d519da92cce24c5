import { at } from "../../record.ts";
import { wallAtOffset } from "../civil.ts";
import type { Conflict, TroubleKind } from "../conflict.ts";
import type { Hours } from "../model.ts";
import { dayOf } from "../times.ts";
import { nextChange, resolveWall } from "../zones.ts";
import type { ConflictFacts, Hole, Stretch } from "./facts.ts";
import {
  groupName,
  holeAround,
  holeIn,
  momentAt,
  momentOf,
  personName,
  roomName,
  sessionFor,
  stretchIn,
  timesOf,
  titleFor,
} from "./names.ts";
import type { Source } from "./names.ts";
import { clock } from "./numbers.ts";

/** The conflict of each kind. */
export type ConflictOf = { readonly [Kind in TroubleKind]: Extract<Conflict, { readonly kind: Kind }> };
type Tell<Kind extends TroubleKind> = (source: Source, conflict: ConflictOf[Kind]) => ConflictFacts[Kind];

const minute = 60_000;
const day = 1440 * minute;

/** What each kind's sentences are made of, looked up in the plan that has the conflict. */
export const conflictFacts: { readonly [Kind in TroubleKind]: Tell<Kind> } = {
  "room-closed": (source, conflict) => {
    const room = at(source.plan.rooms, conflict.roomId);
    const { zone } = conflict.when;
    const { from, to } = runsOf(source, conflict);
    const setUp = room?.setUp ?? 0;
    const turnRound = room?.turnRound ?? 0;
    const hole = room === undefined ? nowhere : holeAround(source, room.hours, zone, conflict.when.from);
    const occupied = { from: from - setUp * minute, to: to + turnRound * minute };
    const part = {
      "set-up": { from: occupied.from, to: from },
      session: { from, to },
      clearing: { from: to, to: occupied.to },
    }[conflict.part];
    return {
      ...about(source, conflict),
      room: roomName(source, conflict.roomId),
      part: conflict.part,
      lies: liesTo(hole, part, occupied),
      hole: holeIn(source, zone, hole, conflict.because),
      setUp,
      turnRound,
    };
  },
  "room-double": (source, conflict) => ({ ...pair(source, conflict), room: roomName(source, conflict.roomId) }),
  "room-turn-round": (source, conflict) => ({
    ...pair(source, conflict),
    room: roomName(source, conflict.roomId),
    setUp: at(source.plan.rooms, conflict.roomId)?.setUp ?? 0,
    turnRound: at(source.plan.rooms, conflict.roomId)?.turnRound ?? 0,
    short: conflict.short,
  }),
  "group-blocked": (source, conflict) => ({
    ...about(source, conflict),
    group: groupName(source, conflict.groupId),
    hole: away(source, conflict, at(source.plan.groups, conflict.groupId)?.hours, conflict.because),
  }),
  "group-double": (source, conflict) => ({ ...pair(source, conflict), group: groupName(source, conflict.groupId) }),
  "group-night": (source, conflict) => {
    const { from, to } = runsOf(source, conflict);
    const { when } = conflict;
    return {
      ...about(source, conflict),
      group: groupName(source, conflict.groupId),
      night: when.from === from && when.to === to ? null : stretchIn(source, when.zone, when.from, when.to),
      burden: conflict.burden,
    };
  },
  "person-double": (source, conflict) => ({
    ...pair(source, conflict),
    person: personName(source, conflict.personId),
    rest: at(source.plan.people, conflict.personId)?.rest ?? 0,
    short: conflict.short,
  }),
  "person-travel": (source, conflict) => {
    const { from, to } = runsOf(source, conflict);
    const travel = at(source.plan.people, conflict.personId)?.travel.find(
      (entry) => entry.from.instant < to && from < entry.to.instant,
    );
    const { zone } = conflict.when;
    return {
      ...about(source, conflict),
      person: personName(source, conflict.personId),
      travel: stretchIn(
        source,
        zone,
        travel?.from.instant ?? conflict.when.from,
        travel?.to.instant ?? conflict.when.to,
      ),
      because: conflict.because,
    };
  },
  "person-blocked": (source, conflict) => ({
    ...about(source, conflict),
    person: personName(source, conflict.personId),
    hole: away(source, conflict, at(source.plan.people, conflict.personId)?.hours, conflict.because),
  }),
  "person-places": (source, conflict) => ({
    ...about(source, conflict),
    person: personName(source, conflict.personId),
    cities: conflict.cities,
  }),
  "pool-empty": poolCrowd,
  "pool-rest": poolCrowd,
  "no-interpreters": (source, conflict) => ({ ...about(source, conflict), pair: conflict.pair }),
  uplink: (source, conflict) => ({
    ...about(source, conflict),
    sessions: titlesOf(source, conflict),
    venue: at(source.plan.venues, conflict.venueId)?.name ?? conflict.venueId,
    direction: conflict.direction,
    needed: conflict.needed,
    has: conflict.has,
  }),
  order: (source, conflict) => pair(source, conflict),
  gap: (source, conflict) => ({ ...asSet(source, conflict), change: changeOf(source, conflict) }),
  fold: (source, conflict) => ({ ...asSet(source, conflict), change: changeOf(source, conflict) }),
  "outside-conference": (source, conflict) => {
    const { from } = runsOf(source, conflict);
    const conference = at(source.plan.conferences, sessionFor(source, conflict.occurrenceIds[0])?.conferenceId ?? "");
    const { firstDay = null, lastDay = null } = conference ?? {};
    const isEarly = firstDay !== null && dayOf(source.zones, conflict.when.zone, from) < firstDay;
    return {
      ...about(source, conflict),
      first: isEarly ? dayMoment(firstDay) : null,
      last: isEarly ? null : dayMoment(lastDay),
    };
  },
  "outside-range": (source, conflict) => {
    const range = sessionFor(source, conflict.occurrenceIds[0])?.range ?? null;
    const { earliest = null, latest = null } = range ?? {};
    return {
      ...about(source, conflict),
      part: conflict.part,
      firstDay: dayMoment(range?.firstDay ?? null),
      lastDay: dayMoment(range?.lastDay ?? null),
      earliest: earliest === null ? null : clock(earliest),
      latest: latest === null ? null : { time: clock(latest), nextDay: latest > 1440 },
    };
  },
  "zone-moved": (source, conflict) => ({
    ...asSet(source, conflict),
    was: momentOf(wallAtOffset(startOf(source, conflict)?.instant ?? conflict.when.from, 0)),
    becomes: momentOf(wallAtOffset(conflict.instant, 0)),
    version: source.zones.version,
  }),
};

const nowhere = { from: null, to: null };

function startOf({ plan }: Source, conflict: Conflict) {
  return at(plan.occurrences, conflict.occurrenceIds[0])?.start ?? null;
}

function runsOf(source: Source, conflict: Conflict, which = 0) {
  return timesOf(source, conflict.occurrenceIds[which] ?? "") ?? conflict.when;
}

function about(source: Source, conflict: Conflict) {
  const { from, to } = runsOf(source, conflict);
  const { zone, city } = conflict.when;
  return { session: titleFor(source, conflict.occurrenceIds[0]), runs: stretchIn(source, zone, from, to), city };
}

/** With the wall time that people have set: in a gap the clocks never show it. */
function asSet(source: Source, conflict: Conflict) {
  const start = startOf(source, conflict);
  const said = about(source, conflict);
  return start === null ? said : { ...said, runs: { ...said.runs, from: momentOf(start.wall) } };
}

function pair(source: Source, conflict: Conflict) {
  const one = runsOf(source, conflict);
  const other = runsOf(source, conflict, 1);
  const { zone } = conflict.when;
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return {
    ...about(source, conflict),
    other: titleFor(source, conflict.occurrenceIds[1] ?? ""),
    otherRuns: stretchIn(source, zone, other.from, other.to),
    overlap: from < to ? stretchIn(source, zone, from, to) : null,
  };
}

/** By start: the one that it is about began last. */
function titlesOf(source: Source, { occurrenceIds: [first, ...others] }: Conflict): readonly string[] {
  return [...others, first].map((id) => titleFor(source, id));
}

function poolCrowd(source: Source, conflict: ConflictOf["pool-empty"] | ConflictOf["pool-rest"]) {
  const pool = at(source.plan.pools, conflict.poolId);
  const stretch = pool?.longestStretch ?? Infinity;
  const isLong = conflict.occurrenceIds.some((id) => (sessionFor(source, id)?.minutes ?? 0) > stretch);
  return {
    ...about(source, conflict),
    sessions: titlesOf(source, conflict),
    pool: pool?.name ?? conflict.poolId,
    needed: conflict.needed,
    size: conflict.size,
    rest: pool?.rest ?? 0,
    stretch: isLong ? stretch : null,
  };
}

function away(source: Source, { when }: Conflict, hours: Hours | undefined, because: string): Hole {
  const hole = hours === undefined ? nowhere : holeAround(source, hours, when.zone, when.from);
  return holeIn(source, when.zone, hole, because);
}

/** Whether closed hours begin in what is looked at, end in it, or neither: then they may do so in all that is occupied. */
function liesTo(
  hole: { readonly from: number | null; readonly to: number | null },
  part: { readonly from: number; readonly to: number },
  occupied: { readonly from: number; readonly to: number },
): "closes" | "opens" | "closed" {
  const from = hole.from ?? -Infinity;
  const to = hole.to ?? Infinity;
  for (const whole of [part, occupied]) {
    if (from > whole.from && to < whole.to) return "closed";
    if (from > whole.from) return "closes";
    if (to < whole.to) return "opens";
  }
  return "closed";
}

/** What the clocks show before and after they change. */
function changeOf(source: Source, conflict: Conflict): Stretch {
  const start = startOf(source, conflict);
  const resolved = start === null ? null : resolveWall(source.zones, start.zone, start.wall);
  if (start === null || resolved === null)
    return stretchIn(source, conflict.when.zone, conflict.when.from, conflict.when.to);
  if (resolved.kind === "gap") {
    const { at: instant, before, after } = resolved;
    return { from: momentOf(wallAtOffset(instant, before)), to: momentOf(wallAtOffset(instant, after)) };
  }
  if (resolved.kind === "fold") {
    const { earlier, later } = resolved;
    const instant = nextChange(source.zones, start.zone, earlier.instant, day)?.at ?? later.instant;
    return { from: momentOf(wallAtOffset(instant, earlier.offset)), to: momentOf(wallAtOffset(instant, later.offset)) };
  }
  return { from: momentAt(source, start.zone, start.instant), to: momentAt(source, start.zone, start.instant) };
}

function dayMoment(date: string | null) {
  return date === null ? null : momentOf(`${date}T00:00`);
}
