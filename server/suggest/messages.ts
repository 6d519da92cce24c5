import type { Instant } from "../../shared/ids.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import type {
  ProgressPoint,
  Reason,
  Stage,
  SuggestedPlan,
  Suggestion,
  Unplaced,
  Wish,
} from "../../shared/plan/suggest/suggestion.ts";
import type { PackedZones } from "../../shared/plan/zones.ts";
import type { FileHead, Part } from "../plan/parts.ts";

// What the server and the thread that searches say to each other.

/** What a thread is given beside the plan, which comes before it in parts. */
export interface Order {
  readonly zones: PackedZones;
  readonly wish: Wish;
  readonly now: Instant;
  /** The latest release without its lists, which come in parts; null: there is none. */
  readonly released: FileHead | null;
  readonly seed: number;
  /** Plans that were found and have no reasons yet: no search then, they are only explained. */
  readonly explain: readonly Placing[] | null;
}

/** To the thread: the plan and the release in parts, and at last the order. */
export type ToThread = Part | { readonly kind: "order"; readonly order: Order };

/** From the thread. */
export type FromThread =
  /** Its number in the kernel; null where there are none. */
  | { readonly kind: "thread"; readonly id: number | null }
  /** What was asked for makes no problem that could be solved. */
  | { readonly kind: "refused"; readonly code: "not-found" | "no-days" | "no-release" }
  | { readonly kind: "begun"; readonly before: Suggestion["before"] }
  | ({ readonly kind: "best" } & Best)
  /** The end of the search: one to three plans that differ. */
  | {
      readonly kind: "found";
      readonly stage: Stage;
      readonly point: ProgressPoint | null;
      readonly plans: readonly SuggestedPlan[];
      readonly placings: readonly Placing[];
    }
  /** Why the sessions lie where they do, for each of the plans, and what could not be placed. The last message. */
  | {
      readonly kind: "explained";
      readonly reasons: readonly (readonly Reason[])[];
      readonly unplaced: readonly Unplaced[];
    };

/** The best plan so far, and how far the search is. */
export interface Best {
  readonly plan: SuggestedPlan;
  readonly placing: Placing;
  readonly point: ProgressPoint;
}
