import type { OccurrenceId } from "../../ids.ts";
import type { PlanCommand } from "../../protocol/plan.ts";
import { at } from "../../record.ts";
import type { Mend } from "../conflict.ts";
import { relaxations } from "../mends/relaxations.ts";
import { Trial } from "../mends/trial.ts";
import type { Link, Start } from "../model.ts";
import { hoursOf } from "../timeline.ts";
import { worldOf } from "../world.ts";
import type { Zones } from "../zones.ts";
import { buildProblem } from "./build.ts";
import type { Built } from "./build.ts";
import type { CanPlace } from "./clash.ts";
import { linkName } from "./options.ts";
import { pairsFor } from "./pairs.ts";
import type { Placing } from "./problem.ts";
import { demandsOf } from "./reduced.ts";
import type { Ground } from "./scope.ts";
import { withStarts } from "./scope.ts";
import type { Way } from "./suggestion.ts";
import { after, errorKeys } from "./trying.ts";
import { blockedStarts, costOf, costWithout, errorsAt, leversOf, nowhere, settingOf } from "./waystarts.ts";
import type { Blocked, Setting } from "./waystarts.ts";

/** The mildest first: what is said of two that cost people the same. */
const mildest: readonly string[] = [
  "move",
  "open-room",
  "wider-range",
  "grow-pool",
  "make-pool",
  "faster-line",
  "turn-round",
  "drop-order",
  "more-days",
  "may-split",
  "pairs",
  "playback",
  "shorten",
  "drop-place",
  "drop-person",
  "open-hours",
];
/** As many starts are tried with one lever. */
const tries = 4;

interface Found {
  readonly way: Way;
  /** What the session costs people then, in weighted hours. */
  readonly cost: number;
}

/**
 * Single changes after which a job that finds no time has one, at most four: those that cost people least first, then
 * the mildest. Each was tried: the command is done to the suggested plan, and there is a start at which the session breaks
 * no rule, with all the others where they are placed and no error that was not there before. Only if no change does that,
 * changes are tried after which it can be placed together with all that are placed, wherever these go (`canPlace`).
 * Where several links have no common hour, *pairs* is one of the ways: tried likewise, each half at a start of its own.
 * @throws RangeError for a zone that the data do not have
 */
export function waysOut(
  built: Built,
  zones: Zones,
  ground: Ground,
  placing: Placing,
  job: number,
  canPlace: CanPlace,
  most = 4,
): readonly Way[] {
  const id = built.problem.jobs[job]?.id;
  if (id === undefined) return [];
  const setting = settingOf(built, zones, placing, id);
  const starts = blockedStarts(built, ground, setting);
  const ways = [...singleChanges(built, setting, starts), ...pairsFor(built, setting, starts)].sort(byPrice);
  const chosen = fewOfEach(ways.map(({ way }) => way)).slice(0, most);
  if (chosen.length > 0) return chosen;
  return withOthersMoving(built, zones, ground, placing, job, canPlace).slice(0, most);
}

function byPrice(a: Found, b: Found): number {
  const quarters = ({ cost }: Found): number => Math.round(cost * 4);
  const rank = ({ way }: Found): number => mildest.indexOf(way.how.kind);
  return quarters(a) - quarters(b) || rank(a) - rank(b);
}

