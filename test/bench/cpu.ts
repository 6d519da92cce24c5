import { readFileSync } from "node:fs";

/** Clock ticks a second of /proc: 100 on every Linux that Node runs on (sysconf(_SC_CLK_TCK)). */
const ticks = 100;

/** CPU time (seconds) that a process has used so far, without its children: proc(5), stat, fields 14 and 15. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter((text) => text !== "")
    .map(Number);
}
