import type { Conflict } from "../conflict.ts";
import { hoursOf } from "../timeline.ts";
import { found, near, pair, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/** A part of the session lies in blocked hours of a group that attends; about the first such stretch. */
export const groupBlocked: Check = (_world, placed) =>
  placed.attends.flatMap(({ group, hours }): readonly Conflict[] => {
    const blocked = hours.first("blocked", placed.from, placed.to);
    if (blocked === null) return [];
    const { dated, why: because } = blocked;
    const trouble = { kind: "group-blocked", groupId: group.id, dated, because } as const;
    return [found(trouble, "error", [placed], group.id, whenIn(group, blocked.from, blocked.to))];
  });

/** A warning: a part of the session is night for a group that attends; the burden is that of the whole session. */
export const groupNight: Check = (_world, placed) =>
  placed.attends.flatMap(({ group, hours }): readonly Conflict[] => {
    const night = hours.first("night", placed.from, placed.to);
    if (night === null) return [];
    const burden = hoursOf(hours.cost(placed.from, placed.to));
    const trouble = { kind: "group-night", groupId: group.id, burden } as const;
    return [found(trouble, "warning", [placed], group.id, whenIn(group, night.from, night.to))];
  });

/**
 * A group that may not split must attend two sessions at once. Where both are in the room that it sits in, the room is
 * taken twice, and that is said of the room.
 */
export const groupDouble: Check = (world, placed) =>
  placed.attends.flatMap(({ group, need, via }) => {
    if (group.maySplit || need !== "must") return [];
    return near(world.ofGroup(group.id), placed, 0).flatMap((other): readonly Conflict[] => {
      const theirs = other.attends.find((attends) => attends.group.id === group.id);
      if (theirs?.need !== "must" || (via !== null && via === theirs.via)) return [];
      const [first, second] = pair(placed, other);
      return [
        found(
          { kind: "group-double", groupId: group.id, other: second.occurrence.id },
          "error",
          [first, second],
          group.id,
          whenIn(group, first.from, Math.min(first.to, second.to)),
        ),
      ];
    });
  });
