import type { Conflict } from "../conflict.ts";
import type { Pool } from "../model.ts";
import { linkNeed } from "../needs.ts";
import type { Placed } from "../world.ts";
import { found, minute, whenIn } from "./check.ts";
import type { Check } from "./check.ts";
import { clashes } from "./sweep.ts";
import type { Clash } from "./sweep.ts";

/** More of a pool are needed at once than there are. */
export const poolEmpty: Check = (world, placed) =>
  placed.pools.flatMap(({ pool, count }) =>
    clashes(world.ofPool(pool.id), { placed, count }, 0, pool.size).map((clash) =>
      poolClash("pool-empty", pool, clash),
    ),
  );

/** There are enough of a pool, but not with their rest after a session. */
export const poolRest: Check = (world, placed) =>
  placed.pools.flatMap(({ pool, count }) => {
    if (pool.rest === 0) return [];
    return clashes(world.ofPool(pool.id), { placed, count }, pool.rest * minute, pool.size)
      .filter(({ resting }) => resting)
      .map((clash) => poolClash("pool-rest", pool, clash));
  });

function poolClash(kind: "pool-empty" | "pool-rest", { id, size }: Pool, { at, involved, needed }: Clash): Conflict {
  const [first, ...others] = involved;
  const trouble = { kind, poolId: id, needed, size, others: others.map(({ occurrence }) => occurrence.id) };
  return found(trouble, "error", involved, id, whenIn(first.host, at, first.to));
}

/** Two languages of the session between which none of the conference's pools interprets. Whatever the time. */
export const noInterpreters: Check = (_world, placed) =>
  placed.unserved.map((pair) =>
    found(
      { kind: "no-interpreters", pair },
      "error",
      [placed],
      pair.join("-"),
      whenIn(placed.host, placed.from, placed.to),
    ),
  );

/** A venue's line carries less than its live rooms need at once. */
export const uplink: Check = (world, placed) =>
  placed.venues.flatMap(({ venue, rooms }) =>
    (["up", "down"] as const).flatMap((direction) => {
      const has = venue.uplink[direction];
      if (has === null) return [];
      const need = linkNeed[direction];
      return clashes(world.atVenue(venue.id), { placed, count: rooms }, 0, Math.floor(has / need)).map(
        ({ at, involved, needed }) => {
          const [first, ...others] = involved;
          const place = first.rooms.find(({ venueId }) => venueId === venue.id) ?? first.host;
          return found(
            {
              kind: "uplink",
              venueId: venue.id,
              direction,
              needed: needed * need,
              has,
              others: others.map(({ occurrence }) => occurrence.id),
            },
            "error",
            involved,
            `${venue.id}|${direction}`,
            whenIn(place, at, first.to),
          );
        },
      );
    }),
  );

/** Whether an occurrence alone takes more than there is of what a conflict is about: then it does so at any time. */
export function alwaysTooMuch(placed: Placed, conflict: Conflict): boolean {
  switch (conflict.kind) {
    case "no-interpreters":
      return true;
    case "pool-empty":
      return placed.pools.some(({ pool, count }) => pool.id === conflict.poolId && count > pool.size);
    case "uplink": {
      const own = placed.venues.find(({ venue }) => venue.id === conflict.venueId);
      return own !== undefined && own.rooms * linkNeed[conflict.direction] > conflict.has;
    }
    default:
      return false;
  }
}
