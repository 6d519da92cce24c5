import type { ConferenceId, OccurrenceId } from "../../ids.ts";
import { at } from "../../record.ts";
import { occurrencesOf, sessionOf } from "../look.ts";
import type { Plan, Start } from "../model.ts";
import type { Placement } from "./suggestion.ts";

const hour = 3_600_000;

/** Two plans are worth choosing between if at least so many of the conference's occurrences are at other times… */
const share = 0.2;
/** …that are at least so far apart. */
const apart = hour;

/**
 * Whether two suggestions for one conference of the plan differ enough to be shown side by side: at least a fifth of its
 * occurrences (cancelled ones not counted) lie an hour or more apart, or are placed in only one of the two.
 */
export function differs(plan: Plan, a: readonly Placement[], b: readonly Placement[]): boolean {
  const conferenceId = conferenceOf(plan, [...a, ...b]);
  if (conferenceId === null) return false;
  const startIn = (placements: readonly Placement[]): ((id: OccurrenceId) => Start | null) => {
    const starts = new Map(placements.map(({ occurrenceId, start }) => [occurrenceId, start]));
    return (id) => (starts.has(id) ? (starts.get(id) ?? null) : (at(plan.occurrences, id)?.start ?? null));
  };
  const inA = startIn(a);
  const inB = startIn(b);
  const all = occurrencesOf(plan, conferenceId).filter(
    (occurrence) => sessionOf(plan, occurrence)?.state !== "cancelled",
  );
  const different = all.filter(({ id }) => areApart(inA(id), inB(id)));
  return different.length > 0 && different.length >= share * all.length;
}

function areApart(one: Start | null, other: Start | null): boolean {
  if (one === null || other === null) return one !== other;
  return Math.abs(one.instant - other.instant) >= apart;
}

/** The conference that suggestions are about: that of any occurrence that they name. */
function conferenceOf(plan: Plan, placements: readonly Placement[]): ConferenceId | null {
  for (const { occurrenceId } of placements) {
    const occurrence = at(plan.occurrences, occurrenceId);
    const session = occurrence === undefined ? undefined : sessionOf(plan, occurrence);
    if (session !== undefined) return session.conferenceId;
  }
  return null;
}
