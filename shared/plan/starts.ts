import type { GroupId, Instant, OccurrenceId } from "../ids.ts";
import { alwaysTooMuch } from "./checks/pools.ts";
import type { Conflict } from "./conflict.ts";
import { conflictsOf } from "./conflicts.ts";
import { gridStarts } from "./grid.ts";
import type { Band, Plan, Start } from "./model.ts";
import { hoursOf, worse } from "./timeline.ts";
import { worldOf } from "./world.ts";
import type { World } from "./world.ts";
import type { Zones } from "./zones.ts";

/** What it would be like if an occurrence began there and all others stayed where they are. */
export interface PossibleStart {
  readonly start: Start;
  /** No error stands in the way that another time would end. */
  readonly legal: boolean;
  /** The errors that make it illegal, none if it is legal. */
  readonly reasons: readonly Conflict[];
  /** The worst band of the attending groups over the session; *kind* if nobody attends. */
  readonly worst: Band;
  /** What it costs each attending group, in weighted hours. */
  readonly costs: ReadonlyMap<GroupId, number>;
  /** The sum of the costs. */
  readonly total: number;
}

/**
 * The starts that an occurrence could have in [from, to): every 15 minutes of its host's wall clock, by time. A start is
 * legal if no error involves the occurrence there. Errors that it has at any time do not count: no interpreters for two
 * of its languages, a pool or a venue's line that is too small for it alone. (Warnings never count.)
 * Empty if there is no such occurrence, or its session is cancelled. @throws RangeError for an unknown zone
 */
export function possibleStarts(
  plan: Plan,
  zones: Zones,
  occurrenceId: OccurrenceId,
  from: Instant,
  to: Instant,
): readonly PossibleStart[] {
  const world = worldOf(plan, zones);
  const demand = world.demand(occurrenceId);
  if (demand === null) return [];
  return gridStarts(zones, demand.host.zone, from, to).flatMap((start) => startIn(world, occurrenceId, start) ?? []);
}

/** The same of one start, which need not be on the grid. Null where `possibleStarts` is empty. @throws RangeError likewise */
export function possibleStart(
  plan: Plan,
  zones: Zones,
  occurrenceId: OccurrenceId,
  start: Start,
): PossibleStart | null {
  return startIn(worldOf(plan, zones), occurrenceId, start);
}

/**
 * The next better one: of the legal starts with a lower total than the current one's that which is nearest to it in time,
 * the later of two that are equally near. Null if there is none. The current one need not be among the starts.
 */
export function nextBetter(starts: readonly PossibleStart[], current: PossibleStart): PossibleStart | null {
  const away = ({ start }: PossibleStart): number => Math.abs(start.instant - current.start.instant);
  let best: PossibleStart | null = null;
  for (const one of starts) {
    if (!one.legal || one.total >= current.total) continue;
    const nearer = best === null ? -1 : away(one) - away(best);
    if (best === null || nearer < 0 || (nearer === 0 && one.start.instant > best.start.instant)) best = one;
  }
  return best;
}

function startIn(world: World, occurrenceId: OccurrenceId, start: Start): PossibleStart | null {
  const placed = world.placedAt(occurrenceId, start);
  if (placed === null) return null;
  const reasons = conflictsOf(world, occurrenceId, start).filter(
    (conflict) => conflict.weight === "error" && !alwaysTooMuch(placed, conflict),
  );
  const costs = new Map<GroupId, number>();
  let total = 0;
  let worst: Band = "kind";
  for (const { group, hours } of placed.attends) {
    // Whole numbers are added, so that equal totals are equal.
    const cost = hours.cost(placed.from, placed.to);
    costs.set(group.id, hoursOf(cost));
    total += cost;
    worst = worse(worst, hours.worst(placed.from, placed.to));
  }
  return { start, legal: reasons.length === 0, reasons, worst, costs, total: hoursOf(total) };
}
