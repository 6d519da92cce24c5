// The doctor's examination, under the pinned Node and with the server's own settings.
import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { isPublic, readConfig } from "../config.ts";
import { workerBinary } from "./ready.ts";

const run = promisify(execFile);
const leastFreeBytes = 1e9;

let config: ReturnType<typeof readConfig> | undefined;
let bad = 0;

/** One finding; the doctor goes on after a bad one. */
async function examine(what: string, look: () => Promise<string> | string): Promise<void> {
  try {
    console.log(`  ✔ ${what}: ${await look()}`);
  } catch (error) {
    bad += 1;
    console.log(`  ✘ ${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function settings(): NonNullable<typeof config> {
  if (!config) throw new Error("cannot be told before the settings are right");
  return config;
}

function tcpFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function udpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4").once("error", () => resolve(false));
    socket.bind(port, () => socket.close(() => resolve(true)));
  });
}

await examine("Settings", () => {
  config = readConfig(process.env, false);
  return "can be read";
});

await examine("Media worker", async () => {
  const smoke = join(import.meta.dirname, "worker/smoke.mjs");
  const { stdout } = await run(process.execPath, [smoke, workerBinary()]);
  return stdout.trim();
});

await examine("Port of the pages", async () => {
  const { PORT, HOST } = settings();
  if (await tcpFree(PORT, HOST)) return `${PORT} is free`;
  throw new Error(`${PORT} is in use (by Crossroom itself, perhaps); PORT names another`);
});

await examine("First media port", async () => {
  const { MEDIA_PORT, HOST } = settings();
  if ((await udpFree(MEDIA_PORT)) && (await tcpFree(MEDIA_PORT, HOST))) return `${MEDIA_PORT} is free, UDP and TCP`;
  throw new Error(`${MEDIA_PORT} is in use (by Crossroom itself, perhaps); MEDIA_PORT names another`);
});

await examine("Announced addresses", () => {
  const { announced } = settings();
  const reach = announced.some(isPublic)
    ? ""
    : " (private: reachable from this network only; ANNOUNCED_ADDRESSES names others)";
  return `${announced.join(", ")}${reach}`;
});

await examine("Disk", async () => {
  const { DATA_DIR } = settings();
  const { bavail, bsize } = await statfs(existsSync(DATA_DIR) ? DATA_DIR : ".");
  const free = `${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
  if (bavail * bsize < leastFreeBytes) throw new Error(`only ${free} for ${DATA_DIR}`);
  return free;
});

await examine("Chromium, for the tests only", async () => {
  const executablePath = process.env["CHROME_BIN"];
  if (!executablePath) return "none here; npm test looks for one";
  const { chromium } = await import("playwright-core");
  // Chromium's own sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  await page.setContent("<h1>Crossroom</h1>");
  const shown = await page.textContent("h1");
  await browser.close();
  if (shown !== "Crossroom") throw new Error(`${executablePath} starts, but shows no page`);
  return `${browser.version()} shows a page`;
});

console.log(bad === 0 ? "\nAll is well." : `\n${bad} to look at.`);
process.exitCode = bad === 0 ? 0 : 1;
