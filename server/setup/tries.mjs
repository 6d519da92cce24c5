// The tests by vitest, and a second try for files that a neighbour's load may have failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cloneCache, root } from "./places.mjs";
import { inForeground, tethered } from "./processes.mjs";

/** Tests on a real worker, browser or set-up: on a shared machine they may be starved of their share for seconds. */
const kinds = ["server", "browser", "setup"];

/**
 * Runs the tests. In CI the failed files of those kinds are run once more at the end, each alone and from its beginning,
 * because their tests build on each other; what counts then is the second try. Names each of them.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} ready
 * @param {string[]} filters vitest's own
 * @returns {Promise<{ passed: number, failed: number, skipped: number, ok: boolean }>} ok: vitest itself found no other fault
 */
export async function runTests(ready, filters) {
  const first = await runVitest(ready, filters);
  const again = first.failedFiles.filter(({ kind }) => kinds.includes(kind));
  // Above 1 it was stopped.
  if (again.length === 0 || first.code !== 1 || ready.env["CI"] === undefined)
    return { ...first, ok: first.code === 0 };
  const total = { ...first };
  const said = [];
  let clean = true;
  for (const was of again) {
    process.stdout.write(`\nSecond try: ${was.file}\n`);
    const env = { ...ready.env, CROSSROOM_TEST_FILE: was.file };
    const now = await runVitest({ ...ready, env }, filters);
    for (const state of ["passed", "failed", "skipped"]) total[state] += now[state] - was[state];
    const mended = now.code === 0 && now.failed === 0;
    clean &&= mended;
    said.push(mended ? `Passed at its second try: ${was.file}` : `Failed at both tries: ${was.file}`);
    if (now.code > 1) break;
  }
  process.stdout.write(`\n${said.join("\n")}\n`);
  return { ...total, ok: clean && total.failed === 0 };
}

async function runVitest({ node, env }, filters) {
  mkdirSync(cloneCache, { recursive: true });
  const countsFile = join(cloneCache, `counts-${process.pid}.json`);
  const reporters = ["--reporter=default", `--reporter=${join(import.meta.dirname, "counts.mjs")}`];
  const code = await inForeground([
    {
      program: node,
      args: tethered(join(root, "node_modules/vitest/vitest.mjs"), "run", ...reporters, ...filters),
      env: { ...env, CROSSROOM_TEST_COUNTS: countsFile },
      cwd: root,
    },
  ]);
  // No counts: it was stopped, or never got as far as a test.
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, "utf8"))
    : { passed: 0, failed: 1, skipped: 0, failedFiles: [] };
  rmSync(countsFile, { force: true });
  return { ...counts, code };
}
