import type { ConferenceId, GroupId, Instant, OccurrenceId } from "../ids.ts";
import { at } from "../record.ts";
import { standsAlone } from "./conflicts.ts";
import { gridStarts } from "./grid.ts";
import { groupsOf, hostZone } from "./look.ts";
import type { Hours, Plan, Start } from "./model.ts";
import { hoursOf, timelineOf } from "./timeline.ts";
import { addDays, dayOf, midnight } from "./times.ts";
import { worldOf } from "./world.ts";
import type { Days, Placed, World } from "./world.ts";
import type { Zones } from "./zones.ts";

const day = 86_400_000;

/** What a conference's sessions cost its groups, in weighted hours. */
export interface Burdens {
  /** By placed occurrence, for the groups that attend it live. */
  readonly ofOccurrence: ReadonlyMap<OccurrenceId, ReadonlyMap<GroupId, number>>;
  /** Of all groups that the conference uses, those that attend nothing too. */
  readonly total: ReadonlyMap<GroupId, number>;
}

/**
 * Weighted hours of [from, to): an hour costs 0 in kind, 1 in bearable, 3 in shoulder, 8 in night hours (scheduling.md,
 * *Suggest*); blocked ones count as night. @throws RangeError for an unknown zone
 */
export function burdenOf(hours: Hours, zones: Zones, zone: string, from: Instant, to: Instant): number {
  return hoursOf(timelineOf(zones, hours, zone).cost(from, to));
}

/** What is placed now costs. Cancelled sessions and playback cost nothing. @throws RangeError for an unknown zone */
export function burdens(plan: Plan, zones: Zones, conferenceId: ConferenceId): Burdens {
  const ofOccurrence = new Map<OccurrenceId, ReadonlyMap<GroupId, number>>();
  const sums = new Map<GroupId, number>(groupsOf(plan, conferenceId).map(({ id }) => [id, 0]));
  for (const { occurrence, attends, from, to } of worldOf(plan, zones).ofConference(conferenceId)) {
    const costs = attends.map(({ group, hours }) => [group.id, hours.cost(from, to)] as const);
    for (const [id, cost] of costs) sums.set(id, (sums.get(id) ?? 0) + cost);
    ofOccurrence.set(occurrence.id, inHours(new Map(costs)));
  }
  return { ofOccurrence, total: inHours(sums) };
}

/** The days of a conference that are looked at; of a longer one a week before and after each occurrence. */
const mostDays = 15;

/**
 * What no plan could spare a group: for each placed occurrence that it attends the least that this one could cost it,
 * summed, in weighted hours. Looked at are the starts on the grid within the conference's days at which the occurrence
 * breaks no rule alone (`standsAlone`); the others are not looked at, nor whether it is pinned. If there is no such start,
 * it is what it costs now. A conference without days has those from the first to the last on which anything is placed. If
 * there are more than 15 days, only those from a week before to a week after where the occurrence is.
 * Every group that the conference uses is in the answer. @throws RangeError for an unknown zone
 */
export function unavoidable(plan: Plan, zones: Zones, conferenceId: ConferenceId): ReadonlyMap<GroupId, number> {
  const world = worldOf(plan, zones);
  const sums = new Map<GroupId, number>(groupsOf(plan, conferenceId).map(({ id }) => [id, 0]));
  const startsIn = startsOnce(zones);
  for (const placed of world.ofConference(conferenceId)) {
    const days = daysFor(world, placed);
    const starts = startsIn(placed.host.zone, days.from, days.to);
    for (const [id, cost] of leastCosts(world, placed, starts)) sums.set(id, (sums.get(id) ?? 0) + cost);
  }
  return inHours(sums);
}

/** The least that each attending group could pay for an occurrence, each at its own best start; as `Timeline.cost`. */
function leastCosts(world: World, placed: Placed, starts: readonly Start[]): ReadonlyMap<GroupId, number> {
  const least = placed.attends.map(() => Infinity);
  const { attends } = placed;
  for (const start of starts) {
    const there = world.placedAt(placed.occurrence.id, start);
    if (there === null || !standsAlone(world, there)) continue;
    for (const [i, { hours }] of attends.entries()) {
      if (least[i] === 0) continue;
      least[i] = Math.min(least[i] ?? Infinity, hours.cost(there.from, there.to));
    }
    if (least.every((cost) => cost === 0)) break;
  }
  return new Map(
    attends.map(({ group, hours }, i) => {
      const cost = least[i] ?? Infinity;
      return [group.id, cost === Infinity ? hours.cost(placed.from, placed.to) : cost];
    }),
  );
}

/** The conference's days as far as an occurrence looks at them. */
function daysFor(world: World, { session, from }: Placed): Days {
  const { plan, zones } = world;
  const { zone } = at(plan.conferences, session.conferenceId) ?? hostZone(plan, session);
  const midnightBy = (instant: Instant, days: number): Instant =>
    midnight(zones, zone, addDays(dayOf(zones, zone, instant), days));
  const days = world.daysOf(session.conferenceId);
  const all = world.ofConference(session.conferenceId);
  const first = days.from === -Infinity ? midnightBy(all[0]?.from ?? from, 0) : days.from;
  const lastEnd = all.reduce((latest, { to }) => Math.max(latest, to), -Infinity);
  const last = days.to === Infinity ? midnightBy(lastEnd - 1, 1) : days.to;
  if (last - first <= mostDays * day) return { from: first, to: last };
  return { from: Math.max(first, midnightBy(from, -7)), to: Math.min(last, midnightBy(from, 8)) };
}

/** Most sessions have the same days and one of a few zones. */
function startsOnce(zones: Zones): (zone: string, from: Instant, to: Instant) => readonly Start[] {
  const known = new Map<string, readonly Start[]>();
  return (zone, from, to) => {
    const key = `${zone} ${from} ${to}`;
    const starts = known.get(key) ?? gridStarts(zones, zone, from, to);
    known.set(key, starts);
    return starts;
  };
}

function inHours<Id>(costs: ReadonlyMap<Id, number>): ReadonlyMap<Id, number> {
  return new Map([...costs].map(([id, cost]) => [id, hoursOf(cost)]));
}
