import { createHash } from "node:crypto";
import type { CommandId, OccurrenceId, PassId } from "../../shared/ids.ts";
import { ok } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import type { Actor, Observation, Refusal, StageCommand } from "../../shared/stage/commands.ts";
import { decide, observe } from "../../shared/stage/decide.ts";
import type { StageEvent } from "../../shared/stage/events.ts";
import { evolve } from "../../shared/stage/evolve.ts";
import { newStage } from "../../shared/stage/model.ts";
import type { Stage, StageSeed } from "../../shared/stage/model.ts";
import type { EventRow, Store } from "../store/port.ts";

/** What a runner needs of the world. */
export interface RunnerPorts {
  readonly store: Pick<Store, "appendEvents" | "readEvents" | "readSnapshot" | "writeSnapshot">;
  readonly now: () => number;
  readonly newId: () => string;
  /** A write that failed after its commands were answered, e.g. of a snapshot: for the log. */
  readonly onTrouble: (error: unknown) => void;
}

export type StageListener = (stage: Stage, before: Stage, events: readonly StageEvent[]) => void;

interface Job {
  readonly run: (stage: Stage) => Result<readonly StageEvent[], Refusal>;
  readonly commandId: CommandId | null;
  readonly passId: PassId | null;
  readonly resolve: (answer: Result<{ readonly seq: number }, Refusal>) => void;
  readonly reject: (error: unknown) => void;
}

/** How many events may come before the next snapshot is written. */
const snapshotEvery = 200;
/** How many commands are remembered by their id, so that a repeated one does nothing twice. */
const remembered = 5000;

/**
 * The one owner of one occurrence's stage: a queue of commands, the log, and those who want to know.
 * The stage in memory is never ahead of the disk: a command is decided, its events are stored, then the stage changes,
 * then listeners hear of it, then the command is answered. Commands that arrive while a write is under way share the next one.
 */
export class StageRunner {
  readonly occurrenceId: OccurrenceId;
  readonly #ports: RunnerPorts;
  readonly #listeners = new Set<StageListener>();
  readonly #answers = new Map<string, number>();
  #stage: Stage;
  #snapshotAt: number;
  #jobs: Job[] = [];
  #working: Promise<void> | null = null;
  #closed = false;

  private constructor(stage: Stage, snapshotAt: number, ports: RunnerPorts) {
    this.occurrenceId = stage.occurrenceId;
    this.#stage = stage;
    this.#snapshotAt = snapshotAt;
    this.#ports = ports;
  }

