import type { GroupId, Instant, RoomId } from "../../../shared/ids.ts";
import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import type { Conference, Group, Plan } from "../../../shared/plan/model.ts";
import { midnight } from "../../../shared/plan/times.ts";
import { offsetAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { Occasion } from "./occasion.ts";

/** Places whose clocks agree at every time that the plan names. The first room's city names it, else the first group's. */
export interface Region {
  readonly key: string;
  readonly city: string;
  readonly zone: string;
  /** Whose hours stand for it: the audience of its first room, else its first group. */
  readonly group: Group;
  readonly groupIds: ReadonlySet<GroupId>;
  readonly roomIds: ReadonlySet<RoomId>;
}

/** West to east. */
export function regionsOf(
  plan: Plan,
  zones: Zones,
  conference: Conference,
  occasions: readonly Occasion[],
): readonly Region[] {
  const instants = momentsOf(zones, conference, occasions);
  const regions = new Map<string, { city: string; zone: string; group: Group; groups: Group[]; east: number }>();
  const offsets = new Map<string, string>();
  const rooms = new Map(roomsOf(plan, conference.id).map((room) => [room.id, room]));
  for (const group of groupsOf(plan, conference.id)) {
    const room = group.roomId === null ? undefined : rooms.get(group.roomId);
    // An audience of another conference's room is no place of this one.
    if (group.roomId !== null && room === undefined) continue;
    const { zone, city } = room ?? group;
    const key = offsets.get(zone) ?? instants.map((instant) => offsetAt(zones, zone, instant)).join(" ");
    offsets.set(zone, key);
    const region = regions.get(key);
    const east = offsetAt(zones, zone, instants[0] ?? conference.createdAt);
    if (region === undefined) regions.set(key, { city, zone, group, groups: [group], east });
    else region.groups.push(group);
  }
  return [...regions]
    .sort(([, a], [, b]) => a.east - b.east)
    .map(([key, { city, zone, group, groups }]) => ({
      key,
      city,
      zone,
      group,
      groupIds: new Set(groups.map(({ id }) => id)),
      roomIds: new Set(groups.flatMap(({ roomId }) => (roomId === null ? [] : [roomId]))),
    }));
}

/** The times at which clocks are looked at: each start once, and the conference's first and last day. */
function momentsOf(zones: Zones, conference: Conference, occasions: readonly Occasion[]): readonly Instant[] {
  const starts = occasions.flatMap(({ start }) => (start === null ? [] : [start]));
  const days = [conference.firstDay, conference.lastDay].flatMap((day) =>
    day === null ? [] : [midnight(zones, conference.zone, day)],
  );
  const all = [...new Set([...starts, ...days])].sort((a, b) => a - b);
  return all.length === 0 ? [conference.createdAt] : all;
}
