// npm test [-- FILTER…]: makes this machine ready, checks, and runs the tests. The last line says how many passed and
// failed. Filters are vitest's own (part of a file's name, --project, -t) and leave out the checks.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "./checks.mjs";
import { cloneCache, root } from "./places.mjs";
import { prepareTests } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command } from "./steps.mjs";

const filters = process.argv.slice(2);
const countsFile = join(cloneCache, `counts-${process.pid}.json`);

async function runVitest({ node, env }) {
  mkdirSync(cloneCache, { recursive: true });
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
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(countsFile, { force: true });
  return { ...counts, code };
}

// In a file or a pipe colours are noise, also where CI is set.
if (!process.stdout.isTTY) process.env["NO_COLOR"] ??= "1";

await command(async () => {
  const ready = await prepareTests();
  const checks = filters.length === 0 ? await runChecks(ready.node) : { passed: 0, failed: 0 };
  const tests = await runVitest(ready);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 && tests.passed > 0 && tests.code === 0 ? 0 : 1;
});
