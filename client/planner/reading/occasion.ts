import type { GroupId, Instant, OccurrenceId } from "../../../shared/ids.ts";
import { bandSpans } from "../../../shared/plan/bands.ts";
import type { Burdens } from "../../../shared/plan/burden.ts";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { audienceOf, hostZone, occurrencesOf, sessionOf } from "../../../shared/plan/look.ts";
import type { Band, Conference, Group, Link, Occurrence, Plan, Session } from "../../../shared/plan/model.ts";
import { endOf } from "../../../shared/plan/times.ts";
import { offsetAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { at } from "../../../shared/record.ts";

/** A date and time of a session, read together with it. */
export interface Occasion {
  readonly occurrence: Occurrence;
  readonly session: Session;
  /** Null: not placed yet. */
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Which of the session's occurrences it is, from 1, and how many there are. */
  readonly nth: number;
  readonly of: number;
}

/** The conference's occurrences by start, then those without one; `at`: one of them is thought of at another time. */
export function occasionsOf(plan: Plan, conference: Conference): readonly Occasion[] {
  const count = new Map<string, number>();
  const found = occurrencesOf(plan, conference.id).flatMap((occurrence) => {
    const session = sessionOf(plan, occurrence);
    if (session === undefined) return [];
    const nth = (count.get(session.id) ?? 0) + 1;
    count.set(session.id, nth);
    return [{ ...occasionAt(occurrence, session), nth }];
  });
  return found.map((occasion) => ({ ...occasion, of: count.get(occasion.session.id) ?? 1 }));
}

/** One occurrence; null if the plan does not have it. */
export function occasionOf(plan: Plan, id: OccurrenceId): Occasion | null {
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : sessionOf(plan, occurrence);
  if (occurrence === undefined || session === undefined) return null;
  const conference = at(plan.conferences, session.conferenceId);
  if (conference === undefined) return null;
  return occasionsOf(plan, conference).find((each) => each.occurrence.id === id) ?? null;
}

function occasionAt(occurrence: Occurrence, session: Session): Omit<Occasion, "nth" | "of"> {
  const { start } = occurrence;
  return {
    occurrence,
    session,
    start: start?.instant ?? null,
    end: start === null ? null : endOf(start, session.minutes),
  };
}

/** A room or a group that is linked. */
export interface Place {
  readonly link: Link;
  /** The room's audience, or the group itself; undefined only in a broken plan. */
  readonly group: Group;
  readonly name: string;
  readonly city: string;
  readonly zone: string;
  readonly isRoom: boolean;
  readonly isHost: boolean;
}

/** The linked places from west to east as the clocks are at `instant`; rooms first within an hour, the host among them. */
export function placesOf(
  plan: Plan,
  zones: Zones,
  { occurrence, session }: Occasion,
  instant: Instant,
): readonly Place[] {
  const places = occurrence.links.flatMap((link): Place[] => {
    const isRoom = link.kind === "room";
    const group = isRoom ? audienceOf(plan, link.id) : at(plan.groups, link.id);
    const own = isRoom ? at(plan.rooms, link.id) : group;
    if (group === undefined || own === undefined) return [];
    const { name, city, zone } = own;
    return [{ link, group, name, city, zone, isRoom, isHost: isRoom && session.hostRoomId === link.id }];
  });
  const rank = (place: Place): number => (place.isHost ? 0 : place.isRoom ? 1 : 2);
  const offset = new Map(places.map(({ zone }) => [zone, offsetAt(zones, zone, instant)]));
  const east = ({ zone }: Place): number => offset.get(zone) ?? 0;
  return places.sort((a, b) => east(a) - east(b) || rank(a) - rank(b));
}

const order: readonly Band[] = ["kind", "bearable", "shoulder", "night", "blocked"];

/** The worst hours that a group has in [from, to). */
export function worstBand(group: Group, zones: Zones, from: Instant, to: Instant): Band {
  return worst(bandSpans(group.hours, zones, group.zone, from, to).map(({ band }) => band));
}

export function worst(bands: readonly Band[]): Band {
  return order[Math.max(0, ...bands.map((band) => order.indexOf(band)))] ?? "kind";
}

/** What an occurrence costs whom, dearest first; nobody who pays nothing. */
export function payers(plan: Plan, burdens: Burdens, id: OccurrenceId): readonly { group: Group; burden: number }[] {
  const costs = burdens.ofOccurrence.get(id) ?? new Map<GroupId, number>();
  return [...costs]
    .flatMap(([groupId, burden]) => {
      const group = at(plan.groups, groupId);
      return group === undefined || burden <= 0 ? [] : [{ group, burden }];
    })
    .sort((a, b) => b.burden - a.burden || (a.group.name < b.group.name ? -1 : 1));
}

/** What an occurrence costs all groups together (weighted hours). */
export function totalCost(costs: ReadonlyMap<GroupId, number> | undefined): number {
  let sum = 0;
  for (const burden of costs?.values() ?? []) sum += burden;
  return sum;
}

/** How many conflicts an occurrence is part of that ask to be looked at: a night alone has its own pattern. */
export function conflictCounts(conflicts: readonly Conflict[]): ReadonlyMap<OccurrenceId, number> {
  const counts = new Map<OccurrenceId, number>();
  for (const { occurrenceIds, weight, kind } of conflicts)
    if (weight === "error" || kind !== "group-night")
      for (const id of occurrenceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Whose wall time a session is told in. */
export const toldIn = (plan: Plan, { session }: Occasion): { readonly zone: string; readonly city: string } =>
  hostZone(plan, session);
