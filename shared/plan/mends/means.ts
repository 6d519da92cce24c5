import { at } from "../../record.ts";
import type { Conflict, Mend } from "../conflict.ts";
import { linkNeed } from "../needs.ts";
import { shortened } from "./timechanges.ts";
import type { Trial } from "./trial.ts";

// More interpreters and operators, and faster lines.

type Of<Kind extends Conflict["kind"]> = Extract<Conflict, { readonly kind: Kind }>;

/** A pool with enough for what is wanted; where they would not rest then, with up to three more. */
export function largerPool(trial: Trial, { poolId, needed }: Of<"pool-empty" | "pool-rest">): readonly Mend[] {
  const pool = at(trial.plan.pools, poolId);
  if (pool === undefined) return [];
  return [0, 1, 2, 3].map((more): Mend => {
    const size = Math.max(needed, pool.size + 1) + more;
    return {
      how: { kind: "grow-pool", poolId, size },
      command: { name: "updatePool", input: { poolId, set: { size } } },
    };
  });
}

/** Sessions that one of the pool can do alone. */
export function oneIsEnough(trial: Trial, { poolId, occurrenceIds }: Of<"pool-empty" | "pool-rest">): readonly Mend[] {
  const pool = at(trial.plan.pools, poolId);
  if (pool === undefined) return [];
  const { longestStretch } = pool;
  return occurrenceIds.flatMap((id): readonly Mend[] => {
    const session = trial.world.placed(id)?.session;
    if (session === undefined || session.minutes <= longestStretch || longestStretch < session.minutes / 2) return [];
    return [shortened(session.id, longestStretch)];
  });
}

/** A pool of interpreters for two languages: the smallest that is enough for all sessions that want it. */
export function newPool(trial: Trial, { occurrenceIds: [id], pair }: Of<"no-interpreters">): readonly Mend[] {
  const conferenceId = trial.world.placed(id)?.session.conferenceId;
  if (conferenceId === undefined) return [];
  const [one, other] = pair;
  return [1, 2, 3, 4, 6, 8, 12].map((size): Mend => {
    const serves = { kind: "languages" as const, pair: [one, other] as [string, string] };
    return {
      how: { kind: "make-pool", pair },
      command: { name: "createPool", input: { conferenceId, name: `${one}–${other}`, serves, size } },
    };
  });
}

/** A line that carries what is wanted, in both directions; one that nobody has measured stays so. */
export function fasterLine(trial: Trial, { venueId, direction, needed }: Of<"uplink">): readonly Mend[] {
  const venue = at(trial.plan.venues, venueId);
  if (venue === undefined) return [];
  const rooms = needed / linkNeed[direction];
  const up = Math.max(venue.uplink.up ?? 0, rooms * linkNeed.up);
  const down = Math.max(venue.uplink.down ?? 0, rooms * linkNeed.down);
  const uplink = { up: venue.uplink.up === null ? null : up, down: venue.uplink.down === null ? null : down };
  return [
    {
      how: { kind: "faster-line", venueId, up, down },
      command: { name: "updateVenue", input: { venueId, set: { uplink } } },
    },
  ];
}
