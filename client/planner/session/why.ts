import type { Instant } from "../../../shared/ids.ts";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { attendance } from "../../../shared/plan/look.ts";
import type { Group, Plan } from "../../../shared/plan/model.ts";
import type { PossibleStart } from "../../../shared/plan/starts.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { at } from "../../../shared/record.ts";
import { toldIn, worstBand } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";

/** Why a session does not stand at another hour of its day. */
export type Reason =
  /** Before (after) `limit` a group would be in its night: at `tried` it would pay `costs` instead of `now`. */
  | {
      readonly kind: "night";
      readonly side: "before" | "after";
      readonly limit: Instant;
      readonly tried: Instant;
      readonly group: Group;
      readonly costs: number;
      readonly now: number;
    }
  /** Before (after) `limit` it cannot be, and this is the first reason. */
  | {
      readonly kind: "impossible";
      readonly side: "before" | "after";
      readonly limit: Instant;
      readonly start: PossibleStart;
      readonly conflict: Conflict;
    }
  /** The hour that costs least, and who pays that. */
  | { readonly kind: "least"; readonly start: PossibleStart; readonly payers: readonly Payer[] }
  /** None of the day's possible hours costs less than this one. */
  | { readonly kind: "least-here" }
  /** This hour would cost less than any possible one, but something stands against it. */
  | { readonly kind: "cheaper"; readonly start: PossibleStart; readonly conflict: Conflict }
  /** Somebody pays at every hour of the day. */
  | { readonly kind: "none-kind"; readonly groups: number };

export interface Payer {
  readonly group: Group;
  readonly burden: number;
}

/** What speaks against the other hours of the day on which it stands. `starts`: every 15 minutes, ascending, also of days around. */
export function whyNot(
  plan: Plan,
  zones: Zones,
  occasion: Occasion,
  starts: readonly PossibleStart[],
  here: Instant,
): readonly Reason[] {
  const { zone } = toldIn(plan, occasion);
  const day = dayOf(zones, zone, here);
  const today = starts.filter(({ start }) => dayOf(zones, zone, start.instant) === day);
  if (today.length === 0) return [];
  const length = occasion.session.minutes * 60_000;
  const groups = attendance(plan, occasion.occurrence).flatMap(({ groupId }) => at(plan.groups, groupId) ?? []);
  const isNight = (group: Group, start: Instant): boolean => {
    const band = worstBand(group, zones, start, start + length);
    return band === "night" || band === "blocked";
  };
  // Who sits up already is no reason against a time at which the same group sits up.
  const awake = groups.filter((group) => !isNight(group, here));
  const costsNow = today.findLast(({ start }) => start.instant <= here)?.costs ?? new Map();
  const side = (which: "before" | "after", others: readonly PossibleStart[]): readonly Reason[] => {
    let limit = here;
    for (const tried of others) {
      const conflict = tried.reasons[0];
      if (conflict !== undefined) return [{ kind: "impossible", side: which, limit, start: tried, conflict }];
      const group = awake.find((each) => isNight(each, tried.start.instant));
      if (group !== undefined)
        return [
          {
            kind: "night",
            side: which,
            limit,
            tried: tried.start.instant,
            group,
            costs: tried.costs.get(group.id) ?? 0,
            now: costsNow.get(group.id) ?? 0,
          },
        ];
      limit = tried.start.instant;
    }
    return [];
  };
  return [
    ...side("before", today.filter(({ start }) => start.instant < here).reverse()),
    ...side(
      "after",
      today.filter(({ start }) => start.instant > here),
    ),
    ...least(plan, today, here),
    ...(groups.length > 0 && today.every(({ total }) => total > 0)
      ? [{ kind: "none-kind", groups: groups.length } as const]
      : []),
  ];
}

function least(plan: Plan, today: readonly PossibleStart[], here: Instant): readonly Reason[] {
  const near = (a: PossibleStart, b: PossibleStart): number =>
    a.total - b.total || Math.abs(a.start.instant - here) - Math.abs(b.start.instant - here);
  const [best] = today.filter(({ legal }) => legal).sort(near);
  const now = today.find(({ start }) => start.instant === here);
  const reasons: Reason[] = [];
  if (best !== undefined && now !== undefined && now.legal && now.total <= best.total)
    reasons.push({ kind: "least-here" });
  else if (best !== undefined) {
    const payers = [...best.costs].flatMap(([groupId, burden]) => {
      const group = at(plan.groups, groupId);
      return group === undefined || burden <= 0 ? [] : [{ group, burden }];
    });
    reasons.push({ kind: "least", start: best, payers: payers.sort((a, b) => b.burden - a.burden) });
  }
  const [cheaper] = today.filter(({ legal, total }) => !legal && total < (best?.total ?? Infinity)).sort(near);
  const conflict = cheaper?.reasons[0];
  if (cheaper !== undefined && conflict !== undefined) reasons.push({ kind: "cheaper", start: cheaper, conflict });
  return reasons;
}
