// npm run suggest -- plan.json …: looks for better link times of a plan in a file. Prints nothing but the plans it has found.
import { root } from "./places.mjs";
import { prepareNode } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command, hush } from "./steps.mjs";

await command(async () => {
  hush();
  const node = await prepareNode();
  const args = process.argv.slice(2);
  // Files are named as they are from where the command was typed; npm itself goes to the project's folder.
  const env = { ...process.env, SUGGEST_FROM: process.env["INIT_CWD"] ?? process.cwd() };
  // A terminal is not read: a program in the background of one that did would be halted.
  const reads = args.includes("-") && !process.stdin.isTTY;
  return inForeground([{ program: node, args: tethered("server/cli/suggest.ts", ...args), cwd: root, env, reads }]);
});
