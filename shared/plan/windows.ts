import type { Instant, RoomId } from "../ids.ts";
import { at } from "../record.ts";
import type { Link, Occurrence, Plan, Room } from "./model.ts";
import { lineCheckMinutes } from "./needs.ts";
import { endOf } from "./times.ts";

const minute = 60_000;

/** The times of a live link, in order: set-up → line check → live → overrun → closed. */
export interface Window {
  readonly setUpAt: Instant;
  readonly lineCheckAt: Instant;
  /** Live from `start` to `end`. */
  readonly start: Instant;
  readonly end: Instant;
  /** Until then it may go on. */
  readonly overrunUntil: Instant;
  /** The room is cleared, or the overrun is over. */
  readonly closed: Instant;
}

/**
 * A link's window. Remote groups set nothing up and clear nothing away; an audience has its room's times. Null for
 * playback, a cancelled session, and while the occurrence has no time.
 */
export function windowOf(plan: Plan, occurrence: Occurrence, link: Link): Window | null {
  const session = at(plan.sessions, occurrence.sessionId);
  const { start } = occurrence;
  if (session === undefined || session.state === "cancelled" || start === null || link.mode === "playback") return null;
  const room = roomOf(plan, link);
  const setUp = room?.setUp ?? 0;
  const end = endOf(start, session.minutes);
  const overrunUntil = end + session.overrun * minute;
  return {
    setUpAt: start.instant - setUp * minute,
    lineCheckAt: start.instant - Math.min(lineCheckMinutes, setUp) * minute,
    start: start.instant,
    end,
    overrunUntil,
    closed: Math.max(overrunUntil, end + (room?.turnRound ?? 0) * minute),
  };
}

function roomOf(plan: Plan, link: Link): Room | undefined {
  const id: RoomId | null = link.kind === "room" ? link.id : (at(plan.groups, link.id)?.roomId ?? null);
  return id === null ? undefined : at(plan.rooms, id);
}
