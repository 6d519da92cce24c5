import type { Link, Occurrence, Plan, PlanFile, Session, Start } from "../../shared/plan/model.ts";
import { alone } from "./checkeralone.ts";
import { attending, bandAt, later, minute, placedOf, stepsOf } from "./checkerplan.ts";
import type { Placed } from "./checkerplan.ts";
import { shared, together } from "./checkershared.ts";
import { localAt } from "./checkertime.ts";
import type { Clock } from "./checkertime.ts";

// The best plan by trying everything: every start on the grid, every choice of optional links, every session left out.
// Rules come from the independent checker; burden is counted minute by minute. It shares no code with `shared/plan`.

export interface Asked {
  readonly plan: Plan;
  readonly clock: Clock;
  readonly conferenceId: string;
  /** Repair: the release, and what time it is. */
  readonly repair: { readonly released: PlanFile; readonly now: number } | null;
}

/** What a plan is worth. Hours are weighted; `penalty` is Σ h(b). */
export interface Worth {
  readonly placed: readonly [number, number, number];
  readonly reached: number;
  readonly moved: number;
  readonly penalty: number;
  readonly total: number;
  readonly worst: number;
}

/** The best by each order of values: of the fairest ones, one that moves the fewest links. */
export interface Bests {
  readonly fairest: Worth;
  readonly leastTotal: Worth;
  readonly leastChange: Worth;
  /** The smallest that the worst-off group can pay in any plan that places and reaches as much. */
  readonly leastWorst: number;
}

interface Choice {
  readonly placed: Placed;
  readonly reached: number;
  readonly moved: number;
  readonly costs: ReadonlyMap<string, number>;
}

interface Job {
  readonly occurrence: Occurrence;
  readonly session: Session;
  readonly choices: readonly Choice[];
  /** What moves if it is left out. */
  readonly lost: number;
}

const warnings = ["group-night", "zone-moved"];
const weights = { kind: 0, bearable: 1, shoulder: 3, night: 8, blocked: 8 } as const;
/** Hours that differ by less are rounded differently, no more. */
const hair = 1e-9;
const isError = (fact: string): boolean => !warnings.some((kind) => fact.startsWith(`${kind} `));

