// npm run doctor: tries what Crossroom stands on, and says what is wrong. Installs no browser: a server needs none.
import { chromiumHere } from "./browsers.mjs";
import { root } from "./places.mjs";
import { prepareServer } from "./prepare.mjs";
import { inForeground, tethered } from "./processes.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  const { node, env } = await prepareServer();
  const chromium = chromiumHere();
  const all = chromium ? { ...env, CHROME_BIN: chromium } : env;
  return inForeground([{ program: node, args: tethered("server/setup/examine.ts"), env: all, cwd: root }]);
});
