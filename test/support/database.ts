import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Store } from "../../server/store/port.ts";
import { openStore } from "../../server/store/sqlite.ts";

/** A file name in a folder of its own that goes away with the test. */
export function databasePath(): string {
  const folder = mkdtempSync(join(tmpdir(), "crossroom-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "test.db");
}

/** An open store on a real file, closed when the test ends. */
export async function freshStore(path = databasePath()): Promise<Store> {
  const store = await openStore(path);
  onTestFinished(() => store.close());
  return store;
}
