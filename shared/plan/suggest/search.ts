import type { Placing, Problem, Value } from "./problem.ts";
import { Best } from "./search/best.ts";
import type { SearchKind } from "./search/best.ts";
import { Chains } from "./search/chains.ts";
import { Fill } from "./search/fill.ts";
import { flip, settle } from "./search/options.ts";
import { randomOf } from "./search/random.ts";
import { State } from "./search/state.ts";
import { sumsOf, weightsOf, worseThan } from "./search/weights.ts";
import type { Weights } from "./search/weights.ts";
import { valueOf } from "./value.ts";

export interface SearchOptions {
  readonly seed: number;
  /** Asked at least every 2 ms of work or so; once it says yes, the search ends. */
  readonly until: () => boolean;
  readonly kind: SearchKind;
  /** Where it begins, as far as that is legal; else from nothing (least change: from what was). */
  readonly from?: Placing;
  /** Told of each better legal placing, at the latest before `until` is asked the next time. */
  readonly onBetter: (placing: Placing, value: Value) => void;
}

/** How much is done between two questions. */
const work = 30_000;
/** Placing is given up for now after so many steps without a better plan. */
const patience = 2_000;

/**
 * Looks for a good placing by local search until it is told to stop; the longer, the better. The same for the same seed
 * and the same number of questions. It ends by itself only if nothing can be placed.
 */
export function search(problem: Problem, options: SearchOptions): Placing {
  return new Search(problem, options).run();
}

class Search {
  readonly #problem: Problem;
  readonly #options: SearchOptions;
  readonly #random: () => number;
  readonly #state: State;
  readonly #best: Best;
  #stopped = false;
  #undone = 0;

  constructor(problem: Problem, options: SearchOptions) {
    this.#problem = problem;
    this.#options = options;
    this.#random = randomOf(options.seed);
    this.#state = options.kind === "least-worst" ? new State(uncarried(problem), steep) : new State(problem);
    this.#best = new Best(this.#state, options.kind);
  }

  run(): Placing {
    const { kind, from } = this.#options;
    const was = { starts: this.#problem.jobs.map((job) => job.was), options: this.#problem.jobs.map(() => []) };
    const first: Placing | null = from ?? (kind === "least-change" ? was : null);
    if (first !== null) this.#load(first);
    this.#fill();
    const isEmpty = this.#problem.jobs.every(({ candidates }) => candidates.length === 0);
    const rounds = isEmpty ? 0 : Infinity;
    for (let round = 0; round < rounds && !this.#stopped; round += 1) {
      this.#anneal(round);
      if (this.#stopped) break;
      this.#best.restore();
      if (this.#state.unplaced.some((count) => count > 0)) this.#fill();
    }
    this.#tell();
    return this.#best.placing();
  }

  #load(placing: Placing): void {
    const state = this.#state;
    const { rows } = state;
    for (let j = 0; j < rows.jobs; j += 1) {
      const candidate = placing.starts[j] ?? -1;
      if (candidate < 0 || candidate >= rows.from[j + 1]! - rows.from[j]!) continue;
      if (state.inTheWay[rows.from[j]! + candidate] === 0 && state.fits(j, candidate)) state.put(j, candidate);
    }
    for (let row = rows.jobs; row < rows.count; row += 1) {
      const job = rows.jobOf[row]!;
      if (placing.options[job]?.[row - rows.optionFrom[job]!] === true && state.canTurnOn(row)) state.turnOn(row);
    }
    settle(
      state,
      state.start.map((_, j) => j),
    );
    this.#best.see();
  }

  #fill(): void {
    const fill = new Fill(this.#state, this.#random);
    let since = 0;
    for (let asked = 0; !fill.isDone && since < patience && !this.#stopped; since += 1) {
      fill.step();
      if (this.#best.see()) since = 0;
      this.#did(fill.looked - asked);
      asked = fill.looked;
    }
    this.#best.restore();
  }

  #anneal(round: number): void {
    const state = this.#state;
    const { rows } = state;
    const weights = weightsOf(state, this.#options.kind, round % 2 === 1);
    const chains = new Chains(state, weights, this.#random);
    const steps = stepsOf(round, rows.jobs);
    const warm = weights.unit * (round % 2 === 0 ? hot : hot / 4);
    const options = rows.count - rows.jobs;
    let temperature = warm;
    for (let step = 0, asked = 0; step < steps && !this.#stopped; step += 1) {
      if (step % 64 === 0) temperature = warm * ((cold / warm) * weights.unit) ** (step / steps);
      const changed =
        options > 0 && this.#random() < 0.2
          ? this.#flip(rows.jobs + Math.floor(this.#random() * options), temperature, weights)
          : chains.step(temperature);
      if (changed) this.#best.see();
      this.#did(chains.looked - asked + 50);
      asked = chains.looked;
    }
  }

  #flip(row: number, temperature: number, weights: Weights): boolean {
    const state = this.#state;
    const before = sumsOf(state);
    state.mark();
    if (!flip(state, row)) return false;
    const worse = worseThan(before, state, weights);
    if (this.#random() < Math.exp(-worse / temperature)) return true;
    state.back();
    return false;
  }

  /** Counts work, and asks whether to stop when it was enough. */
  #did(looked: number): void {
    this.#undone += looked;
    if (this.#undone < work) return;
    this.#undone = 0;
    this.#tell();
    if (this.#options.until()) this.#stopped = true;
  }

  #tell(): void {
    const placing = this.#best.news();
    if (placing !== null) this.#options.onBetter(placing, valueOf(this.#problem, placing));
  }
}

/** Temperatures, in what one more hour costs the average group. */
const hot = 10;
const cold = 0.02;

/** The first round is short, so that there is something soon. */
function stepsOf(round: number, jobs: number): number {
  return Math.min(500_000, Math.min(50_000, 400 * jobs) * 1.6 ** round);
}

/**
 * The eighth power, of which the largest burden is nearly all: with it, annealing makes that one smaller. The scale is
 * any; temperatures follow it.
 */
function steep(minutes: number): number {
  return 60 * (minutes / 1200) ** 8;
}

/** The worst-off group is the one that pays most in this conference. */
function uncarried(problem: Problem): Problem {
  return { ...problem, groups: problem.groups.map((group) => ({ ...group, carried: 0 })) };
}
