// npm start [-- --demo]: makes this machine ready and runs the server.
import { prepareServer } from "./prepare.mjs";
import { root } from "./places.mjs";
import { forgetServer, recordServer, waitForPrevious } from "./previous.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  const { node, env } = await prepareServer();
  await waitForPrevious();
  const server = { program: node, args: tethered("server/main.ts", ...process.argv.slice(2)), env, cwd: root };
  try {
    return await inForeground([server], {
      started: ([pid]) => recordServer({ server: pid, ending: false }),
      ending: ([pid]) => recordServer({ server: pid, ending: true }),
    });
  } finally {
    forgetServer();
  }
});
