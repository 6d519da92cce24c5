// Where the media worker's binary comes from: the first of these that passes the smoke test.
//   1. MEDIASOUP_WORKER_BIN
//   2. the user's cache folder, which all clones share
//   3. mediasoup's official prebuilt, where the internet can be reached
//   4. a build from the package's own source, where a compiler and Debian's archive can
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasProgram, installDebian, isDebianRoot } from "../debian.mjs";
import { withLock } from "../lock.mjs";
import { root, userCache } from "../places.mjs";
import { attempt } from "../processes.mjs";
import { SetUpError, step } from "../steps.mjs";
import { buildTools, buildWorker } from "./recipe/build.mjs";

const mediasoup = join(root, "node_modules/mediasoup");
const recipe = join(import.meta.dirname, "recipe");
const prebuiltLimitMs = 60_000;

/** The cache's key: another version of mediasoup or of the recipe is another binary. */
function key() {
  const { version } = JSON.parse(readFileSync(join(mediasoup, "package.json"), "utf8"));
  const hash = createHash("sha256");
  for (const name of readdirSync(recipe).sort()) hash.update(`${name}\0`).update(readFileSync(join(recipe, name)));
  return `${version}-${hash.digest("hex").slice(0, 12)}-${process.platform}-${process.arch}`;
}

const workers = () => join(userCache(), "worker");

/** @returns {string} where the cached binary is, or would be */
export const cachedWorker = () => join(workers(), key(), "mediasoup-worker");

/** @returns {Promise<string | undefined>} what is wrong, if something is */
export async function smokeTest(node, binary) {
  const { code, output } = await attempt(node, [join(import.meta.dirname, "smoke.mjs"), binary], { limitMs: 30_000 });
  return code === 0 ? undefined : output;
}

/** Puts a binary that passed into the cache, by one rename: nobody ever sees half of it. */
function publish(binary) {
  const final = join(workers(), key());
  const fresh = `${final}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  copyFileSync(binary, join(fresh, "mediasoup-worker"));
  chmodSync(join(fresh, "mediasoup-worker"), 0o755);
  try {
    renameSync(fresh, final);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(cachedWorker())) throw error; // Else somebody else was first; theirs passed too.
  }
  return cachedWorker();
}

async function officialPrebuilt(node, say) {
  say("fetching the official binary");
  // mediasoup's own script. With a Python that fails it downloads or gives up, and does not go on to build.
  const env = { ...process.env, PYTHON: "/bin/false" };
  const { code } = await attempt(node, ["npm-scripts.mjs", "postinstall"], {
    cwd: mediasoup,
    env,
    limitMs: prebuiltLimitMs,
  });
  const binary = join(mediasoup, "worker/out/Release/mediasoup-worker");
  if (code !== 0 || !existsSync(binary)) return { problem: "could not be downloaded" };
  const problem = await smokeTest(node, binary);
  return problem ? { problem } : { binary };
}

async function ownBuild(node, say) {
  const missing = Object.keys(buildTools).filter((tool) => !hasProgram(tool));
  if (missing.length > 0 && isDebianRoot()) {
    await installDebian(
      missing.map((tool) => buildTools[tool]),
      say,
    );
  } else if (missing.length > 0) {
    return { problem: `building needs ${missing.join(", ")}` };
  }
  // Under the lock, so whatever is there was left by a build that was killed.
  const builds = join(userCache(), "build");
  rmSync(builds, { recursive: true, force: true });
  const work = join(builds, `${key()}-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    const built = await buildWorker({ mediasoup, work, say });
    say("smoke test");
    const problem = await smokeTest(node, built);
    return problem ? { problem } : { binary: publish(built) };
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    return { problem: error.message };
  } finally {
    rmSync(builds, { recursive: true, force: true });
  }
}

async function obtain(node, say) {
  if (existsSync(cachedWorker())) return { binary: cachedWorker(), from: "built by another set-up" };
  const official = await officialPrebuilt(node, say);
  if (official.binary) return { binary: publish(official.binary), from: "official binary" };
  const own = await ownBuild(node, say);
  if (own.binary) return { binary: own.binary, from: "built from source" };
  throw new SetUpError(
    `No media worker for this machine.\n` +
      `- The official binary: ${official.problem}\n` +
      `- Building it: ${own.problem}\n` +
      `Let this machine reach the internet, or install on Debian 12 or newer:\n` +
      `    apt-get install ${[...new Set(Object.values(buildTools)), "debian-archive-keyring"].join(" ")}\n` +
      `or set MEDIASOUP_WORKER_BIN to a mediasoup-worker of this version of mediasoup.`,
  );
}

/**
 * @param {string} node the pinned Node
 * @returns {Promise<string>} path of a worker that works
 */
export async function mediaWorker(node) {
  const { binary } = await step(
    "Media worker",
    async (say) => {
      const given = process.env["MEDIASOUP_WORKER_BIN"];
      if (given) {
        const problem = await smokeTest(node, given);
        if (problem) throw new SetUpError(`MEDIASOUP_WORKER_BIN=${given}\n${problem}`);
        return { binary: given, from: "MEDIASOUP_WORKER_BIN" };
      }
      // In the cache is only what has passed the test.
      if (existsSync(cachedWorker())) return { binary: cachedWorker(), from: "in place" };
      return withLock(join(userCache(), "worker.lock"), say, () => obtain(node, say));
    },
    ({ from }) => from,
  );
  return binary;
}
