import type { ConferenceId, Instant, OccurrenceId } from "../../ids.ts";
import { at } from "../../record.ts";
import { compare, occurrencesOf, sessionOf } from "../look.ts";
import type { Conference, Occurrence, Plan, PlanFile, Start } from "../model.ts";
import { addDays, dayOf, midnight } from "../times.ts";
import { worldOf } from "../world.ts";
import type { Days } from "../world.ts";
import type { Zones } from "../zones.ts";
import type { Wish } from "./suggestion.ts";

/** What the wish is about beside the plan. */
export interface Ground {
  readonly now: Instant;
  /** The conference's latest release; null: it has none. */
  readonly released: PlanFile | null;
}

/** An occurrence that may move, and the time that it had: in the draft, in Repair in the release. */
export interface Free {
  readonly occurrence: Occurrence;
  readonly was: Start | null;
}

/** One that stays where it is. */
export interface Fixed {
  readonly occurrenceId: OccurrenceId;
  readonly because: "pinned" | "past" | "not-free";
}

export interface Scope {
  /** By id. */
  readonly free: readonly Free[];
  readonly fixed: readonly Fixed[];
  /** The draft, with what has begun where it was released: there it was or is held, whatever the draft says now. */
  readonly plan: Plan;
  /** The same with the free ones where they were. */
  readonly asItWas: Plan;
}

/**
 * What of a conference may move and what stays. Free is what is not pinned nor cancelled, has not begun (by the release)
 * and is wished for; a pinned one without a time is neither free nor fixed. `released` is looked at in both modes for
 * what has begun, in Repair for what the free ones had too.
 */
export function scopeOf(draft: Plan, zones: Zones, wish: Wish, { now, released }: Ground): Scope {
  const before = startsIn(released);
  const zone = at(draft.conferences, wish.conferenceId)?.zone ?? "Etc/UTC";
  const days = wish.days === null ? null : new Set(wish.days);
  const wanted = wish.occurrenceIds === null ? null : new Set(wish.occurrenceIds);
  const isWished = (id: OccurrenceId, was: Start | null): boolean =>
    (wanted === null || wanted.has(id)) && (days === null || was === null || days.has(dayOf(zones, zone, was.instant)));

  const free: Free[] = [];
  const fixed: Fixed[] = [];
  const begun = new Map<OccurrenceId, Start>();
  for (const occurrence of [...occurrencesOf(draft, wish.conferenceId)].sort((a, b) => compare(a.id, b.id))) {
    if (sessionOf(draft, occurrence)?.state === "cancelled") continue;
    const { id, start, pinned } = occurrence;
    const releasedAt = before.get(id) ?? null;
    const was = wish.mode === "repair" ? releasedAt : start;
    if (releasedAt !== null && releasedAt.instant <= now) {
      begun.set(id, releasedAt);
      fixed.push({ occurrenceId: id, because: "past" });
    } else if (!pinned && isWished(id, was)) free.push({ occurrence, was });
    else if (start !== null) fixed.push({ occurrenceId: id, because: pinned ? "pinned" : "not-free" });
  }
  const plan = withStarts(draft, begun);
  const asItWas = withStarts(plan, new Map(free.map(({ occurrence, was }) => [occurrence.id, was])));
  return { free, fixed, plan, asItWas };
}

/** The place in `days` of the first one that is none of the conference's; −1: all are. Days that it has not said are unbounded. */
export function dayOutside({ days }: Pick<Wish, "days">, { firstDay, lastDay }: Conference): number {
  return (days ?? []).findIndex((day) => (firstDay !== null && day < firstDay) || (lastDay !== null && day > lastDay));
}

/** The plan with other starts for some occurrences. */
export function withStarts(plan: Plan, starts: ReadonlyMap<OccurrenceId, Start | null>): Plan {
  const changed = [...starts].flatMap(([id, start]) => {
    const occurrence = at(plan.occurrences, id);
    return occurrence === undefined || occurrence.start === start ? [] : [[id, { ...occurrence, start }] as const];
  });
  if (changed.length === 0) return plan;
  return { ...plan, occurrences: { ...plan.occurrences, ...Object.fromEntries(changed) } };
}

/**
 * The conference's days as instants. What it has not said is where the first thing of it is placed begins, and where the last
 * one ends, as whole days in its zone; null if nothing is.
 */
export function conferenceDays(plan: Plan, zones: Zones, conferenceId: ConferenceId): Days | null {
  const world = worldOf(plan, zones);
  const zone = at(plan.conferences, conferenceId)?.zone ?? "Etc/UTC";
  const { from, to } = world.daysOf(conferenceId);
  const placed = world.ofConference(conferenceId);
  const first = placed[0]?.from;
  const last = placed.reduce((latest, one) => Math.max(latest, one.to), -Infinity);
  const begins = from === -Infinity ? first && midnight(zones, zone, dayOf(zones, zone, first)) : from;
  const ends = to === Infinity ? dayAfter(zones, zone, last) : to;
  return begins === undefined || ends === null ? null : { from: begins, to: ends };
}

function dayAfter(zones: Zones, zone: string, ends: Instant): Instant | null {
  return ends === -Infinity ? null : midnight(zones, zone, addDays(dayOf(zones, zone, ends - 1), 1));
}

/** Where a release has each occurrence that it holds: neither cancelled nor without a time. */
function startsIn(released: PlanFile | null): ReadonlyMap<OccurrenceId, Start> {
  if (released === null) return new Map();
  const cancelled = new Set(released.sessions.filter(({ state }) => state === "cancelled").map(({ id }) => id));
  return new Map(
    released.occurrences.flatMap(({ id, sessionId, start }) =>
      start === null || cancelled.has(sessionId) ? [] : [[id, start] as const],
    ),
  );
}
