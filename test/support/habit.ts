import type { ConferenceId, GroupId, Instant, OccurrenceId, PersonId, RoomId } from "../../shared/ids.ts";
import { gridStarts } from "../../shared/plan/grid.ts";
import { addDays, dayOf, midnight } from "../../shared/plan/times.ts";
import type { Plan, Start } from "../../shared/plan/model.ts";
import type { Placed } from "../../shared/plan/world.ts";
import { worldOf } from "../../shared/plan/world.ts";
import type { Zones } from "../../shared/plan/zones.ts";

// How link times are found where nobody looks at the other clocks: each session in the office hours of its host.

const hour = 3_600_000;
const minute = 60_000;
const opens = 10;
const closes = 17;

/** From when to when something is taken. */
interface Taken {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Habit {
  /** Where each occurrence that the plan has placed would be. */
  readonly starts: ReadonlyMap<OccurrenceId, Start>;
  /** Those for which the host's hours have no room on their day. */
  readonly left: readonly OccurrenceId[];
}

/**
 * The usual habit: each session on the day that it has, by its host's calendar, in the order in which the plan has them, at
 * the first quarter of an hour from 10:00 on at which its host room (with set-up and clearing), its people and its groups
 * that may not split are in no other session; over by 17:00. That is all it looks at: neither opening hours nor blocked
 * ones, nor pools, lines, people's hours and journeys.
 */
export function habitOf(plan: Plan, zones: Zones, conferenceId: ConferenceId): Habit {
  const rooms = new Map<RoomId, Taken[]>();
  const groups = new Map<GroupId, Taken[]>();
  const people = new Map<PersonId, Taken[]>();
  const starts = new Map<OccurrenceId, Start>();
  const left: OccurrenceId[] = [];
  for (const placed of worldOf(plan, zones).ofConference(conferenceId)) {
    const { occurrence, session } = placed;
    const length = placed.to - placed.from;
    const takes = (from: Instant): readonly (readonly [Taken[], Taken])[] => {
      const during = { from, to: from + length };
      return [
        ...hostOf(placed).map(({ id, setUp, turnRound }) => {
          const held = { from: from - setUp * minute, to: from + length + turnRound * minute };
          return [listIn(rooms, id), held] as const;
        }),
        ...placed.attends
          .filter(({ group }) => !group.maySplit)
          .map(({ group }) => [listIn(groups, group.id), during] as const),
        ...session.personIds.map((id) => [listIn(people, id), during] as const),
      ];
    };
    const { zone } = placed.host;
    const day = midnight(zones, zone, dayOf(zones, zone, placed.from));
    const nextDay = midnight(zones, zone, addDays(dayOf(zones, zone, placed.from), 1));
    const start = gridStarts(zones, zone, day, nextDay)
      .filter((each) => timeOfDay(each.wall) >= opens * hour && timeOfDay(each.wall) + length <= closes * hour)
      .find(({ instant }) => takes(instant).every(([list, own]) => list.every((other) => !overlap(own, other))));
    if (start === undefined) {
      left.push(occurrence.id);
      continue;
    }
    starts.set(occurrence.id, start);
    for (const [list, own] of takes(start.instant)) list.push(own);
  }
  return { starts, left };
}

function hostOf({ session, rooms }: Placed): Placed["rooms"] {
  return rooms.filter(({ id }) => id === session.hostRoomId);
}

/** "2020-01-10T16:15": milliseconds since midnight. */
function timeOfDay(wall: string): number {
  const [hours = 0, minutes = 0] = wall.slice(11).split(":").map(Number);
  return hours * hour + minutes * minute;
}

function listIn<Key>(lists: Map<Key, Taken[]>, key: Key): Taken[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const overlap = (one: Taken, other: Taken): boolean => one.from < other.to && other.from < one.to;
