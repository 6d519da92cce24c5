// Which Node runs the project. The server is TypeScript that Node runs as it is, and its database is Node's own SQLite: both
// need Node 24. npm's platform packages bring that Node without an install script (see package.json).
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./places.mjs";
import { SetUpError, step } from "./steps.mjs";

const oldest = 24;
const pinned = join(root, "node_modules/.bin/node");

function versionOf(node) {
  const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

const fits = (version) => version !== undefined && Number.parseInt(version.slice(1), 10) >= oldest;

/** @returns {Promise<string>} the path of a Node that is new enough */
export function pinnedNode() {
  return step(
    "Node",
    async () => {
      // The pinned one first: the same for everybody. It does not run on every system (musl, for one).
      for (const path of [pinned, process.execPath, "node"]) {
        const version = versionOf(path);
        if (fits(version)) return { path, version };
      }
      throw new SetUpError(
        `Crossroom needs Node ${oldest} or newer; this is ${process.version}, and npm has no newer one for ` +
          `${process.platform} on ${process.arch}.\nInstall Node ${oldest} and run this again.`,
      );
    },
    ({ path, version }) => `${version}${path === pinned ? "" : " of this machine"}`,
  ).then(({ path }) => path);
}
