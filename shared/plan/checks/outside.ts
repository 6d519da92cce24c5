import type { Instant } from "../../ids.ts";
import { at } from "../../record.ts";
import { dayNumber } from "../times.ts";
import type { Placed, World } from "../world.ts";
import { offsetAt } from "../zones.ts";
import { found, minute, whenIn } from "./check.ts";
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
  const number = Math.floor(wallMinute(world, placed, placed.from) / 1440);
  const isBefore = range.firstDay !== null && number < dayNumber(range.firstDay);
  const isAfter = range.lastDay !== null && number > dayNumber(range.lastDay);
  return isBefore || isAfter ? [outsideRange(placed, "day")] : [];
};

/** It begins before its earliest or ends after its latest minute, both counted from the midnight before its start. */
export const outsideRangeHour: Check = (world, placed) => {
  const { range } = placed.session;
  if (range === null || (range.earliest === null && range.latest === null)) return [];
  const begins = wallMinute(world, placed, placed.from);
  const midnight = Math.floor(begins / 1440) * 1440;
  const isEarly = range.earliest !== null && begins - midnight < range.earliest;
  const isLate = range.latest !== null && wallMinute(world, placed, placed.to) - midnight > range.latest;
  return isEarly || isLate ? [outsideRange(placed, "hour")] : [];
};

function outsideRange(placed: Placed, part: "day" | "hour") {
  const when = whenIn(placed.host, placed.from, placed.to);
  return found({ kind: "outside-range", part }, "error", [placed], part, when);
}

/** Minutes since 1970 on the host's wall clock, seconds cut off. */
function wallMinute({ zones }: World, { host }: Placed, instant: Instant): number {
  return Math.floor(instant / minute + offsetAt(zones, host.zone, instant));
}
