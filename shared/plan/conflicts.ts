import type { ConferenceId, OccurrenceId } from "../ids.ts";
import type { Check } from "./checks/check.ts";
import { fold, gap, zoneMoved } from "./checks/clock.ts";
import { groupBlocked, groupDouble, groupNight } from "./checks/groups.ts";
import { order } from "./checks/order.ts";
import { outsideConference, outsideRangeDay, outsideRangeHour } from "./checks/outside.ts";
import { personBlocked, personDouble, personPlaces, personTravel } from "./checks/people.ts";
import { noInterpreters, poolEmpty, poolRest, uplink } from "./checks/pools.ts";
import { roomClosed, roomDouble, roomTurnRound } from "./checks/rooms.ts";
import type { Conflict } from "./conflict.ts";
import { compare } from "./look.ts";
import type { Plan, Start } from "./model.ts";
import { worldOf } from "./world.ts";
import type { Placed, World } from "./world.ts";
import type { Zones } from "./zones.ts";

/** What an occurrence may break by itself, wherever the others are. */
const alone: readonly Check[] = [
  outsideConference,
  outsideRangeDay,
  outsideRangeHour,
  roomClosed,
  groupBlocked,
  personBlocked,
  personTravel,
  personPlaces,
];

/** What else an error is found by. */
const others: readonly Check[] = [
  gap,
  fold,
  roomDouble,
  roomTurnRound,
  groupDouble,
  personDouble,
  poolEmpty,
  poolRest,
  noInterpreters,
  uplink,
  order,
];

const warnings: readonly Check[] = [zoneMoved, groupNight];

const checks: readonly Check[] = [...alone, ...others, ...warnings];

/**
 * All conflicts of a conference, each once: those that involve an occurrence of it, be it with one of another conference.
 * By when they are, then by key. @throws RangeError for an unknown zone
 */
export function conflicts(plan: Plan, zones: Zones, conferenceId: ConferenceId): readonly Conflict[] {
  const world = worldOf(plan, zones);
  const byKey = new Map<string, Conflict>();
  for (const placed of world.ofConference(conferenceId))
    for (const conflict of conflictsAt(world, placed)) byKey.set(conflict.key, conflict);
  return [...byKey.values()].sort(byWhen);
}

/**
 * The conflicts that involve an occurrence where it stands, or as if it stood at `start` and all others where they are;
 * in the order of `conflicts`. None while it has no time, and none for a cancelled session. @throws RangeError as `conflicts`
 */
export function conflictsOf(world: World, occurrenceId: OccurrenceId, start?: Start): readonly Conflict[] {
  const placed = start === undefined ? world.placed(occurrenceId) : world.placedAt(occurrenceId, start);
  return placed === null ? [] : conflictsAt(world, placed).sort(byWhen);
}

/**
 * Whether a placed occurrence breaks no rule that it alone can break: its rooms are open, its groups and people may come,
 * it is within its conference's days and its own range. Says nothing about the others.
 */
export function standsAlone(world: World, placed: Placed): boolean {
  return alone.every((check) => check(world, placed).length === 0);
}

/** Whether no error involves an occurrence as it is given; the same as to ask `conflictsOf` for errors, and quicker. */
export function breaksNothing(world: World, placed: Placed): boolean {
  return standsAlone(world, placed) && others.every((check) => check(world, placed).length === 0);
}

function conflictsAt(world: World, placed: Placed): Conflict[] {
  return checks.flatMap((check) => check(world, placed));
}

function byWhen(a: Conflict, b: Conflict): number {
  return a.when.from - b.when.from || compare(a.key, b.key);
}
