import type { ConferenceId, GroupId } from "../../ids.ts";
import { at } from "../../record.ts";
import { burdens } from "../burden.ts";
import { all, compare, groupsOf } from "../look.ts";
import type { Conference, Day, Plan } from "../model.ts";
import { dayOf } from "../times.ts";
import { worldOf } from "../world.ts";
import type { Zones } from "../zones.ts";

/** What conferences have cost the groups of one of them, in weighted hours. */
export interface Ledger {
  /** The earlier ones, oldest first, then the conference that was asked about. `lastDay` null: it has no days yet. */
  readonly conferences: readonly { readonly id: ConferenceId; readonly name: string; readonly lastDay: Day | null }[];
  /** The groups that the conference uses, in the order of `groupsOf`, then others that attend it, by id. */
  readonly rows: readonly LedgerRow[];
}

export interface LedgerRow {
  readonly groupId: GroupId;
  /** For each of the conferences; null: the group attends nothing that is placed in it. */
  readonly by: readonly (number | null)[];
  /** The sum over the earlier ones. */
  readonly carried: number;
  /** `carried` and the conference itself. */
  readonly total: number;
}

/**
 * The burden of a conference's groups in it and in all earlier ones of the plan: those whose last day (or, if they do not
 * say, the last on which something of them is placed) is before its first. Days are those of each conference's own zone.
 * No conference is earlier than one that has neither days nor anything placed. As the plan has them now: of earlier
 * conferences, too, the draft counts. Rooms, and so their audiences, are made anew for each conference: an audience has
 * paid what that of the room of the same name in the same city has paid. @throws RangeError for an unknown zone
 */
export function ledgerOf(plan: Plan, zones: Zones, conferenceId: ConferenceId): Ledger {
  const own = at(plan.conferences, conferenceId);
  if (own === undefined) return { conferences: [], rows: [] };
  const begins = daysOf(plan, zones, own).first;
  const earlier = all(plan.conferences)
    .filter(({ id }) => id !== conferenceId)
    .map((conference) => ({ conference, lastDay: daysOf(plan, zones, conference).last }))
    .filter(({ lastDay }) => begins !== null && lastDay !== null && lastDay < begins)
    .sort((a, b) => compare(a.lastDay ?? "", b.lastDay ?? "") || compare(a.conference.id, b.conference.id));
  const conferences = [...earlier, { conference: own, lastDay: daysOf(plan, zones, own).last }];
  const columns = conferences.map(({ conference: { id } }) => paidIn(plan, zones, id));

  const attending = columns.at(-1) ?? new Map<GroupId, number>();
  const used = groupsOf(plan, conferenceId).map(({ id }) => id);
  const others = [...attending.keys()].filter((id) => !used.includes(id)).sort(compare);
  return {
    conferences: conferences.map(({ conference: { id, name }, lastDay }) => ({ id, name, lastDay })),
    rows: [...used, ...others].map((groupId) => {
      const by = columns.map((column, i) => {
        const paid = column.get(groupId);
        const before = conferences[i]?.conference.id;
        return paid ?? column.get(audienceLike(plan, groupId, before) ?? groupId) ?? null;
      });
      const carried = by.slice(0, -1).reduce<number>((sum, burden) => sum + (burden ?? 0), 0);
      return { groupId, by, carried, total: carried + (by.at(-1) ?? 0) };
    }),
  };
}

/** What a conference has cost each group that attends something of it. */
function paidIn(plan: Plan, zones: Zones, conferenceId: ConferenceId): ReadonlyMap<GroupId, number> {
  const { ofOccurrence, total } = burdens(plan, zones, conferenceId);
  const attending = new Set([...ofOccurrence.values()].flatMap((costs) => [...costs.keys()]));
  return new Map([...total].filter(([id]) => attending.has(id)));
}

/** The audience of another conference's room that has the same name and city; null: there is none, or more than one. */
function audienceLike(plan: Plan, groupId: GroupId, conferenceId: ConferenceId | undefined): GroupId | null {
  const roomId = at(plan.groups, groupId)?.roomId ?? null;
  const room = roomId === null ? undefined : at(plan.rooms, roomId);
  if (room === undefined) return null;
  const alike = all(plan.rooms).filter(
    (other) =>
      other.conferenceId === conferenceId &&
      other.id !== room.id &&
      other.name === room.name &&
      other.city === room.city,
  );
  const [one] = alike;
  if (one === undefined || alike.length > 1) return null;
  return all(plan.groups).find((group) => group.roomId === one.id)?.id ?? null;
}

function daysOf(
  plan: Plan,
  zones: Zones,
  { id, zone, firstDay, lastDay }: Conference,
): { readonly first: Day | null; readonly last: Day | null } {
  const placed = worldOf(plan, zones).ofConference(id);
  const from = placed[0]?.from;
  const to = placed.reduce((latest, one) => Math.max(latest, one.to), -Infinity);
  return {
    first: firstDay ?? (from === undefined ? null : dayOf(zones, zone, from)),
    last: lastDay ?? (to === -Infinity ? null : dayOf(zones, zone, to - 1)),
  };
}
