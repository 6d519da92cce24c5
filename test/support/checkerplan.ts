import type { Band, Hours, Link, Occurrence, Plan, Pool, Session } from "../../shared/plan/model.ts";
import { localAt } from "./checkertime.ts";
import type { Clock } from "./checkertime.ts";

// What the independent checker knows of a plan: who is where in which minute.

export const minute = 60_000;
/** All times of the plans that are checked are whole minutes. */
export const step = minute;

export interface Placed {
  readonly id: string;
  readonly occurrence: Occurrence;
  readonly session: Session;
  readonly from: number;
  /** The steps of the session. */
  readonly steps: ReadonlySet<number>;
}

export function placedOf(plan: Plan): readonly Placed[] {
  return Object.values(plan.occurrences).flatMap((occurrence) => {
    if (occurrence?.start == null) return [];
    const session = plan.sessions[occurrence.sessionId];
    if (session === undefined || session.state === "cancelled") return [];
    const from = occurrence.start.instant;
    return [{ id: occurrence.id, occurrence, session, from, steps: stepsOf(from, session.minutes) }];
  });
}

export function stepsOf(from: number, minutes: number): ReadonlySet<number> {
  const steps = new Set<number>();
  for (let at = from; at < from + minutes * minute; at += step) steps.add(at);
  return steps;
}

/** Is the first the one that a pair's conflict is about: the one that begins later, or has the smaller id? */
export function later(one: Placed, other: Placed): boolean {
  return one.from > other.from || (one.from === other.from && one.id < other.id);
}

export const meet = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((at) => b.has(at)).length;

export const live = (placed: Placed): readonly Link[] => placed.occurrence.links.filter(({ mode }) => mode === "live");
/** Those that the plan has; what it does not have is passed over everywhere. */
export const liveRooms = (plan: Plan, placed: Placed): readonly string[] =>
  live(placed).flatMap((link) => (link.kind === "room" && plan.rooms[link.id] !== undefined ? [link.id] : []));

/** Setting up, the session and clearing of a room, each as its steps. */
export function partsIn(plan: Plan, placed: Placed, roomId: string) {
  const room = plan.rooms[roomId];
  if (room === undefined) throw new Error(`no room ${roomId}`);
  const end = placed.from + placed.session.minutes * minute;
  return {
    "set-up": stepsOf(placed.from - room.setUp * minute, room.setUp),
    session: placed.steps,
    clearing: stepsOf(end, room.turnRound),
  };
}

/** Everybody who attends: by their own link, or as the audience of a linked room. A *must* wins over a *may*, the room over the own link. */
export function attending(
  plan: Plan,
  placed: Placed,
): ReadonlyMap<string, { readonly must: boolean; readonly via: string | null }> {
  const all = new Map<string, { must: boolean; via: string | null }>();
  const add = (id: string, must: boolean, via: string | null): void => {
    const before = all.get(id);
    all.set(id, { must: must || before?.must === true, via: via ?? before?.via ?? null });
  };
  for (const link of live(placed)) {
    if (link.kind === "group" && plan.groups[link.id] === undefined) continue;
    if (link.kind === "group") add(link.id, link.need === "must", null);
    else
      for (const group of Object.values(plan.groups))
        if (group?.roomId === link.id) add(group.id, link.need === "must", link.id);
  }
  return all;
}

export function bandAt(clock: Clock, hours: Hours, zone: string, instant: number): Band {
  const today = localAt(clock, zone, instant);
  const yesterday = localAt(clock, zone, instant).before;
  const covers = (day: string, minutes: number, from: number, to: number): boolean =>
    (day === today.day && minutes >= from && minutes < to) ||
    (day === yesterday.day && minutes + 1440 >= from && minutes + 1440 < to);
  for (const { date, from, to, band } of hours.dated.toReversed())
    if (covers(date, today.minute, from, to)) return band;
  for (const { days, from, to, band } of hours.week.toReversed()) {
    if (days.includes(today.weekday) && today.minute >= from && today.minute < to) return band;
    if (days.includes(yesterday.weekday) && today.minute + 1440 >= from && today.minute + 1440 < to) return band;
  }
  return hours.rest;
}

export function poolFor(plan: Plan, conferenceId: string, a: string, b: string): Pool | undefined {
  return poolsOf(plan, conferenceId).find(
    ({ serves }) => serves.kind === "languages" && serves.pair.toSorted().join() === [a, b].toSorted().join(),
  );
}

export function poolsOf(plan: Plan, conferenceId: string): readonly Pool[] {
  return Object.values(plan.pools)
    .filter((pool) => pool !== undefined)
    .filter(({ conferenceIds }) => conferenceIds.some((id) => id === conferenceId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export const pairsOf = (languages: readonly string[]): readonly (readonly [string, string])[] => {
  const all = [...new Set(languages)];
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
};
