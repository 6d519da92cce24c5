import { z } from "zod";
import type { ConferenceId, GroupId, Instant, OccurrenceId, RoomId } from "../ids.ts";
import type { EditName } from "../plan/detail.ts";
import type { Edit, Plan } from "../plan/model.ts";
import type { PackedZones } from "../plan/zones.ts";
import type { Phase } from "../stage/model.ts";
import { define } from "./define.ts";
import type { Role } from "./define.ts";

const planners: readonly Role[] = ["organiser", "scheduler", "room-keeper", "group-contact"];

/** How a conference's draft stands beside its latest release. */
export interface DraftInfo {
  /** Null: never released. */
  readonly latest: { readonly number: number; readonly at: Instant; readonly author: string } | null;
  /** How many things of the draft are not as released. */
  readonly changed: number;
}

/** What a planner's page knows: the plan as far as its role sees it, and what is needed to reckon with it. */
export interface PlannerView {
  /** Of the last edit that is in `plan`. */
  readonly seq: number;
  /**
   * Organisers and schedulers see all of the installation (shared people are busy elsewhere too). Room keepers and group
   * contacts see their conference without people and pools.
   */
  readonly plan: Plan;
  /** The data of every zone that the plan names, packed. */
  readonly zones: PackedZones;
  readonly drafts: Readonly<Record<ConferenceId, DraftInfo>>;
  /** The occurrences that are live or have ended; all others wait. */
  readonly phases: Readonly<Record<OccurrenceId, Exclude<Phase, "waiting">>>;
  /** The newest edits, newest first, at most 50. */
  readonly journal: readonly EditName[];
  readonly mine: Mine;
  /** One's own edits of the journal that stand, newest first: undo takes them, unless another edit is in the way. */
  readonly own: readonly number[];
  /** What the pass may edit: everything (null), or one room, or one group. */
  readonly only: { readonly roomId: RoomId | null; readonly groupId: GroupId | null } | null;
  /** The one conference that the pass is for; null: all. */
  readonly conferenceId: ConferenceId | null;
}

/** What one's own next undo and redo would do. */
export interface Mine {
  readonly undo: EditName | null;
  readonly redo: EditName | null;
}

/** Edits that were accepted, in order, to every open planner. */
export interface EditsNotice {
  readonly edits: readonly Edit[];
  /** The data of zones that these edits name. */
  readonly zones: PackedZones;
  readonly drafts: PlannerView["drafts"];
  readonly mine: Mine;
  readonly own: PlannerView["own"];
}

export const plannerRequests = {
  planner: define<PlannerView>()(
    {
      who: planners,
      returns: "the plan, and from now on every edit as a notice",
      doc: "Opens the planner on this page.",
    },
    z.strictObject({}),
  ),
} as const;
