// npm run pictures [-- FOLDER]: everything that the tests need, then the pictures of all pages into docs/pictures.
import { root } from "./places.mjs";
import { prepareTests } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  const { node, env } = await prepareTests();
  return inForeground([
    { program: node, args: tethered("test/pictures/run.ts", ...process.argv.slice(2)), env, cwd: root },
  ]);
});
