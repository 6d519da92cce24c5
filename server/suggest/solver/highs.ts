import highsLoader from "highs";
import type { Highs, HighsCallbackMap, ModelData, Model as Native } from "highs";
import type { Model, Row } from "../../../shared/plan/suggest/milp.ts";
import { reckon } from "./bound.ts";
import type { Reckoned } from "./bound.ts";

// HiGHS, and no more of it than we need. Its answers are claims: a placing is held to `isLegal` and `valueOf`, a bound of a
// relaxation is reckoned again from its prices. A call blocks the thread it is made in; to stop it, end the thread.

/** How a run ended. *limit*: its time was over. *failed*: it gave up; nothing of it is believed. */
export type Ending = "optimal" | "infeasible" | "limit" | "failed";

export interface Solved {
  readonly ending: Ending;
  /** The best values found; null: none. */
  readonly values: Float64Array | null;
  /** The solver says that nothing is below this; −∞: it says nothing. */
  readonly bound: number;
}

export interface RunOptions {
  readonly seconds: number;
  /** A start: one value for each column. */
  readonly start?: Float64Array;
  /** Ends when the best is no further above the bound than this. */
  readonly gap?: number;
  readonly onBound?: (bound: number) => void;
  readonly onValues?: (values: Float64Array) => void;
}

/** A relaxation, solved: where its columns stand, and what its prices prove. */
export interface Relaxed extends Reckoned {
  readonly values: Float64Array;
}

let loaded: Promise<Solver> | null = null;

/** Loads HiGHS, once in a thread (some tens of milliseconds). */
export function openSolver(): Promise<Solver> {
  // Its types describe CommonJS, where the loader would be `.default`; what Node imports is the module whose default it is.
  const loader: unknown = highsLoader;
  if (!isLoader(loader)) throw new Error("npm highs has no loader");
  loaded ??= loader().then((highs) => new Solver(highs));
  return loaded;
}

function isLoader(value: unknown): value is () => Promise<Highs> {
  return typeof value === "function";
}

export class Solver {
  readonly #highs: Highs;
  /** It threw: its memory may be anything. */
  #broken = false;

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  /** Whole numbers where the model asks for them. Once more without presolve, which fails on some models that cannot be met. */
  run(model: Model, options: RunOptions): Solved {
    const solved = this.#run(model, options, "choose");
    return solved.ending === "failed" ? this.#run(model, options, "off") : solved;
  }

  #run(model: Model, options: RunOptions, presolve: "choose" | "off"): Solved {
    const failed: Solved = { ending: "failed", values: null, bound: -Infinity };
    if (model.columns === 0) return withoutColumns(model);
    const { constants } = this.#highs;
    const { callbackType, modelStatus, solutionStatus } = constants;
    const callbacks: HighsCallbackMap = {
      [callbackType.mipLogging]({ data }) {
        const bound = data.mip_dual_bound;
        if (bound !== undefined && Number.isFinite(bound)) options.onBound?.(bound);
      },
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution !== undefined) options.onValues?.(data.mip_solution);
      },
    };
    return this.#guarded(failed, () =>
      this.#highs.withModel(dataOf(model), (highs): Solved => {
        highs.options.set({
          output_flag: false,
          time_limit: options.seconds,
          mip_rel_gap: 0,
          mip_abs_gap: options.gap ?? 1e-6,
          // Large relaxations are solved by the interior point; `hipo` crashes (scheduling.md).
          mip_lp_solver: "ipm",
          presolve,
          // Measured on burdens of small conferences: proven in two thirds of the time.
          mip_allow_restart: false,
        });
        if (options.start !== undefined) highs.setSolution({ colValue: options.start });
        highs.run(callbacks);
        const status = highs.getModelStatus();
        const found = highs.info.get("primal_solution_status") === solutionStatus.feasible;
        const values = found ? highs.getSolution().colValue : null;
        const bound = Number(highs.info.get("mip_dual_bound"));
        if (status === modelStatus.optimal) return { ending: "optimal", values, bound };
        if (status === modelStatus.infeasible) return { ending: "infeasible", values: null, bound: Infinity };
        if (status === modelStatus.timeLimit) return { ending: "limit", values, bound };
        return failed;
      }),
    );
  }

  /** The model without its whole numbers, to which rows can be added. To be closed. Null: none can be made. */
  relax(model: Model): Relaxation | null {
    return this.#guarded(null, () => {
      const native = this.#highs.createModel({ ...dataOf(model), integrality: new Int32Array(model.columns) });
      // The dual simplex goes on from where it was when rows are added; presolve would make it begin again.
      native.options.set({ output_flag: false, solver: "simplex", presolve: "off" });
      return new Relaxation(model, native, this.#highs.constants.modelStatus, (run) => this.#guarded(null, run));
    });
  }

  #guarded<T>(failed: T, run: () => T): T {
    if (this.#broken) return failed;
    try {
      return run();
    } catch (error) {
      // What HiGHS says itself (`HighsError`) concerns one model. Anything else is an error of the native code, out of memory
      // for one: the plan found so far is kept, nothing more is proven, and who opens a solver next gets a new one.
      if (!(error instanceof this.#highs.errors.HighsError)) {
        this.#broken = true;
        loaded = null;
      }
      return failed;
    }
  }
}

/** A relaxation that is solved again and again while rows are added to it. */
export class Relaxation {
  readonly #model: Model;
  readonly #native: Native;
  readonly #status: Highs["constants"]["modelStatus"];
  readonly #guarded: <T>(run: () => T) => T | null;
  readonly #rows: Row[] = [];

  constructor(
    model: Model,
    native: Native,
    status: Highs["constants"]["modelStatus"],
    guarded: <T>(run: () => T) => T | null,
  ) {
    this.#model = model;
    this.#native = native;
    this.#status = status;
    this.#guarded = guarded;
  }

  add(rows: readonly Row[]): void {
    this.#guarded(() => {
      for (const { columns, values, upper } of rows)
        this.#native.addRow(-Infinity, upper, { indices: columns, values });
    });
    this.#rows.push(...rows);
  }

  /** "none": no values keep all rows, by arithmetic. Null: not solved in its time. */
  solve(seconds: number): Relaxed | "none" | null {
    return this.#guarded(() => {
      this.#native.options.set("time_limit", this.#native.getRunTime() + seconds);
      this.#native.run();
      const status = this.#native.getModelStatus();
      if (status === this.#status.infeasible) return this.#isProven() ? "none" : null;
      if (status !== this.#status.optimal) return null;
      const { colValue, rowDual } = this.#native.getSolution();
      return { values: colValue, ...reckon(this.#model, this.#rows, rowDual) };
    });
  }

  close(): void {
    this.#guarded(() => this.#native.dispose());
  }

  #isProven(): boolean {
    const ray = this.#native.getDualRay();
    if (ray === undefined) return false;
    const largest = ray.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) return false;
    return [1, -1].some((sign) => {
      const prices = ray.values.map((value) => (sign * value) / largest);
      return reckon(this.#model, this.#rows, prices, false).bound > 1e-6;
    });
  }
}

/** HiGHS takes no model without columns. */
function withoutColumns({ rowLower, rowUpper, offset }: Model): Solved {
  const isKept = rowLower.every((lower) => lower <= 0) && rowUpper.every((upper) => upper >= 0);
  if (!isKept) return { ending: "infeasible", values: null, bound: Infinity };
  return { ending: "optimal", values: new Float64Array(0), bound: offset };
}

function dataOf(model: Model): ModelData {
  return {
    numCols: model.columns,
    numRows: model.rows,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: model.integer,
    matrix: {
      format: "csr",
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
  };
}