  /** Reads snapshot and log and folds them. Rejects if the log cannot be read. */
  static async open(seed: StageSeed, ports: RunnerPorts): Promise<StageRunner> {
    const snapshot = await ports.store.readSnapshot(seed.occurrenceId);
    // Some rows before the snapshot are read as well: they carry the ids of commands that may be repeated.
    const from = Math.max(0, (snapshot?.seq ?? 0) - remembered);
    const rows = await ports.store.readEvents(seed.occurrenceId, from);
    // The plan is the authority on which rooms are linked; a snapshot only knows those of its day.
    let stage: Stage =
      snapshot === null
        ? newStage(seed)
        : { ...(JSON.parse(snapshot.stage) as Stage), roomIds: seed.roomIds, hostRoomId: seed.hostRoomId };
    for (const row of rows) {
      if (row.seq > stage.seq) stage = evolve(stage, JSON.parse(row.event) as StageEvent);
    }
    const runner = new StageRunner(stage, snapshot?.seq ?? 0, ports);
    for (const row of rows) {
      if (row.commandId !== null && row.passId !== null) runner.#remember(row.passId, row.commandId, row.seq);
    }
    return runner;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** SHA-256 (hex) of the stage's canonical JSON: equal stages have equal hashes. */
  hash(): string {
    return createHash("sha256").update(canonical(this.#stage)).digest("hex");
  }

  /** Called after each stored change, in order. Returns what ends it. */
  subscribe(listener: StageListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Does a command once, whatever the number of times it is sent. Resolves when its events are on disk.
   * Rejects if they could not be stored: then nothing has changed.
   */
  execute(
    command: StageCommand,
    actor: () => Actor,
    envelope: { readonly commandId: CommandId; readonly baseSeq?: number | undefined },
  ): Promise<Result<{ readonly seq: number }, Refusal>> {
    const { passId } = actor();
    return this.#enqueue(envelope.commandId, passId, (stage) =>
      decide(stage, command, actor(), this.#context(), envelope.baseSeq),
    );
  }

  /** Takes in what the server observed. Resolves when it is stored. */
  async observe(observation: Observation): Promise<void> {
    await this.#enqueue(null, null, (stage) => ok(observe(stage, observation, this.#context())));
  }

  /** The plan has linked other rooms. */
  relink(seed: StageSeed): void {
    const before = this.#stage;
    this.#stage = { ...before, roomIds: seed.roomIds, hostRoomId: seed.hostRoomId };
    for (const listener of this.#listeners) listener(this.#stage, before, []);
  }

  /** Waits for what is under way and writes a snapshot. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#working;
    this.#listeners.clear();
    await this.#snapshot();
  }

  #context() {
    return { now: this.#ports.now(), newId: this.#ports.newId };
  }

  #enqueue(
    commandId: CommandId | null,
    passId: PassId | null,
    run: Job["run"],
  ): Promise<Result<{ readonly seq: number }, Refusal>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new Error("the stage is closed"));
        return;
      }
      this.#jobs.push({ run, commandId, passId, resolve, reject });
      this.#working ??= this.#work().finally(() => {
        this.#working = null;
      });
    });
  }

  async #work(): Promise<void> {
    // Let everything that arrives in this turn of the loop share one write.
    await Promise.resolve();
    while (this.#jobs.length > 0) {
      const batch = this.#jobs;
      this.#jobs = [];
      await this.#doBatch(batch);
    }
  }

  async #doBatch(batch: readonly Job[]): Promise<void> {
    const before = this.#stage;
    let stage = before;
    const rows: EventRow[] = [];
    const events: StageEvent[] = [];
    const answers: (() => void)[] = [];
    const done = new Map<string, number>();
    for (const job of batch) {
      const key = job.commandId === null ? null : keyOf(job.passId, job.commandId);
      const known = key === null ? undefined : (this.#answers.get(key) ?? done.get(key));
      if (known !== undefined) {
        answers.push(() => job.resolve(ok({ seq: known })));
        continue;
      }
      const decision = job.run(stage);
      if (!decision.ok) {
        answers.push(() => job.resolve(decision));
        continue;
      }
      for (const event of decision.value) {
        stage = evolve(stage, event);
        events.push(event);
        rows.push({
          seq: stage.seq,
          at: this.#ports.now(),
          commandId: job.commandId,
          passId: job.passId,
          event: JSON.stringify(event),
        });
      }
      const { seq } = stage;
      if (key !== null && decision.value.length > 0) done.set(key, seq);
      answers.push(() => {
        if (job.commandId !== null && job.passId !== null && decision.value.length > 0) {
          this.#remember(job.passId, job.commandId, seq);
        }
        job.resolve(ok({ seq }));
      });
    }
    try {
      if (rows.length > 0) await this.#ports.store.appendEvents(this.occurrenceId, rows);
    } catch (error) {
      for (const job of batch) job.reject(error);
      return;
    }
    if (events.length > 0) {
      this.#stage = stage;
      for (const listener of this.#listeners) listener(stage, before, events);
    }
    for (const answer of answers) answer();
    if (stage.seq - this.#snapshotAt >= snapshotEvery) this.#snapshot().catch(this.#ports.onTrouble);
  }

  #remember(passId: PassId, commandId: CommandId, seq: number): void {
    this.#answers.set(keyOf(passId, commandId), seq);
    if (this.#answers.size <= remembered) return;
    const oldest = this.#answers.keys().next();
    if (!oldest.done) this.#answers.delete(oldest.value);
  }

  async #snapshot(): Promise<void> {
    const stage = this.#stage;
    if (stage.seq === this.#snapshotAt) return;
    this.#snapshotAt = stage.seq;
    await this.#ports.store.writeSnapshot(this.occurrenceId, { seq: stage.seq, stage: JSON.stringify(stage) });
  }
}

const keyOf = (passId: PassId | null, commandId: CommandId): string => `${passId ?? ""} ${commandId}`;

/** JSON with sorted keys: the same value always gives the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
