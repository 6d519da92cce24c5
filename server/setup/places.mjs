// Where things are. Plain JavaScript for Node 20: this runs before the pinned Node is there.
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The project's folder. */
export const root = resolve(import.meta.dirname, "../..");

/** Stamps and locks of this clone; not under node_modules, because npm empties that. */
export const cloneCache = join(root, ".cache");

/** @returns {string} the user's cache folder, shared by all clones, so that only the first one compiles. */
export function userCache() {
  const wanted = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "crossroom");
  try {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  } catch {
    // A user without a home that can be written, as in some containers.
    const own = join(cloneCache, "crossroom");
    mkdirSync(own, { recursive: true });
    return own;
  }
}
