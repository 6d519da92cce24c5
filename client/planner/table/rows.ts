import type { Instant } from "../../../shared/ids.ts";
import type { Burdens } from "../../../shared/plan/burden.ts";
import type { Band, Day, Plan, SessionState } from "../../../shared/plan/model.ts";
import { dayOf } from "../../../shared/plan/times.ts";
import { offsetAt, wallAt } from "../../../shared/plan/zones.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { placesOf, totalCost, worst, worstBand } from "../reading/occasion.ts";
import type { Occasion } from "../reading/occasion.ts";
import type { Region } from "../reading/regions.ts";

/** What a region has of a session: its local time, and how its groups have it; null: nobody there is linked. */
export interface Cell {
  readonly time: string;
  /** The worst band of the groups that attend; null: they see it as playback. */
  readonly band: Band | null;
}

export interface Row {
  readonly occasion: Occasion;
  /** By the region's key. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** How many rooms and groups are linked. */
  readonly linked: number;
  readonly cost: number;
  readonly conflicts: number;
}

export function rowOf(
  plan: Plan,
  zones: Zones,
  regions: readonly Region[],
  occasion: Occasion,
  burdens: Burdens,
  conflicts: number,
): Row {
  const { start, end, occurrence } = occasion;
  const cells = new Map<string, Cell>();
  if (start !== null && end !== null) {
    const places = placesOf(plan, zones, occasion, start);
    for (const region of regions) {
      const here = places.filter(({ group }) => region.groupIds.has(group.id));
      if (here.length === 0) continue;
      const live = here.filter(({ link }) => link.mode === "live");
      cells.set(region.key, {
        time: wallAt(zones, region.zone, start).slice(11),
        band: live.length === 0 ? null : worst(live.map(({ group }) => worstBand(group, zones, start, end))),
      });
    }
  }
  return {
    occasion,
    cells,
    linked: occurrence.links.length,
    cost: totalCost(burdens.ofOccurrence.get(occurrence.id)),
    conflicts,
  };
}

/** What the table is sorted by: a column, or a region's time of day. */
export type By = "start" | "title" | "state" | "length" | "linked" | "cost" | "conflicts" | { readonly region: string };
export interface Sorting {
  readonly by: By;
  readonly down: boolean;
}

const states: readonly SessionState[] = ["firm", "tentative", "idea", "cancelled"];

/** Rows in order. Whatever it is sorted by, those without a time are last where a time decides. */
export function sorted(rows: readonly Row[], { by, down }: Sorting): readonly Row[] {
  const key = (row: Row): number | string => {
    const { session, start } = row.occasion;
    if (typeof by === "object") return row.cells.get(by.region)?.time ?? "";
    switch (by) {
      case "start":
        return start ?? Infinity;
      case "title":
        return session.title.toLowerCase();
      case "state":
        return states.indexOf(session.state);
      case "length":
        return session.minutes;
      case "linked":
        return row.linked;
      case "cost":
        return row.cost;
      case "conflicts":
        return row.conflicts;
    }
  };
  const isNothing = (value: number | string): boolean => value === "" || value === Infinity;
  return [...rows].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (isNothing(one) || isNothing(other)) return Number(isNothing(one)) - Number(isNothing(other));
    const order = one < other ? -1 : one > other ? 1 : 0;
    return (down ? -order : order) || (a.occasion.start ?? Infinity) - (b.occasion.start ?? Infinity);
  });
}

/** Rows that stand under one heading; `day` null: one list of all days, or those that have no time. */
export interface Part {
  readonly key: string;
  readonly day: Day | null;
  readonly unplaced: boolean;
  readonly rows: readonly Row[];
}

/** By days (of the ruler's zone) where the start decides; what has no time is a part of its own, at the end. */
export function partsOf(rows: readonly Row[], sorting: Sorting, zones: Zones, zone: string): readonly Part[] {
  const placed = rows.filter(({ occasion }) => occasion.start !== null);
  const unplaced = rows.filter(({ occasion }) => occasion.start === null);
  const days = new Map<Day, Row[]>();
  for (const row of placed) {
    const day = sorting.by === "start" ? dayOf(zones, zone, row.occasion.start ?? 0) : "";
    const list = days.get(day);
    if (list === undefined) days.set(day, [row]);
    else list.push(row);
  }
  const parts = [...days].map(([day, list]) => ({
    key: day,
    day: day === "" ? null : day,
    unplaced: false,
    rows: list,
  }));
  return unplaced.length === 0 ? parts : [...parts, { key: "unplaced", day: null, unplaced: true, rows: unplaced }];
}

/** The region whose clocks are the ruler's at every start; null: none, and the ruler has a column of its own. */
export function rulerRegion(
  regions: readonly Region[],
  zones: Zones,
  zone: string,
  starts: readonly Instant[],
): Region | null {
  const agrees = (region: Region): boolean =>
    region.zone === zone ||
    (starts.length > 0 &&
      starts.every((start) => offsetAt(zones, region.zone, start) === offsetAt(zones, zone, start)));
  return regions.find(agrees) ?? null;
}
