import { at } from "../../record.ts";
import type { Wall } from "../civil.ts";
import { dayNumber, dayOf } from "../times.ts";
import type { Placed } from "../world.ts";
import { wallAt } from "../zones.ts";
import { found, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/** A part of the session is not within the conference's days, in the conference's zone. */
export const outsideConference: Check = (world, placed) => {
  const days = world.daysOf(placed.session.conferenceId);
  if (placed.from >= days.from && placed.to <= days.to) return [];
  const place = at(world.plan.conferences, placed.session.conferenceId) ?? placed.host;
  return [found({ kind: "outside-conference" }, "error", [placed], "", whenIn(place, placed.from, placed.to))];
};

/** It begins on another day than the session may. */
export const outsideRangeDay: Check = (world, placed) => {
  const { range } = placed.session;
  if (range === null || (range.firstDay === null && range.lastDay === null)) return [];
  const day = dayOf(world.zones, placed.host.zone, placed.from);
  const isWithin =
    (range.firstDay === null || day >= range.firstDay) && (range.lastDay === null || day <= range.lastDay);
  return isWithin ? [] : [outsideRange(placed, "day")];
};

/** It begins before its earliest or ends after its latest minute, both counted from the midnight before its start. */
export const outsideRangeHour: Check = (world, placed) => {
  const { range } = placed.session;
  if (range === null || (range.earliest === null && range.latest === null)) return [];
  const begins = wallAt(world.zones, placed.host.zone, placed.from);
  const ends = wallAt(world.zones, placed.host.zone, placed.to);
  const isEarly = range.earliest !== null && minuteOfDay(begins) < range.earliest;
  const isLate = range.latest !== null && minuteOfDay(ends) + daysBetween(begins, ends) * 1440 > range.latest;
  return isEarly || isLate ? [outsideRange(placed, "hour")] : [];
};

function outsideRange(placed: Placed, part: "day" | "hour") {
  const when = whenIn(placed.host, placed.from, placed.to);
  return found({ kind: "outside-range", part }, "error", [placed], part, when);
}

function minuteOfDay(wall: Wall): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

function daysBetween(earlier: Wall, later: Wall): number {
  return dayNumber(later.slice(0, 10)) - dayNumber(earlier.slice(0, 10));
}
