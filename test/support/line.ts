import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "test/bench/tools/line.c");
const cache = join(root, ".cache/tools");

/** Whoever cannot make network namespaces may leave these tests out; they then count as skipped. */
export const noNamespaces = process.env["CROSSROOM_NO_NETNS"] === "1";

/** One end of a line: a host of its own as far as the network goes. */
export interface Side {
  readonly address: string;
  /** Put before a command, runs it there. */
  readonly within: readonly string[];
}

export interface Shape {
  /** Milliseconds there and back. */
  readonly rtt: number;
  /** Megabits a second, each way; 0: as fast as it goes. */
  readonly mbit: number;
  /** Share of packets lost, each way. */
  readonly loss?: number;
}

export interface Counts {
  /** Bytes (IP and all above it) and packets delivered to the client's side, and what was lost on the way. */
  readonly down: { readonly bytes: number; readonly packets: number; readonly lost: number };
  readonly up: { readonly bytes: number; readonly packets: number; readonly lost: number };
}

/** Two hosts and the line between them. The test itself reaches the server's side directly. */
export interface Line {
  readonly server: Side;
  readonly client: Side;
  shape(shape: Shape): Promise<void>;
  counts(): Promise<Counts>;
  /** A program that runs another one on the client's side: for who takes a path, not a command. */
  clientProgram(path: string): Promise<string>;
  close(): Promise<void>;
}

/** How much may wait in front of a line of limited rate (microseconds): a common home router's. */
const queue = 200_000;
let lines = 0;

/**
 * Opens a line without delay. Needs root (network namespaces, TUN); throws what to do where that is not so.
 * Everything it makes goes away with `close()`, and also when this process is killed.
 */
export async function openLine(seed = 1): Promise<Line> {
  if (process.getuid?.() !== 0 || !existsSync("/dev/net/tun")) {
    throw new Error(
      "This test makes network namespaces and a line between them: run it as root on a Linux that has /dev/net/tun, " +
        "or set CROSSROOM_NO_NETNS=1, which leaves it out and counts it as skipped.",
    );
  }
  const child = spawn(await program(), [String(seed)], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const output = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let asking: Promise<unknown> = Promise.resolve();
  /** One line of answer for each line that is asked. */
  const answer = async (): Promise<readonly string[]> => {
    const { value } = await output.next();
    if (value === undefined) throw new Error("the line has ended");
    return value.split(" ");
  };
  const ask = (question: string): Promise<readonly string[]> => {
    const asked = asking.then(() => {
      child.stdin.write(`${question}\n`);
      return answer();
    });
    asking = asked.catch(() => undefined);
    return asked;
  };
  const close = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  try {
    const [word, ...spaces] = await answer();
    if (word !== "ready") throw new Error(`the line says ${word}`);
    const [serverSpace, clientSpace] = spaces.map((fd) => `/proc/${child.pid}/fd/${fd}`);
    if (serverSpace === undefined || clientSpace === undefined) throw new Error("the line has no ends");
    const { server, client, near } = await addresses(serverSpace, clientSpace);
    const programs: string[] = [];
    return {
      server,
      client,
      async shape({ rtt, mbit, loss = 0 }) {
        for (const way of [0, 1])
          await ask(`shape ${way} ${Math.round(rtt * 500)} ${Math.round(mbit * 1e6)} ${queue} ${loss}`);
      },
      async counts() {
        const [, ...numbers] = await ask("count");
        const [bytes = 0, packets = 0, lost = 0, upBytes = 0, upPackets = 0, upLost = 0] = numbers.map(Number);
        return { down: { bytes, packets, lost }, up: { bytes: upBytes, packets: upPackets, lost: upLost } };
      },
      async clientProgram(path) {
        const wrapper = join(cache, `client-${process.pid}-${programs.length}`);
        await writeFile(wrapper, `#!/bin/sh\nexec ${client.within.join(" ")} '${path}' "$@"\n`);
        await chmod(wrapper, 0o755);
        programs.push(wrapper);
        return wrapper;
      },
      async close() {
        // It would go with its namespace, but only in a moment.
        await ip([], `link del ${near}`);
        await close();
        for (const wrapper of programs) await rm(wrapper, { force: true });
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Gives both ends addresses of the block for measurements (RFC 2544, appendix C.2.2), and the test a short way to the
 * server's end, which answers with the one address that it announces.
 */
async function addresses(
  serverSpace: string,
  clientSpace: string,
): Promise<{ server: Side; client: Side; near: string }> {
  const number = (process.pid + 16 * lines++) % 256;
  const block = `198.18.${number}`;
  const server: Side = { address: `${block}.1`, within: ["nsenter", `--net=${serverSpace}`] };
  const client: Side = { address: `${block}.2`, within: ["nsenter", `--net=${clientSpace}`] };
  for (const { address, within } of [server, client]) {
    await ip(within, `link set lo up`);
    await ip(within, `addr add ${address}/30 dev line0`);
    await ip(within, `link set line0 mtu 1400 txqueuelen 5000 up`);
  }
  const near = `crossroom${number}`;
  await ip([], `link add ${near} type veth peer name near netns ${serverSpace}`);
  await ip([], `addr add ${block}.5/30 dev ${near}`);
  await ip([], `link set ${near} up`);
  await ip(server.within, `addr add ${block}.6/30 dev near`);
  await ip(server.within, `link set near up`);
  await ip(server.within, `route replace ${block}.4/30 dev near src ${server.address}`);
  await ip([], `route add ${server.address}/32 via ${block}.6`);
  return { server, client, near };
}

async function ip(within: readonly string[], words: string): Promise<void> {
  const [file = "ip", ...args] = [...within, "ip", ...words.split(" ")];
  await run(file, args);
}

/** The line's program, built when its source has changed. */
async function program(): Promise<string> {
  const hash = createHash("sha256")
    .update(await readFile(source))
    .digest("hex")
    .slice(0, 12);
  const built = join(cache, `line-${hash}`);
  if (existsSync(built)) return built;
  await mkdir(cache, { recursive: true });
  const fresh = `${built}-${process.pid}`;
  await run("gcc", ["-O2", "-Wall", "-Wextra", "-Werror", "-std=gnu11", "-o", fresh, source]);
  await rename(fresh, built);
  return built;
}
