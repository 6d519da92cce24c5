import { DatabaseSync } from "node:sqlite";

export class DatabaseInUse extends Error {}

/** How long to wait for a server that is just closing, in milliseconds. */
const patience = 1000;

/**
 * Makes sure that one server at a time owns a database: holds SQLite's exclusive lock on a small file beside it.
 * The operating system gives the lock back when the process dies, however it dies, so there is no stale one.
 * The database itself stays open to short-lived tools (`npm run invite`), which do not ask for this guard.
 *
 * @returns what gives the guard back
 * @throws `DatabaseInUse`
 */
export function guard(path: string): () => void {
  const lock = new DatabaseSync(`${path}.owner`, { timeout: patience });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DatabaseInUse(`another server is using ${path}: stop it first, or give this one its own DATA_DIR`);
  }
  return () => lock.close();
}

/** SQLITE_BUSY (5) or SQLITE_LOCKED (6), https://www.sqlite.org/rescode.html */
function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === 5 || code === 6;
}

/** SQLite's primary result code of an error that node:sqlite threw; null for any other error. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  return error.errcode & 0xff;
}
