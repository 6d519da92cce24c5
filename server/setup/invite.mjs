// npm run invite -- ROLE …: makes an invite, on the server's own machine. Prints nothing but the invite.
import { root } from "./places.mjs";
import { prepareNode } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command, hush } from "./steps.mjs";

await command(async () => {
  hush();
  const node = await prepareNode();
  return inForeground([{ program: node, args: tethered("server/cli/invite.ts", ...process.argv.slice(2)), cwd: root }]);
});
