import type { DatabaseSync } from "node:sqlite";
import { bridge } from "./migrations/001-bridge.ts";
import { plan } from "./migrations/002-plan.ts";
import { suggestions } from "./migrations/003-suggestions.ts";

/** SQL, or what works on the open database where SQL alone cannot say it; both within the migration's transaction. */
export type Step = string | ((database: DatabaseSync) => void);

/** In order; number n takes a database from version n - 1 to n. What was released is never changed, only added to. */
export const migrations: readonly Step[] = [bridge, plan, suggestions];

export class DatabaseTooNew extends Error {}

/**
 * Brings the database to this program's version, all steps or none. SQLite's `user_version` says how far it is.
 * Throws `DatabaseTooNew` if a later program has written it.
 */
export function migrate(database: DatabaseSync, steps: readonly Step[] = migrations): void {
  if (versionOf(database) === steps.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Asked again under the lock: another process may just have done it.
    const version = versionOf(database);
    if (version > steps.length) {
      throw new DatabaseTooNew(
        `the database has version ${version}, this program knows ${steps.length}: start the newer program, or restore an older copy`,
      );
    }
    for (const step of steps.slice(version)) {
      if (typeof step === "string") database.exec(step);
      else step(database);
    }
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (typeof version !== "number") throw new Error("not a database of Crossroom");
  return version;
}
