// The npm packages, as package-lock.json has them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { cloneCache, root } from "./places.mjs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";

const modules = join(root, "node_modules");
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * npm writes what it installed into node_modules/.package-lock.json as its last act: so comparing the two locks tells whether
 * there is anything to do, also after somebody's own `npm install` or an interrupted one. What is there
 * beyond the lock does no harm.
 */
export function dependenciesMatch() {
  const written = join(modules, ".package-lock.json");
  if (!existsSync(written)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const there = packagesOf(written);
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === "") return true;
    const found = there[place];
    // Optional ones are for other platforms, mostly; whether ours has what it needs shows when it is used.
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity && existsSync(join(root, place));
  });
}

/** npm's own command: the one that runs us, else the one on the PATH. */
function runNpm(args, options) {
  const cli = process.env["npm_execpath"];
  return cli?.endsWith(".js") ? run(process.execPath, [cli, ...args], options) : run("npm", args, options);
}

async function install(say) {
  let fetched = 0;
  say("asking the registry");
  await runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"], {
    cwd: root,
    onLine: (line) => {
      if (/^npm http .*\.tgz/.test(line)) say(`${++fetched} packages fetched`);
    },
  });
  return "installed";
}

export function dependencies() {
  return step("Dependencies", async (say) => {
    if (dependenciesMatch()) return "in place";
    return withLock(join(cloneCache, "npm.lock"), say, async () => (dependenciesMatch() ? "in place" : install(say)));
  });
}
