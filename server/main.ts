import { pino } from "pino";
import { startApp } from "./app.ts";
import type { App } from "./app.ts";
import { ConfigError, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { inviteUrl } from "./access/secrets.ts";
import { demoInvites } from "./demo/demo.ts";
import { reachable } from "./media/workers.ts";
import { clientFolder } from "./setup/ready.ts";
import { DatabaseInUse } from "./store/guard.ts";

/** What a log line must never hold: the secrets that come in by headers and bodies. */
const redact = ["*.token", "*.secret", "*.held", "req.headers", "*.rtpParameters", "*.dtlsParameters"];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.includes("--demo"));
  const log = pino({ level: config.LOG_LEVEL, redact }, pino.destination({ dest: 2, sync: true }));
  const app = await startApp(config, log, clientFolder);
  stopOnSignals(app);
  introduce(config, await invitesOf(app));
}

/** The demo's invites, or the first organiser's: printed once, because standard output is a log. */
async function invitesOf(app: App): Promise<readonly string[]> {
  const { publicUrl, demo } = app.config;
  if (demo) return demoInvites(app.store, publicUrl);
  const first = await app.access.firstInvite();
  if (first === null) return [];
  return [
    "The organiser's first invite, usable once within 24 hours:",
    `  ${inviteUrl(publicUrl, first.secret)}`,
    "If it is lost, `npm run invite -- organiser` makes another.",
  ];
}

function introduce(config: Config, invites: readonly string[]): void {
  say("");
  say(`Media is announced at ${config.announced.join(", ")}, UDP and TCP from port ${config.MEDIA_PORT}.`);
  if (!reachable(config.announced)) {
    say("Nobody outside this network can reach these addresses: set ANNOUNCED_ADDRESSES to the public one.");
  }
  if (!config.publicUrl.startsWith("https:") && !/^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(config.publicUrl)) {
    say(
      "Browsers give microphones and cameras to https pages only: set TLS_CERT and TLS_KEY, or put a proxy with TLS in front.",
    );
  }
  for (const line of invites) say(line);
  say(`Crossroom is ready: ${config.publicUrl}`);
}

/** Ctrl-C and SIGTERM: say goodbye, end the workers, close the database; a second signal does not wait. */
function stopOnSignals(app: App): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    const late = setTimeout(() => process.exit(1), 1900);
    late.unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof DatabaseInUse) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Crossroom could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
});
