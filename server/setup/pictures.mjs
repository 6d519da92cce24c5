// npm run pictures [-- sessions | planner] [FOLDER]: everything that the tests need, then the pictures of all pages, or of
// one part of them, into docs/pictures.
import { hasProgram, installDebian, isDebianRoot } from "./debian.mjs";
import { root } from "./places.mjs";
import { prepareTests } from "./prepare.mjs";
import { attempt, inForeground, tethered } from "./processes.mjs";
import { command, step } from "./steps.mjs";

/** What takes them: the pages of a session that is held, and the planner's. */
const parts = { sessions: "test/pictures/run.ts", planner: "test/pictures/planner.ts" };

/** The pages take the system's own letters: the pictures those that stand nearest to Helvetica. Others do as well. */
const letters = () =>
  step("Letters", async (say) => {
    const match = async () => (await attempt("fc-match", ["Helvetica"])).output.trim();
    if (!isDebianRoot() || (hasProgram("fc-match") && (await match()).includes("Liberation"))) return "in place";
    await installDebian(["fonts-liberation", "fontconfig"], say);
    return "installed fonts-liberation";
  });

await command(async () => {
  const asked = process.argv.slice(2);
  const folder = asked.filter((word) => !Object.hasOwn(parts, word));
  const wanted = Object.keys(parts).filter((name) => asked.includes(name));
  const { node, env } = await prepareTests();
  await letters();
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    const program = { program: node, args: tethered(parts[name], ...folder), env, cwd: root };
    const code = await inForeground([program]);
    if (code !== 0) return code;
  }
  return 0;
});
