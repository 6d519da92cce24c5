// npm run doctor: tries what Crossroom stands on, and says what is wrong.
import { statfsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "./places.mjs";
import { prepareTests } from "./prepare.mjs";
import { attempt } from "./processes.mjs";
import { command, SetUpError, step } from "./steps.mjs";
import { smokeTest } from "./worker/find.mjs";

const leastFreeBytes = 1e9;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

const findings = [];

/** One finding; the doctor goes on after a bad one. */
async function examine(title, work) {
  try {
    await step(title, work);
  } catch (error) {
    findings.push(`${title}: ${error.message}`);
  }
}

await command(async () => {
  const { node, env } = await prepareTests();
  await examine("Media worker: brings a transport to DTLS", async () => {
    const problem = await smokeTest(node, env["MEDIASOUP_WORKER_BIN"]);
    if (problem) throw new SetUpError(problem);
    return "works";
  });
  await examine("Chromium: shows a page", async () => {
    const { code, output } = await attempt(node, [join(import.meta.dirname, "browse.mjs")], {
      cwd: root,
      env,
      limitMs: 60_000,
    });
    if (code !== 0) throw new SetUpError(output);
    return output.trim();
  });
  await examine("Port", async () => {
    const port = Number(env["PORT"] ?? 3000);
    if (!(await isFree(port)))
      throw new SetUpError(`${port} is in use (by Crossroom itself, perhaps); set PORT to another`);
    return `${port} is free`;
  });
  await examine("Disk", async () => {
    const { bavail, bsize } = statfsSync(root);
    const free = `${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
    if (bavail * bsize < leastFreeBytes) throw new SetUpError(`only ${free}`);
    return free;
  });
  process.stderr.write(findings.length === 0 ? "\nAll is well.\n" : `\n${findings.join("\n")}\n`);
  return findings.length === 0 ? 0 : 1;
});
