// The pages, built by Vite whenever something that they are built from has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { cloneCache, root } from "./places.mjs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";

/** Where the built pages are; `ready.ts` tells the server the same. */
export const clientFolder = join(root, "dist/client");
const stamp = join(clientFolder, ".built-from");

const inputs = ["client", "shared", "vite.config.ts", "tsconfig.base.json", "package.json", "package-lock.json"];

function* filesUnder(path) {
  if (!existsSync(join(root, path))) return;
  const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

function inputHash() {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const files = /\.\w+$/.test(input) ? [input].filter((file) => existsSync(join(root, file))) : filesUnder(input);
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

const builtFrom = () => (existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined);

/** Vite's command line. */
export const vite = (...args) => [join(root, "node_modules/vite/bin/vite.js"), "build", "--emptyOutDir", ...args];

async function build(node, hash, say) {
  // Beside the old one and then in its place: a server that runs on the old pages never finds half of the new.
  const fresh = `${clientFolder}.new`;
  const old = `${clientFolder}.old`;
  say("vite build");
  await run(node, vite("--outDir", fresh, "--logLevel", "warn"), { cwd: root });
  writeFileSync(join(fresh, ".built-from"), hash);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(clientFolder)) renameSync(clientFolder, old);
  renameSync(fresh, clientFolder);
  rmSync(old, { recursive: true, force: true });
  return "built";
}

/** @param {string} node the pinned Node */
export function clientPages(node) {
  return step("Pages", async (say) => {
    const hash = inputHash();
    if (builtFrom() === hash) return "in place";
    return withLock(join(cloneCache, "client.lock"), say, async () =>
      builtFrom() === hash ? "in place" : build(node, hash, say),
    );
  });
}
