// What `npm run check` runs, and `npm test` counts among its tests. The one list: a further check is a line here.
import { join } from "node:path";
import { root } from "./places.mjs";
import { attempt } from "./processes.mjs";
import { step } from "./steps.mjs";

const bin = (name) => join(root, "node_modules", name);
const types = (project) => ({ name: `types: ${project}`, args: [bin("typescript/bin/tsc"), "-p", project] });

/** Each is run as `node …args` in the project's folder. */
const checks = [
  types("shared"),
  types("server"),
  types("client"),
  types("test"),
  { name: "lint", args: [bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"] },
  { name: "protocol's text", args: [join(root, "server/cli/protocol-doc.ts"), "--check"] },
  { name: "format", args: [bin("oxfmt/bin/oxfmt"), "--check"] },
];

/**
 * Runs all, also after one has failed.
 * @param {string} node the pinned Node
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node) {
  let failed = 0;
  for (const { name, args } of checks) {
    try {
      await step(name, async () => {
        const { code, output } = await attempt(node, args, { cwd: root });
        if (code !== 0) throw new Error(output);
        return "passed";
      });
    } catch (error) {
      failed += 1;
      process.stderr.write(`${error.message}\n`);
    }
  }
  return { passed: checks.length - failed, failed };
}
