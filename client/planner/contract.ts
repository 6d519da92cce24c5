import type { ReadonlySignal, Signal } from "@preact/signals";
import type {
  ConferenceId,
  GroupId,
  Instant,
  OccurrenceId,
  PersonId,
  PoolId,
  RoomId,
  SessionId,
  VenueId,
} from "../../shared/ids.ts";
import type { Burdens } from "../../shared/plan/burden.ts";
import type { Conflict } from "../../shared/plan/conflict.ts";
import type { Conference, Day, Plan } from "../../shared/plan/model.ts";
import type { PossibleStart } from "../../shared/plan/starts.ts";
import type { PlanKind } from "../../shared/plan/suggest/suggestion.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { PlanAnswer, PlanCommand, PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { Connection } from "../session/contract.ts";

export type ViewName = "overview" | "day" | "session" | "table" | "suggest" | "preview";

/** Where one is in the planner; stands in the address behind "#", so that the browser's back key works. */
export interface Where {
  readonly view: ViewName;
  /** The day that is shown, in the ruler's zone; null: the conference's first. */
  readonly day: Day | null;
  /** The session that is chosen. */
  readonly occurrenceId: OccurrenceId | null;
  /** *preview*: which of the suggested plans; null: the first. */
  readonly kind?: PlanKind | null;
}

/** The zone in which days begin and the ruler counts. */
export interface Ruler {
  readonly zone: string;
  readonly city: string;
}

/** What all parts of the planner work on. Made by `board.ts`. */
export interface Board {
  readonly connection: Connection;
  /** The server's time in whole seconds. */
  readonly time: ReadonlySignal<Instant>;
  /** Null until the plan is there. */
  readonly view: ReadonlySignal<PlannerView | null>;
  /** The plan could not be fetched: what was thrown. */
  readonly failure: ReadonlySignal<unknown>;
  /** The draft as it is after the last notice. Empty until it is there. */
  readonly plan: ReadonlySignal<Plan>;
  readonly seq: ReadonlySignal<number>;
  readonly zones: ReadonlySignal<Zones>;
  /** The conference that is shown; null: there is none yet. */
  readonly conference: ReadonlySignal<Conference | null>;
  chooseConference(id: ConferenceId): void;
  readonly where: ReadonlySignal<Where>;
  go(where: Partial<Where>): void;
  readonly ruler: ReadonlySignal<Ruler>;
  chooseRuler(ruler: Ruler): void;
  /** Reckoned again after each edit, of the conference that is shown. */
  readonly conflicts: ReadonlySignal<readonly Conflict[]>;
  readonly burdens: ReadonlySignal<Burdens>;
  /** Reckoned when the page is idle; null: not yet. */
  readonly unavoidable: ReadonlySignal<ReadonlyMap<GroupId, number> | null>;
  /** Only where a suggested plan is looked at, which nobody can change: where that which it moves stands in the draft. */
  readonly before?: ReadonlySignal<ReadonlyMap<OccurrenceId, Instant | null>>;
  /** May this page change the plan (organiser, scheduler)? Room keepers and group contacts: their own thing only. */
  readonly mayEdit: ReadonlySignal<boolean>;
  /** What the search and the filters leave; null: all. */
  readonly shown: ReadonlySignal<ReadonlySet<SessionId> | null>;
  /** The dialog that is open. */
  readonly form: Signal<FormRequest | null>;
  /** What one moves at present; null: nothing. Only `moving.ts` sets it. */
  readonly moving: Signal<Moving | null>;
  /** An edit is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  /** The last edit was refused: what was thrown (a CallError with `failure.detail`), until the next one or until it is put away. */
  readonly refused: Signal<unknown>;
  /**
   * Sends a command with an id of its own and the `baseSeq` that this page saw. Resolves once it is durable **and** in
   * `plan`; throws what `refused` shows. The same input after a lost answer goes out under the same id.
   */
  edit<Name extends PlanCommandName>(
    name: Name,
    input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
  ): Promise<PlanAnswer<Name>>;
  /** A mend, or any other command as data. */
  run(command: PlanCommand): Promise<unknown>;
}

export type FormRequest =
  | { readonly kind: "conference"; readonly id: ConferenceId | null }
  | { readonly kind: "venue"; readonly id: VenueId }
  | { readonly kind: "room"; readonly id: RoomId | null }
  | { readonly kind: "group"; readonly id: GroupId | null }
  | { readonly kind: "person"; readonly id: PersonId | null }
  | { readonly kind: "pool"; readonly id: PoolId | null }
  /** `at`: where a new one is put. */
  | { readonly kind: "session"; readonly id: SessionId | null; readonly at: Instant | null }
  | { readonly kind: "duplicate-session"; readonly id: SessionId }
  | { readonly kind: "duplicate-day"; readonly day: Day }
  | { readonly kind: "duplicate-conference"; readonly id: ConferenceId }
  | { readonly kind: "paste" }
  | { readonly kind: "file" }
  | { readonly kind: "release" }
  | { readonly kind: "zone-data" }
  | { readonly kind: "journal" }
  /** What else there is: people, pools, venues, days, copies, files. */
  | { readonly kind: "more" }
  | { readonly kind: "keys" };

/** One occurrence in the hand: nothing is sent until it is put down. */
export interface Moving {
  readonly occurrenceId: OccurrenceId;
  /** Where it was; null: not placed. */
  readonly from: Instant | null;
  /** Where it would be put. */
  readonly to: Instant;
  /** All possible starts in the days around `to`, every 15 minutes, ascending. */
  readonly starts: readonly PossibleStart[];
  /** The one at `to`; null: it lies outside of what was reckoned. */
  readonly here: PossibleStart | null;
  readonly by: "pointer" | "keys";
}
