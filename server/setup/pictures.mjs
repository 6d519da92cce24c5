// npm run pictures [-- FOLDER]: everything that the tests need, then the pictures of all pages into docs/pictures.
import { hasProgram, installDebian, isDebianRoot } from "./debian.mjs";
import { root } from "./places.mjs";
import { prepareTests } from "./prepare.mjs";
import { attempt, inForeground, tethered } from "./processes.mjs";
import { command, step } from "./steps.mjs";

/** The pages take the system's own letters: the pictures those that stand nearest to Helvetica. Others do as well. */
const letters = () =>
  step("Letters", async (say) => {
    const match = async () => (await attempt("fc-match", ["Helvetica"])).output.trim();
    if (!isDebianRoot() || (hasProgram("fc-match") && (await match()).includes("Liberation"))) return "in place";
    await installDebian(["fonts-liberation", "fontconfig"], say);
    return "installed fonts-liberation";
  });

await command(async () => {
  const { node, env } = await prepareTests();
  await letters();
  return inForeground([
    { program: node, args: tethered("test/pictures/run.ts", ...process.argv.slice(2)), env, cwd: root },
  ]);
});
