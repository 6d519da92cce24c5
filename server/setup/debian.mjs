// Debian's packages, where we are root on a Debian: on anything else people are told what to install.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { attempt, run } from "./processes.mjs";

/** @returns {string | undefined} the program's path, if it is on the PATH (or where Debian keeps root's programs) */
export function findProgram(name) {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders
    .filter((folder) => !folder.includes("node_modules"))
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export const hasProgram = (name) => findProgram(name) !== undefined;

export const isDebianRoot = () =>
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && hasProgram("apt-get");

/**
 * Installs packages, waiting for another apt where one runs.
 * @param {string[]} packages
 * @param {(detail: string) => void} say
 */
export async function installDebian(packages, say) {
  const names = packages.join(", ");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Status lines (`pmstatus:package:percent:what`) come on a descriptor of their own: standard error here.
  const options = ["-q", "-o", "APT::Status-Fd=2", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];
  const onLine = (line) => {
    const [, , percent, what] = /^(dlstatus|pmstatus):[^:]*:([\d.]+):(.*)$/.exec(line) ?? [];
    if (what) say(`${names}: ${Math.round(Number(percent))} %, ${what}`);
  };
  say(`${names}: reading Debian's lists`);
  // Lists that cannot be renewed may still be good enough: what matters is whether the packages come.
  await attempt("apt-get", [...options, "update"], { env });
  await run("apt-get", [...options, "install", "-y", "--no-install-recommends", ...packages], { env, onLine });
}
