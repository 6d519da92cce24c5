import type { ConferenceId, GroupId, Instant, OccurrenceId } from "../../ids.ts";
import type { PlanCommand } from "../../protocol/plan.ts";
import type { Conflict, Mend } from "../conflict.ts";
import type { Day, Start } from "../model.ts";

// A suggestion as it is stored, sent to pages, printed by the command line and answered over HTTP.

/** What is asked for. */
export interface Wish {
  readonly conferenceId: ConferenceId;
  /** *repair*: the latest release with the fewest moved links; what has begun stays. */
  readonly mode: "plan" | "repair";
  /** What may move; both null: everything that is not pinned. `days` (the conference's): what stands on them or nowhere, and only within them. */
  readonly days: readonly Day[] | null;
  readonly occurrenceIds: readonly OccurrenceId[] | null;
  /** Whether the burden of earlier conferences counts. */
  readonly carry: boolean;
  /** Seconds that it may take, 1 to 600. */
  readonly seconds: number;
}

export type PlanKind = "fairest" | "least-total" | "least-change";
/** The line of the page: first plan, proof that no more can be placed, sharing the hours. *over*: nothing is left to do. */
export type Stage = "reading" | "placing" | "proving" | "sharing" | "over";

/** How much is proven of a plan. Bounds are true for every plan of its levels; null: none known yet. Weighted hours. */
export interface Proof {
  /** No plan places more, by class, nor (`reached`) reaches more people. */
  readonly placed: boolean;
  readonly reached: boolean;
  /** Proven best of its kind: nothing shares the hours better (fairest), costs less (least total), moves less (least change). */
  readonly best: boolean;
  /** Nobody can place more than so many sessions. */
  readonly mostPlaced: number;
  /** Σ h(b) cannot be below this. In penalty units (value/60). */
  readonly leastPenalty: number | null;
  /** All groups together cannot pay less, in any plan that places and reaches as much. */
  readonly leastTotal: number | null;
  /** The worst-off group cannot pay less. */
  readonly leastWorst: number | null;
  /** No plan moves fewer links. */
  readonly leastMoved: number | null;
}

/** Where the search stood at a moment: the points of the plot. Hours are weighted hours. */
export interface ProgressPoint {
  /** Milliseconds since it began. */
  readonly at: number;
  readonly stage: Stage;
  readonly placed: number;
  readonly total: number;
  readonly worst: number;
  readonly penalty: number;
  /** As in `Proof`. */
  readonly leastTotal: number | null;
  readonly leastPenalty: number | null;
}

/** One occurrence in a suggested plan. Those that are as before are not named. */
export interface Placement {
  readonly occurrenceId: OccurrenceId;
  readonly was: Start | null;
  /** Null: it cannot be placed. */
  readonly start: Start | null;
  /** Links that become playback ("room:ID", "group:ID"). */
  readonly playback: readonly string[];
}

export interface SuggestedPlan {
  /** What it is best at; more than one where plans would be the same. */
  readonly kinds: readonly [PlanKind, ...PlanKind[]];
  readonly placements: readonly Placement[];
  readonly placed: number;
  readonly of: number;
  readonly reached: number;
  readonly movedLinks: number;
  readonly movedSessions: number;
  /** Weighted hours. */
  readonly penalty: number;
  readonly total: number;
  readonly worst: number;
  /** Of every group of the conference that attends anything, in the order of `groupsOf`. */
  readonly burdens: readonly GroupBurden[];
  readonly proof: Proof;
  /** Why sessions lie where they do: facts that words are made of; those that tell most first. */
  readonly reasons: readonly Reason[];
}

export interface GroupBurden {
  readonly groupId: GroupId;
  readonly burden: number;
  /** What it pays at least for what this plan places: each session at its cheapest time for it. */
  readonly unavoidable: number;
  /** In the draft (Repair: in the release) that it began with. */
  readonly before: number;
  /** From earlier conferences. */
  readonly carried: number;
}

/** Why a session lies where it does. `by`: minutes from its start, negative is earlier. */
export type Reason = { readonly occurrenceId: OccurrenceId; readonly start: Instant } &
  /** So much earlier or later would cost this group so many hours more: it would begin, or end, at `at`, which is why. */
  (
    | {
        readonly kind: "costs";
        readonly by: number;
        readonly groupId: GroupId;
        readonly more: number;
        readonly at: Instant;
      }
    /** …would break a rule: the conflict that would be there. */
    | { readonly kind: "breaks"; readonly by: number; readonly conflict: Conflict }
    /** It costs nobody anything here. */
    | { readonly kind: "free" }
    /** These groups share what it costs: with the others where they are, no other legal time costs all groups less together. */
    | { readonly kind: "cheapest"; readonly groupIds: readonly GroupId[]; readonly total: number }
    /** It is where it was, and costs something there. */
    | { readonly kind: "stays" }
    /** It was not to be moved. */
    | { readonly kind: "fixed"; readonly because: "pinned" | "past" | "not-free" }
  );

/** Something that a clash consists of. */
export type Demand =
  | { readonly kind: "session"; readonly occurrenceId: OccurrenceId }
  | { readonly kind: "link"; readonly occurrenceId: OccurrenceId; readonly link: string }
  | { readonly kind: "range"; readonly occurrenceId: OccurrenceId }
  | { readonly kind: "person"; readonly occurrenceId: OccurrenceId; readonly personId: string }
  | { readonly kind: "languages"; readonly occurrenceId: OccurrenceId }
  | { readonly kind: "order"; readonly occurrenceId: OccurrenceId; readonly first: OccurrenceId };

/** A session that is not placed, and why: a smallest set of demands that cannot be met together. */
export interface Unplaced {
  readonly occurrenceId: OccurrenceId;
  /** Take any one away and the rest fits (*proven*); not proven: time was over before the set was the smallest. */
  readonly clash: readonly Demand[];
  readonly smallest: boolean;
  /** Single changes after which it fits, each tried. May be empty. */
  readonly ways: readonly Way[];
}

/** A way out: one change; or the session is held twice (`Pairs`), which takes two edits. */
export type Way = Mend | Pairs;

/** Each time for those who can share an hour. `first`, `second`: the links that attend live then, without the host room's. */
export interface Pairs {
  readonly how: {
    readonly kind: "pairs";
    readonly occurrenceId: OccurrenceId;
    readonly first: readonly string[];
    readonly second: readonly string[];
  };
  readonly command: null;
  /** One after the other: the occurrence keeps the first links, another one gets the others. */
  readonly commands: readonly [PlanCommand, PlanCommand];
}

export type SuggestionState = "waiting" | "running" | "done" | "stopped" | "interrupted" | "failed";

export interface Suggestion {
  readonly id: string;
  readonly wish: Wish;
  readonly state: SuggestionState;
  /** The edit that the draft stood at when it began. */
  readonly seq: number;
  readonly author: string;
  /** Null: it waits for another one to end. */
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly stage: Stage;
  readonly progress: readonly ProgressPoint[];
  /** While it runs: the best so far (one). At the end: one to three. Empty: no plan yet. */
  readonly plans: readonly SuggestedPlan[];
  /** What any of the plans does not place, each once. */
  readonly unplaced: readonly Unplaced[];
  /** What it began with, in weighted hours: the plot's first line. */
  readonly before: { readonly total: number; readonly worst: number; readonly placed: number };
}
