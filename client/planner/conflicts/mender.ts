import type { Conflict, Mends } from "../../../shared/plan/conflict.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import type { Plan } from "../../../shared/plan/model.ts";
import type { Zones } from "../../../shared/plan/zones.ts";

/*
 * Runs beside the page, in a thread of its own: to find the mends of one conflict, every legal start and every single
 * relaxation is tried, and the page must not stand still meanwhile.
 */

/** The plan that the next conflicts are of, or one conflict. */
export type Asked =
  | { readonly plan: Plan; readonly zones: Zones }
  | { readonly id: number; readonly conflict: Conflict; readonly most: number };

export interface Answered {
  readonly id: number;
  /** Null: it could not be reckoned. */
  readonly mends: Mends | null;
}

let ground: { readonly plan: Plan; readonly zones: Zones } | null = null;

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if ("plan" in data) {
    ground = data;
    return;
  }
  const answer = (mends: Mends | null): void => postMessage({ id: data.id, mends } satisfies Answered);
  if (ground === null) return answer(null);
  try {
    answer(mendsFor(ground.plan, ground.zones, data.conflict, { most: data.most }));
  } catch (error) {
    answer(null);
    reportError(error);
  }
});
