import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Invite {
  readonly role: string;
  readonly where: string;
  readonly url: string;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly mediaPort: number;
  readonly dataDir: string;
  /** The demo's invites, as printed. */
  readonly invites: readonly Invite[];
  /** Everything that the server wrote to its log. */
  readonly log: () => string;
  readonly pid: () => number;
  invite(role: string, where?: string): string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same database and ports; resolves when it is ready. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly demo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs the server's command inside something else, e.g. `["ip", "netns", "exec", "NAME"]`. */
  readonly within?: readonly string[];
  /** Address at which the test's clients reach it; default: localhost. */
  readonly host?: string;
}

/** A port that is free now, of those below the ephemeral range's end. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The real server in a process of its own, on a database of its own. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "crossroom-test-"));
  const port = await freePort();
  const mediaPort = await freePort();
  const host = options.host ?? "localhost";
  const url = `http://${host}:${port}`;
  let child: ChildProcess | null = null;
  let log = "";
  let invites: readonly Invite[] = [];

  const start = async (): Promise<void> => {
    const command = [
      ...(options.within ?? []),
      process.execPath,
      "server/main.ts",
      ...(options.demo === false ? [] : ["--demo"]),
    ];
    const [program, ...args] = command;
    if (program === undefined) throw new Error("no command");
    const started = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: String(port),
        MEDIA_PORT: String(mediaPort),
        DATA_DIR: dataDir,
        PUBLIC_URL: url,
        WORKERS: "1",
        ANNOUNCED_ADDRESSES: "127.0.0.1",
        ...options.env,
      },
    });
    child = started;
    let output = "";
    started.stderr.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes("Crossroom is ready")) resolve();
      });
      started.once("exit", (code) => reject(new Error(`the server ended with ${code}\n${output}\n${log}`)));
    });
    invites = output.split("\n").flatMap((text) => {
      const [role, where, address] = text.split("\t");
      return role !== undefined && where !== undefined && address !== undefined ? [{ role, where, url: address }] : [];
    });
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    port,
    mediaPort,
    dataDir,
    get invites() {
      return invites;
    },
    log: () => log,
    pid: () => child?.pid ?? 0,
    invite(role, where = "-") {
      const found = invites.find((invite) => invite.role === role && invite.where === where);
      if (found === undefined) throw new Error(`the demo has no invite ${role} ${where}`);
      return found.url;
    },
    kill,
    start,
    async close() {
      await kill("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
