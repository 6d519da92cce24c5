import type { OccurrenceId } from "../../shared/ids.ts";
import type { Phase, StageSeed } from "../../shared/stage/model.ts";
import { StageRunner } from "./runner.ts";
import type { RunnerPorts } from "./runner.ts";

/** All stages of this server: at most one runner an occurrence, opened once even if two callers race. */
export class Stages {
  readonly #ports: RunnerPorts;
  readonly #runners = new Map<OccurrenceId, Promise<StageRunner>>();
  readonly #open = new Map<OccurrenceId, StageRunner>();

  constructor(ports: RunnerPorts) {
    this.#ports = ports;
  }

  /** The runner of an occurrence; rejects if its log cannot be read (and tries anew the next time). */
  open(seed: StageSeed): Promise<StageRunner> {
    const known = this.#runners.get(seed.occurrenceId);
    if (known !== undefined) return known;
    const opening = StageRunner.open(seed, this.#ports).then((runner) => {
      this.#open.set(seed.occurrenceId, runner);
      return runner;
    });
    this.#runners.set(seed.occurrenceId, opening);
    opening.catch(() => this.#runners.delete(seed.occurrenceId));
    return opening;
  }

  /** The runner if it is open already. */
  get(occurrenceId: OccurrenceId): StageRunner | undefined {
    return this.#open.get(occurrenceId);
  }

  /** The phase as far as it is known: an occurrence without a runner has never been opened. */
  phaseOf(occurrenceId: OccurrenceId): Phase {
    return this.#open.get(occurrenceId)?.stage.phase ?? "waiting";
  }

  /** Is any session live? */
  anyLive(): boolean {
    return [...this.#open.values()].some(({ stage }) => stage.phase === "live");
  }

  async close(): Promise<void> {
    await Promise.all([...this.#runners.values()].map(async (runner) => (await runner).close()));
  }
}
