import type { Conflict, Trouble } from "../conflict.ts";
import type { Start } from "../model.ts";
import { canonicalZone, resolveWall } from "../zones.ts";
import type { Resolved, Zones } from "../zones.ts";
import type { Placed, World } from "../world.ts";
import { found, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/** The wall time does not exist: the clocks go forward over it. */
export const gap: Check = (world, placed) => clock(world, placed, "gap");

/** The wall time comes twice, and which is meant was not said. */
export const fold: Check = (world, placed) => clock(world, placed, "fold");

/** A warning: with these zone data the wall time is another instant than when the occurrence was placed. */
export const zoneMoved: Check = (world, placed) => clock(world, placed, "zone-moved");

function clock(world: World, placed: Placed, kind: Trouble["kind"]): readonly Conflict[] {
  const trouble = clockTrouble(world, placed);
  if (trouble?.kind !== kind) return [];
  const { zone } = placed.start;
  const weight = kind === "zone-moved" ? "warning" : "error";
  return [found(trouble, weight, [placed], "", whenIn({ zone, city: cityOf(world, placed) }, placed.from, placed.to))];
}

function clockTrouble(
  { zones }: World,
  { start }: Placed,
): Extract<Trouble, { kind: "gap" | "fold" | "zone-moved" }> | null {
  const resolved = resolvedOf(zones, start);
  switch (resolved.kind) {
    // The schema has refused what is no date; a gap is the nearest thing to it.
    case "invalid":
    case "gap":
      return { kind: "gap" };
    case "unique":
      return resolved.instant === start.instant ? null : { kind: "zone-moved", instant: resolved.instant };
    case "fold": {
      const chosen = [resolved.earlier, resolved.later].find(({ offset }) => offset === start.offset);
      if (chosen === undefined) return { kind: "fold" };
      return chosen.instant === start.instant ? null : { kind: "zone-moved", instant: chosen.instant };
    }
  }
}

/** Starts are values: many sessions are tried at each of the same starts, and each time three checks ask. */
const known = new WeakMap<Zones, WeakMap<Start, Resolved>>();

function resolvedOf(zones: Zones, start: Start): Resolved {
  let byStart = known.get(zones);
  if (byStart === undefined) known.set(zones, (byStart = new WeakMap()));
  let resolved = byStart.get(start);
  if (resolved === undefined) byStart.set(start, (resolved = resolveWall(zones, start.zone, start.wall)));
  return resolved;
}

/** The host's city where its time is meant; else what the zone is named after ("America/El_Salvador": El Salvador). */
function cityOf({ zones }: World, { start, host }: Placed): string {
  const isHosts = canonicalZone(zones, start.zone) === canonicalZone(zones, host.zone);
  return isHosts ? host.city : (start.zone.split("/").at(-1) ?? start.zone).replaceAll("_", " ");
}
