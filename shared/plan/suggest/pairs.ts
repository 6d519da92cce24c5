import type { OccurrenceId } from "../../ids.ts";
import type { PlanCommand } from "../../protocol/plan.ts";
import { at } from "../../record.ts";
import type { Link, Plan, Start } from "../model.ts";
import { hoursOf } from "../timeline.ts";
import { worldOf } from "../world.ts";
import type { Zones } from "../zones.ts";
import type { Built } from "./build.ts";
import { linkName } from "./options.ts";
import { withStarts } from "./scope.ts";
import type { Pairs } from "./suggestion.ts";
import { after, errorKeys, freeId } from "./trying.ts";
import { errorsAt, leversOf, nowhere } from "./waystarts.ts";
import type { Blocked, Setting } from "./waystarts.ts";

// A session held twice: each time for those who can share an hour.

/** A start for some of the links. */
interface Half {
  readonly start: Start;
  readonly to: number;
  /** The links that can attend, and what each of them costs; those of the host room alone are in `host`. */
  readonly costs: ReadonlyMap<string, number>;
  readonly host: number;
}

/** Of the starts at which the same links can attend so many are looked at, and so many pairs are tried. */
const ofEach = 8;
const tries = 12;

/**
 * Two occurrences instead of one, each live for a part of the *must* links and the host room, at two starts: those that
 * cost all groups least together. None if the session has fewer than two links beside the host room, or no two starts
 * serve them all. Tried as the other ways out are (`waysOut`): at these two starts nothing is broken.
 */
export function pairsFor(
  built: Built,
  setting: Setting,
  starts: readonly Blocked[],
): readonly { readonly way: Pairs; readonly cost: number }[] {
  const { id, plan, world } = setting;
  const occurrence = at(built.plan.occurrences, id);
  const session = occurrence === undefined ? undefined : at(built.plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return [];
  const { hostRoomId } = session;
  const isHost = (link: Link): boolean => link.kind === "room" && link.id === hostRoomId;
  const parted = occurrence.links.filter((link) => link.need === "must" && link.mode === "live" && !isHost(link));
  const names = parted.map(linkName);
  if (names.length < 2) return [];

  const before = errorKeys(plan, world.zones);
  for (const [one, other] of bestPairs(halvesOf(starts, names), names)) {
    const { first, second } = share(one, other, names);
    const cost = hoursOf(costFor(one, first) + costFor(other, second));
    const commands = commandsFor(session.id, id, occurrence.links, first, second);
    if (isEnough(setting, commands, [one.start, other.start], before))
      return [{ way: { how: { kind: "pairs", occurrenceId: id, first, second }, command: null, commands }, cost }];
  }
  return [];
}

/** Starts at which some of the links can attend: what stands in the way of the others goes with them. */
function halvesOf(starts: readonly Blocked[], names: readonly string[]): readonly Half[] {
  const bySet = new Map<string, Half[]>();
  for (const { placed, errors } of starts) {
    const blamed = errors.map((conflict) => leversOf(placed, conflict).filter((lever) => lever.startsWith("link:")));
    if (blamed.some((levers) => levers.length === 0)) continue;
    const out = new Set(blamed.flat().map((lever) => lever.slice("link:".length)));
    const costs = new Map<string, number>();
    let host = 0;
    for (const { group, via, hours } of placed.attends) {
      const name = via === null ? `group:${group.id}` : `room:${via}`;
      const cost = hours.cost(placed.from, placed.to);
      if (names.includes(name)) costs.set(name, (costs.get(name) ?? 0) + cost);
      else host += cost;
    }
    const coming = names.filter((name) => !out.has(name));
    if (coming.length === 0) continue;
    const half = {
      start: placed.start,
      to: placed.to,
      host,
      costs: new Map(coming.map((name) => [name, costs.get(name) ?? 0] as const)),
    };
    const key = coming.join(" ");
    bySet.set(key, [...(bySet.get(key) ?? []), half]);
  }
  const sum = ({ host, costs }: Half): number => [...costs.values()].reduce((all, cost) => all + cost, host);
  return [...bySet.values()].flatMap((halves) =>
    halves.toSorted((a, b) => sum(a) - sum(b) || a.start.instant - b.start.instant).slice(0, ofEach),
  );
}

/** Two starts that serve all links, one after the other; the cheapest first. */
function bestPairs(halves: readonly Half[], names: readonly string[]): readonly (readonly [Half, Half])[] {
  const pairs = halves.flatMap((one) =>
    halves.flatMap((other) => {
      if (one.to > other.start.instant) return [];
      if (!names.every((name) => one.costs.has(name) || other.costs.has(name))) return [];
      const { first, second } = share(one, other, names);
      if (first.length === 0 || second.length === 0) return [];
      return [{ pair: [one, other] as const, cost: costFor(one, first) + costFor(other, second) }];
    }),
  );
  return pairs
    .sort((a, b) => a.cost - b.cost || a.pair[0].start.instant - b.pair[0].start.instant)
    .slice(0, tries)
    .map(({ pair }) => pair);
}

/** Who comes when: at the time that costs less, the first of two that cost the same. */
function share(one: Half, other: Half, names: readonly string[]) {
  const first = names.filter((name) => (one.costs.get(name) ?? Infinity) <= (other.costs.get(name) ?? Infinity));
  return { first, second: names.filter((name) => !first.includes(name)) };
}

function costFor({ host, costs }: Half, coming: readonly string[]): number {
  return coming.reduce((sum, name) => sum + (costs.get(name) ?? 0), host);
}

/** What the first one is playback or *may* for stays with it. */
function commandsFor(
  sessionId: string,
  occurrenceId: OccurrenceId,
  links: readonly Link[],
  first: readonly string[],
  second: readonly string[],
): Pairs["commands"] {
  const parted = new Set([...first, ...second]);
  const one = links.filter((link) => !second.includes(linkName(link)));
  const other = links.filter((link) => parted.has(linkName(link)) && !first.includes(linkName(link)));
  return [
    { name: "updateSession", input: { sessionId, at: { occurrenceId, links: one } } },
    { name: "addOccurrence", input: { sessionId, links: other } },
  ];
}

/** Whether both stand at their starts without an error, and none is new. */
function isEnough(
  { id, plan, world }: Setting,
  [parting, adding]: readonly [PlanCommand, PlanCommand],
  [one, other]: readonly [Start, Start],
  before: ReadonlySet<string>,
): boolean {
  const { zones } = world;
  const parted = after(plan, zones, parting);
  const added = parted === null ? null : after(parted, zones, adding);
  if (parted === null || added === null) return false;
  const otherId = freeId(parted) as OccurrenceId;
  const there = standing(added, zones, id, one, otherId, other);
  return [id, otherId].every((each) => there.errors(each) === 0) && [...there.keys].every((key) => before.has(key));
}

function standing(plan: Plan, zones: Zones, id: OccurrenceId, one: Start, otherId: OccurrenceId, other: Start) {
  const there = withStarts(
    nowhere(plan, id),
    new Map([
      [id, one],
      [otherId, other],
    ]),
  );
  const starts = { [id]: one, [otherId]: other };
  return {
    keys: errorKeys(there, zones),
    errors: (each: OccurrenceId): number => {
      const start = at(starts, each);
      return start === undefined ? 1 : errorsAt(worldOf(there, zones), each, start).length;
    },
  };
}
