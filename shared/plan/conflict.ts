import type { GroupId, Instant, OccurrenceId, PersonId, PoolId, RoomId, SessionId, VenueId } from "../ids.ts";
import type { PlanCommand } from "../protocol/plan.ts";
import type { Band } from "./model.ts";

/** When, and in whose time it is said: the words name the city. */
export interface When {
  readonly from: Instant;
  readonly to: Instant;
  readonly city: string;
  readonly zone: string;
}

/**
 * What is wrong, by kind. Every conflict has its occurrences (`what`), whom it touches (an id here), and when in whose
 * time. `because` is the reason that was given with blocked hours ("second shift"); may be empty.
 */
export type Trouble =
  /** The room is closed in a part of its window; `part` says in which: setting up, the session, or clearing. */
  | {
      readonly kind: "room-closed";
      readonly roomId: RoomId;
      readonly part: "set-up" | "session" | "clearing";
      readonly dated: boolean;
      readonly because: string;
    }
  /** Two sessions in one room at once. */
  | { readonly kind: "room-double"; readonly roomId: RoomId; readonly other: OccurrenceId }
  /** One begins before the other was cleared away, or while it is set up: `short` minutes too close. */
  | { readonly kind: "room-turn-round"; readonly roomId: RoomId; readonly other: OccurrenceId; readonly short: number }
  /** Blocked hours of a linked group (live). */
  | { readonly kind: "group-blocked"; readonly groupId: GroupId; readonly dated: boolean; readonly because: string }
  /** Two *must* links at once of a group that may not split. */
  | { readonly kind: "group-double"; readonly groupId: GroupId; readonly other: OccurrenceId }
  /** A warning: night hours for a linked group, and what they cost it (weighted hours). */
  | { readonly kind: "group-night"; readonly groupId: GroupId; readonly burden: number }
  /** Needed in two sessions at once, or without the rest between. */
  | {
      readonly kind: "person-double";
      readonly personId: PersonId;
      readonly other: OccurrenceId;
      readonly short: number;
    }
  | { readonly kind: "person-travel"; readonly personId: PersonId; readonly because: string }
  /** Outside the person's hours, in the zone of where they are that day. */
  | { readonly kind: "person-blocked"; readonly personId: PersonId; readonly dated: boolean; readonly because: string }
  /** Two dated places on one day of the session. */
  | { readonly kind: "person-places"; readonly personId: PersonId; readonly cities: readonly [string, string] }
  /** More are needed at once (`needed`) than there are. */
  | {
      readonly kind: "pool-empty";
      readonly poolId: PoolId;
      readonly needed: number;
      readonly size: number;
      readonly others: readonly OccurrenceId[];
    }
  /** There are enough, but not with their rest. */
  | {
      readonly kind: "pool-rest";
      readonly poolId: PoolId;
      readonly needed: number;
      readonly size: number;
      readonly others: readonly OccurrenceId[];
    }
  /** Two languages and nobody who interprets between them. */
  | { readonly kind: "no-interpreters"; readonly pair: readonly [string, string] }
  /** The venue's line carries less than its rooms need at once (Mbit/s). */
  | {
      readonly kind: "uplink";
      readonly venueId: VenueId;
      readonly direction: "up" | "down";
      readonly needed: number;
      readonly has: number;
      readonly others: readonly OccurrenceId[];
    }
  /** It begins before a session that it comes after has ended (`unplaced`: that one has no time yet but this one has). */
  | { readonly kind: "order"; readonly first: SessionId; readonly other: OccurrenceId }
  /** Its wall time does not exist there, or comes twice and nobody said which. */
  | { readonly kind: "gap" }
  | { readonly kind: "fold" }
  /** Not within the conference's days (in the conference's zone). */
  | { readonly kind: "outside-conference" }
  /** Not within the session's own range. */
  | { readonly kind: "outside-range"; readonly part: "day" | "hour" }
  /** The zone data have changed: its wall time would now be another instant. A warning until somebody chooses. */
  | { readonly kind: "zone-moved"; readonly instant: Instant };

export type TroubleKind = Trouble["kind"];

/** One conflict, the same in the page, in the API and before a release. */
export type Conflict = {
  /** The same as long as the conflict is the same: kind, occurrences and whom it touches. */
  readonly key: string;
  /** A warning does not stand in the way of a release. */
  readonly weight: "error" | "warning";
  /** The one it is about first. */
  readonly occurrenceIds: readonly [OccurrenceId, ...OccurrenceId[]];
  readonly when: When;
} & Trouble;

/** What would end a conflict at a click: one command, tried before it is offered. */
export interface Mend {
  /**
   * What it does, for the words. `costs`: what a move adds to the burden of all groups, in weighted hours (negative: it
   * takes some away). `link`: "room:…" or "group:…" with the id.
   */
  readonly how:
    | { readonly kind: "move"; readonly occurrenceId: OccurrenceId; readonly to: Instant; readonly costs: number }
    | { readonly kind: "playback"; readonly occurrenceId: OccurrenceId; readonly link: string }
    | { readonly kind: "unlink"; readonly occurrenceId: OccurrenceId; readonly link: string }
    | { readonly kind: "open-room"; readonly roomId: RoomId; readonly from: Instant; readonly to: Instant }
    | {
        readonly kind: "open-hours";
        readonly of: "group" | "person";
        readonly id: string;
        readonly from: Instant;
        readonly to: Instant;
        readonly band: Band;
      }
    | { readonly kind: "shorten"; readonly sessionId: SessionId; readonly minutes: number }
    | { readonly kind: "turn-round"; readonly roomId: RoomId; readonly setUp: number; readonly turnRound: number }
    | { readonly kind: "may-split"; readonly groupId: GroupId }
    | { readonly kind: "grow-pool"; readonly poolId: PoolId; readonly size: number }
    | { readonly kind: "make-pool"; readonly pair: readonly [string, string] }
    | { readonly kind: "faster-line"; readonly venueId: VenueId; readonly up: number; readonly down: number }
    | { readonly kind: "drop-order"; readonly sessionId: SessionId; readonly first: SessionId }
    | { readonly kind: "drop-person"; readonly sessionId: SessionId; readonly personId: PersonId }
    | { readonly kind: "choose-offset"; readonly occurrenceId: OccurrenceId; readonly offset: number }
    | { readonly kind: "keep-wall"; readonly occurrenceId: OccurrenceId; readonly to: Instant }
    | { readonly kind: "keep-instant"; readonly occurrenceId: OccurrenceId; readonly wall: string }
    | { readonly kind: "more-days"; readonly day: string }
    | { readonly kind: "wider-range"; readonly sessionId: SessionId }
    | { readonly kind: "drop-place"; readonly personId: PersonId; readonly city: string };
  readonly command: PlanCommand;
}

/** The mends that work, best first (at most `most`), or that none does and why. */
export type Mends =
  | { readonly mends: readonly [Mend, ...Mend[]]; readonly why: null }
  | { readonly mends: readonly []; readonly why: "no-start" | "others-stand" };
