import type { Bars } from "../../../shared/plan/suggest/milp.ts";
import type { Cost, Placing, Problem, Value } from "../../../shared/plan/suggest/problem.ts";
import type { PlanKind, Proof } from "../../../shared/plan/suggest/suggestion.ts";
import { untidiness } from "../../../shared/plan/suggest/tidy.ts";
import { compareValues, emptyPlacing, isLegal, valueOf } from "../../../shared/plan/suggest/value.ts";

export const kinds: readonly PlanKind[] = ["fairest", "least-total", "least-change"];

export interface Found {
  readonly placing: Placing;
  readonly value: Value;
}

/** What is proven of all plans that place and reach as much as the best. Weighted minutes; penalties as `Value.penalty`. */
interface Bounds {
  penalty: number;
  total: Cost;
  worst: Cost;
  moved: number;
  /** Of those that move no more than the best. */
  penaltyMoved: number;
}

/**
 * The best plans so far and what is proven of them. Only legal placings come in, and each is worth what `valueOf` says. A
 * bound holds for the levels for which it was found: once a plan is better in a way that they do not cover, it is dropped.
 */
export class Standing {
  readonly problem: Problem;
  readonly #best = new Map<PlanKind, Found>();
  /** In which the worst-off group pays least. */
  #kindest: Found | null = null;
  /** By class: no plan that places as many of the classes before it places more. */
  readonly #most: [number, number, number];
  #mostReached: number;
  #era = 0;
  #bounds: Bounds = { penalty: 0, total: 0, worst: 0, moved: 0, penaltyMoved: 0 };

  constructor(problem: Problem) {
    this.problem = problem;
    this.#most = mostOf(problem);
    this.#mostReached = mostReached(problem);
    this.offer(emptyPlacing(problem));
  }

  /** @returns the kinds of which it is the best plan now */
  offer(placing: Placing): readonly PlanKind[] {
    if (!isLegal(this.problem, placing)) return [];
    const found = { placing, value: valueOf(this.problem, placing) };
    const before = this.#best.get("fairest")?.value;
    const better = kinds.filter((kind) => {
      const known = this.#best.get(kind);
      return known === undefined || compareValues(found.value, known.value, kind) < 0;
    });
    for (const kind of better) this.#best.set(kind, found);
    if (before !== undefined && !covers(before, this.of("fairest").value)) this.#forget(before);
    const kindest = this.#kindest;
    const level = compareLevels(found.value, this.of("fairest").value);
    if (
      level === 0 &&
      (kindest === null || compareLevels(kindest.value, found.value) !== 0 || found.value.worst < kindest.value.worst)
    )
      this.#kindest = found;
    return better;
  }

  /** Takes a plan in place of those that are worth the same or less and move more for nothing. @returns their kinds */
  tidy(placing: Placing): readonly PlanKind[] {
    const better = this.offer(placing);
    if (!isLegal(this.problem, placing)) return better;
    const value = valueOf(this.problem, placing);
    const [playback, away] = untidiness(this.problem, placing);
    const same = kinds.filter((kind) => {
      const known = this.of(kind);
      if (compareValues(value, known.value, kind) !== 0) return false;
      const [more, further] = untidiness(this.problem, known.placing);
      return playback < more || (playback === more && away < further);
    });
    for (const kind of same) this.#best.set(kind, { placing, value });
    return [...better, ...same];
  }

  of(kind: PlanKind): Found {
    const found = this.#best.get(kind);
    if (found === undefined) throw new Error("no plan yet");
    return found;
  }

  get kindest(): Found {
    return this.#kindest ?? this.of("fairest");
  }

  /** Plans that place and reach as much as the best. */
  get bars(): Bars {
    const { placed, reached } = this.of("fairest").value;
    return { placed, reached, moved: null, penalty: null, worst: null, total: null };
  }

  /** Another number once what was proven of the levels before holds no longer. */
  get era(): number {
    return this.#era;
  }

  get bounds(): Readonly<Bounds> {
    return this.#bounds;
  }

  /** No plan that is as good before class `priority` places more of it. */
  boundPlaced(priority: 1 | 2 | 3, most: number): void {
    this.#most[priority - 1] = Math.min(this.#most[priority - 1] ?? 0, most);
  }

  boundReached(most: number): void {
    this.#mostReached = Math.min(this.#mostReached, most);
  }

  /** @returns whether it is news */
  bound(what: keyof Bounds, least: number): boolean {
    if (!(least > this.#bounds[what])) return false;
    this.#bounds[what] = least;
    return true;
  }

  isPlacedProven(priority: 1 | 2 | 3): boolean {
    return this.of("fairest").value.placed[priority - 1] === this.#most[priority - 1];
  }

  get isReachedProven(): boolean {
    return this.#isPlaced() && this.of("fairest").value.reached === this.#mostReached;
  }

  isProven(kind: PlanKind): boolean {
    const { value } = this.of(kind);
    const least = this.#bounds;
    if (!this.isReachedProven) return false;
    if (kind === "fairest") return least.penalty >= value.penalty;
    return kind === "least-total" ? least.total >= value.total : least.moved >= value.moved;
  }

  /** No plan's worst-off group pays less than the bound, and one is known in which it pays just that. */
  get isWorstProven(): boolean {
    return this.isReachedProven && this.#bounds.worst >= this.kindest.value.worst;
  }

  proof(kind: PlanKind): Proof {
    const { penalty, total, worst, moved, penaltyMoved } = this.#bounds;
    const isChange = kind === "least-change";
    const hours = (minutes: number): number => minutes / 60;
    return {
      placed: this.#isPlaced(),
      reached: this.isReachedProven,
      best: this.isProven(kind),
      mostPlaced: this.#most[0] + this.#most[1] + this.#most[2],
      leastPenalty: hours(Math.max(penalty, isChange ? penaltyMoved : 0)),
      leastTotal: hours(total),
      leastWorst: hours(worst),
      leastMoved: moved,
    };
  }

  #isPlaced(): boolean {
    return ([1, 2, 3] as const).every((priority) => this.isPlacedProven(priority));
  }

  /** What is proven of other levels is proven of nothing here; of a class it holds while those before it are no fewer. */
  #forget(before: Value): void {
    const { placed } = this.of("fairest").value;
    const changed = placed.findIndex((count, i) => count !== before.placed[i]);
    for (const [i, most] of mostOf(this.problem).entries()) if (changed >= 0 && i > changed) this.#most[i] = most;
    this.#mostReached = mostReached(this.problem);
    this.#era += 1;
    this.#bounds = { penalty: 0, total: 0, worst: 0, moved: 0, penaltyMoved: 0 };
  }
}

function mostOf({ jobs }: Problem): [number, number, number] {
  const most = (priority: number): number =>
    jobs.filter((job) => job.priority === priority && job.candidates.length > 0).length;
  return [most(1), most(2), most(3)];
}

function mostReached({ jobs }: Problem): number {
  return jobs.reduce((sum, job) => sum + job.options.reduce((people, option) => people + option.people, 0), 0);
}

function compareLevels(a: Value, b: Value): number {
  return b.placed[0] - a.placed[0] || b.placed[1] - a.placed[1] || b.placed[2] - a.placed[2] || b.reached - a.reached;
}

/** Plans as good as `after` are among those as good as `before`, class by class. */
function covers(before: Value, after: Value): boolean {
  return after.placed.every((count, i) => count >= (before.placed[i] ?? 0)) && after.reached >= before.reached;
}