export function tryAll(asked: Asked): Bests {
  const { plan, conferenceId } = asked;
  const jobs = jobsOf(asked);
  const isJob = new Set(jobs.map(({ occurrence }) => occurrence.id as string));
  const fixed = placedOf(plan).filter(({ id }) => !isJob.has(id));
  const base = new Map<string, number>();
  for (const one of fixed)
    if (one.session.conferenceId === conferenceId) for (const [id, cost] of costsOf(asked, one)) add(base, id, cost);

  const chosen: (Choice | null)[] = [];
  const bests: { -readonly [Key in keyof Bests]: Bests[Key] | null } = {
    fairest: null,
    leastTotal: null,
    leastChange: null,
    leastWorst: null,
  };
  const sum = { placed: [0, 0, 0], reached: 0, moved: 0 };

  const visit = (): void => {
    const next = jobs[chosen.length];
    if (cannotBeBetter()) return;
    if (next === undefined) {
      keep(worth());
      return;
    }
    for (const choice of next.choices) {
      if (!fits(choice)) continue;
      enter(next, choice, 1);
      chosen.push(choice);
      visit();
      chosen.pop();
      enter(next, choice, -1);
    }
    sum.moved += next.lost;
    chosen.push(null);
    visit();
    chosen.pop();
    sum.moved -= next.lost;
  };

  const enter = ({ session }: Job, choice: Choice, sign: 1 | -1): void => {
    sum.placed[session.priority - 1] = (sum.placed[session.priority - 1] ?? 0) + sign;
    sum.reached += sign * choice.reached;
    sum.moved += sign * choice.moved;
  };

  const fits = ({ placed }: Choice): boolean => {
    const others = [...fixed, ...chosen.flatMap((other) => other?.placed ?? [])];
    for (const other of others) {
      const [one, earlier] = later(placed, other) ? [placed, other] : [other, placed];
      if (!together(plan, one, earlier).next().done) return false;
    }
    return !sharesTooMuch([...others, placed]);
  };
  const needsSharing =
    Object.values(plan.pools).length > 0 ||
    Object.values(plan.venues).some((venue) => venue?.uplink.up != null || venue?.uplink.down != null);
  const sharesTooMuch = (all: readonly Placed[]): boolean => {
    if (!needsSharing) return false;
    for (const one of all)
      for (const { ids } of shared(plan, one, all)) if ([one.id, ...ids].some((id) => isJob.has(id))) return true;
    return false;
  };

  const worth = (): Worth => {
    const burdens = new Map(base);
    for (const choice of chosen) for (const [id, cost] of choice?.costs ?? []) add(burdens, id, cost);
    const hours = [...burdens.values()].map((cost) => cost / 60);
    return {
      placed: [sum.placed[0] ?? 0, sum.placed[1] ?? 0, sum.placed[2] ?? 0],
      reached: sum.reached,
      moved: sum.moved,
      penalty: hours.reduce((all, b) => all + h(b), 0),
      total: hours.reduce((all, b) => all + b, 0),
      worst: Math.max(0, ...hours),
    };
  };

  /** Only what is certain is cut off: with all that is left placed and reached it would still be below the best of all kinds. */
  const cannotBeBetter = (): boolean => {
    const { fairest, leastTotal, leastChange, leastWorst } = bests;
    if (fairest === null || leastTotal === null || leastChange === null || leastWorst === null) return false;
    const rest = jobs.slice(chosen.length);
    const most = sum.placed.map(
      (n, i) => n + rest.filter(({ session, choices }) => session.priority === i + 1 && choices.length > 0).length,
    );
    for (const [i, n] of most.entries()) {
      const best = fairest.placed[i] ?? 0;
      if (n !== best) return n < best;
    }
    const reach =
      sum.reached + rest.reduce((all, { choices }) => all + Math.max(0, ...choices.map(({ reached }) => reached)), 0);
    if (reach !== fairest.reached) return reach < fairest.reached;
    const so = worth();
    // From here on no link moves back and no group pays less.
    const isLessFair =
      so.penalty > fairest.penalty + hair || (so.penalty >= fairest.penalty - hair && so.moved >= fairest.moved);
    const isMoreChange =
      so.moved > leastChange.moved || (so.moved === leastChange.moved && so.penalty >= leastChange.penalty);
    return isLessFair && so.total >= leastTotal.total && isMoreChange && so.worst >= leastWorst;
  };

  const keep = (found: Worth): void => {
    const first = (worth: Worth): readonly number[] => [...worth.placed.map((n) => -n), -worth.reached];
    const sooner = bests.fairest === null ? -1 : compare(first(found), first(bests.fairest));
    if (sooner > 0) return;
    const take = (kind: "fairest" | "leastTotal" | "leastChange", by: (worth: Worth) => readonly number[]): void => {
      const best = bests[kind];
      if (best === null || sooner < 0 || compare(by(found), by(best)) < 0) bests[kind] = found;
    };
    take("leastTotal", ({ total, penalty }) => [total, penalty]);
    take("leastChange", ({ moved, penalty }) => [moved, penalty]);
    bests.leastWorst = sooner < 0 ? found.worst : Math.min(bests.leastWorst ?? Infinity, found.worst);
    take("fairest", ({ penalty, moved }) => [penalty, moved]);
  };

  visit();
  const { fairest, leastTotal, leastChange, leastWorst } = bests;
  if (fairest === null || leastTotal === null || leastChange === null || leastWorst === null)
    throw new Error("not even the empty plan was tried");
  return { fairest, leastTotal, leastChange, leastWorst };
}

/** h(b) = b(b+1)/2 at whole hours, linear between: the k-th weighted hour costs k (scheduling.md, *Suggest*). */
export function h(b: number): number {
  let sum = 0;
  for (let k = 1; k - 1 < b; k += 1) sum += k * Math.min(1, b - (k - 1));
  return sum;
}

function jobsOf(asked: Asked): readonly Job[] {
  const { plan, conferenceId, repair } = asked;
  const released = new Map(
    (repair?.released.occurrences ?? []).map((occurrence) => [occurrence.id as string, occurrence]),
  );
  return Object.values(plan.occurrences).flatMap((occurrence): readonly Job[] => {
    const session = occurrence === undefined ? undefined : plan.sessions[occurrence.sessionId];
    if (occurrence === undefined || session === undefined) return [];
    if (session.conferenceId !== conferenceId || session.state === "cancelled" || occurrence.pinned) return [];
    const had = repair === null ? occurrence : (released.get(occurrence.id) ?? null);
    if (repair !== null && had?.start != null && had.start.instant <= repair.now) return [];
    const lost = had?.start == null ? 0 : Math.max(1, had.links.filter(({ mode }) => mode === "live").length);
    const hadStart = had?.start ?? null;
    const choices = startsOf(asked, session, hadStart).flatMap((start) =>
      linksOf(occurrence.links).flatMap(
        (links) => choiceOf(asked, { ...occurrence, start, links }, session, had) ?? [],
      ),
    );
    return [{ occurrence, session, choices, lost }];
  });
}

