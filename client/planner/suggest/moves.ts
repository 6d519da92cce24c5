import type { Instant, OccurrenceId } from "../../../shared/ids.ts";
import { burdens } from "../../../shared/plan/burden.ts";
import { hostZone } from "../../../shared/plan/look.ts";
import type { Group, Plan, Session } from "../../../shared/plan/model.ts";
import { withPlacements } from "../../../shared/plan/suggest/placing.ts";
import type { PlanKind, Placement, SuggestedPlan } from "../../../shared/plan/suggest/suggestion.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import { at } from "../../../shared/record.ts";
import type { Board, Where } from "../contract.ts";
import { shownDay } from "../days.ts";

/** What a suggested plan does with one occurrence, and what that costs whom. */
export interface Move {
  readonly occurrenceId: OccurrenceId;
  readonly session: Session;
  /** Whose wall time it is told in. */
  readonly zone: string;
  readonly city: string;
  readonly was: Instant | null;
  readonly now: Instant | null;
  /** Names of rooms and groups whose link becomes playback. */
  readonly playback: readonly string[];
  /** Those who pay more or less than before, who gains most first. Weighted hours. */
  readonly changes: readonly { readonly group: Group; readonly before: number; readonly after: number }[];
}

/** What differs from before, by time, what somebody pays for first. What a plan places anew has `was` null. */
export function movesOf(plan: Plan, zones: Zones, { placements }: SuggestedPlan): readonly Move[] {
  const [first] = placements;
  const conferenceId = first === undefined ? undefined : sessionAt(plan, first)?.conferenceId;
  if (conferenceId === undefined) return [];
  const before = burdens(asItWas(plan, placements), zones, conferenceId).ofOccurrence;
  const after = burdens(withPlacements(plan, placements), zones, conferenceId).ofOccurrence;
  return (
    placements
      .flatMap((placement): Move[] => {
        const session = sessionAt(plan, placement);
        if (session === undefined) return [];
        const { occurrenceId: id, was, start } = placement;
        const [old, next] = [before.get(id), after.get(id)];
        const groups = new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])]);
        const changes = [...groups].flatMap((groupId) => {
          const group = at(plan.groups, groupId);
          const [paid, pays] = [old?.get(groupId) ?? 0, next?.get(groupId) ?? 0];
          return group === undefined || paid === pays ? [] : [{ group, before: paid, after: pays }];
        });
        changes.sort((a, b) => a.after - a.before - (b.after - b.before));
        const playback = placement.playback.flatMap((link) => nameOf(plan, link));
        // Only the draft is not as it was released; the suggestion is.
        if (was?.instant === start?.instant && playback.length === 0) return [];
        const there = { was: was?.instant ?? null, now: start?.instant ?? null };
        return [{ occurrenceId: id, session, ...hostZone(plan, session), ...there, playback, changes }];
      })
      // Those that change what somebody pays come first.
      .sort(
        (a, b) =>
          Number(b.changes.length > 0) - Number(a.changes.length > 0) ||
          (a.now ?? a.was ?? 0) - (b.now ?? b.was ?? 0) ||
          (a.occurrenceId < b.occurrenceId ? -1 : 1),
      )
  );
}

/** Where a plan is seen on the strips: on the day that is shown if something moves there, else on the first one. */
export function stripsOf(board: Board, { placements }: SuggestedPlan, kind: PlanKind | null): Partial<Where> {
  const zone = board.ruler.peek().zone;
  const days = placements
    .flatMap(({ was, start }) =>
      start === null || start.instant === was?.instant ? [] : [dayOf(board.zones.peek(), zone, start.instant)],
    )
    .sort();
  const shown = shownDay(board);
  const day = days.includes(shown) ? shown : (days[0] ?? shown);
  return { view: "preview", occurrenceId: null, kind, day };
}

/** The draft with what is moved where it was: in Repair that is the release. */
function asItWas(plan: Plan, placements: readonly Placement[]): Plan {
  const back = placements.map((placement): Placement => ({ ...placement, start: placement.was, playback: [] }));
  return withPlacements(plan, back);
}

function sessionAt(plan: Plan, { occurrenceId }: Placement): Session | undefined {
  const occurrence = at(plan.occurrences, occurrenceId);
  return occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
}

/** "room:ID" or "group:ID" */
function nameOf(plan: Plan, link: string): readonly string[] {
  const colon = link.indexOf(":");
  const id = link.slice(colon + 1);
  const thing = link.slice(0, colon) === "room" ? at(plan.rooms, id) : at(plan.groups, id);
  return thing === undefined ? [] : [thing.name];
}