/** One link as playback is enough to choose from, and one of each other kind. */
function fewOfEach(ways: readonly Way[]): readonly Way[] {
  const seen = new Set<string>();
  return ways.filter(({ how: { kind } }) => {
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

/** For each lever that would be enough alone the change at the start that is cheapest for people. */
function* singleChanges(built: Built, setting: Setting, starts: readonly Blocked[]): Generator<Found> {
  const original = at(built.plan.occurrences, setting.id);
  if (original === undefined) return;
  const before = errorKeys(setting.plan, setting.world.zones);
  for (const [lever, possible] of byLever(starts)) {
    const price = (one: Blocked): number =>
      lever.startsWith("link:") ? costWithout(one.placed, lever.slice("link:".length)) : costOf(one.placed);
    const best = possible.toSorted((a, b) => price(a) - price(b) || a.placed.from - b.placed.from).slice(0, tries);
    for (const one of best) {
      const works = [...mendsBy(lever, setting, one, original.links)].find(({ command }) =>
        isEnough(setting, command, one.placed.start, before),
      );
      if (works === undefined) continue;
      yield { way: works, cost: hoursOf(price(one)) };
      break;
    }
  }
}

/** The starts at which one lever would take away all that stands in the way. "": nothing does. */
function byLever(starts: readonly Blocked[]): ReadonlyMap<string, readonly Blocked[]> {
  const found = new Map<string, Blocked[]>();
  for (const one of starts) {
    const [first, ...others] = one.errors.map((conflict) => leversOf(one.placed, conflict));
    const common = first === undefined ? [""] : first.filter((lever) => others.every((all) => all.includes(lever)));
    for (const lever of common) found.set(lever, [...(found.get(lever) ?? []), one]);
  }
  return found;
}

/** The changes that a lever stands for, at a start. */
function* mendsBy(
  lever: string,
  setting: Setting,
  { placed, errors }: Blocked,
  links: readonly Link[],
): Generator<Mend> {
  const { id, plan, world } = setting;
  const { wall, zone, offset, instant } = placed.start;
  if (lever === "") {
    const how = { kind: "move", occurrenceId: id, to: instant, costs: hoursOf(costOf(placed)) } as const;
    yield { how, command: { name: "moveOccurrence", input: { occurrenceId: id, start: { wall, zone, offset } } } };
    return;
  }
  if (lever.startsWith("link:")) {
    yield playbackOf(placed.session.id, id, links, lever.slice("link:".length));
    return;
  }
  const conflict = errors[0];
  if (conflict === undefined) return;
  const there = withStarts(plan, new Map([[id, placed.start]]));
  const kind = lever.split(":")[0];
  for (const mend of relaxations(new Trial(there, world.zones, conflict))) {
    const { how } = mend;
    if (how.kind !== kind) continue;
    if (how.kind === "shorten" && how.sessionId !== placed.session.id) continue;
    if (how.kind === "drop-person" && how.sessionId !== placed.session.id) continue;
    yield mend;
  }
}

function playbackOf(sessionId: string, occurrenceId: OccurrenceId, links: readonly Link[], name: string): Mend {
  const changed = links.map((link): Link => (linkName(link) === name ? { ...link, mode: "playback" } : link));
  return {
    how: { kind: "playback", occurrenceId, link: name },
    command: { name: "updateSession", input: { sessionId, at: { occurrenceId, links: changed } } },
  };
}

/** Whether by a command the session can begin there, and no error is new. */
function isEnough(
  { id, plan, world }: Setting,
  command: PlanCommand,
  start: Start,
  before: ReadonlySet<string>,
): boolean {
  const { zones } = world;
  const changed = after(plan, zones, command);
  if (changed === null) return false;
  const there = withStarts(nowhere(changed, id), new Map([[id, start]]));
  if (errorsAt(worldOf(there, zones), id, start).length > 0) return false;
  return [...errorKeys(there, zones)].every((key) => before.has(key));
}

/** Changes after which it can be placed with all others that are placed, wherever these go then. */
function withOthersMoving(
  built: Built,
  zones: Zones,
  ground: Ground,
  placing: Placing,
  job: number,
  canPlace: CanPlace,
): readonly Way[] {
  const id = built.problem.jobs[job]?.id;
  if (id === undefined) return [];
  const together = built.problem.jobs
    .filter((_, j) => j === job || (placing.starts[j] ?? -1) >= 0)
    .map((one) => one.id);
  const ids = new Set<OccurrenceId>(together);
  for (const mend of changesFor(built, zones, id)) {
    const plan = after(built.plan, zones, mend.command);
    const changed = plan === null ? null : buildProblem(plan, zones, built.wish, ground);
    if (changed?.ok !== true) continue;
    const { problem } = changed.value;
    const jobs = problem.jobs.flatMap((one, j) => (ids.has(one.id) ? [j] : []));
    const fits = jobs.length === together.length && canPlace(problem, jobs);
    // Nothing more is found out once there is no time left.
    if (fits !== false) return fits === null ? [] : [mend];
  }
  return [];
}

/** Changes that say nothing of a time. */
function* changesFor(built: Built, zones: Zones, id: OccurrenceId): Generator<Mend> {
  const demand = worldOf(built.plan, zones).demand(id);
  if (demand === null) return;
  const { occurrence, session } = demand;
  const sessionId = session.id;
  const host = session.hostRoomId === null ? "" : `room:${session.hostRoomId}`;
  const own = demandsOf(built.plan, id);
  for (const first of session.after)
    yield {
      how: { kind: "drop-order", sessionId, first },
      command: {
        name: "updateSession",
        input: { sessionId, set: { after: session.after.filter((other) => other !== first) } },
      },
    };
  for (const { pool, count } of demand.pools)
    yield {
      how: { kind: "grow-pool", poolId: pool.id, size: pool.size + count },
      command: { name: "updatePool", input: { poolId: pool.id, set: { size: pool.size + count } } },
    };
  for (const { group } of demand.attends)
    if (group.roomId === null && !group.maySplit)
      yield {
        how: { kind: "may-split", groupId: group.id },
        command: { name: "updateGroup", input: { groupId: group.id, set: { maySplit: true } } },
      };
  for (const one of own)
    if (one.kind === "link" && one.link !== host) yield playbackOf(sessionId, id, occurrence.links, one.link);
  for (const personId of session.personIds)
    yield {
      how: { kind: "drop-person", sessionId, personId },
      command: {
        name: "updateSession",
        input: { sessionId, set: { personIds: session.personIds.filter((other) => other !== personId) } },
      },
    };
}