/** Every quarter of an hour of the host's clock in the conference's days, and where it was. */
function startsOf(asked: Asked, session: Session, had: Start | null): readonly Start[] {
  const { plan, clock, repair } = asked;
  const conference = plan.conferences[session.conferenceId];
  const first = conference?.firstDay ?? null;
  const last = conference?.lastDay ?? null;
  if (conference === undefined || first === null || last === null) throw new Error("the reference needs the days");
  const host = session.hostRoomId === null ? undefined : plan.rooms[session.hostRoomId];
  const zone = host?.zone ?? conference.zone;
  const starts: Start[] = had === null ? [] : [had];
  const from = Date.parse(`${first}T00:00Z`) - 1440 * minute;
  const to = Date.parse(`${last}T00:00Z`) + 2880 * minute;
  for (let at = from; at < to; at += 5 * minute) {
    const shown = localAt(clock, zone, at).minute;
    if (at === had?.instant || shown % 15 !== 0) continue;
    // The checker would say so too, but slowly.
    if (shown < (session.range?.earliest ?? 0) || shown >= (session.range?.latest ?? 2880)) continue;
    const offset = clock(zone, at);
    const wall = new Date(at + offset * minute).toISOString().slice(0, 16);
    starts.push({ wall, zone, offset, instant: at, zoneData: "2026f" });
  }
  return starts.filter(({ instant }) => repair === null || instant > repair.now);
}

/** Each choice of live *may* links that stay live; the others become playback. */
function linksOf(links: readonly Link[]): readonly (readonly Link[])[] {
  let all: (readonly Link[])[] = [[]];
  for (const link of links) {
    const ways: readonly Link[] =
      link.need === "may" && link.mode === "live" ? [link, { ...link, mode: "playback" }] : [link];
    all = all.flatMap((before) => ways.map((way) => [...before, way]));
  }
  return all;
}

/** Null: it breaks a rule by itself, or keeps a *may* link outside of bearable hours. */
function choiceOf(asked: Asked, occurrence: Occurrence, session: Session, had: Occurrence | null): Choice | null {
  const { plan, clock } = asked;
  if (occurrence.start === null) return null;
  const from = occurrence.start.instant;
  const placed: Placed = { id: occurrence.id, occurrence, session, from, steps: stepsOf(from, session.minutes) };
  for (const fact of alone(plan, clock, placed)) if (isError(fact)) return null;
  let reached = 0;
  for (const [id, { must }] of attending(plan, placed)) {
    const group = plan.groups[id];
    if (must || group === undefined) continue;
    const bands = [...placed.steps].map((at) => bandAt(clock, group.hours, group.zone, at));
    if (bands.some((band) => band !== "kind" && band !== "bearable")) return null;
    reached += group.people;
  }
  return { placed, reached, moved: movedLinks(occurrence, had), costs: costsOf(asked, placed) };
}

function movedLinks(occurrence: Occurrence, had: Occurrence | null): number {
  if (had?.start == null) return 0;
  const live = had.links.filter(({ mode }) => mode === "live");
  if (had.start.instant !== occurrence.start?.instant) return Math.max(1, live.length);
  const isLive = (link: Link): boolean =>
    occurrence.links.some(({ kind, id, mode }) => kind === link.kind && id === link.id && mode === "live");
  return live.filter((link) => !isLive(link)).length;
}

/** Weighted minutes of each group that attends. */
function costsOf({ plan, clock }: Asked, placed: Placed): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const [id] of attending(plan, placed)) {
    const group = plan.groups[id];
    if (group === undefined) continue;
    for (const at of placed.steps) add(costs, id, weights[bandAt(clock, group.hours, group.zone, at)]);
  }
  return costs;
}

function add(sums: Map<string, number>, id: string, cost: number): void {
  sums.set(id, (sums.get(id) ?? 0) + cost);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    if (Math.abs(x - y) > hair) return x - y;
  }
  return 0;
}
