// npm run dev [-- --demo]: the server, started again at each change, and the pages, built again at each change.
import { clientFolder, vite } from "./client.mjs";
import { root } from "./places.mjs";
import { prepareServer } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  const { node, env } = await prepareServer();
  const shared = { program: node, env, cwd: root };
  return inForeground([
    { ...shared, args: tethered("--watch", "server/main.ts", ...process.argv.slice(2)) },
    { ...shared, args: tethered(...vite("--outDir", clientFolder, "--watch", "--logLevel", "warn")) },
  ]);
});
