// npm run check: types, lint, format.
import { runChecks } from "./checks.mjs";
import { prepareNode } from "./prepare.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  const { failed } = await runChecks(await prepareNode());
  return failed === 0 ? 0 : 1;
});
