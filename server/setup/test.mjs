// npm test [-- FILTER…]: makes this machine ready, checks, and runs the tests. The last line says how many passed and
// failed. Filters are vitest's own (part of a file's name, --project, -t) and leave out the checks.
import { runChecks } from "./checks.mjs";
import { prepareTests } from "./prepare.mjs";
import { command } from "./steps.mjs";
import { runTests } from "./tries.mjs";

const filters = process.argv.slice(2);

// In a file or a pipe colours are noise, also where CI is set.
if (!process.stdout.isTTY) process.env["NO_COLOR"] ??= "1";

await command(async () => {
  const ready = await prepareTests();
  const checks = filters.length === 0 ? await runChecks(ready.node) : { passed: 0, failed: 0 };
  const tests = await runTests(ready, filters);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 && tests.passed > 0 && tests.ok ? 0 : 1;
});
