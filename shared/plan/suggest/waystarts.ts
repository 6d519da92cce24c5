import type { OccurrenceId } from "../../ids.ts";
import type { Conflict } from "../conflict.ts";
import { conflictsOf } from "../conflicts.ts";
import { gridStarts } from "../grid.ts";
import { at } from "../../record.ts";
import type { Plan, Start } from "../model.ts";
import { dayOf } from "../times.ts";
import { World } from "../world.ts";
import type { Placed } from "../world.ts";
import type { Zones } from "../zones.ts";
import type { Built } from "./build.ts";
import { liveOptionsOf, linkName, withPlayback } from "./options.ts";
import { placementsOf, withPlacements } from "./placing.ts";
import type { Placing } from "./problem.ts";
import { conferenceDays, withStarts } from "./scope.ts";
import type { Ground } from "./scope.ts";
import type { Wish } from "./suggestion.ts";

// Where a session that finds no time could begin if one thing were otherwise, with all the others where they are placed.

const day = 86_400_000;

/** The suggested plan with the session nowhere, and its *may* links left to be playback: nobody need come by them. */
export interface Setting {
  readonly id: OccurrenceId;
  readonly plan: Plan;
  readonly world: World;
}

export function settingOf(built: Built, zones: Zones, placing: Placing, id: OccurrenceId): Setting {
  const placed = withPlacements(built.plan, placementsOf(built, placing));
  const plan = nowhere(placed, id);
  return { id, plan, world: new World(plan, zones) };
}

/** A plan in which the occurrence has no time, and is playback for whom it may be. */
export function nowhere(plan: Plan, id: OccurrenceId): Plan {
  const occurrence = at(plan.occurrences, id);
  const options = occurrence === undefined ? [] : liveOptionsOf(plan, occurrence);
  return withPlayback(
    withStarts(plan, new Map([[id, null]])),
    new Map([[id, new Set(options.flatMap(({ links }) => links))]]),
  );
}

/** A start, and what stands in its way. */
export interface Blocked {
  readonly placed: Placed;
  readonly errors: readonly Conflict[];
}

/**
 * The starts of the conference's days and of the day before and after (where the wish names days: of these only; in Repair:
 * only after now), with what stands in the way.
 */
export function blockedStarts(built: Built, { now }: Ground, { id, world }: Setting): readonly Blocked[] {
  const { wish, conferenceId } = built;
  const { zones } = world;
  const days = conferenceDays(built.asItWas, zones, conferenceId);
  const demand = world.demand(id);
  if (days === null || demand === null) return [];
  const zone = at(world.plan.conferences, conferenceId)?.zone ?? demand.host.zone;
  const wanted = wish.days === null ? null : new Set(wish.days);
  const isAsked = ({ instant }: Start): boolean =>
    (wish.mode === "plan" || instant > now) && (wanted === null || wanted.has(dayOf(zones, zone, instant)));
  return gridStarts(zones, demand.host.zone, days.from - day, days.to + day)
    .filter(isAsked)
    .flatMap((start) => {
      const placed = world.placedAt(id, start);
      if (placed === null) return [];
      const errors = errorsAt(world, id, start);
      const isLooked = start.instant >= days.from && start.instant < days.to;
      return isLooked || isReached(errors, wish) ? [{ placed, errors }] : [];
    });
}

/**
 * Whether a start on a day that is not looked at can be had by one change: by making it a day of the conference, or, where
 * the conference has not said its days and nothing else is in the way, by moving the session there.
 */
function isReached(errors: readonly Conflict[], { mode }: Wish): boolean {
  return errors.some(({ kind }) => kind === "outside-conference") || (errors.length === 0 && mode === "plan");
}

export function errorsAt(world: World, id: OccurrenceId, start: Start): readonly Conflict[] {
  return conflictsOf(world, id, start).filter(({ weight }) => weight === "error");
}

/** What it costs those who attend, in hour costs × milliseconds. */
export function costOf({ attends, from, to }: Placed): number {
  return attends.reduce((sum, { hours }) => sum + hours.cost(from, to), 0);
}

/** What it would cost without those who come by a link. */
export function costWithout({ attends, from, to }: Placed, link: string): number {
  return attends.reduce(
    (sum, { group, via, hours }) =>
      link === (via === null ? `group:${group.id}` : `room:${via}`) ? sum : sum + hours.cost(from, to),
    0,
  );
}

/**
 * What, changed alone, might take a conflict away: "link:room:x", "drop-person:p", … Two conflicts that have one in common may
 * go by one change. That the session ends earlier is one of them where what is in the way comes in its second half.
 */
export function leversOf(placed: Placed, conflict: Conflict): readonly string[] {
  const levers = allLevers(placed, conflict);
  const isLate = conflict.when.from >= (placed.from + placed.to) / 2 || saysNoTime.has(conflict.kind);
  return isLate ? levers : levers.filter((lever) => lever !== "shorten");
}

/** In these `when` is the whole session. */
const saysNoTime: ReadonlySet<Conflict["kind"]> = new Set(["person-double", "outside-conference", "outside-range"]);

function allLevers({ occurrence, session, rooms, attends, venues }: Placed, conflict: Conflict): readonly string[] {
  const roomLinks = (ids: readonly string[]): readonly string[] =>
    rooms.flatMap(({ id }) => (ids.includes(id) && id !== session.hostRoomId ? [`link:room:${id}`] : []));
  const atVenue = (venueId: string): readonly string[] =>
    // One room less is what one change takes away; the trial says whether it is enough.
    venues.some(({ venue }) => venue.id === venueId)
      ? roomLinks(rooms.filter((room) => room.venueId === venueId).map(({ id }) => id))
      : [];
  const groupLinks = (groupId: string): readonly string[] =>
    attends.flatMap(({ group, via }) => {
      if (group.id !== groupId) return [];
      if (via !== null) return roomLinks([via]);
      return occurrence.links.some((link) => linkName(link) === `group:${groupId}`) ? [`link:group:${groupId}`] : [];
    });
  switch (conflict.kind) {
    case "room-closed":
      return [`open-room:${conflict.roomId}`, "shorten", "turn-round", ...roomLinks([conflict.roomId])];
    case "room-double":
      return ["shorten", ...roomLinks([conflict.roomId])];
    case "room-turn-round":
      return ["turn-round", "shorten", ...roomLinks([conflict.roomId])];
    case "group-blocked":
      return ["shorten", ...groupLinks(conflict.groupId), `open-hours:${conflict.groupId}`];
    case "group-double":
      return [`may-split:${conflict.groupId}`, "shorten", ...groupLinks(conflict.groupId)];
    case "person-double":
    case "person-travel":
      return ["shorten", `drop-person:${conflict.personId}`];
    case "person-blocked":
      return [`open-hours:${conflict.personId}`, "shorten", `drop-person:${conflict.personId}`];
    case "person-places":
      return [`drop-place:${conflict.personId}`, `drop-person:${conflict.personId}`];
    case "pool-empty":
    case "pool-rest":
      return [`grow-pool:${conflict.poolId}`, "shorten", ...venues.flatMap(({ venue }) => atVenue(venue.id))];
    case "no-interpreters":
      return [`make-pool:${conflict.pair.join("-")}`];
    case "uplink":
      return [`faster-line:${conflict.venueId}`, "shorten", ...atVenue(conflict.venueId)];
    case "order":
      return [`drop-order:${conflict.first}`];
    case "outside-conference":
      return ["more-days", "shorten"];
    case "outside-range":
      return [`wider-range:${conflict.part}`, "shorten"];
    case "gap":
    case "fold":
    case "group-night":
    case "zone-moved":
      return [];
  }
}
