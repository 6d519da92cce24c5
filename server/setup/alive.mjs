import { existsSync, readFileSync } from "node:fs";

/**
 * Whether a process runs. One that has ended and that nobody has asked for (in containers whose first process does
 * not care for orphans) still has its number, but does not count.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  if (!existsSync("/proc/self/stat")) return true;
  try {
    // "pid (name) state …"; the name may hold anything, brackets too.
    return !readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").startsWith(" Z");
  } catch {
    return false;
  }
}
