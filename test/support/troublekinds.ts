import type { TroubleKind } from "../../shared/plan/conflict.ts";

/** The compiler asks for each. */
const kinds: Readonly<Record<TroubleKind, true>> = {
  "room-closed": true,
  "room-double": true,
  "room-turn-round": true,
  "group-blocked": true,
  "group-double": true,
  "group-night": true,
  "person-double": true,
  "person-travel": true,
  "person-blocked": true,
  "person-places": true,
  "pool-empty": true,
  "pool-rest": true,
  "no-interpreters": true,
  uplink: true,
  order: true,
  gap: true,
  fold: true,
  "outside-conference": true,
  "outside-range": true,
  "zone-moved": true,
};

/** All kinds of conflicts, sorted. */
export const troubleKinds: readonly string[] = Object.keys(kinds).toSorted();
