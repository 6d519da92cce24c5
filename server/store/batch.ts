import type { DatabaseSync } from "node:sqlite";
import { resultCode } from "./guard.ts";

interface Write {
  readonly run: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * SQLITE_IOERR (10), SQLITE_CORRUPT (11) and SQLITE_FULL (13): the disk failed, not the one write.
 * https://www.sqlite.org/rescode.html
 */
const diskFailures: ReadonlySet<number | null> = new Set([10, 11, 13]);

/**
 * Gathers all writes of one turn of the event loop into one transaction, so that many commands cost one fsync.
 * A write that fails (a constraint, a wrong `seq`) is undone alone; a disk that fails undoes all. A promise resolves
 * after the commit, never before.
 */
export class Batch {
  readonly #database: DatabaseSync;
  #waiting: Write[] = [];
  #turn: NodeJS.Immediate | null = null;
  #closed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs `run` in this turn's transaction. It may throw: then what it has written is undone and the promise rejects. */
  write(run: () => void): Promise<void> {
    if (this.#closed) return Promise.reject(new Error("the store is closed"));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ run, done: resolve, failed: reject });
      // Immediates run after the turn's input: what several sockets brought in is committed together.
      this.#turn ??= setImmediate(() => this.#commit());
    });
  }

  /** Commits what waits and takes nothing more. */
  close(): void {
    this.#closed = true;
    if (this.#turn === null) return;
    clearImmediate(this.#turn);
    this.#commit();
  }

  #commit(): void {
    const writes = this.#waiting;
    this.#waiting = [];
    this.#turn = null;
    const failures = new Map<Write, unknown>();
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const write of writes) {
        const failure = this.#attempt(write);
        if (failure !== null) failures.set(write, failure.error);
      }
      this.#database.exec("COMMIT");
    } catch (error) {
      for (const write of writes) write.failed(error);
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      return;
    }
    for (const write of writes) {
      if (failures.has(write)) write.failed(failures.get(write));
      else write.done();
    }
  }

  /** One write within the transaction. Throws if the whole transaction is lost. */
  #attempt(write: Write): { readonly error: unknown } | null {
    this.#database.exec("SAVEPOINT one");
    try {
      write.run();
      this.#database.exec("RELEASE one");
      return null;
    } catch (error) {
      if (!this.#database.isTransaction || diskFailures.has(resultCode(error))) throw error;
      this.#database.exec("ROLLBACK TO one");
      this.#database.exec("RELEASE one");
      return { error };
    }
  }
}
