import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * The calling thread's number in the kernel; null where threads cannot be told apart (all but Linux). Node gives every
 * thread of a process the process's number; `/proc/thread-self` is "PID/task/TID" of whoever reads it.
 */
export function kernelThread(): number | null {
  if (process.platform !== "linux") return null;
  try {
    return Number(/\/task\/(\d+)$/.exec(readlinkSync("/proc/thread-self"))?.[1] ?? Number.NaN) || null;
  } catch {
    // No /proc, as in some sandboxes.
    return null;
  }
}

/** *behind*: against another thread that wants the same processor it gets a tenth of it; *far-behind*: a seventieth. */
export type Rank = "beside" | "behind" | "far-behind";

const niceness: Readonly<Record<Rank, number>> = {
  beside: constants.priority.PRIORITY_NORMAL,
  behind: constants.priority.PRIORITY_BELOW_NORMAL,
  "far-behind": constants.priority.PRIORITY_LOW,
};

/**
 * Puts a thread behind the others, or back. On Linux the priority belongs to the thread, though POSIX gives it to the process
 * (setpriority(2), "C library/kernel differences"): so reckoning yields to sound without the whole server doing so. It is
 * set from the server's own thread too, because a thread that solves hears nothing for minutes. Back up needs rights that
 * servers rarely have; without them the thread stays far behind until it ends, which only takes it longer.
 */
export function setBehind(thread: number | null, rank: Rank): void {
  if (thread === null) return;
  try {
    setPriority(thread, niceness[rank]);
  } catch {
    // EACCES: not allowed to; ESRCH: it has just ended.
  }
}
