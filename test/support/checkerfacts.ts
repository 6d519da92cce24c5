import type { Conflict } from "../../shared/plan/conflict.ts";

/** A line of text: the kind, the occurrence that it is about, whom it touches, the others, and what the kind has beside. */
export type Fact = string;

export function fact(kind: string, first: string, touched: string, others: readonly string[] = [], more = ""): Fact {
  return [kind, first, touched, others.toSorted().join("+"), more].join(" | ");
}

/** What a conflict of the code under test is as a fact. */
export function factOf(conflict: Conflict): Fact {
  const [first, ...others] = conflict.occurrenceIds;
  const of = (touched: string, more = ""): Fact => fact(conflict.kind, first, touched, others, more);
  switch (conflict.kind) {
    case "room-closed":
      return of(conflict.roomId, conflict.part);
    case "room-double":
      return of(conflict.roomId);
    case "room-turn-round":
      return of(conflict.roomId, `${conflict.short}`);
    case "group-blocked":
    case "group-double":
      return of(conflict.groupId);
    case "group-night":
      return of(conflict.groupId, conflict.burden.toFixed(6));
    case "person-double":
      return of(conflict.personId, `${conflict.short}`);
    case "person-travel":
    case "person-blocked":
    case "person-places":
      return of(conflict.personId);
    case "pool-empty":
    case "pool-rest":
      return of(conflict.poolId, `${conflict.needed} of ${conflict.size}`);
    case "no-interpreters":
      return of(conflict.pair.toSorted().join("-"));
    case "uplink":
      return of(conflict.venueId, `${conflict.direction} ${conflict.needed} of ${conflict.has}`);
    case "order":
      return of(conflict.first);
    case "gap":
    case "fold":
    case "outside-conference":
      return of("");
    case "outside-range":
      return of("", conflict.part);
    case "zone-moved":
      return of(`${conflict.instant}`);
  }
}
